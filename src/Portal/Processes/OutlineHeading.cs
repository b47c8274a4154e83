using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace LmsWorkflow.Portal;

/// <summary>The heading of a line, as deep as the line lies. That of the open line takes the focus when the page comes, and says with it what was done.</summary>
public sealed class OutlineHeading : Part
{
    const int Deepest = 6;

    [Parameter, EditorRequired] public int Level { get; set; }
    [Parameter, EditorRequired] public string Id { get; set; } = "";
    [Parameter] public bool Focus { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, $"h{Math.Min(Level, Deepest)}");
        builder.AddAttribute(1, "id", Id);
        builder.AddAttribute(2, "class", "outline__name");
        builder.AddAttribute(3, "tabindex", "-1");
        builder.AddAttribute(4, "autofocus", Focus);
        builder.AddAttribute(5, "aria-describedby", Focus && Me.Status is not null ? "utfort" : null);
        builder.AddContent(6, ChildContent);
        builder.CloseElement();
    }
}
