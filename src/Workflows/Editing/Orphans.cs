using System.Xml.Linq;

namespace LmsWorkflow.Workflows;

/// <summary>When a step or way goes, what only it led to goes with it, and gateways that decide nothing any more. What was unreachable before is nobody's business here.</summary>
sealed class Orphans
{
    readonly DrawingXml drawing;
    readonly XElement scope;
    readonly HashSet<string> begins;
    readonly HashSet<string> reached;
    readonly Dictionary<string, int> ways;

    Orphans(DrawingXml drawing, XElement scope)
    {
        this.drawing = drawing;
        this.scope = scope;
        begins = [.. scope.Elements().Where(node => DrawingXml.IsNode(node) && !node.IsModel("boundaryEvent") && !DrawingXml.Incoming(node).Any()).Select(node => node.Id()!)];
        reached = Reach();
        ways = scope.Elements().Where(DrawingXml.IsGateway).ToDictionary(gateway => gateway.Id()!, Ways);
    }

    /// <summary>Before the edit.</summary>
    public static Orphans Of(DrawingXml drawing, XElement scope) => new(drawing, scope);

    /// <summary>After the edit.</summary>
    public void Remove()
    {
        for (var again = true; again;)
        {
            var now = Reach();
            foreach (var node in scope.Elements().Where(DrawingXml.IsNode).Where(node => reached.Contains(node.Id()!) && !now.Contains(node.Id()!)).ToList())
                if (node.Parent is not null) drawing.Remove(node);
            again = false;
            foreach (var gateway in scope.Elements().Where(DrawingXml.IsGateway).Where(DecidesNothing).ToList())
            {
                if (DrawingXml.Incoming(gateway).FirstOrDefault() is { } into && DrawingXml.Outgoing(gateway).Any(onward => DrawingXml.Target(onward) == DrawingXml.Source(into))) continue;
                drawing.Bypass(gateway);
                again = true;
            }
        }
    }

    int Ways(XElement gateway) => DrawingXml.Incoming(gateway).Count() + DrawingXml.Outgoing(gateway).Count();

    bool DecidesNothing(XElement gateway) =>
        ways.GetValueOrDefault(gateway.Id()!) > Ways(gateway) && DrawingXml.Incoming(gateway).Count() == 1 && DrawingXml.Outgoing(gateway).Count() == 1;

    HashSet<string> Reach()
    {
        var next = scope.Elements(BpmnNames.Model + "sequenceFlow").ToLookup(flow => flow.Reference("sourceRef"), flow => flow.Reference("targetRef"));
        var beside = scope.Elements(BpmnNames.Model + "boundaryEvent").ToLookup(boundary => boundary.Reference("attachedToRef"), boundary => boundary.Id());
        var nodes = scope.Elements().Where(DrawingXml.IsNode).Select(node => node.Id()).OfType<string>().ToHashSet();
        var found = new HashSet<string>();
        var ahead = new Stack<string>(begins.Where(nodes.Contains));
        while (ahead.TryPop(out var id))
        {
            if (!found.Add(id)) continue;
            foreach (var onward in next[id].Concat(beside[id]).OfType<string>().Where(nodes.Contains)) ahead.Push(onward);
        }

        return found;
    }
}
