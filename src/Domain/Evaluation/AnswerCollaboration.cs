using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Samarbeidsevaluering (D23): every member answers once (R133).</summary>
/// <param name="Ratings">Eight statements, 1 (helt uenig) to 5 (helt enig).</param>
public sealed record AnswerCollaboration(ImmutableArray<int> Ratings, WrittenText? Differently = null) : CaseRequest
{
    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.ActorsMembership is null ? new NotAMember() : null,
            context.Case.Delivery.Standing != RunStanding.Finished ? new CourseNotFinished() : null,
            ReportIsFrozen.Check(context.Case),
            Ratings.IsDefault || Ratings.Length != CollaborationStatements.All.Length || Ratings.Any(rating => rating is < 1 or > 5) ? new RatingsIncomplete() : null,
            context.Case.Evaluation.Collaboration.Any(answer => answer.Person == context.Actor.Person) ? new AlreadyAnswered() : null,
            Require.Clean(Differently, "differently"),
        ],
        () =>
        [
            new CollaborationAnswered(context.Actor.Person!.Value, context.ActorsMembership!.Side, Ratings,
                Differently is { IsBlank: false } text ? text.Seal("D23.annerledes") : null),
        ]);
}

public sealed record CollaborationAnswered(PersonId Person, Side Side, ImmutableArray<int> Ratings, SealedText? Differently) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Evaluation = file.Evaluation with { Collaboration = file.Evaluation.Collaboration.Add(new(Person, Side, Ratings, Differently, stamp.At)) },
    };
}

/// <summary>The eight statements (domain notes §6.3).</summary>
public static class CollaborationStatements
{
    public static ImmutableArray<Words> All { get; } =
    [
        new("Jeg fikk all informasjon samtidig som de andre.", "Eg fekk all informasjon samtidig som dei andre."),
        new("Vi utforsket brukerrepresentantenes erfaringer grundig.", "Vi utforska erfaringane til brukarrepresentantane grundig."),
        new("Fagkunnskap og erfaringskunnskap telte like mye.", "Fagkunnskap og erfaringskunnskap talde like mykje."),
        new("Jeg kunne foreslå saker og ble hørt.", "Eg kunne foreslå saker og blei høyrd."),
        new("Beslutningene tok vi sammen.", "Avgjerdene tok vi saman."),
        new("Rollen min var tydelig.", "Rolla mi var tydeleg."),
        new("Oppgavene var rimelig fordelt.", "Oppgåvene var rimeleg fordelte."),
        new("Honorar, reise og praktiske forhold fungerte.", "Honorar, reise og praktiske forhold fungerte."),
    ];

    public static Words Differently { get; } = new("Hva bør vi gjøre annerledes i samarbeidet?", "Kva bør vi gjere annleis i samarbeidet?");
}

/// <summary>Samarbeidsgap of one statement: mean of fagpersoner minus mean of brukerrepresentanter (domain notes §6.3).</summary>
/// <param name="Statement">1–8.</param>
public sealed record CollaborationGap(int Statement, decimal FagMean, decimal BrukerMean)
{
    public decimal Gap => FagMean - BrukerMean;

    /// <summary>One whole step or more makes an improvement task (R134).</summary>
    public bool IsFlagged => Math.Abs(Gap) >= 1.0m;

    /// <summary>Empty until both sides have answered.</summary>
    public static ImmutableArray<CollaborationGap> Of(Evaluation evaluation) =>
        evaluation.CollaborationAnsweredBy(Side.Fag) && evaluation.CollaborationAnsweredBy(Side.Bruker)
            ? [.. Enumerable.Range(0, CollaborationStatements.All.Length).Select(at => new CollaborationGap(at + 1, Mean(evaluation, Side.Fag, at), Mean(evaluation, Side.Bruker, at)))]
            : [];

    static decimal Mean(Evaluation evaluation, Side side, int statement) =>
        evaluation.Collaboration.Where(answer => answer.Side == side).Average(answer => (decimal)answer.Ratings[statement]);
}

public sealed record RatingsIncomplete() : Refusal(new Words(
    "Svar på alle de åtte påstandene, fra 1 til 5.", "Svar på alle dei åtte påstandane, frå 1 til 5."));

public sealed record AlreadyAnswered() : Refusal(new Words(
    "Du har allerede svart på samarbeidsevalueringen.", "Du har alt svart på samarbeidsevalueringa."));
