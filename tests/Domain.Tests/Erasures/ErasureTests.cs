using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>Two persons, a legal ground, and no text taken out of what the sides are about to sign.</summary>
public sealed class ErasureTests
{
    static readonly string Text = new('a', 64);
    static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    static readonly WrittenText Because = new("Den det gjelder, har bedt om det.", new string('1', 32));

    static FoundText Found(bool signed = false, bool awaiting = false, bool there = true) => new(new("case-1", Text, "D08.mal"), there, signed, awaiting);

    static ErasureBook Proposed(ErasureGround ground = ErasureGround.RightToErasure, PersonId? person = null) =>
        ErasureBook.Empty.After(new ErasureProposed(1, person, [Found().Place], ground, Because.Seal("erasure.reason")), By(Koord1));

    static Stamp By(PersonId person) => new(Now, person, Role.Koordinator, "test");

    static ImmutableArray<string> Why(Decision decision) => [.. ((Decision.Refused)decision).Reasons.Select(reason => reason.Code)];

    [Fact]
    public void A_proposal_names_the_places_and_seals_the_reason()
    {
        var fact = ((Decision.Accepted)new ProposeErasure(null, ErasureGround.Misregistered, Because).Decide(ErasureBook.Empty, Koord1, [Found(), Found(there: false)])).Facts.Single();

        fact.Should().BeOfType<ErasureProposed>().Which.Should().Match<ErasureProposed>(proposed => proposed.Number == 1 && proposed.Texts.Length == 1 && proposed.Reason.Value == Because.Value);
    }

    [Fact]
    public void Nothing_and_no_reason_are_refused() =>
        Why(new ProposeErasure(null, ErasureGround.Misregistered, new(" ", "")).Decide(ErasureBook.Empty, Koord1, [Found(there: false)])).Should().Equal(nameof(NothingToErase), nameof(ErasureReasonMissing));

    [Fact]
    public void A_national_identity_number_in_the_reason_is_refused() =>
        Why(new ProposeErasure(null, ErasureGround.Misregistered, Because with { Value = "Gjelder 01819010001 som har bedt om det." }).Decide(ErasureBook.Empty, Koord1, [Found()])).Should().Equal(nameof(NationalIdentityNumberWritten));

    [Theory]
    [InlineData(ErasureGround.ConsentWithdrawn, true)]
    [InlineData(ErasureGround.Misregistered, true)]
    [InlineData(ErasureGround.RightToErasure, false)]
    [InlineData(ErasureGround.RetentionExpired, false)]
    [InlineData(ErasureGround.ConfidentialityBroken, false)]
    public void A_signed_text_is_erased_only_where_the_law_itself_asks_for_it(ErasureGround ground, bool stays)
    {
        var decision = new ProposeErasure(null, ground, Because).Decide(ErasureBook.Empty, Koord1, [Found(signed: true) with { IsDue = true }]);

        (decision is Decision.Refused).Should().Be(stays);
        if (stays) Why(decision).Should().Equal(nameof(SignedTextStays));
    }

    [Fact]
    public void R078_Nothing_is_taken_out_of_a_text_that_waits_for_sign_off()
    {
        Why(new ProposeErasure(null, ErasureGround.RightToErasure, Because).Decide(ErasureBook.Empty, Koord1, [Found(awaiting: true)])).Should().Equal(nameof(TextAwaitsSignOff));
        Why(new ConfirmErasure(1).Decide(Proposed(), Leder1, [Found(awaiting: true)])).Should().Equal([nameof(TextAwaitsSignOff)], "it may have been frozen since it was proposed");
    }

    [Fact]
    public void A_text_signed_since_it_was_proposed_stays() =>
        Why(new ConfirmErasure(1).Decide(Proposed(ErasureGround.Misregistered), Leder1, [Found(signed: true)])).Should().Equal(nameof(SignedTextStays));

    [Fact]
    public void Whoever_proposed_can_neither_confirm_nor_decline_and_the_person_concerned_cannot_confirm()
    {
        Why(new ConfirmErasure(1).Decide(Proposed(), Koord1, [Found()])).Should().Equal(nameof(OwnErasureConfirmed));
        Why(new DeclineErasure(1, Because).Decide(Proposed(), Koord1, [Found()])).Should().Equal(nameof(OwnErasureDeclined));
        Why(new ConfirmErasure(1).Decide(Proposed(person: Br1), Br1, [Found()])).Should().Equal(nameof(ConcernedConfirms));
    }

