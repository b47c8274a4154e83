using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>From which places a token can still come to a joining inclusive gateway (BPMN 2.0.2 §13.4.3).</summary>
sealed class NetUpstream
{
    readonly Dictionary<ProcessElement, int> numbers = [];
    readonly List<ProcessElement> elements = [];
    readonly int[][] before;
    readonly int[] standsAt;
    readonly int[] reached;
    int round;

    public NetUpstream(BpmnModel model, IReadOnlyList<NetPlace> places)
    {
        foreach (var element in model.Processes.SelectMany(process => process.Elements))
        {
            numbers[element] = elements.Count;
            elements.Add(element);
        }

        before = [.. elements.Select(element => Before(element).Select(other => numbers[other]).ToArray())];
        standsAt = [.. places.Select(StandsAt)];
        reached = new int[elements.Count];
    }

    /// <summary>For each incoming flow, places of the scope from which a token can come by it without passing the gateway itself.</summary>
    public ImmutableArray<PlaceMask> CanStillCome(ProcessElement gateway, int from, int to) => [.. gateway.Incoming.Select(flow =>
    {
        Reach(flow.Source, gateway);
        List<int> found = [];
        for (var place = from; place < to; place++)
            if (standsAt[place] is var at && at >= 0 && reached[at] == round && elements[at].Parent == gateway.Parent) found.Add(place);
        return PlaceMask.Of(found);
    })];

    void Reach(ProcessElement source, ProcessElement gateway)
    {
        round++;
        var barred = numbers[gateway];
        var ahead = new Stack<int>([numbers[source]]);
        while (ahead.TryPop(out var element))
        {
            if (element == barred || reached[element] == round) continue;
            reached[element] = round;
            foreach (var earlier in before[element]) ahead.Push(earlier);
        }
    }

    static IEnumerable<ProcessElement> Before(ProcessElement element)
    {
        foreach (var flow in element.Incoming) yield return flow.Source;
        if (element.AttachedTo is { } host) yield return host;
        if (element is not { Kind: ElementKind.CatchEvent, Trigger: Trigger.Link }) yield break;
        foreach (var other in element.Siblings)
            if (other is { Kind: ElementKind.ThrowEvent, Trigger: Trigger.Link } && other.EventName == element.EventName) yield return other;
    }

    /// <summary>Where a token in the place stands: on a flow, before its target; else in the activity. -1 for what is no token.</summary>
    int StandsAt(NetPlace place) => place switch
    {
        { Kind: PlaceKind.Flow } => numbers[place.Flow!.Target],
        { Kind: PlaceKind.Active, Element: { } element } => numbers[element],
        _ => -1,
    };
}
