using System.Xml.Linq;
using FluentAssertions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Drawings as they are edited one step after the other.</summary>
static class Edited
{
    public const string Key = "kurs";

    public static byte[] Empty => EmptyDrawing.Of(Key, Words.Same("Kurs"));

    public static byte[] By(this byte[] xml, params ReadOnlySpan<DrawingEdit> edits)
    {
        foreach (var edit in edits)
        {
            var edited = DrawingEditor.Apply(xml, edit);
            edited.Refused.Should().BeNull();
            xml = edited.Xml!;
        }

        return xml;
    }

    public static ProcessModel Model(this byte[] xml)
    {
        var read = CaseWorkflow.Read(xml);
        read.Model.Should().NotBeNull(string.Join('\n', read.Findings.Select(finding => finding.Sentence.Nb)));
        return read.Model!.Driving!;
    }

    public static ProcessElement Element(this byte[] xml, string id) => xml.Model().Elements.Single(element => element.Id == id);

    public static IEnumerable<string> Flows(this byte[] xml) => xml.Model().Flows.Select(flow => $"{flow.Source.Id} > {flow.Target.Id}");

    /// <summary>All that the reader sees, element for element and flow for flow.</summary>
    public static IEnumerable<string> Meaning(this byte[] xml) =>
    [
        .. xml.Model().Elements.Select(element =>
            $"{element.Id} {element.Kind} {element.Trigger} {element.Parent?.Id} {element.AttachedTo?.Id} {element.Name} {element.Default?.Id} {element.Timer} {element.EventName} {element.Lms.Work} {element.Lms.Action} "
            + $"{element.Lms.Roles} {element.Lms.Gate} {element.Lms.Phase} {string.Join(' ', element.Lms.Documents)} {string.Join(' ', element.Lms.Sides)} {element.Lms.Due} {element.Lms.Done}"),
        .. xml.Model().Flows.Select(flow => $"{flow.Id} {flow.Source.Id} {flow.Target.Id} {flow.Name} {flow.Condition}"),
    ];

    /// <summary>Every element and flow is drawn, every line ends at what it joins, and no two steps beside each other lie on top of each other.</summary>
    public static void MustBeDrawn(this byte[] xml)
    {
        using var stream = new MemoryStream(xml);
        var root = XDocument.Load(stream).Root!;
        var shapes = new DrawingShapes(root);
        var model = xml.Model();
        var boxes = model.Elements.ToDictionary(element => element, element => shapes.Of(element.Id));
        boxes.Where(pair => pair.Value is null).Select(pair => pair.Key.Id).Should().BeEmpty();
        var drawn = root.Descendants().Where(element => element.Name.LocalName == "BPMNEdge").ToDictionary(edge => (string)edge.Attribute("bpmnElement")!);
        model.Flows.Where(flow => !drawn.ContainsKey(flow.Id)).Should().BeEmpty();
        foreach (var flow in model.Flows)
        {
            var points = drawn[flow.Id].Elements().Where(point => point.Name.LocalName == "waypoint").Select(point => ((double)point.Attribute("x")!, (double)point.Attribute("y")!)).ToList();
            (Touches(boxes[flow.Source]!.Value, points[0]) && Touches(boxes[flow.Target]!.Value, points[^1])).Should().BeTrue($"{flow.Id} goes from {flow.Source.Id} to {flow.Target.Id}");
        }

        foreach (var siblings in model.Elements.Where(element => element.Kind != ElementKind.BoundaryEvent).GroupBy(element => element.Parent))
        {
            var list = siblings.ToList();
            for (var one = 0; one < list.Count; one++)
                for (var other = one + 1; other < list.Count; other++)
                    Overlap(boxes[list[one]]!.Value, boxes[list[other]]!.Value).Should().BeFalse($"{list[one].Id} and {list[other].Id} lie beside each other");
            if (siblings.Key is { } around)
                foreach (var inside in list) Holds(boxes[around]!.Value, boxes[inside]!.Value).Should().BeTrue($"{inside.Id} lies in {around.Id}");
        }
    }

    static bool Touches(Box box, (double X, double Y) point) => point.X >= box.X - 1 && point.X <= box.Right + 1 && point.Y >= box.Y - 1 && point.Y <= box.Bottom + 1;

    static bool Overlap(Box one, Box other) => one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom;

    static bool Holds(Box around, Box inside) => around.X <= inside.X && around.Y <= inside.Y && around.Right >= inside.Right && around.Bottom >= inside.Bottom;
}
