using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

public class AcceptAnnouncementTests
{
    readonly PlanCase frozen = PlanForms.Planned().Frozen();

    [Fact]
    public void R076_A_brukerrepresentants_acceptance_meets_the_condition()
    {
        PlanConditions.AnnouncementRead.Unmet(frozen.AsKoord).Should().Be(new AnnouncementNotRead());
        PlanConditions.AnnouncementRead.Unmet(frozen.Do(one => one.AsBruker, new AcceptAnnouncement(1)).AsKoord).Should().BeNull();
    }

    [Fact]
    public void N05_A_fagperson_cannot_accept_the_announcement() =>
        Reasons(new AcceptAnnouncement(1).Decide(frozen.AsFag)).Should().Equal(new AnnouncementReadByUsersOnly());

    [Fact]
    public void R076_The_koordinator_has_no_right_to_accept_it() =>
        CaseAccess.Capacity(frozen.AsKoord.Actor, new AcceptAnnouncement(1).Act, frozen.File, new(2025, 12, 1)).Should().BeNull();

    [Fact]
    public void R076_A_draft_cannot_be_accepted() => Reasons(new AcceptAnnouncement(1).Decide(PlanForms.Planned().AsBruker)).Should().Equal(new PackageNotFrozen());

    [Fact]
    public void R076_Another_version_than_the_frozen_one_is_refused() => Reasons(new AcceptAnnouncement(2).Decide(frozen.AsBruker)).Should().Equal(new PackageIsStale());

    [Fact]
    public void R076_Accepting_twice_is_refused() =>
        Reasons(new AcceptAnnouncement(1).Decide(frozen.Do(one => one.AsBruker, new AcceptAnnouncement(1)).AsBruker)).Should().Equal(new AnnouncementAlreadyAccepted());

    [Fact]
    public void N05_A_changed_announcement_must_be_read_again()
    {
        var changed = frozen.Do(one => one.AsBruker, new AcceptAnnouncement(1)).Save(DocumentKind.D16, PlanForms.Announcement(new(2026, 2, 6), "Nytt navn")).Frozen();
        PlanConditions.AnnouncementRead.Unmet(changed.AsKoord).Should().Be(new AnnouncementNotRead());
    }

    [Fact]
    public void The_conditions_of_the_plan_allocate_nothing_when_they_hold()
    {
        var budget = frozen.File.SignOffs.Current(Gate.G2)!.Find(DocumentKind.D14)!;
        var context = frozen.Do(one => one.AsBruker, new AcceptAnnouncement(1)).Do(one => one.AsLeder, new ApproveBudget(1, budget.Hash)).AsKoord;
        Holds(context).Should().BeTrue();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++) Holds(context);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    static bool Holds(CaseContext context) => PlanConditions.AnnouncementRead.Unmet(context) is null && PlanConditions.BudgetApproved.Unmet(context) is null;
}
