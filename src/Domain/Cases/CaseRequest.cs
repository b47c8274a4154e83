namespace LmsWorkflow.Domain;

/// <summary>One act somebody asks for on one case. Meets the state, gives facts or reasons; pure.</summary>
public abstract record CaseRequest
{
    /// <summary>What the right to do this is called in <see cref="CaseAccess"/>.</summary>
    public abstract Act Act { get; }

    /// <summary>The rule. Access has been decided already; <see cref="CaseContext.Capacity"/> is the role it was allowed in.</summary>
    public abstract Decision Decide(CaseContext context);
}
