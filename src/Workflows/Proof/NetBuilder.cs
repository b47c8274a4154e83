using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Compiles drawings to a net. Data are left out: where a gateway chooses, every choice that no condition rules out may be made. What comes from outside – a person's
/// completion, a timer, a message nobody in the file sends – may come at any time. <c>docs/engine/proof.md</c> says how each element is understood.
/// </summary>
sealed partial class NetBuilder(BpmnModel model, INetRules rules)
{
    /// <summary>More ways out of one inclusive gateway than anybody draws: 2^12 choices.</summary>
    const int MostInclusive = 12;

    const int MostTransitions = 200_000;

    readonly List<NetPlace> places = [];
    readonly List<NetTransition> transitions = [];
    readonly List<NetInclusiveJoin> joins = [];
    readonly List<NetScope> scopes = [];
    readonly List<int> initial = [];
    readonly List<int> unfinished = [];
    readonly Dictionary<MessageFlow, int> messages = [];
    readonly Dictionary<string, List<(int Waits, int Told)>> catchers = [];
    readonly List<(NetTransition Transition, NetScope Scope)> emptyScopes = [];
    readonly List<(NetTransition Transition, NetRegion Region)> emptyRegions = [];
    readonly List<(NetTransition Transition, NetScope? Scope, NetRegion? Region, List<int> Marks)> clears = [];
    readonly List<(int Join, ProcessElement Gateway, NetRegion Region)> inclusive = [];
    readonly HashSet<string> thrownSignals = [];
    ProcessElement? unjudgeable;

    public TokenNet Build()
    {
        foreach (var flow in model.MessageFlows)
            if (flow is { Source: not null, Target: not null }) messages[flow] = Place(PlaceKind.Message, flow.Source);
        foreach (var element in model.Processes.SelectMany(process => process.Elements))
            if (element is { Trigger: Trigger.Signal, Kind: ElementKind.ThrowEvent or ElementKind.EndEvent, EventName: { } name }) thrownSignals.Add(name);
        foreach (var process in model.Processes)
            if (!process.Elements.IsEmpty) BuildProcess(process);
        return Finish();
    }

    /// <summary>Scope of what begins a process: it lies in none.</summary>
    const int Nowhere = -1;

    void BuildProcess(ProcessModel process)
    {
        var begins = Place(PlaceKind.Mark, null);
        var scope = NewScope(null, process, null, null);
        initial.Add(begins);
        unfinished.Add(scope.Active);
        FillScope(scope);
        foreach (var start in Starts(scope))
            Add(NetStep.Begins, Nowhere, [begins, .. start.Messages], [scope.Active, .. Free(scope), .. scope.Begun, .. start.Gives], start.Element, rule: Both(rules.Begins(process), start.Rule));
        if (Starts(scope).Any(start => start.Messages.Length == 0)) unfinished.Add(begins);
        Completes(scope);
    }

    NetScope NewScope(NetScope? outer, ProcessModel process, ProcessElement? element, NetRegion? around)
    {
        var scope = new NetScope(scopes.Count, outer, process, element, Place(PlaceKind.Active, element)) { Around = around };
        scopes.Add(scope);
        return scope;
    }

    /// <summary>Places and transitions of everything inside a scope.</summary>
    void FillScope(NetScope scope)
    {
        scope.From = places.Count;
        var main = new NetRegion(scope.Number, null, scope, NetReach.From(NetReach.Beginnings(scope.Inside), element => element.IsForCompensation));
        mains[scope] = main;
        if (scope.Inside.Any(element => element.Kind == ElementKind.EventSubProcess)) scope.Free = Place(PlaceKind.Mark, scope.Element);
        FillRegion(main);
        foreach (var handler in scope.Inside.Where(element => element.Kind == ElementKind.EventSubProcess)) EventSubProcess(handler, scope, main);
        scope.To = places.Count;
    }

    readonly Dictionary<NetScope, NetRegion> mains = [];

