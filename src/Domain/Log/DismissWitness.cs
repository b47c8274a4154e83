namespace LmsWorkflow.Domain;

/// <summary>A witness's signatures are no longer taken in. Those that were, stay.</summary>
public sealed record DismissWitness(string Key) : LogRequest
{
    public override Act Act => Act.ManageLog;

    public override Decision Decide(LogBook book) => book.Witness(Key) is null ? Decision.Refuse(new UnknownWitness()) : Decision.Accept(new WitnessDismissed(Key));
}

public sealed record WitnessDismissed(string Key) : LogFact
{
    public override LogBook Apply(LogBook book, Stamp stamp) =>
        book.Witness(Key) is { } entry ? book with { Witnesses = book.Witnesses.Replace(entry, entry with { DismissedAt = stamp.At }) } : book;
}

public sealed record UnknownWitness() : Refusal(new Words(
    "Vitnet er ikke blant dem som er godtatt. Be administrator ta inn vitnets nøkkel først.", "Vitnet er ikkje blant dei som er godtekne. Be administrator ta inn nøkkelen til vitnet først."));
