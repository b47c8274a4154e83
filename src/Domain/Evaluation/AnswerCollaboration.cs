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
/// <param name="FagMean">Null, as the other, when figures are suppressed (docs/decisions/small-numbers.md).</param>
/// <param name="IsFlagged">One whole step or more makes an improvement task (R134), also when the figures are suppressed.</param>
public sealed record CollaborationGap(int Statement, decimal? FagMean, decimal? BrukerMean, bool IsFlagged)
{
    /// <summary>The mean of fewer answers on a side is one person's own rating.</summary>
    public const int FewestOnASide = 2;

    public decimal? Gap => FagMean - BrukerMean;

    public bool IsSuppressed => Gap is null;

    /// <summary>Empty until both sides have answered.</summary>
    public static ImmutableArray<CollaborationGap> Of(Evaluation evaluation)
    {
        ImmutableArray<CollaborationAnswer> fag = [.. evaluation.Collaboration.Where(answer => answer.Side == Side.Fag)];
        ImmutableArray<CollaborationAnswer> bruker = [.. evaluation.Collaboration.Where(answer => answer.Side == Side.Bruker)];
        return fag.IsEmpty || bruker.IsEmpty ? [] : [.. Enumerable.Range(1, CollaborationStatements.All.Length).Select(statement => Of(statement, fag, bruker))];
    }

    /// <summary>Both means or neither: from one of them and the flag the other could be guessed.</summary>
    static CollaborationGap Of(int statement, ImmutableArray<CollaborationAnswer> fag, ImmutableArray<CollaborationAnswer> bruker)
    {
        var (fagMean, brukerMean) = (Mean(fag, statement), Mean(bruker, statement));
        var isFlagged = Math.Abs(fagMean - brukerMean) >= 1.0m;
        return Math.Min(fag.Length, bruker.Length) < FewestOnASide ? new(statement, null, null, isFlagged) : new(statement, fagMean, brukerMean, isFlagged);
    }

    static decimal Mean(ImmutableArray<CollaborationAnswer> answers, int statement) => answers.Average(answer => (decimal)answer.Ratings[statement - 1]);
}

public sealed record RatingsIncomplete() : Refusal(new Words(
    "Svar på alle de åtte påstandene, fra 1 til 5.", "Svar på alle dei åtte påstandane, frå 1 til 5."));

public sealed record AlreadyAnswered() : Refusal(new Words(
    "Du har allerede svart på samarbeidsevalueringen.", "Du har alt svart på samarbeidsevalueringa."));
