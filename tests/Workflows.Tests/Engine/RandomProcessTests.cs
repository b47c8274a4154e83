using FsCheck;
using FsCheck.Fluent;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Random processes, walked at random: they always come to their end, are never stuck, and every position is what its history says.</summary>
public class RandomProcessTests
{
    [Fact]
    public void A_block_structured_process_always_comes_to_its_end() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var walk = new Walk(Read(seed)).With("tall", seed % 10).With("omigjen", false).Start();
            var chance = new Random(seed);
            for (var step = 0; step < 400 && !walk.State.IsEnded; step++)
            {
                walk.With("tall", chance.Next(11)).With("omigjen", step < 60 && chance.Next(3) == 0);
                Move(walk, chance);
                walk.Stuck.Should().BeEmpty("drawing {0} is sound", seed);
            }

            walk.State.IsEnded.Should().BeTrue("drawing {0} is sound", seed);
            walk.State.Waiting.Should().BeEmpty();
            walk.State.Timers.Should().BeEmpty();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    static void Move(Walk walk, Random chance)
    {
        if (!walk.State.Timers.IsEmpty && chance.Next(4) == 0) walk.FireTimer(walk.State.Timers[chance.Next(walk.State.Timers.Length)].Number);
        List<ProcessItem> tasks = [.. walk.State.UserTasks];
        if (tasks.Count > 0) walk.CompleteItem(tasks[chance.Next(tasks.Count)].Number);
    }

    static ProcessDefinition Read(int seed)
    {
        var result = Drawing.Text(RandomDrawing.Of(seed));
        result.Findings.Should().BeEmpty("drawing {0} is meant to be readable", seed);
        return result.Definition!;
    }
}
