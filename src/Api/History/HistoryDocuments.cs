using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>Which documents a fact is about: the one it writes, or those of the text that was approved, sent back or objected to.</summary>
static class HistoryDocuments
{
    public static ImmutableArray<DocumentKind> Of(Fact fact, CaseFile file) => fact switch
    {
        DraftSaved saved => [saved.Kind],
        DocumentOpened opened => [opened.Kind],
        PackageFrozen frozen => [.. frozen.Documents.Select(document => document.Kind)],
        _ => OfText(fact, file) is { Length: > 0 } text ? text : OfAct(fact),
    };

    static ImmutableArray<DocumentKind> OfText(Fact fact, CaseFile file) => fact switch
    {
        SignOffGiven given => OfPackage(file, given.Gate, given.Package),
        SignOffWithdrawn withdrawn => OfPackage(file, withdrawn.Gate, withdrawn.Package),
        PaperSignOffConfirmed confirmed => OfPackage(file, confirmed.Gate, confirmed.Package),
        ChangeRequested asked => OfPackage(file, asked.Gate, asked.Package),
        SignersReminded reminded => OfPackage(file, reminded.Gate, reminded.Package),
        PackageOpened opened => OfPackage(file, opened.Gate, opened.Package),
        GatePassed { Package: { } package } passed => OfPackage(file, passed.Gate, package),
        ObjectionRaised raised => OfPackage(file, raised.Gate, raised.Package),
        ObjectionWithdrawn withdrawn => OfObjection(file, withdrawn.Number),
        ObjectionEscalated escalated => OfObjection(file, escalated.Number),
        ObjectionAgreed agreed => OfObjection(file, agreed.Number),
        EscalationDecided decided => OfObjection(file, decided.Number),
        SafetyConcernAssessed assessed => OfObjection(file, assessed.Number),
        _ => [],
    };

    static ImmutableArray<DocumentKind> OfAct(Fact fact) => fact switch
    {
        NeedRegistered => [DocumentKind.D01],
        CaseAnchored => [DocumentKind.D03],
        MemberAppointed => [DocumentKind.D05],
        RoleClarificationOffered or RoleClarificationAccepted or RoleClarificationOpened => [DocumentKind.D06],
        ConfidentialityAccepted => [DocumentKind.D07],
        MeetingCalled => [DocumentKind.D09],
        MinutesWritten or MinutesConfirmed or MinutesCommented or MinutesNoteAdded => [DocumentKind.D10],
        ElementChecked => [DocumentKind.D12],
        ProgrammeChangeProposed or ProgrammeChangeConsented or ProgrammeChanged => [DocumentKind.D13],
        BudgetApproved or ExcessApproved => [DocumentKind.D14],
        AnnouncementAccepted or CourseAnnounced => [DocumentKind.D16],
        ReadinessConfirmed => [DocumentKind.D18],
        AttendanceRecorded => [DocumentKind.D19],
        DayLogWritten or DayLogConfirmed => [DocumentKind.D20],
        EvaluationOpened or AnswerCodesIssued or PaperAnswersEntered or PaperAnswersEnteredOpenly or EvaluationClosed or EvaluationClosedOpenly or AnswerModerated or ThemesWritten => [DocumentKind.D22],
        CollaborationAnswered or CollaborationAnsweredOpenly => [DocumentKind.D23],
        ContinuationDecided => [DocumentKind.D25],
        _ => [],
    };

    static ImmutableArray<DocumentKind> OfObjection(CaseFile file, int number) => file.Objections.Numbered(number) is { } objection ? OfPackage(file, objection.Gate, objection.Package) : [];

    static ImmutableArray<DocumentKind> OfPackage(CaseFile file, Gate gate, int number) =>
        [.. file.SignOffs.Packages.Where(package => package.Gate == gate && package.Number == number).SelectMany(package => package.Documents.Select(document => document.Kind))];
}
