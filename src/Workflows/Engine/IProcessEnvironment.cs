using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What the engine may ask of the case it drives. The engine itself knows no clock and no case.</summary>
public interface IProcessEnvironment
{
    DateTimeOffset Now { get; }

    /// <summary>The value of a case variable as the case is now, the facts of this run included.</summary>
    FeelValue Value(string name);

    /// <summary>Carries out a service task.</summary>
    ActionOutcome Perform(ProcessElement serviceTask);

    /// <summary>When a rule counted from now falls due.</summary>
    DateTimeOffset Due(DueRule rule);
}

/// <summary>What came of a service task.</summary>
public abstract record ActionOutcome
{
    /// <summary>Done. The facts are already part of what <see cref="IProcessEnvironment.Value"/> sees.</summary>
    public sealed record Done(ImmutableArray<Fact> Facts) : ActionOutcome;

    /// <summary>It cannot be done yet; codes of the reasons.</summary>
    public sealed record StuckBecause(ImmutableArray<string> ReasonCodes) : ActionOutcome;
}
