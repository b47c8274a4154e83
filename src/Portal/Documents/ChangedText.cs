using LmsWorkflow.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace LmsWorkflow.Portal;

/// <summary>A text with what was removed and added marked word for word, for eyes and for screen readers. Written without markup so that no white space slips in between words.</summary>
public sealed class ChangedText : Part
{
    [Parameter, EditorRequired] public string Before { get; set; } = "";
    [Parameter, EditorRequired] public string After { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var run in TextDifference.Of(Before, After))
        {
            if (run.Kind is null) builder.AddContent(0, run.Text);
            else Marked(builder, run.Kind == DifferenceKind.Removed ? "del" : "ins", run.Kind == DifferenceKind.Removed ? T("Fjernet: ", "Fjerna: ") : T("Lagt til: ", "Lagt til: "), run.Text);
        }
    }

    static void Marked(RenderTreeBuilder builder, string element, string spoken, string text)
    {
        builder.OpenElement(1, element);
        builder.OpenElement(2, "span");
        builder.AddAttribute(3, "class", "ds-sr-only");
        builder.AddContent(4, spoken);
        builder.CloseElement();
        builder.AddContent(5, text);
        builder.CloseElement();
    }
}
