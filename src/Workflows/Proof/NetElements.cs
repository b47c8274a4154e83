using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>How each element moves tokens (BPMN 2.0.2 chapter 13).</summary>
sealed partial class NetBuilder
{
    readonly List<Action> later = [];
    readonly Dictionary<(NetScope Scope, ProcessElement Boundary), NetRegion> handlers = [];
    readonly List<(NetScope Scope, ProcessElement Start, NetScope Around)> eventStarts = [];

    void Element(ProcessElement element, NetRegion region)
    {
        ImmutableArray<int> ins = [.. element.Incoming.Select(flow => region.Flows[flow])];
        if (region.Beginnings.TryGetValue(element, out var beginning)) ins = ins.Add(beginning);
        switch (element.Kind)
        {
            case ElementKind.StartEvent or ElementKind.BoundaryEvent or ElementKind.EventSubProcess:
                break;
            case ElementKind.EndEvent:
                End(element, region, ins);
                break;
            case ElementKind.ThrowEvent:
                Throw(element, region, ins);
                break;
            case ElementKind.CatchEvent:
                if (element.Trigger != Trigger.Link) Catch(element, region, ins);
                break;
            case ElementKind.SubProcess or ElementKind.Transaction:
                SubProcess(element, region, ins);
                break;
            case ElementKind.EventBasedGateway:
                EventBased(element, region, ins);
                break;
            case ElementKind.ComplexGateway when element.Incoming.Length > 1 || element.Outgoing.Length > 1:
                unjudgeable ??= element;
                break;
            case ElementKind.ExclusiveGateway or ElementKind.ParallelGateway or ElementKind.InclusiveGateway or ElementKind.ComplexGateway:
                Gateway(element, region, ins);
                break;
            default:
                Task(element, region, ins);
                break;
        }
    }

    void Gateway(ProcessElement gateway, NetRegion region, ImmutableArray<int> ins)
    {
        var step = gateway.Outgoing.Length > 1 ? NetStep.Chooses : NetStep.Passes;
        var joins = ins.Length > 1 && gateway.Kind is ElementKind.ParallelGateway or ElementKind.InclusiveGateway && ins.Length > 1;
        foreach (var way in Ways(gateway, region))
        {
            if (joins && gateway.Kind == ElementKind.ParallelGateway) Add(step, region.Number, ins, way.Gives, gateway, way.Chosen, rule: way.Rule);
            else if (joins) Add(step, region.Number, [], way.Gives, gateway, way.Chosen, join: InclusiveJoin(gateway, region, ins), rule: way.Rule);
            else
                foreach (var place in ins) Add(step, region.Number, [place], way.Gives, gateway, way.Chosen, rule: way.Rule);
        }
    }

    int InclusiveJoin(ProcessElement gateway, NetRegion region, ImmutableArray<int> ins)
    {
        joins.Add(new(ins, []));
        inclusive.Add((joins.Count - 1, gateway, region));
        return joins.Count - 1;
    }

    /// <summary>A token on a task's flow stands at the task, unless something may accompany the task without ending it.</summary>
    void Task(ProcessElement task, NetRegion region, ImmutableArray<int> ins)
    {
        List<int> armed = [];
        var stands = ins;
        if (task.Boundaries.Any(boundary => !boundary.Interrupts || IsThrownHere(boundary)))
        {
            var active = Place(PlaceKind.Active, task);
            armed = Boundaries(task, region, active, null);
            foreach (var place in ins) Add(NetStep.Enters, region.Number, [place], [active, .. armed], task);
            stands = [active];
        }
        else
        {
            foreach (var boundary in task.Boundaries) Interrupting(boundary, region, ins, null, []);
        }

        foreach (var place in stands)
            foreach (var way in Ways(task, region))
                foreach (var completion in rules.Completions(task))
                    foreach (var message in Received(task))
                        Clearing(Add(NetStep.Completes, region.Number, [place, .. message], way.Gives, task, way.Chosen, rule: Both(completion, way.Rule)), null, armed);
    }

