using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>An element or sequence flow of a drawing, and what people call it.</summary>
public sealed record PlaceView(string Id, Words Name);

/// <summary>How much of a drawing scenarios have been through, in the order of the file.</summary>
public sealed record Coverage(
    ImmutableArray<PlaceView> Elements, ImmutableArray<PlaceView> Flows, ImmutableArray<PlaceView> ElementsNotCovered, ImmutableArray<PlaceView> FlowsNotCovered)
{
    public int AllElements => Elements.Length + ElementsNotCovered.Length;

    public int AllFlows => Flows.Length + FlowsNotCovered.Length;

    /// <summary>What any of the trails has been through.</summary>
    public static Coverage Of(ProcessDefinition process, IReadOnlyCollection<Trail> trails)
    {
        var elements = process.Elements.ToLookup(element => trails.Any(trail => trail.Has(element)), element => new PlaceView(element.Id, NameOf(element)));
        var flows = process.Elements.SelectMany(element => element.Outgoing).ToLookup(flow => trails.Any(trail => trail.Has(flow)), flow => new PlaceView(flow.Id, NameOf(flow)));
        return new([.. elements[true]], [.. flows[true]], [.. elements[false]], [.. flows[false]]);
    }

    /// <summary>«Minn om godkjenning» i «G2»: the same step may be drawn at several gates.</summary>
    internal static Words NameOf(ProcessElement element) => Within(Called(element), element);

    static Words NameOf(SequenceFlow flow)
    {
        var (from, to) = (Called(flow.Source), Called(flow.Target));
        var named = flow.Name.Nb.Length > 0 ? new Words($"«{flow.Name.Nb}», ", $"«{flow.Name.Nn}», ") : Words.Same("");
        return Within(new($"{named.Nb}fra {from.Nb} til {to.Nb}", $"{named.Nn}frå {from.Nn} til {to.Nn}"), flow.Source);
    }

    static Words Within(Words name, ProcessElement element) => element.Parent is { Name.Nb.Length: > 0 } scope ? new($"{name.Nb} i «{scope.Name.Nb}»", $"{name.Nn} i «{scope.Name.Nn}»") : name;

    /// <summary>Without a name, what kind of thing it is.</summary>
    static Words Called(ProcessElement element) =>
        element.Name.Nb.Length > 0 ? new($"«{element.Name.Nb}»", $"«{element.Name.Nn}»") : Before(element) is { } before ? new($"{Kind(element).Nb} etter {before.Nb}", $"{Kind(element).Nn} etter {before.Nn}")
        : new($"{Kind(element).Nb} {element.Id}", $"{Kind(element).Nn} {element.Id}");

    /// <summary>What leads to it, where that has names.</summary>
    static Words? Before(ProcessElement element)
    {
        var named = element.Incoming.Select(flow => flow.Source.Name).Where(name => name.Nb.Length > 0).Distinct().ToList();
        return named.Count == 0 ? null : new(string.Join(" og ", named.Select(name => $"«{name.Nb}»")), string.Join(" og ", named.Select(name => $"«{name.Nn}»")));
    }

    static Words Kind(ProcessElement element) => element.Kind switch
    {
        ElementKind.StartEvent => Words.Same("starten"),
        ElementKind.EndEvent => Words.Same("slutten"),
        ElementKind.BoundaryEvent when element.Trigger == Trigger.Timer => Words.Same("fristen"),
        _ when element.Kind.IsEvent() => new("hendelsen", "hendinga"),
        _ when element.Kind.IsGateway() => new("veivalget", "vegvalet"),
        _ => Words.Same("steget"),
    };
}
