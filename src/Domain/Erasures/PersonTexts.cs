using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// The texts that go with a person: what is written about her, and what she wrote in her own name. What the group wrote together, and what a decision rests on, is documentation of the case and stays
/// (<see cref="Stays"/>); so does the pseudonymous id that says the same person signed (arkivlova, R82). A text a document both sides signed holds is asked for once more when it is proposed.
/// </summary>
public static class PersonTexts
{
    public static ImmutableArray<SealedText> Of(Fact fact, Stamp stamp, PersonId person) => About(fact) == person || Author(fact, stamp) == person ? Texts(fact) : [];

    /// <summary>Whom the texts are about.</summary>
    static PersonId? About(Fact fact) => fact switch
    {
        PersonRegistered registered => registered.Person,
        RoleClarificationOffered offered => offered.Person,
        MemberAppointed appointed => appointed.Person,
        _ => null,
    };

    /// <summary>Who wrote them, as one of the group and not for an office.</summary>
    static PersonId? Author(Fact fact, Stamp stamp) => fact switch
    {
        CollaborationAnswered answered => answered.Person,
        CollaborationAnsweredOpenly answered => answered.Person,
        MinutesCommented commented => commented.Person,
        MinutesNoteAdded noted => noted.Person,
        AgendaItemAdded added => added.Person,
        ProposalRejected rejected => rejected.Person,
        ChangeRequested requested => requested.Person,
        ChangeProposed proposed => proposed.Person,
        ContinuationRecommended recommended => recommended.Person,
        ProgrammeChangeProposed proposed => proposed.Person,
        ObjectionRaised raised => raised.Person,
        MoveRefused or DefinitionConsentRefused => stamp.Person,
        _ => null,
    };

    static ImmutableArray<SealedText> Texts(Fact fact) => fact switch
    {
        PersonRegistered registered => [registered.Name],
        RoleClarificationOffered offered => There(offered.Task, offered.NotTask, offered.TimeUse, offered.Support, offered.Terms),
        MemberAppointed appointed => There(appointed.ChannelReason),
        CollaborationAnswered answered => There(answered.Ratings, answered.Differently),
        CollaborationAnsweredOpenly answered => There(answered.Differently),
        MinutesCommented commented => There(commented.Text),
        MinutesNoteAdded noted => There(noted.Text),
        AgendaItemAdded added => There(added.Text),
        ProposalRejected rejected => There(rejected.Reason),
        ChangeRequested requested => There(requested.Reason),
        ChangeProposed proposed => There(proposed.What),
        ContinuationRecommended recommended => There(recommended.Reason),
        ProgrammeChangeProposed proposed => There(proposed.What, proposed.Reason),
        ObjectionRaised raised => There(raised.Reason, raised.Alternative, raised.SafetyRisk, raised.SafeAlternative),
        MoveRefused refused => There(refused.Reason),
        DefinitionConsentRefused refused => There(refused.Reason),
        _ => [],
    };

    /// <summary>Facts whose texts are nobody's own. Each can be proposed erased for itself.</summary>
    public static ImmutableHashSet<Type> Stays { get; } =
    [
        // what the case is, and what was decided for an office, with its reason
        typeof(NeedRegistered), typeof(CaseAnchored), typeof(RerunBegun), typeof(TilbudRegistered), typeof(CasePutOnHold), typeof(CaseCancelled), typeof(EscalationDecided), typeof(ContinuationDecided),
        typeof(RunPostponedForSafety), typeof(WaitingListReordered), typeof(CaseKeptLonger), typeof(RetentionRuleChanged), typeof(ErasureProposed), typeof(ErasureDeclined),
        typeof(DefinitionDraftSaved), typeof(DefinitionProposed), typeof(DefinitionPublished),
        // what the group wrote together: who saved it last is not who wrote it
        typeof(DraftSaved), typeof(MinutesWritten), typeof(MeetingPlanned), typeof(MeetingCancelled), typeof(DayLogWritten), typeof(ThemesWritten), typeof(LearningPointRecorded), typeof(ChangeTreated),
        // about people the record does not know who are
        typeof(ContactRecorded), typeof(EvaluationClosed), typeof(EvaluationClosedOpenly), typeof(PaperAnswersEntered), typeof(PaperAnswersEnteredOpenly), typeof(AnswerModerated), typeof(EvaluationFiguresKept),
    ];

    static ImmutableArray<SealedText> There(params ReadOnlySpan<SealedText?> texts)
    {
        var there = ImmutableArray.CreateBuilder<SealedText>();
        foreach (var text in texts)
            if (text is not null) there.Add(text);
        return there.ToImmutable();
    }
}
