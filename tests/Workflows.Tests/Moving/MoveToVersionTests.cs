using System.Collections.Immutable;
using System.Text;
using LmsWorkflow.Domain;
using LmsWorkflow.Domain.Tests;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>A case moved to another version: its position is renamed, and nothing else is.</summary>
public class MoveToVersionTests
{
    static readonly string Source = Encoding.UTF8.GetString(Drawing.Shipped("standard-metode"));

    [Fact]
    public void The_position_keeps_its_place_under_new_names_and_the_case_goes_on_in_the_new_version()
    {
        var run = CaseRun.AtG1();
        var before = run.File;
        var plan = Plan(Edited(("g1_godkjenn\"", "g1_ja\""), ("g1_godkjenn<", "g1_ja<")), ("g1_godkjenn", "g1_ja"));

        var (after, facts) = Moved(plan, run);

        facts[0].Should().BeOfType<ProcessMigrated>();
        after.Process!.DefinitionVersion.Should().Be(2);
        after.Process.ContentHash.Should().Be(plan.To.ContentHash);
        after.Process.Items.Select(item => (item.Number, item.Scope, item.OpenedAt, item.DueAt)).Should().Equal(before.Process!.Items.Select(item => (item.Number, item.Scope, item.OpenedAt, item.DueAt)));
        after.Process.Items.Should().Contain(item => item.ElementId == "g1_ja").And.NotContain(item => item.ElementId == "g1_godkjenn");
        after.Process.Timers.Select(timer => (timer.Number, timer.DueAt)).Should().Equal(before.Process.Timers.Select(timer => (timer.Number, timer.DueAt)));
        CaseWorkflow.Decide(plan.To, Context(run, after), run.SignOff(Gate.G1)).Should().NotBeNull("the pinned content is the new one");
        var pinnedToOld = () => CaseWorkflow.Decide(plan.From, Context(run, after), run.SignOff(Gate.G1));
        pinnedToOld.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_step_that_is_gone_keeps_the_case_where_it_is()
    {
        var run = CaseRun.AtG1();
        var plan = Plan(Edited(("g1_godkjenn\"", "g1_ja\""), ("g1_godkjenn<", "g1_ja<")));
        Reasons(plan, run).Should().ContainSingle().Which.Should().BeOfType<StepHasNoTarget>();
        MoveCheck.Of(plan, Context(run, run.File with { Standing = Standing.OnHold })).Should().ContainSingle().Which.Should().BeOfType<CaseIsOnHold>();
    }

    [Fact]
    public void A_step_in_another_phase_or_of_another_kind_or_gate_is_no_target()
    {
        var run = CaseRun.AtG1();
        Reasons(Plan(Source, ("g1_godkjenn", "g2_godkjenn")), run).Select(reason => reason.Code).Should().Contain([nameof(StepIsInAnotherPhase), nameof(StepIsAtAnotherGate)]);
        Reasons(Plan(Source, ("g1_godkjenn", "g1_passer")), run).Select(reason => reason.Code).Should().Contain(nameof(StepIsOfAnotherKind));
    }

    [Fact]
    public void A_case_of_another_version_is_left_alone() =>
        Reasons(Plan(Source) with { From = Read(Source, 7) }, CaseRun.AtG1()).Should().ContainSingle().Which.Should().BeOfType<CaseFollowsAnotherVersion>();

    [Fact]
    public void A_weakening_move_waits_for_both_sides_of_the_case()
    {
        var run = CaseRun.AtG1();
        var plan = Plan(Edited(("lms:dueWorkingDays=\"2\"", "lms:dueWorkingDays=\"9\""))) with { ChangesHash = "liste" };
        Decided(plan, run, run.File).Should().BeOfType<Decision.Refused>().Which.Reasons.Should().ContainSingle().Which.Should().BeOfType<MoveAwaitsConsent>();

        run.Happens(new MoveProposed(2, "liste"));
        run.When(Br1, new ConsentToMove(2, "en annen liste")).Should().BeOfType<Decision.Refused>();
        run.Does(Br1, new ConsentToMove(2, "liste"));
        run.When(Br2, new ConsentToMove(2, "liste")).Should().BeOfType<Decision.Refused>("the side has consented");
        Decided(plan, run, run.File).Should().BeOfType<Decision.Refused>();
        run.Does(Fag1, new ConsentToMove(2, "liste"));
        Decided(plan, run, run.File).Should().BeOfType<Decision.Accepted>();
    }

    [Fact]
    public void One_side_can_say_no_with_a_reason()
    {
        var run = CaseRun.AtG1().Happens(new MoveProposed(2, "liste"));
        run.When(Br1, new RefuseMove(2, Written("nei"))).Should().BeOfType<Decision.Refused>();
        run.Does(Br1, new RefuseMove(2, Written("fristen er for lang for oss")));
        run.When(Fag1, new ConsentToMove(2, "liste")).Should().BeOfType<Decision.Refused>();
        Decided(Plan(Source + " ") with { ChangesHash = "liste" }, run, run.File).Should().BeOfType<Decision.Refused>().Which.Reasons.Should().ContainSingle().Which.Should().BeOfType<MoveWasRefused>();
    }

    /// <summary>Wherever a case can come, moving it opens nothing that was finished and leaves what has happened as it was.</summary>
    [Fact]
    public void No_finished_step_is_run_again_and_old_facts_fold_to_the_same()
    {
        var plan = Plan(Source + "<!-- ny utgave -->");
        foreach (var run in new[] { CaseRun.Registered(), CaseRun.InPhase1(), CaseRun.AtG1(), CaseRun.AtG1().Signs(Br1), CaseRun.InPlanning() })
        {
            var before = run.File;
            var (after, facts) = Moved(plan, run);
            facts.OfType<ProcessMoved>().SelectMany(moved => moved.Steps).Should().NotContain(step => step.Kind == StepKind.Open, "nothing is opened by moving to a version that means the same");
            facts.Where(fact => fact is not (ProcessMigrated or ProcessMoved)).Should().BeEmpty();
            (after with { Process = null, Version = 0, ChangedAt = default }).Should().Be(before with { Process = null, Version = 0, ChangedAt = default });
            after.Process!.Items.SequenceEqual(before.Process!.Items).Should().BeTrue();
            after.Process.Waiting.SequenceEqual(before.Process.Waiting).Should().BeTrue();
            after.Process.Timers.SequenceEqual(before.Process.Timers).Should().BeTrue();
        }
    }

    [Fact]
    public void A_new_reminder_on_the_open_step_is_set_from_now_and_one_that_is_gone_is_cleared()
    {
        var run = CaseRun.AtG1();
        run.File.Process!.Timers.Select(timer => timer.ElementId).Should().Contain("g1_dag_3");
        var plan = Plan(Edited(("g1_dag_3\"", "g1_dag_ny\""), ("g1_dag_3<", "g1_dag_ny<")));
        var later = run.At(run.Now.AddDays(1));
        var (after, _) = Moved(plan, later);
        after.Process!.Timers.Should().NotContain(timer => timer.ElementId == "g1_dag_3");
        after.Process.Timers.Single(timer => timer.ElementId == "g1_dag_ny").DueAt.Should().BeAfter(later.Now.AddDays(2));
    }

    static string Edited(params (string From, string To)[] edits) => edits.Aggregate(Source, (text, edit) => text.Replace(edit.From, edit.To, StringComparison.Ordinal));

    static ProcessDefinition Read(string text, int version) => CaseWorkflow.Read(Encoding.UTF8.GetBytes(text), version).Definition!;

    static MovePlan Plan(string to, params (string From, string To)[] mapping) =>
        new(Read(Source, 1), Read(to, 2), FormCatalogue.Empty, mapping.ToImmutableDictionary(entry => entry.From, entry => entry.To), "plan", null);

    static CaseContext Context(CaseRun run, CaseFile file) => run.Context(Koord1, Role.Koordinator) with { Case = file };

    static ImmutableArray<Refusal> Reasons(MovePlan plan, CaseRun run) => MoveCheck.Of(plan, Context(run, run.File));

    static Decision Decided(MovePlan plan, CaseRun run, CaseFile file) => CaseWorkflow.Decide(plan.From, Context(run, file), new MoveToVersion(plan));

    static (CaseFile After, ImmutableArray<Fact> Facts) Moved(MovePlan plan, CaseRun run)
    {
        var facts = Decided(plan, run, run.File).Should().BeOfType<Decision.Accepted>().Which.Facts;
        return (facts.Aggregate(run.File, (file, fact) => file.After(fact, new Stamp(run.Now, null, Role.Administrator, "test"))), facts);
    }
}
