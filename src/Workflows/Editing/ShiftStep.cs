using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

public enum StepDirection { Earlier, Later }

/// <summary>Moves a step past the one before it or the one after it.</summary>
public sealed record ShiftStep(string Step, StepDirection Direction) : DrawingEdit
{
    internal override string At => Step;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Node(Step) is not { } node) return new NotInTheDrawing("step");
        return Place(drawing, node, Direction) is { } way ? MoveStep.Apply(drawing, node, way) : new CannotBeMovedThere();
    }

    /// <summary>The way it would stand on then; null when it cannot go there.</summary>
    internal static XElement? Place(DrawingXml drawing, XElement node, StepDirection direction)
    {
        if (!MoveStep.CanMove(drawing, node)) return null;
        if (direction == StepDirection.Earlier) return DrawingXml.Source(DrawingXml.Incoming(node).Single()) is { } before ? Only(DrawingXml.Incoming(before)) : null;
        return DrawingXml.Target(DrawingXml.Outgoing(node).Single()) is { } next ? Only(DrawingXml.Outgoing(next)) : null;
    }

    static XElement? Only(IEnumerable<XElement> flows) => flows.Take(2).ToList() is [var only] ? only : null;
}
