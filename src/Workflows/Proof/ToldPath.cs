using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A path told to people: elements in the order things happen, and a sentence that begins with what has to happen for it.</summary>
static class ToldPath
{
    public static ImmutableArray<string> Elements(IEnumerable<NetTransition> path)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var transition in path)
        {
            if (transition.Step == NetStep.Leaves || transition.Element is not { } element) continue;
            foreach (var id in (string?[])[element.Id, transition.Also?.Id])
                if (id is not null && (ids.Count == 0 || ids[^1] != id)) ids.Add(id);
        }

        return ids.ToImmutable();
    }

    /// <summary>«Hvis A og B, ...»: the happenings and choices on the path that are not simply the next thing to do.</summary>
    public static Words If(IEnumerable<NetTransition> path, Words consequence)
    {
        var turns = path.Select(Turn).OfType<Words>().TakeLast(MostTurns).ToList();
        if (turns.Count == 0)
        {
            var plain = Plain(consequence);
            return new(Capital(plain.Nb) + ".", Capital(plain.Nn) + ".");
        }
        return new(
            $"Hvis {Listed(turns.Select(turn => turn.Nb), "og")}, {Inverted(consequence.Nb)}.",
            $"Dersom {Listed(turns.Select(turn => turn.Nn), "og")}, {Inverted(consequence.Nn)}.");
    }

    public static Words Name(ProcessElement element) => element.Name.Nb.Length > 0 ? new($"«{element.Name.Nb}»", $"«{element.Name.Nn}»") : Words.Same($"«{element.Id}»");

    public static string Listed(IEnumerable<string> parts, string and)
    {
        List<string> all = [.. parts];
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} {and} {all[^1]}";
    }

    const int MostTurns = 4;

    static Words? Turn(NetTransition transition) => transition switch
    {
        { Step: NetStep.Interrupts or NetStep.Accompanies or NetStep.Catches, Element: { } element } => Happens(element),
        { Step: NetStep.Throws, Element: { } thrown } => new($"{Name(thrown).Nb} skjer", $"{Name(thrown).Nn} skjer"),
        { Step: NetStep.Chooses, Element.Kind: ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway, Chosen: { Length: > 0 } chosen } => Chosen(transition.Element, chosen),
        _ => null,
    };

    static Words Happens(ProcessElement element) => element.Trigger switch
    {
        Trigger.Timer => new($"fristen {Name(element).Nb} går ut", $"fristen {Name(element).Nn} går ut"),
        Trigger.Message => new($"meldingen {Name(element).Nb} kommer", $"meldinga {Name(element).Nn} kjem"),
        Trigger.Error => new($"feilen {Name(element).Nb} oppstår", $"feilen {Name(element).Nn} oppstår"),
        Trigger.Signal => new($"signalet {Name(element).Nb} kommer", $"signalet {Name(element).Nn} kjem"),
        _ => new($"{Name(element).Nb} skjer", $"{Name(element).Nn} skjer"),
    };

    static Words Chosen(ProcessElement gateway, ImmutableArray<SequenceFlow> flows)
    {
        var to = flows.Select(flow => flow.Name.Nb.Length > 0 ? new Words($"«{flow.Name.Nb}»", $"«{flow.Name.Nn}»") : new Words($"veien til {Name(flow.Target).Nb}", $"vegen til {Name(flow.Target).Nn}")).ToList();
        var at = gateway.Name.Nb.Length > 0 ? new Words($" ved {Name(gateway).Nb}", $" ved {Name(gateway).Nn}") : Words.Same("");
        return new($"det blir {Listed(to.Select(way => way.Nb), "og")}{at.Nb}", $"det blir {Listed(to.Select(way => way.Nn), "og")}{at.Nn}");
    }

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>«saken kommer» after a clause is «kommer saken»: subject and verb are given apart by a bar.</summary>
    static string Inverted(string text)
    {
        var parts = text.Split('|');
        return parts.Length == 3 ? $"{parts[1]} {parts[0]} {parts[2]}".Trim() : text;
    }

    /// <summary>The same as a sentence of its own.</summary>
    public static Words Plain(Words consequence) => new(consequence.Nb.Replace("|", " ", StringComparison.Ordinal), consequence.Nn.Replace("|", " ", StringComparison.Ordinal));
}
