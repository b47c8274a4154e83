using LmsWorkflow.Domain;
using LmsWorkflow.Domain.Tests;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>The field's rules and Standard metode's drawing, driving one case together.</summary>
public class CaseWorkflowTests
{
    [Fact]
    public void A_reported_need_starts_the_process_it_is_pinned_to()
    {
        var run = CaseRun.Registered();
        run.Latest.Select(fact => fact.GetType().Name).Should().Equal("NeedRegistered", "ProcessStarted", "ProcessMoved");
        run.Open.Should().Equal("avklar_engasjement", "sjekk_tilbud");
        run.File.Process!.Definition.Should().Be("standard_metode");
    }

    [Fact]
    public void R011_The_leaders_anchoring_passes_G0()
    {
        var run = CaseRun.InPhase1();
        run.File.Phase.Should().Be(Phase.NeedsAssessment);
        run.Open.Should().Equal("etabler_arbeidsgruppe");
    }

    [Fact]
    public void R078_G1_passes_at_the_second_sides_sign_off_and_not_before()
    {
        var run = CaseRun.AtG1().Signs(Br1);
        run.File.Phase.Should().Be(Phase.NeedsAssessment);
        run.Open.Should().Equal("g1_godkjenn");

        run.Signs(Fag1);
        run.File.Phase.Should().Be(Phase.Planning);
        run.Latest.Select(fact => fact.GetType().Name).Should().Equal("SignOffGiven", "ProcessMoved", "GatePassed", "ProcessMoved");
    }

    [Fact]
    public void A_wish_for_change_opens_joint_work_and_the_new_text_is_signed_afresh()
    {
        var run = CaseRun.AtG1().Signs(Fag1).Does(Br2, new RequestChange(Gate.G1, 1, Written("pårørende mangler en egen samtale")));
        run.Open.Should().Equal("g1_klargjor", "g1_bearbeid");

        run.Writes("andre versjon", 2).Does(Koord1, new FreezePackage(Gate.G1));
        run.Open.Should().Equal("g1_godkjenn");
        run.Signs(Br1).File.Phase.Should().Be(Phase.NeedsAssessment, "the fagperson's sign-off stays with the first text (R83)");
        run.Signs(Fag1).File.Phase.Should().Be(Phase.Planning);
    }

    [Fact]
    public void R083_Editing_the_frozen_text_leads_back_to_joint_work() =>
        CaseRun.AtG1().Signs(Fag1).Writes("ny tekst", 2).Open.Should().Equal("g1_klargjor", "g1_bearbeid");

    [Fact]
    public void R095_R096_An_objection_starts_the_dialogue_and_withdrawal_ends_it()
    {
        var run = CaseRun.AtG1().Signs(Fag1).Does(Br2, Objection());
        run.Open.Should().Equal("g1_dialogmote");
        run.Signs(Br1).File.Phase.Should().Be(Phase.NeedsAssessment);

        run.Does(Br2, new WithdrawObjection(1)).File.Phase.Should().Be(Phase.Planning);
    }

    [Fact]
    public void R096_An_objection_during_joint_work_starts_the_dialogue_at_once_and_the_work_goes_on_afterwards()
    {
        var run = CaseRun.AtG1().Does(Br1, new RequestChange(Gate.G1, 1, Written("pårørende mangler en egen samtale"))).Does(Br2, Objection());
        run.Open.Should().Equal("g1_dialogmote");
        run.Does(Br2, new WithdrawObjection(1)).Open.Should().Equal("g1_klargjor", "g1_bearbeid");
    }

    [Fact]
    public void R097_Agreement_in_a_valid_dialogue_leads_to_a_new_version()
    {
        var run = Dialogue(CaseRun.AtG1().Does(Br2, Objection())).Does(Br2, new AgreeOnNewVersion(1, 1));
        run.Open.Should().Equal("g1_klargjor", "g1_bearbeid");
        run.Writes("enige om dette", 2).Does(Koord1, new FreezePackage(Gate.G1)).Signs(Fag1).Signs(Br2).File.Phase.Should().Be(Phase.Planning);
    }

    [Fact]
    public void R099_R100_Dissent_leads_back_to_sign_off_by_both_sides()
    {
        var run = Escalated();
        run.Open.Should().Equal("g1_avgjor");

        run.Does(Leder1, new DecideEscalation(1, EscalationOutcome.Dissent, Written("dissens føres i planen")));
        run.Open.Should().Equal("g1_godkjenn");
        run.Signs(Fag1).File.Phase.Should().Be(Phase.NeedsAssessment);
        run.Signs(Br1).File.Phase.Should().Be(Phase.Planning);
    }

    [Fact]
    public void R099_Return_with_guidance_leads_to_a_new_dialogue() =>
        Escalated().Does(Leder1, new DecideEscalation(1, EscalationOutcome.Return, Written("prøv med en samtalegruppe"))).Open.Should().Equal("g1_dialogmote");

