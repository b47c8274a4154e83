using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A gate both sides signed in an earlier case, which a re-run rests on.</summary>
/// <param name="Hash">Hash of the package they signed.</param>
public sealed record InheritedGate(Gate Gate, CaseId Case, int Package, string Hash);

/// <summary>A change the last run asked for (R136).</summary>
/// <param name="Number">Its place in the list of the re-run, from 1.</param>
public sealed record InheritedChange(int Number, SealedText What, PersonId Owner, DateOnly Due);

/// <summary>Somebody of the previous group: suggested, never appointed by itself (R144).</summary>
/// <param name="ClarifiedOn">The day the role clarification was accepted; valid for a time if the person gets the same assignment (R30).</param>
public sealed record SuggestedMember(PersonId Person, Side Side, AssignmentType Assignment, Perspective? Perspective, PersonId? ContactPerson, DateOnly? ClarifiedOn);

/// <summary>What was done with a change of the last run (R142).</summary>
public enum ChangeOutcome { Done, Postponed, Rejected }

/// <param name="Side">Side of the one who wrote it; null for the koordinator.</param>
public sealed record ChangeTreatment(int Number, ChangeOutcome Outcome, SealedText? Reason, PersonId By, Side? Side, DateTimeOffset At);

/// <summary>Gjentak: what a new run of a permanent offer starts from and must answer for.</summary>
public sealed record Rerun(
    CaseId Source, DateTimeOffset EstablishedAt, ImmutableArray<InheritedGate> Gates, ImmutableArray<InheritedChange> Changes, ImmutableArray<SuggestedMember> Suggested)
{
    /// <summary>Latest treatment of each change.</summary>
    public ImmutableArray<ChangeTreatment> Treatments { get; init; } = [];

    public ChangeTreatment? TreatmentOf(int number)
    {
        foreach (var treatment in Treatments)
            if (treatment.Number == number) return treatment;
        return null;
    }

    public bool RestsOn(Gate gate)
    {
        foreach (var inherited in Gates)
            if (inherited.Gate == gate) return true;
        return false;
    }

    /// <summary>The earlier role clarification, which holds while the assignment is the same (R30).</summary>
    public DateOnly? ClarifiedOn(PersonId person, AssignmentType assignment) =>
        Suggested.FirstOrDefault(member => member.Person == person && member.Assignment == assignment)?.ClarifiedOn;
}
