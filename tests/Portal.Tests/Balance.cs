using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal.Tests;

/// <summary>Balances with something of everything.</summary>
static class Balance
{
    static readonly UnitId Lms = new(Guid.Parse("00000000-0000-0000-0000-0000000000a1"));

    public static ImmutableArray<CollaborationGap> Gaps { get; } = [.. Enumerable.Range(1, 8).Select(statement => new CollaborationGap(statement, 4.5m, statement == 1 ? 2.5m : 4.25m, statement == 1))];

    static ImmutableArray<ProposalFigures> Proposals { get; } =
        [new(ProposalKind.AgendaItem, new(new(3, 2, 1), new(4, 4, 0))), new(ProposalKind.InMeeting, new(new(9, 7, 1), new(0, 0, 0))), new(ProposalKind.TextChange, new(new(0, 0, 0), new(0, 0, 0))), new(ProposalKind.NextTime, new(new(1, 1, 0), new(1, 1, 0)))];

    static BothSides<ObjectionCount> Objections { get; } = new(new(0, 0, 0, 0, 0), new(2, 1, 0, 0, 0));

    public static BalanceView OfCase(CaseContext context, Viewer me) => new(CaseFrame.From(context, me), CaseBalance.Of(context.Case) with
    {
        Proposals = Proposals,
        Objections = Objections,
        Waits = [new(WaitKind.Text, Gate.G2, null, Side.Fag, new(2025, 9, 2), new(2025, 9, 6), 4), new(WaitKind.Proposal, null, 1, Side.Bruker, new(2025, 9, 2), null, null)],
        SignOffTimes = [new(Gate.G1, 1, new(2025, 9, 2), new(0, 1)), new(Gate.G2, 1, new(2025, 10, 2), new(5, null)), new(Gate.G2, 2, new(2025, 10, 9), new(2, 3))],
        Approved = [new(Gate.G1, new(2025, 9, 3), true), new(Gate.G3, new(2025, 12, 3), false)],
        Collaboration = new(new(2, 2), Gaps, null),
    }, Lms);

    public static UnitBalanceView OfUnit() => new(
        new(Lms, [new(Lms.ToString(), "LMS Fjordkysten"), new("", "Hele organisasjonen")], new(2025, 1, 1), new(2026, 12, 31), false),
        new(7, 2, new(2025, 1, 1), new(2026, 9, 30), new(
            Proposals, Objections, new(new(9, 30, 2.5m), new(null, null, null)), new(new(20, 40, 1), new(20, 61, 3)), 24, 3, 31, new(new(80, 70, 5, 80, 1), new(60, 51, 6, 58, 2)),
            new(new(12, 9), 1, Gaps, null))));
}