    [Fact]
    public void R099_The_leader_may_stop_the_case_and_the_process_ends()
    {
        var run = Escalated().Does(Leder1, new DecideEscalation(1, EscalationOutcome.Stop, Written("tilbudet legges ikke opp nå")));
        run.File.Standing.Should().Be(Standing.Cancelled);
        run.File.Process!.IsEnded.Should().BeTrue();
    }

    [Fact]
    public void R086_An_objection_within_three_working_days_interrupts_planning_and_starts_the_dialogue()
    {
        var run = CaseRun.InPlanning().Does(Br2, Objection());
        run.File.Phase.Should().Be(Phase.NeedsAssessment);
        run.Open.Should().Equal("g1_dialogmote");
        run.Does(Br2, new WithdrawObjection(1)).File.Phase.Should().Be(Phase.Planning);
    }

    [Fact]
    public void N3_Editing_what_a_passed_gate_rests_on_leads_back_to_joint_work()
    {
        var run = CaseRun.InPlanning().Happens(new DraftSaved(DocumentKind.D08, 2, 1, Content("endret")), new GateReopened(Gate.G1, ReopenCause.DocumentChanged));
        run.Open.Should().Equal("g1_klargjor", "g1_bearbeid");
        run.File.Process!.Items.Should().NotContain(item => item.ElementId == "fase2_planlegging");
    }

    [Fact]
    public void Cancelling_ends_the_process()
    {
        var run = CaseRun.InPlanning().Does(Leder1, new CancelCase(Written("for få påmeldte i år")));
        run.File.Process!.IsEnded.Should().BeTrue();
        run.Latest.Select(fact => fact.GetType().Name).Should().Equal("CaseCancelled", "ProcessMoved");
    }

    [Fact]
    public void A_cancelled_case_stops_even_when_its_drawing_did_not_foresee_it()
    {
        var run = CaseRun.Registered(ByText("<bpmn:userTask id=\"a\" lms:role=\"koordinator\"/>", "a")).Does(Koord1, new CancelCase(Written("meldt ved en feil")));
        run.File.Process!.IsEnded.Should().BeTrue();
    }

    [Fact]
    public void On_hold_timers_wait_and_deadlines_move_by_the_length_of_the_hold()
    {
        var run = CaseRun.AtG1();
        var due = run.File.Process!.NextDue!.Value;
        run.Does(Koord1, new PutOnHold(Written("venter på svar fra kommunen"), null)).At(due.AddDays(7));
        run.Open.Should().BeEquivalentTo("g1_godkjenn", "ta_opp_igjen");
        run.Fire("g1_dag_3").ShouldBeRefusedWith<CaseIsOnHold>();

        run.Does(Koord1, new ResumeCase());
        run.File.Process!.NextDue.Should().Be(due.AddDays(10));
        run.Open.Should().Equal("g1_godkjenn");
    }

    [Fact]
    public void N4_R088_Reminders_name_the_missing_side_and_never_approve()
    {
        var run = CaseRun.AtG1().Signs(Fag1);
        run.Fire("g1_dag_3").ShouldBeRefusedWith<TimerIsNotDue>();

        foreach (var (element, days) in ((string, int)[])[("g1_dag_3", 3), ("g1_dag_7", 7), ("g1_dag_14", 14)])
        {
            run.At(TestCase.Start.AddDays(days));
            run.Fire(element).ShouldGive<SignersReminded>().Missing.Should().Equal(Side.Bruker);
        }

        run.At(TestCase.Start.AddDays(21));
        run.Fire("g1_dag_21");
        run.Open.Should().Equal("g1_godkjenn", "g1_ta_kontakt");
        run.File.Phase.Should().Be(Phase.NeedsAssessment);
        run.File.SignOffs.Reminders.Should().HaveCount(3);
    }

    [Fact]
    public void A_timer_fired_twice_does_nothing_the_second_time()
    {
        var run = CaseRun.AtG1().At(TestCase.Start.AddDays(3));
        var timer = run.File.Process!.Timers.First(timer => timer.ElementId == "g1_dag_3").Number;
        run.When(Actor.System, new FireDueTimer(timer));
        run.When(Actor.System, new FireDueTimer(timer)).Should().BeOfType<Decision.Accepted>().Which.Facts.Should().BeEmpty();
        run.When(Koord1, new FireDueTimer(timer)).ShouldBeRefusedWith<NotAllowed>();
    }

    [Fact]
    public void R081_A_sign_off_task_cannot_be_ticked_off()
    {
        var run = CaseRun.AtG1();
        run.When(Br1, new CompleteWorkItem(run.Item("g1_godkjenn"))).ShouldBeRefusedWith<WorkItemCompletesItself>();
        run.When(Koord1, new CompleteWorkItem(run.Item("g1_godkjenn"))).ShouldBeRefusedWith<NotYourWorkItem>();
        run.When(Br1, new CompleteWorkItem(999)).ShouldBeRefusedWith<WorkItemIsGone>();
    }

