using System.Xml.Linq;

namespace LmsWorkflow.Workflows;

/// <summary>Gateways that take over the flows of something.</summary>
static class NewGateways
{
    public const double Size = 50;

    /// <summary>Takes over what leads into it.</summary>
    public static XElement Before(DrawingXml drawing, XElement node, string kind)
    {
        var gateway = new XElement(BpmnNames.Model + kind, new XAttribute("id", drawing.FreshId(node.Id() + "_samle")));
        var flows = DrawingXml.Incoming(node).ToList();
        drawing.Add(gateway, node);
        if (drawing.Shapes.Of(node.Id()) is { } box)
        {
            drawing.Shapes.MakeColumn(node.Parent!, box.X, Size + DrawingShapes.Gap);
            drawing.Shapes.Place(gateway.Id()!, Box.Around(box.X + (Size / 2), box.MidY, Size, Size));
        }

        foreach (var flow in flows) drawing.Lead(flow, gateway);
        drawing.Connect(gateway, node);
        foreach (var flow in DrawingXml.Outgoing(node).ToList()) drawing.Shapes.Route(flow);
        return gateway;
    }

    /// <summary>Takes over what leads out of it, but for what keeps a condition of its own.</summary>
    public static XElement After(DrawingXml drawing, XElement node, string kind, Func<XElement, bool> takes)
    {
        var gateway = new XElement(BpmnNames.Model + kind, new XAttribute("id", drawing.FreshId(node.Id() + "_del")));
        var flows = DrawingXml.Outgoing(node).Where(takes).ToList();
        drawing.Add(gateway, node);
        if (drawing.Shapes.Of(node.Id()) is { } box)
        {
            drawing.Shapes.MakeColumn(node.Parent!, box.Right + 1, Size + DrawingShapes.Gap);
            drawing.Shapes.Place(gateway.Id()!, Box.Around(box.Right + DrawingShapes.Gap + (Size / 2), box.MidY, Size, Size));
        }

        foreach (var flow in flows) drawing.LeadFrom(flow, gateway);
        drawing.Connect(node, gateway);
        return gateway;
    }
}
