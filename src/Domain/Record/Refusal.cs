using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Why an act was not carried out, as a typed reason. Not an exception: the record of the refusal is kept and the person is told what to do.</summary>
/// <param name="Sentence">What is wrong and what to do next, in plain Norwegian. Never contains personal data.</param>
public abstract record Refusal(Words Sentence)
{
    /// <summary>Stable name for programs, e.g. <c>MissingSignOff</c>.</summary>
    public string Code => GetType().Name;
}

/// <summary>Answer to a request: facts, or reasons.</summary>
public abstract record Decision
{
    public sealed record Accepted(ImmutableArray<Fact> Facts) : Decision;

    public sealed record Refused(ImmutableArray<Refusal> Reasons) : Decision;

    public static Decision Accept(params ReadOnlySpan<Fact> facts) => new Accepted([.. facts]);

    public static Decision Refuse(params ReadOnlySpan<Refusal> reasons) => new Refused([.. reasons]);

    /// <summary>Refuses when any of the reasons is there (nulls are skipped), else accepts.</summary>
    public static Decision Unless(IEnumerable<Refusal?> reasons, Func<ImmutableArray<Fact>> facts)
    {
        ImmutableArray<Refusal> unmet = [.. reasons.OfType<Refusal>()];
        return unmet.IsEmpty ? new Accepted(facts()) : new Refused(unmet);
    }
}
