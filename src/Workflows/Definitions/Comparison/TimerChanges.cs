using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Reminders and other events on a step, and waits between steps.</summary>
static class TimerChanges
{
    public static IEnumerable<MeaningChange> Of(ProcessDefinition before, ProcessDefinition after, StepPairs pairs)
    {
        foreach (var was in before.Elements.Where(element => element.AttachedTo is not null))
        {
            var host = pairs.After(was.AttachedTo!);
            if (pairs.After(was) is not { } now || now.AttachedTo != host) yield return Gone(was);
            else if (Changed(was, now) is { } changed) yield return changed;
        }

        foreach (var now in after.Elements.Where(element => element.AttachedTo is not null && pairs.IsNew(element))) yield return Added(now);
        foreach (var was in before.Elements.Where(element => element.AttachedTo is null && element.Timer is not null))
            if (pairs.After(was) is { } now && now.Timer != was.Timer) yield return Wait(was, now);
    }

    static MeaningChange Gone(ProcessElement was)
    {
        var (name, host) = (Meaning.Named(was), Meaning.Named(was.AttachedTo!));
        return was.Trigger == Trigger.Timer
            ? new("timerRemoved", was.Id, new($"Påminnelsen eller fristen {name.Nb} på {host.Nb} er fjernet.", $"Påminninga eller fristen {name.Nn} på {host.Nn} er fjerna."), Weakens: true)
            : new("eventRemoved", was.Id, new($"Hendelsen {name.Nb} på {host.Nb} er fjernet.", $"Hendinga {name.Nn} på {host.Nn} er fjerna."), Weakens: true);
    }

    static MeaningChange? Changed(ProcessElement was, ProcessElement now)
    {
        var (name, host) = (Meaning.Named(now), Meaning.Named(now.AttachedTo!));
        if (was.EventName != now.EventName || was.Condition?.Text != now.Condition?.Text) return new("eventChanged", now.Id, new($"Hendelsen {name.Nb} på {host.Nb} venter på noe annet enn før.", $"Hendinga {name.Nn} på {host.Nn} ventar på noko anna enn før."), Weakens: true);
        if (was.Interrupts != now.Interrupts) return new("interruptionChanged", now.Id, now.Interrupts
            ? new($"{name.Nb} avbryter nå {host.Nb}.", $"{name.Nn} avbryt no {host.Nn}.")
            : new($"{name.Nb} avbryter ikke lenger {host.Nb}.", $"{name.Nn} avbryt ikkje lenger {host.Nn}."), Weakens: true);
        if (was.Timer == now.Timer) return null;
        var longer = DueLength.IsLonger(now.Timer, was.Timer);
        // a reminder that comes later reminds less; an interruption that comes sooner leaves less time to answer
        return new("timerChanged", now.Id, new(
            $"{name.Nb} på {host.Nb} kommer nå etter {DueLength.Of(now.Timer).Nb} i stedet for {DueLength.Of(was.Timer).Nb}.",
            $"{name.Nn} på {host.Nn} kjem no etter {DueLength.Of(now.Timer).Nn} i staden for {DueLength.Of(was.Timer).Nn}."), longer || (now.Interrupts && Meaning.IsForMembers(now.AttachedTo!)));
    }

    static MeaningChange Added(ProcessElement now)
    {
        var (name, host) = (Meaning.Named(now), Meaning.Named(now.AttachedTo!));
        return new("eventAdded", now.Id, now.Interrupts
            ? new($"{host.Nb} kan nå avbrytes av {name.Nb}.", $"{host.Nn} kan no avbrytast av {name.Nn}.")
            : new($"{host.Nb} har fått {name.Nb}.", $"{host.Nn} har fått {name.Nn}."), now.Interrupts && Meaning.IsForMembers(now.AttachedTo!));
    }

    static MeaningChange Wait(ProcessElement was, ProcessElement now) => new("waitChanged", now.Id, new(
        $"Ventetiden {Meaning.Named(now).Nb} er endret fra {DueLength.Of(was.Timer).Nb} til {DueLength.Of(now.Timer).Nb}.",
        $"Ventetida {Meaning.Named(now).Nn} er endra frå {DueLength.Of(was.Timer).Nn} til {DueLength.Of(now.Timer).Nn}."), DueLength.IsLonger(now.Timer, was.Timer));
}
