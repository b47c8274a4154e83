using System.Text.Json.Nodes;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Puts a heading last in the form; questions are then added under it or moved there.</summary>
public sealed record AddSection(Words Label) : FormEdit
{
    internal override IEnumerable<Refusal> On(FormTree form)
    {
        Refusal[] unmet = [.. Texts.Unmet(Label, "label", FormQuestion.LongestLabel)];
        if (unmet.Length > 0) return unmet;
        var taken = form.Components.Select(place => FormPlace.Name(place.Component)).ToHashSet();
        form.Into(null)!.Add(new JsonObject
        {
            ["type"] = "group",
            ["id"] = KeyNames.Fresh($"del_{KeyNames.Of(Label.Nb)}", taken),
            ["label"] = Label.Nb,
            ["properties"] = new JsonObject { ["labelNn"] = Label.Nn },
            ["components"] = new JsonArray(),
        });
        return [];
    }
}

public sealed record RenameSection(string Place, Words Label) : FormEdit
{
    internal override IEnumerable<Refusal> On(FormTree form)
    {
        if (form.Find(Place) is not { } found || found.Component.Text("type") != "group") return [new PlaceIsGone()];
        Refusal[] unmet = [.. Texts.Unmet(Label, "label", FormQuestion.LongestLabel)];
        if (unmet.Length > 0) return unmet;
        found.Component["label"] = Label.Nb;
        found.Component.Set("properties", "labelNn", Label.Nn);
        return [];
    }
}
