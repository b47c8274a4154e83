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
