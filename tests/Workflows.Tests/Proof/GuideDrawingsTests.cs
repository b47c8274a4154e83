namespace LmsWorkflow.Workflows.Tests;

/// <summary>The small drawings in the administrator's guide give what the guide says of them (<c>docs/administrator</c>).</summary>
public class GuideDrawingsTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "GuideDrawings");

    static readonly string Guide = Path.GetFullPath(Path.Combine(ShippedForms.Folder, "..", "..", "docs", "administrator"));

    /// <summary>Drawing, the property it breaks first, and the sentence it is told with; null where it may be published.</summary>
    public static TheoryData<string, string?, string?> Drawings => new()
    {
        { "fase-med-port", null, null },
        { "paminnelse", null, null },
        { "innsigelse-og-dialog", null, null },
        { "avlysning", null, null },
        { "frist-som-hopper", "participation", "Hvis fristen «Dag 14» går ut, kommer saken til Gjennomføring uten at fagpersonen og brukerrepresentanten har godkjent det som skal godkjennes ved G2." },
        { "godkjenning-av-en-side", "participation", "Hvis det blir «Begge sider» ved «Svar?», kommer saken til Gjennomføring uten at brukerrepresentanten har godkjent det som skal godkjennes ved G2." },
        { "to-samtidig", "safeness", "To ting kan være i gang på samme sted samtidig, ved «Send invitasjon» og «Slutt»." },
        { "venter-for-alltid", "optionToComplete", "Hvis det blir «ja» ved «Fysisk møte?», kan saken bli stående uten at noe kan skje, ved «Klart»." },
        { "slutter-to-ganger", "properCompletion", "Slutten «Slutt» kan nås mer enn én gang." },
        { "aldri-gjort", "noDeadActivities", "«Skaff flere kursledere» kan aldri bli gjort: ingen vei fører dit." },
        { "uten-den-ene-siden", "staffable", "Ved «Godkjenn kursplanen» skal brukerrepresentant godkjenne, men oppgaven er ikke gitt til brukerrepresentant. Da kan ingen fra den siden gjøre den." },
    };

    [Theory, MemberData(nameof(Drawings))]
    public void Each_drawing_in_the_guide_is_judged_as_the_guide_says(string drawing, string? broken, string? sentence)
    {
        var verification = DefinitionVerifier.Verify(File.ReadAllBytes(Path.Combine(Folder, drawing + ".bpmn")));

        var first = verification.Properties.FirstOrDefault(property => property.Verdict.Holds == false);
        first.Name.Should().Be(broken);
        first.Verdict?.Sentence?.Nb.Should().Be(sentence);
        verification.MayBePublished.Should().Be(broken is null);
        if (broken is null) verification.Properties.Should().OnlyContain(property => property.Verdict.Holds == true);
    }

    [Theory, MemberData(nameof(Drawings))]
    public void The_guide_shows_the_drawing_and_quotes_its_sentence(string drawing, string? broken, string? sentence)
    {
        var page = File.ReadAllText(Path.Combine(Guide, broken is null ? "tegne.md" : "bevis.md"));

        if (broken is null) page.Should().Contain($"(bilder/{drawing}.svg)");
        else page.Should().Contain($"`{drawing}.bpmn`").And.Contain("> " + sentence);
    }

    [Fact]
    public void Every_drawing_in_the_guide_is_in_the_table() =>
        Directory.EnumerateFiles(Folder, "*.bpmn").Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(Drawings.Select(row => row.Data.Item1));

    [Fact]
    public void Every_page_is_in_the_index_and_every_link_in_the_guide_leads_somewhere()
    {
        var pages = Directory.GetFiles(Guide, "*.md");
        foreach (var page in pages.Where(page => Path.GetFileName(page) != "README.md"))
            File.ReadAllText(Path.Combine(Guide, "README.md")).Should().Contain($"({Path.GetFileName(page)})");
        foreach (var page in pages)
            foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(page), @"\]\(([^)#:]+)"))
                File.Exists(Path.Combine(Guide, link.Groups[1].Value)).Should().BeTrue($"{Path.GetFileName(page)} points to {link.Groups[1].Value}");
    }
}
