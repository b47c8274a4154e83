using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Does what a finding says would mend it, as one step.</summary>
public sealed record MendDrawing(QuickFix Fix) : DrawingEdit
{
    internal override string At => Fix.Element;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Find(Fix.Element) is not { } element) return new NothingToMend();
        return (Fix.Operation, drawing.Node(Fix.Element), drawing.Flow(Fix.Element)) switch
        {
            (MendOperation.AddStart, _, _) when element.IsModel("process") || DrawingXml.IsScope(element) => Done(() => AddStart(drawing, element)),
            (MendOperation.AddEnd, { } node, _) when !node.IsModel("endEvent") => Done(() => AddEnd(drawing, node)),
            (MendOperation.RemoveElement, { } node, _) => Done(() => Remove(drawing, node)),
            (MendOperation.RemoveFlow, _, { } flow) => Done(() => drawing.Disconnect(flow)),
            (MendOperation.Bypass, { } node, _) => new RemoveStep(node.Id()!).Apply(drawing),
            (MendOperation.ForkAfter, { } node, _) => Done(() => NewGateways.After(drawing, node, "parallelGateway", flow => !flow.Elements(BpmnNames.Model + "conditionExpression").Any())),
            (MendOperation.MergeBefore, { } node, _) => Done(() => NewGateways.Before(drawing, node, "exclusiveGateway")),
            (MendOperation.SplitGateway, { } node, _) when DrawingXml.IsGateway(node) => Done(() => NewGateways.Before(drawing, node, node.Name.LocalName)),
            (MendOperation.MakeDefault, { } node, _) when drawing.Flow(Fix.Other) is { } flow && DrawingXml.Source(flow) == node => Done(() => drawing.MakeDefault(node, flow)),
            (MendOperation.RemoveCondition, _, { } flow) => Done(() => drawing.Condition(flow, null)),
            (MendOperation.SetAttribute, _, _) when Fix.Attribute is { } name => Done(() => Set(drawing, element, name)),
            _ => new NothingToMend(),
        };
    }

    void AddStart(DrawingXml drawing, XElement scope)
    {
        var first = drawing.Node(Fix.Other) ?? scope.Elements().FirstOrDefault(node => DrawingXml.IsNode(node) && !node.IsModel("boundaryEvent") && !DrawingXml.Incoming(node).Any());
        var start = NewSteps.Make(drawing, "startEvent", scope.Id() + "_start", Words.Same("Start"));
        if (scope.Elements().FirstOrDefault(DrawingXml.IsNode) is { } before) XmlLayout.InsertBefore(before, start);
        else XmlLayout.Append(scope, start);
        drawing.At = start.Id();
        if (first is null)
        {
            if (drawing.Shapes.Of(scope.Id()) is { } around) drawing.Shapes.Place(start.Id()!, Box.Around(around.X + 50, around.MidY, 36, 36));
            return;
        }

        if (drawing.Shapes.Of(first.Id()) is { } box)
        {
            drawing.Shapes.MakeColumn(scope, box.X, 36 + DrawingShapes.Gap);
            drawing.Shapes.Place(start.Id()!, Box.Around(box.X + 18, box.MidY, 36, 36));
        }

        drawing.Connect(start, first);
    }

    static void AddEnd(DrawingXml drawing, XElement node)
    {
        var end = NewSteps.Make(drawing, "endEvent", node.Id() + "_slutt", Words.Same("Slutt"));
        drawing.Add(end, node);
        if (new Opening(node, null).MakeRoom(drawing, 36, 36) is { } place) drawing.Shapes.Place(end.Id()!, place);
        drawing.Connect(node, end);
        drawing.At = end.Id();
    }

    static void Remove(DrawingXml drawing, XElement node)
    {
        drawing.At = node.Parent!.Id();
        drawing.Remove(node);
    }

    void Set(DrawingXml drawing, XElement element, string name)
    {
        if (name.StartsWith("lms:", StringComparison.Ordinal)) drawing.SetLms(element, name["lms:".Length..], Fix.Value);
        else element.SetAttributeValue(name, Fix.Value);
    }

    static Refusal? Done(Action act)
    {
        act();
        return null;
    }
}
