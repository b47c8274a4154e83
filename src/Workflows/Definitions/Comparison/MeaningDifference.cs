using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// What a new version of a definition means that the old one did not. Drawing and layout say nothing; steps, roles, sides, documents, deadlines, conditions, routes
/// and required fields do. Where it cannot be shown that a change keeps participation whole, it counts as weakening it: then people decide, not the product.
/// </summary>
public static class MeaningDifference
{
    public static ImmutableArray<MeaningChange> Of(ProcessDefinition before, ProcessDefinition after, FormCatalogue formsBefore, FormCatalogue formsAfter)
    {
        var pairs = StepPairs.Of(before, after);
        return
        [
            .. before.Flow == after.Flow ? Array.Empty<MeaningChange>() : [FlowChanged],
            .. StepChanges.Of(before, after, pairs),
            .. before.Elements.Where(pairs.HasPair).SelectMany(element => TaskChanges.Of(element, pairs.After(element)!)),
            .. TimerChanges.Of(before, after, pairs),
            .. RouteChanges.Of(before, after, pairs),
            .. FormChanges.Of(formsBefore, formsAfter, after),
        ];
    }

    static MeaningChange FlowChanged { get; } = new("flowChanged", null, new(
        "Prosessen er tegnet for en annen slags sak enn før.", "Prosessen er teikna for ei anna slags sak enn før."), Weakens: true);

    /// <summary>A definition that there is nothing to compare with: both sides are asked about all of it.</summary>
    public static MeaningChange EntirelyNew(ProcessDefinition definition) => new("newDefinition", null, new(
        $"«{definition.Name.Nb}» er en helt ny prosess. Det finnes ingen tidligere utgave å sammenlikne med.",
        $"«{definition.Name.Nn}» er ein heilt ny prosess. Det finst inga tidlegare utgåve å samanlikne med."), Weakens: true);
}

/// <summary>Which element of the old version is which of the new: the same id and kind, else the only one left of its sort.</summary>
sealed class StepPairs
{
    readonly Dictionary<ProcessElement, ProcessElement> forward = [];
    readonly HashSet<ProcessElement> taken = [];

    public static StepPairs Of(ProcessDefinition before, ProcessDefinition after)
    {
        var pairs = new StepPairs();
        foreach (var element in before.Elements)
            if (after[element.Id] is { } same && same.Kind == element.Kind && same.Trigger == element.Trigger) pairs.Add(element, same);
        foreach (var element in before.Elements.Where(element => !pairs.HasPair(element) && Sort(element) is not null))
        {
            var candidates = after.Elements.Where(other => !pairs.taken.Contains(other) && before[other.Id] is null && Sort(other) == Sort(element)).ToList();
            if (candidates is [var only] && before.Elements.Count(other => !pairs.HasPair(other) && Sort(other) == Sort(element)) == 1) pairs.Add(element, only);
        }

        return pairs;
    }

    public bool HasPair(ProcessElement before) => forward.ContainsKey(before);

    public bool IsNew(ProcessElement after) => !taken.Contains(after);

    public ProcessElement? After(ProcessElement before) => forward.GetValueOrDefault(before);

    /// <summary>What makes an element recognisable without its id; null for those that are many alike.</summary>
    static (ElementKind, string?, string?, Gate?)? Sort(ProcessElement element) =>
        element.Lms.Work is null && element.Lms.Action is null ? null : (element.Kind, element.Lms.Work, element.Lms.Action, element.Lms.Gate);

    void Add(ProcessElement before, ProcessElement after)
    {
        forward[before] = after;
        taken.Add(after);
    }
}

/// <summary>Questions the comparison asks of an element, and how it speaks of one.</summary>
static class Meaning
{
    const TaskRoles BothSides = TaskRoles.Fagperson | TaskRoles.Brukerrepresentant;

    public static bool IsSignOff(ProcessElement element) => element.Lms.Work == "signOff" || !element.Lms.Sides.IsEmpty;

    public static bool IsGate(ProcessElement element) => element.Lms.Action == "passGate";

    /// <summary>Members have a part in it.</summary>
    public static bool IsForMembers(ProcessElement element) => (element.Lms.Roles & BothSides) != 0 || IsSignOff(element);

    /// <summary>What happens around here decides whether a gate opens on both sides' word.</summary>
    public static bool IsNearSignOff(ProcessElement element) =>
        Decides(element) || (element.Kind.IsGateway() && (element.Incoming.Any(flow => Decides(flow.Source)) || element.Outgoing.Any(flow => Decides(flow.Target))));

    public static Words Named(ProcessElement element)
    {
        var (nb, nn) = element.Name.Nb.Length > 0 ? (element.Name.Nb, element.Name.Nn) : (element.Id.Replace('_', ' '), element.Id.Replace('_', ' '));
        return element.Phase is { } phase && element.Lms.Phase is null ? new($"«{nb}» ({phase.Words().Nb})", $"«{nn}» ({phase.Words().Nn})") : new($"«{nb}»", $"«{nn}»");
    }

    public static Words Roles(TaskRoles roles)
    {
        var names = TaskRoleNames.Each(roles).Select(role => role.Words()).ToList();
        return new(string.Join(" og ", names.Select(name => name.Nb.ToLowerInvariant())), string.Join(" og ", names.Select(name => name.Nn.ToLowerInvariant())));
    }

    public static Words Sides(IEnumerable<Side> sides)
    {
        var names = sides.Select(side => side.Words()).ToList();
        return new(string.Join(" og ", names.Select(name => name.Nb)), string.Join(" og ", names.Select(name => name.Nn)));
    }

    public static string Documents(IEnumerable<DocumentKind> kinds) => string.Join(", ", kinds);

    static bool Decides(ProcessElement element) => IsSignOff(element) || IsGate(element);
}
