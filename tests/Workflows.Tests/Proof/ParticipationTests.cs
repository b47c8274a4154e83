using System.Text;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>What is shipped is proved; and what the proof says when a person draws around a side, in the ways people do.</summary>
public class ParticipationTests
{
    static readonly string StandardMetode = Encoding.UTF8.GetString(Drawing.Shipped("standard-metode"));

    public static TheoryData<string> Shipped => [.. Drawing.AllShipped()];

    [Theory, MemberData(nameof(Shipped))]
    public void What_is_shipped_may_be_published(string name)
    {
        var verification = DefinitionVerifier.Verify(Drawing.Shipped(name));

        verification.Findings.Where(finding => finding.Severity == Severity.Error).Should().BeEmpty();
        verification.Properties.Should().OnlyContain(property => property.Verdict.Holds == true);
        verification.MayBePublished.Should().BeTrue();
    }

    [Fact]
    public void Reduced_and_whole_exploration_of_Standard_metode_agree()
    {
        var process = CaseWorkflow.Read(Drawing.Shipped("standard-metode")).Model!.Driving!;

        new ParticipationJudge(process, 300_000, reduced: false).Judge().Should().Be(PropertyVerdict.Kept);
        new ParticipationJudge(process, 300_000).Judge().Should().Be(PropertyVerdict.Kept);
    }

    [Fact]
    public void A_deadline_that_jumps_ahead_is_refused_with_the_way_and_a_sentence()
    {
        var verification = Changed(
            ("attachedToRef=\"g2_godkjenn\" cancelActivity=\"false\"", "attachedToRef=\"g2_godkjenn\" cancelActivity=\"true\""),
            ("id=\"g2_dag_14_til_g2_minn\" sourceRef=\"g2_dag_14\" targetRef=\"g2_minn\"", "id=\"g2_dag_14_til_g2_minn\" sourceRef=\"g2_dag_14\" targetRef=\"g2_passer\""));

        verification.Participation.Holds.Should().BeFalse();
        verification.Participation.Elements.Should().Equal("g2_passer");
        verification.Participation.CounterExample.Should().Contain("g2_dag_14").And.EndWith("g2_passer");
        verification.Participation.Sentence!.Nb.Should().Contain("fristen «Dag 14» går ut").And.Contain("kommer saken til Gjennomføring uten at fagpersonen og brukerrepresentanten har godkjent");
        verification.Participation.Sentence!.Nn.Should().Contain("kjem saka til Gjennomføring utan at");
        verification.MayBePublished.Should().BeFalse();
    }

    [Fact]
    public void R078_A_sign_off_by_one_side_is_refused_and_says_whose_is_missing()
    {
        var verification = Changed(("lms:gate=\"G1\" lms:sides=\"fag bruker\"", "lms:gate=\"G1\" lms:sides=\"fag\""));

        verification.Participation.Holds.Should().BeFalse();
        verification.Participation.Sentence!.Nb.Should().Contain("uten at brukerrepresentanten har godkjent");
    }

    [Fact]
    public void R083_A_sign_off_of_fewer_documents_is_refused() =>
        Changed(("lms:sides=\"fag bruker\" lms:documents=\"D11 D12 D13 D14 D15 D16\"", "lms:sides=\"fag bruker\" lms:documents=\"D11 D12 D13\"")).Participation.Holds.Should().BeFalse();

    [Fact]
    public void R083_Editing_beside_the_sign_off_is_refused() =>
        Changed(("id=\"les_kunngjoring\" name=\"Les og godta kunngjøringen\" lms:nameNn=\"Les og godta kunngjeringa\" lms:kind=\"announcement\"", "id=\"les_kunngjoring\" name=\"Skriv kunngjøringen\" lms:kind=\"document\""))
            .Participation.Holds.Should().BeFalse();

    [Fact]
    public void A_refused_sign_off_that_leads_to_the_gate_is_refused()
    {
        var verification = Changed(("id=\"g1_ma_endres\" name=\"Teksten må endres\" lms:nameNn=\"Teksten må endrast\" sourceRef=\"g1_svar\" targetRef=\"g1_samle_inn\"", "id=\"g1_ma_endres\" name=\"Teksten må endres\" sourceRef=\"g1_svar\" targetRef=\"g1_passer\""));

        verification.Participation.Holds.Should().BeFalse();
        verification.Participation.Sentence!.Nb.Should().Contain("selv om noen har bedt om endring eller innvendt mot teksten");
    }

    [Fact]
    public void R094_A_refused_sign_off_that_comes_straight_back_is_refused() =>
        Changed(("sourceRef=\"g1_svar\" targetRef=\"g1_samle_inn\"", "sourceRef=\"g1_svar\" targetRef=\"g1_til_godkjenning\"")).Participation.Holds.Should().BeFalse();

    [Fact]
    public void N3_A_gate_that_closes_again_must_lead_back() =>
        Changed(("<bpmn:message id=\"melding_g2_apnet\" name=\"gate.G2.reopened\" />", "<bpmn:message id=\"melding_g2_apnet\" name=\"member.left\" />")).Participation.Holds.Should().BeFalse();

    [Fact]
    public void A_gate_that_is_not_drawn_is_refused()
    {
        var verification = Changed(("lms:action=\"passGate\" lms:gate=\"G3\"", "lms:action=\"remind\" lms:gate=\"G3\""));

        verification.Participation.Holds.Should().BeFalse();
        verification.Participation.Sentence!.Nb.Should().Contain("mangler G3");
    }

    [Fact]
    public void A_task_given_to_those_who_cannot_do_it_is_not_staffed()
    {
        var verification = Changed(("lms:gate=\"G1\" lms:documents=\"D08\" lms:role=\"koordinator\"", "lms:gate=\"G1\" lms:documents=\"D08\" lms:role=\"fagperson\""));

        verification.Staffable.Holds.Should().BeFalse();
        verification.Staffable.Elements.Should().Equal("g1_klargjor");
    }

    [Fact]
    public void R079_A_side_that_is_to_sign_must_be_asked() =>
        Changed(("lms:sides=\"fag bruker\" lms:documents=\"D24\" lms:role=\"fagperson brukerrepresentant\"", "lms:sides=\"fag bruker\" lms:documents=\"D24\" lms:role=\"fagperson\"")).Staffable.Holds.Should().BeFalse();

    [Fact]
    public void Not_decided_is_never_a_pass()
    {
        var verification = DefinitionVerifier.Verify(Drawing.Shipped("standard-metode"), mostStates: 50);

        verification.Properties.Where(property => property.Name is not "staffable").Select(property => property.Verdict.Holds).Should().NotContain(true).And.NotContain(false);
        verification.Findings.Should().Contain(finding => finding.Check == "not-decided" && finding.Severity == Severity.Error);
        verification.MayBePublished.Should().BeFalse();
    }

    [Fact]
    public void Participation_is_not_asked_of_drawings_that_speak_of_no_gate()
    {
        var verification = DefinitionVerifier.Verify(Encoding.UTF8.GetBytes(Sketch.Xml("s:start a:task e:end s>a a>e")));

        verification.Participation.Holds.Should().BeNull();
        verification.Staffable.Holds.Should().BeNull();
        verification.OptionToComplete.Holds.Should().BeTrue();
    }

    static Verification Changed(params (string From, string To)[] changes)
    {
        var changed = StandardMetode;
        foreach (var (from, to) in changes)
        {
            changed.Should().Contain(from, "the drawing is what the test thinks it is");
            changed = changed.Replace(from, to);
        }

        return DefinitionVerifier.Verify(Encoding.UTF8.GetBytes(changed));
    }
}
