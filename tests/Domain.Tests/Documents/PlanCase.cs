using System.Collections.Immutable;

namespace LmsWorkflow.Domain.Tests;

/// <summary>A case in planning with two from each side, a koordinator and a leader: what rules of the plan are tried against.</summary>
sealed record PlanCase
{
    public static readonly DateTimeOffset Now = new(2025, 11, 28, 9, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Koord1 = Id(1), Fag1 = Id(2), Fag2 = Id(3), Fag3 = Id(4), Br1 = Id(5), Br2 = Id(6), Leder1 = Id(7);
    public static readonly UnitId Lms = new(Guid.Parse("00000000-0000-0000-0001-000000000001")), Owner = new(Guid.Parse("00000000-0000-0000-0001-000000000002"));

    public CaseFile File { get; init; } = Planning();
    public FormCatalogue Forms { get; init; } = FormCatalogue.Empty;

    public static WrittenText Text(string value) => new(value, Convert.ToHexStringLower(Guid.CreateVersion7().ToByteArray()));

    public static SealedText Sealed(string value) => Text(value).Seal("test");

    public CaseContext As(PersonId person, Role capacity) => new(
        File, new Actor(person, person == Leder1 ? [new(Role.Leder, Owner)] : [], "demo"), capacity, Now, PeopleDirectory.Empty, Forms, Settings.Default, Readings.None);

    public CaseContext AsFag => As(Fag1, Role.Fagperson);
    public CaseContext AsBruker => As(Br1, Role.Brukerrepresentant);
    public CaseContext AsKoord => As(Koord1, Role.Koordinator);
    public CaseContext AsLeder => As(Leder1, Role.Leder);

    public PlanCase After(CaseContext context, Decision decision)
    {
        var facts = decision.Should().BeOfType<Decision.Accepted>("the request is expected to be accepted, got {0}", decision).Subject.Facts;
        var stamp = new Stamp(Now, context.Actor.Person, context.Capacity, "demo");
        return this with { File = facts.Aggregate(File, (file, fact) => file.After(fact, stamp)) };
    }

    public PlanCase Do(Func<PlanCase, CaseContext> by, CaseRequest request) => After(by(this), request.Decide(by(this)));

    public PlanCase With(params CaseFact[] facts) => this with
    {
        File = facts.Aggregate(File, (file, fact) => file.After(fact, new Stamp(Now, Koord1, Role.Koordinator, "demo"))),
    };

    public PlanCase Save(DocumentKind kind, DraftContent draft, Func<PlanCase, CaseContext>? by = null) =>
        Do(by ?? (one => one.AsKoord), new SaveDraft(kind, draft, File.Documents.Latest(kind) is { } latest ? new(latest.Number, latest.Revision) : null));

    /// <summary>Freezes G2 without asking what is missing: the acts after freezing are what is tried.</summary>
    public PlanCase Frozen() => With(new PackageFrozen(Gate.G2, File.SignOffs.Packages.Length + 1,
        [.. GateDocuments.Of(Gate.G2).Select(File.Documents.Latest).OfType<DocumentVersion>().Select(version => new PackagedDocument(version.Kind, version.Number, CanonicalWriter.Hash(version.Content)))],
        "package"));

    public static ImmutableArray<Refusal> Reasons(Decision decision) => decision.Should().BeOfType<Decision.Refused>().Subject.Reasons;

    static PersonId Id(int number) => new(Guid.Parse($"00000000-0000-0000-0000-{number:d12}"));

    static CaseFile Planning() => CaseFile.Unregistered(new(Guid.Parse("00000000-0000-0000-0002-000000000001"))) with
    {
        Standing = Standing.Open,
        Phase = Phase.Planning,
        Identity = new("2025-0041", Sealed("Mestringskurs Parkinson"), Lms, [Owner], Koord1, default, TilbudType.Diagnosespesifikt,
            [ParticipantKind.Pasient, ParticipantKind.Parorende], CaseFlow.Ny, Now),
        Anchorings =
        [
            new(Owner, Leder1, Sealed("Formål"), Sealed("Forløp"), 60, 22_000, 12_000, null, true, new(2025, 9, 1), new(2027, 9, 1), Now),
        ],
        Group = new WorkingGroup([Member(Fag1, Side.Fag), Member(Fag2, Side.Fag), Member(Fag3, Side.Fag), Member(Br1, Side.Bruker), Member(Br2, Side.Bruker)]),
    };

    static Member Member(PersonId person, Side side) =>
        new(person, side, side == Side.Fag ? AssignmentType.Fagbidrag : AssignmentType.PaVegneAv, null, new(2025, 9, 1), new(2026, 12, 31), null, null, false, Now);
}
