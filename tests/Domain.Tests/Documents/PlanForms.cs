using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>A small kursplan and kunngjøring: nothing in them is mandatory, so that what the rules ask is seen alone.</summary>
static class PlanForms
{
    static readonly string[] Plan =
        ["malgruppe", "malgruppe_kriterier", "mal", "mal_mestring", "rammer", "innhold", "metoder", "vurdering", "oppfolging", .. Enum.GetValues<EquityAspect>().Select(aspect => aspect.Text())];

    public static FormCatalogue Catalogue { get; } = new(ImmutableDictionary<DocumentKind, FormDefinition>.Empty
        .Add(DocumentKind.D12, new(DocumentKind.D12, Words.Same("Kursplan"),
        [
            .. Plan.Select(key => Field(key, FieldType.LongText)),
            .. Enum.GetValues<EquityAspect>().Select(aspect => Field(aspect.Answer(), FieldType.Choice) with { Options = [new("vurdert", Words.Same("x")), new(EquityAspects.NotRelevant, Words.Same("y"))] }),
        ]))
        .Add(DocumentKind.D16, new(DocumentKind.D16, Words.Same("Kunngjøring"), [Field("tittel", FieldType.Text), Field("pameldingsfrist", FieldType.Date)])));

    public static FormDraft Complete { get; } = new(Plan.ToImmutableDictionary(key => key, _ => new DraftValue(Text("noe"))));

    public static FormDraft Announcement(DateOnly deadline, string title = "Kurs") =>
        new(ImmutableDictionary<string, DraftValue>.Empty.Add("tittel", new(Text(title))).Add("pameldingsfrist", new(Date: deadline)));

    public static FormDraft Change(string key, string value) => new(ImmutableDictionary<string, DraftValue>.Empty.Add(key, new(Text(value))));

    public static FormDraft Empty(string key) => new(ImmutableDictionary<string, DraftValue>.Empty.Add(key, DraftValue.Empty));

    public static PlanCase Planned() => new PlanCase { Forms = Catalogue }
        .Save(DocumentKind.D12, Complete)
        .Save(DocumentKind.D13, Programmes.ExampleA)
        .Save(DocumentKind.D14, Budgets.ExampleA)
        .Save(DocumentKind.D16, Announcement(new(2026, 2, 6)));

    static FieldDefinition Field(string key, FieldType type) => new(key, Words.Same(key), null, type, false, null, [], null);
}
