using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>How an objection stands (R97). Open and Escalated block the gate.</summary>
public enum ObjectionStatus { Open, Escalated, Agreed, Withdrawn, Dissent, Stopped }

/// <summary>The risk a professional objection on safety names, and a proposed safe alternative (R101).</summary>
public sealed record SafetyConcern(SealedText Risk, SealedText Alternative)
{
    /// <summary>The responsible physician who has assessed the risk; until then the leader cannot let the case continue with dissent.</summary>
    public PersonId? AssessedBy { get; init; }
}

/// <summary>Innsigelse (R94): blocks the gate until the objector's side lets go or a recorded procedure ends it.</summary>
public sealed record Objection(
    int Number, Gate Gate, int Package, PersonId By, Side Side, SealedText Reason, SealedText? Alternative, SafetyConcern? Safety, DateTimeOffset At)
{
    public ObjectionStatus Status { get; init; }
    public DateOnly DialogueDue { get; init; }

    /// <summary>When it was raised, or last sent back by the leader: only a dialogue held since counts (R96, R99).</summary>
    public DateTimeOffset OpenSince { get; init; } = At;

    /// <summary>The leader's guidance when the case was sent back (R99).</summary>
    public SealedText? Guidance { get; init; }

    /// <summary>Printed in the plan or report when the case continues with dissent (R102).</summary>
    public SealedText? Dissent { get; init; }

    public bool Blocks => Status is ObjectionStatus.Open or ObjectionStatus.Escalated;
}

public sealed record Objections(ImmutableArray<Objection> All)
{
    public static Objections Empty { get; } = new([]);

    public Objection? Numbered(int number) => number >= 1 && number <= All.Length ? All[number - 1] : null;

    public bool Blocks(Gate gate)
    {
        foreach (var objection in All)
            if (objection.Gate == gate && objection.Blocks) return true;
        return false;
    }

    public bool HasOpen
    {
        get
        {
            foreach (var objection in All)
                if (objection.Blocks) return true;
            return false;
        }
    }

    public Objections Replace(int number, Func<Objection, Objection> change) => new(All.SetItem(number - 1, change(All[number - 1])));
}
