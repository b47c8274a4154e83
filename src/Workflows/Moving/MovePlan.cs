using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Which element of the new version each element of the old one becomes. By id unless said otherwise; flows likewise.</summary>
/// <param name="Forms">Forms of the new version.</param>
/// <param name="Mapping">Old id to new id, only where they differ.</param>
/// <param name="Hash">SHA-256 of the plan as it lies in the content store.</param>
/// <param name="ChangesHash">SHA-256 of the frozen list of changes when the new version weakens participation; null when it does not.</param>
public sealed record MovePlan(
    ProcessDefinition From, ProcessDefinition To, FormCatalogue Forms, ImmutableDictionary<string, string> Mapping, string Hash, string? ChangesHash)
{
    public string IdOf(string old) => Mapping.GetValueOrDefault(old, old);

    public ProcessElement? TargetOf(string old) => To[IdOf(old)];

    /// <summary>Elements where a case can stand that the plan has no target for.</summary>
    public IEnumerable<ProcessElement> WithoutTarget =>
        From.Elements.Where(element => (element.Kind.IsActivity() || element.Kind == ElementKind.CatchEvent) && TargetOf(element.Id) is null);

    /// <summary>Timers of both versions with another length in the new one: those that run, run on as they were set.</summary>
    public IEnumerable<(string Element, Words Sentence)> RunningOn => From.Elements
        .Where(was => was.Timer is not null && TargetOf(was.Id) is { Timer: not null } now && now.Timer != was.Timer)
        .Select(was => (was.Id, new Words(
            $"{Meaning.Named(was).Nb} har en annen tid i den nye utgaven. Der den alt løper, går den ut når den skulle.",
            $"{Meaning.Named(was).Nn} har ei anna tid i den nye utgåva. Der ho alt går, går ho ut når ho skulle.")));

    /// <summary>What in the mapping names something that is not there.</summary>
    public IEnumerable<string> Unknown =>
        Mapping.SelectMany(entry => new[] { Known(From, entry.Key) ? null : entry.Key, Known(To, entry.Value) ? null : entry.Value }).OfType<string>();

    static bool Known(ProcessDefinition definition, string id) =>
        definition[id] is not null || definition.Elements.Any(element => element.Outgoing.Any(flow => flow.Id == id));
}
