using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>One gathering as the announced programme has it.</summary>
/// <param name="TeachingMinutes">R59.</param>
/// <param name="ExperienceItems">Items delivered by somebody with own experience (R54).</param>
public sealed record PlannedSamling(int Number, DateOnly Date, int TeachingMinutes, int ExperienceItems);

/// <summary>What the run needs of the approved programme (D13): its samlinger and its course leaders (R65). Pinned when the course is announced.</summary>
/// <param name="ProgrammeVersion">Version of D13 both sides had signed.</param>
public sealed record CoursePlan(int ProgrammeVersion, ImmutableArray<PlannedSamling> Samlinger, ImmutableArray<PersonId> Leaders)
{
    public PlannedSamling? Numbered(int number) => number >= 1 && number <= Samlinger.Length ? Samlinger[number - 1] : null;

    public bool IsLeader(PersonId? person) => person is { } id && Leaders.Contains(id);

    /// <summary>The plan in the current programme, or null when there is none that can be run.</summary>
    public static CoursePlan? Of(CaseFile file) =>
        file.Documents.Latest(DocumentKind.D13) is { Content: ProgrammeContent programme } version && programme.Samlinger.All(samling => samling.Date is not null)
            ? new(version.Number, [.. programme.Samlinger.Select(Planned)], [.. programme.Leaders.Select(leader => leader.Member).OfType<PersonId>().Distinct()])
            : null;

    static PlannedSamling Planned(Samling samling) =>
        new(samling.Number, samling.Date!.Value, SamlingFigures.Of(samling).TeachingMinutes, samling.Items.Count(item => item.Type == ProgrammeItemType.Erfaring));
}
