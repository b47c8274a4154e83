using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What is built inside a new sub-process, in columns and rows, and drawn when the sub-process has its place.</summary>
sealed class Block(DrawingXml drawing, XElement scope)
{
    const double Column = 160;
    const double Row = 110;
    const double Margin = 30;

    readonly List<(XElement Node, double Column, double Row)> nodes = [];
    readonly List<(XElement Event, XElement Host, double Along)> edges = [];

    public double Width => (nodes.Max(node => node.Column) * Column) + NewSteps.Width + (2 * Margin);

    public double Height => (nodes.Max(node => node.Row) * Row) + NewSteps.Height + (2 * Margin);

    public XElement Step(StandardStep step, double column, double row) => Put(NewSteps.Make(drawing, step), column, row);

    public XElement Node(string kind, string id, Words? name, double column, double row) => Put(NewSteps.Make(drawing, kind, id, name), column, row);

    /// <param name="along">How far along the lower edge, from 0 to 1.</param>
    public XElement Reminder(XElement host, string id, int days, double along)
    {
        var timer = NewSteps.Reminder(drawing, host, id, days);
        XmlLayout.Append(scope, timer);
        edges.Add((timer, host, along));
        return timer;
    }

    public XElement Flow(XElement from, XElement to, Words? name = null, string? condition = null)
    {
        var flow = drawing.Connect(from, to);
        if (name is not null) drawing.Name(flow, name.Nb, name.Nn);
        if (condition is not null) drawing.Condition(flow, condition);
        return flow;
    }

    public void Draw()
    {
        if (drawing.Shapes.Of(scope.Id()) is not { } place) return;
        foreach (var (node, column, row) in nodes)
        {
            var (width, height) = Size(node);
            drawing.Shapes.Place(node.Id()!, Box.Around(place.X + Margin + (NewSteps.Width / 2) + (column * Column), place.Y + Margin + (NewSteps.Height / 2) + (row * Row), width, height));
        }

        foreach (var (timer, host, along) in edges)
            if (drawing.Shapes.Of(host.Id()) is { } box) drawing.Shapes.Place(timer.Id()!, Box.Around(box.X + (box.Width * along), box.Bottom, 36, 36));
        foreach (var flow in scope.Elements(BpmnNames.Model + "sequenceFlow")) drawing.Shapes.Route(flow);
    }

    XElement Put(XElement node, double column, double row)
    {
        XmlLayout.Append(scope, node);
        nodes.Add((node, column, row));
        return node;
    }

    static (double Width, double Height) Size(XElement node) =>
        DrawingXml.IsGateway(node) ? (NewGateways.Size, NewGateways.Size) : DrawingXml.IsActivity(node) ? (NewSteps.Width, NewSteps.Height) : (36, 36);
}
