using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>How long what is kept, from when it is counted, whose rule holds, and what a leader may decide.</summary>
public sealed class RetentionTests
{
    static readonly SealedText Why = Sealed("derfor");
    static readonly DateOnly Ended = new(2026, 4, 17), Reported = new(2026, 4, 10), Decided = new(2026, 4, 16);

    static RetentionRules Rules(params (UnitId? Unit, RetentionKind Kind, int? Months)[] set) => set.Aggregate(
        PeopleDirectory.Empty, (directory, one) => directory.After(new RetentionRuleChanged(one.Unit, one.Kind, null, one.Months is { } months ? new(RetentionMoment.CaseEnded, months) : null, Why), new(Start, Admin, Role.Administrator, "test"))).Retention;

    static CaseRetention Case(DateOnly? ended = null, DateOnly? reported = null, DateOnly? decided = null, params ImmutableArray<KeptLonger> kept) => new([Lms, Nevrologisk], ended, reported, decided, kept);

    [Theory]
    [InlineData("title", null)]
    [InlineData("D22.svar", RetentionKind.RawAnswers)]
    [InlineData("D22.omskrevet", RetentionKind.RawAnswers)]
    [InlineData("D23.annerledes", RetentionKind.RawAnswers)]
    [InlineData("D22.avkryssing", RetentionKind.RawAnswers)]
    [InlineData("D23.avkryssing", RetentionKind.RawAnswers)]
    [InlineData("D22.tall", RetentionKind.D22)]
    [InlineData("D23.tall", RetentionKind.D23)]
    [InlineData("D22.tema", RetentionKind.D22)]
    [InlineData("D13.post.tittel", RetentionKind.D13)]
    [InlineData("D01.behov", RetentionKind.D01)]
    [InlineData("contact.who", RetentionKind.Contacts)]
    [InlineData("objection.reason", RetentionKind.CaseTexts)]
    [InlineData("D99.noe", RetentionKind.CaseTexts)]
    [InlineData("D1", RetentionKind.CaseTexts)]
    public void Each_text_falls_due_with_its_document_but_raw_answers_and_contacts_for_themselves_and_the_title_never(string field, RetentionKind? kind) =>
        RetentionKinds.Of(field).Should().Be(kind);

    [Fact]
    public void Each_document_has_its_kind() =>
        Enum.GetValues<DocumentKind>().Select(document => RetentionKinds.Of($"{document}.x")!.Value.Document()).Should().Equal(Enum.GetValues<DocumentKind>().Cast<DocumentKind?>());

    [Fact]
    public void R185_R188_Ten_years_for_the_case_twelve_months_after_the_report_for_raw_answers()
    {
        RetentionRule.Default(RetentionKind.D12).Should().Be(new RetentionRule(RetentionMoment.CaseEnded, 120));
        RetentionRule.Default(RetentionKind.RawAnswers).Should().Be(new RetentionRule(RetentionMoment.ReportSigned, 12));
        foreach (var kind in RetentionKinds.All) RetentionRule.Default(kind).Unmet(kind).Should().BeNull($"{kind}");
        new[] { 0, 1, 12, 18, 24, 120 }.Select(months => new RetentionRule(RetentionMoment.CaseEnded, months).Words().Nb.Replace(" etter at saken ble avsluttet", "", StringComparison.Ordinal))
            .Should().Equal("til saken ble avsluttet", "1 måned", "12 måneder", "18 måneder", "2 år", "10 år");
        RetentionRule.Default(RetentionKind.D12).AsksForArchive().Should().BeFalse();
        new RetentionRule(RetentionMoment.CaseEnded, 121).AsksForArchive().Should().BeTrue();
    }

