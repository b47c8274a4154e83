using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>The lines of an outline as a page shows them.</summary>
/// <param name="at">The step whose forms are shown.</param>
sealed class OutlineOfPage(Viewer me, ProcessModel process, string? at)
{
    public ImmutableArray<OutlineLine> Lines => [.. Outline.Of(process).Select(Line)];

    OutlineLine Line(OutlineItem item) => new(
        item.Element.Id, OutlineWords.Sort(item.Element), OutlineWords.Name(item.Element), item.Element.Kind.IsActivity(), [.. Facts(item.Element)],
        [.. item.Element.Outgoing.Select(flow => new OutlineWay(When(flow), flow.Target.Id, OutlineWords.Name(flow.Target)))],
        [.. item.Inside.Select(Line)], [.. item.Beside.Select(Line)], item.Element.Id == at ? FormsOf(item.Element) : null);

    static Words? When(SequenceFlow flow) => (flow.Name.Nb.Length > 0 && flow.Source.Outgoing.Length > 1 ? flow.Name : null, OutlineWords.When(flow)) switch
    {
        (null, var when) => when,
        ({ } name, null) => name,
        ({ } name, { } when) => new($"{name.Nb} ({when.Nb})", $"{name.Nn} ({when.Nn})"),
    };

    static IEnumerable<(Words Label, Words Value)> Facts(ProcessElement element)
    {
        var lms = element.Lms;
        if (lms.Roles != TaskRoles.None) yield return (new("Hvem", "Kven"), Portal.TaskRoleNames.Words(lms.Roles));
        if (!lms.Documents.IsEmpty) yield return (new("Dokumenter", "Dokument"), Listed(lms.Documents.Select(kind => DocumentNames.Of(kind))));
        if (!lms.Sides.IsEmpty) yield return (new("Godkjennes av", "Blir godkjent av"), Listed(lms.Sides.Select(side => side.Words())));
        if (lms.Gate is { } gate) yield return (new("Port", "Port"), new($"{gate}, {gate.Words().Nb}", $"{gate}, {gate.Words().Nn}"));
        if (OutlineWords.Due(element) is { } due) yield return (element.Kind == ElementKind.UserTask ? new("Frist", "Frist") : new("Etter", "Etter"), due);
        if (lms.Done is { } done) yield return (new("Ferdig av seg selv", "Ferdig av seg sjølv"), OutlineWords.Condition(done.Text));
    }

    static Words Listed(IEnumerable<Words> words) => words.ToList() is var all ? new(string.Join(", ", all.Select(word => word.Nb)), string.Join(", ", all.Select(word => word.Nn))) : Words.Same("");

    StepForms FormsOf(ProcessElement element) => new(
        element.Name, element.Kind == ElementKind.UserTask, [.. Workflows.TaskRoleNames.Each(element.Lms.Roles).Select(role => role.ToString())], [.. element.Lms.Documents.Select(kind => kind.ToString())],
        element.Lms.Due?.WorkingDays ?? (element.Lms.Due?.Duration is { Months: 0, Time.Ticks: 0 } duration ? duration.Days : null), element.Lms.Due?.WorkingDays is not null,
        Outline.MayRemove(element), Outline.MayGoEarlier(element), Outline.MayGoLater(element), [.. Outline.Places(element).Select(place => Choice(place.Id, OutlineWords.Name(place)))], After(element),
        element.Kind == ElementKind.EndEvent ? [] : [.. element.Outgoing.Select(flow => Way(element, flow))], Choices)
    {
        NewWay = Outline.MayHaveMoreWays(element)
            ? new(element.Kind != ElementKind.ParallelGateway, [.. Outline.Targets(element).Select(target => Choice(target.Id, Told(target)))]) : null,
    };

    ImmutableArray<Choice> After(ProcessElement element) => element switch
    {
        { Kind: ElementKind.EndEvent or ElementKind.EventSubProcess } => [],
        { Outgoing.Length: > 1 } => [.. element.Outgoing.Select(flow => Choice(flow.Id, WayName(flow)))],
        _ => [Choice(element.Id, OutlineWords.Name(element))],
    };

    WayForms Way(ProcessElement element, SequenceFlow flow) => new(
        flow.Id, WayName(flow), flow.Target.Id, [.. Outline.Targets(element).Select(target => Choice(target.Id, Told(target)))],
        element.Kind is ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway && element.Outgoing.Length > 1, flow.Condition?.Text.Trim() ?? "", element.Outgoing.Length > 1);

    static Words WayName(SequenceFlow flow)
    {
        var (when, target) = (When(flow), OutlineWords.Name(flow.Target));
        return when is null ? new($"Veien til {target.Nb}", $"Vegen til {target.Nn}") : new($"{when.Nb}: til {target.Nb}", $"{when.Nn}: til {target.Nn}");
    }

    static Words Told(ProcessElement element) => new($"{OutlineWords.Name(element).Nb} ({OutlineWords.Sort(element).Nb.ToLowerInvariant()})", $"{OutlineWords.Name(element).Nn} ({OutlineWords.Sort(element).Nn.ToLowerInvariant()})");

    OutlineChoices Choices => new(
        [.. SetRoles.Choices.Select(role => Choice(role.ToString(), role.Words()))],
        [.. Enum.GetValues<DocumentKind>().Select(kind => Choice(kind.ToString(), DocumentNames.Of(kind)))],
        [.. Enum.GetValues<Phase>().Where(phase => phase != Phase.Ended && process.Elements.All(element => element.Lms.Phase != phase)).Select(phase => Choice(phase.ToString(), phase.Words()))],
        [.. Enum.GetValues<Gate>().Where(gate => !GateDocuments.Of(gate).IsEmpty && !process.Elements.Any(element => element.Lms is { Action: "passGate", Gate: { } passed } && passed == gate)).Select(gate => Choice(gate.ToString(), new($"{gate}: {gate.Words().Nb}", $"{gate}: {gate.Words().Nn}")))],
        [.. CaseVariables.All.Where(variable => variable.Type == FeelType.Boolean).Select(variable => Choice(variable.Name, Capital(variable.Meaning)))]);

    Choice Choice(string value, Words label) => new(value, me.Say(label));

    static Words Capital(Words words) => new(char.ToUpperInvariant(words.Nb[0]) + words.Nb[1..], char.ToUpperInvariant(words.Nn[0]) + words.Nn[1..]);
}
