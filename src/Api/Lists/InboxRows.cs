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

    public static ImmutableArray<InboxRow> Of(CaseFile file, PeopleDirectory directory)
    {
        if (file.Standing != Standing.Open || file.Process is not { } process) return [];
        var rows = ImmutableArray.CreateBuilder<InboxRow>();
        foreach (var item in process.UserTasks)
            foreach (var (person, role) in WhoMay(file, item.Roles, directory))
                rows.Add(new(file.Id, item.Number, person, item.ElementId, "task", role.ToString(), item.DueAt, item.OpenedAt));
        if (process.Move is { IsOpen: true } move) rows.AddRange(Answers(file, move));
        return rows.ToImmutable();
    }

    /// <summary>Those who may still answer for their side whether the case may be moved. No task of the drawing, so it has number 0.</summary>
    static IEnumerable<InboxRow> Answers(CaseFile file, MoveProposal move) =>
        from side in Enum.GetValues<Side>()
        where move.Of(side) is null
        from person in Members(file, side)
        where person != move.By
        select new InboxRow(file.Id, 0, person, "", MoveKind, side.Role().ToString(), null, move.At);

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
