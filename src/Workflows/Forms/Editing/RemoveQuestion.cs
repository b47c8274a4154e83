using System.Text.Json.Nodes;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Takes a question away, or a section that is empty. What cases have answered stays with them.</summary>
public sealed record RemoveQuestion(string Place) : FormEdit
{
    internal override IEnumerable<Refusal> On(FormTree form)
    {
        if (form.Find(Place) is not { } found) return [new PlaceIsGone()];
        if (found.Component.Text("type") == "group" && found.Component["components"] is JsonArray { Count: > 0 }) return [new SectionIsNotEmpty()];
        found.Among.RemoveAt(found.At);
        return [];
    }
}

public sealed record SectionIsNotEmpty() : Refusal(new Words(
    "Det står spørsmål under overskriften. Flytt eller fjern dem først.", "Det står spørsmål under overskrifta. Flytt eller fjern dei først."));
