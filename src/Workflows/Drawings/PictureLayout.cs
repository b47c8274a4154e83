using System.Collections.Immutable;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Places for a file that has none: each scope in columns from left to right by the longest way from its start, long lines in rows of their own, lines that go back
/// below. Plain, but nothing lies upon anything else.
/// </summary>
static class PictureLayout
{
    public static Picture Of(BpmnModel model, Dictionary<string, XElement> texts)
    {
        var shapes = ImmutableArray.CreateBuilder<DrawnShape>();
        var lines = ImmutableArray.CreateBuilder<DrawnLine>();
        var top = 0.0;
        foreach (var process in model.Processes)
        {
            var scope = new ScopeLayout(process.Elements, null, texts);
            scope.Place(0, top, shapes, lines);
            top += scope.Height + 60;
        }

        return new(model.Driving?.Name ?? model.Processes[0].Name, shapes.ToImmutable(), lines.ToImmutable()) { IsLaidOut = true };
    }
}

/// <summary>One scope, with the scopes in it placed first so that their size is known.</summary>
sealed class ScopeLayout
{
    const double EventSize = 36, GatewaySize = 50, TaskWidth = 150, TaskHeight = 80, ColumnGap = 90, RowGap = 64, Side = 40, Head = 56, Foot = 44, LaneHeight = 12;

    readonly Dictionary<string, XElement> texts;
    readonly List<ProcessElement> inside;
    readonly HashSet<ProcessElement> isInside;
    readonly List<ProcessElement> handlers;
    readonly Dictionary<ProcessElement, ScopeLayout> scopes = [];
    readonly Dictionary<ProcessElement, int> column = [];
    readonly List<List<Cell>> columns = [];
    readonly Dictionary<ProcessElement, Cell> cells = [];
    readonly List<Way> ways = [];
    readonly double flowHeight;
    readonly double[] left;
    readonly double[] widths;
    readonly double below;

    public ScopeLayout(IReadOnlyList<ProcessElement> all, ProcessElement? scope, Dictionary<string, XElement> texts)
    {
        this.texts = texts;
        var mine = all.Where(element => element.Parent == scope).ToList();
        foreach (var element in mine.Where(element => element.Kind.IsScope() && all.Any(other => other.Parent == element))) scopes[element] = new(all, element, texts);
        handlers = [.. mine.Where(element => element.Kind == ElementKind.EventSubProcess)];
        inside = [.. mine.Where(element => element.Kind is not ElementKind.EventSubProcess and not ElementKind.BoundaryEvent)];
        isInside = [.. inside];
        Columns();
        Ways();
        Order();
        widths = [.. columns.Select(cells => cells.Select(cell => cell.Width).DefaultIfEmpty(0).Max())];
        left = new double[columns.Count];
        for (var i = 0; i < columns.Count; i++) left[i] = i == 0 ? 0 : left[i - 1] + widths[i - 1] + ColumnGap;
        flowHeight = columns.Select(cells => cells.Sum(cell => cell.Height) + (RowGap * Math.Max(0, cells.Count - 1))).DefaultIfEmpty(0).Max();
        foreach (var cells in columns) Stack(cells);
        var back = ways.Count(way => way.IsBack);
        below = flowHeight + (back > 0 ? 40 + (back * 14) : 0);
        Height = below + (handlers.Count > 0 ? RowGap + handlers.Max(Tall) : 0);
        Width = Math.Max(columns.Count == 0 ? 0 : left[^1] + widths[^1], handlers.Sum(Broad) + (ColumnGap * Math.Max(0, handlers.Count - 1)));
    }

    public double Width { get; }

    public double Height { get; }

    public void Place(double x, double y, ImmutableArray<DrawnShape>.Builder shapes, ImmutableArray<DrawnLine>.Builder lines)
    {
        var placed = new Dictionary<ProcessElement, Area>();
        foreach (var element in inside)
        {
            var cell = cells[element];
            var at = column[element];
            Put(element, new(x + left[at] + ((widths[at] - cell.Width) / 2), y + cell.Top, cell.Width, cell.Height), placed, shapes, lines);
        }

        var next = x;
        foreach (var handler in handlers)
        {
            Put(handler, new(next, y + below + RowGap, Broad(handler), Tall(handler)), placed, shapes, lines);
            next += Broad(handler) + ColumnGap;
        }

        var back = 0;
        foreach (var way in ways) lines.Add(Line(way, placed, x, y, way.IsBack ? y + flowHeight + 34 + (14 * back++) : 0));
    }

