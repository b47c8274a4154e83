using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>What facts of a case mean for its tilbud. Pure; the host appends the answer to the tilbud's stream in the same transaction.</summary>
public static class TilbudFollowUp
{
    /// <param name="before">The case before the facts.</param>
    /// <param name="facts">What was decided on the case.</param>
    /// <param name="tilbud">The tilbud's state, unregistered when it has no stream yet.</param>
    public static ImmutableArray<TilbudFact> Of(CaseFile before, ImmutableArray<Fact> facts, Tilbud tilbud) => [.. facts.SelectMany(fact => Of(before, fact, tilbud))];

    /// <summary>Does any of the facts concern the tilbud? Asked first, so that its stream is read only when needed.</summary>
    public static bool Concerns(ImmutableArray<Fact> facts)
    {
        foreach (var fact in facts)
            if (fact is NeedRegistered or CourseAnnounced or ContinuationDecided) return true;
        return false;
    }

    /// <summary>The stream the facts concern.</summary>
    public static TilbudId? Stream(CaseFile before, ImmutableArray<Fact> facts) =>
        before.Identity?.Tilbud ?? facts.OfType<NeedRegistered>().FirstOrDefault()?.Tilbud;

    static ImmutableArray<TilbudFact> Of(CaseFile before, Fact fact, Tilbud tilbud) => fact switch
    {
        NeedRegistered need => [tilbud.IsRegistered ? new TilbudTakenUp(before.Id) : new TilbudRegistered(before.Id, need.Title, need.Type, need.Owners)],
        CourseAnnounced when tilbud.Status == TilbudStatus.UnderEstablishment => [new TilbudStatusChanged(TilbudStatus.Trial, before.Id, null)],
        ContinuationDecided decided => Decided(before, decided, tilbud),
        _ => [],
    };

    static ImmutableArray<TilbudFact> Decided(CaseFile file, ContinuationDecided decided, Tilbud tilbud)
    {
        var status = new TilbudStatusChanged(StatusAfter(decided.Outcome, tilbud.Status), file.Id, decided.RunsPerYear);
        ImmutableArray<LinkedChange> changes = [.. file.Evaluation.Changes.Select(change => new LinkedChange(file.Id, change.Number, change.Owner, change.Due))];
        var goesOn = decided.Outcome is not (ContinuationOutcome.Stop or ContinuationOutcome.Transfer);
        return goesOn && (!changes.IsEmpty || decided.Outcome == ContinuationOutcome.Revise)
            ? [status, new TilbudVersionDrafted((tilbud.Latest?.Number ?? 1) + 1, file.Id, changes)]
            : [status];
    }

    static TilbudStatus StatusAfter(ContinuationOutcome outcome, TilbudStatus now) => outcome switch
    {
        ContinuationOutcome.Permanent => TilbudStatus.Permanent,
        ContinuationOutcome.Revise => TilbudStatus.UnderRevision,
        ContinuationOutcome.Pause => TilbudStatus.Paused,
        ContinuationOutcome.Transfer => TilbudStatus.Transferred,
        ContinuationOutcome.Stop => TilbudStatus.Ended,
        _ => now == TilbudStatus.UnderEstablishment ? TilbudStatus.Trial : now,
    };
}
