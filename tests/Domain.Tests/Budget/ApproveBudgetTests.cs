using static LmsWorkflow.Domain.Tests.Budgets;
using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

public class ApproveBudgetTests
{
    readonly PlanCase frozen = PlanForms.Planned().Frozen();

    [Fact]
    public void The_leaders_approval_of_the_frozen_budget_meets_the_condition()
    {
        PlanConditions.BudgetApproved.Unmet(frozen.AsKoord).Should().Be(new BudgetNotApproved());
        PlanConditions.BudgetApproved.Unmet(Approved(frozen).AsKoord).Should().BeNull();
    }

    [Fact]
    public void R083_A_changed_budget_must_be_approved_anew()
    {
        var changed = Approved(frozen).Save(DocumentKind.D14, new BudgetDraft([Line(BudgetLineKind.Lokale, 1, 100)]));
        PlanConditions.BudgetApproved.Unmet(changed.AsKoord).Should().NotBeNull("nothing is frozen now");
        PlanConditions.BudgetApproved.Unmet(changed.Frozen().AsKoord).Should().NotBeNull("another budget is frozen now");
    }

    [Fact]
    public void R083_The_approval_stays_with_a_budget_that_did_not_change()
    {
        var changed = Approved(frozen).Save(DocumentKind.D12, PlanForms.Change("innhold", "et annet tema")).Frozen();
        PlanConditions.BudgetApproved.Unmet(changed.AsKoord).Should().BeNull();
    }

    [Fact]
    public void Approving_what_is_not_frozen_is_refused() =>
        Reasons(new ApproveBudget(1, "x").Decide(PlanForms.Planned().AsLeder)).Should().Equal(new PackageNotFrozen());

    [Fact]
    public void Approving_another_text_than_the_frozen_one_is_refused()
    {
        Reasons(new ApproveBudget(1, "x").Decide(frozen.AsLeder)).Should().Equal(new PackageIsStale());
        Reasons(new ApproveBudget(2, Hash(frozen)).Decide(frozen.AsLeder)).Should().Equal(new PackageIsStale());
    }

    [Fact]
    public void Approving_twice_is_refused() => Reasons(new ApproveBudget(1, Hash(frozen)).Decide(Approved(frozen).AsLeder)).Should().Equal(new BudgetAlreadyApproved());

    [Fact]
    public void R080_Only_a_leader_of_an_owning_unit_may_decide_on_the_budget()
    {
        CaseAccess.Capacity(frozen.AsLeder.Actor, new ApproveBudget(1, "").Act, frozen.File, new(2025, 12, 1)).Should().Be(Role.Leder);
        CaseAccess.Capacity(frozen.AsKoord.Actor, new ApproveBudget(1, "").Act, frozen.File, new(2025, 12, 1)).Should().BeNull();
        CaseAccess.Capacity(frozen.AsBruker.Actor, new ApproveExcess(1).Act, frozen.File, new(2025, 12, 1)).Should().BeNull();
    }

    [Fact]
    public void R072_A_budget_over_the_frame_blocks_until_the_leader_approves_the_excess()
    {
        var over = PlanForms.Planned().Save(DocumentKind.D14, new BudgetDraft([Line(BudgetLineKind.Lokale, 1, 22_001)]));
        PlanCompleteness.Unmet(over.AsKoord).Should().Equal(new BudgetExceedsFrame());
        var approved = over.Do(one => one.AsLeder, new ApproveExcess(22_001));
        PlanCompleteness.Unmet(approved.AsKoord).Should().BeEmpty();
        PlanCompleteness.Unmet(approved.Save(DocumentKind.D14, new BudgetDraft([Line(BudgetLineKind.Lokale, 1, 22_002)])).AsKoord).Should().Equal(new BudgetExceedsFrame());
    }

    [Fact]
    public void R072_There_is_no_excess_to_approve_within_the_frame() =>
        Reasons(new ApproveExcess(50_000).Decide(PlanForms.Planned().AsLeder)).Should().Equal(new BudgetIsWithinFrame());

    [Fact]
    public void R072_The_approved_sum_must_cover_the_budget()
    {
        var over = PlanForms.Planned().Save(DocumentKind.D14, new BudgetDraft([Line(BudgetLineKind.Lokale, 1, 30_000)]));
        Reasons(new ApproveExcess(29_999).Decide(over.AsLeder)).Should().Equal(new ApprovedExcessTooSmall());
    }

    static PlanCase Approved(PlanCase plan) => plan.Do(one => one.AsLeder, new ApproveBudget(1, Hash(plan)));

    static string Hash(PlanCase plan) => plan.File.SignOffs.Current(Gate.G2)!.Find(DocumentKind.D14)!.Hash;
}
