using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// On every path – loops, deadlines, errors, escalations, signals and messages included – each gate is passed only with both sides' sign-off of its documents, and no phase is
/// entered around its gate (R78, R93, R100; design §5).
/// </summary>
sealed class ParticipationJudge(ProcessModel process, int mostStates, bool reduced = true, CancellationToken enough = default)
{
    const int MostForShortest = 20_000;

    readonly TokenNet net = Net(process, likely: false);

    public int States { get; private set; }

    /// <summary>It speaks of gates or phases at all.</summary>
    public static bool Applies(ProcessModel process) =>
        process.Elements.Any(element => element.Lms.Gate is not null || element.Lms.Phase is not null || element.Lms.Action is not null || !element.Lms.Sides.IsEmpty);

    /// <summary>Null verdict in <c>Holds</c>: there were too many states to decide.</summary>
    public PropertyVerdict Judge()
    {
        var found = Found(out var isDecided);
        if (Missing() is { } missing) return found is { } around ? missing with { CounterExample = ToldPath.Elements(around.Path) } : missing;
        return found is { } breach ? Told(breach) : isDecided ? PropertyVerdict.Kept : PropertyVerdict.NotApplicable;
    }

    (ulong[] State, List<NetTransition> Path)? Found(out bool isDecided)
    {
        var exploration = new Exploration(net, reduced, mostStates, enough) { IsEnd = IsBreach };
        var met = exploration.Run(state => IsBreach(exploration.States[state]));
        States = exploration.States.Count;
        isDecided = exploration.IsWhole && exploration.IsCounted;
        return met < 0 ? null : Shortest() ?? (exploration.States[met].ToArray(), exploration.PathTo(met));
    }

    static bool IsBreach(ReadOnlySpan<ulong> state) => new Tracked(state[^1]).Breach != Breach.None;

    /// <summary>A gate that is nowhere is passed by nobody.</summary>
    PropertyVerdict? Missing()
    {
        ImmutableArray<Gate> missing = [.. PhaseMachine.Moves.Where(move => move.From >= ParticipationRules.FirstPhase(process.Flow)).Select(move => move.Gate)
            .Where(gate => !process.Elements.Any(element => element.Lms is { Action: "passGate" } lms && lms.Gate == gate))];
        if (missing.IsEmpty) return null;
        return PropertyVerdict.Broken([process.Id], []) with
        {
            Sentence = new(
                $"Tegningen mangler {ToldPath.Listed(missing.Select(gate => $"{gate} ({gate.Words().Nb})"), "og")}, så fagperson og brukerrepresentant får ikke godkjent der.",
                $"Teikninga manglar {ToldPath.Listed(missing.Select(gate => $"{gate} ({gate.Words().Nn})"), "og")}, så fagperson og brukarrepresentant får ikkje godkjent der."),
        };
    }

    /// <summary>Rather a way people recognise, though it be longer, than one that supposes what nobody has done.</summary>
    (ulong[] State, List<NetTransition> Path)? Shortest()
    {
        var recognised = Net(process, likely: true);
        return Shortest(recognised, reduced: false) ?? Shortest(recognised, reduced: true) ?? Shortest(net, reduced: false);
    }

    /// <param name="reduced">Reduced: found where everything is too much, and not always the shortest.</param>
    (ulong[] State, List<NetTransition> Path)? Shortest(TokenNet of, bool reduced)
    {
        var shortest = new Exploration(of, reduced, MostForShortest, enough) { IsEnd = IsBreach };
        var met = shortest.Run(state => IsBreach(shortest.States[state]));
        return met >= 0 ? (shortest.States[met].ToArray(), shortest.PathTo(met)) : null;
    }

    static TokenNet Net(ProcessModel process, bool likely) => new NetBuilder(new BpmnModel { Processes = [process], IsMeantToRun = true }, new ParticipationRules(process, likely)).Build();

    static PropertyVerdict Told((ulong[] State, List<NetTransition> Path) found)
    {
        var tracked = new Tracked(found.State[^1]);
        var before = found.Path.Count > 1 ? found.Path[^1] : found.Path[0];
        return PropertyVerdict.Broken(before.Element is { } element ? [element.Id] : [], ToldPath.Elements(found.Path)) with
        {
            Sentence = ToldPath.If(Since(found.Path, tracked), Consequence(tracked)),
        };
    }

    /// <summary>Only what happened in the phase where it went wrong: how the case got there is another story.</summary>
    static List<NetTransition> Since(List<NetTransition> path, Tracked tracked)
    {
        var last = path.FindLastIndex(path.Count - 2, transition => transition is { Step: NetStep.Enters, Element.Lms.Phase: not null });
        return tracked.Breach is Breach.PhaseOutOfTurn or Breach.GateOutOfTurn && last > 0 ? path[last..] : last < 0 ? path : path[last..];
    }

    static Words Consequence(Tracked tracked) => tracked.Breach switch
    {
        Breach.NotSigned => Unsigned((Gate)tracked.BreachAt, tracked),
        Breach.Refused => new(
            $"saken|kommer|til {To(tracked).Nb} selv om noen har bedt om endring eller innvendt mot teksten", $"saka|kjem|til {To(tracked).Nn} sjølv om nokon har bede om endring eller vendt inn mot teksten"),
        Breach.NotDecided => new($"saken|passerer|{GateAt(tracked)} uten at lederen har fattet vedtak", $"saka|passerer|{GateAt(tracked)} utan at leiaren har gjort vedtak"),
        Breach.GateOutOfTurn => new($"saken|kommer|til {GateAt(tracked)} uten at porten før gjelder", $"saka|kjem|til {GateAt(tracked)} utan at porten før gjeld"),
        Breach.PhaseOutOfTurn => new(
            $"saken|kommer|til {((Phase)tracked.BreachAt).Words().Nb} uten at begge parter har godkjent fasen før",
            $"saka|kjem|til {((Phase)tracked.BreachAt).Words().Nn} utan at begge partar har godkjent fasen før"),
        Breach.NoJointWork => new(
            $"teksten ved {GateAt(tracked)}|går|rett til ny godkjenning uten at partene har arbeidet sammen om den", $"teksten ved {GateAt(tracked)}|går|rett til ny godkjenning utan at partane har arbeidd saman om han"),
        _ => new("saken|avsluttes|før siste port er passert", "saka|blir avslutta|før siste port er passert"),
    };

    static Words Unsigned(Gate gate, Tracked tracked)
    {
        var to = PhaseMachine.Move(gate).To.Words();
        var (nb, nn) = Missing(gate, tracked);
        return new($"saken|kommer|til {to.Nb} uten at {nb} har godkjent det som skal godkjennes ved {gate}", $"saka|kjem|til {to.Nn} utan at {nn} har godkjent det som skal godkjennast ved {gate}");
    }

    static (string Nb, string Nn) Missing(Gate gate, Tracked tracked) => (tracked.HasSigned(gate, Side.Fag), tracked.HasSigned(gate, Side.Bruker)) switch
    {
        (true, false) => ("brukerrepresentanten", "brukarrepresentanten"),
        (false, true) => ("fagpersonen", "fagpersonen"),
        _ => ("fagpersonen og brukerrepresentanten", "fagpersonen og brukarrepresentanten"),
    };

    static Words To(Tracked tracked) => PhaseMachine.Move((Gate)tracked.BreachAt).To.Words();

    static Gate GateAt(Tracked tracked) => (Gate)tracked.BreachAt;
}
