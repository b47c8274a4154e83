using System.Text.Json.Serialization;

namespace LmsWorkflow.Domain;

/// <summary>How the process moved. The stored letters are a contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepKind>))]
public enum StepKind
{
    /// <summary>An element was entered and waits.</summary>
    [JsonStringEnumMemberName("o")] Open,

    /// <summary>It completed; timers attached to it are gone.</summary>
    [JsonStringEnumMemberName("c")] Close,

    /// <summary>It was interrupted, with everything inside it.</summary>
    [JsonStringEnumMemberName("d")] Drop,

    /// <summary>A token waits at a join, having come by <see cref="ProcessStep.Flow"/>.</summary>
    [JsonStringEnumMemberName("w")] Wait,

    /// <summary>A join took one waiting token from each flow and went on.</summary>
    [JsonStringEnumMemberName("j")] Join,

    /// <summary>A timer was set.</summary>
    [JsonStringEnumMemberName("t")] SetTimer,

    /// <summary>A timer fired or was no longer needed.</summary>
    [JsonStringEnumMemberName("f")] ClearTimer,

    /// <summary>Everything is done.</summary>
    [JsonStringEnumMemberName("e")] End,

    /// <summary>All that went on inside a scope was ended by an event sub-process of the scope; the scope itself goes on (BPMN 2.0.2 §13.5.4).</summary>
    [JsonStringEnumMemberName("i")] Interrupt,

    /// <summary>An instance of a repeated activity was completed (BPMN 2.0.2 §13.3.6, §13.3.7).</summary>
    [JsonStringEnumMemberName("n")] Count,
}

/// <summary>What an open item waits for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemKind>))]
public enum ItemKind
{
    [JsonStringEnumMemberName("u")] UserTask,
    [JsonStringEnumMemberName("s")] SubProcess,
    [JsonStringEnumMemberName("t")] Timer,
    [JsonStringEnumMemberName("m")] Message,
    [JsonStringEnumMemberName("g")] Signal,

    /// <summary>A service task whose action could not be carried out yet.</summary>
    [JsonStringEnumMemberName("a")] StuckAction,

    /// <summary>A token that cannot leave its element: no condition holds, a join that can never be filled, or too many steps.</summary>
    [JsonStringEnumMemberName("x")] StuckToken,

    /// <summary>A repeated activity as a whole; its instances lie inside it.</summary>
    [JsonStringEnumMemberName("l")] Loop,

    /// <summary>An event-based gateway; the events it chooses between lie inside it.</summary>
    [JsonStringEnumMemberName("v")] Choice,

    /// <summary>A conditional catch event: waits until its condition holds.</summary>
    [JsonStringEnumMemberName("c")] Condition,
}

/// <summary>Who may do a user task; one task may be open to several.</summary>
[Flags]
public enum TaskRoles { None = 0, Koordinator = 1, Fagperson = 2, Brukerrepresentant = 4, Leder = 8, Administrator = 16 }

/// <summary>
/// One movement, complete in itself: <see cref="ProcessState"/> folds it without the definition. Short stored names, left out when empty,
/// because there are many of these for ever.
/// </summary>
/// <param name="Item">Number of the item or timer within its process, from 1.</param>
/// <param name="Scope">Number of the sub-process it lies in; 0 is the process itself.</param>
/// <param name="On">For a timer: the item it belongs to.</param>
/// <param name="Due">For a timer: when it fires. For a user task: the deadline.</param>
/// <param name="Count">For a repeated activity: how many times at most, 0 when that is open. For a timer: how many times more it fires, -1 without end.</param>
public sealed record ProcessStep(
    [property: JsonPropertyName("k")] StepKind Kind,
    [property: JsonPropertyName("n"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Item = 0,
    [property: JsonPropertyName("e"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Element = null,
    [property: JsonPropertyName("i"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ItemKind? Waits = null,
    [property: JsonPropertyName("s"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Scope = 0,
    [property: JsonPropertyName("f"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Flow = null,
    [property: JsonPropertyName("on"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int On = 0,
    [property: JsonPropertyName("d"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Due = null,
    [property: JsonPropertyName("r"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] TaskRoles Roles = TaskRoles.None,
    [property: JsonPropertyName("c"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Count = 0)
{
    public static ProcessStep Open(int item, string element, ItemKind waits, int scope, DateTimeOffset? due = null, TaskRoles roles = TaskRoles.None) =>
        new(StepKind.Open, item, element, waits, scope, Due: due, Roles: roles);

    public static ProcessStep Close(int item) => new(StepKind.Close, item);

    /// <param name="item">What is interrupted.</param>
    /// <param name="because">The boundary event or end event that did it.</param>
    public static ProcessStep Drop(int item, string? because = null) => new(StepKind.Drop, item, because);

    public static ProcessStep Wait(string gateway, string flow, int scope) => new(StepKind.Wait, 0, gateway, null, scope, flow);

    public static ProcessStep Join(string gateway, int scope) => new(StepKind.Join, 0, gateway, null, scope);

    /// <param name="on">The item it belongs to; 0 is the process itself.</param>
    /// <param name="left">How many times more it fires, -1 without end.</param>
    public static ProcessStep SetTimer(int timer, string element, int on, DateTimeOffset due, int left = 0) =>
        new(StepKind.SetTimer, timer, element, On: on, Due: due, Count: left);

    public static ProcessStep ClearTimer(int timer, string element) => new(StepKind.ClearTimer, timer, element);

    /// <param name="most">How many times at most, 0 when that is open.</param>
    public static ProcessStep OpenLoop(int item, string element, int scope, int most) => new(StepKind.Open, item, element, ItemKind.Loop, scope, Count: most);

    public static ProcessStep CountOne(int loop) => new(StepKind.Count, loop);

    /// <param name="because">Where the event sub-process that did it starts.</param>
    public static ProcessStep Interrupt(int scope, string because) => new(StepKind.Interrupt, 0, because, null, scope);

    public static ProcessStep End() => new(StepKind.End);
}
