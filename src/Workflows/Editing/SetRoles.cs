using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Says who may do a task.</summary>
public sealed record SetRoles(string Step, ImmutableArray<Role> Roles) : DrawingEdit
{
    /// <summary>Those a task can be given to, in the order they are written.</summary>
    public static ImmutableArray<Role> Choices { get; } = [Role.Fagperson, Role.Brukerrepresentant, Role.Koordinator, Role.Leder, Role.Administrator];

    internal override string At => Step;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Node(Step) is null) return new NotInTheDrawing("step");
        if (drawing.Task(Step) is not { } task) return new IsNoTask();
        if (Roles.IsDefaultOrEmpty || !Roles.All(Choices.Contains)) return new SomebodyMustDoIt();
        drawing.SetLms(task, "role", Written(Roles));
        return null;
    }

    internal static string Written(IEnumerable<Role> roles) => string.Join(' ', Choices.Intersect(roles).Select(role => role.ToString().ToLowerInvariant()));
}
