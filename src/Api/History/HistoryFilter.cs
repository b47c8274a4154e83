using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Which of a case's records is asked: what happened, attempts that were refused, or what was opened and taken out.</summary>
public enum HistoryPart { Happened, Refused, Read }

/// <summary>What sort of fact, as people think of them.</summary>
public enum HistoryKind { SignOff, Document, Meeting, Objection, Group, Delivery, Evaluation, Process, Case }

/// <summary>What is asked of a case's history. Null: everything.</summary>
/// <param name="Text">Looked for in the sentence, in both written forms, and in the texts people wrote.</param>
public sealed record HistoryFilter(
    HistoryPart Part, PersonId? Person, Role? Capacity, Phase? Phase, DocumentKind? Document, HistoryKind? Kind, DateOnly? From, DateOnly? To, string? Text)
{
    /// <summary>From an address; null when a value is none of those it may be.</summary>
    public static HistoryFilter? Read(IQueryCollection query)
    {
        var asked = new AskedInAddress(query);
        var filter = new HistoryFilter(
            asked.Choice<HistoryPart>("part") ?? HistoryPart.Happened, asked.Person("person"), asked.Choice<Role>("capacity"), asked.Choice<Phase>("phase"), asked.Choice<DocumentKind>("document"),
            asked.Choice<HistoryKind>("kind"), asked.Day("from"), asked.Day("to"), asked.Text("q"));
        return asked.IsUnderstood ? filter : null;
    }

    /// <summary>The text is looked for in what people wrote too, not only in the sentences.</summary>
    public bool InTexts { get; init; } = true;

    public bool IsEverything => this == new HistoryFilter(Part, null, null, null, null, null, null, null, null);

    /// <summary>Whether the fact is one of those asked for; the sentences are worked out only when all else fits.</summary>
    public bool Takes(ToldFact told, CaseFile file, Func<Words?> sentence)
    {
        var (fact, stamp) = (told.Recorded.Fact, told.Recorded.Stamp);
        if (Person is { } person && stamp.Person != person || Capacity is { } role && stamp.Capacity != role) return false;
        var day = OsloTime.Date(stamp.At);
        if (From is { } from && day < from || To is { } to && day > to) return false;
        if (Kind is { } kind && KindOf(told.Recorded) != kind || Document is { } document && !HistoryDocuments.Of(fact, file).Contains(document)) return false;
        if (Phase is { } phase && PhaseAt(file, stamp.At) != phase) return false;
        return Text is null || FactText.Holds(InTexts ? told.Texts : [], sentence, Text);
    }

    static Phase PhaseAt(CaseFile file, DateTimeOffset at) => file.Passings
        .SelectMany(passing => passing.ReopenedAt is { } again ? new[] { (passing.At, PhaseMachine.Move(passing.Gate).To), (again, PhaseMachine.Move(passing.Gate).From) } : [(passing.At, PhaseMachine.Move(passing.Gate).To)])
        .Where(move => move.Item1 <= at).OrderBy(move => move.Item1).Select(move => (Phase?)move.Item2).LastOrDefault() ?? Domain.Phase.Forankring;

    /// <summary>An attempt is of the sort it would have been.</summary>
    static HistoryKind KindOf(RecordedFact recorded) => recorded.Fact is AttemptRefused attempt ? AttemptKinds.Of(attempt.Request) : KindOf(recorded.Name);

    /// <summary>By the stored name, so that a new fact falls somewhere without being forgotten.</summary>
    public static HistoryKind KindOf(string name) => Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix.Start, StringComparison.Ordinal)) is { Start: not null } found ? found.Kind : HistoryKind.Case;

    static readonly ImmutableArray<(string Start, HistoryKind Kind)> Prefixes =
    [
        .. new[] { "package-", "sign-off", "paper-sign-off", "change-requested", "signers-", "gate-" }.Select(start => (start, HistoryKind.SignOff)),
        .. new[] { "draft-", "document-", "element-", "budget-", "excess-" }.Select(start => (start, HistoryKind.Document)),
        .. new[] { "objection", "escalation", "safety-" }.Select(start => (start, HistoryKind.Objection)),
        .. new[] { "agenda-", "meeting-", "short-notice", "minutes-", "proposal-" }.Select(start => (start, HistoryKind.Meeting)),
        .. new[] { "member-", "role-clarification", "confidentiality-", "case-summary" }.Select(start => (start, HistoryKind.Group)),
        .. new[] { "course-announced", "course-finished", "programme-", "deviation-", "readiness-", "counts-", "attendance-", "participants-", "waiting-", "run-", "day-log", "announcement-", "police-", "parental-", "pre-conversation", "post-conversation", "family-", "parents-" }.Select(start => (start, HistoryKind.Delivery)),
        .. new[] { "change-", "learning-", "continuation-", "collaboration-", "paper-answers", "evaluation-", "answer-", "themes-" }.Select(start => (start, HistoryKind.Evaluation)),
        .. new[] { "process-", "move-" }.Select(start => (start, HistoryKind.Process)),
    ];
}
