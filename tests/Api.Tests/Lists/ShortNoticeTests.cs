using System.Net;
using System.Text.Json;

namespace LmsWorkflow.Api.Tests;

/// <summary>R39: whoever must consent to a short notice is asked in the inbox.</summary>
public sealed class ShortNoticeTests(Hosts hosts)
{
    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task R039_A_short_notice_is_in_the_inbox_of_each_brukerrepresentant_until_they_answer(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "needs-assessed");
        var number = await CalledInThreeDays(given);

        (await Notices(given, "Br1")).Should().ContainSingle().Which.GetProperty("due").ValueKind.Should().Be(JsonValueKind.String);
        (await Notices(given, "Br2")).Should().ContainSingle();
        foreach (var who in new[] { "Fag1", "Koord1" }) (await Notices(given, who)).Should().BeEmpty(who);

        using var visitor = await Visitor.As(given, "Br1");
        (await (await visitor.Get("/")).Content.ReadAsStringAsync()).Should().Contain($"/saker/{given.Id}/moter/{number}\"");
        (await visitor.Submit($"/saker/{given.Id}/moter/{number}", "ConsentShortNotice")).StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await Notices(given, "Br1")).Should().BeEmpty();
        (await Notices(given, "Br2")).Should().ContainSingle("each answers for themselves");

        using var cancelled = await given.Ask("Koord1", "POST", $"cases/{{sak}}/meetings/{number}/cancellations", new { reason = "Vi finner en annen dag" });
        cancelled.IsSuccessStatusCode.Should().BeTrue(await cancelled.Content.ReadAsStringAsync());
        (await Notices(given, "Br2")).Should().BeEmpty();
    }

    static async Task<int> CalledInThreeDays(GivenCase given)
    {
        var start = given.Host.Clock.GetUtcNow().AddDays(3);
        using var planned = await given.Ask("Koord1", "POST", "cases/{sak}/meetings", new { type = "Planning", start, minutes = 90, form = "Digital", place = "Lenke", template = "P2" });
        planned.StatusCode.Should().Be(HttpStatusCode.Created, await planned.Content.ReadAsStringAsync());
        var number = (await given.Read("Koord1", "cases/{sak}/meetings")).GetArrayLength();
        using var called = await given.Ask("Koord1", "POST", $"cases/{{sak}}/meetings/{number}/notices");
        called.StatusCode.Should().Be(HttpStatusCode.Created, await called.Content.ReadAsStringAsync());
        return number;
    }

    static async Task<IEnumerable<JsonElement>> Notices(GivenCase given, string who) =>
        (await given.Read(who, "inbox")).EnumerateArray().Where(row => row.GetProperty("kind").GetString() == "notice");
}
