using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Reads a BPMN file as a picture: the places its diagram interchange gives (BPMN 2.0.2 §12), or our own where it gives none or leaves elements out.</summary>
public static class PictureReader
{
    /// <summary>Null when the file cannot be read whole; then the findings of <see cref="BpmnReader"/> say why.</summary>
    public static Picture? Read(ReadOnlyMemory<byte> xml)
    {
        if (CaseWorkflow.Read(xml).Model is not { } model || SecureXml.Read(xml).Document?.Root is not { } root) return null;
        var texts = Texts(root);
        return new InterchangeReader(root, model, texts).Read() ?? PictureLayout.Of(model, texts);
    }

    /// <summary>What the file says of each thing with an id, apart from what lies inside it and which lines it has.</summary>
    static Dictionary<string, XElement> Texts(XElement root)
    {
        var found = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in root.Descendants().Where(element => element.Name.Namespace == BpmnNames.Model))
            if (element.Id() is { } id) found.TryAdd(id, element);
        return found;
    }

    internal static string Says(XElement element)
    {
        var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal)
            .Select(attribute => $"{attribute.Name}={attribute.Value}");
        var inside = element.Elements().Where(child => !IsApart(child)).Select(Says);
        var text = element.HasElements ? "" : element.Value.Trim();
        return $"{element.Name.LocalName}[{string.Join('|', attributes)}]{text}({string.Concat(inside)})";
    }

    static bool IsApart(XElement child) => child.Name.Namespace == BpmnNames.Model
        && (child.Name.LocalName is "incoming" or "outgoing" or "laneSet" or "flowNodeRef" || IsDrawn(child.Name.LocalName));

    static bool IsDrawn(string name) =>
        name is "sequenceFlow" or "association" or "textAnnotation" or "group" or "dataObject" or "dataObjectReference" or "dataStoreReference" or "subProcess" or "transaction" or "adHocSubProcess" or "callActivity"
        || name.EndsWith("Event", StringComparison.Ordinal) || name.EndsWith("Gateway", StringComparison.Ordinal) || name.EndsWith("Task", StringComparison.Ordinal) || name == "task";

    internal static Words NameOf(XElement? element)
    {
        var nb = element?.Text("name") ?? "";
        return new(nb, element?.LmsAttribute("nameNn") ?? nb);
    }
}

/// <summary>The first diagram of a file.</summary>
sealed class InterchangeReader(XElement root, BpmnModel model, Dictionary<string, XElement> texts)
{
    static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    static readonly XNamespace Dd = "http://www.omg.org/spec/DD/20100524/DI";

    /// <summary>No modeller draws farther out; what does is not meant.</summary>
    const double Farthest = 1_000_000;

    readonly Dictionary<string, ProcessElement> elements = model.Processes.SelectMany(process => process.Elements).ToDictionary(element => element.Id);
    readonly Dictionary<string, SequenceFlow> flows = model.Processes.SelectMany(process => process.Flows).ToDictionary(flow => flow.Id);

    public Picture? Read()
    {
        if (root.Elements(Di + "BPMNDiagram").FirstOrDefault()?.Element(Di + "BPMNPlane") is not { } plane) return null;
        var shapes = plane.Elements(Di + "BPMNShape").Select(Shape).OfType<DrawnShape>().DistinctBy(shape => shape.Id).ToDictionary(shape => shape.Id);
        if (!elements.Values.All(element => IsShown(element, shapes))) return null;
        var placed = shapes.Values.Select(shape => shape with { Around = Around(shape, shapes) }).ToDictionary(shape => shape.Id);
        var lines = plane.Elements(Di + "BPMNEdge").Select(edge => Line(edge, placed)).OfType<DrawnLine>().DistinctBy(line => line.Id).ToList();
        var drawn = lines.Select(line => line.Id).ToHashSet();
        lines.AddRange(flows.Values.Where(flow => !drawn.Contains(flow.Id) && placed.ContainsKey(flow.Source.Id) && placed.ContainsKey(flow.Target.Id)).Select(flow => Straight(flow, placed)));
        return new(model.Driving?.Name ?? model.Processes[0].Name, [.. placed.Values.OrderBy(shape => Depth(shape, placed)).ThenBy(shape => shape.Element is { Kind: ElementKind.BoundaryEvent })], [.. lines]);
    }

    /// <summary>It has a place, or lies in something that is drawn closed.</summary>
    static bool IsShown(ProcessElement element, Dictionary<string, DrawnShape> shapes)
    {
        if (shapes.ContainsKey(element.Id)) return true;
        for (var scope = element.Parent; scope is not null; scope = scope.Parent)
            if (shapes.TryGetValue(scope.Id, out var around)) return !around.IsOpen;
        return false;
    }

