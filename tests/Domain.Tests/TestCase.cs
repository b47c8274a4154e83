using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Domain.Tests;

/// <summary>One case and the people of worked example A: given facts, when a person asks, then facts or reasons. Access is asked first, as the command path does.</summary>
sealed class TestCase
{
    public static readonly PersonId Koord1 = Id(1), Fag1 = Id(2), Fag2 = Id(3), Fag3 = Id(4), Br1 = Id(5), Br2 = Id(6), Leder1 = Id(7), Admin = Id(8), Revisor = Id(9), Koord2 = Id(10), Outsider = Id(11);
    public static readonly UnitId Lms = new(Guid.Parse("00000000-0000-0000-0000-0000000000a1"));
    public static readonly UnitId Nevrologisk = new(Guid.Parse("00000000-0000-0000-0000-0000000000a2"));

    /// <summary>Tuesday 2 September 2025, 09:00 in Oslo.</summary>
    public static readonly DateTimeOffset Start = new(2025, 9, 2, 7, 0, 0, TimeSpan.Zero);

    public CaseFile File { get; private set; } = CaseFile.Unregistered(new(Guid.Parse("00000000-0000-0000-0000-00000000c0de")));
    public DateTimeOffset Now { get; private set; } = Start;
    public Settings Settings { get; set; } = Settings.Default;
    public FormCatalogue Forms { get; set; } = FormCatalogue.Empty;
    public Readings Readings { get; private set; } = Readings.None;
    public PeopleDirectory Directory { get; private set; } = People();

    public static TestCase Empty() => new();

    public static TestCase Registered() => Empty().Given(Koord1, new NeedRegistered(
        "2025-0041", Sealed("Mestringskurs"), Lms, [Nevrologisk], Koord1, new(Guid.Parse("00000000-0000-0000-0000-0000000000f1")), TilbudType.Diagnosespesifikt,
        [ParticipantKind.Pasient, ParticipantKind.Parorende], [ReporterCategory.Brukerorganisasjon], Sealed("voksne"), Sealed("behov"), true, CaseFlow.Ny));

    /// <summary>In phase 1, with two on each side, all clarified.</summary>
    public static TestCase WithGroup() => Registered().Given(Leder1, new GatePassed(Gate.G0, null)).Member(Fag1, Side.Fag).Member(Fag2, Side.Fag).Member(Br1, Side.Bruker).Member(Br2, Side.Bruker);

    /// <summary>The behovsvurdering is frozen and waits for both sides.</summary>
    public static TestCase AtG1() => WithGroup()
        .Given(Br1, new DraftSaved(DocumentKind.D08, 1, 1, Content("erfaring")))
        .Freeze(Gate.G1, 1, 1);

    public static SealedText Sealed(string text) => SealedText.Seal("test", text, new string('a', 32));

    public static WrittenText Written(string text) => new(text, new string('b', 32));

    /// <summary>A text from each side: enough for a behovsvurdering.</summary>
    public static FormContent Content(string text) => new([new("erfaringskunnskap", FieldValue.Of(Sealed(text))), new("fagkunnskap", FieldValue.Of(Sealed(text)))]);

    public TestCase At(DateTimeOffset now)
    {
        Now = now;
        return this;
    }

    public TestCase After(TimeSpan time) => At(Now + time);

    public TestCase Given(PersonId who, params CaseFact[] facts)
    {
        foreach (var fact in facts) File = File.After(fact, new(Now, who, Role.Koordinator, "test"));
        return this;
    }

    public TestCase Member(PersonId person, Side side, bool clarified = true, DateOnly? to = null, bool physician = false)
    {
        Given(Koord1, new MemberAppointed(person, side, AssignmentType.PaVegneAv, Perspective.Pasient, new(2025, 9, 1), to ?? new(2027, 12, 31), Fag1, null, physician, null, null));
        return clarified
            ? Given(person, new RoleClarificationOffered(person, Sealed("a"), Sealed("b"), Sealed("c"), Sealed("d"), Sealed("e")), new RoleClarificationAccepted(person))
            : this;
    }

    public TestCase Freeze(Gate gate, int package, int version)
    {
        ImmutableArray<PackagedDocument> documents =
            [.. GateDocuments.Of(gate).Select(kind => new PackagedDocument(kind, version, CanonicalWriter.Hash(File.Documents.File(kind)!.Numbered(version)!.Content)))];
        return Given(Koord1, new PackageFrozen(gate, package, documents, FreezePackage.Hash(gate, documents)));
    }

    public TestCase Opened(PersonId person, Gate gate)
    {
        Readings = new(Readings.Opened.Add(new PackageOpened(person, gate, File.SignOffs.Latest(gate)!.Number)));
        return this;
    }

    public TestCase Signed(PersonId person, Gate gate)
    {
        Opened(person, gate);
        When(person, SignOff(gate)).Should().BeOfType<Decision.Accepted>();
        return this;
    }

    public GiveSignOff SignOff(Gate gate) => new(gate, File.SignOffs.Latest(gate)!.Number, File.SignOffs.Latest(gate)!.Hash);

    public CaseContext Context(PersonId who, Role capacity = Role.Koordinator) => new(File, Actor(who), capacity, Now, Directory, Forms, Settings, Readings);

    public Actor Actor(PersonId who) => new(who, Directory.Find(who)?.Grants ?? [], "test");

    /// <summary>Asks, and lets the facts happen when accepted.</summary>
    public Decision When(PersonId who, CaseRequest request)
    {
        var actor = Actor(who);
        if (CaseAccess.Capacity(actor, request.Act, File, OsloTime.Date(Now)) is not { } capacity) return Decision.Refuse(new NotAllowed(request.Act));
        var decision = request.Salted(() => new string('c', 32)).Decide(Context(who, capacity));
        if (decision is Decision.Accepted accepted)
            foreach (var fact in accepted.Facts) File = File.After(fact, new(Now, who, capacity, "test"));
        return decision;
    }

    static PersonId Id(int number) => new(Guid.Parse($"00000000-0000-0000-0000-{number:d12}"));

    static PeopleDirectory People()
    {
        var directory = PeopleDirectory.Empty;
        var stamp = new Stamp(Start, null, Role.System, "test");
        directory = directory.After(new UnitRegistered(Lms, "LMS Fjordkysten", true), stamp).After(new UnitRegistered(Nevrologisk, "Nevrologisk avdeling", false), stamp);
        foreach (var person in new[] { Koord1, Fag1, Fag2, Fag3, Br1, Br2, Leder1, Admin, Revisor, Koord2, Outsider })
            directory = directory.After(new PersonRegistered(person, Sealed("navn"), Language.Nb, person == Fag1 || person == Outsider ? [Nevrologisk] : []), stamp);
        foreach (var (person, role, unit) in new (PersonId, Role, UnitId?)[]
            { (Koord1, Role.Koordinator, Lms), (Koord2, Role.Koordinator, Lms), (Leder1, Role.Leder, Nevrologisk), (Admin, Role.Administrator, null), (Revisor, Role.Revisor, null) })
            directory = directory.After(new RoleGranted(person, role, unit), stamp);
        return directory;
    }
}

static class DecisionAssertions
{
    public static void ShouldBeRefusedWith<T>(this Decision decision) where T : Refusal =>
        decision.Should().BeOfType<Decision.Refused>().Which.Reasons.Should().Contain(reason => reason is T);

    public static T ShouldGive<T>(this Decision decision) where T : Fact =>
        decision.Should().BeOfType<Decision.Accepted>().Which.Facts.OfType<T>().Should().ContainSingle().Subject;
}
