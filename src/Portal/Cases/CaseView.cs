using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A step of the phase track.</summary>
public sealed record TrackStep(Phase Phase, bool Done, bool Now, string? Note);

/// <summary>An open task of the process.</summary>
/// <param name="Item">Set when a person completes it with a button; null when the work itself completes it.</param>
public sealed record TaskLine(Words Name, TaskRoles Roles, DateTimeOffset? Due, string Link, bool Mine, bool Overdue, int? Item)
{
    public Words Who => TaskRoleNames.Words(Roles);
}

/// <summary>Where the process cannot go on by itself.</summary>
public sealed record StuckPlace(int Item, Words Where, bool MayRetry);

/// <summary>What a task of the definition is about. The host reads it from the drawing.</summary>
/// <param name="Slug">The page of the case where the work is done, e.g. <c>/dokumenter/D08</c>.</param>
/// <param name="ByHand">Completed by a person's word, not by a condition.</param>
public sealed record TaskInfo(Words Name, string Slug, bool ByHand);

/// <summary>Tasks of the case's definition, by element id.</summary>
public sealed record TaskBook(IReadOnlyDictionary<string, TaskInfo> Tasks)
{
    public static TaskBook Empty { get; } = new(ImmutableDictionary<string, TaskInfo>.Empty);

    public TaskInfo Of(string element) => Tasks.GetValueOrDefault(element) ?? new(Words.Same(element.Replace('_', ' ')), "", false);
}

/// <summary>Something in a list on the overview, with a link.</summary>
public sealed record OverviewLine(string Text, string Link, Words? State, string Mark);

/// <summary>What happens now, whom we wait for, what the reader must do, what happens if nothing is done.</summary>
public sealed record FourAnswers(string Now, string Waiting, string Mine, string IfNothing);

/// <summary>Who reported the need, and whom there is contact with on one side (R1, R3).</summary>
/// <param name="Reporters">Categories in words; never who.</param>
public sealed record NeedCard(ImmutableArray<Words> Reporters, string RegisteredBy, DateOnly On, ImmutableArray<ContactLine> Contacts)
{
    public static NeedCard? From(CaseContext context, Viewer me) => NeedReport.Of(context.Case) is not { } report ? null : new(
        [.. report.Reporters.Select(GroupNames.Of)], me.NameOf(report.RegisteredBy), report.On,
        [.. context.Case.Contacts.All.OrderBy(contact => contact.Side == Side.Fag).Select(contact => new ContactLine(contact.Side, me.Text(contact.Who), contact.IsAttempt, contact.On))]);
}

/// <summary>A contact, or an attempt that gave no answer.</summary>
public sealed record ContactLine(Side Side, string Who, bool IsAttempt, DateOnly On);

