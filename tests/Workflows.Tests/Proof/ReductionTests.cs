namespace LmsWorkflow.Workflows.Tests;

/// <summary>The reduction changes how much is looked at, never the answer: random drawings, good and bad, are judged both ways.</summary>
public class ReductionTests
{
    public static TheoryData<int> Rounds => [.. Enumerable.Range(0, 20)];

    [Theory, MemberData(nameof(Rounds))]
    public void Reduced_and_whole_exploration_agree(int round)
    {
        var decided = 0;
        for (var seed = round * 100; seed < round * 100 + 100; seed++)
        {
            var sketch = RandomSketch.Of(seed);
            var net = new NetBuilder(Sketch.Model(sketch), new NoRules()).Build();
            var whole = new SoundnessJudge(net, 3_000, reduced: false).Judge();
            if (!whole.IsDecided) continue;
            decided++;
            var reduced = new SoundnessJudge(net, 3_000).Judge();
            foreach (var (name, answer, expected) in Answers(reduced, whole))
                if (expected.Holds is not null) // more tokens than are counted: exploring everything has no answer
                    (answer.Holds, name == "dead" ? string.Join(' ', answer.Elements) : "").Should().Be((expected.Holds, name == "dead" ? string.Join(' ', expected.Elements) : ""), "{0} of {1}: {2}", name, seed, sketch);
            reduced.States.Should().BeLessThanOrEqualTo(whole.States);
        }

        decided.Should().BeGreaterThan(60);
    }

    static IEnumerable<(string, PropertyVerdict, PropertyVerdict)> Answers(Soundness reduced, Soundness whole) =>
    [
        ("safe", reduced.Safeness, whole.Safeness), ("completes", reduced.OptionToComplete, whole.OptionToComplete),
        ("proper", reduced.ProperCompletion, whole.ProperCompletion), ("dead", reduced.NoDeadActivities, whole.NoDeadActivities),
    ];
}
