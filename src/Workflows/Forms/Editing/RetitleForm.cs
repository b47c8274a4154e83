using System.Text.Json.Nodes;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What the document is called, and what the person should know before filling it in.</summary>
/// <param name="Intro">Null takes it away.</param>
public sealed record RetitleForm(Words Title, Words? Intro = null) : FormEdit
{
    internal override IEnumerable<Refusal> On(FormTree form)
    {
        Refusal[] unmet = [.. Texts.Unmet(Title, "title", FormQuestion.LongestLabel), .. Intro is { } intro ? Texts.Unmet(intro, "intro", FormQuestion.LongestHelp) : []];
        if (unmet.Length > 0) return unmet;
        form.Root.Set("properties", "title", Title.Nb);
        form.Root.Set("properties", "titleNn", Title.Nn);
        Introduce(form);
        return [];
    }

    /// <summary>The texts of a form are read as one; so they are written as one, where the first stood.</summary>
    void Introduce(FormTree form)
    {
        List<FormPlace> texts = [.. form.Components.Where(place => place.Component.Text("type") == "text")];
        if (IsSaid(texts)) return;
        foreach (var place in texts.Skip(Intro is null ? 0 : 1)) place.Among.Remove(place.Component);
        if (Intro is not { } intro) return;
        if (texts is not [{ Component: var text }, ..]) form.Into(null)!.Insert(0, text = new JsonObject { ["type"] = "text", ["id"] = "innledning" });
        text["text"] = intro.Nb;
        text.Set("properties", "textNn", intro.Nn);
    }

    bool IsSaid(List<FormPlace> texts) => Intro is { } intro && texts.Count > 0
        && string.Join('\n', texts.Select(place => place.Component.Text("text"))) == intro.Nb && string.Join('\n', texts.Select(place => place.Component.Property("textNn"))) == intro.Nn;
}