    void SubProcess(ProcessElement element, NetRegion region, ImmutableArray<int> ins)
    {
        var scope = NewScope(region.Scope, region.Scope.Process, element, region);
        FillScope(scope);
        scope.Armed.AddRange(Boundaries(element, region, scope.Active, scope));
        foreach (var place in ins)
            foreach (var start in Starts(scope))
                Add(NetStep.Enters, region.Number, [place, .. start.Messages], [scope.Active, .. Free(scope), .. scope.Begun, .. start.Gives, .. scope.Armed], element, rule: Both(rules.Enters(element), start.Rule));
        Completes(scope);
    }

    static ImmutableArray<int> Free(NetScope scope) => scope.Free < 0 ? [] : [scope.Free];

    /// <summary>Events on the edge of an activity. Answers the marks it is entered with.</summary>
    List<int> Boundaries(ProcessElement host, NetRegion region, int active, NetScope? scope)
    {
        List<int> armed = [];
        foreach (var boundary in host.Boundaries.OrderBy(boundary => boundary.Interrupts).ThenBy(Length))
        {
            if (boundary.Trigger is Trigger.Compensation or Trigger.None) continue;
            if (boundary.Interrupts) Interrupting(boundary, region, [active], scope, armed);
            else Accompanying(boundary, region, active, scope, armed);
        }

        return armed;
    }

    void Interrupting(ProcessElement boundary, NetRegion region, ImmutableArray<int> stands, NetScope? scope, List<int> armed)
    {
        if (boundary.Trigger is Trigger.Compensation or Trigger.None) return;
        foreach (var place in stands)
            foreach (var occasion in Occasions(boundary, place, scope))
                foreach (var way in Ways(boundary, region))
                    Clearing(Add(NetStep.Interrupts, region.Number, [place, .. occasion], way.Gives, boundary, way.Chosen, rule: Both(rules.Catches(boundary), way.Rule)), scope, armed);
    }

    /// <summary>What follows runs beside the activity; a timer fires once, anything else again when the former handling is over.</summary>
    void Accompanying(ProcessElement boundary, NetRegion region, int active, NetScope? scope, List<int> armed)
    {
        scopes.Add(new(scopes.Count, scopes[region.Number], region.Scope.Process, null, -1));
        var handler = new NetRegion(scopes.Count - 1, region, region.Scope, NetReach.From([boundary], element => element != boundary && (region.Of(element) is not null || element.IsForCompensation)));
        FillRegion(handler);
        if (scope is not null) handlers[(scope, boundary)] = handler;
        var once = boundary is { Trigger: Trigger.Timer, Timer.Repeats: false };
        var mark = once ? Place(PlaceKind.Mark, boundary) : -1;
        if (once) armed.Add(mark);
        List<int> earlier = Earlier(boundary, armed);
        foreach (var occasion in Occasions(boundary, active, scope))
            foreach (var way in Ways(boundary, handler))
            {
                ImmutableArray<int> takes = once ? [mark, .. occasion] : occasion;
                var transition = Add(NetStep.Accompanies, region.Number, takes, way.Gives, boundary, way.Chosen, needs: [active], rule: Both(rules.Catches(boundary), way.Rule));
                if (!once) emptyRegions.Add((transition, handler));
                else if (earlier.Count > 0) transition.Empty = PlaceMask.Of(earlier);
                clears.Add((transition, null, handler, []));
                transition.Handles = handler.Number;
            }
    }

    /// <summary>Of timers set at the same time on the same activity, the shorter goes off before the longer.</summary>
    List<int> Earlier(ProcessElement timer, List<int> armed) => LengthOf(timer) is { } length
        ? [.. armed.Where(mark => places[mark].Element is { } other && other != timer && LengthOf(other) is { } shorter && IsShorter(shorter, length))] : [];

    static DueRule? LengthOf(ProcessElement element) => element is { Trigger: Trigger.Timer, Timer: { Repeats: false, After: { } after } } ? after : null;

