using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Reminds those whose sign-off is missing (R88). Never approves anything.</summary>
static class RemindSigners
{
    public static CaseAction Action { get; } = new("remind", NeedsGate: true,
        new("minner om godkjenning som mangler", "minner om godkjenning som manglar"),
        static (context, element) => SignersReminded.Decide(context.Case, element.Lms.Gate!.Value));
}
