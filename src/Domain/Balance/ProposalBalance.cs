using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>The ways a side can propose something. What the koordinator proposes belongs to no side and is not counted.</summary>
public enum ProposalKind
{
    /// <summary>An item a member put on a meeting's agenda (R40). Survived: the minutes treat it. Fell: they do not, or the meeting was cancelled.</summary>
    AgendaItem,

    /// <summary>A proposal the minutes give with its side (R44). Survived: its item ended in a decision that holds. Fell: no decision was made, or the missing side said no (R42).</summary>
    InMeeting,

    /// <summary>A change asked for in a frozen text. Survived: another text was frozen for the same gate afterwards. Fell: the next frozen text is the same.</summary>
    TextChange,

    /// <summary>A change for the next time (R136). Survived: both sides have signed the report it stands in (G4).</summary>
    NextTime,
}

/// <param name="Raised">Count. What was raised and neither survived nor fell is not decided yet; in a case that has ended it fell.</param>
public sealed record ProposalCount(int Raised, int Survived, int Fell)
{
    public int Open => Raised - Survived - Fell;

    public ProposalCount Plus(ProposalCount other) => new(Raised + other.Raised, Survived + other.Survived, Fell + other.Fell);
}

/// <summary>Proposals of one kind, by side.</summary>
public sealed record ProposalFigures(ProposalKind Kind, BothSides<ProposalCount> Count)
{
    public bool IsEmpty => Count.Fag.Raised + Count.Bruker.Raised == 0;

    /// <summary>One for each kind, in the order of the kinds.</summary>
    public static ImmutableArray<ProposalFigures> Of(CaseFile file) => [.. Enum.GetValues<ProposalKind>().Select(kind => Of(file, kind))];

    static ProposalFigures Of(CaseFile file, ProposalKind kind)
    {
        ImmutableArray<(Side? Side, bool? Survived)> fates = [.. Fates(file, kind)];
        return new(kind, BothSides.Of(side => Counted(fates.Where(fate => fate.Side == side), file.EndedAt is not null)));
    }

    static ProposalCount Counted(IEnumerable<(Side? Side, bool? Survived)> fates, bool isOver)
    {
        ImmutableArray<bool?> all = [.. fates.Select(fate => isOver ? fate.Survived ?? false : fate.Survived)];
        return new(all.Length, all.Count(survived => survived == true), all.Count(survived => survived == false));
    }

    /// <summary>Null while it is not decided.</summary>
    static IEnumerable<(Side? Side, bool? Survived)> Fates(CaseFile file, ProposalKind kind) => kind switch
    {
        ProposalKind.AgendaItem => file.Meetings.All.SelectMany(meeting => meeting.Agenda.Where(item => item.Topic is null).Select(item => (item.Side, Treated(meeting, item)))),
        ProposalKind.InMeeting => file.Meetings.All.SelectMany(meeting => (meeting.Record?.Items ?? []).SelectMany(item => item.Proposals.Select(proposal => ((Side?)proposal.Side, Decided(meeting.DecisionOn(item.Item)))))),
        ProposalKind.TextChange => file.SignOffs.Wishes.Select(wish => ((Side?)wish.Side, Changed(file.SignOffs, wish))),
        _ => file.Evaluation.Changes.Select(change => (change.Side, file.Passed(Gate.G4) is null ? null : (bool?)true)),
    };

    static bool? Treated(Meeting meeting, AgendaItem item) =>
        meeting.Standing == MeetingStanding.Cancelled ? false : meeting.Record is not { } minutes ? null : minutes.Items.Any(treated => treated.Item == item.Number);

    static bool? Decided(MeetingDecision? decision) => decision?.Standing switch
    {
        null or DecisionStanding.Rejected => false,
        DecisionStanding.Proposed => null,
        _ => true,
    };

    static bool? Changed(SignOffs signOffs, ChangeWish wish)
    {
        var before = signOffs.Packages.FirstOrDefault(package => package.Gate == wish.Gate && package.Number == wish.Package);
        var after = signOffs.Packages.FirstOrDefault(package => package.Gate == wish.Gate && package.Number > wish.Package);
        return after is null ? null : after.Hash != before?.Hash;
    }
}