    DrawnShape? Shape(XElement shape)
    {
        if (shape.Reference("bpmnElement") is not { } id || Bounds(shape) is not { Width: > 0, Height: > 0 } bounds) return null;
        var element = elements.GetValueOrDefault(id);
        var text = texts.GetValueOrDefault(id);
        if (element is null && text is null) return null;
        if (FormOf(element, text) is not { } form) return null;
        var label = shape.Element(Di + "BPMNLabel") is { } drawn ? Bounds(drawn) : null;
        return new(id, form, bounds, form is ShapeForm.Event or ShapeForm.Gateway or ShapeForm.Data or ShapeForm.Store ? label : null, null, element?.Name ?? Name(form, text))
        {
            Element = element,
            IsOpen = form == ShapeForm.Activity && element is { } activity && activity.Kind.IsScope() && shape.Text("isExpanded") != "false"
                && (shape.Text("isExpanded") == "true" || bounds.Width > 150),
            Says = text is null ? "" : PictureReader.Says(text),
        };
    }

    static Words Name(ShapeForm form, XElement? text) =>
        form == ShapeForm.Note ? Words.Same(text?.Element(BpmnNames.Model + "text")?.Value.Trim() ?? "") : PictureReader.NameOf(text);

    static ShapeForm? FormOf(ProcessElement? element, XElement? text) => element?.Kind switch
    {
        { } kind when kind.IsEvent() => ShapeForm.Event,
        { } kind when kind.IsGateway() => ShapeForm.Gateway,
        { } => ShapeForm.Activity,
        _ => text?.Name.LocalName switch
        {
            "participant" => ShapeForm.Pool,
            "lane" => ShapeForm.Lane,
            "textAnnotation" => ShapeForm.Note,
            "dataStoreReference" => ShapeForm.Store,
            "dataObjectReference" or "dataObject" or "dataInput" or "dataOutput" => ShapeForm.Data,
            "group" => ShapeForm.Group,
            _ => null,
        },
    };

    static string? Around(DrawnShape shape, Dictionary<string, DrawnShape> shapes)
    {
        if (shape.Element is { } element)
        {
            for (var scope = element.Parent; scope is not null; scope = scope.Parent)
                if (shapes.ContainsKey(scope.Id)) return scope.Id;
        }

        var pools = shape.Form == ShapeForm.Pool ? [] : shapes.Values.Where(other => other.Id != shape.Id && other.Form is ShapeForm.Pool or ShapeForm.Lane && other.Bounds.Holds(shape.Bounds));
        return pools.MinBy(other => other.Bounds.Width * other.Bounds.Height)?.Id;
    }

    static int Depth(DrawnShape shape, Dictionary<string, DrawnShape> shapes)
    {
        var depth = 0;
        for (var around = shape.Around; around is not null && depth <= SecureXml.DeepestNesting; around = shapes[around].Around) depth++;
        return depth;
    }

    DrawnLine? Line(XElement edge, Dictionary<string, DrawnShape> shapes)
    {
        if (edge.Reference("bpmnElement") is not { } id) return null;
        ImmutableArray<Point> points = [.. edge.Elements(Dd + "waypoint").Select(At).OfType<Point>()];
        if (points.Length < 2) return null;
        var label = edge.Element(Di + "BPMNLabel") is { } drawn ? Bounds(drawn) : null;
        if (flows.TryGetValue(id, out var flow))
            return shapes.ContainsKey(flow.Source.Id) && shapes.ContainsKey(flow.Target.Id) ? new(id, LineForm.Sequence, points, label, flow.Source.Id, flow.Target.Id, flow.Name) { Flow = flow, Says = Said(id) } : null;
        if (texts.GetValueOrDefault(id) is not { } text) return null;
        var (from, to) = (text.Reference("sourceRef") ?? "", text.Reference("targetRef") ?? "");
        return text.Name.LocalName switch
        {
            "messageFlow" => new(id, LineForm.Message, points, label, from, to, PictureReader.NameOf(text)) { Says = Said(id) },
            "association" or "dataInputAssociation" or "dataOutputAssociation" => new(id, LineForm.Association, points, label, from, to, Words.Same("")) { Says = Said(id) },
            _ => null,
        };
    }

    DrawnLine Straight(SequenceFlow flow, Dictionary<string, DrawnShape> shapes)
    {
        var (from, to) = (shapes[flow.Source.Id].Bounds, shapes[flow.Target.Id].Bounds);
        var forward = from.Right <= to.X;
        ImmutableArray<Point> points = [new(forward ? from.Right : from.Middle.X, from.Middle.Y), new(forward ? to.X : to.Middle.X, to.Middle.Y)];
        return new(flow.Id, LineForm.Sequence, points, null, flow.Source.Id, flow.Target.Id, flow.Name) { Flow = flow, Says = Said(flow.Id) };
    }

    string Said(string id) => texts.GetValueOrDefault(id) is { } text ? PictureReader.Says(text) : "";

    static Area? Bounds(XElement holder) => holder.Element(Dc + "Bounds") is { } bounds
        && Number(bounds, "x") is { } x && Number(bounds, "y") is { } y && Number(bounds, "width") is { } width && Number(bounds, "height") is { } height ? new Area(x, y, width, height) : null;

    static Point? At(XElement point) => Number(point, "x") is { } x && Number(point, "y") is { } y ? new Point(x, y) : null;

    static double? Number(XElement holder, string name) =>
        double.TryParse(holder.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Farthest ? number : null;
}