    void FillRegion(NetRegion region)
    {
        region.From = places.Count;
        var beginnings = region.Outer is null ? NetReach.Beginnings(region.Scope.Inside) : [];
        foreach (var element in region.Members)
        {
            foreach (var flow in element.Incoming) region.Flows[flow] = Place(PlaceKind.Flow, flow.Source, flow);
            if (element.Kind != ElementKind.StartEvent && beginnings.Contains(element)) region.Beginnings[element] = Place(PlaceKind.Active, element);
        }

        foreach (var element in region.Members) Element(element, region);
        region.To = places.Count;
        if (region.Outer is not null) (scopes[region.Number].From, scopes[region.Number].To) = (region.From, region.To);
    }

    /// <summary>Ways a scope can begin: what each gives, and the messages it needs.</summary>
    List<(ProcessElement? Element, ImmutableArray<int> Gives, ImmutableArray<int> Messages, NetRule? Rule)> Starts(NetScope scope)
    {
        var main = mains[scope];
        var starts = NetReach.Beginnings(scope.Inside).Where(element => element.Kind == ElementKind.StartEvent).ToList();
        if (starts.Count == 0) return [(null, [.. main.Beginnings.Values], [], null)];
        return
        [
            .. from start in starts
               from messages in Received(start)
               from way in Ways(start, main)
               select ((ProcessElement?)start, way.Gives, messages, way.Rule),
        ];
    }

    void Completes(NetScope scope)
    {
        foreach (var way in Exits(scope))
        {
            var transition = Add(NetStep.Leaves, OuterNumber(scope), [scope.Active], way.Gives, scope.Element, way.Chosen, rule: way.Rule);
            emptyScopes.Add((transition, scope));
            clears.Add((transition, scope, null, scope.Armed));
        }
    }

    /// <summary>Where a token goes when the scope has ended.</summary>
    List<Way> Exits(NetScope scope) => scope.Element is { Kind: not ElementKind.EventSubProcess } element ? Ways(element, scope.Around!) : [Way.Nowhere];

    static int OuterNumber(NetScope scope) => scope.Outer?.Number ?? scope.Number;

    int Place(PlaceKind kind, ProcessElement? element, SequenceFlow? flow = null)
    {
        places.Add(new(kind, element, flow));
        return places.Count - 1;
    }

    NetTransition Add(
        NetStep step, int scope, ImmutableArray<int> takes, ImmutableArray<int> gives, ProcessElement? element, ImmutableArray<SequenceFlow> chosen = default,
        ImmutableArray<int> needs = default, ProcessElement? also = null, int join = -1, string? broadcasts = null, NetRule? rule = null)
    {
        var transition = new NetTransition
        {
            Number = transitions.Count,
            Step = step,
            Scope = scope,
            Takes = takes,
            Gives = gives,
            Element = element,
            Chosen = chosen.IsDefault ? [] : chosen,
            Needs = needs.IsDefault ? [] : needs,
            Also = also,
            InclusiveJoin = join,
            Broadcasts = broadcasts,
            Rule = rule,
        };
        transitions.Add(transition);
        if (transitions.Count > MostTransitions) unjudgeable ??= element ?? model.Processes[0].Elements[0];
        return transition;
    }

    void FindUpstream()
    {
        var upstream = new NetUpstream(model, places);
        foreach (var (join, gateway, region) in inclusive)
            joins[join] = joins[join] with { CanStillCome = upstream.CanStillCome(gateway, region.Scope.From, region.Scope.To) };
    }

