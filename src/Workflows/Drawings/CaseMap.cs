using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

public enum StepState { Here, Stuck, Done, Interrupted, SentBack }

/// <summary>One step of a case on its map, with each time it was there.</summary>
/// <param name="Element">Null when the version the case follows now has no such step: it was done in an earlier one.</param>
public sealed record MapStep(string Id, ProcessElement? Element, StepState State, ImmutableArray<StepVisit> Visits)
{
    public DateTimeOffset From => Visits[0].From;

    /// <summary>Time spent here, all visits together, in whole and part days (24 hours).</summary>
    public double Days(DateTimeOffset now) => Visits.Sum(visit => ((visit.To ?? now) - visit.From).TotalDays);
}

/// <summary>Where a case is and has been, step by step in the order it came to them, and how to mark it on the drawing.</summary>
public sealed record CaseMap(ImmutableArray<MapStep> Steps)
{
    /// <param name="definition">The version the case follows, with what it calls drawn in.</param>
    public static CaseMap Of(ProcessDefinition definition, CaseFile file, CaseTrace trace)
    {
        var visits = trace.Visits.Concat(Gates(definition, file, trace));
        return new([.. visits.GroupBy(visit => visit.Element).Select(group => Step(definition, group.Key, [.. group])).OrderBy(step => step.From)]);
    }

    /// <summary>Marks for the drawing: steps, and the scopes around where the case is.</summary>
    public PictureMarks Marks(Picture picture, DateTimeOffset now)
    {
        var marks = new Dictionary<string, PictureMark>(StringComparer.Ordinal);
        foreach (var step in Steps.Where(step => step.Element is not null && step.State is not (StepState.Interrupted or StepState.SentBack)).OrderByDescending(step => step.State))
            if (picture.Seen(step.Element!) is { } seen) marks[seen] = Mark(step, now);
        foreach (var start in picture.Shapes.Where(shape => shape.Element is { Kind: ElementKind.StartEvent, Parent: null, Trigger: Trigger.None } && !Steps.IsEmpty))
            marks.TryAdd(start.Id, new(MarkKind.Done, new("ferdig", "ferdig")));
        return new(marks.ToImmutableDictionary());
    }

    /// <summary>The innermost part of the drawing that the case is in, when it is in one only.</summary>
    public string? Part(Picture picture)
    {
        var here = Steps.Where(step => step.State is StepState.Here or StepState.Stuck && step.Element is { } element && !element.Kind.IsScope()).Select(step => step.Element!).ToList();
        var parts = picture.Parts.Where(part => here.Any(element => Scopes(element).Contains(part.Id))).Select(part => part.Id).ToList();
        return parts is [var only] ? only : null;
    }

    static IEnumerable<string> Scopes(ProcessElement element)
    {
        for (var scope = element.Parent; scope is not null; scope = scope.Parent) yield return scope.Id;
    }

    static MapStep Step(ProcessDefinition definition, string id, ImmutableArray<StepVisit> visits)
    {
        var state = visits.Any(visit => visit.End == VisitEnd.Open && !visit.Stuck.IsDefaultOrEmpty) ? StepState.Stuck
            : visits.Any(visit => visit.End == VisitEnd.Open) ? StepState.Here
            : visits[^1].End switch { VisitEnd.Interrupted => StepState.Interrupted, VisitEnd.SentBack => StepState.SentBack, _ => StepState.Done };
        return new(id, definition[id], state, visits);
    }

    /// <summary>A gate waits for nothing in the process itself, so its passing is the visit. One that was opened again is no longer done.</summary>
    static IEnumerable<StepVisit> Gates(ProcessDefinition definition, CaseFile file, CaseTrace trace)
    {
        foreach (var (passed, stamp) in trace.Passed)
            if (definition.Elements.FirstOrDefault(element => Meaning.IsGate(element) && element.Lms.Gate == passed) is { } gate)
                yield return new(0, gate.Id, definition.Version, ItemKind.StuckAction, TaskRoles.None, stamp.At, stamp.At, file.Passed(passed) is null ? VisitEnd.Interrupted : VisitEnd.Done, stamp.Person, null, []);
    }

    static PictureMark Mark(MapStep step, DateTimeOffset now)
    {
        var days = Words(step.Days(now));
        var scope = step.Element!.Kind.IsScope();
        var pill = scope || Meaning.IsGate(step.Element) ? null : Pill(step.Days(now));
        return step.State switch
        {
            StepState.Stuck => new(MarkKind.Stuck, new($"har stoppet her, {days.Nb}", $"har stoppa her, {days.Nn}"), pill),
            StepState.Here => new(MarkKind.Here, new($"her er saken nå, {days.Nb}", $"her er saka no, {days.Nn}"), pill),
            _ when Meaning.IsGate(step.Element) => new(MarkKind.Done, new("passert", "passert")),
            _ => new(MarkKind.Done, new($"ferdig, tok {days.Nb}", $"ferdig, tok {days.Nn}"), pill),
        };
    }

    static string Pill(double days) => days < 1 ? "<1 d" : $"{(int)Math.Round(days)} d";

    public static Words Words(double days) => (int)Math.Round(days) switch
    {
        _ when days < 1 => new("under én dag", "under éin dag"),
        1 => new("1 dag", "1 dag"),
        var whole => new($"{whole} dager", $"{whole} dagar"),
    };
}
