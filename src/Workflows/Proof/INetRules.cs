namespace LmsWorkflow.Workflows;

/// <summary>
/// What a proof keeps track of beside tokens. Soundness keeps track of nothing (<see cref="NoRules"/>); participation of sign-offs and phases
/// (<see cref="ParticipationRules"/>).
/// </summary>
interface INetRules
{
    /// <summary>May this choice be made? The conditions that must not be false, and those that must not be true.</summary>
    /// <returns>Null rule: nothing rules it out. False in <c>Possible</c>: it is ruled out for ever.</returns>
    (bool Possible, NetRule? Rule) Choice(IReadOnlyList<FeelExpression> holding, IReadOnlyList<FeelExpression> failing);

    NetRule? Begins(ProcessModel process);

    /// <summary>Ways a task can be completed; a sign-off has more than one outcome.</summary>
    IEnumerable<NetRule?> Completions(ProcessElement task);

    NetRule? Enters(ProcessElement scope);

    NetRule? Catches(ProcessElement happening);

    /// <summary>What may happen to the case at any time, and when: the scope that must be going on, and the rule.</summary>
    IEnumerable<(ProcessElement Where, NetRule Rule)> Surroundings(BpmnModel model);
}

/// <summary>Conditions are weighed with every variable unknown: only those that are always true or always false rule anything out.</summary>
sealed class NoRules : INetRules
{
    public (bool, NetRule?) Choice(IReadOnlyList<FeelExpression> holding, IReadOnlyList<FeelExpression> failing)
    {
        static FeelValue Unknown(string name) => FeelValue.Null;
        return (holding.All(condition => !condition.Evaluate(Unknown).IsFalse) && failing.All(condition => !condition.Evaluate(Unknown).IsTrue), null);
    }

    public NetRule? Begins(ProcessModel process) => null;

    public IEnumerable<NetRule?> Completions(ProcessElement task) => [null];

    public NetRule? Enters(ProcessElement scope) => null;

    public NetRule? Catches(ProcessElement happening) => null;

    public IEnumerable<(ProcessElement Where, NetRule Rule)> Surroundings(BpmnModel model) => [];
}
