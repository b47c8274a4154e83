using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

public static class MeetingNames
{
    public static Words Type(MeetingType type) => type switch
    {
        MeetingType.Planning => new("Planleggingsmøte", "Planleggingsmøte"),
        MeetingType.Evaluation => new("Evalueringsmøte", "Evalueringsmøte"),
        _ => new("Dialogmøte", "Dialogmøte"),
    };

    public static Words Form(MeetingForm form) => form switch
    {
        MeetingForm.Physical => new("Fysisk", "Fysisk"),
        MeetingForm.Digital => new("Digitalt", "Digitalt"),
        _ => new("Både fysisk og digitalt", "Både fysisk og digitalt"),
    };

    public static Words Template(MeetingTemplate template) => template switch
    {
        MeetingTemplate.None => new("Tom saksliste", "Tom saksliste"),
        MeetingTemplate.P1 => new("Oppstart", "Oppstart"),
        MeetingTemplate.P2 => new("Innhold", "Innhald"),
        MeetingTemplate.P3 => new("Ferdigstilling", "Ferdigstilling"),
        MeetingTemplate.E1 => new("Evaluering", "Evaluering"),
        _ => new("Dialog", "Dialog"),
    };

    public static string Title(Meeting meeting, Viewer me) => $"{me.Say(Type(meeting.Type))} {me.Date(meeting.Start)}";

    public static Words State(Meeting meeting) => meeting switch
    {
        { Standing: MeetingStanding.Planned } => new("Planlagt, ikke innkalt", "Planlagt, ikkje innkalla"),
        { Standing: MeetingStanding.Called } => new("Innkalt", "Innkalla"),
        { Standing: MeetingStanding.Cancelled } => new("Avlyst", "Avlyst"),
        { IsValid: false } => new("Holdt, ikke gyldig", "Halde, ikkje gyldig"),
        { Standing: MeetingStanding.MinutesConfirmed } => new("Gyldig, referatet er bekreftet", "Gyldig, referatet er stadfesta"),
        { Standing: MeetingStanding.MinutesDraft } => new("Gyldig, referatet er skrevet", "Gyldig, referatet er skrive"),
        _ => new("Gyldig, referat mangler", "Gyldig, referat manglar"),
    };

    public static string Mark(Meeting meeting) => meeting switch
    {
        { Standing: MeetingStanding.Cancelled } => "mark--wait",
        { IsHeld: true, IsValid: false } => "mark--warn",
        { IsHeld: true } => "mark--done",
        { Standing: MeetingStanding.Called } => "mark--now",
        _ => "mark--wait",
    };

    public static Words Presence(Presence presence) => presence switch
    {
        Domain.Presence.Present => new("Møtte", "Møtte"),
        Domain.Presence.AbsentNotified => new("Meldte forfall", "Melde forfall"),
        _ => new("Møtte ikke", "Møtte ikkje"),
    };

    /// <summary>Why the meeting is not valid, and what that means (domain notes §7.2).</summary>
    public static Words Invalid(Invalidity reason) => reason switch
    {
        Invalidity.NoBrukerrepresentant => new("Møtet hadde ingen brukerrepresentant.", "Møtet hadde ingen brukarrepresentant."),
        Invalidity.NoFagperson => new("Møtet hadde ingen fagperson.", "Møtet hadde ingen fagperson."),
        _ => new("Ikke alle brukerrepresentantene fikk innkallingen i tide.", "Ikkje alle brukarrepresentantane fekk innkallinga i tide."),
    };

    public static Words Decision(DecisionStanding standing) => standing switch
    {
        DecisionStanding.Decided => new("Vedtatt", "Vedteke"),
        DecisionStanding.Proposed => new("Forslag – venter på siden som manglet", "Framlegg – ventar på sida som mangla"),
        DecisionStanding.Confirmed => new("Bekreftet", "Stadfesta"),
        _ => new("Avvist", "Avvist"),
    };
}
