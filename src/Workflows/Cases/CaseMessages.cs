using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Which facts of a case a process can wait for, and by what message name.</summary>
public static class CaseMessages
{
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
