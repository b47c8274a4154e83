using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Moves a step to stand after another, in the same phase. What hangs on it comes along.</summary>
/// <param name="After">A step with one way on, or a way.</param>
public sealed record MoveStep(string Step, string After) : DrawingEdit
{
    internal override string At => Step;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Node(Step) is not { } node) return new NotInTheDrawing("step");
        var (way, refused) = Opening.After(drawing, After);
        if (way is null) return refused;
        return way.Flow is { } flow && CanMove(drawing, node) ? Apply(drawing, node, flow) : new CannotBeMovedThere();
    }

    internal static bool CanMove(DrawingXml drawing, XElement node) =>
        (DrawingXml.IsActivity(node) || node.Name.LocalName is "intermediateCatchEvent" or "intermediateThrowEvent")
        && DrawingXml.Incoming(node).Take(2).Count() == 1 && DrawingXml.Outgoing(node).Take(2).Count() == 1;

    /// <summary>The flow in is led past it, and the flow out goes along: both keep what is written on them.</summary>
    internal static Refusal? Apply(DrawingXml drawing, XElement node, XElement way)
    {
        var (into, onward) = (DrawingXml.Incoming(node).Single(), DrawingXml.Outgoing(node).Single());
        if (way.Parent != node.Parent || way == into || way == onward || DrawingXml.Target(onward) is not { } next || DrawingXml.Source(into) is not { } before || DrawingXml.Target(way) is not { } after)
            return new CannotBeMovedThere();
        var neighbour = DrawingXml.Source(way) == next ? next : after == before ? before : null;
        if (neighbour is not null && DrawingXml.IsActivity(neighbour)) Swap(drawing, node, neighbour);
        else MakeRoom(drawing, node, way);
        drawing.Lead(into, next);
        drawing.Lead(onward, after);
        drawing.Lead(way, node);
        Redraw(drawing, node);
        if (neighbour is not null) Redraw(drawing, neighbour);
        return null;
    }

    static void Swap(DrawingXml drawing, XElement node, XElement neighbour)
    {
        if (drawing.Shapes.Of(node.Id()) is not { } its || drawing.Shapes.Of(neighbour.Id()) is not { } other) return;
        var ((first, left), (second, right)) = its.X <= other.X ? ((node, its), (neighbour, other)) : ((neighbour, other), (node, its));
        drawing.Shapes.Move(drawing, second, left.X - right.X, left.MidY - right.MidY);
        drawing.Shapes.Move(drawing, first, right.Right - left.Right, right.MidY - left.MidY);
    }

    static void MakeRoom(DrawingXml drawing, XElement node, XElement way)
    {
        if (drawing.Shapes.Of(node.Id()) is not { } its || new Opening(DrawingXml.Source(way)!, way).MakeRoom(drawing, its.Width, its.Height) is not { } place) return;
        its = drawing.Shapes.Of(node.Id())!.Value;
        drawing.Shapes.Move(drawing, node, place.X - its.X, place.Y - its.Y);
    }

    static void Redraw(DrawingXml drawing, XElement node)
    {
        foreach (var flow in DrawingXml.Incoming(node).Concat(DrawingXml.Outgoing(node)).ToList()) drawing.Shapes.Route(flow);
    }
}
