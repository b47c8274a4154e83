using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;

namespace LmsWorkflow.Api;

/// <summary>One figure of a balance, by side; what belongs to no side stands in <paramref name="Both"/>.</summary>
sealed record BalanceLine(Words About, Words Figure, Cell Bruker, Cell Fag, Cell? Both = null);

/// <summary>The participation balance as it is taken out: the figures of the page, with the same ones withheld.</summary>
static class BalanceSheets
{
    static readonly Words Title = new("Medvirkningsbalanse", "Medverknadsbalanse");

    public static Sheet<BalanceLine> Sheet { get; } = new(
        "medvirkningsbalanse", Title,
        new("Hva det gjelder", "Kva det gjeld", (line, me) => me.Say(line.About)),
        new("Tall", "Tal", (line, me) => me.Say(line.Figure)),
        new("Brukersiden", "Brukarsida", (line, _) => line.Bruker),
        new("Fagsiden", "Fagsida", (line, _) => line.Fag),
        new("Felles", "Felles", (line, _) => line.Both ?? Cell.Empty))
    { Filters = ["unit", "from", "to", "at"] };

    public static FilledSheet Of(CaseBalance balance) => Sheet.With(
    [
        .. Counts(balance.Proposals, balance.Objections),
        .. Days(BothSides.Of(side => Figures(balance.WaitedFor(side))), BothSides.Of(side => Figures(balance.SignOffDays(side)))),
        .. Talks(balance.Approved.Length, balance.Approved.Count(text => !text.IsTalkedAbout)), .. Meetings(balance.MeetingsHeld, balance.Attendance),
        .. Collaboration(balance.Collaboration.Answers, balance.Collaboration.Gaps),
    ]);

    public static FilledSheet Of(UnitBalance balance) => Sheet.With(
    [
        new(new("Saker", "Saker"), new("Med i tallene", "Med i tala"), Cell.Empty, Cell.Empty, balance.Cases), new(new("Saker", "Saker"), new("Ikke med ennå", "Ikkje med enno"), Cell.Empty, Cell.Empty, balance.NotCounted),
        .. balance.Figures is not { } figures ? [] : Counts(figures.Proposals, figures.Objections)
            .Concat(Days(figures.WaitedFor, figures.SignOffDays)).Concat(Talks(figures.Approved, figures.NotTalkedAbout)).Concat(Meetings(figures.MeetingsHeld, figures.Attendance))
            .Concat(Collaboration(figures.Collaboration.Answers, figures.Collaboration.Gaps)),
    ]);

    static DayFigures Figures(DaySpread spread) => new(spread.Times, spread.Total, spread.Median);

    static IEnumerable<BalanceLine> Counts(ImmutableArray<ProposalFigures> proposals, BothSides<ObjectionCount> objections)
    {
        foreach (var (kind, count) in proposals)
        {
            yield return new(BalanceWords.Of(kind), new("Foreslått", "Føreslått"), count.Bruker.Raised, count.Fag.Raised);
            yield return new(BalanceWords.Of(kind), new("Ført videre", "Ført vidare"), count.Bruker.Survived, count.Fag.Survived);
            yield return new(BalanceWords.Of(kind), new("Ikke ført videre", "Ikkje ført vidare"), count.Bruker.Fell, count.Fag.Fell);
        }

        BalanceLine Line(Words figure, Func<ObjectionCount, int> of) => new(new("Innsigelser", "Innseiingar"), figure, of(objections.Bruker), of(objections.Fag));
        yield return Line(new("Meldt", "Melde"), count => count.Raised);
        yield return Line(new("Enige om ny tekst", "Samde om ny tekst"), count => count.Agreed);
        yield return Line(new("Trukket", "Trekte"), count => count.Withdrawn);
        yield return Line(new("Videre med dissens", "Vidare med dissens"), count => count.Dissent);
        yield return Line(new("Leder stoppet saken", "Leiar stoppa saka"), count => count.Stopped);
    }

    static IEnumerable<BalanceLine> Days(BothSides<DayFigures> waitedFor, BothSides<DayFigures> signOff)
    {
        IEnumerable<BalanceLine> Lines(Words about, DayFigures bruker, DayFigures fag) =>
        [
            new(about, new("Ganger", "Gonger"), bruker.Times, fag.Times), new(about, new("Dager i alt", "Dagar i alt"), bruker.Total, fag.Total),
            new(about, new("Dager, midterst", "Dagar, midtarst"), bruker.Median, fag.Median),
        ];
        return Lines(new("Siden ventet på den andre", "Sida venta på den andre"), waitedFor.Fag, waitedFor.Bruker)
            .Concat(Lines(new("Den andre ventet på siden", "Den andre venta på sida"), waitedFor.Bruker, waitedFor.Fag)).Concat(Lines(new("Fra lagt frem til godkjent", "Frå lagd fram til godkjend"), signOff.Bruker, signOff.Fag));
    }

    static IEnumerable<BalanceLine> Talks(int approved, int without) =>
    [
        new(new("Godkjenning", "Godkjenning"), new("Tekster begge har godkjent", "Tekstar begge har godkjent"), Cell.Empty, Cell.Empty, approved),
        new(new("Godkjenning", "Godkjenning"), new("Uten registrert drøfting", "Utan registrert drøfting"), Cell.Empty, Cell.Empty, without),
    ];

    static IEnumerable<BalanceLine> Meetings(int held, BothSides<AttendanceCount> attendance)
    {
        var about = new Words("Møter", "Møte");
        BalanceLine Line(Words figure, Func<AttendanceCount, int> of) => new(about, figure, of(attendance.Bruker), of(attendance.Fag));
        return
        [
            new(about, new("Holdt", "Haldne"), Cell.Empty, Cell.Empty, held), Line(new("Plasser", "Plassar"), count => count.Expected), Line(new("Møtte", "Møtte"), count => count.Met),
            Line(new("Hadde meldt forfall", "Hadde meldt forfall"), count => count.Excused), Line(new("Innkalt i tide", "Innkalla i tide"), count => count.InTime), Line(new("Møter uten noen fra siden", "Møte utan nokon frå sida"), count => count.MeetingsWithout),
        ];
    }

    static IEnumerable<BalanceLine> Collaboration(BothSides<int> answers, ImmutableArray<CollaborationGap> gaps)
    {
        var about = new Words("Samarbeidet", "Samarbeidet");
        return gaps.Select(gap => new BalanceLine(about, CollaborationStatements.All[gap.Statement - 1], Rounded(gap.BrukerMean), Rounded(gap.FagMean))).Prepend(new(about, new("Svar", "Svar"), answers.Bruker, answers.Fag));
    }

    static decimal? Rounded(decimal? mean) => mean is { } known ? Math.Round(known, 2, MidpointRounding.AwayFromZero) : null;
}
