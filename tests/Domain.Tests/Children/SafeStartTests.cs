using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class SafeStartTests
{
    static readonly CoursePlan Plan = new(1, [new(1, new(2026, 1, 14), 85, 1), new(2, new(2026, 1, 21), 85, 1)], [Fag1, Br1]);

    /// <summary>A SMIL case with an approved plan, two samlinger, the first with parents.</summary>
    static TestCase Planned()
    {
        var file = Registered();
        file.Given(Koord1, new NeedRegistered("2025-0050", Sealed("SMIL"), Lms, [Nevrologisk], Koord1, new(Guid.NewGuid()), TilbudType.ParorendeBarn,
            [ParticipantKind.Barn, ParticipantKind.Foreldre], [ReporterCategory.Fagperson], Sealed("barn"), Sealed("behov"), true, CaseFlow.Ny),
            new CourseTemplateUsed("smil", CourseKind.Smil, new(5, 8), []));
        var samlinger = ImmutableArray.Create(
            new Samling(1, new(2026, 1, 14), new(17, 0), null, SamlingForm.Fysisk, [], null) { Category = SamlingCategory.MedForeldre },
            new Samling(2, new(2026, 1, 21), new(17, 0), null, SamlingForm.Fysisk, [], null));
        return file.Member(Fag1, Side.Fag).Member(Br1, Side.Bruker)
            .Given(Br1, new DraftSaved(DocumentKind.D13, 1, 1, new ProgrammeContent(samlinger, [], null)))
            .Given(Koord1, new GatePassed(Gate.G1, null), new GatePassed(Gate.G2, null));
    }

    static TestCase Announced(int children = 2) => Planned()
        .Given(Koord1, new CourseAnnounced(Plan, new(2025, 12, 15), 1, 8, false), new ParticipantsRegistered(new(0, 0, children, 0), 0))
        .At(OsloTime.At(new(2026, 1, 14), new(19, 0)));

    static TestCase Certified(int children = 2) => Announced(children)
        .Given(Koord1, new PoliceCertificateSeen(Fag1, new(2026, 1, 2)), new PoliceCertificateSeen(Br1, new(2026, 1, 2)));

    static TestCase Family(TestCase file, int number) =>
        file.Given(Koord1, new ParentalConsentRecorded(number, number, ConsentKind.Papir, new(2026, 1, 5)), new PreConversationHeld(number, new(2026, 1, 6)));

    static RecordAttendance Meets(int samling, params ImmutableArray<int> children) =>
        new(samling, new(0, 0, children.Length, 0), [.. children.Select(child => new ParticipantMinutes(child, AttendeeKind.Child, 85))]);

    [Fact]
    public void R193_The_course_cannot_start_before_the_certificate_is_seen_for_every_leader_brukerrepresentanten_included()
    {
        var file = Family(Family(Announced(), 1), 2).Does(Koord1, new RegisterPoliceCertificate(Fag1, new(2026, 1, 2)));

        file.When(Fag1, Meets(1, 1, 2)).ShouldBeRefusedWith<PoliceCertificateMissing>();
        SafeStart.LeadersCertified.Unmet(file.Context(Koord1)).Should().Be(new PoliceCertificateMissing());
        file.Does(Koord1, new RegisterPoliceCertificate(Br1, new(2026, 1, 13))).When(Fag1, Meets(1, 1, 2)).ShouldGive<AttendanceRecorded>();
    }

    [Fact]
    public void R193_Announcing_is_allowed_while_certificates_are_missing()
    {
        var file = Planned().Given(Br1, new DraftSaved(DocumentKind.D16, 1, 1, Content("x")));
        var decision = file.When(Koord1, new AnnounceCourse(new(2025, 12, 15), 5, 8, false));

        decision.Should().BeOfType<Decision.Refused>().Which.Reasons.Should().NotContain(new PoliceCertificateMissing());
    }

    [Fact]
    public void R193_Nobody_sees_their_own_certificate_and_only_the_koordinator_registers()
    {
        Announced().When(Koord1, new RegisterPoliceCertificate(Koord1, new(2026, 1, 2))).ShouldBeRefusedWith<OwnPoliceCertificate>();
        Announced().When(Br1, new RegisterPoliceCertificate(Br1, new(2026, 1, 2))).ShouldBeRefusedWith<NotAllowed>();
        Announced().When(Koord1, new RegisterPoliceCertificate(Br1, new(2026, 1, 15))).ShouldBeRefusedWith<DateInTheFuture>();
    }

    [Fact]
    public void R193_Certificates_are_not_kept_for_courses_without_children() =>
        WithGroup().When(Koord1, new RegisterPoliceCertificate(Br1, new(2025, 9, 1))).ShouldBeRefusedWith<NotForChildren>();

    [Fact]
    public void R194_No_child_takes_part_without_consent()
    {
        var file = Family(Certified(), 1);

        file.When(Fag1, Meets(1, 1, 2)).ShouldBeRefusedWith<ConsentMissing>();
        file.When(Fag1, new RecordAttendance(1, new(0, 0, 2, 0))).ShouldBeRefusedWith<ConsentMissing>();
        file.When(Fag1, Meets(1, 1)).ShouldGive<AttendanceRecorded>();
    }

    [Fact]
    public void R194_A_child_belongs_to_one_family_and_siblings_share_it()
    {
        var file = Family(Certified(), 1).Does(Koord1, new RecordParentalConsent(2, 1, ConsentKind.IdPorten, new(2026, 1, 7)));

        file.File.Families.Numbered(1)!.Consents.Should().HaveCount(2);
        file.When(Koord1, new RecordParentalConsent(2, 3, ConsentKind.Papir, new(2026, 1, 7))).ShouldBeRefusedWith<ChildInOtherFamily>();
    }

    [Fact]
    public void R195_A_pre_conversation_is_held_with_each_family_before_the_first_samling()
    {
        var file = Family(Certified(), 1).Given(Koord1, new ParentalConsentRecorded(2, 2, ConsentKind.Papir, new(2026, 1, 5)));

        file.When(Fag1, Meets(1, 1, 2)).ShouldBeRefusedWith<PreConversationMissing>();
        SafeStart.FamiliesPrepared.Unmet(file.Context(Koord1)).Should().Be(new PreConversationMissing());
        file.Does(Koord1, new RecordPreConversation(2, new(2026, 1, 13))).When(Fag1, Meets(1, 1, 2)).ShouldGive<AttendanceRecorded>();
    }

    [Fact]
    public void R195_A_post_conversation_is_offered_to_every_family_that_stayed()
    {
        var file = Family(Family(Certified(), 1), 2);
        file.When(Koord1, new OfferPostConversation(1, new(2026, 1, 14))).ShouldBeRefusedWith<CourseNotStarted>();
        file.Does(Fag1, Meets(1, 1, 2)).Does(Koord1, new WithdrawFamily(2));

        SafeStart.PostConversationsOffered.Unmet(file.Context(Koord1)).Should().Be(new PostConversationNotOffered());
        file.Does(Koord1, new OfferPostConversation(1, new(2026, 1, 14)));
        SafeStart.PostConversationsOffered.Unmet(file.Context(Koord1)).Should().BeNull();
        file.When(Koord1, new WithdrawFamily(2)).ShouldBeRefusedWith<UnknownFamily>();
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public void R196_A_SMIL_group_outside_five_to_eight_gives_a_warning(int children, bool warns) =>
        CourseWarnings.Of(Announced(children).File).OfType<GroupSizeOutsideCourseType>().Any().Should().Be(warns);

    [Fact]
    public void R197_Children_are_counted_as_relatives_under_18_and_never_as_patients()
    {
        var file = Certified().Given(Koord1, new CourseFinished(new(0, 0, 7, 0), new(0, 0, 6, 0), 0));

        RunStatistics.Of(file.File).Should().BeEquivalentTo(new { Patients = 0, ChildrenAsRelatives = 7, Started = 7, Completed = 6, InPatientStatistics = true });
    }

    [Fact]
    public void R198_Parents_are_counted_for_themselves_and_only_at_gatherings_with_parents()
    {
        var file = Family(Family(Certified(), 1), 2).Does(Fag1, Meets(1, 1, 2));

        file.Does(Fag1, new CountParents(1, 3));
        file.When(Fag1, new CountParents(2, 3)).ShouldBeRefusedWith<AttendanceMissing>();
        file.Does(Fag1, new WriteDayLog(1, Written("godt"), null, null)).At(OsloTime.At(new(2026, 1, 21), new(19, 0))).Does(Fag1, Meets(2, 1, 2));
        file.When(Fag1, new CountParents(2, 3)).ShouldBeRefusedWith<NoParentsGathering>();

        file.File.Families.MostParents.Should().Be(3);
        file.File.Delivery.Samling(1)!.Attendance!.Met.Total.Should().Be(2);
    }
}
