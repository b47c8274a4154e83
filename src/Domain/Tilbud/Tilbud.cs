using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Status of a tilbud (domain notes §4.1).</summary>
public enum TilbudStatus { UnderEstablishment, Trial, Permanent, UnderRevision, Paused, Transferred, Ended }

/// <summary>A change the last run asked for, followed into the next version (R136, R142).</summary>
/// <param name="Number">Number among the case's change proposals; the text stays with the case.</param>
public sealed record LinkedChange(CaseId Case, int Number, PersonId Owner, DateOnly Due);

/// <summary>One version of a tilbud: a draft with its changes, or carried out in a case.</summary>
public sealed record TilbudVersion(int Number, CaseId DraftedBy, ImmutableArray<LinkedChange> Changes, DateTimeOffset At);

/// <summary>Lærings- og mestringstilbud: what lasts, across the cases that carry it out. The fold of its own stream.</summary>
public sealed record Tilbud
{
    public static Tilbud Unregistered(TilbudId id) => new() { Id = id };

    public required TilbudId Id { get; init; }

    /// <summary>Number of facts in the stream.</summary>
    public long Version { get; init; }

    public SealedText? Title { get; init; }
    public TilbudType Type { get; init; }
    public ImmutableArray<UnitId> Owners { get; init; } = [];
    public TilbudStatus Status { get; init; }
    public ImmutableArray<TilbudVersion> Versions { get; init; } = [];
    public ImmutableArray<CaseId> Cases { get; init; } = [];

    /// <summary>Runs in a year once permanent.</summary>
    public int? RunsPerYear { get; init; }

    public bool IsRegistered => Version > 0;

    public TilbudVersion? Latest => Versions is [.., var latest] ? latest : null;

    public Tilbud After(Fact fact, Stamp stamp) => (fact is TilbudFact tilbudFact ? tilbudFact.Apply(this, stamp) : this) with { Version = Version + 1 };
}

/// <summary>A fact of a tilbud's stream.</summary>
public abstract record TilbudFact : Fact
{
    public abstract Tilbud Apply(Tilbud tilbud, Stamp stamp);
}

/// <summary>A tilbud came to be with the case that was the first to work on it.</summary>
public sealed record TilbudRegistered(CaseId Case, SealedText Title, TilbudType Type, ImmutableArray<UnitId> Owners) : TilbudFact
{
    public override Tilbud Apply(Tilbud tilbud, Stamp stamp) => tilbud with
    {
        Title = Title,
        Type = Type,
        Owners = Owners,
        Status = TilbudStatus.UnderEstablishment,
        Cases = [Case],
        Versions = [new(1, Case, [], stamp.At)],
    };
}

/// <summary>A further case works on the tilbud: a re-run or a revision.</summary>
public sealed record TilbudTakenUp(CaseId Case) : TilbudFact
{
    public override Tilbud Apply(Tilbud tilbud, Stamp stamp) => tilbud with { Cases = tilbud.Cases.Add(Case) };
}

/// <summary>The tilbud's status followed from what happened in a case.</summary>
public sealed record TilbudStatusChanged(TilbudStatus Status, CaseId Case, int? RunsPerYear) : TilbudFact
{
    public override Tilbud Apply(Tilbud tilbud, Stamp stamp) => tilbud with { Status = Status, RunsPerYear = RunsPerYear ?? tilbud.RunsPerYear };
}

/// <summary>The next version was drafted, with the changes the evaluated run asked for (step 5.2, R136).</summary>
public sealed record TilbudVersionDrafted(int Number, CaseId Case, ImmutableArray<LinkedChange> Changes) : TilbudFact
{
    public override Tilbud Apply(Tilbud tilbud, Stamp stamp) => tilbud with { Versions = tilbud.Versions.Add(new(Number, Case, Changes, stamp.At)) };
}
