namespace LmsWorkflow.Domain.Tests;

public sealed class LogBookTests
{
    static readonly string Witness = new NoteKey("ffo.example/vitne", NoteKey.Cosignature, new byte[32]).Write();
    static readonly string Key = new NoteKey("lms.example", NoteKey.Ed25519, new byte[32]).Write();
    static readonly Stamp Stamp = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), null, Role.System, "system");

    [Fact]
    public void A_witness_is_admitted_by_its_key_and_dismissed_again()
    {
        var book = After(new AdmitWitness(Witness, " FFO "));
        book.Witnesses.Should().ContainSingle().Which.Should().Match<WitnessEntry>(entry => entry.Name == "FFO" && entry.DismissedAt == null);

        Reasons(new AdmitWitness(Witness, "FFO"), book).Should().ContainSingle().Which.Should().BeOfType<WitnessAlreadyAdmitted>();
        book = After(new DismissWitness(Witness), book);
        book.Witness(Witness).Should().BeNull();
        book.Witnesses.Should().ContainSingle("who has been a witness stays in the record");
        Reasons(new DismissWitness(Witness), book).Should().ContainSingle().Which.Should().BeOfType<UnknownWitness>();
        After(new AdmitWitness(Witness, "FFO"), book).Witness(Witness).Should().NotBeNull("it may come back");
    }

    [Theory]
    [InlineData("")]
    [InlineData("noe+12345678+AAAA")]
    public void A_witness_without_a_key_or_a_name_is_not_admitted(string key) =>
        Reasons(new AdmitWitness(key, " ")).Select(reason => reason.Code).Should().Equal(nameof(WitnessKeyUnreadable), nameof(WitnessNameMissing));

    [Fact]
    public void A_key_that_signs_for_the_log_is_no_witness() =>
        Reasons(new AdmitWitness(Key, "FFO")).Should().ContainSingle().Which.Should().BeOfType<WitnessKeyUnreadable>();

    [Fact]
    public void A_key_is_introduced_once_and_never_again_after_it_was_retired()
    {
        var book = After(new IntroduceLogKey(Key));
        After(new IntroduceLogKey(Key), book).Keys.Should().ContainSingle();

        book = After(new RetireLogKey(Key), book);
        book.KeyInUse(Key).Should().BeNull();
        Reasons(new IntroduceLogKey(Key), book).Should().ContainSingle().Which.Should().BeOfType<LogKeyIsRetired>();
        Reasons(new RetireLogKey(Key), book).Should().ContainSingle().Which.Should().BeOfType<UnknownLogKey>();
    }

    [Fact]
    public void Keys_are_the_administrator_s_and_looking_through_is_the_revisor_s_too()
    {
        CaseAccess.May(Act.ManageLog).Should().Equal(Role.Administrator);
        CaseAccess.May(Act.CheckRecord).Should().Equal(Role.Revisor, Role.Administrator);
        CaseAccess.Capacity(new Actor(null, [new(Role.Revisor, null)], "demo"), Act.CheckRecord, []).Should().Be(Role.Revisor);
        CaseAccess.Capacity(new Actor(null, [new(Role.Revisor, null)], "demo"), Act.ManageLog, []).Should().BeNull();
        CaseAccess.Capacity(new Actor(null, [new(Role.Koordinator, null)], "demo"), Act.CheckRecord, [Side.Bruker]).Should().BeNull();
    }

    static LogBook After(LogRequest request, LogBook? book = null) =>
        request.Decide(book ?? LogBook.Empty).Should().BeOfType<Decision.Accepted>().Subject.Facts.Aggregate(book ?? LogBook.Empty, (now, fact) => now.After(fact, Stamp));

    static IEnumerable<Refusal> Reasons(LogRequest request, LogBook? book = null) => request.Decide(book ?? LogBook.Empty).Should().BeOfType<Decision.Refused>().Subject.Reasons;
}
