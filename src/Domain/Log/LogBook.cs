using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A public key the log's checkpoints are signed with.</summary>
/// <param name="Key">As <see cref="NoteKey.Write"/> writes it.</param>
/// <param name="RetiredAt">Checkpoints from after this are not signed with it.</param>
public sealed record LogKeyEntry(string Key, DateTimeOffset IntroducedAt, DateTimeOffset? RetiredAt);

/// <summary>Somebody outside who co-signs checkpoints.</summary>
/// <param name="Key">As <see cref="NoteKey.Write"/> writes it.</param>
/// <param name="Name">What the organisation is called; no person's name.</param>
public sealed record WitnessEntry(string Key, string Name, DateTimeOffset AdmittedAt, DateTimeOffset? DismissedAt);

/// <summary>The keys and witnesses of the proof log, and who looked it through: the fold of the log's own stream, which is itself in the log.</summary>
public sealed record LogBook
{
    public static LogBook Empty { get; } = new();

    public long Version { get; init; }
    public ImmutableArray<LogKeyEntry> Keys { get; init; } = [];
    public ImmutableArray<WitnessEntry> Witnesses { get; init; } = [];
    public ImmutableArray<CheckEntry> Checks { get; init; } = [];

    public LogBook After(Fact fact, Stamp stamp) => (fact is LogFact logFact ? logFact.Apply(this, stamp) : this) with { Version = Version + 1 };

    public LogKeyEntry? KeyInUse(string key) => Keys.FirstOrDefault(entry => entry.Key == key && entry.RetiredAt is null);

    public WitnessEntry? Witness(string key) => Witnesses.FirstOrDefault(entry => entry.Key == key && entry.DismissedAt is null);
}

/// <summary>A fact of the log's own stream.</summary>
public abstract record LogFact : Fact
{
    public abstract LogBook Apply(LogBook book, Stamp stamp);
}

/// <summary>An act on the proof log itself.</summary>
public abstract record LogRequest
{
    public abstract Act Act { get; }

    public abstract Decision Decide(LogBook book);
}
