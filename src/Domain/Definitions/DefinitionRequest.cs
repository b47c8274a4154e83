using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>One act somebody asks for on one process definition. The same road as a case's.</summary>
public abstract record DefinitionRequest
{
    public abstract Act Act { get; }

    /// <summary>The rule. Access has been decided already.</summary>
    public abstract Decision Decide(DefinitionContext context);
}

/// <summary>All that a rule on definitions may look at.</summary>
/// <param name="Sides">The sides the actor is appointed to today, in open cases of the unit that is asked.</param>
/// <param name="Judgement">What is found in the draft the request is about; null when it is about none.</param>
public sealed record DefinitionContext(
    DefinitionFile File, Actor Actor, PeopleDirectory Directory, ImmutableArray<Side> Sides, DefinitionJudgement? Judgement)
{
    /// <summary>What came of the scenarios that are kept with the definition, run against the draft; null before they have been run, and where there are none.</summary>
    public RehearsalOutcome? Rehearsal { get; init; }

    /// <summary>Names of the scenarios that come with the product for this definition.</summary>
    public ImmutableArray<string> ShippedScenarios { get; init; } = [];
}

/// <summary>The kept scenarios have been run against a draft.</summary>
/// <param name="Failures">One for each that did not go as it says.</param>
public sealed record RehearsalOutcome(Rehearsed Rehearsed, ImmutableArray<Refusal> Failures);

/// <summary>What the checks and the comparison say of a draft.</summary>
/// <param name="Errors">Everything that keeps it from being published.</param>
/// <param name="Weakens">It weakens participation within what the phase table allows.</param>
/// <param name="ChangesHash">SHA-256 of the list of changes as it lies in the content store.</param>
public sealed record DefinitionJudgement(ImmutableArray<Refusal> Errors, bool Weakens, string ChangesHash);
