using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>One thing that two drawings have differently.</summary>
/// <param name="Kind">Added, removed, changed or moved. What was both changed and moved is changed.</param>
/// <param name="Phase">The phase it is in; null outside them, and for a phase itself.</param>
public sealed record PictureChange(MarkKind Kind, string Id, Words Name, Words Sort, Phase? Phase);

/// <summary>
/// What was added, removed, changed or moved from one drawing to another, by id. Changed is what the file says of it, moved is where it stands in the scope it is in:
/// a scope that is moved takes what is in it along. Lines follow what they lead between, and are never moved by themselves.
/// </summary>
public sealed record PictureDifference(ImmutableArray<PictureChange> Changes)
{
    /// <summary>Nearer than this is where it was; modellers round.</summary>
    const double Near = 2;

    public static PictureDifference Of(Picture before, Picture after)
    {
        var hasPlaces = !before.IsLaidOut && !after.IsLaidOut;
        var (was, now) = (before.Shapes.ToDictionary(shape => shape.Id), after.Shapes.ToDictionary(shape => shape.Id));
        var (lines, newLines) = (before.Lines.ToDictionary(line => line.Id), after.Lines.ToDictionary(line => line.Id));
        return new(
        [
            .. before.Shapes.Where(shape => !now.ContainsKey(shape.Id)).Select(shape => Change(MarkKind.Removed, shape)),
            .. after.Shapes.Where(shape => !was.ContainsKey(shape.Id)).Select(shape => Change(MarkKind.Added, shape)),
            .. after.Shapes.Where(shape => was.TryGetValue(shape.Id, out var old) && old.Says != shape.Says).Select(shape => Change(MarkKind.Changed, shape)),
            .. after.Shapes.Where(shape => was.TryGetValue(shape.Id, out var old) && old.Says == shape.Says && (old.Around != shape.Around || (hasPlaces && IsMoved(old, shape, was, now))))
                .Select(shape => Change(MarkKind.Moved, shape)),
            .. before.Lines.Where(line => !newLines.ContainsKey(line.Id)).Select(line => Change(MarkKind.Removed, line)),
            .. after.Lines.Where(line => !lines.ContainsKey(line.Id)).Select(line => Change(MarkKind.Added, line)),
            .. after.Lines.Where(line => lines.TryGetValue(line.Id, out var old) && old.Says != line.Says).Select(line => Change(MarkKind.Changed, line)),
        ]);
    }

    /// <summary>Marks for the drawing that was, where what is added is not yet, and for the one that is.</summary>
    public PictureMarks Marks(bool before) => new(Changes.Where(change => change.Kind != (before ? MarkKind.Added : MarkKind.Removed))
        .ToImmutableDictionary(change => change.Id, change => new PictureMark(change.Kind, Lower(PictureMark.NameOf(change.Kind)))));

    /// <summary>
    /// The part all of it is in, when it is in one only. What was moved counts where nothing else is different: room that was made for one step moves all that comes after.
    /// </summary>
    public string? Part(Picture before, Picture after)
    {
        var told = Changes.Any(change => change.Kind != MarkKind.Moved) ? Changes.Where(change => change.Kind != MarkKind.Moved) : Changes;
        var ids = told.Select(change => change.Id).ToList();
        var parts = before.Parts.Concat(after.Parts).Select(part => part.Id).Distinct().Where(part => Holds(part, ids, before, after)).ToList();
        return ids.Count > 0 && parts is [var only] ? only : null;
    }

    static bool Holds(string part, List<string> ids, Picture before, Picture after)
    {
        var inside = new[] { before.Only(part), after.Only(part) }.OfType<Picture>().SelectMany(picture => picture.Shapes.Select(shape => shape.Id).Concat(picture.Lines.Select(line => line.Id))).ToHashSet(StringComparer.Ordinal);
        return ids.TrueForAll(inside.Contains);
    }

    static bool IsMoved(DrawnShape old, DrawnShape shape, Dictionary<string, DrawnShape> was, Dictionary<string, DrawnShape> now)
    {
        var (from, to) = (Within(old, was), Within(shape, now));
        return Math.Abs(from.X - to.X) > Near || Math.Abs(from.Y - to.Y) > Near || Math.Abs(from.Width - to.Width) > Near || Math.Abs(from.Height - to.Height) > Near;
    }

    /// <summary>Where it stands, counted from the corner of what is around it.</summary>
    static Area Within(DrawnShape shape, Dictionary<string, DrawnShape> shapes) =>
        shape.Around is { } around && shapes.TryGetValue(around, out var scope) ? shape.Bounds.Moved(-scope.Bounds.X, -scope.Bounds.Y) : shape.Bounds;

    static PictureChange Change(MarkKind kind, DrawnShape shape) => shape.Element is { } element
        ? new(kind, shape.Id, ElementWords.Named(element), ElementWords.Sort(element), element.Lms.Phase is null ? element.Phase : null)
        : new(kind, shape.Id, shape.Name.Nb.Length > 0 ? shape.Name : Words.Same(shape.Id), new("Annet i tegningen", "Anna i teikninga"), null);

    static PictureChange Change(MarkKind kind, DrawnLine line)
    {
        var name = line.Flow is { } flow
            ? new Words($"fra «{ElementWords.Named(flow.Source).Nb}» til «{ElementWords.Named(flow.Target).Nb}»", $"frå «{ElementWords.Named(flow.Source).Nn}» til «{ElementWords.Named(flow.Target).Nn}»")
            : line.Name.Nb.Length > 0 ? line.Name : Words.Same(line.Id);
        return new(kind, line.Id, name, new("Vei", "Veg"), line.Flow?.Source.Phase);
    }

    static Words Lower(Words words) => new(words.Nb.ToLowerInvariant(), words.Nn.ToLowerInvariant());
}
