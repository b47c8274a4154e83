using System.Text.Json.Nodes;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

public enum MoveDirection { Up, Down }

/// <summary>Moves a question or a section one place. A question goes into the section it meets, and out of the one it stands in.</summary>
public sealed record MoveQuestion(string Place, MoveDirection Direction) : FormEdit
{
    internal override IEnumerable<Refusal> On(FormTree form)
    {
        if (form.Find(Place) is not { } from) return [new PlaceIsGone()];
        var (among, at) = Target(form, from);
        if (among is null) return [new NowhereToMove()];
        from.Among.RemoveAt(from.At);
        among.Insert(at, from.Component);
        return [];
    }

    /// <summary>Where it stands once it has been taken out of its old place.</summary>
    (JsonArray? Among, int At) Target(FormTree form, FormPlace from)
    {
        var up = Direction == MoveDirection.Up;
        var next = from.At + (up ? -1 : 1);
        if (next >= 0 && next < from.Among.Count)
            return MayEnter(from.Component, from.Among[next]) is { } section ? (section, up ? section.Count : 0) : (from.Among, next);
        // at the edge of a section: out of it
        return form.Components.FirstOrDefault(place => place.Component.Text("type") == "group" && ReferenceEquals(place.Component["components"], from.Among)) is { } around
            ? (around.Among, around.At + (up ? 0 : 1)) : (null, 0);
    }

    static JsonArray? MayEnter(JsonObject moving, JsonNode? met) =>
        moving.Text("type") != "group" && met is JsonObject other && other.Text("type") == "group" ? other["components"] as JsonArray : null;
}

public sealed record NowhereToMove() : Refusal(new Words(
    "Det står allerede ytterst, og kan ikke flyttes lenger den veien.", "Det står alt ytst, og kan ikkje flyttast lenger den vegen."));