    static double Length(ProcessElement timer) => LengthOf(timer) switch
    {
        { WorkingDays: { } days } => days,
        { Duration: { } time } => time.Months * 31 + time.Exact.TotalDays,
        _ => 0,
    };

    static bool IsShorter(DueRule one, DueRule other) => (one, other) switch
    {
        ({ WorkingDays: { } days }, { WorkingDays: { } more }) => days < more,
        ({ Duration: { } time }, { Duration: { } longer }) => time.Months <= longer.Months && time.Exact <= longer.Exact && time != longer,
        _ => false,
    };

    /// <summary>A scope inside a scope that begins by itself (BPMN 2.0.2 §13.5.4).</summary>
    void EventSubProcess(ProcessElement element, NetScope around, NetRegion region)
    {
        var scope = NewScope(around, around.Process, element, region);
        FillScope(scope);
        foreach (var start in scope.Inside.Where(inside => inside.Kind == ElementKind.StartEvent))
        {
            eventStarts.Add((scope, start, around));
            var once = start is { Interrupts: false, Trigger: Trigger.Timer, Timer.Repeats: false };
            var mark = once ? Place(PlaceKind.Mark, start) : -1;
            if (once) around.Begun.Add(mark);
            foreach (var occasion in Occasions(start, around.Active, around))
                foreach (var way in Ways(start, mains[scope]))
                    BeginEventSubProcess(scope, start, around, once ? [mark, .. occasion] : occasion, [], way, !once);
        }

        Completes(scope);
    }

    void BeginEventSubProcess(NetScope scope, ProcessElement start, NetScope around, ImmutableArray<int> takes, ImmutableArray<int> gives, Way way, bool whenIdle)
    {
        ImmutableArray<int> given = [.. gives, scope.Active, .. Free(scope), .. scope.Begun, .. way.Gives];
        var rule = Both(rules.Catches(start), way.Rule);
        if (start.Interrupts)
        {
            var transition = Add(NetStep.Interrupts, around.Number, [around.Free, .. takes], given, start, needs: [around.Active], also: scope.Element, rule: rule);
            clears.Add((transition, around, null, []));
            return;
        }

        var beside = Add(NetStep.Accompanies, around.Number, takes, given, start, needs: [around.Active, around.Free], also: scope.Element, rule: rule);
        if (whenIdle) emptyScopes.Add((beside, scope));
    }

    void End(ProcessElement end, NetRegion region, ImmutableArray<int> ins)
    {
        var scope = region.Scope;
        var reached = Place(PlaceKind.Reached, end);
        foreach (var place in ins)
        {
            switch (end.Trigger)
            {
                case Trigger.Terminate:
                    Leave(NetStep.Terminates, end, [place], scope);
                    break;
                case Trigger.Error or Trigger.Cancel:
                    later.Add(() => Raise(end, place, scope));
                    break;
                case Trigger.Escalation:
                    later.Add(() => Escalate(end, place, region, new([reached], [], null)));
                    break;
                default:
                    Add(NetStep.Ends, region.Number, [place], [.. region.Forks ? [reached] : ImmutableArray<int>.Empty, .. Sent(end)], end, broadcasts: end.Trigger == Trigger.Signal ? end.EventName : null);
                    break;
            }
        }
    }

    /// <summary>The whole scope ends from inside.</summary>
    void Leave(NetStep step, ProcessElement by, ImmutableArray<int> takes, NetScope scope)
    {
        foreach (var way in Exits(scope))
            Clearing(Add(step, by.Parent == scope.Element ? scope.Number : OuterNumber(scope), [.. takes, scope.Active], way.Gives, by, rule: way.Rule), scope, scope.Armed);
    }

