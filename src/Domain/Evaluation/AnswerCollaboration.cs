using System.Collections.Immutable;
using System.Globalization;

namespace LmsWorkflow.Domain;

/// <summary>Samarbeidsevaluering (D23): every member answers once (R133).</summary>
/// <param name="Ratings">Eight statements, 1 (helt uenig) to 5 (helt enig).</param>
public sealed record AnswerCollaboration(ImmutableArray<int> Ratings, WrittenText? Differently = null) : CaseRequest
{
    string? salt;

    public override Act Act => Act.ActAsMember;

    public override AnswerCollaboration Salted(Func<string> fresh) => this with { salt = fresh() };

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
            new CollaborationAnswered(context.Actor.Person!.Value, context.ActorsMembership!.Side, SealedRatings.Seal(Ratings, salt ?? throw new InvalidOperationException("nothing is sealed without salt")),
                Differently is { IsBlank: false } text ? text.Seal("D23.annerledes") : null),
        ]);
}

/// <param name="Ratings">See <see cref="SealedRatings"/>: how one person rated lies apart, and can be erased.</param>
public sealed record CollaborationAnswered(PersonId Person, Side Side, SealedText Ratings, SealedText? Differently) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file.With(new CollaborationAnswer(Person, Side, SealedRatings.Open(Ratings), Differently, stamp.At) { Sealed = Ratings });
}

/// <summary>As answers were stored before ratings lay apart: never made any more, and its bytes never leave the house (docs/decisions/sealed-answers.md).</summary>
public sealed record CollaborationAnsweredOpenly(PersonId Person, Side Side, ImmutableArray<int> Ratings, SealedText? Differently) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file.With(new CollaborationAnswer(Person, Side, Ratings, Differently, stamp.At));
}

static class CollaborationAnswers
{
    public static CaseFile With(this CaseFile file, CollaborationAnswer answer) => file with { Evaluation = file.Evaluation with { Collaboration = file.Evaluation.Collaboration.Add(answer) } };
}

/// <summary>A member's eight ratings as one text that lies apart.</summary>
public static class SealedRatings
{
    public const string Field = "D23.avkryssing";

    public static SealedText Seal(ImmutableArray<int> ratings, string salt) => SealedText.Seal(Field, string.Join(' ', ratings.Select(rating => rating.ToString(CultureInfo.InvariantCulture))), salt);

    /// <summary>Empty when they are not there: erased, or held back from a dossier.</summary>
    public static ImmutableArray<int> Open(SealedText ratings)
    {
        ImmutableArray<int> read = [.. (ratings.Value ?? "").Split(' ').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var rating) ? rating : 0)];
        return read.Length == CollaborationStatements.All.Length && read.All(rating => rating is >= 1 and <= 5) ? read : [];
    }
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

    /// <summary>
    /// Empty until both sides have answered, and when any answer's ratings are erased, unless the figures were kept: from the averages before and after the erased ones could be worked out.
    /// </summary>
    public static ImmutableArray<CollaborationGap> Of(Evaluation evaluation)
    {
        if (evaluation.Kept?.Ratings is { } kept) return kept.Gaps();
        if (evaluation.HasErasedRatings) return [];
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
