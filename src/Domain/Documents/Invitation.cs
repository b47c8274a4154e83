using System.Collections.Immutable;
using System.Globalization;

namespace LmsWorkflow.Domain;

/// <summary>One part of a printable text. Headings and standard sentences are in both written forms; what people wrote is as they wrote it.</summary>
public sealed record PrintedSection(Words Heading, ImmutableArray<Words> Paragraphs);

/// <summary>A text to be printed or sent.</summary>
/// <param name="IsDraft">The plan is not approved by both sides: it must not go out (R103).</param>
public sealed record PrintedText(Words Title, bool IsDraft, ImmutableArray<PrintedSection> Sections);

/// <summary>Invitasjon (D17): computed from the announcement (D16) and the programme (D13), with the standard information of R77. Nobody types it twice.</summary>
public static class Invitation
{
    /// <summary>Null until there is an announcement.</summary>
    public static PrintedText? Of(CaseFile file)
    {
        if (file.Documents.Latest(DocumentKind.D16)?.Content is not FormContent announcement) return null;
        var programme = file.Documents.Latest(DocumentKind.D13)?.Content as ProgrammeContent ?? ProgrammeContent.Empty;
        return new(Title(announcement), file.Passed(Gate.G2) is null,
        [
            .. Section(new("Om kurset", "Om kurset"), Written(announcement, "for_hvem"), Written(announcement, "utbytte")),
            .. Section(new("Tid og sted", "Tid og stad"), [.. Times(announcement, programme), Written(announcement, "sted")]),
            .. programme.Samlinger.SelectMany(Programme),
            .. Section(new("Pris", "Pris"), [Written(announcement, "pris"), .. Standard(file, announcement, StandardText.Price)]),
            .. Section(new("Påmelding og avmelding", "Påmelding og avmelding"), Written(announcement, "pamelding"), Deadline(announcement), Cancellation(announcement)),
            .. Section(new("Praktisk", "Praktisk"), [Written(announcement, "tilgjengelighet"), .. Standard(file, announcement, StandardText.Practical)]),
            .. Section(new("Har du spørsmål?", "Har du spørsmål?"), Written(announcement, "kontakt")),
        ]);
    }

    static Words Title(FormContent announcement) =>
        announcement["tittel"]?.Text?.Value is { } title ? Words.Same(title) : new("Invitasjon til kurs", "Invitasjon til kurs");

    static IEnumerable<PrintedSection> Section(Words heading, params ImmutableArray<Words?> paragraphs)
    {
        ImmutableArray<Words> there = [.. paragraphs.OfType<Words>()];
        if (!there.IsEmpty) yield return new(heading, there);
    }

    /// <summary>What somebody wrote in the announcement; nothing when the field is empty or the text erased.</summary>
    static Words? Written(FormContent announcement, string key) => announcement[key]?.Text?.Value is { } text ? Words.Same(text) : null;

    static IEnumerable<Words?> Times(FormContent announcement, ProgrammeContent programme) =>
        programme.FirstDay is null ? [Written(announcement, "datoer")] : programme.Samlinger.Select(Time);

    static Words? Time(Samling samling)
    {
        if (samling.Date is not { } date) return null;
        var day = DateWords.Long(date);
        var clock = samling.StartsAt is { } start ? $" kl. {ProgrammeNames.Clock(start)}{(samling.EndsAt is { } end ? $"–{ProgrammeNames.Clock(end)}" : "")}" : "";
        var place = samling.Place?.Value is { } where ? $", {where}" : "";
        var digital = samling.Form == SamlingForm.Fysisk ? Words.Same("") : new Words($" ({samling.Form.Words().Nb.ToLowerInvariant()})", $" ({samling.Form.Words().Nn.ToLowerInvariant()})");
        return new($"{Capital(day.Nb)}{clock}{place}{digital.Nb}", $"{Capital(day.Nn)}{clock}{place}{digital.Nn}");
    }

    static IEnumerable<PrintedSection> Programme(Samling samling) => Section(
        new($"Program, samling {samling.Number}", $"Program, samling {samling.Number}"), [.. samling.InOrder.Select(Item)]);

    static Words? Item(ProgrammeItem item)
    {
        if (item.Start is not { } start) return null;
        var type = item.Type.Words();
        return item.Title?.Value is { } title
            ? Words.Same($"{ProgrammeNames.Clock(start)} {title}")
            : new($"{ProgrammeNames.Clock(start)} {type.Nb}", $"{ProgrammeNames.Clock(start)} {type.Nn}");
    }