    void Put(ProcessElement element, Area box, Dictionary<ProcessElement, Area> placed, ImmutableArray<DrawnShape>.Builder shapes, ImmutableArray<DrawnLine>.Builder lines)
    {
        placed[element] = box;
        shapes.Add(Shape(element, box, scopes.ContainsKey(element)));
        if (scopes.TryGetValue(element, out var layout)) layout.Place(box.X + Side, box.Y + Head, shapes, lines);
        for (var i = 0; i < element.Boundaries.Length; i++)
        {
            var boundary = element.Boundaries[i];
            var step = box.Width / (element.Boundaries.Length + 1);
            placed[boundary] = new(box.X + (step * (i + 1)) - (EventSize / 2), box.Bottom - (EventSize / 2), EventSize, EventSize);
            shapes.Add(Shape(boundary, placed[boundary], false));
        }
    }

    DrawnShape Shape(ProcessElement element, Area box, bool open) => new(
        element.Id, element.Kind.IsEvent() ? ShapeForm.Event : element.Kind.IsGateway() ? ShapeForm.Gateway : ShapeForm.Activity, box, null, element.Parent?.Id, element.Name)
    {
        Element = element,
        IsOpen = open,
        Says = Said(element.Id),
    };

    DrawnLine Line(Way way, Dictionary<ProcessElement, Area> placed, double x, double y, double under)
    {
        var (from, to) = (placed[way.Flow.Source], placed[way.Flow.Target]);
        var points = new List<Point>();
        var leaves = way.Flow.Source.Kind == ElementKind.BoundaryEvent;
        var gap = x + left[way.From] + widths[way.From] + (ColumnGap / 2);
        points.Add(leaves ? new(from.Middle.X, from.Bottom) : new(from.Right, from.Middle.Y));
        if (leaves) points.Add(new(from.Middle.X, from.Bottom + 26));
        if (way.IsBack)
        {
            var before = x + left[way.To] - (ColumnGap / 3);
            points.AddRange([new(gap, points[^1].Y), new(gap, under), new(before, under), new(before, to.Middle.Y)]);
        }
        else
        {
            foreach (var lane in way.Lanes)
            {
                var row = y + lane.Top + (lane.Height / 2);
                points.AddRange([new(gap, points[^1].Y), new(gap, row)]);
                gap = x + left[lane.Column] + widths[lane.Column] + (ColumnGap / 2);
                points.Add(new(gap, row));
            }

            points.AddRange([new(gap, points[^1].Y), new(gap, to.Middle.Y)]);
        }

        points.Add(new(to.X, to.Middle.Y));
        return new(way.Flow.Id, LineForm.Sequence, Plain(points), null, way.Flow.Source.Id, way.Flow.Target.Id, way.Flow.Name) { Flow = way.Flow, Says = Said(way.Flow.Id) };
    }

    string Said(string id) => texts.GetValueOrDefault(id) is { } text ? PictureReader.Says(text) : "";

    /// <summary>Without points that stand twice or lie on the way between their neighbours.</summary>
    static ImmutableArray<Point> Plain(IReadOnlyList<Point> points)
    {
        var plain = new List<Point>();
        foreach (var point in points)
        {
            if (plain.Count > 0 && plain[^1] == point) continue;
            if (plain.Count > 1 && ((plain[^1].X == point.X && plain[^2].X == point.X) || (plain[^1].Y == point.Y && plain[^2].Y == point.Y))) plain.RemoveAt(plain.Count - 1);
            plain.Add(point);
        }

        return [.. plain];
    }

    double Broad(ProcessElement element) => scopes.TryGetValue(element, out var scope) ? Math.Max(TaskWidth, scope.Width + (2 * Side))
        : element.Kind.IsEvent() ? EventSize : element.Kind.IsGateway() ? GatewaySize : Math.Max(TaskWidth, 52 * (element.Boundaries.Length + 1));

    double Tall(ProcessElement element) => scopes.TryGetValue(element, out var scope) ? Math.Max(TaskHeight, scope.Height + Head + Foot)
        : element.Kind.IsEvent() ? EventSize : element.Kind.IsGateway() ? GatewaySize : TaskHeight;

