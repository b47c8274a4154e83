using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Koordinator or administrator asks that something stuck is tried again, after having put right what was wrong.</summary>
/// <param name="Item">The stuck item's number in the process.</param>
public sealed record RetryStuck(int Item) : ProcessRequest
{
    public override Act Act => Act.ResolveStuck;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            context.Case.Process?.Find(Item) is { IsStuck: true } ? null : new NothingIsStuck(),
        ],
        () => []);

    internal override void Move(EngineRun run) => run.Retry(Item);
}

public sealed record NothingIsStuck() : Refusal(new Words(
    "Prosessen står ikke fast her lenger. Last siden på nytt.", "Prosessen står ikkje fast her lenger. Last sida på nytt."));
