using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

public readonly record struct Point(double X, double Y);

/// <summary>A rectangle in the drawing's own units; y grows downwards.</summary>
public readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public Point Middle => new(X + (Width / 2), Y + (Height / 2));

    public bool Holds(Area other, double slack = 0.5) => other.X >= X - slack && other.Y >= Y - slack && other.Right <= Right + slack && other.Bottom <= Bottom + slack;

    public bool Touches(Area other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public Area Around(double margin) => new(X - margin, Y - margin, Width + (2 * margin), Height + (2 * margin));

    public Area Moved(double x, double y) => this with { X = X + x, Y = Y + y };

    public Area With(Area other)
    {
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }

    public static Area Of(Point point) => new(point.X, point.Y, 0, 0);
}

public enum ShapeForm { Event, Activity, Gateway, Pool, Lane, Note, Data, Store, Group }

/// <summary>One thing drawn with an outline.</summary>
/// <param name="Label">Where its name stands, when that is outside its outline.</param>
/// <param name="Around">Id of the scope, pool or lane it is drawn in; null at the outermost.</param>
public sealed record DrawnShape(string Id, ShapeForm Form, Area Bounds, Area? Label, string? Around, Words Name)
{
    /// <summary>What the process has under this id; null for what no token passes through.</summary>
    public ProcessElement? Element { get; init; }

    /// <summary>It is drawn from inside.</summary>
    public bool IsOpen { get; init; }

    /// <summary>All the file says of it besides where it lies; two that say the same are the same.</summary>
    public string Says { get; init; } = "";
}

public enum LineForm { Sequence, Message, Association }

/// <summary>One line between two things.</summary>
public sealed record DrawnLine(string Id, LineForm Form, ImmutableArray<Point> Points, Area? Label, string From, string To, Words Name)
{
    public SequenceFlow? Flow { get; init; }

    /// <inheritdoc cref="DrawnShape.Says"/>
    public string Says { get; init; } = "";
}

/// <summary>A BPMN file as a picture: what is drawn, and where. Shapes stand so that what lies inside another comes after it.</summary>
public sealed record Picture(Words Name, ImmutableArray<DrawnShape> Shapes, ImmutableArray<DrawnLine> Lines)
{
    /// <summary>The file had no places of its own, so these are ours.</summary>
    public bool IsLaidOut { get; init; }

    public Area Bounds => Shapes.Select(shape => shape.Label is { } label ? shape.Bounds.With(label) : shape.Bounds)
        .Concat(Lines.SelectMany(line => line.Points.Select(Area.Of))).Concat(Lines.Select(line => line.Label).OfType<Area>())
        .DefaultIfEmpty(new(0, 0, 200, 60)).Aggregate((all, next) => all.With(next));

    /// <summary>The parts it can be read in, one at a time: the phases, or what else is drawn from inside at the outermost.</summary>
    public ImmutableArray<DrawnShape> Parts
    {
        get
        {
            var open = Shapes.Where(shape => shape.IsOpen && shape.Form == ShapeForm.Activity).ToList();
            ImmutableArray<DrawnShape> phases = [.. open.Where(shape => shape.Element?.Lms.Phase is not null)];
            return phases.IsEmpty ? [.. open.Where(shape => open.All(other => other.Id != shape.Around))] : phases;
        }
    }

    public DrawnShape? Find(string id) => Shapes.FirstOrDefault(shape => shape.Id == id);

    /// <summary>One scope with all that lies in it, and nothing else.</summary>
    public Picture? Only(string scope)
    {
        if (Find(scope) is not { IsOpen: true } whole) return null;
        var inside = new HashSet<string> { scope };
        var shapes = ImmutableArray.CreateBuilder<DrawnShape>();
        foreach (var shape in Shapes)
            if (shape.Id == scope || (shape.Around is { } around && inside.Contains(around) && inside.Add(shape.Id))) shapes.Add(shape);
        return new(whole.Name, shapes.ToImmutable(), [.. Lines.Where(line => line.From != scope && line.To != scope && inside.Contains(line.From) && inside.Contains(line.To))]) { IsLaidOut = IsLaidOut };
    }

    /// <summary>Where something is to be seen: itself, or the nearest around it that is drawn. One of a called process (<c>kurs/mote</c>) is seen at the call.</summary>
    public string? Seen(ProcessElement element)
    {
        for (ProcessElement? at = element; at is not null; at = at.Parent)
        {
            var id = at.Id.Split('/')[0];
            if (Find(id) is not null) return id;
        }

        return null;
    }
}
