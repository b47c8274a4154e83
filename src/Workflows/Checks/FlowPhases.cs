using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Which part of the phase table a process drives, by its <c>lms:flow</c>.</summary>
static class FlowPhases
{
    /// <summary>A re-run of a tilbud that exists begins with planning: the need was assessed when it was made.</summary>
    public static Phase First(CaseFlow flow) => flow == CaseFlow.Gjentak ? Phase.Planning : Phase.Forankring;

    public static IEnumerable<PhaseMove> Moves(CaseFlow flow) => PhaseMachine.Moves.SkipWhile(move => move.From != First(flow));

    /// <summary>The sub-process that states the phase an element lies in.</summary>
    public static ProcessElement? PhaseAround(this ProcessElement element)
    {
        for (ProcessElement? at = element; at is not null; at = at.Parent)
            if (at.Lms.Phase is not null) return at;
        return null;
    }
}
