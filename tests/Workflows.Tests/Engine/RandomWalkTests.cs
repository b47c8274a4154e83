using FsCheck;
using FsCheck.Fluent;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Random walks through every drawing and through Standard metode. <see cref="Walk"/> replays the stored history after each step and compares.</summary>
public class RandomWalkTests
{
    static readonly ProcessDefinition StandardMetode = CaseWorkflow.Read(Drawing.Shipped("standard-metode")).Definition!;
    static readonly string[] Booleans = [.. CaseVariables.All.Where(variable => variable.Type == FeelType.Boolean).Select(variable => variable.Name)];
    static readonly string[] Messages = ["case.cancelled", "case.held", "gate.G1.reopened", "gate.G2.reopened", "gate.G3.reopened", "gate.G4.reopened"];

    public static TheoryData<string> Drawings => [.. Drawing.Named("valid").Where(path => !path.Contains("endless", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Drawings))]
    public void Any_walk_through_a_drawing_replays_to_the_same_position(string path) => Check(15, steps =>
    {
        var walk = Walk.Of(path).With("ferdig", false).With("omigjen", false).With("tall", 3).Start();
        if (Positions.RunsAway(walk)) return;
        foreach (var step in steps)
        {
            if (step % 5 == 0) walk.With("tall", step % 12).With("ferdig", step % 3 == 0).With("omigjen", step % 7 == 0);
            Random(walk, step, ["brev", "kort"]);
            Positions.MustHold(walk);
            if (Positions.RunsAway(walk)) return;
        }
    });

    [Fact]
    public void Any_walk_through_Standard_metode_replays_to_the_same_position() => Check(60, steps =>
    {
        var walk = Begin();
        foreach (var step in steps)
        {
            for (var some = 0; some < 4; some++) walk.With(Booleans[(step + some * 31) % Booleans.Length], (step + some) / 3 % 4 != 0);
            Random(walk, step, Messages);
            Positions.MustHold(walk);
        }
    });

    [Fact]
    public void N4_No_gate_is_ever_asked_for_by_a_timer_alone()
    {
        var fired = 0;
        Check(60, steps =>
        {
            var walk = Begin();
            foreach (var step in steps)
            {
                for (var some = 0; some < 8; some++) walk.With(Booleans[(step + some * 31) % Booleans.Length], (step + some) / 3 % 4 != 0);
                walk.With("gate.G1.ready", false).With("gate.G1.objected", false).With("gate.G1.frozen", true).Settle();
                if (walk.State.Timers.IsEmpty) continue;
                var before = walk.Environment.Performed.Count;
                walk.FireTimer(walk.State.Timers[step % walk.State.Timers.Length].Number);
                walk.Environment.Performed.Skip(before).Where(action => !action.StartsWith("remind", StringComparison.Ordinal)).Should().BeEmpty();
                fired++;
            }
        });
        fired.Should().BeGreaterThan(20);
    }

    static Walk Begin()
    {
        var walk = new Walk(StandardMetode);
        foreach (var name in Booleans) walk.With(name, false);
        return walk.Start();
    }

    static void Random(Walk walk, int step, string[] messages)
    {
        if (walk.State.IsEnded) return;
        walk.Environment.Obstacles = step % 11 == 0 ? ["MissingSignOff"] : [];
        var by = step / 7;
        switch (step % 6)
        {
            case 0 or 1 when !walk.State.Items.IsEmpty:
                var item = walk.State.Items[by % walk.State.Items.Length];
                if (item.Kind is ItemKind.UserTask) walk.CompleteItem(item.Number);
                break;
            case 2 when !walk.State.Timers.IsEmpty:
                walk.FireTimer(walk.State.Timers[by % walk.State.Timers.Length].Number);
                break;
            case 3 when by % 4 == 0:
                walk.Deliver(messages[by % messages.Length]);
                break;
            case 4 when by % 4 == 0:
                walk.Broadcast("rop");
                break;
            default:
                walk.Settle();
                break;
        }
    }

    static void Check(int walks, Action<int[]> run)
    {
        var steps = Gen.Choose(0, 10_000).ArrayOf(40).ToArbitrary();
        Prop.ForAll(steps, run).Check(Config.QuickThrowOnFailure.WithMaxTest(walks));
    }
}
