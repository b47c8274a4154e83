using System.Net;
using System.Text;
using System.Text.Json;
using LmsWorkflow.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>A definition that calls another, by id and version, from draft to a case that has been through it.</summary>
public sealed class CallActivityTests(Hosts hosts)
{
    const string Caller = "definitions/standard_metode/drafts";
    const string Called = "definitions/avklaring/drafts";

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_case_goes_through_the_version_that_was_called_and_keeps_it_when_there_is_a_newer_one(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "needs-assessed");
        await Created(given, Caller, new { source = Calling("avklaring") });
        using var early = await given.Ask("Admin", "POST", Caller + "/1/publications", new { revision = 1, against = 1, note = "Avklar først" });
        early.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, "what it calls is not published");
        (await early.Content.ReadAsStringAsync()).Should().Contain("Publiser den først");

        await Created(given, Called, new { source = Part("Avklar") });
        await Publish(given, "avklaring", 1, 0);
        await RemoveScenarios(given, "standard_metode");
        await Publish(given, "standard_metode", 1, 1);
        using (var alone = await given.Ask("Koord1", "POST", "cases", Need(given, "avklaring"))) alone.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, "a part drives no case");

        using var opened = await given.Ask("Koord1", "POST", "cases", Need(given, "standard_metode"));
        opened.StatusCode.Should().Be(HttpStatusCode.Created, await opened.Content.ReadAsStringAsync());
        var id = JsonDocument.Parse(await opened.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        await Created(given, Called, new { source = Part("Avklar grundig") });
        await Publish(given, "avklaring", 2, 1);

        var items = await given.Read("Koord1", $"cases/{id}/work-items");
        var item = items.EnumerateArray().Single(item => item.GetProperty("elementId").GetString() == "avklar_forst/avklar");
        await Created(given, $"cases/{id}/work-items/{item.GetProperty("number").GetInt32()}/completions", new { });
        (await given.Read("Koord1", $"cases/{id}/work-items")).EnumerateArray().Select(item => item.GetProperty("elementId").GetString())
            .Should().Contain("avklar_engasjement").And.NotContain(element => element!.Contains('/'));
        var process = (await given.Host.Services.GetRequiredService<CaseLoader>().Current(new CaseId(Guid.Parse(id)), CancellationToken.None)).File.Process!;
        process.Calls.Select(call => (call.Element, call.Definition, call.Version)).Should().Equal(("avklar_forst", "avklaring", 1));
        process.StuckItems.Should().BeEmpty();
    }

    [Fact]
    public async Task What_passes_gates_is_not_called_for_the_proof_does_not_look_into_calls()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        await Created(given, Caller, new { source = Calling("gjentak") });
        using var answer = await given.Ask("Admin", "POST", Caller + "/1/publications", new { revision = 1, against = 1, note = "Gjentak først" });
        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Tegn det inn i denne");
    }

    /// <summary>They tell of the way without the call, and would rightly keep the draft from being published.</summary>
    static async Task RemoveScenarios(GivenCase given, string key)
    {
        using var kept = await given.Ask("Admin", "GET", $"definitions/{key}/scenarios");
        foreach (var scenario in JsonDocument.Parse(await kept.Content.ReadAsStringAsync()).RootElement.EnumerateArray())
        {
            using var removed = await given.Ask("Admin", "DELETE", $"definitions/{key}/scenarios/{scenario.GetProperty("name").GetString()}");
            removed.StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    /// <summary>Standard metode, with a call before everything else.</summary>
    static byte[] Calling(string called) => Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn"))
        .Replace("sourceRef=\"behov_meldt\" targetRef=\"saken\"", "sourceRef=\"behov_meldt\" targetRef=\"avklar_forst\"", StringComparison.Ordinal)
        .Replace("<bpmn:incoming>behov_meldt_til_saken</bpmn:incoming>", "", StringComparison.Ordinal)
        .Replace("<bpmn:subProcess id=\"saken\"", $"<bpmn:callActivity id=\"avklar_forst\" name=\"Avklar først\" calledElement=\"{called}\" lms:binding=\"1\" />"
            + "<bpmn:sequenceFlow id=\"avklar_forst_til_saken\" sourceRef=\"avklar_forst\" targetRef=\"saken\" /><bpmn:subProcess id=\"saken\"", StringComparison.Ordinal));

    static byte[] Part(string task) => Encoding.UTF8.GetBytes("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:lms=\"urn:lmsworkflow:bpmn:1\"><process id=\"avklaring\" name=\"Avklaring\" isExecutable=\"true\">"
        + $"<startEvent id=\"start\" name=\"Start\"/><userTask id=\"avklar\" name=\"{task}\" lms:role=\"koordinator\"/><endEvent id=\"slutt\" name=\"Slutt\"/>"
        + "<sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"avklar\"/><sequenceFlow id=\"g\" sourceRef=\"avklar\" targetRef=\"slutt\"/></process></definitions>");

    static object Need(GivenCase given, string definition) => new
    {
        definition,
        title = "Kurs med avklaring",
        lmsUnit = given["LMS"],
        owners = new[] { given["Nevro"] },
        type = "Diagnosespesifikt",
        participants = new[] { "Pasient" },
        reporters = new[] { "Fagperson" },
        targetGroup = "Voksne",
        need = "Mange spør etter kurset.",
    };

    static async Task Publish(GivenCase given, string key, int draft, int against)
    {
        var body = new { revision = 1, against, note = "Avklar først", unit = given["LMS"] };
        using var answer = await given.Ask("Admin", "POST", $"definitions/{key}/drafts/{draft}/publications", body);
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        using var seen = await given.Ask("Br1", "GET", $"definitions/{key}");
        var proposals = JsonDocument.Parse(await seen.Content.ReadAsStringAsync()).RootElement.GetProperty("proposals").EnumerateArray().Where(proposal => proposal.GetProperty("draft").GetInt32() == draft);
        foreach (var proposal in proposals)
            foreach (var (who, side) in new[] { ("Br1", "Bruker"), ("Fag1", "Fag") })
                await Created(given, $"definitions/{key}/proposals/{proposal.GetProperty("number").GetInt32()}/consents", new { side, changesHash = proposal.GetProperty("changesHash").GetString() }, who);
    }

    static async Task Created(GivenCase given, string path, object body, string? who = null)
    {
        using var answer = await given.Ask(who ?? (path.StartsWith("cases", StringComparison.Ordinal) ? "Koord1" : "Admin"), "POST", path, body);
        answer.StatusCode.Should().Be(HttpStatusCode.Created, $"POST {path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
