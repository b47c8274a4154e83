using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>The field a refusal is about, so that the error summary can lead there. Fields are named as the request's members.</summary>
public static class RefusalFields
{
    public static string? Of(Refusal refusal) => refusal switch
    {
        FieldMissing missing => missing.Field,
        TextTooLong tooLong => tooLong.Field,
        TextTooShort tooShort => tooShort.Field,
        NotUnderstood unclear => unclear.Field,
        ReporterMissing => "reporters",
        UnknownUnit => "owners",
        StaffHoursMissing => "staffHours",
        NegativeAmount => "moneyFrame",
        ParticipationAmountMissing => "participationAmount",
        PeriodEndsBeforeStart => "to",
        UnknownPerson or OtherSideAlready or AlreadyMember or KoordinatorIsNotBrukerrepresentant or EmployedInOwningUnit => "person",
        ContactPersonMissing => "contactPerson",
        ChannelReasonMissing => "channelReason",
        VaraOnOtherSide => "varaFor",
        _ => null,
    };
}

/// <summary>What was typed is not a value of its kind.</summary>
public sealed record NotUnderstood(string Field, Words What) : Refusal(new Words(
    $"Vi forstår ikke det som står i feltet «{What.Nb}». Rett det og send på nytt.",
    $"Vi forstår ikkje det som står i feltet «{What.Nn}». Rett det og send på nytt."));