    /// <summary>An error or cancellation ends everything up to whoever catches it (BPMN 2.0.2 §13.5.5); uncaught, it ends the process. Here an uncaught error stands still until a person has looked at it.</summary>
    void Raise(ProcessElement end, int place, NetScope from)
    {
        for (var scope = from; ; scope = scope.Outer)
        {
            if (Handler(scope, from, end) is ({ } handling, { } start))
            {
                foreach (var way in Ways(start, mains[handling])) BeginEventSubProcess(handling, start, scope, [place], [], way, false);
                return;
            }

            if (Caught(scope.Element?.Boundaries ?? [], end) is { } caught)
            {
                foreach (var way in Ways(caught, scope.Around!))
                    Clearing(Add(NetStep.Throws, scope.Outer!.Number, [place, scope.Active], way.Gives, end, way.Chosen, also: caught, rule: Both(rules.Catches(caught), way.Rule)), scope, scope.Armed);
                return;
            }

            if (scope.Outer is not null) continue;
            if (!model.IsMeantToRun || end.Trigger != Trigger.Error) Leave(NetStep.Terminates, end, [place], scope);
            return;
        }
    }

    void Escalate(ProcessElement thrown, int place, NetRegion region, Way on)
    {
        var scope = region.Scope;
        Add(NetStep.Throws, region.Number, [place], on.Gives, thrown, on.Chosen, rule: on.Rule);
        for (var at = scope; at is not null; at = at.Outer)
        {
            if (Handler(at, scope, thrown) is ({ } handling, { } start))
            {
                foreach (var way in Ways(start, mains[handling])) BeginEventSubProcess(handling, start, at, [place], start.Interrupts ? [] : on.Gives, way, true);
                return;
            }

            if (Caught(at.Element?.Boundaries ?? [], thrown) is not { } caught) continue;
            Caught(thrown, place, on, at, caught);
            return;
        }
    }

    void Caught(ProcessElement thrown, int place, Way on, NetScope at, ProcessElement caught)
    {
        if (caught.Interrupts)
        {
            foreach (var way in Ways(caught, at.Around!))
                Clearing(Add(NetStep.Throws, at.Outer!.Number, [place, at.Active], way.Gives, thrown, way.Chosen, also: caught, rule: Both(rules.Catches(caught), way.Rule)), at, at.Armed);
            return;
        }

        var handler = handlers[(at, caught)];
        foreach (var way in Ways(caught, handler))
        {
            var transition = Add(NetStep.Throws, at.Number, [place], [.. on.Gives, .. way.Gives], thrown, way.Chosen, also: caught, rule: Both(rules.Catches(caught), Both(on.Rule, way.Rule)));
            emptyRegions.Add((transition, handler));
            clears.Add((transition, null, handler, []));
            transition.Handles = handler.Number;
        }
    }

    /// <summary>The event sub-process of the scope that handles it, unless it was thrown while handling.</summary>
    (NetScope? Handling, ProcessElement? Start) Handler(NetScope around, NetScope from, ProcessElement thrown)
    {
        var here = eventStarts.Where(handler => handler.Around == around && handler.Scope != from).ToList();
        return Caught(here.Select(handler => handler.Start), thrown) is { } start ? (here.First(handler => handler.Start == start).Scope, start) : (null, null);
    }

    /// <summary>In a drawing that is not meant to run here, what is thrown without a code may be any of those that are caught.</summary>
    ProcessElement? Caught(IEnumerable<ProcessElement> candidates, ProcessElement thrown) =>
        Catching.By(candidates, thrown) ?? (thrown.EventName is null && !model.IsMeantToRun ? candidates.FirstOrDefault(candidate => candidate.Trigger == thrown.Trigger) : null);

    void Throw(ProcessElement thrown, NetRegion region, ImmutableArray<int> ins)
    {
        foreach (var place in ins)
            foreach (var way in Ways(thrown, region))
            {
                if (thrown.Trigger == Trigger.Escalation) later.Add(() => Escalate(thrown, place, region, way));
                else Add(NetStep.Passes, region.Number, [place], way.Gives, thrown, way.Chosen, broadcasts: thrown.Trigger == Trigger.Signal ? thrown.EventName : null, rule: way.Rule);
            }
    }

