using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Passes a gate, if the phase table lets it (R78). The sign-offs are judged at this instant; a drawing cannot get around it.</summary>
static class PassGate
{
    public static CaseAction Action { get; } = new("passGate", NeedsGate: true,
        new("passerer en port når alt er på plass", "passerer ein port når alt er på plass"),
        static (context, element) => GatePassed.Decide(context, element.Lms.Gate!.Value));
}
