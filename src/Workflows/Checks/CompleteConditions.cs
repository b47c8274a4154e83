using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Wherever a way is chosen by conditions, one of them always holds, or there is a default flow. Otherwise the case can stop there.</summary>
static class CompleteConditions
{
    public static Check Check { get; } = new("complete-conditions", CheckedDrawings.All, Look);

    /// <summary>Conditions tried in one process at most, so that no drawing takes long. People's need some tens.</summary>
    const long MostTries = 250_000;

    static void Look(CheckedProcess process, Reporter report)
    {
        var tries = MostTries;
        foreach (var element in process.Elements)
        {
            // a flow without a condition out of a gateway is another check's finding, and out of a task it is always taken
            if (element.Outgoing.IsEmpty || element.Default is not null || element.Outgoing.Any(flow => !flow.IsConditional)) continue;
            if (element.Outgoing.Any(flow => flow.Condition is null)) continue;
            var gap = FeelDomain.Gap([.. element.Outgoing.Select(flow => flow.Condition!)], static name => CaseVariables.Find(name)?.Values, ref tries);
            if (gap is not { IsEmpty: true }) report.Refuse(Place.Of(element), Sentence(element, gap), new(MendOperation.MakeDefault, element.Id, element.Outgoing[^1].Id));
        }
    }

    static Words Sentence(ProcessElement element, ImmutableSortedDictionary<string, FeelValue>? gap) => gap is null
        ? new($"Det er ikke sikkert at noen av vilkårene ut av {element.Nb()} gjelder. Gjør én av flytene til standardflyt.",
            $"Det er ikkje sikkert at nokon av vilkåra ut av {element.Nn()} gjeld. Gjer éin av flytane til standardflyt.")
        : new($"Ingen av vilkårene ut av {element.Nb()} gjelder når {string.Join(" og ", gap.Select(pair => Told(pair.Key, pair.Value).Nb))}. Skriv et vilkår for det, eller gjør én av flytene til standardflyt.",
            $"Ingen av vilkåra ut av {element.Nn()} gjeld når {string.Join(" og ", gap.Select(pair => Told(pair.Key, pair.Value).Nn))}. Skriv eit vilkår for det, eller gjer éin av flytane til standardflyt.");

    static Words Told(string name, FeelValue value) => (CaseVariables.Find(name)?.Meaning ?? Words.Same(name), value) switch
    {
        (var meaning, { Type: FeelType.Boolean, IsTrue: true }) => new($"«{meaning.Nb}» stemmer", $"«{meaning.Nn}» stemmer"),
        (var meaning, { Type: FeelType.Boolean }) => new($"«{meaning.Nb}» ikke stemmer", $"«{meaning.Nn}» ikkje stemmer"),
        var (meaning, _) => new($"«{meaning.Nb}» er {Plain(value)}", $"«{meaning.Nn}» er {Plain(value)}"),
    };

    static string Plain(FeelValue value) => value.ToString().Replace("\0", "…", StringComparison.Ordinal);
}
