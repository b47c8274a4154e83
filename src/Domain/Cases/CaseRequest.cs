using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>One act somebody asks for on one case. Meets the state, gives facts or reasons; pure.</summary>
public abstract record CaseRequest
{
    /// <summary>What the right to do this is called in <see cref="CaseAccess"/>.</summary>
    public abstract Act Act { get; }

    /// <summary>The rule. Access has been decided already; <see cref="CaseContext.Capacity"/> is the role it was allowed in.</summary>
    public abstract Decision Decide(CaseContext context);

    /// <summary>Whether the case's ballot box must be sealed before this is decided for good. A method, so that it is no part of what was asked.</summary>
    public virtual bool NeedsBallotsSealed() => false;

    /// <summary>The request with what lay in the sealed box. Only the host says this, never the one who asks.</summary>
    public virtual CaseRequest Holding(ImmutableArray<AnswerSlip> slips) => this;

    /// <summary>The request with fresh random bits for what it seals that did not come as a <see cref="WrittenText"/>. Only the host says this, never the one who asks.</summary>
    /// <param name="fresh">32 hex digits, others each time.</param>
    public virtual CaseRequest Salted(Func<string> fresh) => this;
}
