using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Domain.Tests;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Facts that happen without a rule being asked: what lies outside what a test is about.</summary>
sealed record Say(params ImmutableArray<CaseFact> Facts) : CaseRequest
{
    public override Act Act => Act.SystemAct;

    public override Decision Decide(CaseContext context) => new Decision.Accepted([.. Facts]);
}

/// <summary>A case driven by a definition, asked as the command path asks: access, then rule and process together.</summary>
sealed class CaseRun
{
    static readonly ProcessDefinition StandardMetode = CaseWorkflow.Read(Drawing.Shipped("standard-metode")).Definition!;
    static readonly TestCase People = Empty();

    readonly ProcessDefinition definition;
    Readings readings = Readings.None;

    public CaseRun(ProcessDefinition? definition = null) => this.definition = definition ?? StandardMetode;

    public CaseFile File { get; private set; } = CaseFile.Unregistered(new(Guid.Parse("00000000-0000-0000-0000-00000000c0de")));
    public DateTimeOffset Now { get; private set; } = TestCase.Start;
    public ImmutableArray<Fact> Latest { get; private set; } = [];
    public List<Fact> History { get; } = [];

    /// <summary>The history with the time of each fact.</summary>
    public List<(Fact Fact, DateTimeOffset At)> Dated { get; } = [];

    public IEnumerable<string> Open => File.Process!.Items.Where(item => item.Kind != ItemKind.SubProcess).Select(item => item.ElementId);

    public static CaseRun Registered(ProcessDefinition? definition = null)
    {
        var run = new CaseRun(definition);
        run.Does(Koord1, new RegisterNeed("2025-0041", Written("Mestringskurs"), Lms, [Nevrologisk], new(Guid.NewGuid()), TilbudType.Diagnosespesifikt,
            [ParticipantKind.Pasient], [ReporterCategory.Brukerorganisasjon], Written("voksne med diagnosen"), Written("vi trenger et kurs")));
        return run;
    }

    public static CaseRun InPhase1() => Registered()
        .Does(Koord1, new RecordContact(Side.Fag, Written("Fag3"), false))
        .Does(Koord1, new RecordContact(Side.Bruker, Written("Brukerorganisasjon"), false))
        .Happens(new DraftSaved(DocumentKind.D02, 1, 1, Content("tilbudssjekk")))
        .Does(Leder1, new AnchorCase(Nevrologisk, Written("formål med kurset"), Written("forløpet"), 60, 22_000, 12_000, null, true, new(2025, 9, 1), new(2027, 9, 1)));

    /// <summary>The behovsvurdering is frozen and the sign-off task is open to both sides.</summary>
    public static CaseRun AtG1()
    {
        var run = InPhase1();
        foreach (var (person, side) in ((PersonId, Side)[])[(Fag1, Side.Fag), (Fag2, Side.Fag), (Br1, Side.Bruker), (Br2, Side.Bruker)])
        {
            run.Happens(new MemberAppointed(person, side, AssignmentType.PaVegneAv, Perspective.Pasient, new(2025, 9, 1), new(2027, 12, 31), Fag1, null, false, null, null));
            run.Happens(new RoleClarificationOffered(person, Sealed("a"), Sealed("b"), Sealed("c"), Sealed("d"), Sealed("e")), new RoleClarificationAccepted(person));
        }

        return run.Writes("første versjon", 1).Does(Koord1, new FreezePackage(Gate.G1));
    }

    public static CaseRun InPlanning() => AtG1().Signs(Fag1).Signs(Br1);

    public CaseRun At(DateTimeOffset now)
    {
        Now = now;
        return this;
    }

    public CaseRun Writes(string text, int version) => Happens(new DraftSaved(DocumentKind.D08, version, 1, Content(text)));

    public CaseRun Happens(params ImmutableArray<CaseFact> facts)
    {
        Follow(new Actor(Koord1, [], "test"), Role.Koordinator, new Say(facts)).Should().BeOfType<Decision.Accepted>();
        return this;
    }

    public CaseRun Does(PersonId who, CaseRequest request)
    {
        When(who, request).Should().BeOfType<Decision.Accepted>("{0} is expected to be accepted", request);
        return this;
    }

    public Decision When(PersonId who, CaseRequest request) => When(People.Actor(who), request);

    public Decision When(Actor actor, CaseRequest request) =>
        CaseAccess.Capacity(actor, request.Act, File, OsloTime.Date(Now)) is { } capacity
            ? Follow(actor, capacity, request)
            : Decision.Refuse(new NotAllowed(request.Act));

    public CaseRun Signs(PersonId who, Gate gate = Gate.G1)
    {
        Opens(who, gate);
        return Does(who, SignOff(gate));
    }

    public void Opens(PersonId who, Gate gate)
    {
        if (File.SignOffs.Latest(gate) is { } package) readings = readings.After(new PackageOpened(who, gate, package.Number));
    }

    public GiveSignOff SignOff(Gate gate) => new(gate, File.SignOffs.Latest(gate)?.Number ?? 0, File.SignOffs.Latest(gate)?.Hash ?? "");

    public Decision Fire(string element) =>
        When(Actor.System, new FireDueTimer(File.Process!.Timers.First(timer => timer.ElementId == element).Number));

    public int Item(string element) => File.Process!.Items.First(item => item.ElementId == element).Number;

    public CaseContext Context(PersonId who, Role capacity) => Context(People.Actor(who), capacity);

    CaseContext Context(Actor actor, Role capacity) => new(File, actor, capacity, Now, People.Directory, FormCatalogue.Empty, Settings.Default, readings);

    Decision Follow(Actor actor, Role capacity, CaseRequest request)
    {
        var decision = CaseWorkflow.Decide(definition, Context(actor, capacity), request.Salted(() => new string('c', 32)));
        if (decision is not Decision.Accepted accepted) return decision;
        Latest = accepted.Facts;
        foreach (var fact in accepted.Facts)
        {
            History.Add(fact);
            Dated.Add((fact, Now));
            File = File.After(fact, new Stamp(Now, actor.Person, capacity, "test"));
        }

        return decision;
    }
}
