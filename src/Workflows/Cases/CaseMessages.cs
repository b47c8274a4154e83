using System.Collections.Frozen;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Which facts of a case a process can wait for, and by what message name.</summary>
public static class CaseMessages
{
    /// <summary>Every name that <see cref="Of"/> can give.</summary>
    public static FrozenSet<string> Names { get; } =
        new[] { "case.cancelled", "case.held", "case.resumed", "objection.raised", "member.left" }.Concat(Enum.GetValues<Gate>().Select(gate => $"gate.{gate}.reopened")).ToFrozenSet(StringComparer.Ordinal);

    public static string? Of(Fact fact) => fact switch
    {
        CaseCancelled => "case.cancelled",
        CasePutOnHold => "case.held",
        CaseResumed => "case.resumed",
        GateReopened reopened => $"gate.{reopened.Gate}.reopened",
        ObjectionRaised => "objection.raised",
        MemberLeft => "member.left",
        _ => null,
    };
}
