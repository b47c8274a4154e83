using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>One thing in the outline of a drawing.</summary>
/// <param name="Inside">What a phase or other sub-process is made of.</param>
/// <param name="Beside">Reminders and other events on its edge, each with what comes of it.</param>
public sealed record OutlineItem(ProcessElement Element, ImmutableArray<OutlineItem> Inside, ImmutableArray<OutlineItem> Beside);

/// <summary>A drawing as a text: everything in it once, in the order it comes. The same model as the drawing's, so the two never disagree.</summary>
public static class Outline
{
    public static ImmutableArray<OutlineItem> Of(ProcessModel process) => Of(process, null);

    /// <summary>A step that can be taken out and the way made whole.</summary>
    public static bool MayRemove(ProcessElement element) =>
        element.Kind != ElementKind.StartEvent && element.Outgoing.Length < 2 && (element.Kind != ElementKind.EndEvent || element.Siblings.Count(sibling => sibling.Kind == ElementKind.EndEvent) > 1);

    public static bool MayMove(ProcessElement element) =>
        (element.Kind.IsActivity() || element.Kind is ElementKind.CatchEvent or ElementKind.ThrowEvent) && element is { Incoming.Length: 1, Outgoing.Length: 1 };

    /// <summary>It can go past the one before it.</summary>
    public static bool MayGoEarlier(ProcessElement element) => MayMove(element) && element.Incoming[0].Source.Incoming.Length == 1;

    public static bool MayGoLater(ProcessElement element) => MayMove(element) && element.Outgoing[0].Target.Outgoing.Length == 1;

    public static bool MayHaveMoreWays(ProcessElement element) => element.Kind switch
    {
        ElementKind.ExclusiveGateway => MayHaveMoreWays("exclusiveGateway", element.Outgoing.Length),
        ElementKind.InclusiveGateway => MayHaveMoreWays("inclusiveGateway", element.Outgoing.Length),
        ElementKind.ParallelGateway => MayHaveMoreWays("parallelGateway", element.Outgoing.Length),
        _ => false,
    };

    internal static bool MayHaveMoreWays(string kind, int ways) => ways > 1 && kind is "exclusiveGateway" or "inclusiveGateway" or "parallelGateway";

    /// <summary>Where a way out of the element could lead.</summary>
    public static IEnumerable<ProcessElement> Targets(ProcessElement element) =>
        element.Siblings.Where(target => target != element && target.Kind is not (ElementKind.StartEvent or ElementKind.BoundaryEvent or ElementKind.EventSubProcess));

    /// <summary>Where the element could stand instead: after one of these.</summary>
    public static IEnumerable<ProcessElement> Places(ProcessElement element) => !MayMove(element) ? []
        : element.Siblings.Where(place => place != element && place.Kind != ElementKind.EndEvent && place.Outgoing.Length == 1 && place.Outgoing[0].Target != element);

    static ImmutableArray<OutlineItem> Of(ProcessModel process, ProcessElement? scope)
    {
        List<ProcessElement> inside = [.. process.Inside(scope)];
        var onTheWay = InOrder(inside.Where(element => element.Kind == ElementKind.StartEvent || (element.Incoming.IsEmpty && element.Kind != ElementKind.BoundaryEvent)), []);
        var seen = onTheWay.ToHashSet();
        var items = ImmutableArray.CreateBuilder<OutlineItem>();
        foreach (var element in onTheWay) items.Add(Item(process, element, seen));
        foreach (var left in inside.Where(element => !seen.Contains(element) && element.Kind != ElementKind.BoundaryEvent).ToList())
            if (seen.Add(left)) items.Add(Item(process, left, seen));
        return items.ToImmutable();
    }

    static OutlineItem Item(ProcessModel process, ProcessElement element, HashSet<ProcessElement> seen)
    {
        var beside = ImmutableArray.CreateBuilder<OutlineItem>();
        foreach (var boundary in element.Boundaries)
            foreach (var next in InOrder([boundary], seen))
                if (seen.Add(next)) beside.Add(Item(process, next, seen));
        return new(element, element.Kind.IsScope() ? Of(process, element) : [], beside.ToImmutable());
    }

    /// <summary>Each after all that lead to it, ways back aside; of several ways the first comes first.</summary>
    static List<ProcessElement> InOrder(IEnumerable<ProcessElement> begins, HashSet<ProcessElement> seen)
    {
        var done = new List<ProcessElement>();
        var met = new HashSet<ProcessElement>(seen);
        foreach (var begin in begins.Reverse())
        {
            var ahead = new Stack<(ProcessElement Element, bool Left)>([(begin, false)]);
            while (ahead.TryPop(out var at))
            {
                if (at.Left) done.Add(at.Element);
                if (at.Left || !met.Add(at.Element)) continue;
                ahead.Push((at.Element, true));
                foreach (var flow in at.Element.Outgoing) ahead.Push((flow.Target, false));
            }
        }

        done.Reverse();
        return done;
    }
}
