using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Somebody is told when a task has stood for so many days, and the task stands on. At a gate those who have not signed are reminded; elsewhere the coordinator gets a task to see to it
/// (R88).
/// </summary>
public sealed record AddReminder(string Step, int Days) : DrawingEdit
{
    const double Row = 130;

    internal override string At => Step;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Node(Step) is null) return new NotInTheDrawing("step");
        if (drawing.Task(Step) is not { } task) return new IsNoTask();
        if (Days is < 1 or > SetDeadline.Longest) return new DeadlineIsOutside();
        var timer = NewSteps.Reminder(drawing, task, $"{Step}_dag_{Days}", Days);
        drawing.Add(timer, task);
        var told = NewSteps.Make(drawing, Told(task));
        drawing.Add(told, timer);
        var end = NewSteps.Make(drawing, "endEvent", $"{timer.Id()}_minnet", new("Minnet", "Minna"));
        drawing.Add(end, told);
        if (drawing.Shapes.Of(Step) is { } box)
        {
            drawing.Shapes.MakeRow(task.Parent!, box.Bottom + 19, Row);
            var (x, y) = (box.X + 30, box.Bottom + 40 + (NewSteps.Height / 2));
            drawing.Shapes.Place(timer.Id()!, Box.Around(x, box.Bottom, 36, 36));
            drawing.Shapes.Place(told.Id()!, Box.Around(x + 110, y, NewSteps.Width, NewSteps.Height));
            drawing.Shapes.Place(end.Id()!, Box.Around(x + 230, y, 36, 36));
            drawing.Shapes.Surround(task.Parent!, new(x, y - (NewSteps.Height / 2), 250, NewSteps.Height));
        }

        drawing.Connect(timer, told);
        drawing.Connect(told, end);
        drawing.At = Step;
        return null;
    }

    static StandardStep Told(System.Xml.Linq.XElement task) =>
        task.LmsAttribute("kind") == "signOff" && Enum.TryParse<Gate>(task.LmsAttribute("gate"), true, out var gate)
            ? StandardSteps.Remind(gate)
            : new(task.Id() + "_minn", Shortened(new("Følg opp: ", "Følg opp: "), task), null, "koordinator") { DueWorkingDays = "2" };

    static Words Shortened(Words before, System.Xml.Linq.XElement task) => new(Cut(before.Nb + LmsReader.NameOf(task).Nb), Cut(before.Nn + LmsReader.NameOf(task).Nn));

    static string Cut(string name) => name.Length > EmptyDrawing.LongestName ? name[..EmptyDrawing.LongestName] : name;
}
