using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Steps and gates that came, went or moved to another phase.</summary>
static class StepChanges
{
    public static IEnumerable<MeaningChange> Of(ProcessDefinition before, ProcessDefinition after, StepPairs pairs)
    {
        foreach (var gone in before.Elements.Where(element => IsStep(element) && !pairs.HasPair(element))) yield return Removed(gone);
        foreach (var added in after.Elements.Where(element => IsStep(element) && pairs.IsNew(element))) yield return Added(added);
        foreach (var element in before.Elements.Where(IsStep))
            if (pairs.After(element) is { } now && now.Phase != element.Phase) yield return Moved(element, now);
    }

    static bool IsStep(ProcessElement element) => element.Kind.IsActivity() || element.Kind is ElementKind.CatchEvent or ElementKind.ThrowEvent or ElementKind.EventSubProcess
        || (element.Kind == ElementKind.EndEvent && element.Trigger != Trigger.None);

    static MeaningChange Removed(ProcessElement gone)
    {
        var name = Meaning.Named(gone);
        if (Meaning.IsSignOff(gone)) return new("signOffRemoved", gone.Id, new(
            $"Krever ikke lenger godkjenning fra {Meaning.Sides(gone.Lms.Sides).Nb} i trinnet {name.Nb}. Trinnet er fjernet.",
            $"Krev ikkje lenger godkjenning frå {Meaning.Sides(gone.Lms.Sides).Nn} i trinnet {name.Nn}. Trinnet er fjerna."), Weakens: true);
        if (Meaning.IsGate(gone)) return new("gateRemoved", gone.Id, new(
            $"Porten {gone.Lms.Gate} er fjernet fra tegningen ({name.Nb}).", $"Porten {gone.Lms.Gate} er fjerna frå teikninga ({name.Nn})."), Weakens: true);
        if (gone.Lms.Action == "remind") return new("reminderRemoved", gone.Id, new(
            $"Påminnelsen {name.Nb} er fjernet.", $"Påminninga {name.Nn} er fjerna."), Weakens: true);
        return new("stepRemoved", gone.Id, new($"Trinnet {name.Nb} er fjernet.", $"Trinnet {name.Nn} er fjerna."), HasMembers(gone));
    }

    /// <summary>A sub-process is as much the members' as what lies in it.</summary>
    static bool HasMembers(ProcessElement element) => Meaning.IsForMembers(element) || element.Kind == ElementKind.EventSubProcess || (element.Kind.IsScope() && element.Lms.Phase is not null);

    static MeaningChange Added(ProcessElement added)
    {
        var name = Meaning.Named(added);
        return new("stepAdded", added.Id, new($"Trinnet {name.Nb} er nytt.", $"Trinnet {name.Nn} er nytt."), EndsOthers(added));
    }

    /// <summary>It can end work that goes on.</summary>
    static bool EndsOthers(ProcessElement added) =>
        added is { Kind: ElementKind.EventSubProcess, Start.Interrupts: true } || added.Trigger is Trigger.Terminate or Trigger.Error or Trigger.Escalation;

    static MeaningChange Moved(ProcessElement was, ProcessElement now)
    {
        var (from, to) = (PhaseName(was), PhaseName(now));
        var name = now.Name.Nb.Length > 0 ? now.Name : Words.Same(now.Id);
        return new("stepMoved", now.Id, new(
            $"Trinnet «{name.Nb}» er flyttet fra {from.Nb} til {to.Nb}.", $"Trinnet «{name.Nn}» er flytta frå {from.Nn} til {to.Nn}."), Meaning.IsNearSignOff(was) || Meaning.IsForMembers(was));
    }

    static Words PhaseName(ProcessElement element) => element.Phase?.Words() ?? new("utenfor fasene", "utanfor fasane");
}
