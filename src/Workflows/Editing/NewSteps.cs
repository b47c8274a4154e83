using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Makes the elements of steps and puts them where they go.</summary>
static class NewSteps
{
    public const double Width = 120;
    public const double Height = 80;

    /// <summary>On a way, with a shape.</summary>
    public static XElement Insert(DrawingXml drawing, Opening way, StandardStep step)
    {
        var node = Make(drawing, step);
        Insert(drawing, way, node, Width, Height);
        return node;
    }

    public static void Insert(DrawingXml drawing, Opening way, XElement node, double width, double height)
    {
        drawing.Add(node, way.Source);
        if (way.MakeRoom(drawing, width, height) is { } place) drawing.Shapes.Place(node.Id()!, place, DrawingXml.IsScope(node));
        way.Lead(drawing, node, node);
    }

    public static XElement Make(DrawingXml drawing, StandardStep step)
    {
        var node = Make(drawing, step.Action is null ? "userTask" : "serviceTask", step.Id, step.Name);
        drawing.SetLms(node, "kind", step.Kind);
        drawing.SetLms(node, "action", step.Action);
        drawing.SetLms(node, "gate", step.Gate?.ToString());
        drawing.SetLms(node, "sides", step.Sides);
        drawing.SetLms(node, "documents", step.Documents);
        drawing.SetLms(node, "role", step.Role);
        drawing.SetLms(node, "due", step.Due);
        drawing.SetLms(node, "dueWorkingDays", step.DueWorkingDays);
        drawing.SetLms(node, "done", step.Done);
        return node;
    }

    public static XElement Make(DrawingXml drawing, string kind, string id, Words? name = null)
    {
        var node = new XElement(BpmnNames.Model + kind, new XAttribute("id", drawing.FreshId(id)));
        if (name is not null) drawing.Name(node, name.Nb, name.Nn);
        return node;
    }

    /// <summary>An event on the edge that lets the step go on, and fires after so many days.</summary>
    public static XElement Reminder(DrawingXml drawing, XElement host, string id, int days)
    {
        var timer = Make(drawing, "boundaryEvent", id, Words.Same($"Dag {days}"));
        timer.Add(
            new XAttribute("attachedToRef", host.Id()!), new XAttribute("cancelActivity", "false"),
            new XElement(BpmnNames.Model + "timerEventDefinition", new XAttribute("id", timer.Id() + "_def"), new XElement(BpmnNames.Model + "timeDuration", drawing.Formal(), $"P{days}D")));
        return timer;
    }
}
