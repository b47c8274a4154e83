using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What is shown of an element beside what it is. Each has a colour, an outline and a sign of its own: none is told by colour alone.</summary>
public enum MarkKind { Done, Here, Stuck, Added, Removed, Changed, Moved, Path, Counted }

/// <param name="Says">What it means here, for those who hear the drawing or hold the pointer over it.</param>
/// <param name="Pill">A few characters shown at the shape's corner: a number, days, a place in an order.</param>
public sealed record PictureMark(MarkKind Kind, Words Says, string? Pill = null)
{
    /// <summary>What the kinds are called in an explanation beside the drawing.</summary>
    public static Words NameOf(MarkKind kind) => kind switch
    {
        MarkKind.Done => new("Ferdig", "Ferdig"),
        MarkKind.Here => new("Her er saken nå", "Her er saka no"),
        MarkKind.Stuck => new("Har stoppet", "Har stoppa"),
        MarkKind.Added => new("Lagt til", "Lagt til"),
        MarkKind.Removed => new("Fjernet", "Fjerna"),
        MarkKind.Changed => new("Endret", "Endra"),
        MarkKind.Moved => new("Flyttet i tegningen", "Flytta i teikninga"),
        MarkKind.Path => new("På veien som vises", "På vegen som blir vist"),
        _ => new("Så mange saker står her nå", "Så mange saker står her no"),
    };
}

/// <summary>Marks by the id of the shape or line they are on.</summary>
public sealed record PictureMarks(ImmutableDictionary<string, PictureMark> ById)
{
    public static PictureMarks None { get; } = new(ImmutableDictionary<string, PictureMark>.Empty);

    public PictureMark? Of(string id) => ById.GetValueOrDefault(id);

    /// <summary>The kinds in use, in their own order.</summary>
    public ImmutableArray<MarkKind> Kinds => [.. ById.Values.Select(mark => mark.Kind).Distinct().Order()];

    /// <summary>A path told step by step, as of a counter-example: each element with its places in the order.</summary>
    public static PictureMarks Path(IEnumerable<string> elements)
    {
        var places = elements.Select((id, at) => (Id: id, Place: at + 1)).GroupBy(step => step.Id, step => step.Place);
        return new(places.ToImmutableDictionary(group => group.Key, group => new PictureMark(
            MarkKind.Path, new($"trinn {string.Join(" og ", group)} på veien", $"steg {string.Join(" og ", group)} på vegen"), string.Join(",", group.Take(3)))));
    }
}
