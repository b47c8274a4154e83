using System.Net;
using System.Text;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>A draft edited step by step, as the outline and the designer ask for it.</summary>
public sealed class DraftEditTests(Hosts hosts)
{
    const string Drafts = "definitions/lite_kurs/drafts";
    const string Edits = Drafts + "/1/edits";

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_draft_grows_from_nothing_edit_by_edit_and_each_says_what_the_proof_says_now(string database)
    {
        var given = await Begun(database);

        var added = await Done(given, new { basedOn = 1, addStep = new { after = "lite_kurs_start", sort = "Document", name = "Skriv ønsker", nameNn = "Skriv ønske", documents = new[] { "D02" } } });
        added.GetProperty("revision").GetInt32().Should().Be(2);
        added.GetProperty("at").GetString().Should().Be("skriv_onsker");
        added.GetProperty("mayBePublished").GetBoolean().Should().BeFalse("it speaks of documents but has no phases");
        added.GetProperty("findings").GetArrayLength().Should().BePositive();
        added.GetProperty("properties").GetProperty("safeness").GetProperty("holds").GetBoolean().Should().BeTrue();

        await Done(given, new { removeStep = new { step = "skriv_onsker" } }, ("If-Match", "\"2\""));
        var task = await Done(given, new { basedOn = 3, addStep = new { after = "lite_kurs_start", sort = "Task", name = "Ring" } });
        task.GetProperty("mayBePublished").GetBoolean().Should().BeTrue(task.ToString());
        (await given.Read("Admin", Drafts + "/1")).GetProperty("draft").GetProperty("revision").GetInt32().Should().Be(4);
        using var published = await given.Ask("Admin", "POST", Drafts + "/1/publications", new { revision = 4, against = 0, note = "Første" });
        published.StatusCode.Should().NotBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task An_edit_to_a_draft_that_somebody_has_saved_since_is_kept_and_told_what_changed()
    {
        var given = await Begun("sqlite");
        await Done(given, new { basedOn = 1, addStep = new { after = "lite_kurs_start", sort = "Task", name = "Ring" } });

        using var stale = await given.Ask("Admin", "POST", Edits, new { basedOn = 1, addStep = new { after = "lite_kurs_start", sort = "Task", name = "Skriv" } });

        stale.StatusCode.Should().Be(HttpStatusCode.Conflict);
        var problem = JsonDocument.Parse(await stale.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("code").GetString().Should().Be(nameof(DefinitionDraftIsStale));
        problem.GetProperty("kept").GetString().Should().HaveLength(64);
        problem.GetProperty("changes").GetArrayLength().Should().BePositive();
        using var gone = await given.Ask("Admin", "POST", Edits, new { basedOn = 1, removeStep = new { step = "ring" } }, ("Idempotency-Key", "a"));
        gone.StatusCode.Should().Be(HttpStatusCode.Conflict, "what is not in the drawing they have open may well be in the one that is there now");
        using var unknown = await given.Ask("Admin", "POST", Edits, new { basedOn = 9, removeStep = new { step = "ring" } });
        unknown.StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_form_that_was_saved_in_the_meantime_is_no_conflict_and_a_refusal_is_a_fact()
    {
        var given = await Begun("sqlite");
        using (var form = await given.Ask("Admin", "PUT", Drafts + "/1", new { basedOn = 1, kept = (await given.Read("Admin", Drafts + "/1")).GetProperty("draft").GetProperty("contentHash").GetString() }))
            form.StatusCode.Should().Be(HttpStatusCode.OK);

        (await Done(given, new { basedOn = 1, addStep = new { after = "lite_kurs_start", sort = "Task", name = "Ring" } })).GetProperty("revision").GetInt32().Should().Be(3);

        using (var refused = await given.Ask("Admin", "POST", Edits, new { basedOn = 3, removeStep = new { step = "lite_kurs_start" } })) refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var facts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.DefinitionAttempts("lite_kurs"), 0, CancellationToken.None);
        facts.Select(recorded => recorded.Fact).OfType<AttemptRefused>().Should().ContainSingle().Which.Reasons.Should().Equal(nameof(StartStays));
    }

    [Fact]
    public async Task An_edit_that_is_sent_again_is_done_once()
    {
        var given = await Begun("sqlite");
        var edit = new { basedOn = 1, addStep = new { after = "lite_kurs_start", sort = "Task", name = "Ring" } };
        await Done(given, edit, ("Idempotency-Key", "en"));
        await Done(given, edit, ("Idempotency-Key", "en"));

        (await given.Read("Admin", Drafts + "/1")).GetProperty("draft").GetProperty("revision").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task What_a_finding_offers_is_done_and_an_earlier_saving_is_there_again()
    {
        var given = await Begun("sqlite");
        var source = Encoding.UTF8.GetString(EmptyDrawing.Of("lite_kurs", Words.Same("Lite kurs"))).Replace("</bpmn:process>", "<bpmn:userTask id=\"los\" name=\"Løs\" xmlns:l=\"urn:lmsworkflow:bpmn:1\" l:role=\"koordinator\" /></bpmn:process>", StringComparison.Ordinal);
        using (var saved = await given.Ask("Admin", "PUT", Drafts + "/1", new { basedOn = 1, source = Convert.ToBase64String(Encoding.UTF8.GetBytes(source)) })) saved.StatusCode.Should().Be(HttpStatusCode.OK);

        var mended = await Done(given, new { basedOn = 2, mend = new { check = "connected", element = "los" } });
        mended.GetProperty("mayBePublished").GetBoolean().Should().BeTrue();
        using (var again = await given.Ask("Admin", "POST", Edits, new { basedOn = 3, mend = new { check = "connected", element = "los" } })) again.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);

        (await Done(given, new { basedOn = 3, restore = new { revision = 2 } })).GetProperty("mayBePublished").GetBoolean().Should().BeFalse();
        using var file = await given.Ask("Admin", "GET", Drafts + "/1/source");
        (await file.Content.ReadAsStringAsync()).Should().Be(source);
    }

    public static TheoryData<string> Bad =>
    [
        """{"basedOn":1}""", """{"basedOn":1,"removeStep":{"step":"a"},"removeWay":{"way":"b"}}""", """{"basedOn":1,"removeStep":{"step":"lite_kurs_start"}}""",
        """{"basedOn":1,"addStep":{"after":"lite_kurs_start","sort":"Task"}}""", """{"basedOn":1,"restore":{"revision":7}}""", """{"basedOn":1,"setDeadline":{"step":"lite_kurs_start","days":3}}""",
    ];

    [Theory, MemberData(nameof(Bad))]
    public async Task What_cannot_be_done_is_refused_with_a_sentence(string body)
    {
        var given = await Begun("sqlite");
        using var answer = await given.Ask("Admin", "POST", Edits, JsonDocument.Parse(body).RootElement);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("reasons")[0].GetProperty("nb").GetString().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("""{"basedOn":1,"addStep":{"after":"lite_kurs_start","sort":"Hva","name":"x"}}""")]
    [InlineData("""{"basedOn":1,"flyPaaMars":{}}""")]
    [InlineData("[1]")]
    public async Task A_body_that_says_nothing_we_know_is_a_bad_request(string body)
    {
        var given = await Begun("sqlite");
        using var answer = await given.Ask("Admin", "POST", Edits, JsonDocument.Parse(body).RootElement);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Only_those_who_may_edit_definitions_edit_drafts()
    {
        var given = await Begun("sqlite");
        foreach (var who in new[] { "Koord1", "Fag1", "Br1", "Leder1", "Rev", "Stranger" })
        {
            using var answer = await given.Ask(who, "POST", Edits, new { basedOn = 1, addStep = new { after = "lite_kurs_start", sort = "Task", name = "Ring" } });
            answer.StatusCode.Should().Be(HttpStatusCode.Forbidden, who);
        }

        using var missing = await given.Ask("Admin", "POST", Drafts + "/4/edits", new { basedOn = 1, removeStep = new { step = "a" } });
        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Undo_goes_one_further_back_each_time_and_forgets_what_was_undone()
    {
        DraftRevisions.ToUndo(Saved("a")).Should().BeNull();
        DraftRevisions.ToUndo(Saved("a", "b", "c"))!.Revision.Should().Be(2);
        DraftRevisions.ToUndo(Saved("a", "b", "c", "b"))!.Revision.Should().Be(1);
        DraftRevisions.ToUndo(Saved("a", "b", "c", "b", "a")).Should().BeNull();
        DraftRevisions.ToUndo(Saved("a", "b", "c", "b", "d"))!.ContentHash.Should().Be("b");
    }

    static System.Collections.Immutable.ImmutableArray<DefinitionDraft> Saved(params string[] hashes) =>
        [.. hashes.Select((hash, at) => new DefinitionDraft(1, at + 1, 0, hash, [], null, null, default, DraftStanding.Open, null))];

    async Task<GivenCase> Begun(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "anchored");
        using var begun = await given.Ask("Admin", "POST", Drafts, new { empty = new { name = "Lite kurs" } });
        begun.StatusCode.Should().Be(HttpStatusCode.Created);
        return given;
    }

    static async Task<JsonElement> Done(GivenCase given, object edit, params (string, string)[] headers)
    {
        using var answer = await given.Ask("Admin", "POST", Edits, edit, headers);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        answer.Headers.ETag.Should().NotBeNull();
        return JsonDocument.Parse(text).RootElement;
    }
}