    [Fact]
    public void Another_confirms_or_declines_with_a_reason_and_only_the_proposer_withdraws()
    {
        new ConfirmErasure(1).Decide(Proposed(), Leder1, [Found()]).Should().BeOfType<Decision.Accepted>().Which.Facts.Should().Equal(new ErasureConfirmed(1));
        Why(new DeclineErasure(1, new("", "")).Decide(Proposed(), Leder1, [Found()])).Should().Equal(nameof(DeclineReasonMissing));
        Why(new WithdrawErasure(1).Decide(Proposed(), Leder1, [Found()])).Should().Equal(nameof(NotOwnErasure));
        new WithdrawErasure(1).Decide(Proposed(), Koord1, [Found()]).Should().BeOfType<Decision.Accepted>();
    }

    [Fact]
    public void What_is_decided_is_decided()
    {
        var confirmed = Proposed().After(new ErasureConfirmed(1), By(Leder1));

        foreach (ErasureRequest request in new ErasureRequest[] { new ConfirmErasure(1), new DeclineErasure(1, Because) }) Why(request.Decide(confirmed, Leder1, [])).Should().Equal(nameof(ErasureAlreadyDecided));
        Why(new WithdrawErasure(1).Decide(confirmed, Koord1, [])).Should().Equal(nameof(ErasureAlreadyDecided));
        Why(new ConfirmErasure(2).Decide(confirmed, Leder1, [])).Should().Equal(nameof(UnknownErasure));
        confirmed.Find(1).Should().Match<Erasure>(erasure => erasure.DecidedBy == Leder1 && erasure.CleanedAt == null);
        confirmed.After(new ErasureCleaned(1), By(Leder1)).Find(1)!.CleanedAt.Should().Be(Now);
    }

    [Fact]
    public void No_backup_holds_the_text_when_those_taken_before_the_files_were_clean_are_kept_no_longer()
    {
        var confirmed = Proposed().After(new ErasureConfirmed(1), By(Leder1));

        confirmed.Find(1)!.GoneFromBackups(90).Should().BeNull("one taken before the files are clean may still have it");
        confirmed.After(new ErasureCleaned(1), By(Leder1) with { At = Now.AddDays(2) }).Find(1)!.GoneFromBackups(90).Should().Be(new DateOnly(2026, 6, 2));
    }

    [Fact]
    public void A_waiting_proposal_can_be_answered_by_anybody_but_the_proposer_and_the_one_it_is_about()
    {
        var erasure = Proposed(person: Br1).Find(1)!;

        (erasure.CanBeAnsweredBy(Leder1), erasure.CanBeAnsweredBy(Koord1), erasure.CanBeAnsweredBy(Br1)).Should().Be((true, false, false));
        Proposed().After(new ErasureConfirmed(1), By(Leder1)).Find(1)!.CanBeAnsweredBy(Admin).Should().BeFalse();
    }

    static FoundText Due(DateOnly? runsOut, bool isDue, DateOnly? kept = null) =>
        Found() with { Retention = new(RetentionKind.D08, new(RetentionRule.Default(RetentionKind.D08), null, true), runsOut, kept), IsDue = isDue };

    [Fact]
    public void A_time_that_is_not_out_is_no_ground_and_the_answer_says_when_and_by_which_rule()
    {
        var propose = new ProposeErasure(null, ErasureGround.RetentionExpired, Because);
        ImmutableArray<Refusal> Asked(params ImmutableArray<FoundText> texts) => propose.Decide(ErasureBook.Empty, Koord1, texts) is Decision.Refused refused ? refused.Reasons : [];

        Asked(Due(new(2026, 3, 2), true)).Should().BeEmpty();
        var later = Asked(Due(new(2026, 3, 2), true), Due(new(2036, 3, 2), false), Due(new(2030, 3, 2), false)).Should().ContainSingle().Subject;
        later.Should().BeOfType<RetentionNotOut>();
        later.Sentence.Nb.Should().Contain("2. mars 2036").And.Contain("10 år etter at saken ble avsluttet");
        Asked(Due(new(2026, 3, 2), false, kept: new(2040, 1, 1))).Should().ContainSingle().Which.Sentence.Nb.Should().Contain("Lederen har bestemt").And.Contain("1. januar 2040");
        Asked(Due(null, false)).Should().ContainSingle().Which.Should().BeOfType<RetentionNotBegunThere>();
        Asked(Due(new(2026, 3, 2), true), Found()).Should().ContainSingle().Which.Should().BeOfType<NoRetentionRule>();
        new ProposeErasure(null, ErasureGround.RightToErasure, Because).Decide(ErasureBook.Empty, Koord1, [Due(new(2036, 3, 2), false)]).Should().BeOfType<Decision.Accepted>("another ground does not wait for it");
    }

    [Fact]
    public void What_was_decided_to_be_kept_after_it_was_proposed_is_not_erased()
    {
        Why(new ConfirmErasure(1).Decide(Proposed(ErasureGround.RetentionExpired), Leder1, [Due(new(2026, 3, 2), false, kept: new(2040, 1, 1))])).Should().Equal(nameof(KeptByDecision));
        new ConfirmErasure(1).Decide(Proposed(ErasureGround.RetentionExpired), Leder1, [Due(new(2026, 3, 2), true)]).Should().BeOfType<Decision.Accepted>();
    }

