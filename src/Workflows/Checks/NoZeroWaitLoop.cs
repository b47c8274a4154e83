namespace LmsWorkflow.Workflows;

/// <summary>
/// In every round there is something that waits: a person, a time, a message. A round where nothing waits either never goes round or never stops, as nothing in the case can
/// change meanwhile.
/// </summary>
static class NoZeroWaitLoop
{
    public static Check Check { get; } = new("no-zero-wait-loop", CheckedDrawings.All, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        var waiting = Waiting(process);
        foreach (var first in Rounds(process, waiting))
            report.Refuse(Place.Of(first), new(
                $"Veien fra {first.Nb()} går i ring uten at noe venter underveis. Sett inn en oppgave eller en hendelse som venter.",
                $"Vegen frå {first.Nn()} går i ring utan at noko ventar undervegs. Set inn ei oppgåve eller ei hending som ventar."));
    }

    /// <summary>Elements at which every token rests. A sub-process rests when each way through it does.</summary>
    static HashSet<ProcessElement> Waiting(CheckedProcess process)
    {
        var waiting = new HashSet<ProcessElement>(process.Elements.Where(WaitsItself));
        // those inside stand after what they lie in
        foreach (var scope in process.Elements.Reverse().Where(element => element.Kind.IsScope() && !waiting.Contains(element)))
            if (!PassesAtOnce(process, scope, waiting)) waiting.Add(scope);
        return waiting;
    }

    static bool WaitsItself(ProcessElement element) => element.Kind switch
    {
        ElementKind.UserTask or ElementKind.ManualTask or ElementKind.Task or ElementKind.ReceiveTask or ElementKind.CallActivity => true,
        ElementKind.EventBasedGateway or ElementKind.AdHocSubProcess or ElementKind.EventSubProcess => true,
        ElementKind.CatchEvent => element.Trigger != Trigger.Link,
        ElementKind.BoundaryEvent => element.Trigger is not (Trigger.Error or Trigger.Escalation),
        _ => false,
    };

    static bool PassesAtOnce(CheckedProcess process, ProcessElement scope, HashSet<ProcessElement> waiting) =>
        CheckedProcess.Reach(process.Inside(scope).Where(element => element.Incoming.IsEmpty && element.Kind != ElementKind.BoundaryEvent), process.AfterOrBeside, waiting.Contains)
            .Any(element => element.Outgoing.IsEmpty && !waiting.Contains(element));

    /// <summary>The first element, in the order of the file, of each round of elements that do not wait (Tarjan's strongly connected components, without recursion).</summary>
    static IEnumerable<ProcessElement> Rounds(CheckedProcess process, HashSet<ProcessElement> waiting)
    {
        var order = new Dictionary<ProcessElement, int>();
        var low = new Dictionary<ProcessElement, int>();
        var open = new Stack<ProcessElement>();
        var isOpen = new HashSet<ProcessElement>();
        var firsts = new List<ProcessElement>();
        foreach (var root in process.Elements)
            if (!waiting.Contains(root) && !order.ContainsKey(root)) Visit(root);
        return firsts.OrderBy(element => element.Line);

        void Visit(ProcessElement root)
        {
            var path = new Stack<(ProcessElement At, IEnumerator<ProcessElement> Next)>();
            Enter(root);
            while (path.TryPeek(out var top))
            {
                if (top.Next.MoveNext())
                {
                    var next = top.Next.Current;
                    if (!order.TryGetValue(next, out var seen)) Enter(next);
                    else if (isOpen.Contains(next)) low[top.At] = Math.Min(low[top.At], seen);
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out var before)) low[before.At] = Math.Min(low[before.At], low[top.At]);
                if (low[top.At] == order[top.At]) Close(top.At);
            }

            void Enter(ProcessElement element)
            {
                low[element] = order[element] = order.Count;
                open.Push(element);
                isOpen.Add(element);
                path.Push((element, process.AfterOrBeside(element).Where(next => !waiting.Contains(next)).GetEnumerator()));
            }
        }

        void Close(ProcessElement root)
        {
            var round = new List<ProcessElement>();
            ProcessElement member;
            do
            {
                member = open.Pop();
                isOpen.Remove(member);
                round.Add(member);
            }
            while (member != root);
            if (round.Count > 1 || process.AfterOrBeside(root).Contains(root)) firsts.Add(round.MinBy(element => element.Line)!);
        }
    }
}
