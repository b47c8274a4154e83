namespace LmsWorkflow.Domain;

/// <summary>A key signs nothing more, because another took its place or it may be in other hands. What it signed until now still counts.</summary>
public sealed record RetireLogKey(string Key) : LogRequest
{
    public override Act Act => Act.ManageLog;

    public override Decision Decide(LogBook book) => book.KeyInUse(Key) is null
        ? Decision.Refuse(new UnknownLogKey())
        : Decision.Accept(new LogKeyRetired(Key));
}

public sealed record LogKeyRetired(string Key) : LogFact
{
    public override LogBook Apply(LogBook book, Stamp stamp) =>
        book.KeyInUse(Key) is { } entry ? book with { Keys = book.Keys.Replace(entry, entry with { RetiredAt = stamp.At }) } : book;
}

public sealed record UnknownLogKey() : Refusal(new Words(
    "Loggen bruker ikke en slik nøkkel. Last siden på nytt og se hvilke som er i bruk.", "Loggen bruker ikkje ein slik nøkkel. Last sida på nytt og sjå kva for nokre som er i bruk."));
