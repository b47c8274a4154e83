namespace LmsWorkflow.Workflows.Tests;

/// <summary>What a program is offered to do, finding by finding.</summary>
public class QuickFixTests
{
    [Theory]
    [InlineData("start-and-end/invalid-no-start", MendOperation.AddStart, "feil", "a")]
    [InlineData("start-and-end/invalid-no-end", MendOperation.AddEnd, "a", null)]
    [InlineData("connected/invalid-unreached", MendOperation.RemoveElement, "feil", null)]
    [InlineData("connected/invalid-no-way-out", MendOperation.AddEnd, "feil", null)]
    [InlineData("connected/invalid-into-start", MendOperation.RemoveFlow, "a-feil", null)]
    [InlineData("gateway-conditions/invalid-exclusive", MendOperation.MakeDefault, "velg", "feil")]
    [InlineData("complete-conditions/invalid-gap", MendOperation.MakeDefault, "feil", "feil-t1")]
    [InlineData("conditional-flows/invalid-parallel", MendOperation.RemoveCondition, "feil", null)]
    [InlineData("default-flows/invalid-condition", MendOperation.RemoveCondition, "feil", null)]
    [InlineData("no-implicit-split/invalid-task", MendOperation.ForkAfter, "feil", null)]
    [InlineData("no-fake-join/invalid-task", MendOperation.MergeBefore, "feil", null)]
    [InlineData("no-gateway-join-fork/invalid", MendOperation.SplitGateway, "feil", null)]
    [InlineData("no-superfluous-gateway/invalid", MendOperation.Bypass, "feil", null)]
    public void The_drawing_is_changed_at_these_elements(string path, MendOperation operation, string element, string? other)
    {
        var finding = CheckDrawings.Single(path);

        finding.Mend.Should().Be(new QuickFix(operation, element, other));
        finding.Fix.Should().Be(finding.Mend!.Told);
    }

    [Theory]
    [InlineData("sign-off-both-sides/invalid-one-side", "lms:sides", "fag bruker")]
    [InlineData("sign-off-both-sides/invalid-roles", "lms:role", "fagperson brukerrepresentant")]
    [InlineData("sign-off-both-sides/invalid-documents", "lms:documents", "D11 D12 D13 D14 D15 D16")]
    public void An_attribute_is_given_its_value(string path, string attribute, string value) =>
        CheckDrawings.Single(path).Mend.Should().Be(new QuickFix(MendOperation.SetAttribute, "feil") { Attribute = attribute, Value = value });

    [Fact]
    public void Every_operation_is_told_in_both_written_forms() =>
        Enum.GetValues<MendOperation>().Select(operation => new QuickFix(operation, "a", "b") { Attribute = "lms:role", Value = "leder" }.Told)
            .Should().OnlyContain(told => told.Nb.EndsWith('.') && told.Nn.EndsWith('.')).And.OnlyHaveUniqueItems();
}