    [Fact]
    public void A_text_is_proposed_once_at_a_time() =>
        Why(new ProposeErasure(null, ErasureGround.RightToErasure, Because).Decide(Proposed(), Koord1, [Found()])).Should().Equal(nameof(ErasureAlreadyProposed));

    [Fact]
    public void In_a_case_koordinator_and_leder_propose_and_the_leder_confirms_never_an_administrator_or_auditor()
    {
        var file = WithGroup();
        Role? Proposes(PersonId who) => ErasureAccess.ToPropose(file.Actor(who), false, [file.File], file.Directory, new(2025, 9, 2));
        Role? Confirms(PersonId who) => ErasureAccess.ToConfirm(file.Actor(who), false, [file.File], file.Directory, new(2025, 9, 2));

        (Proposes(Koord1), Proposes(Leder1), Confirms(Leder1)).Should().Be((Role.Koordinator, Role.Leder, Role.Leder));
        new[] { Proposes(Admin), Proposes(Revisor), Proposes(Br1), Proposes(Fag1), Confirms(Admin), Confirms(Revisor), Confirms(Koord1), Confirms(Br1), Confirms(Outsider) }.Should().OnlyContain(role => role == null);
    }

    [Fact]
    public void All_of_a_person_is_proposed_by_an_administrator_and_confirmed_by_a_leader_or_another_administrator()
    {
        var file = WithGroup();
        Role? Proposes(PersonId who) => ErasureAccess.ToPropose(file.Actor(who), true, [file.File], file.Directory, new(2025, 9, 2));
        Role? Confirms(PersonId who) => ErasureAccess.ToConfirm(file.Actor(who), true, [file.File], file.Directory, new(2025, 9, 2));

        (Proposes(Admin), Confirms(Admin), Confirms(Leder1)).Should().Be((Role.Administrator, Role.Administrator, Role.Leder));
        new[] { Proposes(Koord1), Proposes(Leder1), Proposes(Revisor), Confirms(Koord1), Confirms(Revisor), Confirms(Br1) }.Should().OnlyContain(role => role == null);
        file.Actor(Revisor).Should().Match<Actor>(actor => ErasureAccess.MayReadList(actor));
        file.Actor(Br1).Should().Match<Actor>(actor => !ErasureAccess.MayReadList(actor));
    }

    [Fact]
    public void What_goes_with_a_person_is_the_name_the_role_clarification_and_what_she_said_in_her_own_name()
    {
        SealedText Sealed(string text) => SealedText.Seal("x", text, new string('2', 32));
        PersonTexts.Of(new PersonRegistered(Br1, Sealed("navn"), Language.Nb, []), By(Koord1), Br1).Should().ContainSingle();
        PersonTexts.Of(new PersonRegistered(Br1, Sealed("navn"), Language.Nb, []), By(Koord1), Br2).Should().BeEmpty();
        PersonTexts.Of(new RoleClarificationOffered(Br1, Sealed("1"), Sealed("2"), Sealed("3"), Sealed("4"), Sealed("5")), By(Koord1), Br1).Should().HaveCount(5);
        var ratings = SealedRatings.Seal([1, 2, 3, 4, 5, 1, 2, 3], new string('c', 32));
        PersonTexts.Of(new CollaborationAnswered(Br1, Side.Bruker, ratings, null), By(Koord1), Br1).Should().Equal(ratings);
        PersonTexts.Of(new CollaborationAnswered(Fag1, Side.Fag, ratings, null), By(Koord1), Br1).Should().BeEmpty();
        PersonTexts.Of(new CollaborationAnsweredOpenly(Br1, Side.Bruker, [], null), By(Koord1), Br1).Should().BeEmpty();
        PersonTexts.Of(new MinutesCommented(1, Sealed("merknad"), Br1, Side.Bruker), By(Koord1), Br1).Should().ContainSingle();
        PersonTexts.Of(new ObjectionRaised(1, Gate.G1, 1, Br1, Side.Bruker, Sealed("1"), Sealed("2"), Sealed("3"), null, new(2026, 3, 2)), By(Br1), Br1).Should().HaveCount(3);
        PersonTexts.Of(new MoveRefused(2, Side.Bruker, Sealed("nei")), By(Br1), Br1).Should().ContainSingle();
        PersonTexts.Of(new MoveRefused(2, Side.Bruker, Sealed("nei")), By(Br2), Br1).Should().BeEmpty();
        PersonTexts.Of(new ThemesWritten(Sealed("felles")), By(Koord1), Br1).Should().BeEmpty();
    }
}
