using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace LmsWorkflow.Portal;

/// <summary>Text and figures in a drawing. Razor keeps the tag's name to itself where a statement may stand.</summary>
static class SvgText
{
    public static RenderFragment Text(string kind, decimal x, decimal y, string says) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", kind);
        builder.AddAttribute(2, "x", N(x));
        builder.AddAttribute(3, "y", N(y));
        builder.AddContent(4, says);
        builder.CloseElement();
    };

    public static string N(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
