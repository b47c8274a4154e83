using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal.Tests;

/// <summary>What is said of a text's state must be true after it went back, too.</summary>
public sealed class DocumentStateTests
{
    [Fact]
    public void A_text_before_the_signers_is_locked_and_the_one_before_it_is_replaced()
    {
        var sample = Sample.AtG1();

        States(sample).Should().Equal("Låst versjon 2", "Versjon 1, erstattet av en nyere");
    }

    [Fact]
    public async Task A_text_that_was_sent_back_is_in_joint_work_and_no_page_calls_it_locked()
    {
        var sample = Sample.AtG1().Given(Sample.Fag1, new ChangeRequested(Gate.G1, 2, Sample.Fag1, Side.Fag, Sample.Sealed("Ta med de unge.")));
        var me = sample.Viewer(Sample.Fag1);

        States(sample)[0].Should().Be("Versjon 2, tilbake i felles arbeid");
        var list = await Html.Page<DocumentsPage>(("Me", me), ("View", DocumentsView.From(sample.Context(Sample.Fag1), me)));
        list.Body!.TextContent.Should().NotContain("Låst versjon 2").And.Contain("tilbake i felles arbeid");
        var page = await Html.Page<DocumentPage>(("Me", me), ("View", DocumentView.From(sample.Context(Sample.Fag1), DocumentKind.D08, null, null, me)));
        page.Body!.TextContent.Should().NotContain("Teksten er låst.");
    }

    [Fact]
    public void A_signed_text_whose_gate_opened_again_must_be_signed_anew()
    {
        var sample = Sample.AtG1().Given(Sample.Fag1, new GatePassed(Gate.G1, 2));
        States(sample)[0].Should().Be("Godkjent versjon 2");

        sample.Given(Sample.Fag1, new ChangeRequested(Gate.G1, 2, Sample.Fag1, Side.Fag, Sample.Sealed("Ta med de unge.")));
        States(sample)[0].Should().Be("Versjon 2, godkjent før, må godkjennes på nytt");
    }

    [Fact]
    public void The_story_says_which_text_a_change_was_asked_for_in()
    {
        var sample = Sample.AtG1();
        var line = sample.Lines(sample.Viewer(Sample.Br1)).Single(line => line.Sentence.Contains("ba om endring", StringComparison.Ordinal));

        line.Sentence.Should().Be($"Berit Bakke ba om endring i versjon 1 av teksten til «{Gate.G1.Words().Nb}» for brukersiden. Teksten gikk tilbake til felles arbeid.");
    }

    static string[] States(Sample sample)
    {
        var me = sample.Viewer(Sample.Fag1);
        return [.. DocumentView.From(sample.Context(Sample.Fag1), DocumentKind.D08, null, null, me).Versions.Select(version => version.State.Nb)];
    }
}
