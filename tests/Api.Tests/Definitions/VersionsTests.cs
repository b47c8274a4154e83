using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>Drafts, publishing, consent and moving, as programs and people meet them.</summary>
public sealed class VersionsTests(Hosts hosts)
{
    const string Drafts = "definitions/standard_metode/drafts";

    static string Shipped => File.ReadAllText(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn"));

    /// <summary>Means something else, but weakens nothing.</summary>
    static string Renamed => Shipped.Replace("name=\"Forankre tilbudet\"", "name=\"Forankre\"", StringComparison.Ordinal);

    /// <summary>Whoever has not signed is contacted later.</summary>
    static string Weakened => Shipped.Replace("lms:dueWorkingDays=\"2\"", "lms:dueWorkingDays=\"9\"", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_draft_is_saved_published_and_drives_new_cases_while_old_ones_stay(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "anchored");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts, new { source = Bytes(Renamed), note = "Kortere navn" }, ("Idempotency-Key", "en"));
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts, new { source = Bytes(Renamed), note = "Kortere navn" }, ("Idempotency-Key", "en"));
        (await given.Read("Admin", Drafts)).GetArrayLength().Should().Be(1, "a repeated request is one draft");
        var draft = await given.Read("Admin", Drafts + "/1");
        draft.GetProperty("mayBePublished").GetBoolean().Should().BeTrue(draft.ToString());
        draft.GetProperty("weakens").GetBoolean().Should().BeFalse();
        draft.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("kind").GetString()).Should().Equal("renamed");

        await Is(HttpStatusCode.Conflict, given, "Admin", "POST", Drafts + "/1/publications", new { revision = 9, against = 1, note = "Kortere" });
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts + "/1/publications", new { revision = 1, against = 1, note = "Kortere" });
        var versions = await given.Read("Fag1", "definitions/standard_metode/versions");
        versions.EnumerateArray().Select(version => version.GetProperty("number").GetInt32()).Should().Equal(1, 2);
        versions[1].GetProperty("by").GetString().Should().Be(given["Admin"]);
        (await given.Read("Fag1", "definitions/standard_metode/versions/2")).GetProperty("changes").GetArrayLength().Should().Be(1);
        (await Loaded(given)).Process!.DefinitionVersion.Should().Be(1, "a case stays on the version it began on");
    }

    [Fact]
    public async Task A_draft_is_begun_from_a_version_of_the_process_at_the_press_of_a_button()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "reported");
        using var admin = await Visitor.As(given, "Admin");

        using var begun = await admin.Submit("/prosesser/standard_metode", "SaveDefinitionDraft-utgave");
        begun.Headers.Location!.ToString().Should().StartWith("/prosesser/standard_metode/utkast/1");
        using var source = await given.Ask("Admin", "GET", Drafts + "/1/source");
        (await source.Content.ReadAsStringAsync()).Should().Be(Shipped, "byte for byte: nothing is changed yet");
        var draft = await given.Read("Admin", Drafts + "/1");
        draft.GetProperty("changes").GetArrayLength().Should().Be(0);
        (await admin.Page("/prosesser/standard_metode/historikk")).QuerySelector(".timeline li")!.TextContent.Should().Contain("lagret utkast 1");
        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "POST", Drafts, new { templateKey = "standard_metode", templateVersion = 9 });
        using var koord = await Visitor.As(given, "Koord1");
        (await koord.Page("/prosesser/standard_metode")).GetElementById("SaveDefinitionDraft-utgave").Should().BeNull();
    }

    [Fact]
    public async Task The_second_saver_is_told_what_changed_and_loses_nothing()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts, new { source = Bytes(Shipped + " ") });
        await Is(HttpStatusCode.OK, given, "Admin", "PUT", Drafts + "/1", new { source = Bytes(Renamed) }, ("If-Match", "\"1\""));
        using var second = await given.Ask("Admin", "PUT", Drafts + "/1", new { source = Bytes(Weakened) }, ("If-Match", "\"1\""));
        second.StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
        var problem = JsonDocument.Parse(await second.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("code").GetString().Should().Be(nameof(DefinitionDraftIsStale));
        problem.GetProperty("changes").EnumerateArray().Single().GetProperty("nb").GetString().Should().Contain("Forankre");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts, new { kept = problem.GetProperty("kept").GetString() });
        using var source = await given.Ask("Admin", "GET", Drafts + "/2/source");
        (await source.Content.ReadAsStringAsync()).Should().Be(Weakened);
    }

    [Fact]
    public async Task A_drawing_with_errors_is_kept_as_a_draft_but_not_published()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "POST", Drafts, new { source = Bytes("<ikke bpmn>") });
        var oneSided = Shipped.Replace("lms:gate=\"G1\" lms:sides=\"fag bruker\"", "lms:gate=\"G1\" lms:sides=\"fag\"", StringComparison.Ordinal);
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts, new { source = Bytes(oneSided) });
        (await given.Read("Admin", Drafts + "/1")).GetProperty("mayBePublished").GetBoolean().Should().BeFalse("the phase table asks for both sides");
        using (var visitor = await Visitor.As(given, "Admin"))
        {
            var page = await visitor.Page("/prosesser/standard_metode/utkast/1");
            page.GetElementById("PublishDefinition").Should().BeNull("nobody is asked to consent to what cannot be published");
            page.GetElementById("prove")!.ParentElement!.TextContent.Should().Contain("Dette må rettes først");
        }

        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "POST", Drafts + "/1/publications", new { revision = 1, against = 1, note = "Raskere" });
        (await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.DefinitionAttempts("standard_metode"), 0, CancellationToken.None)).Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task R079_R080_A_weakening_version_takes_effect_only_when_both_sides_have_consented_and_so_does_a_move(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "needs-assessed");
        var unit = (await Loaded(given)).Identity!.LmsUnit.ToString();
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts, new { source = Bytes(Weakened) });
        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "POST", Drafts + "/1/publications", new { revision = 1, against = 1, note = "Mer tid" });
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts + "/1/publications", new { revision = 1, against = 1, note = "Mer tid", unit });
        var proposal = (await given.Read("Br1", "definitions/standard_metode")).GetProperty("proposals")[0];
        var hash = proposal.GetProperty("changesHash").GetString();
        proposal.GetProperty("changes").EnumerateArray().Should().Contain(change => change.GetProperty("weakens").GetBoolean());
        (await given.Read("Br1", "definitions/standard_metode/versions")).GetArrayLength().Should().Be(1);

        const string consents = "definitions/standard_metode/proposals/1/consents";
        foreach (var who in new[] { "Admin", "Koord1", "Leder1", "Rev", "Stranger" })
            await Is(HttpStatusCode.Forbidden, given, who, "POST", consents, new { side = "Bruker", changesHash = hash });
        await Is(HttpStatusCode.UnprocessableEntity, given, "Fag1", "POST", consents, new { side = "Bruker", changesHash = hash });
        await Is(HttpStatusCode.UnprocessableEntity, given, "Br1", "POST", consents, new { side = "Bruker", changesHash = new string('0', 64) });
        await Is(HttpStatusCode.Created, given, "Br1", "POST", consents, new { side = "Bruker", changesHash = hash });
        (await given.Read("Br1", "definitions/standard_metode/versions")).GetArrayLength().Should().Be(1);
        await Is(HttpStatusCode.Created, given, "Fag1", "POST", consents, new { side = "Fag", changesHash = hash });
        (await given.Read("Br1", "definitions/standard_metode/versions")).GetArrayLength().Should().Be(2);

        (await Move(given, dryRun: true)).Should().Be("AwaitsConsent");
        (await Loaded(given)).Process!.Move.Should().BeNull("a dry run changes nothing");
        (await Move(given, dryRun: false)).Should().Be("AwaitsConsent");
        (await given.Read("Br1", "inbox")).EnumerateArray().Should().Contain(row => row.GetProperty("kind").GetString() == "move");
        using var visitor = await Visitor.As(given, "Br1");
        (await visitor.Submit($"/saker/{given.Id}/flytting", "ConsentToMove")).StatusCode.Should().Be(HttpStatusCode.SeeOther);
        await Is(HttpStatusCode.Created, given, "Fag1", "POST", "cases/{sak}/process-move/consents", new { to = 2, changesHash = hash });
        (await Move(given, dryRun: false)).Should().Be("Moved");
        var moved = (await Loaded(given)).Process!;
        moved.DefinitionVersion.Should().Be(2);
        moved.Move.Should().BeNull();
        var file = await given.Host.Services.GetRequiredService<DefinitionPath>().Load("standard_metode", CancellationToken.None);
        file.Moves.Select(run => run.Cases.Single().Outcome).Should().Equal(CaseMoveOutcome.AwaitsConsent, CaseMoveOutcome.Moved);
        await Is(HttpStatusCode.Created, given, "Koord1", "POST", "cases/{sak}/contacts", new { side = "Fag", who = "En til", isAttempt = false });
    }

    [Fact]
    public async Task One_side_can_refuse_and_the_draft_is_open_again()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts, new { source = Bytes(Weakened) });
        var unit = (await Loaded(given)).Identity!.LmsUnit.ToString();
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts + "/1/publications", new { revision = 1, against = 1, note = "Mer tid", unit });
        using var visitor = await Visitor.As(given, "Br1");
        (await (await visitor.Get("/")).Content.ReadAsStringAsync()).Should().Contain("/prosesser/standard_metode/samtykke/1");
        using var refused = await visitor.Submit("/prosesser/standard_metode/samtykke/1", "RefuseDefinition-Bruker", ("reason", "Ni dager er for lenge å vente"));
        refused.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await (await visitor.Get("/")).Content.ReadAsStringAsync()).Should().NotContain("/samtykke/", "the answer is seen in the inbox at once");
        (await given.Read("Admin", Drafts + "/1")).GetProperty("draft").GetProperty("standing").GetString().Should().Be("Open");
        (await given.Read("Fag1", "definitions/standard_metode/versions")).GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task A_new_definition_is_copied_from_a_shipped_one_and_weakening_the_copy_is_no_way_around_consent()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "POST", "definitions/Feil-nøkkel/drafts", new { templateKey = "standard_metode" });
        await Is(HttpStatusCode.Created, given, "Admin", "POST", "definitions/var_metode/drafts", new { templateKey = "standard_metode" });
        var draft = await given.Read("Admin", "definitions/var_metode/drafts/1");
        draft.GetProperty("weakens").GetBoolean().Should().BeFalse(draft.ToString());
        await Is(HttpStatusCode.OK, given, "Admin", "PUT", "definitions/var_metode/drafts/1", new { source = Bytes(Weakened.Replace("\"standard_metode\"", "\"var_metode\"", StringComparison.Ordinal)), basedOn = 1 });
        (await given.Read("Admin", "definitions/var_metode/drafts/1")).GetProperty("weakens").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task A_copy_is_called_what_its_maker_says_and_otherwise_told_apart_from_what_it_was_copied_from()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", "definitions/uten_navn/drafts", new { templateKey = "standard_metode" });
        (await Source("uten_navn")).Should().Contain("<bpmn:process id=\"uten_navn\" name=\"Standard metode (kopi)\" isExecutable");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", "definitions/med_navn/drafts", new { templateKey = "standard_metode", templateName = new { name = "Mestring & søvn", nameNn = "Meistring og søvn" } });
        var named = XDocument.Parse(await Source("med_navn")).Descendants().Single(element => element.Name.LocalName == "process");
        named.Attributes().Where(attribute => attribute.Name.LocalName is "name" or "nameNn").Select(attribute => attribute.Value).Should().BeEquivalentTo("Mestring & søvn", "Meistring og søvn");
        foreach (var name in new[] { " ", "to\nlinjer", new string('a', 101) })
            await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "POST", "definitions/daarlig_navn/drafts", new { templateKey = "standard_metode", templateName = new { name } });

        using var visitor = await Visitor.As(given, "Admin");
        using var made = await visitor.Submit("/prosesser", "SaveDefinitionDraft", ("key", "fra_siden"), ("templateKey", "standard_metode"), ("name", "Kurs på nett"));
        made.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await Source("fra_siden")).Should().Contain("name=\"Kurs på nett\"");

        async Task<string> Source(string key)
        {
            using var answer = await given.Ask("Admin", "GET", $"definitions/{key}/drafts/1/source");
            return await answer.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task A_new_definition_begins_from_an_empty_drawing_by_program_and_by_page()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", "definitions/helt_ny/drafts", new { empty = new { name = "Kurs & samtale", nameNn = "Kurs og samtale" } });
        using var source = await given.Ask("Admin", "GET", "definitions/helt_ny/drafts/1/source");
        (await source.Content.ReadAsStringAsync()).Should().Contain("<bpmn:process id=\"helt_ny\" name=\"Kurs &amp; samtale\" lms:nameNn=\"Kurs og samtale\"");
        await Is(HttpStatusCode.OK, given, "Admin", "GET", "definitions/helt_ny/drafts/1");
        foreach (var name in new[] { " ", "to\nlinjer", new string('a', 101) })
            await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "POST", "definitions/helt_annen/drafts", new { empty = new { name } });
        await Is(HttpStatusCode.Forbidden, given, "Koord1", "POST", "definitions/helt_annen/drafts", new { empty = new { name = "Kurs" } });

        using var visitor = await Visitor.As(given, "Admin");
        using var made = await visitor.Submit("/prosesser", "SaveDefinitionDraft", ("key", "fra_siden"), ("name", "Fra siden"));
        made.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await visitor.Get("/prosesser/fra_siden/utkast/1")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_changed_shipped_file_becomes_a_draft_once_and_never_a_version()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var folder = Directory.CreateTempSubdirectory("lms-shipped").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "standard-metode.bpmn"), Renamed);
            var shipped = given.Host.Services.GetRequiredService<ShippedDefinitions>();
            await shipped.Publish(folder, CancellationToken.None);
            await shipped.Publish(folder, CancellationToken.None);
        }
        finally
        {
            Directory.Delete(folder, true);
        }

        var file = await given.Host.Services.GetRequiredService<DefinitionPath>().Load("standard_metode", CancellationToken.None);
        file.Published.Should().ContainSingle();
        var draft = file.Drafts.Should().ContainSingle().Which;
        draft.By.Should().BeNull("the system brought it");
        draft.Note!.Value.Should().Contain("standard-metode.bpmn");
    }

    [Theory]
    [InlineData("Admin", true)]
    [InlineData("Koord1", false)]
    [InlineData("Fag1", false)]
    [InlineData("Br1", false)]
    [InlineData("Leder1", false)]
    [InlineData("Rev", false)]
    [InlineData("Stranger", false)]
    public async Task Drafts_publishing_and_moving_are_for_administrators_by_page_and_program(string who, bool may)
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts, new { source = Bytes(Renamed) });
        var expected = may ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
        await Is(expected, given, who, "GET", Drafts);
        await Is(expected, given, who, "PUT", Drafts + "/1", new { source = Bytes(Renamed), basedOn = 1, note = "ny" });
        await Is(may ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Forbidden, given, who, "POST", "definitions/standard_metode/moves", new { from = 1, to = 9 });
        await Is(HttpStatusCode.OK, given, who, "GET", "definitions/standard_metode/versions");
        using var visitor = await Visitor.As(given, who);
        foreach (var (page, status) in new[] { ("/prosesser", HttpStatusCode.OK), ("/prosesser/standard_metode", HttpStatusCode.OK), ("/prosesser/standard_metode/utkast/1", expected), ("/prosesser/standard_metode/flytt", expected) })
        {
            using var answer = await visitor.Get(page);
            answer.StatusCode.Should().Be(status, $"{who} opens {page}: {await answer.Content.ReadAsStringAsync()}");
        }

        await Is(may ? HttpStatusCode.Created : HttpStatusCode.Forbidden, given, who, "POST", Drafts + "/1/publications", new { revision = may ? 2 : 1, against = 1, note = "Kortere" });
        await Is(may ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Forbidden, given, who, "DELETE", Drafts + "/1");
    }

    [Fact]
    public async Task An_administrator_does_it_all_with_forms_and_without_script()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts, new { source = Bytes(Renamed) });
        using var visitor = await Visitor.As(given, "Admin");
        using var empty = await visitor.Submit("/prosesser/standard_metode/utkast/1", "PublishDefinition");
        empty.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, "a note is asked for");
        using var published = await visitor.Submit("/prosesser/standard_metode/utkast/1", "PublishDefinition", ("note", "Kortere navn"));
        published.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        const string plan = "/prosesser/standard_metode/flytt?fra=1&til=2";
        using var tried = await visitor.Submit(plan, "MoveCases", ("prove", "ja"));
        (await Visitor.Read(tried)).GetElementById("saker")!.ParentElement!.TextContent.Should().Contain("Kan flyttes");
        (await Loaded(given)).Process!.DefinitionVersion.Should().Be(1);
        (await visitor.Page("/prosesser/standard_metode")).GetElementById("utgaver")!.Closest("section")!.TextContent.Should().Contain("1 åpen sak").And.Contain("0 åpne saker");
        using (var reader = await Visitor.As(given, "Br1"))
            (await reader.Page("/prosesser/standard_metode")).QuerySelector("main")!.TextContent.Should().NotContain("standard_metode", "the key is for those who draw");
        using var moved = await visitor.Submit(plan, "MoveCases");
        (await Visitor.Read(moved)).GetElementById("saker")!.ParentElement!.TextContent.Should().Contain("Flyttet");
        (await Loaded(given)).Process!.DefinitionVersion.Should().Be(2);
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static async Task<CaseFile> Loaded(GivenCase given) =>
        (await given.Host.Services.GetRequiredService<CaseLoader>().Current(new(Guid.Parse(given.Id)), CancellationToken.None)).File;

    static async Task<string?> Move(GivenCase given, bool dryRun)
    {
        using var answer = await given.Ask("Admin", "POST", "definitions/standard_metode/moves", new { from = 1, to = 2, dryRun });
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("cases").EnumerateArray().Single().GetProperty("outcome").GetString();
    }

    static async Task Is(HttpStatusCode status, GivenCase given, string who, string verb, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var answer = await given.Ask(who, verb, path, body, headers);
        answer.StatusCode.Should().Be(status, $"{who} {verb} {path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
