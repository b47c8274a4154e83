using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Gives a task a deadline, counted from when it begins, or takes it away.</summary>
/// <param name="Days">Null: no deadline.</param>
public sealed record SetDeadline(string Step, int? Days = null, bool WorkingDays = false) : DrawingEdit
{
    public const int Longest = 365;

    internal override string At => Step;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Node(Step) is null) return new NotInTheDrawing("step");
        if (drawing.Task(Step) is not { } task) return new IsNoTask();
        if (Days is < 1 or > Longest) return new DeadlineIsOutside();
        drawing.SetLms(task, "due", Days is { } days && !WorkingDays ? $"P{days}D" : null);
        drawing.SetLms(task, "dueWorkingDays", Days is { } working && WorkingDays ? $"{working}" : null);
        return null;
    }
}
