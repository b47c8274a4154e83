using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Leads a way on to another step of the same phase. Where other ways lead there already, they meet in a gateway in front of it.</summary>
public sealed record LeadFlow(string Way, string Target) : DrawingEdit
{
    internal override string At => Way;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Flow(Way) is not { } flow || DrawingXml.Source(flow) is not { } source) return new NotInTheDrawing("way");
        if (drawing.Node(Target) is not { } target) return new NotInTheDrawing("target");
        if (!MayLead(flow, target) || target == source) return new WayCannotLeadThere();
        if (DrawingXml.Target(flow) == target) return null;
        drawing.Lead(flow, Meeting(drawing, target));
        return null;
    }

    internal static bool MayLead(XElement flow, XElement target) =>
        target.Parent == flow.Parent && target.Name.LocalName is not ("startEvent" or "boundaryEvent") && target.Text("triggeredByEvent") is not ("true" or "1");

    internal static XElement Meeting(DrawingXml drawing, XElement target)
    {
        if (DrawingXml.IsGateway(target) || target.IsModel("endEvent") || DrawingXml.Incoming(target).FirstOrDefault() is not { } into) return target;
        if (DrawingXml.Incoming(target).Count() == 1 && DrawingXml.Source(into) is { Name.LocalName: "exclusiveGateway" } before && DrawingXml.Outgoing(before).Count() == 1) return before;
        return NewGateways.Before(drawing, target, "exclusiveGateway");
    }
}
