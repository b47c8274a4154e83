using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>The field a refusal is about, so that the error summary can lead there. Fields are named as the request's members; a refusal that knows its field says so in <c>Field</c>.</summary>
public static class RefusalFields
{
    public static string? Of(Refusal refusal) => refusal.GetType().GetProperty("Field")?.GetValue(refusal) as string ?? Known(refusal);

    static string? Known(Refusal refusal) => refusal switch
    {
        ReporterMissing => "reporters",
        ParticipantsMissing => "participants",
        OwnersMissing => "owners",
        StaffHoursMissing => "staffHours",
        NegativeAmount => "moneyFrame",
        ParticipationAmountMissing => "participationAmount",
        PeriodEndsBeforeStart => "to",
        UnknownPerson or OtherSideAlready or AlreadyMember or KoordinatorIsNotBrukerrepresentant or EmployedInOwningUnit => "person",
        ContactPersonMissing => "contactPerson",
        ChannelReasonMissing => "channelReason",
        VaraOnOtherSide => "varaFor",
        SafeAlternativeMissing => "safeAlternative",
        SafetyIsForFagpersoner => "safetyRisk",
        _ => null,
    };
}
