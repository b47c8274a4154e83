namespace LmsWorkflow.Domain;

/// <summary>A node begins to sign with a key. The system does it at first start, and when an administrator has the key changed.</summary>
public sealed record IntroduceLogKey(string Key) : LogRequest
{
    public override Act Act => Act.SystemAct;

    public override Decision Decide(LogBook book) => book.Keys.Any(entry => entry.Key == Key)
        ? book.KeyInUse(Key) is null ? Decision.Refuse(new LogKeyIsRetired()) : Decision.Accept()
        : Decision.Accept(new LogKeyIntroduced(Key));
}

public sealed record LogKeyIntroduced(string Key) : LogFact
{
    public override LogBook Apply(LogBook book, Stamp stamp) => book with { Keys = book.Keys.Add(new(Key, stamp.At, null)) };
}

public sealed record LogKeyIsRetired() : Refusal(new Words(
    "Denne nøkkelen er tatt ut av bruk og kan ikke tas i bruk igjen. Bytt til en ny nøkkel.", "Denne nøkkelen er teken ut av bruk og kan ikkje takast i bruk igjen. Byt til ein ny nøkkel."));
