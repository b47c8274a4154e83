using System.Collections.Immutable;
using System.Text.Json;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>
/// Drives a definition step by step, as the product does: facts out of the engine, folded onto the case. Beside it the history as it is read back from its
/// stored form is folded too, and after every step both must give the same position.
/// </summary>
sealed class Walk
{
    CaseFile file = CaseFile.Unregistered(new CaseId(Guid.Empty));
    CaseFile again = CaseFile.Unregistered(new CaseId(Guid.Empty));

    public Walk(ProcessDefinition definition, FakeEnvironment? environment = null)
    {
        Definition = definition;
        Environment = environment ?? new FakeEnvironment();
    }

    public ProcessDefinition Definition { get; private set; }
    public FakeEnvironment Environment { get; }
    public ProcessState State => file.Process!;
    public ImmutableArray<Fact> Latest { get; private set; } = [];

    /// <summary>Ids of the open tasks and catch events, in the order they were entered.</summary>
    public IEnumerable<string> Open => State.Items.Where(item => item.Kind is not (ItemKind.SubProcess or ItemKind.Loop or ItemKind.Choice)).Select(item => item.ElementId);

    public IEnumerable<string> Stuck => State.StuckItems.Select(item => item.ElementId);

    public static Walk Of(string drawing) => new(Drawing.Bound(Drawing.Read(drawing)));

    public Walk With(string variable, FeelValue value)
    {
        Environment.Variables[variable] = value;
        return this;
    }

    public Walk With(string variable, bool value) => With(variable, FeelValue.Of(value));

    public Walk With(string variable, decimal value) => With(variable, FeelValue.Of(value));

    public Walk Start()
    {
        Happened([new ProcessStarted(Definition.Id, Definition.Version, Definition.ContentHash, Definition.Id, Definition.Calls.IsEmpty ? null : Definition.Calls)]);
        return Do((definition, state, environment) => ProcessEngine.Start(definition, state, environment));
    }

    public Walk Complete(string element) => CompleteItem(Item(element));

    public Walk CompleteItem(int item) => Do((definition, state, environment) => ProcessEngine.CompleteItem(definition, state, environment, item));

    public Walk Fire(string element) => FireTimer(State.Timers.First(timer => timer.ElementId == element).Number);

    public Walk FireTimer(int timer) => Do((definition, state, environment) => ProcessEngine.FireTimer(definition, state, environment, timer));

    public Walk Deliver(string message) => Do((definition, state, environment) => ProcessEngine.DeliverMessage(definition, state, environment, message));

    public Walk Broadcast(string signal) => Do((definition, state, environment) => ProcessEngine.BroadcastSignal(definition, state, environment, signal));

    public Walk Settle() => Do(ProcessEngine.Settle);

    public Walk Retry(string element) => RetryItem(Item(element));

    public Walk RetryItem(int item) => Do((definition, state, environment) => ProcessEngine.RetryStuck(definition, state, environment, item));

    public Walk Cancel() => Do(ProcessEngine.Cancel);

    /// <summary>Only what brings it nearer to its end: tasks first, and what catch events wait for when no task is left.</summary>
    public Walk Finish(Random chance)
    {
        List<ProcessItem> tasks = [.. State.UserTasks];
        if (tasks.Count > 0) return CompleteItem(tasks[chance.Next(tasks.Count)].Number);
        if (State.Items.FirstOrDefault(item => item.Kind == ItemKind.Timer) is { } waits) return FireTimer(State.Timers.First(timer => timer.On == waits.Number).Number);
        if (State.Items.Any(item => item.Kind == ItemKind.Message)) return Deliver("brev");
        return State.Items.Any(item => item.Kind == ItemKind.Signal) ? Broadcast("rop") : Settle();
    }

    public int Item(string element) => State.Items.First(item => item.ElementId == element && item.Kind != ItemKind.Loop).Number;

    /// <summary>Goes on in another version, after the facts that moved it there.</summary>
    public Walk MovedTo(ProcessDefinition version, ImmutableArray<Fact> facts)
    {
        Happened(facts);
        Definition = version;
        return this;
    }

    Walk Do(Func<ProcessDefinition, ProcessState, IProcessEnvironment, ImmutableArray<Fact>> act)
    {
        Happened(act(Definition, State, Environment));
        return this;
    }

    void Happened(ImmutableArray<Fact> facts)
    {
        Latest = facts;
        foreach (var fact in facts)
        {
            file = file.After(fact, Stamp(Environment.Now));
            again = again.After(ThroughStorage(fact), Stamp(Environment.Now));
        }

        again.Process.Should().Be(file.Process);
    }

    static Fact ThroughStorage(Fact fact) => (Fact)JsonSerializer.Deserialize(JsonSerializer.Serialize(fact, fact.GetType()), fact.GetType())!;

    static Stamp Stamp(DateTimeOffset at) => new(at, null, Role.System, "test");
}
