using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>The row of a case in the list of cases.</summary>
static class CaseRows
{
    public static CaseRow Of(CaseFile file)
    {
        var identity = file.Identity!;
        return new(
            file.Id, identity.Number, identity.Title.Commitment, identity.LmsUnit, identity.Owners, identity.Koordinator, file.Phase, file.Standing, file.Version,
            WaitingFor(file), file.Process?.NextDue, file.ChangedAt,
            [.. file.Group.Members.Where(member => member.LeftAt is null).Select(member => member.Person).Distinct()]);
    }

    /// <summary>The code of an open task for this role.</summary>
    public static string Task(Role role) => $"task:{role}";

    /// <summary>Codes: what is stuck, which sides have not signed, and the roles with open tasks.</summary>
    static ImmutableArray<string> WaitingFor(CaseFile file)
    {
        if (file.Standing is Standing.Cancelled or Standing.Closed) return [];
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        if (file.Standing == Standing.OnHold) codes.Add("hold");
        if (file.Objections.HasOpen) codes.Add("objection");
        if (PhaseMachine.GateOutOf(file.Phase) is { } gate && file.SignOffs.Current(gate) is not null)
            foreach (var side in Enum.GetValues<Side>())
                if (!file.SignOffs.HasSigned(side, gate)) codes.Add($"signoff:{side}");
        foreach (var item in file.Process?.UserTasks ?? [])
            foreach (var role in TaskRoleNames.Each(item.Roles)) codes.Add(Task(role));
        return [.. codes];
    }
}
