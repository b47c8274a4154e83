using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Takes one of several ways out of a step, with what only it led to.</summary>
public sealed record RemoveWay(string Way) : DrawingEdit
{
    internal override string At => Way;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Flow(Way) is not { } flow || DrawingXml.Source(flow) is not { } source) return new NotInTheDrawing("way");
        if (DrawingXml.Outgoing(source).Take(2).Count() < 2) return new OnlyWayStays();
        var orphans = Orphans.Of(drawing, source.Parent!);
        drawing.At = source.Id();
        drawing.Disconnect(flow);
        if (DrawingXml.Chooses(source) && DrawingXml.Outgoing(source).ToList() is [var only]) drawing.Condition(only, null);
        if (DrawingXml.Outgoing(source).Count() == 1) source.SetAttributeValue("default", null);
        orphans.Remove();
        if (drawing.Node(drawing.At) is null) drawing.At = (drawing.Flow(drawing.At) ?? source.Parent)?.Id();
        return null;
    }
}
