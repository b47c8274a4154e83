using System.Collections.Frozen;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>
/// Every kind of fact and the name it is stored under. Names are for ever: a line may be added, never changed or removed. A fact whose shape must
/// change gets a new name (<c>.v2</c>) and a new record; the old line stays, pointing to the old record, so that old events are read as they were meant.
/// </summary>
public static class EventNames
{
    static readonly (Type Type, string Name)[] Facts =
    [
        // people and units
        (typeof(UnitRegistered), "unit-registered.v1"),
        (typeof(PersonRegistered), "person-registered.v1"),
        (typeof(RoleGranted), "role-granted.v1"),
        (typeof(RoleRevoked), "role-revoked.v1"),

        // cases
        (typeof(ContactRecorded), "contact-recorded.v1"),
        (typeof(RetentionRuleChanged), "retention-rule-changed.v1"),
        (typeof(CaseKeptLonger), "case-kept-longer.v1"),
        (typeof(CasePutOnHold), "case-put-on-hold.v1"),
        (typeof(CaseResumed), "case-resumed.v1"),
        (typeof(CaseCancelled), "case-cancelled.v1"),
        (typeof(CaseClosed), "case-closed.v1"),
        (typeof(CaseAnchored), "case-anchored.v1"),
        (typeof(NeedRegistered), "need-registered.v1"),
        (typeof(CourseTemplateUsed), "course-template-used.v1"),
        (typeof(RerunBegun), "rerun-begun.v1"),
        (typeof(ChangeTreated), "change-treated.v1"),

        // children and families
        (typeof(PoliceCertificateSeen), "police-certificate-seen.v1"),
        (typeof(ParentalConsentRecorded), "parental-consent-recorded.v1"),
        (typeof(PreConversationHeld), "pre-conversation-held.v1"),
        (typeof(PostConversationOffered), "post-conversation-offered.v1"),
        (typeof(FamilyWithdrew), "family-withdrew.v1"),
        (typeof(ParentsCounted), "parents-counted.v1"),
        (typeof(ParentsFormChosen), "parents-form-chosen.v1"),

        // working group
        (typeof(MemberLeft), "member-left.v1"),
        (typeof(MemberAppointed), "member-appointed.v1"),
        (typeof(RoleClarificationOffered), "role-clarification-offered.v1"),
        (typeof(RoleClarificationAccepted), "role-clarification-accepted.v1"),
        (typeof(ConfidentialityAccepted), "confidentiality-accepted.v1"),
        (typeof(CaseSummaryRead), "case-summary-read.v1"),

        // documents
        (typeof(DraftSaved), "draft-saved.v1"),
        (typeof(ElementChecked), "element-checked.v1"),
        (typeof(AnnouncementAccepted), "announcement-accepted.v1"),

        // budget
        (typeof(BudgetApproved), "budget-approved.v1"),
        (typeof(ExcessApproved), "excess-approved.v1"),

        // sign-offs, and the companion streams of reads and attempts
        (typeof(PackageOpened), "package-opened.v1"),
        (typeof(DocumentOpened), "document-opened.v1"),
        (typeof(RoleClarificationOpened), "role-clarification-opened.v1"),
        (typeof(AttemptRefused), "attempt-refused.v1"),
        (typeof(DossierMade), "dossier-made.v1"),
        (typeof(ListTakenOut), "list-taken-out.v1"),
        (typeof(CaseHandedOver), "case-handed-over.v1"),
        (typeof(SignOffGiven), "sign-off-given.v1"),
        (typeof(PackageFrozen), "package-frozen.v1"),
        (typeof(PaperSignOffConfirmed), "paper-sign-off-confirmed.v1"),
        (typeof(SignOffWithdrawn), "sign-off-withdrawn.v1"),
        (typeof(ChangeRequested), "change-requested.v1"),
        (typeof(SignersReminded), "signers-reminded.v1"),

        // objections
        (typeof(ObjectionWithdrawn), "objection-withdrawn.v1"),
        (typeof(ObjectionAgreed), "objection-agreed.v1"),
        (typeof(ObjectionEscalated), "objection-escalated.v1"),
        (typeof(EscalationDecided), "escalation-decided.v1"),
        (typeof(SafetyConcernAssessed), "safety-concern-assessed.v1"),
        (typeof(ObjectionRaised), "objection-raised.v1"),

        // meetings
        (typeof(AgendaItemAdded), "agenda-item-added.v1"),
        (typeof(MeetingCalled), "meeting-called.v1"),
        (typeof(ShortNoticeConsented), "short-notice-consented.v1"),
        (typeof(MeetingCancelled), "meeting-cancelled.v1"),
        (typeof(MinutesConfirmed), "minutes-confirmed.v1"),
        (typeof(MinutesNoteAdded), "minutes-note-added.v1"),
        (typeof(MinutesCommented), "minutes-commented.v1"),
        (typeof(MeetingHeld), "meeting-held.v1"),
        (typeof(MeetingPlanned), "meeting-planned.v1"),
        (typeof(ProposalConfirmed), "proposal-confirmed.v1"),
        (typeof(ProposalRejected), "proposal-rejected.v1"),
        (typeof(MinutesWritten), "minutes-written.v1"),

        // the run
        (typeof(CourseAnnounced), "course-announced.v1"),
        (typeof(ProgrammeChangeProposed), "programme-change-proposed.v1"),
        (typeof(ProgrammeChangeConsented), "programme-change-consented.v1"),
        (typeof(ProgrammeChanged), "programme-changed.v1"),
        (typeof(DeviationLogged), "deviation-logged.v1"),
        (typeof(ReadinessConfirmed), "readiness-confirmed.v1"),
        (typeof(CourseFinished), "course-finished.v1"),
        (typeof(CountsDelivered), "counts-delivered.v1"),
        (typeof(AttendanceRecorded), "attendance-recorded.v1"),
        (typeof(ParticipantsRegistered), "participants-registered.v1"),
        (typeof(WaitingListJoined), "waiting-list-joined.v1"),
        (typeof(WaitingListReordered), "waiting-list-reordered.v1"),
        (typeof(WaitingPlaceGiven), "waiting-place-given.v1"),
        (typeof(WaitingListLeft), "waiting-list-left.v1"),
        (typeof(RunOutcomeChosen), "run-outcome-chosen.v1"),
        (typeof(RunDecided), "run-decided.v1"),
        (typeof(RunPostponedForSafety), "run-postponed-for-safety.v1"),
        (typeof(DayLogWritten), "day-log-written.v1"),
        (typeof(DayLogConfirmed), "day-log-confirmed.v1"),

        // evaluation
        (typeof(ChangeProposed), "change-proposed.v1"),
        (typeof(LearningPointRecorded), "learning-point-recorded.v1"),
        (typeof(ContinuationRecommended), "continuation-recommended.v1"),
        (typeof(CollaborationAnsweredOpenly), "collaboration-answered.v1"),
        (typeof(CollaborationAnswered), "collaboration-answered.v2"),
        (typeof(PaperAnswersEnteredOpenly), "paper-answers-entered.v1"),
        (typeof(PaperAnswersEntered), "paper-answers-entered.v2"),
        (typeof(EvaluationFormChosen), "evaluation-form-chosen.v1"),
        (typeof(EvaluationClosedOpenly), "evaluation-closed.v1"),
        (typeof(EvaluationClosed), "evaluation-closed.v2"),
        (typeof(AnswerModerated), "answer-moderated.v1"),
        (typeof(ThemesWritten), "themes-written.v1"),
        (typeof(EvaluationFiguresKept), "evaluation-figures-kept.v1"),
        (typeof(ContinuationDecided), "continuation-decided.v1"),
        (typeof(EvaluationOpened), "evaluation-opened.v1"),
        (typeof(AnswerCodesIssued), "answer-codes-issued.v1"),

        // tilbud, in streams of their own
        (typeof(TilbudRegistered), "tilbud-registered.v1"),
        (typeof(TilbudTakenUp), "tilbud-taken-up.v1"),
        (typeof(TilbudStatusChanged), "tilbud-status-changed.v1"),
        (typeof(TilbudVersionDrafted), "tilbud-version-drafted.v1"),

        // phases
        (typeof(GatePassed), "gate-passed.v1"),
        (typeof(GateReopened), "gate-reopened.v1"),

        // processes
        (typeof(ProcessStarted), "process-started.v1"),
        (typeof(ProcessMoved), "process-moved.v1"),
        (typeof(ProcessStuck), "process-stuck.v1"),
        (typeof(ProcessUnstuck), "process-unstuck.v1"),
        (typeof(ProcessDeadlinesMoved), "process-deadlines-moved.v1"),
        (typeof(ProcessMigrated), "process-migrated.v1"),
        (typeof(MoveProposed), "move-proposed.v1"),
        (typeof(MoveConsented), "move-consented.v1"),
        (typeof(MoveRefused), "move-refused.v1"),

        // process definitions, in streams of their own
        (typeof(DefinitionPublished), "definition-published.v1"),
        (typeof(DefinitionDraftSaved), "definition-draft-saved.v1"),
        (typeof(DefinitionDraftDiscarded), "definition-draft-discarded.v1"),
        (typeof(DefinitionProposed), "definition-proposed.v1"),
        (typeof(DefinitionConsentGiven), "definition-consent-given.v1"),
        (typeof(DefinitionConsentRefused), "definition-consent-refused.v1"),
        (typeof(DefinitionProposalWithdrawn), "definition-proposal-withdrawn.v1"),
        (typeof(ScenarioKept), "scenario-kept.v1"),
        (typeof(ScenarioRemoved), "scenario-removed.v1"),
        (typeof(CaseMoveBegun), "case-move-begun.v1"),
        (typeof(CasesMoved), "cases-moved.v1"),

        // the proof log's own stream
        (typeof(LogKeyIntroduced), "log-key-introduced.v1"),
        (typeof(LogKeyRetired), "log-key-retired.v1"),
        (typeof(WitnessAdmitted), "witness-admitted.v1"),
        (typeof(WitnessDismissed), "witness-dismissed.v1"),
        (typeof(RecordChecked), "record-checked.v1"),

        // erasures: decided in a stream of their own, told in a companion of each stream they touch
        (typeof(ErasureProposed), "erasure-proposed.v1"),
        (typeof(ErasureConfirmed), "erasure-confirmed.v1"),
        (typeof(ErasureDeclined), "erasure-declined.v1"),
        (typeof(ErasureWithdrawn), "erasure-withdrawn.v1"),
        (typeof(ErasureCleaned), "erasure-cleaned.v1"),
        (typeof(TextsErased), "texts-erased.v1"),
    ];

    /// <summary>Kinds of value that are one of several, and the name each is told by inside an event; as much for ever as the names of facts.</summary>
    internal static readonly FrozenDictionary<Type, (Type Type, string Name)[]> Variants = new Dictionary<Type, (Type, string)[]>
    {
        [typeof(DocumentContent)] = [(typeof(FormContent), "form"), (typeof(ProgrammeContent), "programme"), (typeof(BudgetContent), "budget")],
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<Type, string> Names = Facts.ToFrozenDictionary(f => f.Type, f => f.Name);
    static readonly FrozenDictionary<string, Type> Types = Facts.ToFrozenDictionary(f => f.Name, f => f.Type);

    /// <summary>All stored names with the fact each is read as.</summary>
    public static IReadOnlyDictionary<string, Type> All => Types;

    internal static string NameOf(Type fact) =>
        Names.TryGetValue(fact, out var name) ? name : throw new InvalidOperationException($"{fact.Name} has no stored name: add it to EventNames.");

    internal static Type TypeOf(string name) =>
        Types.TryGetValue(name, out var type) ? type : throw new InvalidOperationException($"The record holds '{name}', which this version does not know: it was written by a newer one.");
}
