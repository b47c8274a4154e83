using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Tests;

public sealed class ShippedTemplatesTests
{
    static readonly ShippedTemplates Shipped = ShippedTemplates.In(ShippedDefinitions.Folder);

    public static TheoryData<string> Keys => ["standard_metode", "gjentak", "mestringstreff", "smil", "grunnkurs_helsepedagogikk"];

    [Theory, MemberData(nameof(Keys))]
    public void Every_shipped_definition_has_a_sentence_of_help_in_both_written_forms(string key)
    {
        var help = Shipped.Find(key)!.Help;

        help.Nb.Should().EndWith(".");
        help.Nn.Should().EndWith(".").And.NotBe(help.Nb);
    }

    [Theory]
    [InlineData("mestringstreff", 6, 810, 81.5, typeof(StretchTooLong))]
    [InlineData("smil", 11, 935, 90.4)]
    [InlineData("grunnkurs_helsepedagogikk", 2, 480, 68.8)]
    public void A_proposed_programme_lacks_only_what_the_group_alone_can_know(string key, int samlinger, int minutes, double participation, params Type[] warnings)
    {
        var salts = 0;
        var template = Shipped.Find(key)!;
        var programme = template.ProgrammeDraft(Language.Nn, () => $"{++salts:x32}")!;
        var figures = ProgrammeFigures.Of(programme);

        programme.Samlinger.Should().HaveCount(samlinger);
        figures.TeachingMinutes.Should().Be(minutes);
        Math.Round(100m * figures.UserParticipationMinutes / figures.TeachingMinutes, 1).Should().Be((decimal)participation);
        var children = template.Participants.Contains(ParticipantKind.Barn);
        ProgrammeFindings.Of(programme, children).Where(finding => finding.Weight != FindingWeight.Note).Select(finding => finding.Reason.GetType()).Distinct().Should()
            .BeSubsetOf([typeof(SamlingDateMissing), typeof(ItemIncomplete), typeof(LeadersNeedReason), .. warnings]);
        CourseThemes.Findings(template.Kind, programme).Should().BeEmpty();
    }

    [Fact]
    public void R108_R196_Group_sizes_are_those_of_the_domain_notes()
    {
        Shipped.Find("smil")!.Group.Should().Be(new GroupSize(5, 8));
        Shipped.Find("mestringstreff")!.Group.Should().Be(new GroupSize(8, 12));
        Shipped.Find("grunnkurs_helsepedagogikk")!.Group.Should().Be(new GroupSize(10, 20));
    }

    [Fact]
    public void R127_SMIL_proposes_a_form_for_the_children_and_one_for_the_parents() =>
        Shipped.Find("smil")!.Evaluation.Should().Be(new TemplateForms("barn5", "deltaker6"));

    [Theory]
    [InlineData("{")]
    [InlineData("""{"definition": "x", "unknown": 1}""")]
    [InlineData("""{"definition": "x", "help": {"nb": "a", "nn": "a"}, "kind": "Annet", "participants": [], "agendas": [{"template": "P1", "topics": ["P9.9"]}], "goals": [], "programme": []}""")]
    [InlineData("""{"definition": "x", "help": {"nb": "a", "nn": "a"}, "kind": "Annet", "participants": [], "agendas": [], "goals": [], "programme": [], "evaluation": {"form": "ukjent"}}""")]
    [InlineData("""{"definition": "x", "help": {"nb": "a"}, "kind": "Annet", "participants": [], "agendas": [], "goals": [], "programme": []}""")]
    public void A_template_that_cannot_be_used_stops_the_start_and_names_the_file(string json)
    {
        var folder = Directory.CreateTempSubdirectory();
        Directory.CreateDirectory(Path.Combine(folder.FullName, "templates"));
        File.WriteAllText(Path.Combine(folder.FullName, "templates", "feil.json"), json);
        try
        {
            var read = () => ShippedTemplates.In(folder.FullName);
            read.Should().Throw<CannotStartException>().WithMessage("*feil.json*");
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
