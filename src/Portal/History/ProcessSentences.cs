using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>How the process went, step by step, for who asks for it. The story of the case leaves it out: it is seen there in what people did.</summary>
public static class ProcessSentences
{
    /// <summary>Null for all other facts.</summary>
    /// <param name="nb">Whose <see cref="Viewer.Book"/> has the names of the drawing's elements.</param>
    public static Words? Of(Fact fact, Viewer nb, Viewer nn) => fact switch
    {
        ProcessMoved moved => new(Moved(moved, nb), Moved(moved, nn)),
        ProcessUnstuck => new("Det prosessen hadde stoppet på, er i orden, og den går videre.", "Det prosessen hadde stoppa på, er i orden, og han går vidare."),
        ProcessDeadlinesMoved moved => new($"Fristene ble flyttet {moved.By.TotalDays:0} dager fordi saken sto på vent.", $"Fristane vart flytta {moved.By.TotalDays:0} dagar fordi saka stod på vent."),
        _ => null,
    };

    static string Moved(ProcessMoved moved, Viewer me)
    {
        var closed = moved.Steps.Count(step => step.Kind == StepKind.Close);
        var told = moved.Steps.Select(step => Told(step, me)).OfType<string>().Distinct().ToList();
        if (closed > 0) told.Insert(0, closed == 1 ? me.Say("Ett steg i prosessen ble ferdig.", "Eitt steg i prosessen vart ferdig.") : me.Say($"{closed} steg i prosessen ble ferdige.", $"{closed} steg i prosessen vart ferdige."));
        return told.Count == 0 ? me.Say("Prosessen gikk videre.", "Prosessen gjekk vidare.") : string.Join(' ', told);
    }

    static string? Told(ProcessStep step, Viewer me) => step switch
    {
        { Kind: StepKind.Open, Waits: ItemKind.UserTask } => me.Say($"Oppgaven {Name(step, me)} ble åpnet{For(step, me)}{Due(step, me)}.", $"Oppgåva {Name(step, me)} vart opna{For(step, me)}{Due(step, me)}."),
        { Kind: StepKind.Open, Waits: ItemKind.SubProcess or ItemKind.Loop } => me.Say($"{Name(step, me)} begynte.", $"{Name(step, me)} byrja."),
        { Kind: StepKind.Open, Waits: ItemKind.StuckAction or ItemKind.StuckToken } => me.Say($"Prosessen stoppet ved {Name(step, me)}.", $"Prosessen stoppa ved {Name(step, me)}."),
        { Kind: StepKind.Open } => me.Say($"Prosessen venter ved {Name(step, me)}.", $"Prosessen ventar ved {Name(step, me)}."),
        { Kind: StepKind.SetTimer, Due: { } due } => me.Say($"{Name(step, me)} ble satt til {me.DateAndTime(due)}.", $"{Name(step, me)} vart sett til {me.DateAndTime(due)}."),
        { Kind: StepKind.Drop or StepKind.Interrupt, Element: not null } => me.Say($"{Name(step, me)} avbrøt det som var i gang.", $"{Name(step, me)} avbraut det som var i gang."),
        { Kind: StepKind.Drop } => me.Say("Noe som var i gang, ble avbrutt.", "Noko som var i gang, vart avbrote."),
        { Kind: StepKind.End } => me.Say("Prosessen er ferdig.", "Prosessen er ferdig."),
        _ => null,
    };

    static string Name(ProcessStep step, Viewer me) => $"«{me.Say(me.Book.Of(step.Element ?? "").Name)}»";

    static string For(ProcessStep step, Viewer me) => step.Roles == TaskRoles.None ? "" : me.Say($" for {TaskRoleNames.Words(step.Roles).Nb.ToLowerInvariant()}", $" for {TaskRoleNames.Words(step.Roles).Nn.ToLowerInvariant()}");

    static string Due(ProcessStep step, Viewer me) => step.Due is { } due ? me.Say($", med frist {me.Date(due)}", $", med frist {me.Date(due)}") : "";
}