    void Catch(ProcessElement caught, NetRegion region, ImmutableArray<int> ins)
    {
        foreach (var place in IsThrownHere(caught) ? [Gather(caught, region, ins)] : ins)
            foreach (var occasion in Occasions(caught, place, null))
                foreach (var way in Ways(caught, region))
                    Add(NetStep.Catches, region.Number, [place, .. occasion], way.Gives, caught, way.Chosen, rule: Both(rules.Catches(caught), way.Rule));
    }

    /// <summary>The first of several happenings decides (BPMN 2.0.2 §13.4.4).</summary>
    void EventBased(ProcessElement gateway, NetRegion region, ImmutableArray<int> ins)
    {
        var waits = Gather(gateway, region, ins);
        foreach (var flow in gateway.Outgoing)
            foreach (var occasion in Occasions(flow.Target, waits, null))
                foreach (var way in Ways(flow.Target, region))
                    Add(NetStep.Catches, region.Number, [waits, .. occasion], way.Gives, flow.Target, way.Chosen, rule: Both(rules.Catches(flow.Target), way.Rule));
    }

    int Gather(ProcessElement element, NetRegion region, ImmutableArray<int> ins)
    {
        var active = Place(PlaceKind.Active, element);
        foreach (var place in ins) Add(NetStep.Enters, region.Number, [place], [active], element);
        return active;
    }

    bool IsThrownHere(ProcessElement element) => element is { Trigger: Trigger.Signal, EventName: { } name } && thrownSignals.Contains(name);

    /// <summary>When an event can happen: each answer is what it takes beside the token that waits. None at all when it happens only by being thrown inside the scope.</summary>
    List<ImmutableArray<int>> Occasions(ProcessElement element, int waits, NetScope? scope)
    {
        if (IsThrownHere(element))
        {
            var told = Place(PlaceKind.Mark, element);
            if (!catchers.TryGetValue(element.EventName!, out var all)) catchers[element.EventName!] = all = [];
            all.Add((waits, told));
            return [[told]];
        }

        if (scope is not null && element.Trigger is Trigger.Error or Trigger.Escalation or Trigger.Cancel && scope is not null) return CanHappenInside(element, scope) ? [[]] : [];
        return Received(element);
    }

    /// <summary>Work can go wrong in ways nobody drew; but where somebody drew the throwing, it is what is meant.</summary>
    bool CanHappenInside(ProcessElement catching, NetScope scope)
    {
        var inside = scope.Process.Elements.Where(element => IsWithin(element, scope.Element)).ToList();
        return catching.Trigger != Trigger.Cancel
            && !inside.Any(element => element.Kind is ElementKind.EndEvent or ElementKind.ThrowEvent && Caught([catching], element) is not null)
            && inside.Any(element => element.Kind.IsTask() || element.Kind is ElementKind.CallActivity or ElementKind.AdHocSubProcess);
    }

    static bool IsWithin(ProcessElement element, ProcessElement? scope)
    {
        for (var at = element.Parent; ; at = at.Parent)
        {
            if (at == scope) return true;
            if (at is null) return false;
        }
    }

    /// <summary>Messages from a pool that is drawn must have been sent; any other may come at any time.</summary>
    List<ImmutableArray<int>> Received(ProcessElement element)
    {
        if (!Receives(element)) return [[]];
        var flows = model.MessageFlows.Where(flow => flow.Target == element).ToList();
        List<ImmutableArray<int>> ways = [.. flows.Where(messages.ContainsKey).Select(flow => ImmutableArray.Create(messages[flow]))];
        if (flows.Count == 0 || flows.Exists(flow => flow.Source is null)) ways.Add([]);
        return ways;
    }

    static bool Receives(ProcessElement? element) =>
        element is { Kind: ElementKind.ReceiveTask } or { Trigger: Trigger.Message, Kind: ElementKind.StartEvent or ElementKind.CatchEvent or ElementKind.BoundaryEvent };

