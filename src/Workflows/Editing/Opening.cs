using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A place in a drawing where something can be put in: after a step, on the way it leads on by, where it leads on.</summary>
/// <param name="Flow">Null when nothing comes after the step yet.</param>
sealed record Opening(XElement Source, XElement? Flow)
{
    /// <summary>After a step with one way out, or on a way.</summary>
    public static (Opening? Way, Refusal? Refused) After(DrawingXml drawing, string id)
    {
        if (drawing.Flow(id) is { } flow) return DrawingXml.Source(flow) is { } from ? (new(from, flow), null) : (null, new NotInTheDrawing("after"));
        if (drawing.Node(id) is not { } node || node.Text("triggeredByEvent") is "true" or "1") return (null, new NotInTheDrawing("after"));
        if (node.IsModel("endEvent")) return (null, new NothingComesAfterAnEnd());
        return DrawingXml.Outgoing(node).ToList() switch
        {
            [] => (new(node, null), null),
            [var only] => (new(node, only), null),
            _ => (null, new ChooseTheWay()),
        };
    }

    /// <summary>Leads into the first and on from the last, which are the same where one thing is put in.</summary>
    public void Lead(DrawingXml drawing, XElement first, XElement last)
    {
        var target = Flow is null ? null : DrawingXml.Target(Flow);
        if (Flow is null) drawing.Connect(Source, first);
        else drawing.Lead(Flow, first);
        if (target is not null) drawing.Connect(last, target);
    }

    /// <summary>Where something this large goes, with room made for it; null where nothing is drawn.</summary>
    public Box? MakeRoom(DrawingXml drawing, double width, double height)
    {
        if (drawing.Shapes.Of(Source.Id()) is not { } from) return null;
        var to = Flow is null ? null : drawing.Shapes.Of(DrawingXml.Target(Flow)?.Id());
        var row = to is { } next && DrawingXml.IsGateway(Source) && next.X >= from.Right ? next.MidY : Source.IsModel("boundaryEvent") ? from.Bottom + 70 : from.MidY;
        var end = from.Right + DrawingShapes.Gap + width + DrawingShapes.Gap;
        var missing = to is { } target && target.X >= from.Right ? end - target.X : width + DrawingShapes.Gap;
        drawing.Shapes.MakeColumn(Source.Parent!, from.Right + 1, missing);
        drawing.Shapes.Surround(Source.Parent!, Box.Around(from.Right + DrawingShapes.Gap + (width / 2), row, width, height));
        // all in the scope moves down together, so the row is found again from the step
        var moved = drawing.Shapes.Of(Source.Id())!.Value.MidY - from.MidY;
        return Box.Around(from.Right + DrawingShapes.Gap + (width / 2), row + moved, width, height);
    }
}
