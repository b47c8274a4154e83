using FsCheck;
using FsCheck.Fluent;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Random processes, walked at random: every position is what its history says, and what is drawn soundly always comes to its end and is never stuck.</summary>
public class RandomProcessTests
{
    static readonly HashSet<(ElementKind, Trigger)> Met = [];

    [Fact]
    public void A_block_structured_process_always_comes_to_its_end()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), WalkToTheEnd).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
        Met.Should().BeEquivalentTo(Executable.All, "every element the engine runs has been walked through");
    }

    /// <summary>Unsound ones may be stuck or wait for ever, but never go wrong: no exception, no endless run, a position in order, told the same by its history.</summary>
    [Fact]
    public void A_process_without_structure_keeps_its_position_in_order() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), WalkAround).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    static void WalkAround(int seed)
    {
        var chance = new Random(seed);
        var walk = new Walk(RandomTangle.Read(seed)).With("tall", 3).With("omigjen", false).With("ferdig", false).Start();
        for (var step = 0; step < 30 && !walk.State.IsEnded && !Positions.RunsAway(walk); step++)
        {
            Positions.MustHold(walk);
            walk.With("tall", chance.Next(6)).With("omigjen", chance.Next(3) == 0).With("ferdig", chance.Next(3) == 0);
            walk.Environment.Obstacles = chance.Next(6) == 0 ? ["MissingSignOff"] : [];
            if (chance.Next(8) == 0 && walk.State.StuckItems.FirstOrDefault() is { } stuck) walk.RetryItem(stuck.Number);
            else Move(walk, chance);
        }

        Positions.MustHold(walk);
    }

    static void WalkToTheEnd(int seed)
    {
        var definition = RandomDrawing.Read(seed);
        foreach (var element in definition.Elements) Met.Add((element.Kind, element.Trigger));
        var walk = new Walk(definition).With("tall", seed % 10).With("omigjen", false).With("ferdig", false).Start();
        var chance = new Random(seed);
        for (var step = 0; step < 1_000 && !walk.State.IsEnded; step++)
        {
            var late = step >= 40;
            walk.With("tall", chance.Next(11)).With("omigjen", !late && chance.Next(3) == 0).With("ferdig", late || chance.Next(3) == 0);
            if (late) walk.Finish(chance);
            else Move(walk, chance);
            walk.Stuck.Should().BeEmpty("drawing {0} is sound", seed);
            Positions.MustHold(walk);
        }

        walk.State.IsEnded.Should().BeTrue("drawing {0} is sound, but {1} and {2} are open", seed, string.Join(" ", walk.State.Items.Select(item => $"{item.Kind} {item.ElementId}")), string.Join(" ", walk.State.Waiting.Select(token => token.Gateway)));
    }

    static void Move(Walk walk, Random chance)
    {
        List<ProcessItem> tasks = [.. walk.State.UserTasks];
        switch (chance.Next(10))
        {
            case 0:
                walk.Deliver("brev");
                break;
            case 1:
                walk.Broadcast("rop");
                break;
            case 2 or 3 when !walk.State.Timers.IsEmpty:
                walk.FireTimer(walk.State.Timers[chance.Next(walk.State.Timers.Length)].Number);
                break;
            case < 9 when tasks.Count > 0:
                walk.CompleteItem(tasks[chance.Next(tasks.Count)].Number);
                break;
            default:
                walk.Settle();
                break;
        }
    }
}
