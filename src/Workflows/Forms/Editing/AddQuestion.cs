using System.Text.Json.Nodes;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Puts a new question last in the form or in a section of it.</summary>
/// <param name="Into">Id of the section; null: after everything else in the form.</param>
public sealed record AddQuestion(FormQuestion Question, string? Into = null) : FormEdit
{
    internal override IEnumerable<Refusal> On(FormTree form)
    {
        if (form.Into(Into) is not { } among) return [new PlaceIsGone()];
        Refusal[] unmet = [.. Question.Unmet()];
        if (unmet.Length == 0) among.Add(New(form.FreshKey(Question.Label.Nb, among)));
        return unmet;
    }

    JsonObject New(string key)
    {
        var component = new JsonObject { ["type"] = Components.NameOf(Question.Type), ["id"] = $"felt_{key}", ["key"] = key };
        Question.Into(component, isNew: true);
        return component;
    }
}
