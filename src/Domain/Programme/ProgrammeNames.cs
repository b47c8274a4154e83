using System.Globalization;

namespace LmsWorkflow.Domain;

/// <summary>What types are called, and how a sentence points at a place in the programme. Never by title: it is free text.</summary>
public static class ProgrammeNames
{
    public static Words Words(this ProgrammeItemType type) => type switch
    {
        ProgrammeItemType.Fag => new("Faginnlegg", "Faginnlegg"),
        ProgrammeItemType.Erfaring => new("Erfaringsinnlegg", "Erfaringsinnlegg"),
        ProgrammeItemType.Erfaringsutveksling => new("Erfaringsutveksling", "Erfaringsutveksling"),
        ProgrammeItemType.Felles => new("Felles", "Felles"),
        ProgrammeItemType.Pause => new("Pause", "Pause"),
        ProgrammeItemType.Maltid => new("Måltid", "Måltid"),
        ProgrammeItemType.Sosialt => new("Sosialt", "Sosialt"),
        _ => new("Aktivitet", "Aktivitet"),
    };

    public static Words Words(this SamlingForm form) => form switch
    {
        SamlingForm.Fysisk => new("Fysisk oppmøte", "Fysisk oppmøte"),
        SamlingForm.Digital => new("Digitalt", "Digitalt"),
        _ => new("Både fysisk og digitalt", "Både fysisk og digitalt"),
    };

    public static Words Place(int samling) => new($"Samling {samling}", $"Samling {samling}");

    public static Words Place(int samling, TimeOnly? start) => start is { } at
        ? new($"Samling {samling}, posten kl. {Clock(at)}", $"Samling {samling}, posten kl. {Clock(at)}")
        : new($"Samling {samling}, en post uten klokkeslett", $"Samling {samling}, ein post utan klokkeslett");

    public static string Clock(TimeOnly time) => time.ToString("HH.mm", CultureInfo.InvariantCulture);
}
