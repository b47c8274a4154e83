using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>The checks, in the order their findings are told.</summary>
static class AllChecks
{
    public static ImmutableArray<Check> List { get; } =
    [
        StartAndEnd.Check, Connected.Check,
        GatewayConditions.Check, ConditionalFlows.Check, DefaultFlows.Check, CompleteConditions.Check,
        NoImplicitSplit.Check, NoFakeJoin.Check, NoGatewayJoinFork.Check, NoSuperfluousGateway.Check, NoZeroWaitLoop.Check,
        ErrorsCaught.Check, SomebodySends.Check, Named.Check, DocumentsHaveForms.Check, DeadlinesReachSomebody.Check,
        PhasesInOrder.Check, EveryGate.Check, SignOffBothSides.Check,
    ];

    /// <summary>What the reader itself finds while it reads. They have pages and drawings too.</summary>
    public static ImmutableArray<string> ByReader { get; } =
    [
        "readable", "ids", "references", "size", "one-process", "one-start", "supported-elements", "attributes", "conditions", "roles", "deadlines", "actions", "timers",
        "event-references", "default-flows", "events", "event-based-gateway", "links", "loops", "called-definitions",
    ];
}
