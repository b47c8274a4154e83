using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A text by where it lies apart: its stream, its commitment, the name of its field.</summary>
public sealed record TextPlace(string Stream, string Text, string Field);

public enum ErasureStanding { Waiting, Confirmed, Declined, Withdrawn }

/// <summary>One erasure, from proposal to decision.</summary>
/// <param name="Person">Whose data it is, when all of a person is erased.</param>
public sealed record Erasure(int Number, PersonId? Person, ImmutableArray<TextPlace> Texts, ErasureGround Ground, SealedText Reason, PersonId ProposedBy, DateTimeOffset ProposedAt)
{
    public ErasureStanding Standing { get; init; }

    public PersonId? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was declined.</summary>
    public SealedText? Answer { get; init; }

    /// <summary>When the database's own files were seen to hold nothing of the texts any more.</summary>
    public DateTimeOffset? CleanedAt { get; init; }

    /// <summary>The day when no backup taken before the erasure is kept any more; null until the database's own files are clean, since one taken meanwhile may still hold the text.</summary>
    /// <param name="backupDays">How long backups are kept.</param>
    public DateOnly? GoneFromBackups(int backupDays) => CleanedAt is { } cleaned ? OsloTime.Date(cleaned).AddDays(backupDays) : null;

    /// <summary>Whether this person can be the second of the two: never the one who proposed it, nor the one it is about.</summary>
    public bool CanBeAnsweredBy(PersonId person) => Standing == ErasureStanding.Waiting && ProposedBy != person && Person != person;
}

/// <summary>Every erasure that was proposed: the fold of a stream of its own.</summary>
public sealed record ErasureBook
{
    public static ErasureBook Empty { get; } = new();

    public long Version { get; init; }

    public ImmutableArray<Erasure> Erasures { get; init; } = [];

    public ErasureBook After(Fact fact, Stamp stamp) => (fact is ErasureFact erasure ? erasure.Apply(this, stamp) : this) with { Version = Version + 1 };

    public Erasure? Find(int number) => number >= 1 && number <= Erasures.Length ? Erasures[number - 1] : null;

    /// <summary>A waiting proposal that has one of these texts already.</summary>
    public Erasure? WaitingFor(IEnumerable<string> texts)
    {
        var asked = texts.ToHashSet(StringComparer.Ordinal);
        return Erasures.FirstOrDefault(erasure => erasure.Standing == ErasureStanding.Waiting && erasure.Texts.Any(place => asked.Contains(place.Text)));
    }

    internal ErasureBook With(int number, Func<Erasure, Erasure> change) => Find(number) is { } erasure ? this with { Erasures = Erasures.SetItem(number - 1, change(erasure)) } : this;
}

/// <summary>A fact of the erasures' own stream.</summary>
public abstract record ErasureFact : Fact
{
    public abstract ErasureBook Apply(ErasureBook book, Stamp stamp);
}

/// <summary>An act on erasures.</summary>
public abstract record ErasureRequest
{
    /// <param name="who">The person who asks; never a timer, and nobody on another's behalf.</param>
    /// <param name="texts">The texts it concerns as they are now.</param>
    public abstract Decision Decide(ErasureBook book, PersonId who, ImmutableArray<FoundText> texts);
}

/// <summary>A text somebody wants erased, as it is now.</summary>
/// <param name="IsThere">Not erased already.</param>
/// <param name="IsSigned">In a version of a document that was frozen and signed.</param>
/// <param name="AwaitsSignOff">In a text that is frozen and can be signed now.</param>
public sealed record FoundText(TextPlace Place, bool IsThere, bool IsSigned, bool AwaitsSignOff)
{
    /// <summary>Version of the case this was looked up at; null of a text in no case.</summary>
    public long? CaseVersion { get; init; }

    /// <summary>When it falls due; null where no rule of retention reaches it.</summary>
    public RetentionDue? Retention { get; init; }

    /// <summary>Its time of retention is out today.</summary>
    public bool IsDue { get; init; }
}

/// <summary>Texts of one stream were erased. Lies in the stream's companion, so that whoever has the stream can tell an erased text from one that was taken away.</summary>
/// <param name="Erasure">Number of the erasure that was decided.</param>
/// <param name="Texts">Their commitments.</param>
/// <param name="ProposedBy">The other of the two persons; the one who confirmed is in the stamp.</param>
public sealed record TextsErased(int Erasure, ErasureGround Ground, ImmutableArray<string> Texts, PersonId ProposedBy) : Fact;

public sealed record UnknownErasure() : Refusal(new Words("Det finnes ingen slik sletting. Se listen på siden Sletting.", "Det finst inga slik sletting. Sjå lista på sida Sletting."));

public sealed record ErasureAlreadyDecided() : Refusal(new Words("Forslaget er alt avgjort. Se hva som ble bestemt, på siden Sletting.", "Forslaget er alt avgjort. Sjå kva som vart bestemt, på sida Sletting."));
