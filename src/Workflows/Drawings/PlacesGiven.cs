using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Writes places into a file that has none, or leaves elements out, so that a tool that draws by them can show it (BPMN 2.0.2 §12). What the process does is not touched. Pools are
/// drawn around what is in them.
/// </summary>
public static class PlacesGiven
{
    const double Margin = 40;
    const double Head = 30;
    const double ClosedHeight = 60;

    static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    static readonly XNamespace Line = "http://www.omg.org/spec/DD/20100524/DI";

    /// <summary>Null when it has places of its own, cannot be read, or has lanes: a lane drawn in the wrong place would take steps away from those who do them.</summary>
    public static byte[]? In(ReadOnlyMemory<byte> xml)
    {
        if (PictureReader.Read(xml) is not { IsLaidOut: true } picture || DrawingXml.Read(xml) is not { } drawing) return null;
        if (drawing.Root.Descendants(BpmnNames.Model + "lane").Any()) return null;
        foreach (var old in drawing.Root.Elements(Di + "BPMNDiagram").ToList()) XmlLayout.Remove(old);
        drawing.Declare("bpmndi", Di);
        drawing.Declare("dc", Dc);
        drawing.Declare("di", Line);
        drawing.Root.Add(Diagram(drawing, picture));
        return drawing.Write();
    }

    static XElement Diagram(DrawingXml drawing, Picture picture)
    {
        var collaboration = drawing.Root.Element(BpmnNames.Model + "collaboration");
        var pools = collaboration is null ? [] : Pools(drawing, collaboration, picture);
        var places = picture.Shapes.ToDictionary(shape => shape.Id, shape => shape.Bounds);
        foreach (var (id, pool) in pools) places[id] = pool;
        var plane = new XElement(
            Di + "BPMNPlane", new XAttribute("bpmnElement", (collaboration ?? drawing.Processes().First()).Id() ?? ""),
            pools.Select(pool => Shape(pool.Id, pool.Place, new("isHorizontal", true))),
            picture.Shapes.Select(shape => Shape(shape.Id, shape.Bounds, shape.Element?.Kind.IsScope() == true ? new("isExpanded", shape.IsOpen) : null)),
            picture.Lines.Select(line => Edge(line.Id, line.Points)),
            collaboration?.Elements(BpmnNames.Model + "messageFlow").Select(flow => Message(flow, places)));
        var diagram = new XElement(Di + "BPMNDiagram", plane);
        var taken = drawing.Root.DescendantsAndSelf().Select(element => element.Id()).OfType<string>().ToHashSet();
        foreach (var drawn in diagram.DescendantsAndSelf().Where(drawn => drawn.Name.Namespace == Di)) drawn.SetAttributeValue("id", Free($"{drawn.Reference("bpmnElement") ?? "tegning"}_plass"));
        return diagram;

        string Free(string id)
        {
            while (!taken.Add(id)) id += "_";
            return id;
        }
    }

    /// <summary>Around the process it holds; those that hold none stand below.</summary>
    static ImmutableArray<(string Id, Area Place)> Pools(DrawingXml drawing, XElement collaboration, Picture picture)
    {
        var pools = ImmutableArray.CreateBuilder<(string, Area)>();
        var whole = picture.Bounds.Around(Margin);
        var below = whole.Bottom + Margin;
        foreach (var participant in collaboration.Elements(BpmnNames.Model + "participant"))
        {
            if (participant.Id() is not { } id) continue;
            if (drawing.Processes().FirstOrDefault(process => process.Id() == participant.Reference("processRef")) is { } process && Around(process, picture) is { } place)
            {
                pools.Add((id, place));
                continue;
            }

            pools.Add((id, new(whole.X - Head, below, whole.Width + Head, ClosedHeight)));
            below += ClosedHeight + Margin;
        }

        return pools.ToImmutable();
    }

    static Area? Around(XElement process, Picture picture)
    {
        var inside = process.Descendants().Select(element => element.Id()).OfType<string>().ToHashSet();
        ImmutableArray<Area> drawn = [.. picture.Shapes.Where(shape => inside.Contains(shape.Id)).Select(shape => shape.Bounds), .. picture.Lines.Where(line => inside.Contains(line.Id)).SelectMany(line => line.Points).Select(Area.Of)];
        if (drawn.IsEmpty) return null;
        var whole = drawn.Aggregate((all, next) => all.With(next)).Around(Margin / 2);
        return new(whole.X - Head - (Margin / 2), whole.Y, whole.Width + Head + Margin, whole.Height);
    }

    static XElement? Message(XElement flow, Dictionary<string, Area> places)
    {
        if (flow.Id() is not { } id || !places.TryGetValue(flow.Reference("sourceRef") ?? "", out var from) || !places.TryGetValue(flow.Reference("targetRef") ?? "", out var to)) return null;
        var down = to.Y > from.Y;
        return Edge(id, [new(from.Middle.X, down ? from.Bottom : from.Y), new(from.Middle.X, down ? to.Y : to.Bottom)]);
    }

    static XElement Shape(string id, Area place, XAttribute? how) => new(
        Di + "BPMNShape", new XAttribute("bpmnElement", id), how,
        new XElement(Dc + "Bounds", Number("x", place.X), Number("y", place.Y), Number("width", place.Width), Number("height", place.Height)));

    static XElement Edge(string id, IEnumerable<Point> points) => new(
        Di + "BPMNEdge", new XAttribute("bpmnElement", id), points.Select(point => new XElement(Line + "waypoint", Number("x", point.X), Number("y", point.Y))));

    static XAttribute Number(string name, double number) => new(name, Math.Round(number, 2).ToString(CultureInfo.InvariantCulture));
}
