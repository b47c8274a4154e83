using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Takes a step out: what led to it leads on to what it led to. What only it led to goes with it: its reminders, and what comes of them.</summary>
public sealed record RemoveStep(string Step) : DrawingEdit
{
    internal override string At => Step;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Node(Step) is not { } node) return new NotInTheDrawing("step");
        if (node.IsModel("startEvent")) return new StartStays();
        if (node.IsModel("endEvent") && node.Parent!.Elements(node.Name).Count() == 1) return new LastEndStays();
        if (DrawingXml.Outgoing(node).Take(2).Count() > 1) return new StepHasSeveralWays();
        var orphans = Orphans.Of(drawing, node.Parent!);
        drawing.At = (DrawingXml.Incoming(node).Select(DrawingXml.Source).FirstOrDefault() ?? node.Parent)?.Id();
        if (node.IsModel("boundaryEvent")) drawing.Remove(node);
        else drawing.Bypass(node);
        orphans.Remove();
        return null;
    }
}
