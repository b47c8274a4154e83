using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class PhaseMachineTests
{
    public static TheoryData<Gate> JointGates => [Gate.G1, Gate.G2, Gate.G3, Gate.G4];

    [Theory]
    [MemberData(nameof(JointGates))]
    public void R078_Every_joint_gate_asks_for_both_sides_on_a_frozen_package_without_open_objection(Gate gate) =>
        PhaseMachine.Move(gate).Conditions.Select(condition => condition.Name).Should()
            .Contain(["SignedFag", "SignedBruker", "DifferentSigners", "PackageFrozen", "NoOpenObjection", "BothSidesInGroup", "ReplacementInformed", "NotEnded"]);

    [Fact]
    public void The_table_leads_from_each_phase_to_the_next_and_nowhere_else() =>
        PhaseMachine.Moves.Select(move => (move.Gate, move.From, move.To)).Should().Equal(
            (Gate.G0, Phase.Forankring, Phase.NeedsAssessment), (Gate.G1, Phase.NeedsAssessment, Phase.Planning), (Gate.G2, Phase.Planning, Phase.Delivery),
            (Gate.G3, Phase.Delivery, Phase.Evaluation), (Gate.G4, Phase.Evaluation, Phase.Continuation), (Gate.G4b, Phase.Continuation, Phase.Ended));

    [Fact]
    public void A_gate_of_another_phase_is_never_passed()
    {
        var file = AtG1().Signed(Fag1, Gate.G1).Signed(Br1, Gate.G1);

        PhaseMachine.Unmet(file.Context(Koord1), Gate.G2).Should().Contain(new NotThisGatesPhase(Gate.G2));
        PhaseMachine.Allows(file.Context(Koord1), Gate.G2).Should().BeFalse();
    }

    /// <summary>Eight conditions are answered together while they hold: each of them alone must still close the gate.</summary>
    [Fact]
    public void R078_The_short_answer_at_a_joint_gate_is_the_answer_of_all_its_conditions()
    {
        var ready = AtG1().Signed(Fag1, Gate.G1).Signed(Br1, Gate.G1).Context(Koord1);
        PhaseMachine.Allows(ready, Gate.G1).Should().BeTrue();

        Closed(ready, file => file with { Standing = Standing.OnHold }).Should().Equal("NotEnded");
        Closed(ready, file => Members(file, Side.Fag, member => member with { LeftAt = ready.Now })).Should().Equal("BothSidesInGroup");
        Closed(ready, file => Members(file, Side.Bruker, member => member with { From = ready.Today.AddDays(1) })).Should().Equal("BothSidesInGroup");
        Closed(ready, file => file with { Group = file.Group with { WithoutBrukerSince = ready.Now } }).Should().Equal("ReplacementInformed");
        Closed(ready, file => file with { Group = file.Group.Replace(Br1, member => member with { Clarification = null }) }).Should().Equal("RolesClarified");
        Closed(ready, file => file with { Objections = new([new(1, Gate.G1, 1, Br1, Side.Bruker, Sealed("grunn"), null, null, ready.Now)]) }).Should().Equal("NoOpenObjection");
        Closed(ready, file => file with { SignOffs = file.SignOffs.Supersede(Gate.G1, ready.Now) }).Should().Equal("PackageFrozen", "SignedFag", "SignedBruker");
        Closed(ready, Without(Side.Fag)).Should().Equal("SignedFag");
        Closed(ready, Without(Side.Bruker)).Should().Equal("SignedBruker");
        Closed(ready, file => file with { SignOffs = file.SignOffs with { Given = [.. file.SignOffs.Given.Select(signOff => signOff with { Person = Fag1 })] } }).Should().Equal("DifferentSigners");
    }

    static Func<CaseFile, CaseFile> Without(Side side) => file => file with { SignOffs = file.SignOffs with { Given = [.. file.SignOffs.Given.Where(signOff => signOff.Side != side)] } };

    static CaseFile Members(CaseFile file, Side side, Func<Member, Member> change) =>
        file with { Group = file.Group with { Members = [.. file.Group.Members.Select(member => member.Side == side ? change(member) : member)] } };

    /// <summary>The conditions that close the gate after the change.</summary>
    static IEnumerable<string> Closed(CaseContext ready, Func<CaseFile, CaseFile> change)
    {
        var context = ready with { Case = change(ready.Case) };
        PhaseMachine.Allows(context, Gate.G1).Should().BeFalse();
        return PhaseMachine.Move(Gate.G1).Conditions.Where(condition => condition.Unmet(context) is not null).Select(condition => condition.Name);
    }

    [Fact]
    public void Asking_allocates_nothing_when_the_move_is_allowed()
    {
        var context = AtG1().Signed(Fag1, Gate.G1).Signed(Br1, Gate.G1).Context(Koord1);
        for (var warm = 0; warm < 100; warm++) PhaseMachine.Allows(context, Gate.G1).Should().BeTrue();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var allowed = PhaseMachine.Allows(context, Gate.G1);
        var after = GC.GetAllocatedBytesForCurrentThread();

        allowed.Should().BeTrue();
        (after - before).Should().Be(0);
    }

    [Fact]
    public void N3_Editing_a_document_of_a_passed_gate_closes_it_again()
    {
        var file = AtG1().Signed(Fag1, Gate.G1).Signed(Br1, Gate.G1).Given(Koord1, new GatePassed(Gate.G1, 1));
        file.File.Documents.Latest(DocumentKind.D08)!.Status.Should().Be(DocumentStatus.SignedOff);

        file.Given(Br1, new DraftSaved(DocumentKind.D08, 2, 1, Content("nytt")), new GateReopened(Gate.G1, ReopenCause.DocumentChanged));

        file.File.Phase.Should().Be(Phase.NeedsAssessment);
        file.File.Documents.File(DocumentKind.D08)!.Versions.Should().HaveCount(2);
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain([new PackageNotFrozen(), new MissingSignOff(Side.Fag), new MissingSignOff(Side.Bruker)]);
    }
}
