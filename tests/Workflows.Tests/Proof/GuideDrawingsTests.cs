namespace LmsWorkflow.Workflows.Tests;

/// <summary>The small drawings in the administrator's guide give what the guide says of them (<c>docs/administrator</c>).</summary>
public class GuideDrawingsTests
{
    const string Unsigned = "kommer saken til Gjennomføring uten at {0} har godkjent det som skal godkjennes ved G2.";

    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "GuideDrawings");

    /// <summary>Drawing, and the sentence it is refused with; null where it may be published.</summary>
    public static TheoryData<string, string?> Drawings => new()
    {
        { "fase-med-port", null },
        { "paminnelse", null },
        { "innsigelse-og-dialog", null },
        { "avlysning", null },
        { "frist-som-hopper", "Hvis fristen «Dag 14» går ut, " + Unsigned.Replace("{0}", "fagpersonen og brukerrepresentanten") },
        { "godkjenning-av-en-side", "Hvis det blir «Begge sider» ved «Svar?», " + Unsigned.Replace("{0}", "brukerrepresentanten") },
    };

    [Theory, MemberData(nameof(Drawings))]
    public void Each_drawing_in_the_guide_is_judged_as_the_guide_says(string drawing, string? refusedWith)
    {
        var verification = DefinitionVerifier.Verify(File.ReadAllBytes(Path.Combine(Folder, drawing + ".bpmn")));

        verification.Participation.Sentence?.Nb.Should().Be(refusedWith);
        verification.MayBePublished.Should().Be(refusedWith is null);
        verification.Properties.Where(property => property.Verdict.Holds != true).Select(property => property.Name)
            .Should().Equal(refusedWith is null ? [] : ["participation"]);
    }

    [Fact]
    public void Every_drawing_in_the_guide_is_in_the_table() =>
        Directory.EnumerateFiles(Folder, "*.bpmn").Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(Drawings.Select(row => row.Data.Item1));
}
