using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Where the process goes next, and when. Only between steps that are in both versions; a new step's own routes come with the step.</summary>
static class RouteChanges
{
    public static IEnumerable<MeaningChange> Of(ProcessDefinition before, ProcessDefinition after, StepPairs pairs)
    {
        var fresh = after.Elements.SelectMany(element => element.Outgoing).ToList();
        foreach (var was in before.Elements.SelectMany(element => element.Outgoing))
        {
            if (pairs.After(was.Source) is not { } source || pairs.After(was.Target) is not { } target) continue;
            var between = fresh.Where(flow => flow.Source == source && flow.Target == target).ToList();
            var now = between.FirstOrDefault(flow => flow.Id == was.Id) ?? between.FirstOrDefault();
            if (now is null) yield return Gone(was, source);
            else if (Condition(was) != Condition(now)) yield return Changed(was, now);
        }

        foreach (var now in fresh.Where(flow => !pairs.IsNew(flow.Source) && !pairs.IsNew(flow.Target)))
            if (!before.Elements.SelectMany(element => element.Outgoing).Any(was => pairs.After(was.Source) == now.Source && pairs.After(was.Target) == now.Target)) yield return Added(now);
    }

    static MeaningChange Gone(SequenceFlow was, ProcessElement source)
    {
        var (from, to) = (Meaning.Named(was.Source), Meaning.Named(was.Target));
        return new("routeRemoved", source.Id, new(
            $"Veien fra {from.Nb} til {to.Nb} er borte.", $"Vegen frå {from.Nn} til {to.Nn} er borte."), Meaning.IsNearSignOff(was.Source) || Meaning.IsNearSignOff(was.Target) || Meaning.IsForMembers(was.Target));
    }

    static MeaningChange Changed(SequenceFlow was, SequenceFlow now)
    {
        var (from, to) = (Meaning.Named(now.Source), Meaning.Named(now.Target));
        return new("conditionChanged", now.Source.Id, new(
            $"Når veien går fra {from.Nb} til {to.Nb}, er endret fra «{Condition(was)}» til «{Condition(now)}».",
            $"Når vegen går frå {from.Nn} til {to.Nn}, er endra frå «{Condition(was)}» til «{Condition(now)}»."), Meaning.IsNearSignOff(now.Source) || Meaning.IsNearSignOff(now.Target));
    }

    static MeaningChange Added(SequenceFlow now)
    {
        var (from, to) = (Meaning.Named(now.Source), Meaning.Named(now.Target));
        return new("routeAdded", now.Source.Id, new(
            $"Det er en ny vei fra {from.Nb} til {to.Nb}.", $"Det er ein ny veg frå {from.Nn} til {to.Nn}."), Meaning.IsNearSignOff(now.Source) || Meaning.IsNearSignOff(now.Target) || Meaning.IsForMembers(now.Source));
    }

    static string Condition(SequenceFlow flow) => flow.Source.Default == flow ? "ellers" : flow.Condition?.Text ?? "alltid";
}
