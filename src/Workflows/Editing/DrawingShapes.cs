using System.Globalization;
using System.Xml.Linq;

namespace LmsWorkflow.Workflows;

/// <summary>
/// The shapes and lines of a drawing (BPMN 2.0.2 §12). A file without any stays without: a modeller that lays out by itself does so. Room is made as with a modeller's space tool:
/// what stands to the right, or below, moves on, and what surrounds it grows.
/// </summary>
sealed class DrawingShapes(XElement root)
{
    public const double Gap = 50;
    const double Margin = 30;

    static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    static readonly XNamespace Line = "http://www.omg.org/spec/DD/20100524/DI";

    readonly Dictionary<string, XElement> shapes = ById(root, Di + "BPMNShape");
    readonly Dictionary<string, XElement> edges = ById(root, Di + "BPMNEdge");

    public Box? Of(string? id) => id is not null && Shape(id)?.Element(Dc + "Bounds") is { } bounds ? Read(bounds) : null;

    /// <summary>Draws it, where those around it are drawn.</summary>
    public void Place(string id, Box box, bool expanded = false)
    {
        if (Shape(id) is { } old)
        {
            Write(old.Element(Dc + "Bounds")!, box);
            old.Element(Di + "BPMNLabel")?.Remove();
            return;
        }

        if (root.Descendants(Di + "BPMNPlane").FirstOrDefault() is not { } plane) return;
        var bounds = new XElement(Dc + "Bounds");
        Write(bounds, box);
        shapes[id] = new XElement(Di + "BPMNShape", new XAttribute("id", id + "_form"), new XAttribute("bpmnElement", id), expanded ? new XAttribute("isExpanded", "true") : null, bounds);
        XmlLayout.Append(plane, shapes[id]);
    }

    /// <summary>As straight as it can be between the two it joins.</summary>
    public void Route(XElement flow)
    {
        if (DrawingXml.Source(flow) is not { } source || DrawingXml.Target(flow) is not { } target || Of(source.Id()) is not { } from || Of(target.Id()) is not { } to) return;
        if (root.Descendants(Di + "BPMNPlane").FirstOrDefault() is not { } plane) return;
        var points = Points(from, to, IsSmall(source), IsSmall(target)).Select(point => new XElement(Line + "waypoint", new XAttribute("x", Text(point.X)), new XAttribute("y", Text(point.Y))));
        if (Edge(flow.Id()!) is not { } edge)
        {
            edges[flow.Id()!] = new XElement(Di + "BPMNEdge", new XAttribute("id", flow.Id() + "_strek"), new XAttribute("bpmnElement", flow.Id()!), points);
            XmlLayout.Append(plane, edges[flow.Id()!]);
            return;
        }

        // the label goes too: a modeller puts it where the line is now
        foreach (var old in edge.Elements().Where(child => child.Name == Line + "waypoint" || child.Name == Di + "BPMNLabel").ToList()) XmlLayout.Remove(old);
        foreach (var point in points.ToList()) XmlLayout.Append(edge, point);
    }

    public void Remove(string id)
    {
        if (shapes.Remove(id, out var shape)) XmlLayout.Remove(shape);
        if (edges.Remove(id, out var edge)) XmlLayout.Remove(edge);
    }

    /// <summary>Moves it with what sits on its edge and all inside it.</summary>
    public void Move(DrawingXml drawing, XElement node, double x, double y)
    {
        foreach (var id in node.DescendantsAndSelf().Concat(DrawingXml.Boundaries(node)).Select(inside => inside.Id()).OfType<string>()) Push(id, x, y);
        foreach (var flow in DrawingXml.Boundaries(node).SelectMany(DrawingXml.Outgoing).ToList()) Route(flow);
    }

    /// <summary>Room for a column after what ends at <paramref name="from"/>: everything in the scope that begins there or later moves right by as much as is missing.</summary>
    public void MakeColumn(XElement scope, double from, double by) => MakeRoom(scope, from, by, across: true, []);

    /// <summary>Room below what ends at <paramref name="from"/>.</summary>
    public void MakeRow(XElement scope, double from, double by) => MakeRoom(scope, from, by, across: false, []);

    /// <summary>The scope reaches around the box, with room to spare.</summary>
    public void Surround(XElement scope, Box box)
    {
        var top = Of(scope.Id()) is { } around ? around.Y + Margin : 2 * Margin;
        if (box.Y < top) MakeRoom(scope, Of(scope.Id())?.Y + 1 ?? double.MinValue, top - box.Y, across: false, []);
        if (Of(scope.Id()) is not { } drawn) return;
        var moved = box.Y < top ? box with { Y = top } : box;
        if (moved.Bottom + Margin > drawn.Bottom) MakeRoom(scope, drawn.Bottom, moved.Bottom + Margin - drawn.Bottom, across: false, []);
        if (moved.Right + Margin > drawn.Right) MakeRoom(scope, drawn.Right, moved.Right + Margin - drawn.Right, across: true, []);
    }