    /// <summary>An element's column is one after the last of those that lead to it, lines that go back aside.</summary>
    void Columns()
    {
        var back = BackFlows();
        var waits = inside.ToDictionary(element => element, element => Into(element).Count(flow => !back.Contains(flow)));
        var ready = new Queue<ProcessElement>(inside.Where(element => waits[element] == 0));
        while (ready.TryDequeue(out var element))
        {
            column.TryAdd(element, 0);
            foreach (var flow in OutOf(element).Where(flow => !back.Contains(flow)))
            {
                column[flow.Target] = Math.Max(column.GetValueOrDefault(flow.Target), column[element] + 1);
                if (--waits[flow.Target] == 0) ready.Enqueue(flow.Target);
            }
        }

        foreach (var element in inside) column.TryAdd(element, 0);
        for (var i = 0; i <= column.Values.DefaultIfEmpty(-1).Max(); i++) columns.Add([]);
        foreach (var element in inside)
        {
            cells[element] = new(column[element], Broad(element), Tall(element));
            columns[column[element]].Add(cells[element]);
        }
    }

    /// <summary>Lines that come back to something on their own way, found going round and not down: a drawing may be long.</summary>
    HashSet<SequenceFlow> BackFlows()
    {
        var (back, state) = (new HashSet<SequenceFlow>(), new Dictionary<ProcessElement, int>());
        foreach (var start in inside.OrderBy(element => Into(element).Any()))
        {
            if (state.ContainsKey(start)) continue;
            var path = new Stack<(ProcessElement Element, Queue<SequenceFlow> Left)>();
            path.Push((start, new(OutOf(start))));
            state[start] = 1;
            while (path.Count > 0)
            {
                var (element, rest) = path.Peek();
                if (!rest.TryDequeue(out var flow))
                {
                    state[element] = 2;
                    path.Pop();
                }
                else if (!state.TryGetValue(flow.Target, out var seen))
                {
                    state[flow.Target] = 1;
                    path.Push((flow.Target, new(OutOf(flow.Target))));
                }
                else if (seen == 1) back.Add(flow);
            }
        }

        return back;
    }

    void Ways()
    {
        foreach (var flow in inside.SelectMany(OutOf))
        {
            var (from, to) = (column[Host(flow.Source)], column[flow.Target]);
            var lanes = new List<Cell>();
            for (var at = from + 1; at < to; at++)
            {
                lanes.Add(new(at, 0, LaneHeight));
                columns[at].Add(lanes[^1]);
            }

            var way = new Way(flow, from, to, lanes);
            ways.Add(way);
            if (way.IsBack) continue;
            var chain = new List<Cell> { cells[Host(flow.Source)] };
            chain.AddRange(lanes);
            chain.Add(cells[flow.Target]);
            for (var i = 1; i < chain.Count; i++) chain[i].Before.Add(chain[i - 1]);
        }
    }

    /// <summary>In each column, as those before stand.</summary>
    void Order()
    {
        foreach (var cells in columns)
        {
            var sorted = cells.OrderBy(cell => cell.Before.Count == 0 ? -1 : cell.Before.Average(before => before.Row)).ToList();
            cells.Clear();
            cells.AddRange(sorted);
            for (var i = 0; i < cells.Count; i++) cells[i].Row = i - ((cells.Count - 1) / 2.0);
        }
    }

    void Stack(List<Cell> cells)
    {
        var top = (flowHeight - cells.Sum(cell => cell.Height) - (RowGap * Math.Max(0, cells.Count - 1))) / 2;
        foreach (var cell in cells)
        {
            cell.Top = top;
            top += cell.Height + RowGap;
        }
    }

    IEnumerable<SequenceFlow> OutOf(ProcessElement element) =>
        element.Outgoing.Concat(element.Boundaries.SelectMany(boundary => boundary.Outgoing)).Where(flow => isInside.Contains(flow.Target));

    IEnumerable<SequenceFlow> Into(ProcessElement element) => element.Incoming.Where(flow => isInside.Contains(Host(flow.Source)));

    static ProcessElement Host(ProcessElement element) => element.AttachedTo ?? element;

    sealed class Cell(int column, double width, double height)
    {
        public int Column => column;
        public double Width => width;
        public double Height => height;
        public List<Cell> Before { get; } = [];
        public double Row { get; set; }
        public double Top { get; set; }
    }

    sealed record Way(SequenceFlow Flow, int From, int To, List<Cell> Lanes)
    {
        public bool IsBack => To <= From;
    }
}
