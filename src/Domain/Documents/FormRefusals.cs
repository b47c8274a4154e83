namespace LmsWorkflow.Domain;

/// <summary>The document comes to be through an act of its own (appointment, meeting, decision), or is computed.</summary>
public sealed record DocumentIsNotAForm() : Refusal(new Words(
    "Dette dokumentet fylles ikke ut som et vanlig skjema. Bruk siden for det dokumentet handler om, så blir det til av seg selv.",
    "Dette dokumentet blir ikkje fylt ut som eit vanleg skjema. Bruk sida for det dokumentet handlar om, så blir det til av seg sjølv."));

public sealed record FormIsMissing() : Refusal(new Words(
    "Skjemaet for dette dokumentet finnes ikke i prosessen saken følger. Be administrator legge det inn.",
    "Skjemaet for dette dokumentet finst ikkje i prosessen saka følgjer. Be administrator leggje det inn."));

/// <param name="Field">As sent; not part of the sentence, since it is not ours.</param>
public sealed record UnknownField(string Field) : Refusal(new Words(
    "Skjemaet inneholder et felt som ikke finnes. Last siden på nytt, og fyll ut skjemaet derfra.",
    "Skjemaet inneheld eit felt som ikkje finst. Last sida på nytt, og fyll ut skjemaet derifrå."));

public sealed record FieldHasWrongType(string Field, Words Label, FieldType Type) : Refusal(For(Label, Type))
{
    static Words For(Words label, FieldType type) => type switch
    {
        FieldType.Number => new($"«{label.Nb}» må være et tall. Skriv for eksempel 12 eller 12,5.", $"«{label.Nn}» må vere eit tal. Skriv til dømes 12 eller 12,5."),
        FieldType.Date => new($"«{label.Nb}» må være en dato. Skriv for eksempel 16.09.2025.", $"«{label.Nn}» må vere ein dato. Skriv til dømes 16.09.2025."),
        FieldType.YesNo => new($"Svar ja eller nei på «{label.Nb}».", $"Svar ja eller nei på «{label.Nn}»."),
        FieldType.Choice => new($"Velg ett av svarene på «{label.Nb}».", $"Vel eitt av svara på «{label.Nn}»."),
        FieldType.Choices => new($"Velg blant svarene på «{label.Nb}».", $"Vel blant svara på «{label.Nn}»."),
        FieldType.Rows => new($"Skriv radene i «{label.Nb}» hver for seg.", $"Skriv radene i «{label.Nn}» kvar for seg."),
        _ => new($"Skriv tekst i «{label.Nb}».", $"Skriv tekst i «{label.Nn}»."),
    };
}

public sealed record NumberOutOfRange(string Field, Words Label) : Refusal(new Words(
    $"Tallet i «{Label.Nb}» er for stort eller har mer enn to desimaler. Rett tallet.",
    $"Talet i «{Label.Nn}» er for stort eller har meir enn to desimalar. Rett talet."));

/// <summary>The form's own limits for the number.</summary>
public sealed record NumberOutsideLimits(string Field, Words Label, decimal? Least, decimal? Most) : Refusal(For(Label, Least, Most))
{
    static Words For(Words label, decimal? least, decimal? most) => (least, most) switch
    {
        ({ } low, { } high) => new($"Tallet i «{label.Nb}» må være fra {Said(low)} til {Said(high)}. Rett tallet.", $"Talet i «{label.Nn}» må vere frå {Said(low)} til {Said(high)}. Rett talet."),
        ({ } low, null) => new($"Tallet i «{label.Nb}» må være minst {Said(low)}. Rett tallet.", $"Talet i «{label.Nn}» må vere minst {Said(low)}. Rett talet."),
        _ => new($"Tallet i «{label.Nb}» kan være høyst {Said(most ?? 0)}. Rett tallet.", $"Talet i «{label.Nn}» kan vere høgst {Said(most ?? 0)}. Rett talet."),
    };

    static string Said(decimal number) => number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',');
}

public sealed record TooManyRows(string Field, Words Label, int Most) : Refusal(new Words(
    $"Det er for mange rader i «{Label.Nb}». Det kan være høyst {Most}. Slå noen sammen.", $"Det er for mange rader i «{Label.Nn}». Det kan vere høgst {Most}. Slå nokre saman."));

public sealed record UnknownOption(string Field, Words Label) : Refusal(new Words(
    $"Svaret på «{Label.Nb}» er ikke blant valgene. Velg et av alternativene som vises.",
    $"Svaret på «{Label.Nn}» er ikkje blant vala. Vel eit av alternativa som blir viste."));

/// <summary>D08: erfaringskunnskap is written by the brukerrepresentant side, fagkunnskap by the fag side.</summary>
public sealed record WrittenByOtherSide(string Field, Words Label, Side Side) : Refusal(new Words(
    $"«{Label.Nb}» skrives av {(Side == Side.Fag ? "fagsiden" : "brukersiden")}. Be en {Side.Words().Nb} i arbeidsgruppen om å skrive eller endre teksten.",
    $"«{Label.Nn}» blir skriven av {(Side == Side.Fag ? "fagsida" : "brukarsida")}. Be ein {Side.Words().Nn} i arbeidsgruppa om å skrive eller endre teksten."));

/// <summary>R46, R173, N14: refused, so that the number is never stored.</summary>
public sealed record NationalIdentityNumberWritten(string Field, Words Label) : Refusal(new Words(
    $"Det ser ut som det står et fødselsnummer i «{Label.Nb}». Fjern nummeret og lagre på nytt; her skal det ikke stå opplysninger som viser hvem noen er.",
    $"Det ser ut til at det står eit fødselsnummer i «{Label.Nn}». Ta bort nummeret og lagre på nytt; her skal det ikkje stå opplysningar som viser kven nokon er."));
