using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

public class DocumentCompletenessTests
{
    [Fact]
    public void A_document_that_does_not_exist_is_missing() =>
        Unmet(DocumentKind.D08, null).Should().ContainSingle().Which.Should().BeOfType<DocumentMissing>();

    [Fact]
    public void D08_Both_kinds_of_knowledge_are_asked_for_whatever_the_form_says() =>
        Unmet(DocumentKind.D08, new([])).Should().Equal(new KnowledgeMissing(Side.Fag), new KnowledgeMissing(Side.Bruker));

    [Fact]
    public void D08_With_both_kinds_of_knowledge_it_is_complete() =>
        Unmet(DocumentKind.D08, Content(("erfaringskunnskap", Filled), ("fagkunnskap", Filled))).Should().BeEmpty();

    [Fact]
    public void R135_The_report_describes_participation_in_each_phase_or_says_it_was_missing()
    {
        Unmet(DocumentKind.D24, new([])).Should().Equal(new[] { Phase.NeedsAssessment, Phase.Planning, Phase.Delivery, Phase.Evaluation }.Select(phase => new ParticipationNotDescribed(phase)));
        Unmet(DocumentKind.D24, Content(("medvirkning_behov", Filled), ("medvirkning_planlegging", Filled), ("medvirkning_gjennomforing", Filled), ("medvirkning_evaluering", Filled))).Should().BeEmpty();
    }

    [Fact]
    public void D18_Every_item_of_the_checklist_is_ticked()
    {
        var list = new FormDefinition(DocumentKind.D18, Words.Same("Sjekkliste"),
            [new("punkter", Words.Same("Punkter"), null, FieldType.Choices, true, null, [new("rom", Words.Same("Rom")), new("tolk", Words.Same("Tolk"))], null)]);
        Unmet(DocumentKind.D18, Content(("punkter", FieldValue.Of(["rom"]))), list).Should().Equal(new ChecklistItemOpen("tolk", Words.Same("Tolk")));
        Unmet(DocumentKind.D18, Content(("punkter", FieldValue.Of(["rom", "tolk"]))), list).Should().BeEmpty();
        Unmet(DocumentKind.D18, new([]), list).Should().ContainSingle().Which.Should().BeOfType<MandatoryFieldMissing>();
    }

    [Fact]
    public void A_mandatory_field_of_blanks_is_missing()
    {
        var form = new FormDefinition(DocumentKind.D02, Words.Same("Skjema"), [new("a", Words.Same("A"), null, FieldType.Text, true, null, [], null)]);
        Unmet(DocumentKind.D02, Content(("a", FieldValue.Of(Sealed("  ")))), form).Should().ContainSingle();
        Unmet(DocumentKind.D02, Content(("a", FieldValue.Of(Sealed("x") with { Value = null }))), form).Should().BeEmpty("an erased text was there");
    }

    static FieldValue Filled => FieldValue.Of(Sealed("noe"));

    static FormContent Content(params (string Key, FieldValue Value)[] fields) => new([.. fields.Select(field => new FormField(field.Key, field.Value))]);

    static IEnumerable<Refusal> Unmet(DocumentKind kind, FormContent? content, FormDefinition? form = null)
    {
        var plan = new PlanCase { Forms = form is null ? FormCatalogue.Empty : new(ImmutableDictionary<DocumentKind, FormDefinition>.Empty.Add(kind, form)) };
        return DocumentCompleteness.Unmet((content is null ? plan : plan.With(new DraftSaved(kind, 1, 1, content))).AsKoord, kind);
    }
}
