using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.ContinuationTests;
using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class ComplianceTests
{
    static ComplianceMatrix Of(TestCase file) => ComplianceMatrix.Of(file.File, FactPlaces.Of([]));

    static ComplianceRow At(TestCase file, Gate gate) => Of(file).Rows.Single(row => row.Step == ComplianceStep.Gate && row.Gate == gate);

    static IEnumerable<string> Lacking(TestCase file) => Medvirkning.Judged(file.File).Shortfalls.Select(shortfall => shortfall.Says.Nb);

    [Fact]
    public void Full_participation_lacks_nothing_and_may_be_called_by_the_methods_name()
    {
        var judged = Medvirkning.Judged(ReportSigned().File);

        (judged.Grad, judged.Shortfalls.Length).Should().Be((Medvirkningsgrad.Full, 0));
        judged.Grad.Mark().Should().Be(new Words("Utviklet etter Standard metode", "Utvikla etter Standard metode"));
    }

    [Fact]
    public void N12_R007_Only_full_participation_carries_the_methods_name()
    {
        foreach (var grad in Enum.GetValues<Medvirkningsgrad>())
            $"{grad.Mark().Nb} {grad.Mark().Nn}".Contains("Standard metode", StringComparison.Ordinal).Should().Be(grad == Medvirkningsgrad.Full);
        var without = Medvirkning.Judged(ReportSigned(notSignedByBruker: Gate.G3).File);

        without.Grad.Mark().Nb.Should().Be("Delvis dokumentert");
        without.Shortfalls.Should().Equal(new Shortfall.AtGate(Gate.G3, GateAgreement.LacksBruker));
        without.Shortfalls[0].Says.Should().Be(new Words(
            "Godkjenning av gjennomføringen (G3): godkjenning fra en brukerrepresentant mangler.", "Godkjenning av gjennomføringa (G3): godkjenning frå ein brukarrepresentant manglar."));
        var row = At(ReportSigned(notSignedByBruker: Gate.G3), Gate.G3);
        (row.Signed.Fag.Length, row.Signed.Bruker.Length).Should().Be((1, 0));
        row.Departures.Should().Contain(departure => departure.Code == "GatePassedWithout");
    }

    [Fact]
    public void A_case_that_has_just_begun_is_not_documented_and_says_so_of_each_gate()
    {
        Medvirkning.Judged(WithGroup().File).Grad.Should().Be(Medvirkningsgrad.IkkeDokumentert);
        Lacking(WithGroup()).Should().HaveCount(4).And.OnlyContain(says => says.EndsWith(": ikke lagt frem til godkjenning ennå."));
    }

    [Fact]
    public void R042_Example_B_a_meeting_without_the_user_side_lacks_until_the_side_has_answered()
    {
        static TestCase Invalid(TestCase file) => file.HoldsAnother(MeetingType.Planning, Fag1, Koord1).Does(Fag1, MeetingCase.Minutes(2, 1));
        var open = ReportSigned(meanwhile: Invalid);
        var answered = ReportSigned(meanwhile: file => Invalid(file).Does(Br1, new ConfirmProposal(2, 1)));

        Lacking(open).Should().Equal("Planleggingsmøte (møte 2) hadde ingen brukerrepresentant, og brukersiden har ikke svart på forslagene.");
        Lacking(answered).Should().BeEmpty();
        var (before, after) = (Meeting(open, 2), Meeting(answered, 2));
        before.TookPart.Bruker.Should().BeEmpty();
        before.TookPart.Fag.Select(one => one.Person).Should().Equal(Fag1);
        before.Departures.Single().Says.Nb.Should().Be("Ingen brukerrepresentant møtte. Forslagene er ikke besvart av siden som manglet.");
        after.Departures.Single().Says.Nb.Should().EndWith("har svart på forslagene etterpå.");
        static ComplianceRow Meeting(TestCase file, int number) => Of(file).Rows.Single(row => row.Step == ComplianceStep.Meeting && row.Number == number);
    }

    [Fact]
    public void R114_A_course_that_lost_its_lived_experience_is_only_partly_documented()
    {
        var file = ReportSigned(meanwhile: given => given.Given(Fag1, new DeviationLogged(DeviationKind.ExperienceItemMissing, 1)));

        Medvirkning.Of(file.File).Should().Be(Medvirkningsgrad.Delvis);
        Lacking(file).Should().Equal("Samling 1 mistet det siste innslaget med erfaringskunnskap (avvik).");
        Of(file).Rows.Single(row => row is { Step: ComplianceStep.Samling, Number: 1 }).Departures.Should().ContainSingle();
    }

    [Fact]
    public void N03_A_gate_that_was_opened_again_must_be_approved_anew_and_the_record_keeps_it()
    {
        var file = ReportSigned();
        file.Given(Fag1, new DraftSaved(DocumentKind.D24, 2, 1, Content("endret")), new GateReopened(Gate.G4, ReopenCause.DocumentChanged));

        At(file, Gate.G4).Agreement.Should().Be(GateAgreement.Reopened);
        Medvirkning.Of(file.File).Should().Be(Medvirkningsgrad.Delvis);
        Lacking(file).Should().Equal("Godkjenning av kursrapporten (G4): ble åpnet igjen og må godkjennes på nytt.");
        At(file, Gate.G4).Departures.Should().Contain(departure => departure.Code == "GateReopened");
        At(file, Gate.G4).Signed.Bruker.Should().ContainSingle("what was signed stays in the report");
    }

    [Fact]
    public void A_text_that_went_back_to_joint_work_is_said_to_be_there_and_its_signatures_stay()
    {
        var file = AtG1();
        file.Opened(Br1, Gate.G1).Does(Br1, new GiveSignOff(Gate.G1, 1, file.File.SignOffs.Current(Gate.G1)!.Hash)).Opened(Fag1, Gate.G1).Does(Fag1, new RequestChange(Gate.G1, 1, Written("skriv det enklere")));

        At(file, Gate.G1).Agreement.Should().Be(GateAgreement.Returned);
        Lacking(file).First().Should().Be("Godkjenning av behovsvurderingen (G1): teksten er tilbake i felles arbeid og må godkjennes på nytt.");
        At(file, Gate.G1).Signed.Bruker.Should().ContainSingle();
        At(file, Gate.G1).TookPart.Fag.Select(one => one.Person).Should().Equal(Fag1);
    }

    [Fact]
    public void R141_A_rerun_rests_on_the_earlier_signatures_of_the_gates_it_skips()
    {
        var file = ReportSigned().File;
        var rerun = file with
        {
            Identity = file.Identity! with { Flow = CaseFlow.Gjentak },
            Rerun = new(new(Guid.NewGuid()), default, [new(Gate.G1, new(Guid.NewGuid()), 1, "hash")], [], []),
        };

        GateAgreements.At(rerun, Gate.G1).Should().Be(GateAgreement.Earlier);
        Medvirkning.Of(rerun).Should().Be(Medvirkningsgrad.Full);
        Medvirkning.Judged(rerun with { Rerun = rerun.Rerun with { Gates = [] } }).Shortfalls.Should().Equal(new Shortfall.AtGate(Gate.G1, GateAgreement.NotReached));
    }

    [Fact]
    public void An_objection_stands_at_its_gate_by_side_and_number_and_never_with_its_reason()
    {
        var file = ReportSigned(meanwhile: given => given.Given(Br1, new ObjectionRaised(1, Gate.G2, 1, Br1, Side.Bruker, Sealed("for lite tid til spørsmål"), null, null, null, new(2026, 2, 1))));

        var row = At(file, Gate.G2);

        row.Objections.Should().BeEquivalentTo([new { Number = 1, Side = Side.Bruker, Status = ObjectionStatus.Open }]);
        row.TookPart.Bruker.Should().Contain(one => one.Person == Br1);
        System.Text.Json.JsonSerializer.Serialize(Of(file)).Should().NotContain("for lite tid");
    }

    [Fact]
    public void The_collaboration_evaluation_tells_how_many_answered_and_never_who()
    {
        var row = Of(ReportSigned()).Rows.Single(row => row.Step == ComplianceStep.Collaboration);

        row.Answers.Should().Be(new BothSides<int>(1, 1));
        (row.TookPart.Fag.Length, row.TookPart.Bruker.Length, row.Signed.Bruker.Length).Should().Be((0, 0, 0));
    }

    [Fact]
    public void Rows_follow_the_phases_and_hold_the_text_that_was_signed()
    {
        var rows = Of(ReportSigned()).Rows;

        rows.Select(row => row.Phase).Should().BeInAscendingOrder();
        rows.Where(row => row.Step is ComplianceStep.Gate or ComplianceStep.Decision).Select(row => row.Gate).Should().Equal(Enum.GetValues<Gate>().Select(gate => (Gate?)gate));
        At(ReportSigned(), Gate.G4).Documents.Should().Equal(new PackagedDocument(DocumentKind.D24, 1, CanonicalWriter.Hash(Content("tekst"))));
    }

    [Fact]
    public void Each_cell_points_to_the_fact_that_made_it()
    {
        var stamp = new Stamp(new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero), Br1, Role.Brukerrepresentant, "test");
        var places = FactPlaces.Of([(7, new SignOffGiven(Gate.G3, 1, "hash", Br1, Side.Bruker, 1, null), stamp), (9, new MeetingHeld(2, [], []), stamp)]);

        places.Of<SignOffGiven>((long)Gate.G3, 1, Br1).Should().Be(7);
        places.Of<MeetingHeld>(2).Should().Be(9);
        places.Of<SignOffGiven>((long)Gate.G3, 1, Fag1).Should().BeNull();
        ComplianceMatrix.Of(ReportSigned().File, places).Rows.Single(row => row.Step == ComplianceStep.Gate && row.Gate == Gate.G3).Signed.Bruker.Single().Fact.Should().Be(7);
    }

    [Fact]
    public void A_case_brings_the_same_into_its_units_report_as_its_own_report_says()
    {
        foreach (var file in new[] { WithGroup(), ReportSigned(), ReportSigned(notSignedByBruker: Gate.G2) })
        {
            var brought = CaseCompliance.Of(file.File)!;

            brought.Grad.Should().Be(Of(file).Judged.Grad);
            foreach (var gate in Medvirkning.JointGates) brought.At(gate).Should().Be(At(file, gate).Agreement);
            brought.MeetingsHeld.Should().Be(Of(file).Rows.Count(row => row.Step == ComplianceStep.Meeting));
        }
    }

    [Fact]
    public void Every_case_is_counted_once_at_each_gate_and_once_by_its_participation()
    {
        foreach (var agreement in Enum.GetValues<GateAgreement>())
            foreach (var grad in Enum.GetValues<Medvirkningsgrad>())
            {
                var one = new CaseCompliance(new(2026, 1, 1), null, grad, agreement, agreement, agreement, agreement, 0, 0, 0, 0, new(0, 0, 0, 0, 0));

                ComplianceFigures.All.Where(figure => figure.Counts(one)).Select(figure => ComplianceFigures.GateOf(figure)).Should().BeEquivalentTo([null, Gate.G1, Gate.G2, Gate.G3, (Gate?)Gate.G4]);
            }
    }
}
