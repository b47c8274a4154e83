using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>The pages of one case, in the order of its menu.</summary>
public enum CaseSection { Overview, Group, Documents, Meetings, Programme, Budget, Delivery, Evaluation, Decisions, Balance, Compliance, Map, History }

/// <summary>What stands at the top of every page of a case.</summary>
/// <param name="Mine">The roles the reader holds in the case today.</param>
public sealed record CaseFrame(CaseId Id, string Number, string Title, Phase Phase, Standing Standing, string? HoldReason, DateOnly? HoldUntil, long Version, ImmutableArray<Role> Mine, FourAnswers Answers)
{
    /// <summary>Where the case's pages begin; in a look back they stay in it.</summary>
    public string Path { get; init; } = PathOf(Id);

    public static string PathOf(CaseId id, Viewer me) => me.Past is { } past ? $"{PathOf(id)}/slik-den-var/{past.Slug}" : PathOf(id);

    /// <summary>Where programs read a list of the case, as it was when the page looks back.</summary>
    public string ListOf(string list, Viewer me) => $"/api/v1/cases/{Id}/{list}{(me.Past is { } past ? $"?at={past.Slug}" : "")}";

    public bool Am(Role role) => Mine.Contains(role);

    public static string PathOf(CaseId id) => $"/saker/{id}";

    public static CaseFrame From(CaseContext context, Viewer me)
    {
        var file = context.Case;
        return new(
            file.Id, file.Identity?.Number ?? "", me.Text(file.Identity?.Title), file.Phase, file.Standing,
            file.Hold is { } hold ? me.Text(hold.Reason) : null, file.Hold?.Until, file.Version,
            [.. Enum.GetValues<Role>().Where(role => CaseAccess.Holds(context.Actor, role, file, context.Today))], AnswersOf(context, me))
        { Path = PathOf(file.Id, me) };
    }

    static FourAnswers AnswersOf(CaseContext context, Viewer me)
    {
        var gate = context.NextGate();
        return CaseAnswers.From(context, me, gate, gate is { } next ? PhaseMachine.Unmet(context, next) : [], CaseView.TaskLines(context, me));
    }
}

/// <summary>Questions every page of a case asks of its context.</summary>
public static class CaseQuestions
{
    public static bool May(this CaseContext context, Act act) =>
        CaseAccess.Capacity(context.Actor, act, context.Case, context.Today) is not null;

    /// <summary>The gate the case stands before.</summary>
    public static Gate? NextGate(this CaseContext context) => context.Case.IsOpen ? PhaseMachine.GateOutOf(context.Case.Phase) : null;

    /// <summary>Names of a side's members in force today.</summary>
    public static IEnumerable<string> NamesOn(this CaseContext context, Side side, Viewer me) =>
        context.Case.Group.ActiveOn(context.Today).Where(member => member.Side == side).Select(member => me.NameOf(member.Person));
}
