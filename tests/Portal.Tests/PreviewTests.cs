namespace LmsWorkflow.Portal.Tests;

public sealed class PreviewTests
{
    [Fact]
    public async Task Every_page_renders_in_both_written_forms()
    {
        foreach (var language in new[] { Domain.Language.Nb, Domain.Language.Nn })
            foreach (var (name, html) in await Pages.All(language))
            {
                html.Should().Contain("</html>", name);
                if (Environment.GetEnvironmentVariable("PORTAL_PREVIEW") is { Length: > 0 } folder) await File.WriteAllTextAsync(Path.Combine(folder, $"{name}-{language}.html"), html);
            }
    }
}
