using System.Collections.Frozen;

namespace LmsWorkflow.Api;

/// <summary>What sort of fact a request ends in when it is not refused, so that attempts are found by the same filter.</summary>
static class AttemptKinds
{
    public static HistoryKind Of(string request) => Kinds.GetValueOrDefault(request, HistoryKind.Case);

    static readonly FrozenDictionary<string, HistoryKind> Kinds = new (HistoryKind Kind, string[] Requests)[]
    {
        (HistoryKind.SignOff, ["ConfirmPaperSignOff", "FreezePackage", "GiveSignOff", "RegisterPaperSignOff", "RequestChange", "WithdrawSignOff"]),
        (HistoryKind.Document, ["CheckElement", "SaveDraft", "ApproveBudget", "ApproveExcess"]),
        (HistoryKind.Meeting, ["AddAgendaItem", "AddMinutesNote", "CallMeeting", "CancelMeeting", "CommentMinutes", "ConfirmMinutes", "ConfirmProposal", "ConsentShortNotice", "HoldMeeting", "PlanMeeting", "RejectProposal", "WriteMinutes"]),
        (HistoryKind.Objection, ["AgreeOnNewVersion", "AssessSafetyConcern", "DecideEscalation", "EscalateObjection", "RaiseObjection", "WithdrawObjection"]),
        (HistoryKind.Group, ["AcceptConfidentiality", "AcceptRoleClarification", "AppointMember", "EndAppointment", "OfferRoleClarification", "ReadCaseSummary", "WithdrawFromGroup"]),
        (HistoryKind.Delivery, ["AcceptAnnouncement", "AnnounceCourse", "ChangeProgramme", "ChooseRunOutcome", "ConfirmDayLog", "ConfirmReadiness", "ConsentToProgrammeChange", "DeliverCounts", "FinishCourse", "GiveWaitingPlace", "JoinWaitingList", "LeaveWaitingList", "MoveOnWaitingList", "PostponeForSafety", "RecordAttendance", "RegisterParticipants", "WriteDayLog", "CountParents", "OfferPostConversation", "RecordParentalConsent", "RecordPreConversation", "RegisterPoliceCertificate", "WithdrawFamily"]),
        (HistoryKind.Evaluation, ["AddChangeProposal", "AnswerCollaboration", "ChooseEvaluationForm", "CloseEvaluation", "DecideContinuation", "EnterPaperAnswers", "IssueAnswerCodes", "ModerateAnswer", "OpenEvaluation", "Recommend", "RecordLearningPoint", "WriteThemes", "TreatChange"]),
        (HistoryKind.Process, ["ConsentToMove", "ProposeMove", "RefuseMove", "MoveToVersion", "CompleteWorkItem", "RetryStuck", "FireDueTimer"]),
    }.SelectMany(some => some.Requests.Select(request => (some.Kind, request))).ToFrozenDictionary(one => one.request, one => one.Kind, StringComparer.Ordinal);
}
