using System.Text.Json;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>A refusal as programs get it: RFC 9457, with our typed reasons in every written form.</summary>
/// <param name="Code">Stable name for programs.</param>
public sealed record Problem(int Status, string Code, Words Sentence)
{
    /// <summary>One reason for each thing that is wrong.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [new(Code, Sentence.Nb, Sentence.Nn)];

    /// <summary>The case's version now, when the caller's was stale.</summary>
    public long? Version { get; init; }

    /// <summary>What was sent is kept under this hash, though it was not saved.</summary>
    public string? Kept { get; init; }

    /// <summary>What somebody else changed in the meantime.</summary>
    public IReadOnlyList<Reason>? Changes { get; init; }

    public sealed record Reason(string Code, string Nb, string Nn)
    {
        public static Reason Of(Refusal refusal) => new(refusal.Code, refusal.Sentence.Nb, refusal.Sentence.Nn);
    }

    public static Problem Refused(int status, IEnumerable<Refusal> refusals)
    {
        Reason[] reasons = [.. refusals.Select(Reason.Of)];
        return new(status, reasons[0].Code, new(reasons[0].Nb, reasons[0].Nn)) { Reasons = reasons };
    }

    /// <summary>Where in the body it went wrong; the path holds names and numbers only, never what was typed.</summary>
    public static Problem Malformed(string? place = null) => new(400, "MalformedRequest", place is null
        ? new("Innholdet kan ikke leses. Se API-beskrivelsen for hvordan det skal se ut.", "Innhaldet kan ikkje lesast. Sjå API-skildringa for korleis det skal sjå ut.")
        : new($"Innholdet kan ikke leses ved {place}. Se API-beskrivelsen for hvordan det skal se ut.", $"Innhaldet kan ikkje lesast ved {place}. Sjå API-skildringa for korleis det skal sjå ut."));

    public static Problem NotSignedIn { get; } = new(401, "NotSignedIn", new("Du er ikke logget inn. Logg inn og prøv igjen.", "Du er ikkje logga inn. Logg inn og prøv igjen."));
    public static Problem NotAllowed { get; } = new(403, "NotAllowed", new("Du har ikke tilgang til dette. Kontakt koordinator hvis du mener det er feil.", "Du har ikkje tilgang til dette. Kontakt koordinator om du meiner det er feil."));
    public static Problem NotFound { get; } = new(404, "NotFound", new("Det du ser etter, finnes ikke. Gå til listen og velg på nytt.", "Det du ser etter, finst ikkje. Gå til lista og vel på nytt."));
    public static Problem OnlyNow { get; } = new(400, "OnlyNow", new("Dette finnes bare slik saken er i dag. Ta bort at fra adressen og prøv igjen.", "Dette finst berre slik saka er i dag. Ta bort at frå adressa og prøv igjen."));
    public static Problem WrongVerb { get; } = new(405, "WrongVerb", new("Adressen kan ikke brukes slik. Se API-beskrivelsen.", "Adressa kan ikkje brukast slik. Sjå API-skildringa."));
    public static Problem TooLarge { get; } = new(413, "TooLarge", new("Innholdet er for stort. Kort det ned og send på nytt.", "Innhaldet er for stort. Kort det ned og send på nytt."));
    public static Problem NotJson { get; } = new(415, "NotJson", new("Innholdet må sendes som application/json.", "Innhaldet må sendast som application/json."));
    public static Problem AntiForgery { get; } = new(400, "AntiForgery", new("Skjemaet er for gammelt eller kom fra et annet sted. Last siden på nytt og prøv igjen.", "Skjemaet er for gammalt eller kom frå ein annan stad. Last sida på nytt og prøv igjen."));
    public static Problem BadIfMatch { get; } = new(400, "BadIfMatch", new("If-Match må være versjonen i anførselstegn, slik den står i ETag.", "If-Match må vere versjonen i hermeteikn, slik han står i ETag."));
    public static Problem BadIdempotencyKey { get; } = new(400, "BadIdempotencyKey", new("Idempotency-Key kan ha høyst 100 synlige tegn.", "Idempotency-Key kan ha høgst 100 synlege teikn."));
    public static Problem TimedOut { get; } = new(503, "TimedOut", new("Det tok for lang tid. Ingenting er halvveis lagret. Prøv igjen.", "Det tok for lang tid. Ingenting er halvvegs lagra. Prøv igjen."));
    public static Problem OurMistake { get; } = new(500, "OurMistake", new("Noe gikk galt hos oss. Det du skrev er ikke lagret. Prøv igjen.", "Noko gjekk gale hos oss. Det du skreiv er ikkje lagra. Prøv igjen."));

    /// <param name="ifMatch">The caller named a version (412); otherwise the conflict outlived our retries (409).</param>
    public static Problem Stale(long version, bool ifMatch) => new(ifMatch ? 412 : 409, "Stale", new(
        "Saken er endret siden du åpnet den. Se hva som er nytt, og prøv igjen.", "Saka er endra sidan du opna ho. Sjå kva som er nytt, og prøv igjen."))
    { Version = version };

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(
        new { type = $"urn:lmsworkflow:problem:{Code}", title = Sentence.Nb, status = Status, code = Code, reasons = Reasons, version = Version, kept = Kept, changes = Changes }, Plain);

    public async Task Write(HttpContext http)
    {
        if (http.Response.HasStarted) return;
        http.Response.StatusCode = Status;
        http.Response.ContentType = "application/problem+json";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(Bytes(), http.RequestAborted);
    }

    static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.BasicLatin, System.Text.Unicode.UnicodeRanges.Latin1Supplement),
    };
}
