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

    public static string Title(Meeting meeting, Viewer me) => $"{me.Say(Type(meeting.Type))} {meeting.Number}";

    public static Words State(Meeting meeting) => meeting.IsValid ? new("Gyldig", "Gyldig") : new("Ikke holdt", "Ikkje halde");

    public static string Mark(Meeting meeting) => meeting.IsValid ? "mark--done" : "mark--wait";
}