    TokenNet Finish()
    {
        foreach (var action in later) action();
        foreach (var (where, rule) in rules.Surroundings(model))
            foreach (var scope in scopes.Where(scope => scope.Element == where)) Add(NetStep.Catches, scope.Number, [], [], where, needs: [scope.Active], rule: rule);
        foreach (var (transition, scope) in emptyScopes) transition.Empty = Tokens(transition.Takes.Contains(scope.Active) ? scope.From : scope.Active, scope.To);
        foreach (var (transition, region) in emptyRegions) transition.Empty = Tokens(region.From, region.To);
        foreach (var (transition, scope, region, marks) in clears)
        {
            transition.Ends = scope?.Number ?? Nowhere;
            List<int> all = [.. marks];
            if (scope is not null) all.AddRange(Enumerable.Range(scope.From, scope.To - scope.From));
            if (region is not null) all.AddRange(Enumerable.Range(region.From, region.To - region.From));
            transition.Clears = PlaceMask.Of(all);
        }

        if (inclusive.Count > 0) FindUpstream();
        FindNoticed();
        FindInert();
        return new()
        {
            Places = [.. places],
            Transitions = [.. transitions],
            InclusiveJoins = [.. joins],
            Scopes = [.. scopes.Select(scope => new NetScopeInfo(scope.Outer?.Number ?? -1, scope.Active, PlaceMask.Of([.. Enumerable.Range(scope.From, scope.To - scope.From)])))],
            Initial = [.. initial],
            Unfinished = PlaceMask.Of(unfinished),
            Catchers = catchers.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.ToImmutableArray()),
            Activities = [.. model.Processes.SelectMany(process => process.Elements).Where(IsJudgedForLife)],
            Unjudgeable = unjudgeable,
            Takers = ByPlace(transition => JoinTakes(transition)),
            Needers = ByPlace(transition => transition.Needs),
            Givers = ByPlace(transition => transition.Gives),
        };
    }

    PlaceMask Tokens(int from, int to) =>
        PlaceMask.Of([.. Enumerable.Range(from, to - from).Where(place => places[place].Kind is PlaceKind.Flow or PlaceKind.Active)]);

    ImmutableArray<int> JoinTakes(NetTransition transition) =>
        transition.InclusiveJoin < 0 ? transition.Takes : joins[transition.InclusiveJoin].Incoming;

    ImmutableArray<ImmutableArray<int>> ByPlace(Func<NetTransition, ImmutableArray<int>> of)
    {
        var lists = new List<int>?[places.Count];
        foreach (var transition in transitions)
            foreach (var place in of(transition)) (lists[place] ??= []).Add(transition.Number);
        return [.. lists.Select(list => list is null ? [] : list.ToImmutableArray())];
    }

    static bool IsJudgedForLife(ProcessElement element)
    {
        if (!element.Kind.IsActivity()) return false;
        for (var at = element; at is not null; at = at.Parent)
            if (at.IsForCompensation || (at != element && at.Kind == ElementKind.AdHocSubProcess)) return false;
        return true;
    }

    NetScope? ScopeOf(NetTransition transition) => transition.Scope == Nowhere ? null : scopes[transition.Scope];

    /// <summary>From which of the scopes around it a step is noticed outside: where it touches what lies outside, sends a message, or does something that is tracked.</summary>
    void FindNoticed()
    {
        foreach (var transition in transitions)
        {
            List<int> touched = [.. transition.Takes, .. transition.Gives, .. transition.Needs];
            var everywhere = transition.Rule is not null || transition.Broadcasts is not null || touched.Exists(place => places[place].Kind == PlaceKind.Message);
            var noticed = ImmutableArray.CreateBuilder<int>();
            for (var scope = ScopeOf(transition); scope is not null; scope = scope.Outer)
                if (everywhere || touched.Exists(place => place != scope.Active && (place < scope.From || place >= scope.To))) noticed.Add(scope.Number);
            transition.NoticedOutside = noticed.ToImmutable();
        }
    }

    /// <summary>What follows on ending a scope is inert when nothing that is tracked can be reached from there, nor from the end of the scopes around it.</summary>
    void FindInert()
    {
        var takers = ByPlace(transition => [.. JoinTakes(transition), .. transition.Needs]);
        foreach (var ender in transitions.Where(transition => transition.Step is NetStep.Interrupts or NetStep.Terminates or NetStep.Throws && transition.Rule is null))
        {
            var reached = new HashSet<int>();
            var ahead = new Stack<int>(ender.Gives);
            for (var scope = ScopeOf(ender); scope is not null; scope = scope.Outer)
                foreach (var way in Exits(scope))
                    foreach (var place in way.Gives) ahead.Push(place);
            var tracked = false;
            while (!tracked && ahead.TryPop(out var place))
                if (reached.Add(place))
                    foreach (var number in takers[place])
                    {
                        tracked |= transitions[number].Rule is not null;
                        foreach (var next in transitions[number].Gives) ahead.Push(next);
                    }

            ender.IsInert = !tracked;
        }
    }
}

/// <summary>A way on from an element: the places that get a token, the flows chosen, and what must be true for it.</summary>
readonly record struct Way(ImmutableArray<int> Gives, ImmutableArray<SequenceFlow> Chosen, NetRule? Rule)
{
    public static Way Nowhere { get; } = new([], [], null);
}
