using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Kinds of question (R119).</summary>
public enum QuestionKind { Scale, Smiley, Choice, Open }

/// <summary>One question of the bank.</summary>
/// <param name="Options">Ordered categories of a <see cref="QuestionKind.Choice"/>.</param>
/// <param name="IsBackground">Who the answerer is; off by default and never for children (R123, R127).</param>
public sealed record Question(string Key, QuestionKind Kind, Words Text, ImmutableArray<FieldOption> Options, bool IsBackground)
{
    /// <summary>Smallest and largest number that can be answered; null for words.</summary>
    public (int From, int To)? Range => Kind switch { QuestionKind.Scale => (0, 10), QuestionKind.Smiley => (1, 5), _ => null };
}

/// <summary>A form of the run: questions in order. Never changed once opened (R121).</summary>
public sealed record EvaluationForm(string Key, Words Title, ImmutableArray<Question> Questions)
{
    /// <summary>More questions than this give a warning (R120).</summary>
    public const int ManyQuestions = 15;

    public Question? Question(string key) => Questions.FirstOrDefault(question => question.Key == key);
}

/// <summary>The question bank and the forms shipped (domain notes §6.3). A key's meaning never changes: facts hold the keys.</summary>
public static class EvaluationForms
{
    const string Adults = "v", Children = "b";

    /// <summary>The bank. Keys of adults' questions start with <c>v</c>, of children's with <c>b</c>.</summary>
    public static ImmutableArray<Question> Bank { get; } =
    [
        Scale("v1", "Alt i alt, hvor nyttig var kurset for deg?", "Alt i alt, kor nyttig var kurset for deg?"),
        Scale("v2", "Hvor nyttig var det fagpersonene delte?", "Kor nyttig var det fagpersonane delte?"),
        Scale("v3", "Hvor nyttig var det brukerrepresentantene delte av erfaringer?", "Kor nyttig var erfaringane brukarrepresentantane delte?"),
        Scale("v4", "Hvor nyttig var det å snakke med andre deltakere?", "Kor nyttig var det å snakke med andre deltakarar?"),
        Open("v5", "Hva tar du med deg videre?", "Kva tek du med deg vidare?"),
        Open("v6", "Hva bør vi endre til neste gang?", "Kva bør vi endre til neste gong?"),
        Scale("v7", "Fikk du delta så mye du ønsket?", "Fekk du delta så mykje du ønskte?"),
        Scale("v8", "Var det nok tid til spørsmål?", "Var det nok tid til spørsmål?"),
        Scale("v9", "Var lokale og teknikk lett å bruke for deg?", "Var lokale og teknikk lett å bruke for deg?"),
        Choice("v10", "Hvor trygg føler du deg på å håndtere hverdagen etter kurset sammenlignet med før?",
            "Kor trygg føler du deg på å handtere kvardagen etter kurset samanlikna med før?",
            ("mye_mindre", "Mye mindre", "Mykje mindre"), ("litt_mindre", "Litt mindre", "Litt mindre"), ("som_for", "Som før", "Som før"),
            ("litt_mer", "Litt mer", "Litt meir"), ("mye_mer", "Mye mer", "Mykje meir")),
        Choice("v11", "Vet du hvor du kan få mer støtte?", "Veit du kvar du kan få meir støtte?", ("ja", "Ja", "Ja"), ("delvis", "Delvis", "Delvis"), ("nei", "Nei", "Nei")),
        Background("v12", "Jeg er", "Eg er", ("pasient", "Pasient", "Pasient"), ("parorende", "Pårørende", "Pårørande")),
        Background("v13", "Kjønn", "Kjønn", ("kvinne", "Kvinne", "Kvinne"), ("mann", "Mann", "Mann"), ("annet", "Annet", "Anna")),
        Background("v14", "Alder", "Alder", ("0_14", "Under 15", "Under 15"), ("15_19", "15–19", "15–19"), ("20_39", "20–39", "20–39"), ("40_50", "40–50", "40–50"),
            ("51_60", "51–60", "51–60"), ("61_70", "61–70", "61–70"), ("71_", "Over 70", "Over 70")),
        Background("v15", "Arbeid", "Arbeid", ("heltid", "I arbeid, heltid", "I arbeid, heiltid"), ("deltid", "I arbeid, deltid", "I arbeid, deltid"),
            ("sykmeldt", "Sykmeldt", "Sjukmeld"), ("ufor", "Ufør", "Ufør"), ("pensjonist", "Pensjonist", "Pensjonist"), ("arbeidsledig", "Arbeidsledig", "Arbeidsledig"),
            ("frivillig", "Frivillig", "Frivillig"), ("annet", "Annet", "Anna")),
        Background("v16", "Utdanning", "Utdanning", ("grunnskole", "Grunnskole", "Grunnskule"), ("videregaende", "Videregående", "Vidaregåande"),
            ("hoyere", "Høyskole eller universitet", "Høgskule eller universitet")),
        Smiley("b1", "Hvor gøy var det å være med?", "Kor gøy var det å vere med?"),
        Smiley("b2", "Hvor trygt var det å være her?", "Kor trygt var det å vere her?"),
        Smiley("b3", "Lærte du noe nytt?", "Lærte du noko nytt?"),
        Smiley("b4", "Møtte du noen som har det litt likt som deg?", "Møtte du nokon som har det litt likt som deg?"),
        Open("b5", "Er det noe du vil si til oss?", "Er det noko du vil seie til oss?"),
    ];

