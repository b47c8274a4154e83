using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A request about the process itself. <see cref="CaseRequest.Decide"/> holds the rule; the engine makes the move.</summary>
public abstract record ProcessRequest : CaseRequest
{
    /// <summary>What the definition has to say about it; null when nothing.</summary>
    internal virtual Refusal? Unmet(ProcessDefinition definition, CaseFile file) => null;

    internal abstract void Move(EngineRun run);
}
