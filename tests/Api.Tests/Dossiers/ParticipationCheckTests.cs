using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api.Tests;

/// <summary>The grade of participation, worked out twice by code that shares nothing.</summary>
public sealed class ParticipationCheckTests
{
    static readonly PersonId Fag = new(new Guid(1, 0, 0, new byte[8])), Bruker = new(new Guid(2, 0, 0, new byte[8]));
    static readonly Stamp Stamp = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), Fag, Role.Koordinator, "test");

    static SealedText Sealed => SealedText.Seal("x", "y", new string('2', 32));

    [Fact]
    public void N12_Both_ways_of_working_it_out_agree_on_whatever_happened()
    {
        var seen = new HashSet<Medvirkningsgrad>();
        for (var seed = 0; seed < 3_000; seed++)
        {
            var facts = Case(new Random(seed));
            var grad = Medvirkning.Of(facts.Aggregate(CaseFile.Unregistered(new(Guid.Empty)), (file, fact) => file.After(fact, Stamp)));
            seen.Add(grad);

            Of(facts).Should().Be(grad, $"seed {seed}");
        }

        seen.Should().HaveCount(3, "else nothing was tried");
    }

    [Fact]
    public void N12_A_gate_without_the_user_side_is_never_full() =>
        Of([Registered(CaseFlow.Ny), .. Passed(Gate.G1), .. Passed(Gate.G2), .. Passed(Gate.G3, both: false), .. Passed(Gate.G4)]).Should().Be(Medvirkningsgrad.Delvis);

    static Medvirkningsgrad Of(IEnumerable<CaseFact> facts) => ParticipationCheck.Of(facts.Select(fact => EventBytes.Of(fact, Stamp)));

    static List<CaseFact> Case(Random random)
    {
        var flow = random.Next(4) == 0 ? CaseFlow.Gjentak : CaseFlow.Ny;
        List<CaseFact> facts = [Registered(flow)];
        if (flow == CaseFlow.Gjentak) facts.Add(new RerunBegun(new(Guid.Empty), Stamp.At, random.Next(4) == 0 ? [] : [new(Gate.G1, new(Guid.Empty), 1, "h")], [], [], []));
        var reach = random.Next(2) == 0 ? 5 : random.Next(6);
        foreach (var gate in Medvirkning.JointGates.Take(reach)) facts.AddRange(Passed(gate, random.Next(12) != 0));
        for (var meeting = 1; meeting <= random.Next(4); meeting++) facts.AddRange(Meeting(random, facts.Count(fact => fact is MeetingPlanned) + 1));
        if (random.Next(10) == 0) facts.Add(new DeviationLogged(DeviationKind.ExperienceItemMissing, 1));
        if (random.Next(6) == 0) facts.Add(new SignOffWithdrawn((Gate)random.Next(1, 5), 1, random.Next(2) == 0 ? Fag : Bruker));
        if (random.Next(6) == 0) facts.Add(new GateReopened((Gate)random.Next(1, 5), ReopenCause.DocumentChanged));
        return facts;
    }

    static IEnumerable<CaseFact> Meeting(Random random, int number)
    {
        yield return new MeetingPlanned(number, (MeetingType)random.Next(3), Stamp.At, 60, MeetingForm.Digital, Sealed, []);
        if (random.Next(6) == 0) yield break;
        yield return new MeetingHeld(number, [], [.. Enum.GetValues<Invalidity>().Where(_ => random.Next(4) == 0)]);
        if (random.Next(6) == 0) yield break;
        yield return new MinutesWritten(number, 1, [.. Enumerable.Range(1, 2).Select(item => new MinutesItem(item, null, [], random.Next(3) == 0 ? null : Sealed, null, null))], null);
        for (var answers = random.Next(5); answers > 0; answers--)
        {
            var (item, side) = (random.Next(1, 3), (Side?)(random.Next(5) == 0 ? null : (Side)random.Next(2)));
            yield return random.Next(4) == 0 ? new ProposalRejected(number, item, Sealed, Fag, side, null) : new ProposalConfirmed(number, item, Fag, side, random.Next(5) == 0 ? 9 : null);
        }
    }

    static IEnumerable<CaseFact> Passed(Gate gate, bool both = true) =>
    [
        new PackageFrozen(gate, 1, [], "h"), new SignOffGiven(gate, 1, "h", Fag, Side.Fag, 1, null), .. both ? (CaseFact[])[new SignOffGiven(gate, 1, "h", Bruker, Side.Bruker, 1, null)] : [], new GatePassed(gate, 1),
    ];

    static NeedRegistered Registered(CaseFlow flow) => new(
        "2026-0001", Sealed, new(Guid.Empty), [], Fag, new(Guid.Empty), TilbudType.Diagnosespesifikt, [], [], Sealed, Sealed, true, flow);
}
