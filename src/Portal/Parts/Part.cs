using LmsWorkflow.Domain;
using Microsoft.AspNetCore.Components;

namespace LmsWorkflow.Portal;

/// <summary>A piece of a page. Knows who looks; fetches nothing.</summary>
public abstract class Part : ComponentBase
{
    [CascadingParameter] public Viewer Me { get; set; } = null!;

    protected string T(string nb, string nn) => Me.Say(nb, nn);

    protected string T(Words words) => Me.Say(words);
}

/// <summary>A whole page, rendered by an endpoint.</summary>
public abstract class PortalPage : ComponentBase
{
    [Parameter] public Viewer Me { get; set; } = null!;

    protected string T(string nb, string nn) => Me.Say(nb, nn);

    protected string T(Words words) => Me.Say(words);
}
