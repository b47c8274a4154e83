namespace LmsWorkflow.Workflows;

/// <summary>
/// What a proof keeps track of beside tokens. Soundness keeps track of nothing (<see cref="NoRules"/>); participation of sign-offs and phases
/// (<see cref="ParticipationRules"/>). A rule is a pure function of one word; null means that it cannot happen.
/// </summary>
interface INetRules
{
    /// <summary>May this choice be made? The conditions that must not be false, and those that must not be true.</summary>
    /// <returns>Null rule: nothing rules it out. False in <c>Possible</c>: it is ruled out for ever.</returns>
    (bool Possible, Func<ulong, ulong?>? Rule) Choice(IReadOnlyList<FeelExpression> holding, IReadOnlyList<FeelExpression> failing);

    Func<ulong, ulong?>? Begins(ProcessModel process);

    /// <summary>Ways a task can be completed; a sign-off has more than one outcome.</summary>
    IEnumerable<Func<ulong, ulong?>?> Completions(ProcessElement task);

    Func<ulong, ulong?>? Enters(ProcessElement scope);

    Func<ulong, ulong?>? Catches(ProcessElement happening);

    /// <summary>What may happen to the case at any time, and when: rule and the places of which one must be marked.</summary>
    IEnumerable<(ProcessElement Where, Func<ulong, ulong?> Rule)> Surroundings(BpmnModel model);
}

/// <summary>Conditions are weighed with every variable unknown: only those that are always true or always false rule anything out.</summary>
sealed class NoRules : INetRules
{
    public (bool, Func<ulong, ulong?>?) Choice(IReadOnlyList<FeelExpression> holding, IReadOnlyList<FeelExpression> failing)
    {
        static FeelValue Unknown(string name) => FeelValue.Null;
        return (holding.All(condition => !condition.Evaluate(Unknown).IsFalse) && failing.All(condition => !condition.Evaluate(Unknown).IsTrue), null);
    }

    public Func<ulong, ulong?>? Begins(ProcessModel process) => null;

    public IEnumerable<Func<ulong, ulong?>?> Completions(ProcessElement task) => [null];

    public Func<ulong, ulong?>? Enters(ProcessElement scope) => null;

    public Func<ulong, ulong?>? Catches(ProcessElement happening) => null;

    public IEnumerable<(ProcessElement Where, Func<ulong, ulong?> Rule)> Surroundings(BpmnModel model) => [];
}
