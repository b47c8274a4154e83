namespace LmsWorkflow.Api.Tests;

public sealed class ScenarioReaderTests
{
    const string Small = """
        scenario Prøve
        unit LMS "LMS Fjordkysten" lms
        person Koord1 "Koordinator" Koordinator at LMS
        person Br1 "Bruker" nynorsk

        # et behov
        at 2025-09-02 10:00
        Koord1 POST cases {"title": "A"}
          => 201
          keep sak = id
        mark demonstration
        at 2025-09-09 10:00
        Br1 POST cases/{sak}/gates/G2/sign-offs
          {"package": 1,
           "from": "2025-10-01"}
          header If-Match: "3"
          => 422 MissingSignOff Other
          expect reasons count 2
          expect reasons[0].code = MissingSignOff
        """;

    [Fact]
    public void A_scenario_is_read_line_by_line()
    {
        var scenario = ScenarioReader.Read(Small);
        scenario.Title.Should().Be("Prøve");
        scenario.Units.Should().ContainSingle().Which.IsLms.Should().BeTrue();
        scenario.People.Select(person => person.Language).Should().Equal(Domain.Language.Nb, Domain.Language.Nn);
        scenario.Steps.Should().HaveCount(4);
        var ask = scenario.Steps[3].Should().BeOfType<ScenarioStep.Ask>().Subject;
        ask.Should().Match<ScenarioStep.Ask>(step => step.Who == "Br1" && step.Verb == "POST" && step.Status == 422 && step.AfterDemonstration);
        ask.Codes.Should().Equal("MissingSignOff", "Other");
        ask.Headers.Should().Equal(("If-Match", "\"3\""));
        ask.Expectations.Should().HaveCount(2);
        ask.Body.Should().Contain("2025-10-01");
    }

    [Fact]
    public void Moving_a_scenario_moves_every_date_by_whole_weeks()
    {
        var moved = ScenarioReader.Read(Small).EndingBefore(new DateOnly(2026, 11, 23));
        var at = moved.Steps.OfType<ScenarioStep.At>().First();
        at.Time.DayOfWeek.Should().Be(DayOfWeek.Tuesday);
        at.Time.Should().BeAfter(new DateTimeOffset(2026, 11, 15, 0, 0, 0, TimeSpan.Zero)).And.BeBefore(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
        moved.Steps.OfType<ScenarioStep.Ask>().Last().Body.Should().NotContain("2025-10-01");
    }

    [Theory]
    [InlineData("  indented", 1)]
    [InlineData("scenario A\nat tomorrow", 2)]
    [InlineData("scenario A\nKoord1 SHOUT cases", 2)]
    [InlineData("scenario A\nunit X", 2)]
    [InlineData("scenario A\nperson X \"Y\" Konge", 2)]
    [InlineData("scenario A\nK GET cases\n  => soon", 3)]
    [InlineData("scenario A\nK GET cases\n  keep x", 3)]
    [InlineData("scenario A\nK GET cases\n  expect x", 3)]
    public void What_is_not_a_scenario_is_refused_with_its_line(string text, int line)
    {
        var read = () => ScenarioReader.Read(text);
        read.Should().Throw<ScenarioFormatException>().WithMessage($"line {line}:*");
    }

    [Theory]
    [InlineData("a.b[1].c", "3", true)]
    [InlineData("a.b[c=3].d", "ja", true)]
    [InlineData("a.b[-1].c", "3.0", true)]
    [InlineData("a.b[c=9].d", "ja", false)]
    [InlineData("a.x", "3", false)]
    public void The_path_language_finds_members_elements_and_matches(string path, string value, bool same)
    {
        using var json = System.Text.Json.JsonDocument.Parse("""{"a":{"b":[{"c":1},{"c":3,"d":"ja"}]}}""");
        (JsonPath.Find(json.RootElement, path) is { } found && JsonPath.Same(found, value)).Should().Be(same);
    }
}
