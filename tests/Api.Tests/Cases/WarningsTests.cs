namespace LmsWorkflow.Api.Tests;

/// <summary>Warnings come with time, not with a new version of the case.</summary>
public sealed class WarningsTests(Hosts hosts)
{
    [Fact]
    public async Task What_is_missing_at_a_gate_carries_no_version_because_days_can_change_it()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "run");
        var version = await given.Version();

        foreach (var address in new[] { "cases/{sak}/gates", "cases/{sak}/gates/G1" })
        {
            using var answer = await given.Ask("Koord1", "GET", address, null, ("If-None-Match", $"\"{version}\""));
            answer.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
            answer.Headers.ETag.Should().BeNull("the version does not tell whether it is the same");
        }
    }

    [Fact]
    public async Task R131_The_same_version_warns_when_thirty_days_have_gone_over_API_and_page()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "run");
        (await Codes(given)).Should().NotContain("EvaluationMeetingOverdue");
        var version = await given.Version();
        given.Host.Clock.MoveTo(new(2026, 4, 12, 8, 0, 0, TimeSpan.Zero));

        (await given.Version()).Should().Be(version);
        using var answer = await given.Ask("Koord1", "GET", "cases/{sak}/warnings", null, ("If-None-Match", $"\"{version}\""));
        answer.Headers.ETag.Should().BeNull("the version does not tell whether it is the same");
        (await answer.Content.ReadAsStringAsync()).Should().Contain("EvaluationMeetingOverdue");
        using var visitor = await Visitor.As(given, "Koord1");
        (await (await visitor.Get($"/saker/{given.Id}")).Content.ReadAsStringAsync()).Should().Contain("Det er mer enn 30 dager siden siste samling");
        (await (await visitor.Get($"/saker/{given.Id}/evaluering")).Content.ReadAsStringAsync()).Should().Contain("Det er mer enn 30 dager siden siste samling");
    }

    static async Task<IEnumerable<string?>> Codes(GivenCase given) =>
        (await given.Read("Koord1", "cases/{sak}/warnings")).EnumerateArray().Select(warning => warning.GetProperty("code").GetString());
}
