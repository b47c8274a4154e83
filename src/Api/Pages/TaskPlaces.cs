using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Where on the case's pages a task of the drawing is done.</summary>
static class TaskPlaces
{
    public static string Of(LmsAttributes task) => task.Work switch
    {
        // without a condition it is done when somebody says so, and the button for that is on the overview
        _ when task.Done is null => "",
        "signOff" or "freeze" or "escalation" when task.Gate is { } gate => $"/godkjenninger/{gate}",
        "revise" when task.Gate is { } gate => $"/godkjenninger/{gate}",
        "group" or "roleClarification" => "/arbeidsgruppe",
        "meeting" or "dialogue" => "/moter",
        "budget" => "/budsjett",
        "decision" or "continuation" => "/vedtak",
        "announcement" => DocumentNames.Slug(DocumentKind.D16),
        "announce" or "registration" or "readiness" or "run" => "/gjennomforing",
        "evaluation" or "collaboration" or "evaluate" or "results" or "changes" => "/evaluering",
        "inheritedChanges" => "/endringer-fra-forrige-gang",
        "certificates" or "families" => "/familier",
        "themes" => "/program",
        "document" when task.Documents is [var kind] => DocumentNames.Slug(kind),
        "document" => "/dokumenter",
        _ => "",
    };
}