    /// <summary>A sub-process beside keeps its size: it moves whole or not at all. Lanes reach across everything, so they grow.</summary>
    void MakeRoom(XElement scope, double from, double by, bool across, HashSet<string> leave)
    {
        if (by <= 0) return;
        var (x, y) = across ? (by, 0d) : (0d, by);
        var moved = new HashSet<string>();
        foreach (var node in scope.Elements().Where(node => node.Id() is { } id && !leave.Contains(id) && !node.IsModel("sequenceFlow")))
            if (Of(Host(node)) is { } box && (across ? box.X : box.Y) >= from && moved.Add(node.Id()!))
                foreach (var id in node.DescendantsAndSelf().Select(inside => inside.Id()).OfType<string>()) Push(id, x, y);
        foreach (var lane in scope.Descendants(BpmnNames.Model + "lane").Where(lane => lane.Parent!.Parent == scope || lane.Ancestors(BpmnNames.Model + "laneSet").Last().Parent == scope)) Grow(Shape(lane.Id() ?? ""), from, by, across);
        foreach (var flow in scope.Elements().Where(flow => flow.Name.LocalName is "sequenceFlow" or "association").ToList()) Follow(flow, moved, leave, from, by, across);
        leave.UnionWith(scope.DescendantsAndSelf().Select(inside => inside.Id()).OfType<string>());
        Grow(Around(scope), from, by, across);
        if (!DrawingXml.IsScope(scope) || Of(scope.Id()) is not { } old) return;
        Grow(Shape(scope.Id()!), double.NegativeInfinity, by, across);
        MakeRoom(scope.Parent!, across ? old.Right : old.Bottom, by, across, leave);
    }

    /// <summary>What sits on an edge goes where that goes.</summary>
    static string? Host(XElement node) => node.IsModel("boundaryEvent") ? node.Reference("attachedToRef") : node.Id();

    /// <summary>A line moves with its ends; one that would be bent out of shape is drawn anew.</summary>
    void Follow(XElement flow, HashSet<string> moved, HashSet<string> grown, double from, double by, bool across)
    {
        if (Edge(flow.Id() ?? "") is not { } edge) return;
        var (source, target) = (flow.Reference("sourceRef") ?? "", flow.Reference("targetRef") ?? "");
        var points = edge.Elements(Line + "waypoint").ToList();
        if (points.Count < 2) return;
        var name = across ? "x" : "y";
        bool Beyond(XElement point) => Number(point, name) >= from;
        if (!flow.IsModel("sequenceFlow") || (Keeps(source, points[0]) && Keeps(target, points[^1])))
        {
            foreach (var point in points.Where(Beyond)) point.SetAttributeValue(name, Text(Number(point, name) + by));
            foreach (var label in edge.Descendants(Dc + "Bounds").Where(label => Number(label, name) >= from)) label.SetAttributeValue(name, Text(Number(label, name) + by));
        }
        else
        {
            Route(flow);
        }

        bool Keeps(string end, XElement point) => grown.Contains(end) || moved.Contains(end) == Beyond(point);
    }

    /// <summary>The pool of a process, where it is drawn.</summary>
    XElement? Around(XElement scope) => DrawingXml.IsScope(scope) ? null
        : root.Descendants(BpmnNames.Model + "participant").FirstOrDefault(pool => pool.Reference("processRef") == scope.Id()) is { } pool ? Shape(pool.Id() ?? "") : null;

    static void Grow(XElement? shape, double from, double by, bool across)
    {
        if (shape?.Element(Dc + "Bounds") is not { } bounds) return;
        var box = Read(bounds);
        if ((across ? box.Right : box.Bottom) < from) return;
        Write(bounds, across ? box with { Width = box.Width + by } : box with { Height = box.Height + by });
    }

    void Push(string id, double x, double y)
    {
        if (Shape(id) is { } shape)
            foreach (var drawn in shape.Descendants(Dc + "Bounds").ToList()) Write(drawn, Read(drawn).Moved(x, y));
        if (Edge(id) is not { } edge) return;
        foreach (var point in edge.Elements(Line + "waypoint"))
        {
            point.SetAttributeValue("x", Text(Number(point, "x") + x));
            point.SetAttributeValue("y", Text(Number(point, "y") + y));
        }

        foreach (var label in edge.Descendants(Dc + "Bounds")) Write(label, Read(label).Moved(x, y));
    }

    /// <summary>A gateway or an event on an edge is left and reached at its corners.</summary>
    static bool IsSmall(XElement node) => DrawingXml.IsGateway(node) || node.Name.LocalName == "boundaryEvent";

    static IEnumerable<(double X, double Y)> Points(Box from, Box to, bool leavesAtCorner, bool entersAtCorner)
    {
        if (to.X < from.Right)
        {
            var below = Math.Max(from.Bottom, to.Bottom) + Margin;
            return [(from.MidX, from.Bottom), (from.MidX, below), (to.MidX, below), (to.MidX, to.Bottom)];
        }

        if (Math.Abs(from.MidY - to.MidY) < 2) return [(from.Right, from.MidY), (to.X, to.MidY)];
        var down = to.MidY > from.MidY;
        if (leavesAtCorner) return [(from.MidX, down ? from.Bottom : from.Y), (from.MidX, to.MidY), (to.X, to.MidY)];
        if (entersAtCorner) return [(from.Right, from.MidY), (to.MidX, from.MidY), (to.MidX, down ? to.Y : to.Bottom)];
        var between = (from.Right + to.X) / 2;
        return [(from.Right, from.MidY), (between, from.MidY), (between, to.MidY), (to.X, to.MidY)];
    }

    XElement? Shape(string id) => shapes.GetValueOrDefault(id);

    XElement? Edge(string id) => edges.GetValueOrDefault(id);

    static Dictionary<string, XElement> ById(XElement root, XName name)
    {
        var found = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var drawn in root.Descendants(name))
            if (drawn.Reference("bpmnElement") is { } id) found.TryAdd(id, drawn);
        return found;
    }

    static Box Read(XElement bounds) => new(Number(bounds, "x"), Number(bounds, "y"), Number(bounds, "width"), Number(bounds, "height"));

    static void Write(XElement bounds, Box box)
    {
        bounds.SetAttributeValue("x", Text(box.X));
        bounds.SetAttributeValue("y", Text(box.Y));
        bounds.SetAttributeValue("width", Text(box.Width));
        bounds.SetAttributeValue("height", Text(box.Height));
    }

    static double Number(XElement element, string name) => double.TryParse(element.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;

    static string Text(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);
}
