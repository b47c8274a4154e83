using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class UnitBalanceTests
{
    static readonly UnitId Other = new(Guid.Parse("00000000-0000-0000-0000-0000000000a3"));
    static readonly DateOnly First = new(2025, 1, 1), Last = new(2026, 12, 31), Today = new(2027, 1, 1);

    static PersonId Person(int number) => new(new Guid(number, 0, 0, new byte[8]));

    /// <summary>Case number n, ended in its month, with two of its own people on each side.</summary>
    static EndedCase Ended(int n, DateOnly on, ImmutableArray<int>? fag = null, ImmutableArray<int>? bruker = null, UnitId? owner = null, ImmutableArray<PersonId>? people = null)
    {
        var evaluation = Evaluation.Empty with
        {
            Collaboration =
            [
                .. (fag ?? []).Select((rating, at) => Answer(Person(1000 * n + at), Side.Fag, rating)), .. (bruker ?? []).Select((rating, at) => Answer(Person(1000 * n + 100 + at), Side.Bruker, rating)),
            ],
        };
        var file = WithGroup().Balance() with { Collaboration = CollaborationFigures.Of(evaluation, false), Attendance = new(new(2, 2, 0, 2, 0), new(2, 1, 0, 2, 0)), MeetingsHeld = 1 };
        ImmutableArray<int> Sums(ImmutableArray<int>? ratings) => [.. Enumerable.Repeat((ratings ?? []).Sum(), 8)];
        return new(Lms, [owner ?? Nevrologisk], on, new(people ?? [Person(10 * n), Person(10 * n + 1)], people ?? [Person(10 * n + 2), Person(10 * n + 3)]), file, new(Sums(fag), Sums(bruker)));
    }

    static CollaborationAnswer Answer(PersonId person, Side side, int rating) => new(person, side, [.. Enumerable.Repeat(rating, 8)], null, Start);

    static UnitBalance Of(IEnumerable<EndedCase> cases, DateOnly? from = null, DateOnly? to = null, DateOnly? today = null) => UnitBalance.Of([.. cases], from ?? First, to ?? Last, today ?? Today);

    [Fact]
    public void R125_Fewer_than_five_cases_are_not_added_up()
    {
        var balance = Of(Enumerable.Range(1, 4).Select(n => Ended(n, new(2026, 2, n))));

        (balance.Figures, balance.Cases, balance.NotCounted).Should().Be((null, 0, 4));
    }

    [Fact]
    public void Five_cases_in_a_quarter_that_is_over_are_added_up_by_side()
    {
        var balance = Of(Enumerable.Range(1, 5).Select(n => Ended(n, new(2026, 2, n))));

        (balance.Cases, balance.NotCounted, balance.CountedFrom, balance.CountedTo).Should().Be((5, 0, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)));
        balance.Figures!.Attendance.Should().Be(new BothSides<AttendanceCount>(new(10, 10, 0, 10, 0), new(10, 5, 0, 10, 0)));
    }

    [Fact]
    public void A_quarter_that_is_not_over_waits_for_a_case_more_would_tell_of_that_case() =>
        Of(Enumerable.Range(1, 5).Select(n => Ended(n, new(2026, 2, n))), today: new(2026, 3, 31)).Figures.Should().BeNull();

    [Fact]
    public void Quarters_with_few_cases_are_counted_together_with_the_next()
    {
        ImmutableArray<EndedCase> cases = [.. Enumerable.Range(1, 6).Select(n => Ended(n, new(2025, 2 * n, 5)))];

        Of(cases, new(2025, 4, 1)).Cases.Should().Be(0, "the first quarter's case belongs to the same lot and lies outside");
        var balance = Of(cases);
        (balance.Cases, balance.NotCounted, balance.CountedFrom, balance.CountedTo).Should().Be((6, 0, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)));
    }

    [Fact]
    public void The_same_few_people_in_many_cases_are_few() =>
        Of(Enumerable.Range(1, 9).Select(n => Ended(n, new(2026, 2, n), people: [Person(1), Person(2), Person(3), Person(4)]))).Figures.Should().BeNull();

    [Fact]
    public void A_case_that_ended_before_both_sides_were_appointed_is_not_counted() =>
        Of([.. Enumerable.Range(1, 4).Select(n => Ended(n, new(2026, 2, n))), Ended(5, new(2026, 2, 5)) with { People = new([Person(1)], []) }]).Should().Match<UnitBalance>(balance => balance.Figures == null && balance.NotCounted == 4);

    [Fact]
    public void Asking_one_owner_and_then_the_whole_centre_never_leaves_few_cases_between()
    {
        ImmutableArray<EndedCase> cases = [.. Enumerable.Range(1, 6).Select(n => Ended(n, new(2026, 2, n))), Ended(7, new(2026, 2, 7), owner: Other)];

        Of(cases).Cases.Should().Be(6, "the seventh is alone with its owners");
        Of(cases.Where(one => one.Owners.Contains(Nevrologisk))).Cases.Should().Be(6);
    }

    [Fact]
    public void R125_Example_four_cases_that_show_their_averages_and_a_fifth_that_does_not_the_fifth_is_left_out_of_the_sum()
    {
        // 4 cases with averages of their own (2+2 answers each) and one with a single answer from the user side, 1: the unit's sum minus the four would be it
        ImmutableArray<EndedCase> cases = [.. Enumerable.Range(1, 4).Select(n => Ended(n, new(2026, 2, n), [4, 4], [3, 5])), Ended(5, new(2026, 2, 5), [4, 4], [1])];

        var together = Of(cases).Figures!.Collaboration;

        (together.Answers, together.CasesLeftOut).Should().Be((new BothSides<int>(8, 8), 1));
        together.Gaps[0].Should().Be(new CollaborationGap(1, 4m, 4m, false), "the one who answered 1 is not in it");
    }

    [Fact]
    public void R125_Cases_that_show_nothing_of_their_own_count_when_they_are_five_on_each_side_together()
    {
        ImmutableArray<EndedCase> cases = [.. Enumerable.Range(1, 5).Select(n => Ended(n, new(2026, 2, n), [4, 4], [n]))];

        var together = Of(cases).Figures!.Collaboration;

        (together.Answers, together.CasesLeftOut, together.Withheld).Should().Be((new BothSides<int>(10, 5), 0, null));
        together.Gaps[7].Should().Be(new CollaborationGap(8, 4m, 3m, true));
    }

    [Fact]
    public void A_case_where_ratings_are_erased_is_left_out_of_the_sum_and_counted_as_left_out()
    {
        ImmutableArray<EndedCase> cases = [.. Enumerable.Range(1, 5).Select(n => Ended(n, new(2026, 2, n), [4, 4], [3, 5])), Ended(6, new(2026, 2, 6), [1, 1, 1, 1, 1], [1, 1, 1, 1, 1])];
        cases = cases.SetItem(5, Erased(cases[5], Withheld.Erased));

        var together = Of(cases).Figures!.Collaboration;

        (together.Answers, together.CasesLeftOut).Should().Be((new BothSides<int>(10, 10), 1));
        together.Gaps[0].Should().Be(new CollaborationGap(1, 4m, 4m, false));
    }

    [Theory]
    [InlineData(Withheld.Erased)]
    [InlineData(Withheld.TooFewOnASide)]
    public void When_one_case_that_shows_nothing_of_its_own_loses_its_ratings_none_of_those_that_counted_with_it_count(Withheld why)
    {
        // 6 cases with one from the user side in each: the sum of six minus the sum of five is what one person answered
        ImmutableArray<EndedCase> cases = [.. Enumerable.Range(1, 6).Select(n => Ended(n, new(2026, 2, n), [4, 4], [n % 5 + 1])), .. Enumerable.Range(7, 3).Select(n => Ended(n, new(2026, 2, n), [4, 4], [3, 5]))];
        Of(cases).Figures!.Collaboration.Answers.Should().Be(new BothSides<int>(18, 12));

        var together = Of(cases.SetItem(0, Erased(cases[0], why))).Figures!.Collaboration;

        (together.Answers, together.CasesLeftOut).Should().Be((new BothSides<int>(6, 6), 6));
    }

    static EndedCase Erased(EndedCase ended, Withheld why) => ended with
    {
        Balance = ended.Balance with { Collaboration = ended.Balance.Collaboration with { Gaps = [], Withheld = why } },
        Ratings = BothSides.Of(_ => ImmutableArray.Create(0, 0, 0, 0, 0, 0, 0, 0)),
    };

    [Fact]
    public void R125_Fewer_than_five_answers_on_a_side_across_the_cases_are_withheld()
    {
        ImmutableArray<EndedCase> cases = [.. Enumerable.Range(1, 2).Select(n => Ended(n, new(2026, 2, n), [4, 4, 4], [3, 5])), .. Enumerable.Range(3, 3).Select(n => Ended(n, new(2026, 2, n)))];

        var together = Of(cases).Figures!.Collaboration;

        (together.Withheld, together.Gaps.Length, together.CasesLeftOut).Should().Be((Withheld.TooFewAnswers, 0, 2));
        Of(Enumerable.Range(1, 5).Select(n => Ended(n, new(2026, 2, n)))).Figures!.Collaboration.Withheld.Should().Be(Withheld.NoAnswers);
    }

    [Fact]
    public void R125_Days_of_fewer_than_five_times_are_withheld_across_cases()
    {
        DayFigures.Of([new([1, 2]), new([3, 4])]).Should().Be(new DayFigures(null, null, null));
        DayFigures.Of([new([])]).Should().Be(new DayFigures(0, 0, null));
        DayFigures.Of([new([1, 2]), new([3, 4, 10])]).Should().Be(new DayFigures(5, 20, 3));
    }

    /// <summary>Two questions about any units and periods: what lies between the answers is nothing or enough, and so are the answers whose averages are not shown anywhere else.</summary>
    [Fact]
    public void R125_What_is_left_when_one_answer_is_subtracted_from_another_is_never_few()
    {
        var cases = Gen.Choose(0, 1_000_000).ArrayOf().Resize(60).Sample(60, 60);
        foreach (var numbers in cases)
        {
            ImmutableArray<EndedCase> ended = [.. numbers.Select((number, n) => Ended(n + 1, First.AddDays(number % 730), [4, 4], number % 3 == 0 ? [2] : [2, 3], number % 4 == 0 ? Other : Nevrologisk))];
            var chance = new Random(numbers.Length);
            foreach (var _ in Enumerable.Range(0, 20))
            {
                var (one, other) = (Asked(ended, chance), Asked(ended, chance));
                foreach (var between in new[] { one.Except(other).ToList(), other.Except(one).ToList(), one.Intersect(other).ToList() })
                {
                    if (between.Count > 0) between.Count.Should().BeGreaterThanOrEqualTo(BalanceCell.FewestCases);
                    if (between.Count > 0) between.SelectMany(ended => ended.People.Bruker).Distinct().Count().Should().BeGreaterThanOrEqualTo(BalanceCell.FewestPeople);
                }
            }
        }
    }

    static ImmutableArray<EndedCase> Asked(ImmutableArray<EndedCase> ended, Random chance)
    {
        var (unit, from, to) = (new UnitId?[] { null, Nevrologisk, Other }[chance.Next(3)], First.AddDays(chance.Next(500)), First.AddDays(chance.Next(200, 730)));
        return [.. BalanceCell.Of(ended.Where(one => unit is null || one.Owners.Contains(unit.Value)), Today).Where(cell => from <= cell.From && cell.To <= to).SelectMany(cell => cell.Cases)];
    }
}
