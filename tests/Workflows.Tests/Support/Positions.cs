using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

static class Positions
{
    /// <summary>
    /// What holds at every resting point: numbers that are given once, everything inside something that is open, nothing empty that holds others, nothing
    /// ready that has not happened, and nothing at all after the end.
    /// </summary>
    public static void MustHold(Walk walk)
    {
        var state = walk.State;
        var numbers = state.Items.Select(item => item.Number).Concat(state.Timers.Select(timer => timer.Number)).ToList();
        numbers.Should().OnlyHaveUniqueItems();
        numbers.Where(number => number <= 0 || number >= state.Next).Should().BeEmpty();
        state.Timers.Where(timer => timer.On != 0 && state.Find(timer.On) is null).Should().BeEmpty("a timer goes with what it is on");
        state.Items.Where(item => item.Scope != 0 && state.Find(item.Scope) is not { Kind: ItemKind.SubProcess or ItemKind.Loop or ItemKind.Choice }).Should().BeEmpty();
        state.Waiting.Where(token => token.Scope != 0 && state.Find(token.Scope) is not { Kind: ItemKind.SubProcess }).Should().BeEmpty();
        state.Items.Where(item => walk.Definition[item.ElementId] is null).Should().BeEmpty();
        foreach (var item in state.Items) MustHold(walk, item);
        if (state.IsEnded) (state.Items.Length + state.Waiting.Length + state.Timers.Length).Should().Be(0);
        else state.Items.Should().NotBeEmpty();
    }

    /// <summary>It has gone round in circles once; a person would be looking at it now.</summary>
    public static bool RunsAway(Walk walk) => walk.State.Items.Length > 200 || walk.State.StuckItems.Any(item => item.Stuck.Contains(StuckReasons.TooManySteps));

    static void MustHold(Walk walk, ProcessItem item)
    {
        var (state, element) = (walk.State, walk.Definition[item.ElementId]!);
        var inside = state.Items.Where(other => other.Scope == item.Number).ToList();
        var tokens = state.Waiting.Where(token => token.Scope == item.Number);
        switch (item.Kind)
        {
            case ItemKind.SubProcess:
                (inside.Count + tokens.Count()).Should().BePositive("an empty scope is left");
                inside.Where(other => walk.Definition[other.ElementId]!.Parent != element).Should().BeEmpty();
                inside.Count(other => walk.Definition[other.ElementId] is { Kind: ElementKind.EventSubProcess, Start.Interrupts: true }).Should().BeLessThanOrEqualTo(1);
                break;
            case ItemKind.Loop:
                inside.Should().NotBeEmpty().And.OnlyContain(other => other.ElementId == item.ElementId && other.Kind != ItemKind.Loop);
                if (item.Most > 0) (item.Completed + inside.Count).Should().BeLessThanOrEqualTo(item.Most);
                if (element.Loop is LoopKind.Sequential or LoopKind.Standard) inside.Should().ContainSingle();
                break;
            case ItemKind.Choice:
                inside.Select(other => other.ElementId).Should().BeEquivalentTo(element.Outgoing.Select(flow => flow.Target.Id));
                break;
            default:
                inside.Should().BeEmpty();
                break;
        }

        if (item.Kind == ItemKind.Timer) state.Timers.Should().ContainSingle(timer => timer.On == item.Number && timer.ElementId == item.ElementId);
        if (element.Loop != LoopKind.None && item.Kind != ItemKind.Loop && !item.IsStuck) state.Find(item.Scope)!.Kind.Should().Be(ItemKind.Loop);
    }
}