    ImmutableArray<int> Sent(ProcessElement element) => [.. model.MessageFlows.Where(flow => flow.Source == element && messages.ContainsKey(flow)).Select(flow => messages[flow])];

    /// <summary>The ways on from an element that has been done, with the messages it then sends.</summary>
    List<Way> Ways(ProcessElement element, NetRegion region)
    {
        var sent = Sent(element);
        if (element is { Kind: ElementKind.ThrowEvent, Trigger: Trigger.Link }) return LinkedWays(element, region);
        if (element.Outgoing.IsEmpty) return [new(sent, [], null)];
        return [.. Choices(element).Select(choice => new Way([.. choice.Chosen.SelectMany(flow => On(flow, region)), .. sent], [.. choice.Chosen], choice.Rule))];
    }

    List<Way> LinkedWays(ProcessElement thrown, NetRegion region)
    {
        List<Way> all = [Way.Nowhere];
        foreach (var caught in NetReach.Linked(thrown))
            all = [.. from before in all from way in Ways(caught, region) select new Way([.. before.Gives, .. way.Gives], way.Chosen, Both(before.Rule, way.Rule))];
        return all;
    }

    static ImmutableArray<int> On(SequenceFlow flow, NetRegion region) => region.Of(flow.Target) is { } holder ? [holder.Flows[flow]] : [];

    IEnumerable<(List<SequenceFlow> Chosen, NetRule? Rule)> Choices(ProcessElement element) => element.Kind switch
    {
        ElementKind.ParallelGateway => [([.. element.Outgoing], null)],
        ElementKind.ExclusiveGateway => One(element),
        ElementKind.InclusiveGateway => Some(element, []),
        _ => element.Outgoing.Any(flow => flow.IsConditional)
            ? Some(element, [.. element.Outgoing.Where(flow => !flow.IsConditional && flow != element.Default)])
            : [([.. element.Outgoing], null)],
    };

    /// <summary>Conditions in the order of the file, the first that holds; else the default.</summary>
    IEnumerable<(List<SequenceFlow>, NetRule?)> One(ProcessElement gateway)
    {
        List<FeelExpression> before = [];
        foreach (var flow in gateway.Outgoing.OrderBy(flow => flow == gateway.Default))
        {
            var (possible, rule) = rules.Choice(flow.Condition is { } condition && flow != gateway.Default ? [condition] : [], before);
            if (possible) yield return ([flow], rule);
            if (flow.Condition is { } earlier && flow != gateway.Default) before = [.. before, earlier];
        }
    }

    /// <summary>Any of the conditional flows together; the default when none.</summary>
    IEnumerable<(List<SequenceFlow>, NetRule?)> Some(ProcessElement element, List<SequenceFlow> always)
    {
        List<SequenceFlow> optional = [.. element.Outgoing.Where(flow => flow != element.Default && !always.Contains(flow))];
        if (optional.Count > MostInclusive)
        {
            unjudgeable ??= element;
            yield break;
        }

        for (var choice = 0; choice < 1 << optional.Count; choice++)
        {
            List<SequenceFlow> chosen = [.. always, .. optional.Where((_, at) => (choice >> at & 1) == 1)];
            if (choice == 0 && element.Default is { } otherwise) chosen.Add(otherwise);
            if (chosen.Count == 0) continue;
            var (possible, rule) = rules.Choice(
                [.. optional.Where((_, at) => (choice >> at & 1) == 1).Select(flow => flow.Condition).OfType<FeelExpression>()],
                [.. optional.Where((_, at) => (choice >> at & 1) == 0).Select(flow => flow.Condition).OfType<FeelExpression>()]);
            if (possible) yield return (chosen, rule);
        }
    }

    void Clearing(NetTransition transition, NetScope? scope, List<int> marks)
    {
        if (scope is not null || marks.Count > 0) clears.Add((transition, scope, null, marks));
    }

    static NetRule? Both(NetRule? first, NetRule? then) => NetRule.Both(first, then);
}
