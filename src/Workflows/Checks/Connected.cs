using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Everything can be reached from where it begins, and leads to where it ends; no flow goes in or out where BPMN allows none (BPMN 2.0.2 §8.4.13).</summary>
static class Connected
{
    public static Check Check { get; } = new("connected", CheckedDrawings.All, Look) { BeforeRunning = true };

    static void Look(CheckedProcess process, Reporter report)
    {
        foreach (var element in process.Elements) NoFlowWhereNoneMayBe(element, report);
        foreach (var scope in process.Scopes)
        {
            if (scope?.Kind == ElementKind.AdHocSubProcess) continue;
            List<ProcessElement> inside = [.. process.Inside(scope)];
            NothingUnreached(process, inside, report);
            if (!CanBeCutShort(scope, inside)) NothingThatNeverEnds(process, inside, report);
        }
    }

    static void NoFlowWhereNoneMayBe(ProcessElement element, Reporter report)
    {
        if (!element.Incoming.IsEmpty && !TakesIncoming(element))
            report.Wrong(Place.Of(element), new($"Ingen flyt kan gå inn i {element.Nb()}.", $"Ingen flyt kan gå inn i {element.Nn()}."),
                new(MendOperation.RemoveFlow, element.Incoming[0].Id));
        if (!element.Outgoing.IsEmpty && !GivesOutgoing(element))
            report.Wrong(Place.Of(element), new($"Ingen flyt kan gå ut av {element.Nb()}.", $"Ingen flyt kan gå ut av {element.Nn()}."),
                new(MendOperation.RemoveFlow, element.Outgoing[0].Id));
    }

    static void NothingUnreached(CheckedProcess process, List<ProcessElement> inside, Reporter report)
    {
        var reached = CheckedProcess.Reach(inside.Where(BeginsByItself), process.AfterOrBeside);
        foreach (var element in inside.Where(element => element.Incoming.IsEmpty).Concat(inside))
        {
            if (reached.Contains(element)) continue;
            report.Refuse(Place.Of(element), element.Incoming.IsEmpty
                ? new($"Ingen flyt fører til {element.Nb()}, så det blir aldri gjort. Før en flyt dit, eller ta det bort.", $"Ingen flyt fører til {element.Nn()}, så det blir aldri gjort. Før ein flyt dit, eller ta det bort.")
                : new($"{element.Nb()} kan ikke nås fra starten, så det blir aldri gjort. Før en vei dit, eller ta det bort.", $"{element.Nn()} kan ikkje nåast frå starten, så det blir aldri gjort. Før ein veg dit, eller ta det bort."),
                new(MendOperation.RemoveElement, element.Id));
            reached.UnionWith(CheckedProcess.Reach([element], process.AfterOrBeside, reached.Contains));
        }
    }

    static void NothingThatNeverEnds(CheckedProcess process, List<ProcessElement> inside, Reporter report)
    {
        var before = inside.SelectMany(element => process.AfterOrBeside(element).Select(next => (next, element))).ToLookup(pair => pair.next, pair => pair.element);
        var ends = CheckedProcess.Reach(inside.Where(EndsByItself), element => before[element]);
        foreach (var element in inside.Where(element => element.Outgoing.IsEmpty).Concat(inside))
        {
            if (ends.Contains(element)) continue;
            report.Refuse(Place.Of(element), element.Outgoing.IsEmpty
                ? new($"Ingen flyt går ut av {element.Nb()}. Før den til en slutthendelse.", $"Ingen flyt går ut av {element.Nn()}. Før han til ei slutthending.")
                : new($"Fra {element.Nb()} fører ingen vei til en slutthendelse. Tegn veien videre.", $"Frå {element.Nn()} fører ingen veg til ei slutthending. Teikn vegen vidare."),
                new(MendOperation.AddEnd, element.Id));
            ends.UnionWith(CheckedProcess.Reach([element], at => process.AfterOrBeside(at).Concat(before[at]), ends.Contains));
        }
    }

    /// <summary>A round that never ends is no fault where something else ends it.</summary>
    static bool CanBeCutShort(ProcessElement? scope, List<ProcessElement> inside) =>
        (scope is not null && scope.Boundaries.Any(boundary => boundary.Interrupts))
        || inside.Exists(element => element is { Kind: ElementKind.EndEvent, Trigger: Trigger.Terminate or Trigger.Error or Trigger.Cancel })
        || inside.Exists(element => element is { Kind: ElementKind.EventSubProcess, Start.Interrupts: true });

    static bool TakesIncoming(ProcessElement element) =>
        element.Kind is not (ElementKind.StartEvent or ElementKind.BoundaryEvent or ElementKind.EventSubProcess) && !Stands(element) && !IsLink(element, ElementKind.CatchEvent);

    static bool GivesOutgoing(ProcessElement element) =>
        element.Kind is not (ElementKind.EndEvent or ElementKind.EventSubProcess) && !Stands(element) && !IsLink(element, ElementKind.ThrowEvent);

    static bool BeginsByItself(ProcessElement element) =>
        element.Kind is ElementKind.StartEvent or ElementKind.EventSubProcess || element.Instantiates || Stands(element);

    static bool EndsByItself(ProcessElement element) =>
        element.Kind is ElementKind.EndEvent or ElementKind.EventSubProcess || Stands(element)
        || element is { Kind: ElementKind.BoundaryEvent, Trigger: Trigger.Compensation };

    /// <summary>What undoes something stands beside the flow; an association leads to it.</summary>
    static bool Stands(ProcessElement element) => element.IsForCompensation;

    static bool IsLink(ProcessElement element, ElementKind kind) => element.Kind == kind && element.Trigger == Trigger.Link;
}