    [Fact]
    public void A_task_by_hand_is_completed_by_the_role_it_is_for()
    {
        var run = CaseRun.AtG1().At(TestCase.Start.AddDays(21));
        run.Fire("g1_dag_21");
        run.When(Leder1, new CompleteWorkItem(run.Item("g1_ta_kontakt"))).ShouldBeRefusedWith<NotYourWorkItem>();
        run.Does(Koord1, new CompleteWorkItem(run.Item("g1_ta_kontakt"))).Open.Should().Equal("g1_godkjenn");
    }

    [Fact]
    public void What_the_guard_misses_is_stuck_with_its_reasons_and_goes_on_when_it_is_there()
    {
        var run = CaseRun.Registered()
            .Does(Koord1, new RecordContact(Side.Fag, Written("Fag3"), false)).Does(Koord1, new RecordContact(Side.Bruker, Written("ringte to ganger"), IsAttempt: true))
            .Happens(new DraftSaved(DocumentKind.D02, 1, 1, Content("tilbudssjekk"))).At(TestCase.Start.AddDays(61))
            .Does(Leder1, new AnchorCase(Nevrologisk, Written("formål"), Written("forløpet"), 60, 22_000, 12_000, null, true, new(2025, 9, 1), new(2027, 9, 1)));
        run.File.Process!.StuckItems.Single().Stuck.Should().Equal(nameof(ContactMissing));
        run.When(Br1, new RetryStuck(run.Item("g0_passer"))).ShouldBeRefusedWith<NotAllowed>();
        run.Does(Koord1, new RetryStuck(run.Item("g0_passer"))).Latest.Should().BeEmpty();

        run.Does(Koord1, new RecordContact(Side.Bruker, Written("Brukerorganisasjon"), false));
        run.File.Phase.Should().Be(Phase.NeedsAssessment);
        run.Latest.OfType<ProcessUnstuck>().Should().ContainSingle();
    }

    [Fact]
    public void R078_A_drawing_that_takes_a_short_cut_is_stuck_at_the_gate()
    {
        var run = CaseRun.Registered(ByText("<bpmn:serviceTask id=\"a\" lms:action=\"passGate\" lms:gate=\"G2\"/>", "a"));
        run.File.Process!.StuckItems.Single().Stuck.Should().Contain(nameof(MissingSignOff)).And.Contain(nameof(NotThisGatesPhase));
        run.File.Phase.Should().Be(Phase.Forankring);
    }

    [Fact]
    public void R139_A_drawing_cannot_close_a_case_before_the_leaders_decision() =>
        CaseRun.Registered(ByText("<bpmn:serviceTask id=\"a\" lms:action=\"closeCase\"/>", "a")).File.Standing.Should().Be(Standing.Open);

    [Fact]
    public void A_case_is_never_driven_by_another_definition_than_its_own()
    {
        var other = ByText("<bpmn:userTask id=\"a\" lms:role=\"koordinator\"/>", "a");
        var act = () => CaseWorkflow.Decide(other, CaseRun.InPhase1().Context(Koord1, Role.Koordinator), new ResumeCase());
        act.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Every_variable_has_a_value_of_its_type_whatever_the_case_holds()
    {
        foreach (var run in (CaseRun[])[CaseRun.Registered(), CaseRun.InPhase1(), CaseRun.AtG1(), CaseRun.InPlanning()])
            foreach (var variable in CaseVariables.All)
                variable.Value(run.Context(Koord1, Role.Koordinator)).Type.Should().Be(variable.Type, variable.Name);
    }

    static RaiseObjection Objection() => new(Gate.G1, Written("deltakerne trenger veien videre"), null);

    static CaseRun Escalated() => Dialogue(CaseRun.AtG1().Does(Br2, Objection())).Does(Koord1, new EscalateObjection(1, 1));

    static CaseRun Dialogue(CaseRun run)
    {
        run.Does(Koord1, new PlanMeeting(MeetingType.Dialogue, run.Now.AddDays(8), 60, MeetingForm.Physical, Written("Møterom 2"), MeetingTemplate.None));
        run.Does(Koord1, new CallMeeting(1)).At(run.Now.AddDays(8).AddHours(2));
        return run.Does(Koord1, new HoldMeeting(1, [Fag1, Br2], []));
    }

    static ProcessDefinition ByText(string element, string id) => CaseWorkflow.Read(System.Text.Encoding.UTF8.GetBytes($"""
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lms="urn:lmsworkflow:bpmn:1">
          <bpmn:process id="p"><bpmn:startEvent id="start"/>{element}<bpmn:endEvent id="slutt"/>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="{id}"/><bpmn:sequenceFlow id="f2" sourceRef="{id}" targetRef="slutt"/></bpmn:process>
        </bpmn:definitions>
        """)).Definition!;
}
