namespace LmsWorkflow.Api.Tests;

public sealed class StepWordsTests
{
    static readonly IReadOnlyDictionary<string, string> People = StepWords.People("scenario x\nperson Koord1 \"Kari Koordinator\" Koordinator at LMS\nperson Br1 \"Berit Berg\"\n");

    [Theory]
    [InlineData("at 2025-09-16 09:00", "Klokka blir 16.9.2025 kl. 09.00.")]
    [InlineData("Koord1 POST cases/{sak}/contacts {\"side\": \"Fag\"}", "Kari Koordinator skal skrive ned en kontakt.")]
    [InlineData("Koord1 PUT cases/{sak}/documents/D12\n  {\"content\": {}}", "Kari Koordinator skal skrive kursplan.")]
    [InlineData("Br1 signs G2", "Berit Berg leser den låste teksten og gir sin «Godkjenning av kursplanen».")]
    [InlineData("Br1 POST cases/{sak}/gates/G2/objections {\"reason\": \"x\"}", "Berit Berg skal melde en innsigelse.")]
    [InlineData("Koord1 GET cases/{sak}\n  expect phase = Forankring", "Kari Koordinator skal se etter at alt står som det skal.")]
    [InlineData("Ukjent DELETE cases/{sak}/holds", "Ukjent skal ta opp igjen saken.")]
    public void A_step_is_told_in_words(string step, string words) => StepWords.Of(step, People)!.Nb.Should().Be(words);

    [Theory]
    [InlineData("mark reported")]
    [InlineData("Koord1 POST cases/{sak}/finnes-ikke")]
    [InlineData("")]
    public void What_is_no_step_of_ours_has_no_words(string step) => StepWords.Of(step, People).Should().BeNull();

    [Fact]
    public void Every_step_of_the_example_has_words()
    {
        var example = File.ReadAllText(Path.Combine(ShippedDefinitions.Folder, "scenarios", "example-a.scenario"));
        var (scenario, people, without, at, count) = (new ShelvedScenario("example-a", example, null, null), StepWords.People(example), new List<string>(), 0, 0);
        while (WalkText.Next(scenario, at) is var (step, after))
        {
            if (StepWords.Of(step, people) is null) without.Add(step.Split('\n')[0]);
            (at, count) = (after, count + 1);
        }

        count.Should().BeGreaterThan(50);
        without.Should().BeEmpty();
    }
}
