using FluentAssertions;

namespace LmsWorkflow.Workflows.Tests;

public sealed class MendDrawingTests
{
    [Theory]
    [InlineData("start-and-end/invalid-no-start")]
    [InlineData("start-and-end/invalid-no-end")]
    [InlineData("connected/invalid-unreached")]
    [InlineData("connected/invalid-no-way-out")]
    [InlineData("connected/invalid-into-start")]
    [InlineData("gateway-conditions/invalid-exclusive")]
    [InlineData("complete-conditions/invalid-gap")]
    [InlineData("conditional-flows/invalid-parallel")]
    [InlineData("default-flows/invalid-condition")]
    [InlineData("no-implicit-split/invalid-task")]
    [InlineData("no-fake-join/invalid-task")]
    [InlineData("no-gateway-join-fork/invalid")]
    [InlineData("no-superfluous-gateway/invalid")]
    [InlineData("sign-off-both-sides/invalid-one-side")]
    [InlineData("sign-off-both-sides/invalid-roles")]
    [InlineData("sign-off-both-sides/invalid-documents")]
    public void What_a_finding_offers_mends_it(string path)
    {
        var finding = CheckDrawings.Single(path);
        var xml = CheckDrawings.Bytes(path + ".bpmn");

        var mended = xml.By(new MendDrawing(finding.Mend!));

        CheckRun.Of(CaseWorkflow.Read(mended)).Should().NotContain(left => left.Check == finding.Check && left.ElementId == finding.ElementId);
    }

    [Fact]
    public void A_fix_that_does_not_fit_the_drawing_is_refused()
    {
        DrawingEditor.Apply(Edited.Empty, new MendDrawing(new(MendOperation.RemoveFlow, "borte"))).Refused.Should().BeOfType<NothingToMend>();
        DrawingEditor.Apply(Edited.Empty, new MendDrawing(new(MendOperation.RemoveFlow, "kurs_start"))).Refused.Should().BeOfType<NothingToMend>();
        DrawingEditor.Apply(Edited.Empty, new MendDrawing(new(MendOperation.MakeDefault, "kurs_start", "borte"))).Refused.Should().BeOfType<NothingToMend>();
    }
}
