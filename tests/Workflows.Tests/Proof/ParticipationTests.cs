

namespace LmsWorkflow.Workflows.Tests;

/// <summary>What is shipped is proved; how the proof answers when somebody draws around a side.</summary>
public class ParticipationTests
{
    [Fact]
    public void Standard_metode_is_proved()
    {
        var model = CaseWorkflow.Read(Drawing.Shipped("standard-metode")).Model!;
        foreach (var reduced in (bool[])[true, false])
        {
            var soundness = new SoundnessJudge(new NetBuilder(model, new NoRules()).Build(), 300_000, reduced).Judge();
            var judge = new ParticipationJudge(model.Driving!, 300_000, reduced);
            var participation = judge.Judge();
            soundness.Safeness.Should().Be(PropertyVerdict.Kept);
            soundness.OptionToComplete.Should().Be(PropertyVerdict.Kept);
            soundness.ProperCompletion.Should().Be(PropertyVerdict.Kept);
            soundness.NoDeadActivities.Should().Be(PropertyVerdict.Kept);
            participation.Should().Be(PropertyVerdict.Kept);
        }
    }
}
