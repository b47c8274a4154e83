using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>The shipped definition from start to end, its variables set by hand: where the process goes, not what the field's rules say.</summary>
public class StandardMetodeWalkTests
{
    static readonly ProcessDefinition Definition = CaseWorkflow.Read(Drawing.Shipped("standard-metode")).Definition!;

    readonly Walk walk = new(Definition);

    [Fact]
    public void It_begins_with_both_preparations_at_once() => Begin().Open.Should().Equal("avklar_engasjement", "sjekk_tilbud");

    [Fact]
    public void Happy_path_from_reported_need_to_closed_case()
    {
        ToPlanning();
        walk.Open.Should().BeEquivalentTo("hold_oppstartsmote", "skriv_kursplan", "lag_program", "sett_opp_budsjett", "skriv_kunngjoring");
        PlanWritten();
        walk.Open.Should().Equal("g2_klargjor");
        Now("gate.G2.frozen");
        walk.Open.Should().BeEquivalentTo("g2_godkjenn", "godkjenn_budsjett", "les_kunngjoring");
        Now("budget.approved", "announcement.read");
        walk.Open.Should().Equal("g2_godkjenn");
        Now("gate.G2.ready");

        walk.Open.Should().Equal("kunngjor");
        Now("run.announced");
        walk.Open.Should().BeEquivalentTo("ta_imot_pamelding", "klargjor_kurs");
        Now("run.registered", "run.ready");
        walk.Open.Should().Equal("gjennomfor_samlinger");
        Now("run.recorded");
        Now("run.finished", "document.D21.complete");
        Now("gate.G3.frozen");
        Now("gate.G3.ready");

        walk.Open.Should().BeEquivalentTo("lukk_deltakerevaluering", "svar_samarbeid", "hold_evalueringsmote");
        Now("evaluation.closed", "collaboration.bothSides", "meetings.evaluation.valid");
        Now("document.D24.complete", "learning.recorded");
        Now("gate.G4.frozen");
        Now("gate.G4.ready");

        walk.Open.Should().Equal("vedta_videreforing");
        Now("decision.made");
        walk.Open.Should().Equal("folg_opp");
        walk.Complete("folg_opp");

        walk.State.IsEnded.Should().BeTrue();
        walk.Environment.Performed.Should().Equal("passGate:G0", "passGate:G1", "passGate:G2", "passGate:G3", "passGate:G4", "passGate:G4b", "closeCase");
    }

    [Fact]
    public void R083_A_wish_for_change_leads_back_to_joint_work_and_to_a_new_text_to_sign()
    {
        ToSignOff1();
        walk.With("gate.G1.frozen", false);
        Now("gate.G1.returned", "gate.G1.changeRequested");
        walk.Open.Should().Equal("g1_klargjor", "g1_bearbeid");

        No("gate.G1.returned");
        Now("gate.G1.frozen");
        walk.Open.Should().Equal("g1_godkjenn");
        Now("gate.G1.ready");
        walk.State.Items.Should().Contain(item => item.ElementId == "fase2_planlegging");
    }

    [Fact]
    public void R096_An_objection_leads_to_a_dialogue_meeting_due_in_fourteen_days()
    {
        ToSignOff1();
        Now("gate.G1.objected");

        walk.Open.Should().Equal("g1_dialogmote");
        walk.State.UserTasks.Single().DueAt.Should().Be(walk.Environment.Now.AddDays(14));
        walk.State.Timers.Should().BeEmpty();
    }

    [Fact]
    public void R097_A_withdrawn_objection_leads_back_to_the_same_text()
    {
        ToSignOff1();
        Now("gate.G1.objected");
        No("gate.G1.objected");
        walk.Open.Should().Equal("g1_godkjenn");
    }

    [Fact]
    public void R097_An_agreed_new_version_leads_to_joint_work()
    {
        ToSignOff1();
        Now("gate.G1.objected");
        walk.With("gate.G1.objected", false).With("gate.G1.frozen", false);
        Now("gate.G1.returned");
        walk.Open.Should().Equal("g1_klargjor", "g1_bearbeid");
    }

    [Fact]
    public void R099_R100_An_escalated_objection_goes_to_the_leader_and_dissent_leads_back_to_sign_off()
    {
        ToSignOff1();
        Now("gate.G1.objected");
        Now("gate.G1.escalated");
        walk.Open.Should().Equal("g1_avgjor");
        walk.State.UserTasks.Single().Roles.Should().Be(TaskRoles.Leder);

        walk.With("gate.G1.objected", false);
        No("gate.G1.escalated");
        walk.Open.Should().Equal("g1_godkjenn");
        walk.Environment.Performed.Should().NotContain("passGate:G1");
    }

    [Fact]
    public void R099_The_leader_may_send_back_with_guidance_to_a_new_dialogue()
    {
        ToSignOff1();
        Now("gate.G1.objected");
        Now("gate.G1.escalated");
        No("gate.G1.escalated");
        walk.Open.Should().Equal("g1_dialogmote");
    }

