namespace LmsWorkflow.Domain;

/// <summary>Conditions many acts share; each answers null or the reason.</summary>
public static class Require
{
    /// <summary>The case takes new work: registered, not on hold, not ended (R139).</summary>
    public static Refusal? Open(CaseContext context) => context.Case.Standing switch
    {
        Standing.Open => null,
        Standing.OnHold => new CaseIsOnHold(),
        Standing.NotRegistered => new CaseNotRegistered(),
        _ => new CaseIsClosed(),
    };

    public static Refusal? Written(WrittenText? text, string field, Words what) =>
        text is null || text.IsBlank ? new FieldMissing(field, what) : Clean(text, field);

    /// <summary>Free text that may be left out: not too long, and no national identity number in it (R46, R173, N14).</summary>
    public static Refusal? Clean(WrittenText? text, string field) =>
        text is not null && NationalIdentityNumber.IsIn(text.Value) ? new NationalIdentityNumberWritten(field, new("teksten", "teksten")) : NotTooLong(text, field);

    public static Refusal? NotTooLong(WrittenText? text, string field) =>
        text is { Value.Length: > WrittenText.Longest } ? new TextTooLong(field) : null;

    public static Refusal? AtLeast(WrittenText? text, int characters, string field, Words what) =>
        text is null || text.Value.Trim().Length < characters ? new TextTooShort(field, characters, what) : Clean(text, field);
}

public sealed record CaseIsOnHold() : Refusal(new Words(
    "Saken er satt på vent. Koordinator må ta den opp igjen før noe kan gjøres.",
    "Saka er sett på vent. Koordinator må ta ho opp att før noko kan gjerast."));

public sealed record CaseIsClosed() : Refusal(new Words(
    "Saken er avsluttet og kan bare leses. Meld et nytt behov hvis arbeidet skal tas opp igjen.",
    "Saka er avslutta og kan berre lesast. Meld eit nytt behov dersom arbeidet skal takast opp att."));

public sealed record CaseNotRegistered() : Refusal(new Words(
    "Saken finnes ikke. Opprett saken ved å melde et behov.",
    "Saka finst ikkje. Opprett saka ved å melde eit behov."));

/// <param name="Field">Name of the field, for programs and for the link from the error summary.</param>
public sealed record FieldMissing(string Field, Words What) : Refusal(new Words($"Skriv {What.Nb}. Feltet må fylles ut.", $"Skriv {What.Nn}. Feltet må fyllast ut."));

public sealed record TextTooLong(string Field) : Refusal(new Words(
    "Teksten er for lang. Kort den ned til høyst 20 000 tegn.", "Teksten er for lang. Kort han ned til høgst 20 000 teikn."));

public sealed record TextTooShort(string Field, int Characters, Words What) : Refusal(new Words(
    $"Skriv {What.Nb} med minst {Characters} tegn, slik at de andre forstår.", $"Skriv {What.Nn} med minst {Characters} teikn, slik at dei andre forstår."));
