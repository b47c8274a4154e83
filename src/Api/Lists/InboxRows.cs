using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What each person must do in a case: its open tasks, once for everybody who may do them.</summary>
static class InboxRows
{
    /// <summary>Kind of the row that asks a side of the case about a move.</summary>
    public const string MoveKind = "move";

    /// <summary>Kind of the row that asks a brukerrepresentant to accept a short notice of a meeting (R39).</summary>
    public const string NoticeKind = "notice";

    /// <summary>Somebody has a task here by a role in the directory, so that who has it changes without any fact of the case.</summary>
    public static bool FollowTheDirectory(CaseFile file) =>
        file.Standing == Standing.Open && file.Process is { } process && process.UserTasks.Any(item => (item.Roles & (TaskRoles.Leder | TaskRoles.Administrator)) != 0);

    public static ImmutableArray<InboxRow> Of(CaseFile file, PeopleDirectory directory, Settings settings)
    {
        if (file.Standing != Standing.Open || file.Process is not { } process) return [];
        var rows = ImmutableArray.CreateBuilder<InboxRow>();
        foreach (var item in process.UserTasks)
            foreach (var (person, role) in WhoMay(file, item.Roles, directory))
                rows.Add(new(file.Id, item.Number, person, item.ElementId, "task", role.ToString(), item.DueAt, item.OpenedAt));
        if (process.Move is { IsOpen: true } move) rows.AddRange(Answers(file, move));
        rows.AddRange(file.Meetings.All.SelectMany(meeting => Consents(file, meeting, settings)));
        return rows.ToImmutable();
    }

    /// <summary>Those who may still answer for their side whether the case may be moved. No task of the drawing, so it has number 0.</summary>
    static IEnumerable<InboxRow> Answers(CaseFile file, MoveProposal move) =>
        from side in Enum.GetValues<Side>()
        where move.Of(side) is null
        from person in Members(file, side)
        where person != move.By
        select new InboxRow(file.Id, 0, person, "", MoveKind, side.Role().ToString(), null, move.At);

    /// <summary>No task of the drawing either: numbered by the meeting, below zero. The answer is of no use after the meeting has begun.</summary>
    static IEnumerable<InboxRow> Consents(CaseFile file, Meeting meeting, Settings settings) =>
        from person in MeetingRules.AskedToConsent(file, meeting, settings)
        select new InboxRow(file.Id, -meeting.Number, person, "", NoticeKind, Side.Bruker.Role().ToString(), meeting.Start, meeting.Noticed[person]);

    /// <summary>Each person once, in the first of the task's roles they have.</summary>
    static IEnumerable<(PersonId Person, Role Role)> WhoMay(CaseFile file, TaskRoles roles, PeopleDirectory directory) =>
        TaskRoleNames.Each(roles).SelectMany(role => Holders(file, role, directory).Select(person => (person, role))).DistinctBy(entry => entry.person);

    static IEnumerable<PersonId> Holders(CaseFile file, Role role, PeopleDirectory directory) => role switch
    {
        Role.Fagperson => Members(file, Side.Fag),
        Role.Brukerrepresentant => Members(file, Side.Bruker),
        Role.Koordinator => [file.Identity!.Koordinator],
        Role.Leder => Granted(directory, grant => grant.Role == Role.Leder && file.Identity!.Owners.Any(owner => grant.Unit is null || grant.Unit == owner)),
        _ => Granted(directory, grant => grant.Role == role),
    };

    static IEnumerable<PersonId> Members(CaseFile file, Side side) =>
        file.Group.ActiveOn(CaseLists.Today(file)).Where(member => member.Side == side).Select(member => member.Person);

    static IEnumerable<PersonId> Granted(PeopleDirectory directory, Func<Grant, bool> which) =>
        directory.People.Values.Where(person => person.Grants.Any(which)).Select(person => person.Id).OrderBy(person => person.Value);
}
