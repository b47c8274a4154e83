using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class CourseTemplateTests
{
    static readonly CaseTemplate Template = new(
        "mestringstreff", new("Hjelp", "Hjelp"), CourseKind.Mestringstreff, [ParticipantKind.Pasient], [new(MeetingTemplate.P1, ["P1.1", "Tema.1"])], [],
        [
            .. Enumerable.Range(1, 6).Select(theme => new TemplateSamling(
                [new(new(18, 0), 15, new("Innsjekk", "Innsjekk"), ProgrammeItemType.Felles, [Side.Fag, Side.Bruker], new("Runde", "Runde"))], theme)),
        ],
        TilbudType.Diagnoseuavhengig, new(8, 12), new("deltaker6"));

    int salts;

    RegisterNeed Need(CaseTemplate? template) => new RegisterNeed(
        "2026-0001", Written("Treff"), Lms, [Nevrologisk], new(Guid.NewGuid()), TilbudType.Diagnoseuavhengig, [ParticipantKind.Pasient], [ReporterCategory.Fagperson], Written("alle"), Written("behov"))
        .StartingFrom(template, () => $"{++salts:x32}");

    TestCase Opened(CaseTemplate? template = null) => Empty().Does(Koord1, Need(template ?? Template));

    static ProgrammeContent With(params ImmutableArray<int?> themes) =>
        new([.. themes.Select((theme, at) => new Samling(at + 1, null, null, null, SamlingForm.Fysisk, [], null) { Theme = theme })], [], null);

    [Fact]
    public void A_case_starts_with_drafts_that_are_nobodys_decision()
    {
        var file = Opened().File;

        file.Course.Should().BeEquivalentTo(new { Template = "mestringstreff", Kind = CourseKind.Mestringstreff, Group = new GroupSize(8, 12) });
        file.Documents.Latest(DocumentKind.D13)!.Status.Should().Be(DocumentStatus.Draft);
        file.Evaluation.Form!.Key.Should().Be("deltaker6");
        file.SignOffs.Packages.Should().BeEmpty();
    }

    [Fact]
    public void R057_The_sides_of_a_proposed_item_are_known_and_the_group_must_decide_who()
    {
        var programme = (ProgrammeContent)Opened().File.Documents.Latest(DocumentKind.D13)!.Content;

        programme.Samlinger[0].Items[0].Involves(Side.Bruker).Should().BeTrue();
        ProgrammeFindings.Of(programme, false).Should().Contain(finding => finding.Reason is ItemIncomplete && finding.Weight == FindingWeight.Block);
    }

    [Fact]
    public void Without_a_template_a_case_starts_with_nothing()
    {
        var file = Empty().Does(Koord1, Need(null)).File;

        file.Course.Should().BeNull();
        file.Documents.Latest(DocumentKind.D13).Should().BeNull();
    }

    [Fact]
    public void The_course_types_agenda_is_used_and_the_standard_one_where_it_has_none()
    {
        var file = Opened().At(Start);
        PlanMeeting Plan(MeetingTemplate template) => new(MeetingType.Planning, Start.AddDays(10), 60, MeetingForm.Digital, Written("lenke"), template);

        file.When(Koord1, Plan(MeetingTemplate.P1)).ShouldGive<MeetingPlanned>().Topics.Should().Equal("P1.1", "Tema.1");
        file.When(Koord1, Plan(MeetingTemplate.P2)).ShouldGive<MeetingPlanned>().Topics.Should().Equal(AgendaTemplates.Of(MeetingTemplate.P2));
    }

    [Fact]
    public void R066_A_theme_can_be_taken_out_with_a_reason_that_both_sides_sign()
    {
        var without = With(1, 2, 3, 4, 5, null);

        CourseThemes.Findings(CourseKind.Mestringstreff, without).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Weight = FindingWeight.Block, Reason = new ThemesDepartedFrom() });
        var reasoned = without with { ThemesReason = Sealed("kosthold er etterspurt") };
        CourseThemes.Findings(CourseKind.Mestringstreff, reasoned).Should().ContainSingle().Which.Weight.Should().Be(FindingWeight.Note);
        CanonicalWriter.Hash(reasoned).Should().NotBe(CanonicalWriter.Hash(without), "the reason is part of what is signed");
    }

    [Fact]
    public void R067_Mestringstreff_has_six_themes_in_order_and_another_order_is_only_said()
    {
        CourseThemes.Of(CourseKind.Mestringstreff).Should().HaveCount(6);
        CourseThemes.Findings(CourseKind.Mestringstreff, With(1, 2, 3, 4, 5, 6)).Should().BeEmpty();
        CourseThemes.Findings(CourseKind.Mestringstreff, With(2, 1, 3, 4, 5, 6)).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Weight = FindingWeight.Note, Reason = new ThemesReordered() });
        CourseThemes.Findings(CourseKind.Smil, With(1)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(9, 20, true)]
    [InlineData(10, 20, false)]
    [InlineData(10, 21, true)]
    public void R108_Places_outside_the_course_types_group_give_a_warning(int minimum, int maximum, bool warns)
    {
        var file = Opened(Template with { Kind = CourseKind.GrunnkursHelsepedagogikk, Group = new(10, 20) })
            .Given(Koord1, new CourseAnnounced(RunCase.PlanA, new(2026, 2, 6), minimum, maximum, false));

        CourseWarnings.Of(file.File).OfType<PlacesOutsideCourseType>().Any().Should().Be(warns);
    }

    [Fact]
    public void R008_A_course_for_professionals_is_in_no_patient_statistics()
    {
        var file = Registered().Given(Koord1, new NeedRegistered("2026-0002", Sealed("x"), Lms, [Nevrologisk], Koord1, new(Guid.NewGuid()), TilbudType.Helsepedagogisk,
            [ParticipantKind.Fagperson], [ReporterCategory.Fagperson], Sealed("x"), Sealed("x"), true, CaseFlow.Ny), new CourseFinished(new(1, 0, 0, 13), new(0, 0, 0, 13), 0));

        RunStatistics.Of(file.File).Should().BeEquivalentTo(new { Patients = 0, Others = 14, InPatientStatistics = false });
    }

    [Fact]
    public void A_samlings_theme_and_category_are_part_of_what_is_signed()
    {
        var plain = With((int?)null);
        string Hash(Samling samling) => CanonicalWriter.Hash(plain with { Samlinger = [samling] });

        Hash(plain.Samlinger[0] with { Theme = 1 }).Should().NotBe(Hash(plain.Samlinger[0]));
        Hash(plain.Samlinger[0] with { Category = SamlingCategory.MedForeldre }).Should().NotBe(Hash(plain.Samlinger[0]));
    }
}
