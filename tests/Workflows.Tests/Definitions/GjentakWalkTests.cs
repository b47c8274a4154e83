using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>The re-run from start to end, its variables set by hand.</summary>
public sealed class GjentakWalkTests
{
    static readonly ProcessDefinition Definition = CaseWorkflow.Read(Drawing.Shipped("gjentak")).Definition!;

    readonly Walk walk = new(Definition);

    [Fact]
    public void R141_It_begins_with_the_group_the_change_list_and_the_joint_planning_meeting()
    {
        Begin();

        walk.Open.Should().BeEquivalentTo("oppnevn_gruppen", "behandle_endringer", "hold_oppstartsmote", "skriv_kursplan", "lag_program", "sett_opp_budsjett", "skriv_kunngjoring");
    }

    [Fact]
    public void R142_The_plan_is_not_made_ready_before_the_change_list_is_treated()
    {
        Begin();
        Now("group.clarified", "meetings.planning.valid", "document.D11.complete", "document.D12.complete", "document.D15.complete", "document.D13.complete", "document.D14.complete", "document.D16.complete");
        walk.Open.Should().Equal("behandle_endringer");

        Now("changes.treated");

        walk.Open.Should().Equal("g2_klargjor");
    }

    [Fact]
    public void Happy_path_passes_G2_to_G4b_and_closes()
    {
        Begin();
        Now("group.clarified", "changes.treated", "meetings.planning.valid", "document.D11.complete", "document.D12.complete", "document.D15.complete", "document.D13.complete", "document.D14.complete", "document.D16.complete");
        Now("gate.G2.frozen");
        Now("budget.approved", "announcement.read", "gate.G2.ready");
        Now("run.announced", "run.registered", "run.ready", "run.recorded", "run.finished", "document.D21.complete");
        Now("gate.G3.frozen");
        Now("gate.G3.ready");
        Now("evaluation.closed", "collaboration.bothSides", "meetings.evaluation.valid", "document.D24.complete", "learning.recorded");
        Now("gate.G4.frozen");
        Now("gate.G4.ready");
        Now("decision.made");
        walk.Complete("folg_opp");

        walk.State.IsEnded.Should().BeTrue();
        walk.Environment.Performed.Should().Equal("passGate:G2", "passGate:G3", "passGate:G4", "passGate:G4b", "closeCase");
    }

    void Begin()
    {
        foreach (var variable in CaseVariables.All)
            walk.With(variable.Name, variable.Type switch
            {
                FeelType.Boolean => FeelValue.False,
                FeelType.String => FeelValue.Of("gjentak"),
                _ => FeelValue.Of(new DateOnly(2026, 9, 1)),
            });
        walk.Start();
    }

    void Now(params ReadOnlySpan<string> variables)
    {
        foreach (var variable in variables) walk.With(variable, true);
        walk.Settle();
    }
}