    static Words? Deadline(FormContent announcement)
    {
        if (announcement["pameldingsfrist"]?.Date is not { } deadline) return null;
        var day = DateWords.Long(deadline);
        return new($"Påmeldingsfrist: {day.Nb}.", $"Påmeldingsfrist: {day.Nn}.");
    }

    /// <summary>R74: always there; 24 hours unless the announcement says otherwise.</summary>
    static Words Cancellation(FormContent announcement)
    {
        var hours = (announcement["avmelding_timer"]?.Number ?? StandardText.CancellationHours).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
        return new(
            $"Kan du ikke komme, må du gi beskjed senest {hours} timer før kurset begynner. Da kan en annen få plassen. Uteblir du uten å gi beskjed, kan du få et gebyr, også om du har frikort.",
            $"Kan du ikkje kome, må du gi beskjed seinast {hours} timar før kurset byrjar. Då kan ein annan få plassen. Møter du ikkje opp utan å gi beskjed, kan du få eit gebyr, også om du har frikort.");
    }

    static IEnumerable<Words?> Standard(CaseFile file, FormContent announcement, ImmutableArray<StandardText> texts) =>
        texts.Where(text => Wanted(file, announcement, text.Key)).Select(text => text.Words);

    static bool Wanted(CaseFile file, FormContent announcement, string key) =>
        announcement["standardtekster"]?.Choices is { } chosen ? chosen.Contains(key) : StandardText.UsualFor(file.Identity?.Type).Contains(key);

    static string Capital(string day) => char.ToUpperInvariant(day[0]) + day[1..];
}

/// <summary>Standard information in an invitation (R77), turned on and off in the announcement; without a choice there, by the type of the tilbud.</summary>
sealed record StandardText(string Key, Words Words)
{
    public const decimal CancellationHours = 24;

    public static readonly ImmutableArray<StandardText> Price =
    [
        new("egenandel", new(
            "Du betaler vanlig egenandel, som ved en poliklinisk konsultasjon. Barn under 16 år og pårørende som er med deg, betaler ikke.",
            "Du betaler vanleg eigendel, som ved ein poliklinisk konsultasjon. Barn under 16 år og pårørande som er med deg, betaler ikkje.")),
        new("frikort", new("Har du frikort, er kurset gratis for deg.", "Har du frikort, er kurset gratis for deg.")),
    ];

    public static readonly ImmutableArray<StandardText> Practical =
    [
        new("reise", new(
            "Er du henvist til kurset, kan du ha rett til å få dekket reisen. Søk hos Pasientreiser etterpå, og ta vare på kvitteringene.",
            "Er du tilvist til kurset, kan du ha rett til å få dekt reisa. Søk hos Pasientreiser etterpå, og ta vare på kvitteringane.")),
        new("opplaeringspenger", new(
            "Må du være borte fra jobb for å lære å ta vare på et barn eller en nær voksen, kan du ha rett til opplæringspenger fra NAV. Er du sykmeldt eller trenger fri, snakk med legen eller arbeidsgiveren din. Vi kan gi deg en bekreftelse på at du har deltatt.",
            "Må du vere borte frå jobb for å lære å ta vare på eit barn eller ein nær vaksen, kan du ha rett til opplæringspengar frå NAV. Er du sjukmeld eller treng fri, snakk med legen eller arbeidsgivaren din. Vi kan gi deg ei stadfesting på at du har delteke.")),
        new("tolk", new("Trenger du tolk, gir du oss beskjed når du melder deg på. Tolken er gratis.", "Treng du tolk, gir du oss beskjed når du melder deg på. Tolken er gratis.")),
        new("tilgjengelighet", new(
            "Fortell oss om noe må være på plass for at du skal kunne delta, for eksempel rullestoladkomst, teleslynge eller ekstra pauser.",
            "Fortel oss om noko må vere på plass for at du skal kunne delta, til dømes rullestoltilkomst, teleslyngje eller ekstra pausar.")),
        new("parorende", new("Du kan ta med deg en pårørende.", "Du kan ta med deg ein pårørande.")),
    ];

    public static ImmutableArray<string> UsualFor(TilbudType? type) => type switch
    {
        TilbudType.Diagnosespesifikt => ["egenandel", "frikort", "reise", "opplaeringspenger", "tolk", "tilgjengelighet"],
        TilbudType.ParorendeBarn => ["opplaeringspenger", "tolk", "tilgjengelighet"],
        TilbudType.Helsepedagogisk => ["tilgjengelighet"],
        _ => ["tolk", "tilgjengelighet"],
    };
}
