using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>How long one role usually takes at a step.</summary>
/// <param name="Finished">Times it was waited for and came.</param>
/// <param name="MedianDays">Days of 24 hours; null while it tells of fewer than <see cref="StepTime.Fewest"/> cases.</param>
public sealed record RoleTime(Role Role, int Finished, double? MedianDays);

/// <summary>One step of a version across all cases that have followed it.</summary>
/// <param name="Here">How many cases stand there now.</param>
/// <param name="Roles">Split by whom it waits for. At a sign-off each side until it signed; elsewhere those the step is open to, together.</param>
public sealed record StepTime(ProcessElement Element, int Here, int Finished, double? MedianDays, ImmutableArray<RoleTime> Roles)
{
    /// <summary>A median of fewer cases would tell of single persons.</summary>
    public const int Fewest = 3;

    /// <summary>Tasks for people, in the order of the file. Work that was interrupted says nothing of how long it takes, and is left out.</summary>
    public static ImmutableArray<StepTime> Of(ProcessDefinition definition, IEnumerable<CaseTrace> cases)
    {
        var visits = cases.SelectMany(trace => trace.Visits.Where(visit => visit.Kind == ItemKind.UserTask && visit.Version == definition.Version).Select(visit => new Seen(trace, visit)))
            .ToLookup(seen => seen.Visit.Element);
        return [.. definition.Elements.Where(element => element.Kind is ElementKind.UserTask or ElementKind.ManualTask or ElementKind.Task).Select(element => Of(element, [.. visits[element.Id]]))];
    }

    static StepTime Of(ProcessElement element, IReadOnlyList<Seen> seen)
    {
        var done = seen.Where(one => one.Visit.End == VisitEnd.Done).Select(one => new Waited(one.Case.Id, one.Visit.To!.Value - one.Visit.From)).ToList();
        var roles = Enum.GetValues<Role>().Select(role => Of(role, Waits(element, role, seen))).Where(time => time.Finished > 0);
        return new(element, seen.Count(one => one.Visit.End == VisitEnd.Open), done.Count, Median(done), [.. roles]);
    }

    static RoleTime Of(Role role, List<Waited> waits) => new(role, waits.Count, Median(waits));

    static List<Waited> Waits(ProcessElement element, Role role, IReadOnlyList<Seen> seen) => role switch
    {
        Role.Fagperson or Role.Brukerrepresentant when Meaning.IsSignOff(element) && element.Lms.Gate is { } gate =>
            [.. seen.Select(one => UntilSigned(one, gate, role == Role.Fagperson ? Side.Fag : Side.Bruker)).OfType<Waited>()],
        _ => [.. seen.Where(one => one.Visit.End == VisitEnd.Done && TaskRoleNames.Each(one.Visit.Roles).Contains(role)).Select(one => new Waited(one.Case.Id, one.Visit.To!.Value - one.Visit.From))],
    };

    static Waited? UntilSigned(Seen one, Gate gate, Side side)
    {
        foreach (var signed in one.Case.SignOffs)
            if (signed.Gate == gate && signed.Side == side && signed.At >= one.Visit.From && (one.Visit.To is not { } to || signed.At <= to)) return new(one.Case.Id, signed.At - one.Visit.From);
        return null;
    }

    static double? Median(List<Waited> waits)
    {
        if (waits.Select(wait => wait.Case).Distinct().Count() < Fewest) return null;
        var sorted = waits.Select(wait => wait.Time.TotalDays).Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    sealed record Seen(CaseTrace Case, StepVisit Visit);

    sealed record Waited(CaseId Case, TimeSpan Time);
}