/// <summary>Overview of one case.</summary>
public sealed record CaseView(
    CaseFrame Frame, ImmutableArray<TrackStep> Track, Gate? NextGate, ImmutableArray<Refusal> Missing, FourAnswers Answers,
    ImmutableArray<SealView> Seals, Gate? SealGate, ImmutableArray<TaskLine> Tasks, ImmutableArray<OverviewLine> Group, ImmutableArray<OverviewLine> Documents,
    ImmutableArray<OverviewLine> Meetings, ImmutableArray<OverviewLine> Objections, ImmutableArray<HistoryLine> Latest, bool MayPrepare, bool MayCoordinate, bool MayCancel, ImmutableArray<StuckPlace> Stuck)
{
    /// <summary>The version both sides are asked about moving to.</summary>
    public int? MoveTo { get; init; }

    /// <summary>Worth thinking about, never a block.</summary>
    public ImmutableArray<Refusal> Warnings { get; init; } = [];

    /// <summary>Null before the need is registered.</summary>
    public NeedCard? Need { get; init; }

    public static CaseView From(CaseContext context, Viewer me, TaskBook book, ImmutableArray<HistoryLine> latest)
    {
        var gate = context.NextGate();
        ImmutableArray<Refusal> missing = gate is { } next ? PhaseMachine.Unmet(context, next) : [];
        var tasks = TaskLines(context, me);
        var sealGate = gate is { } signed && !GateDocuments.Of(signed).IsEmpty ? gate : null;
        return new(
            CaseFrame.From(context, me), [.. Steps(context, me)], gate, missing, CaseAnswers.From(context, me, gate, missing, tasks),
            sealGate is { } shown ? SealView.Pair(context, shown, me) : [], sealGate, tasks,
            GroupLines(context, me), DocumentLines(context, me), MeetingLines(context, me), ObjectionLines(context, me), latest,
            context.May(Act.PrepareCase), context.May(Act.CoordinateCase), context.May(Act.CancelCase), StuckPlaces(context, book))
        {
            MoveTo = context.Case.Process?.Move is { RefusedBy: null } move ? move.To : null,
            Warnings = CaseWarnings.Of(context),
            Need = NeedCard.From(context, me),
        };
    }

    static IEnumerable<TrackStep> Steps(CaseContext context, Viewer me)
    {
        foreach (var phase in Enum.GetValues<Phase>())
        {
            if (phase == Phase.Ended) continue;
            var passing = context.Case.Passed((Gate)phase);
            yield return new(phase, context.Case.Phase > phase, context.Case.Phase == phase, passing is { } passed ? me.Date(passed.At) : null);
        }
    }

    public static ImmutableArray<TaskLine> TaskLines(CaseContext context, Viewer me)
    {
        if (context.Case.Process is not { } process || !context.Case.IsOpen) return [];
        return
        [
            .. process.UserTasks
                .Select(item => Line(context, me, item))
                .OrderByDescending(line => line.Mine).ThenBy(line => line.Due ?? DateTimeOffset.MaxValue),
        ];
    }

    static ImmutableArray<StuckPlace> StuckPlaces(CaseContext context, TaskBook book) =>
        [.. (context.Case.Process?.StuckItems ?? []).Select(item => new StuckPlace(item.Number, book.Of(item.ElementId).Name, context.May(Act.ResolveStuck)))];

    static TaskLine Line(CaseContext context, Viewer me, ProcessItem item)
    {
        var info = me.Book.Of(item.ElementId);
        var mine = TaskRoleNames.Roles(item.Roles).Any(role => CaseAccess.Holds(context.Actor, role, context.Case, context.Today));
        return new(info.Name, item.Roles, item.DueAt, CaseFrame.PathOf(context.Case.Id, me) + info.Slug, mine, item.DueAt < context.Now, info.ByHand ? item.Number : null);
    }

    static ImmutableArray<OverviewLine> GroupLines(CaseContext context, Viewer me) =>
    [
        .. context.Case.Group.ActiveOn(context.Today).OrderBy(member => member.Side == Side.Fag).Select(member => new OverviewLine(
            me.NameOf(member.Person), "/arbeidsgruppe", member.Side.Words(), "")),
    ];

    static ImmutableArray<OverviewLine> DocumentLines(CaseContext context, Viewer me) =>
    [
        .. context.Case.Documents.Files.Values.OrderByDescending(file => file.Latest.SavedAt).Take(6).Select(file => new OverviewLine(
            me.Say(DocumentNames.Of(file.Kind, context.Forms)), DocumentNames.Slug(file.Kind), DocumentNames.State(file.Latest, context.Case, me), DocumentNames.Mark(file.Latest, context.Case))),
    ];

    static ImmutableArray<OverviewLine> MeetingLines(CaseContext context, Viewer me) =>
    [
        .. context.Case.Meetings.All.Reverse().Take(4).Select(meeting => new OverviewLine(
            MeetingNames.Title(meeting, me), $"/moter/{meeting.Number}", MeetingNames.State(meeting), MeetingNames.Mark(meeting))),
    ];

    static ImmutableArray<OverviewLine> ObjectionLines(CaseContext context, Viewer me) =>
    [
        .. context.Case.Objections.All.Where(objection => objection.Blocks).Select(objection => new OverviewLine(
            me.Say($"Innsigelse {objection.Number} fra {me.NameOf(objection.By)}", $"Innseiing {objection.Number} frå {me.NameOf(objection.By)}"),
            $"/godkjenninger/{objection.Gate}", ObjectionNames.State(objection.Status), "mark--stop")),
    ];
}

/// <summary>Who a task is for, in words.</summary>
public static class TaskRoleNames
{
    public static IEnumerable<Role> Roles(TaskRoles roles)
    {
        if (roles.HasFlag(TaskRoles.Brukerrepresentant)) yield return Role.Brukerrepresentant;
        if (roles.HasFlag(TaskRoles.Fagperson)) yield return Role.Fagperson;
        if (roles.HasFlag(TaskRoles.Koordinator)) yield return Role.Koordinator;
        if (roles.HasFlag(TaskRoles.Leder)) yield return Role.Leder;
        if (roles.HasFlag(TaskRoles.Administrator)) yield return Role.Administrator;
    }

    public static Words Words(TaskRoles roles)
    {
        Words[] names = [.. Roles(roles).Select(role => role.Words())];
        return new(Join(names.Select(name => name.Nb), "og"), Join(names.Select(name => name.Nn), "og"));
    }

    public static string Join(IEnumerable<string> names, string and)
    {
        string[] all = [.. names];
        return all.Length switch
        {
            0 => "",
            1 => all[0],
            _ => $"{string.Join(", ", all[..^1])} {and} {all[^1]}",
        };
    }
}
