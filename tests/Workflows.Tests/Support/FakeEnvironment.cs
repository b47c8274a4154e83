using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>An environment whose variables and actions a test sets by hand.</summary>
sealed class FakeEnvironment : IProcessEnvironment
{
    public Dictionary<string, FeelValue> Variables { get; } = [];
    public List<string> Performed { get; } = [];

    /// <summary>Reasons that make actions get stuck.</summary>
    public ImmutableArray<string> Obstacles { get; set; } = [];

    /// <summary>What an action does to the case, beside being written down.</summary>
    public Func<ProcessElement, ImmutableArray<Fact>> Acts { get; set; } = _ => [];

    public DateTimeOffset Now { get; set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public FeelValue Value(string name) => Variables.GetValueOrDefault(name);

    public ActionOutcome Perform(ProcessElement serviceTask)
    {
        if (!Obstacles.IsEmpty) return new ActionOutcome.StuckBecause(Obstacles);
        Performed.Add(serviceTask.Lms.Action + (serviceTask.Lms.Gate is { } gate ? ":" + gate : ""));
        return new ActionOutcome.Done(Acts(serviceTask));
    }

    public DateTimeOffset Due(DueRule rule) => DueCalendar.Due(rule, Now);
}
