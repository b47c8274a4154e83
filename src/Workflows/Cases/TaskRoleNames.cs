using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

public static class TaskRoleNames
{
    static readonly (TaskRoles Flag, Role Role)[] Pairs =
    [
        (TaskRoles.Koordinator, Role.Koordinator), (TaskRoles.Fagperson, Role.Fagperson), (TaskRoles.Brukerrepresentant, Role.Brukerrepresentant),
        (TaskRoles.Leder, Role.Leder), (TaskRoles.Administrator, Role.Administrator),
    ];

    /// <summary>The roles a task is open to.</summary>
    public static IEnumerable<Role> Each(TaskRoles roles) => Pairs.Where(pair => roles.HasFlag(pair.Flag)).Select(pair => pair.Role);
}