    [Theory]
    [InlineData(RetentionKind.D12, RetentionMoment.CaseEnded, 36, null)]
    [InlineData(RetentionKind.D12, RetentionMoment.CaseEnded, 35, nameof(RetentionTooShort))]
    [InlineData(RetentionKind.CaseTexts, RetentionMoment.Decided, 12, nameof(RetentionTooShort))]
    [InlineData(RetentionKind.D06, RetentionMoment.CaseEnded, 0, null)]
    [InlineData(RetentionKind.Contacts, RetentionMoment.Decided, 0, null)]
    [InlineData(RetentionKind.D12, RetentionMoment.ReportSigned, 120, nameof(RetentionRunsFromEnd))]
    [InlineData(RetentionKind.D12, RetentionMoment.CaseEnded, 600, null)]
    [InlineData(RetentionKind.D12, RetentionMoment.CaseEnded, 601, nameof(RetentionOutOfRange))]
    [InlineData(RetentionKind.D12, RetentionMoment.CaseEnded, -1, nameof(RetentionOutOfRange))]
    [InlineData(RetentionKind.RawAnswers, RetentionMoment.ReportSigned, 12, null)]
    [InlineData(RetentionKind.RawAnswers, RetentionMoment.ReportSigned, 0, null)]
    [InlineData(RetentionKind.RawAnswers, RetentionMoment.ReportSigned, 13, nameof(RawAnswersKeptTooLong))]
    [InlineData(RetentionKind.RawAnswers, RetentionMoment.CaseEnded, 6, nameof(RawAnswersRunFromReport))]
    public void R143_R188_A_rule_is_neither_too_short_nor_too_long(RetentionKind kind, RetentionMoment from, int months, string? refusal) =>
        (new RetentionRule(from, months).Unmet(kind)?.Code).Should().Be(refusal);

    [Fact]
    public void A_unit_has_its_rule_from_the_organisation_and_that_from_the_product()
    {
        var rules = Rules((null, RetentionKind.D12, 60), (Lms, RetentionKind.D13, 48));

        rules.For(Lms, RetentionKind.D12).Should().Be(new AppliedRule(new(RetentionMoment.CaseEnded, 60), null, false));
        rules.For(Lms, RetentionKind.D13).Should().Be(new AppliedRule(new(RetentionMoment.CaseEnded, 48), Lms, false));
        rules.For(Nevrologisk, RetentionKind.D13).Should().Be(new AppliedRule(new(RetentionMoment.CaseEnded, 120), null, true));
        rules.For((UnitId?)null, RetentionKind.D12).Rule.Months.Should().Be(60);
    }

    [Fact]
    public void Of_the_units_of_a_case_the_one_that_keeps_longest_decides_and_a_unit_without_a_rule_of_its_own_does_not()
    {
        var rules = Rules((Lms, RetentionKind.D12, 36), (Nevrologisk, RetentionKind.D12, 48), (Lms, RetentionKind.D13, 36));

        rules.For([Lms, Nevrologisk], RetentionKind.D12).Should().Be(new AppliedRule(new(RetentionMoment.CaseEnded, 48), Nevrologisk, false));
        rules.For([Lms, Nevrologisk], RetentionKind.D13).Rule.Months.Should().Be(36);
        rules.For([Nevrologisk], RetentionKind.D13).IsShipped.Should().BeTrue();
    }

    [Fact]
    public void A_rule_taken_away_lets_the_one_above_hold_again() =>
        Rules((Lms, RetentionKind.D12, 36), (Lms, RetentionKind.D12, null)).For(Lms, RetentionKind.D12).IsShipped.Should().BeTrue();

    [Fact]
    public void Time_is_counted_from_the_moment_of_the_rule_and_from_the_end_where_the_case_never_came_there()
    {
        Case(Ended, Reported, Decided).Due(RetentionKind.RawAnswers, RetentionRules.None).On.Should().Be(new DateOnly(2027, 4, 10));
        Case(Ended).Due(RetentionKind.RawAnswers, RetentionRules.None).On.Should().Be(new DateOnly(2027, 4, 17));
        Case(reported: Reported).Due(RetentionKind.RawAnswers, RetentionRules.None).On.Should().Be(new DateOnly(2027, 4, 10));
        Case(reported: Reported).Due(RetentionKind.D12, RetentionRules.None).On.Should().BeNull("the case has not ended");
        Case(Ended).Due(RetentionKind.D12, RetentionRules.None).Should().Match<RetentionDue>(due => due.On == new DateOnly(2036, 4, 17) && due.IsOut(new(2036, 4, 17)) && !due.IsOut(new(2036, 4, 16)));
        Case(Ended, kept: [new(RetentionKind.D12, new(2040, 1, 1))]).Due(RetentionKind.D12, RetentionRules.None).On.Should().Be(new DateOnly(2040, 1, 1));
        Case(Ended, kept: [new(RetentionKind.D12, new(2030, 1, 1))]).Due(RetentionKind.D12, RetentionRules.None).On.Should().Be(new DateOnly(2036, 4, 17), "a decision never makes it shorter");
    }

    [Fact]
    public void A_case_under_way_has_no_time_that_runs_until_the_report_is_approved()
    {
        CaseRetention.Of(WithGroup().File).Should().BeNull();
        CaseRetention.Of(WithGroup().Given(Koord1, new CaseCancelled(Why)).File).Should().Match<CaseRetention>(retention => retention.Ended == OsloTime.Date(Start) && retention.Units.SequenceEqual(new[] { Lms, Nevrologisk }));
    }

