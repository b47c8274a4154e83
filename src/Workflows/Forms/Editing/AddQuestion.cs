using System.Text.Json.Nodes;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Puts a new question last in the form, in a section of it, or in the rows of a list.</summary>
/// <param name="Into">Id of the section or name of the list; null: after everything else in the form.</param>
public sealed record AddQuestion(FormQuestion Question, string? Into = null) : FormEdit
{
    internal override IEnumerable<Refusal> On(FormTree form)
    {
        if (form.Into(Into) is not { } among) return [new PlaceIsGone()];
        Refusal[] unmet = [.. Question.Unmet()];
        if (unmet.Length == 0) among.Add(New(form.FreshKey(Question.Label.Nb, among), Question));
        return unmet;
    }

    internal static JsonObject New(string key, FormQuestion question)
    {
        var component = new JsonObject { ["type"] = Components.NameOf(question.Type), ["id"] = $"felt_{key}", ["key"] = key };
        question.Into(component, isNew: true);
        return component;
    }
}