    public static EvaluationForm Deltaker6 { get; } = Pick("deltaker6", new("Deltaker, 6 spørsmål", "Deltakar, 6 spørsmål"), ["v1", "v2", "v3", "v4", "v5", "v6"]);

    public static EvaluationForm Deltaker12 { get; } = Pick("deltaker12", new("Deltaker, 12 spørsmål", "Deltakar, 12 spørsmål"),
        ["v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "v11", "v12"]);

    public static EvaluationForm Barn5 { get; } = Pick("barn5", new("Barn, 5 spørsmål", "Barn, 5 spørsmål"), ["b1", "b2", "b3", "b4", "b5"]);

    /// <summary>Forms to choose from; questions can be taken away or added from the bank.</summary>
    public static ImmutableArray<EvaluationForm> Shipped { get; } = [Deltaker6, Deltaker12, Barn5];

    /// <summary>The form made of these questions of the bank, in this order. Unknown keys are left out.</summary>
    public static EvaluationForm Pick(string key, Words title, ImmutableArray<string> questions) =>
        new(key, title, [.. questions.Select(Find).OfType<Question>()]);

    public static EvaluationForm? Named(string? key) => Shipped.FirstOrDefault(form => form.Key == key);

    public static Question? Find(string key) => Bank.FirstOrDefault(question => question.Key == key);

    public static bool IsForChildren(EvaluationForm form) => form.Questions.Any(question => question.Key.StartsWith(Children, StringComparison.Ordinal));

    /// <summary>Children's questions are not mixed with adults', and have no background (R127).</summary>
    internal static bool IsMixed(EvaluationForm form) =>
        form.Questions.Any(question => question.Key.StartsWith(Children, StringComparison.Ordinal))
        && form.Questions.Any(question => question.Key.StartsWith(Adults, StringComparison.Ordinal));

    static Question Scale(string key, string nb, string nn) => new(key, QuestionKind.Scale, new(nb, nn), [], false);

    static Question Smiley(string key, string nb, string nn) => new(key, QuestionKind.Smiley, new(nb, nn), [], false);

    static Question Open(string key, string nb, string nn) => new(key, QuestionKind.Open, new(nb, nn), [], false);

    static Question Choice(string key, string nb, string nn, params ReadOnlySpan<(string Value, string Nb, string Nn)> options) =>
        new(key, QuestionKind.Choice, new(nb, nn), Options(options), false);

    /// <summary>Always with the choice not to answer (R124).</summary>
    static Question Background(string key, string nb, string nn, params ReadOnlySpan<(string Value, string Nb, string Nn)> options) =>
        new(key, QuestionKind.Choice, new(nb, nn), Options(options).Add(new("vil_ikke_svare", new("Ønsker ikke svare", "Ønskjer ikkje svare"))), true);

    static ImmutableArray<FieldOption> Options(ReadOnlySpan<(string Value, string Nb, string Nn)> options)
    {
        var made = ImmutableArray.CreateBuilder<FieldOption>(options.Length);
        foreach (var (value, nb, nn) in options) made.Add(new(value, new(nb, nn)));
        return made.ToImmutable();
    }
}
