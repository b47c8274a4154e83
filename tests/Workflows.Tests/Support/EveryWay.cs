using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>The engine driven without a case around it: whatever can be done at a resting point, with whatever answers its conditions may get.</summary>
sealed class EveryWay(ProcessDefinition definition)
{
    const int MostAnswers = 10;

    static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    readonly ImmutableArray<(string Name, Trigger Trigger)> outside =
    [
        .. definition.Elements.Where(element => element.EventName is not null && !element.Kind.IsThrowing() && (element.Trigger is Trigger.Message or Trigger.Signal || element.Kind == ElementKind.ReceiveTask))
            .Select(element => (element.EventName!, element.Trigger == Trigger.Signal ? Trigger.Signal : Trigger.Message)).Distinct()
            .Where(waits => waits.Item2 == Trigger.Message || !definition.Elements.Any(element => element.Kind.IsThrowing() && element.Trigger == Trigger.Signal && element.EventName == waits.Item1!)),
    ];

    /// <summary>Elements that were completed or passed on any way so far.</summary>
    public HashSet<string> Done { get; } = [];

    public bool IsStuck { get; private set; }

    /// <summary>Two of the same in the same place.</summary>
    public bool IsCrowded { get; private set; }

    /// <summary>From some resting point the end cannot be reached.</summary>
    public bool IsDoomed { get; private set; }

    /// <summary>Goes everywhere; false where that was too much.</summary>
    public bool Explore(int most)
    {
        var numbers = new Dictionary<string, int>();
        var before = new List<List<int>>();
        var ended = new List<int>();
        var ahead = new Queue<(int Number, ProcessState State)>();
        if (!All(Started(), ProcessEngine.Start).All(state => Meet(state, -1))) return false;
        while (ahead.TryDequeue(out var rest))
            foreach (var deed in Deeds(rest.State))
            {
                if (!All(rest.State, deed).All(state => Meet(state, rest.Number)) || numbers.Count > most) return false;
            }

        var completes = new bool[before.Count];
        var back = new Stack<int>(ended);
        while (back.TryPop(out var number))
        {
            if (completes[number]) continue;
            completes[number] = true;
            foreach (var earlier in before[number]) back.Push(earlier);
        }

        IsDoomed = completes.Contains(false);
        return true;

        bool Meet(ProcessState? state, int from)
        {
            if (state is null || state.Items.Length > 30) return false;
            var key = KeyOf(state);
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers[key] = number = before.Count;
                before.Add([]);
                if (state.IsEnded) ended.Add(number);
                else ahead.Enqueue((number, state));
                IsStuck |= state.StuckItems.Any();
                IsCrowded |= Crowds(state);
            }

            if (from >= 0) before[number].Add(from);
            return true;
        }
    }

    /// <summary>One walk of at most so many deeds; false when it got stuck.</summary>
    public bool Wander(Random chance, int most)
    {
        var answers = new Answers(() => chance.Next(2) == 0);
        var state = After(Started(), ProcessEngine.Start(definition, Started(), answers));
        for (var step = 0; step < most && !state.IsEnded; step++)
        {
            if (state.StuckItems.Any()) return false;
            var deeds = Deeds(state);
            if (deeds.Count == 0) return true;
            state = After(state, deeds[chance.Next(deeds.Count)](definition, state, answers));
        }

        return !state.StuckItems.Any();
    }

    delegate ImmutableArray<Fact> Deed(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment);

    ProcessState Started() => new() { Definition = definition.Id, DefinitionVersion = 1, ContentHash = definition.ContentHash, ProcessId = definition.Id, StartedAt = Now, Calls = definition.Calls };

    List<Deed> Deeds(ProcessState state)
    {
        List<Deed> deeds = [.. state.UserTasks.Select(item => item.Number).Select(number => (Deed)((of, at, asked) => ProcessEngine.CompleteItem(of, at, asked, number)))];
        deeds.AddRange(state.Timers.Select(timer => timer.Number).Select(number => (Deed)((of, at, asked) => ProcessEngine.FireTimer(of, at, asked, number))));
        foreach (var (name, trigger) in outside)
            deeds.Add((of, at, asked) => trigger == Trigger.Signal ? ProcessEngine.BroadcastSignal(of, at, asked, name) : ProcessEngine.DeliverMessage(of, at, asked, name));
        if (state.Items.Any(item => item.Kind == ItemKind.Condition)) deeds.Add(ProcessEngine.Settle);
        return deeds;
    }

    /// <summary>Where it comes to with every series of answers; null where there are too many.</summary>
    IEnumerable<ProcessState?> All(ProcessState from, Deed deed)
    {
        List<bool> tape = [];
        while (true)
        {
            var at = 0;
            var answers = new Answers(() =>
            {
                if (at == tape.Count) tape.Add(false);
                return tape[at++];
            });
            var state = After(from, deed(definition, from, answers));
            if (at > MostAnswers)
            {
                yield return null;
                yield break;
            }

            yield return state;
            tape.RemoveRange(at, tape.Count - at);
            while (tape.Count > 0 && tape[^1]) tape.RemoveAt(tape.Count - 1);
            if (tape.Count == 0) yield break;
            tape[^1] = true;
        }
    }

    ProcessState After(ProcessState state, ImmutableArray<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact is ProcessStuck stuck)
            {
                var position = new ProcessPosition(state);
                position.Stick(stuck.Item, stuck.ReasonCodes);
                state = position.Rest();
            }

            if (fact is not ProcessMoved moved) continue;
            foreach (var step in moved.Steps)
            {
                if (step.Kind == StepKind.Close && state.Find(step.Item) is { IsStuck: false } closed) Done.Add(closed.ElementId);
                state = state.After([step], Now);
            }
        }

        return state;
    }

    static bool Crowds(ProcessState state) =>
        state.Items.Where(item => state.Find(item.Scope) is not { Kind: ItemKind.Loop }).GroupBy(item => (item.ElementId, item.Scope)).Any(same => same.Count() > 1)
        || state.Waiting.GroupBy(token => token).Any(same => same.Count() > 1);

    static string KeyOf(ProcessState state)
    {
        if (state.IsEnded) return "ended";
        var order = state.Items.OrderBy(item => item.ElementId, StringComparer.Ordinal).ThenBy(item => item.Number).ToList();
        int At(int number) => order.FindIndex(item => item.Number == number);
        return string.Join(';', order.Select(item => $"{item.ElementId}{item.Kind}{item.Completed}@{At(item.Scope)}")) + "|"
            + string.Join(';', state.Waiting.Select(token => $"{token.Flow}@{At(token.Scope)}").Order(StringComparer.Ordinal)) + "|"
            + string.Join(';', state.Timers.Select(timer => $"{timer.ElementId}@{At(timer.On)}x{timer.Left}").Order(StringComparer.Ordinal));
    }

    /// <summary>Whatever is asked is answered anew each time, as the proof supposes.</summary>
    sealed class Answers(Func<bool> next) : IProcessEnvironment
    {
        public DateTimeOffset Now => EveryWay.Now;

        public FeelValue Value(string name) => name == "tall" ? FeelValue.Of(next() ? 5m : 1m) : FeelValue.Of(next());

        public ActionOutcome Perform(ProcessElement serviceTask) => new ActionOutcome.Done([]);

        public DateTimeOffset Due(DueRule rule) => DueCalendar.Due(rule, Now);
    }
}

static class Throwing
{
    public static bool IsThrowing(this ElementKind kind) => kind is ElementKind.ThrowEvent or ElementKind.EndEvent or ElementKind.SendTask;
}