    [Theory]
    [InlineData("fase2_planlegging", "gate.G1.reopened", "g1_klargjor")]
    [InlineData("fase3_gjennomforing", "gate.G2.reopened", "g2_klargjor")]
    [InlineData("fase4_evaluering", "gate.G3.reopened", "g3_klargjor")]
    [InlineData("fase5_videreforing", "gate.G4.reopened", "g4_klargjor")]
    public void R086_A_gate_that_closes_again_interrupts_the_next_phase_and_leads_back_to_joint_work(string phase, string message, string back)
    {
        ToPhase(phase);
        var gate = message[5..7];
        walk.With(message, true).With($"gate.{gate}.frozen", false).With($"gate.{gate}.ready", false).With($"gate.{gate}.returned", true);

        walk.Deliver(message);

        walk.State.Items.Should().NotContain(item => item.ElementId == phase);
        walk.Open.Should().Equal(back, back.Replace("klargjor", "bearbeid", StringComparison.Ordinal));
    }

    [Fact]
    public void R086_An_objection_after_the_gate_leads_straight_to_the_dialogue()
    {
        ToPlanning();
        walk.With("gate.G1.reopened", true).With("gate.G1.ready", false).With("gate.G1.objected", true);
        walk.Deliver("gate.G1.reopened").Open.Should().Equal("g1_dialogmote");
    }

    [Fact]
    public void N4_R081_R088_Timers_remind_on_day_3_7_and_14_give_a_task_on_day_21_and_never_approve()
    {
        ToSignOff1();
        var begun = walk.Environment.Now;
        walk.State.Timers.Select(timer => (timer.DueAt - begun).Days).Should().BeEquivalentTo([3, 7, 14, 21]);

        foreach (var day in (string[])["g1_dag_3", "g1_dag_7", "g1_dag_14", "g1_dag_21"]) walk.Fire(day);

        walk.Environment.Performed.Should().Equal("passGate:G0", "remind:G1", "remind:G1", "remind:G1");
        walk.Open.Should().Equal("g1_godkjenn", "g1_ta_kontakt");
        walk.State.Timers.Should().BeEmpty();
        walk.Complete("g1_ta_kontakt").Open.Should().Equal("g1_godkjenn");
    }

    [Fact]
    public void Contact_by_other_means_does_not_stand_in_the_way_when_the_sign_off_comes()
    {
        ToSignOff1();
        walk.Fire("g1_dag_21");
        Now("gate.G1.ready");
        walk.Open.Should().NotContain("g1_ta_kontakt");
        walk.State.Items.Should().Contain(item => item.ElementId == "fase2_planlegging");
    }

    [Fact]
    public void Cancelling_ends_the_process_from_anywhere()
    {
        ToSignOff1();
        walk.Deliver("case.cancelled").State.IsEnded.Should().BeTrue();
    }

    [Fact]
    public void On_hold_is_beside_the_work_and_ends_when_the_case_is_taken_up_again()
    {
        ToSignOff1();
        walk.With("case.onHold", true).Deliver("case.held").Open.Should().BeEquivalentTo("g1_godkjenn", "ta_opp_igjen");
        No("case.onHold");
        walk.Open.Should().Equal("g1_godkjenn");
    }

    [Fact]
    public void What_the_guard_refuses_is_stuck_at_the_gate_and_goes_on_by_itself()
    {
        Begin();
        walk.Environment.Obstacles = ["ContactMissing"];
        Now("contacts.complete", "document.D02.complete", "anchored");
        walk.Stuck.Should().Equal("g0_passer");
        walk.Environment.Obstacles = [];
        walk.Settle().Open.Should().Equal("etabler_arbeidsgruppe");
    }

    Walk Begin()
    {
        foreach (var variable in CaseVariables.All) walk.With(variable.Name, Nothing(variable.Type));
        return walk.Start();
    }

    static FeelValue Nothing(FeelType type) => type switch
    {
        FeelType.Boolean => FeelValue.False,
        FeelType.String => FeelValue.Of(""),
        _ => FeelValue.Of(new DateOnly(2026, 1, 5)),
    };

    void ToSignOff1()
    {
        Begin();
        Now("contacts.complete", "document.D02.complete");
        Now("anchored");
        Now("group.bothSides");
        Now("group.clarified", "document.D08.complete");
        walk.Open.Should().Equal("g1_klargjor");
        Now("gate.G1.frozen");
        walk.Open.Should().Equal("g1_godkjenn");
    }

    void ToPlanning()
    {
        ToSignOff1();
        Now("gate.G1.ready");
    }

    void PlanWritten() => Now(
        "meetings.planning.valid", "document.D11.complete", "document.D12.complete", "document.D13.complete",
        "document.D14.complete", "document.D15.complete", "document.D16.complete");

    void ToPhase(string phase)
    {
        ToPlanning();
        if (phase == "fase2_planlegging") return;
        PlanWritten();
        Now("gate.G2.frozen", "budget.approved", "announcement.read", "gate.G2.ready");
        if (phase == "fase3_gjennomforing") return;
        Now("run.announced", "run.registered", "run.ready", "run.recorded", "run.finished", "document.D21.complete", "gate.G3.frozen", "gate.G3.ready");
        if (phase == "fase4_evaluering") return;
        Now("evaluation.closed", "collaboration.bothSides", "meetings.evaluation.valid", "document.D24.complete", "learning.recorded", "gate.G4.frozen", "gate.G4.ready");
    }

    void Now(params string[] variables) => Set(variables, true);

    void No(params string[] variables) => Set(variables, false);

    void Set(string[] variables, bool value)
    {
        foreach (var variable in variables) walk.With(variable, value);
        walk.Settle();
    }
}