    [Fact]
    public void A_leader_keeps_a_kind_longer_and_a_later_decision_takes_its_place()
    {
        var file = WithGroup().Given(Koord1, new CaseCancelled(Why));

        var fact = file.When(Leder1, new KeepLonger([RetentionKind.D12, RetentionKind.D01, RetentionKind.D12], new(2045, 1, 1), Written("tilbudet holdes fortsatt"))).ShouldGive<CaseKeptLonger>();
        fact.Kinds.Should().Equal(RetentionKind.D01, RetentionKind.D12);
        file.When(Leder1, new KeepLonger([RetentionKind.D12], new(2050, 1, 1), Written("enda lenger"))).ShouldGive<CaseKeptLonger>();
        file.File.Kept.Should().Equal(new KeptLonger(RetentionKind.D01, new(2045, 1, 1)), new KeptLonger(RetentionKind.D12, new(2050, 1, 1)));
    }

    [Fact]
    public void What_is_no_longer_kept_longer_is_refused_with_what_to_do()
    {
        var file = WithGroup();
        file.When(Leder1, new KeepLonger([RetentionKind.D12], new(2045, 1, 1), Written("for tidlig"))).ShouldBeRefusedWith<RetentionNotBegun>();
        file.Given(Koord1, new CaseCancelled(Why));
        file.When(Leder1, new KeepLonger([RetentionKind.D12], new(2030, 1, 1), Written("kortere enn regelen"))).ShouldBeRefusedWith<KeptNoLonger>();
        file.When(Leder1, new KeepLonger([RetentionKind.D12], new(2020, 1, 1), Written("har vært"))).ShouldBeRefusedWith<KeptUntilThePast>();
        file.When(Leder1, new KeepLonger([RetentionKind.D12], DateOnly.MaxValue, Written("for alltid"))).ShouldBeRefusedWith<KeptTooLong>();
        file.When(Leder1, new KeepLonger([], new(2045, 1, 1), Written("ingenting"))).ShouldBeRefusedWith<NoKindChosen>();
        file.When(Leder1, new KeepLonger([(RetentionKind)99], new(2045, 1, 1), Written("ukjent"))).ShouldBeRefusedWith<NoKindChosen>();
        file.When(Leder1, new KeepLonger([RetentionKind.D12], new(2045, 1, 1), Written(" "))).ShouldBeRefusedWith<FieldMissing>();
        foreach (var who in new[] { Koord1, Br1, Fag1, Admin, Revisor, Outsider }) file.When(who, new KeepLonger([RetentionKind.D12], new(2045, 1, 1), Written("grunn"))).ShouldBeRefusedWith<NotAllowed>();
    }

    [Fact]
    public void The_list_is_for_the_unit_s_koordinator_and_leader_and_the_auditor_and_rules_are_changed_by_the_unit_s_leader_or_an_administrator()
    {
        var file = WithGroup();
        bool Reads(PersonId who, UnitId? unit) => RetentionAccess.MayReadList(file.Actor(who), unit);
        bool Changes(PersonId who, UnitId? unit) => RetentionAccess.MayChangeRules(file.Actor(who), unit);

        new[] { Reads(Koord1, Lms), Reads(Leder1, Nevrologisk), Reads(Revisor, null), Reads(Revisor, Lms) }.Should().OnlyContain(may => may);
        new[] { Reads(Koord1, Nevrologisk), Reads(Koord1, null), Reads(Leder1, Lms), Reads(Leder1, null), Reads(Admin, Lms), Reads(Admin, null), Reads(Br1, Lms), Reads(Outsider, Lms) }.Should().OnlyContain(may => !may);
        new[] { Changes(Leder1, Nevrologisk), Changes(Admin, Lms), Changes(Admin, null) }.Should().OnlyContain(may => may);
        new[] { Changes(Leder1, Lms), Changes(Leder1, null), Changes(Koord1, Lms), Changes(Revisor, null), Changes(Revisor, Lms), Changes(Br1, Lms) }.Should().OnlyContain(may => !may);
        (RetentionAccess.MayReadRules(file.Actor(Leder1), null), RetentionAccess.MayReadRules(file.Actor(Leder1), Lms), RetentionAccess.MayReadRules(file.Actor(Br1), null), RetentionAccess.MayReadRules(file.Actor(Revisor), Lms))
            .Should().Be((true, false, false, true));
    }
}
