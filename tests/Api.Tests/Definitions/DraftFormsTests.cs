using System.Net;
using System.Text;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>The forms of a draft, as programs and people meet them.</summary>
public sealed class DraftFormsTests(Hosts hosts)
{
    const string Drafts = "definitions/standard_metode/drafts";
    const string Form = Drafts + "/1/forms/D02";
    const string Page = "/prosesser/standard_metode/utkast/1/skjemaer/D02";

    static readonly object Question = new { type = "LongText", label = new { nb = "Hvem har dere spurt?", nn = "Kven har de spurt?" } };

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_question_is_added_through_the_API_and_asked_in_cases_that_begin_after_publishing(string database)
    {
        var given = await Drafted(database);
        using (var added = await given.Ask("Admin", "POST", Form + "/edits", new { edit = "AddQuestion", basedOn = 1, question = Question })) added.StatusCode.Should().Be(HttpStatusCode.Created);
        using var form = await given.Ask("Admin", "GET", Form);
        form.Headers.ETag!.Tag.Should().Be("\"2\"");
        (await form.Content.ReadAsStringAsync()).Should().Contain("hvem_har_dere_spurt").And.Contain("felt_kilder", "what was there is there still");
        var listed = (await given.Read("Admin", Drafts + "/1/forms")).EnumerateArray().Single(line => line.GetProperty("document").GetString() == "D02");
        (listed.GetProperty("questions").GetInt32(), listed.GetProperty("usedIn")[0].GetString()).Should().Be((5, "sjekk_tilbud"));
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts + "/1/publications", new { revision = 2, against = 1, note = "Ett spørsmål til" });
        using var published = await given.Ask("Fag1", "GET", "definitions/standard_metode/versions/2/forms/D02");
        (await published.Content.ReadAsStringAsync()).Should().Contain("hvem_har_dere_spurt");
    }

    [Fact]
    public async Task Two_who_change_the_same_form_meet_and_two_who_change_different_things_do_not()
    {
        var given = await Drafted("sqlite");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Form + "/edits", new { edit = "AddQuestion", basedOn = 1, question = Question });
        using (var second = await given.Ask("Admin", "POST", Form + "/edits", new { edit = "RemoveQuestion", basedOn = 1, place = "kilder" }))
        {
            second.StatusCode.Should().Be(HttpStatusCode.Conflict);
            JsonDocument.Parse(await second.Content.ReadAsStringAsync()).RootElement.GetProperty("version").GetInt32().Should().Be(2);
        }

        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts + "/1/forms/D12/edits", new { edit = "RetitleForm", basedOn = 1, words = new { nb = "Plan", nn = "Plan" } });
        using var both = await given.Ask("Admin", "GET", Form);
        both.Headers.ETag!.Tag.Should().Be("\"3\"");
        (await both.Content.ReadAsStringAsync()).Should().Contain("hvem_har_dere_spurt");
    }

    [Fact]
    public async Task A_repeated_request_adds_one_question()
    {
        var given = await Drafted("sqlite");
        for (var time = 0; time < 2; time++)
            await Is(HttpStatusCode.Created, given, "Admin", "POST", Form + "/edits", new { edit = "AddQuestion", basedOn = 1, question = Question }, ("Idempotency-Key", "en"));
        (await given.Read("Admin", Drafts + "/1")).GetProperty("draft").GetProperty("revision").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task A_form_is_put_as_a_file_and_an_earlier_one_restored()
    {
        var given = await Drafted("sqlite");
        var shipped = await (await given.Ask("Admin", "GET", Form)).Content.ReadAsStringAsync();
        await Is(HttpStatusCode.OK, given, "Admin", "PUT", Form, JsonDocument.Parse(shipped.Replace("Konklusjon", "Avgjerd", StringComparison.Ordinal)).RootElement, ("If-Match", "\"1\""));
        await Is(HttpStatusCode.PreconditionFailed, given, "Admin", "PUT", Form, JsonDocument.Parse(shipped).RootElement, ("If-Match", "\"1\""));
        (await (await given.Ask("Admin", "GET", Form)).Content.ReadAsStringAsync()).Should().Contain("Avgjerd");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Form + "/edits", new { edit = "RestoreForm", basedOn = 2, revision = 1 });
        (await (await given.Ask("Admin", "GET", Form)).Content.ReadAsStringAsync()).Should().Be(shipped);
        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "POST", Form + "/edits", new { edit = "RestoreForm", basedOn = 3, revision = 99 });
    }

    [Fact]
    public async Task What_cannot_be_read_is_answered_in_words_and_changes_nothing_and_a_refused_edit_is_recorded()
    {
        var given = await Drafted("sqlite");
        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "PUT", Form, new { type = "default", id = "D02" }, ("If-Match", "\"1\""));
        using (var other = await given.Ask("Admin", "PUT", Form, JsonDocument.Parse(await (await given.Ask("Admin", "GET", Drafts + "/1/forms/D12")).Content.ReadAsStringAsync()).RootElement, ("If-Match", "\"1\"")))
            (await other.Content.ReadAsStringAsync()).Should().Contain(nameof(FormIsForAnother));
        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "POST", Form + "/edits", new { edit = "AddQuestion", basedOn = 1 });
        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "POST", Form + "/edits", new { edit = "AddQuestion", basedOn = 1, question = new { type = "Text", label = new { nb = "Bare bokmål", nn = "" } } });
        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "POST", Form + "/edits", new { edit = "MoveQuestion", basedOn = 1, place = "borte", direction = "Up" });
        await Is(HttpStatusCode.BadRequest, given, "Admin", "POST", Form + "/edits", new { edit = "BlowUp", basedOn = 1 });
        await Is(HttpStatusCode.NotFound, given, "Admin", "POST", Drafts + "/1/forms/D99/edits", new { edit = "UseShippedForm", basedOn = 1 });
        await Is(HttpStatusCode.NotFound, given, "Admin", "GET", Drafts + "/7/forms", null);
        (await given.Read("Admin", Drafts + "/1")).GetProperty("draft").GetProperty("revision").GetInt32().Should().Be(1);
        (await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.DefinitionAttempts("standard_metode"), 0, CancellationToken.None)).Should().HaveCount(4);
    }

    [Fact]
    public async Task Only_administrators_see_and_change_the_forms_of_a_draft()
    {
        var given = await Drafted("sqlite");
        foreach (var who in new[] { "Koord1", "Fag1", "Br1", "Leder1", "Rev", "Stranger" })
        {
            await Is(HttpStatusCode.Forbidden, given, who, "GET", Drafts + "/1/forms", null);
            await Is(HttpStatusCode.Forbidden, given, who, "GET", Form, null);
            await Is(HttpStatusCode.Forbidden, given, who, "POST", Form + "/edits", new { edit = "UseShippedForm", basedOn = 1 });
            await Is(HttpStatusCode.Forbidden, given, who, "PUT", Form, new { });
            using var visitor = await Visitor.As(given, who);
            foreach (var path in new[] { Page, "/prosesser/standard_metode/utkast/1/skjemaer" })
                (await visitor.Get(path)).StatusCode.Should().Be(HttpStatusCode.Forbidden, who);
            (await visitor.Send(Page, await visitor.Page("/prosesser/standard_metode"), ("handling", "UseShippedForm"), ("skjema", "UseShippedForm"), ("basedOn", "1"))).StatusCode.Should().Be(HttpStatusCode.Forbidden, who);
        }

        await Is(HttpStatusCode.Unauthorized, given, "anonymous", "GET", Form, null);
    }

    [Fact]
    public async Task R182_An_administrator_edits_a_form_on_its_page_without_script()
    {
        var given = await Drafted("sqlite");
        using var visitor = await Visitor.As(given, "Admin");
        (await visitor.Page("/prosesser/standard_metode/utkast/1")).QuerySelectorAll("a").Should().Contain(link => link.GetAttribute("href")!.EndsWith("/utkast/1/skjemaer"));
        (await visitor.Page("/prosesser/standard_metode/utkast/1/skjemaer")).QuerySelectorAll("main a").Should().Contain(link => link.GetAttribute("href") == Page);
        await Done(visitor, "AddQuestion", ("labelNb", "Antall spurte"), ("labelNn", "Talet på spurde"), ("type", "Number"), ("least", "1"), ("most", "40"), ("required", "true"));
        var page = await visitor.Page(Page);
        page.GetElementById("slik")!.ParentElement!.TextContent.Should().Contain("Antall spurte");
        page.GetElementById("vis-antall_spurte").Should().NotBeNull("the preview is the form of a case");
        await Done(visitor, "MoveQuestion-opp-antall_spurte", ("direction", "Up"));
        await Done(visitor, "ChangeQuestion-konklusjon", ("labelNb", "Hva bør skje?"), ("answers.4.nb", "Vente"), ("answers.4.nn", "Vente litt"));
        await Done(visitor, "RemoveQuestion-begrunnelse");
        var form = FormReaderOf(await given.Ask("Admin", "GET", Form));
        (await form).Fields.Select(field => field.Key).Should().Equal("kilder", "treff", "konklusjon", "antall_spurte");
        (await form).Field("antall_spurte")!.Should().Match<FieldDefinition>(field => field.Least == 1 && field.Most == 40 && field.Required);
        (await form).Field("konklusjon")!.Options.Should().Contain(new FieldOption("vente", new("Vente", "Vente litt"))).And.HaveCount(5);
        await Done(visitor, "RestoreForm-1");
        (await FormReaderOf(await given.Ask("Admin", "GET", Form))).Fields.Should().HaveCount(4).And.Contain(field => field.Key == "begrunnelse");
    }

    [Fact]
    public async Task What_was_typed_comes_back_when_it_is_refused_and_when_somebody_else_saved_first()
    {
        var given = await Drafted("sqlite");
        using var visitor = await Visitor.As(given, "Admin");
        using (var refused = await visitor.Submit(Page, "AddQuestion", ("labelNb", "Bare på bokmål"), ("least", "mange")))
        {
            refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
            WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).Should().Contain("Bare på bokmål").And.Contain("href=\"#AddQuestion-least\"");
        }

        await Is(HttpStatusCode.Created, given, "Admin", "POST", Form + "/edits", new { edit = "RemoveQuestion", basedOn = 1, place = "treff" });
        using var late = await visitor.Submit(Page, "AddQuestion", ("labelNb", "Noe nytt"), ("labelNn", "Noko nytt"), ("basedOn", "1"));
        late.StatusCode.Should().Be(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()).Should().Contain("Noko nytt").And.Contain("Noen andre lagret").And.Contain("name=\"basedOn\" value=\"2\"", "sending it again saves it");
    }

    [Fact]
    public async Task A_draft_with_few_forms_gets_others_that_come_with_the_product()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", "definitions/nytt_kurs/drafts", new { empty = new { name = "Nytt kurs" }, forms = new[] { await File.ReadAllBytesAsync(Path.Combine(ShippedDefinitions.Folder, "forms", "D01.form")) } });
        using var visitor = await Visitor.As(given, "Admin");
        var list = await visitor.Page("/prosesser/nytt_kurs/utkast/1/skjemaer");
        list.QuerySelectorAll("main details a").Should().HaveCount(24);
        using (var used = await visitor.Submit("/prosesser/nytt_kurs/utkast/1/skjemaer/D02", "UseShippedForm")) used.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await given.Read("Admin", "definitions/nytt_kurs/drafts/1/forms")).EnumerateArray().Select(line => line.GetProperty("document").GetString()).Should().Equal("D01", "D02");
        using var upload = await visitor.Submit("/prosesser/nytt_kurs/utkast/1/skjemaer/D03", "UploadForm");
        (await upload.Content.ReadAsStringAsync()).Should().Contain("Velg en skjemafil");
        (await visitor.Get("/prosesser/nytt_kurs/utkast/1/skjemaer/D99")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_question_that_both_sides_must_have_answered_is_not_lost_without_their_consent()
    {
        var given = await Drafted("sqlite");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts + "/1/forms/D12/edits", new { edit = "ChangeQuestion", basedOn = 1, place = "risiko", question = new { type = "LongText", label = new { nb = "Hva kan gå galt?", nn = "Kva kan gå gale?" } } });
        var draft = await given.Read("Admin", Drafts + "/1");
        (draft.GetProperty("weakens").GetBoolean(), draft.GetProperty("mayBePublished").GetBoolean()).Should().Be((true, true));
        draft.GetProperty("findings").EnumerateArray().Should().ContainSingle(finding => finding.GetProperty("check").GetString() == "forms-ask-less").Which.GetProperty("element").GetString().Should().Be("g2_godkjenn");
        draft.GetProperty("changes").EnumerateArray().Single().GetProperty("sentence").GetProperty("nb").GetString().Should().Contain("Begge sider godkjenner");
        using (var visitor = await Visitor.As(given, "Admin"))
        {
            (await visitor.Page("/prosesser/standard_metode/utkast/1/skjemaer/D12")).GetElementById("svekker").Should().NotBeNull();
            (await visitor.Page("/prosesser/standard_metode/utkast/1/skjemaer")).Body!.TextContent.Should().Contain("Svekker medvirkningen");
        }

        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "POST", Drafts + "/1/publications", new { revision = 2, against = 1, note = "Kortere" });
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts + "/1/publications", new { revision = 2, against = 1, note = "Kortere", unit = given["LMS"] });
        (await given.Read("Fag1", "definitions/standard_metode/versions")).GetArrayLength().Should().Be(1, "it waits for both sides");
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_list_of_rows_is_drawn_up_published_filled_in_without_script_and_read_by_programs(string database)
    {
        var given = await Drafted(database, "needs-assessed");
        const string plan = Drafts + "/1/forms/D12/edits";
        await Is(HttpStatusCode.Created, given, "Admin", "POST", plan, new { edit = "AddQuestion", basedOn = 1, question = new { type = "Rows", label = new { nb = "Samlinger", nn = "Samlingar" } } });
        await Is(HttpStatusCode.Created, given, "Admin", "POST", plan, new { edit = "AddQuestion", basedOn = 2, into = "samlinger", question = new { type = "Number", most = 8, required = true, label = new { nb = "Timer", nn = "Timar" } } });
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts + "/1/publications", new { revision = 3, against = 1, note = "Samlinger i planen" });
        await Is(HttpStatusCode.OK, given, "Admin", "POST", "definitions/standard_metode/moves", new { from = 1, to = 2, dryRun = false });

        using var visitor = await Visitor.As(given, "Fag1");
        var path = $"/saker/{given.Id}/dokumenter/D12";
        var empty = await visitor.Page(path);
        empty.GetElementById("SaveDraft-samlinger.0.timer").Should().NotBeNull("a list begins with a row");
        using (var more = await visitor.Submit(path, "SaveDraft", ("samlinger.0.samlinger", "Bli kjent"), ("gjor", "rad:samlinger")))
        {
            var text = WebUtility.HtmlDecode(await more.Content.ReadAsStringAsync());
            text.Should().Contain("SaveDraft-samlinger.1.timer").And.Contain("Bli kjent", "everything typed stays");
        }

        using (var less = await visitor.Submit(path, "SaveDraft", ("samlinger.0.samlinger", "Bli kjent"), ("samlinger.1.samlinger", "Fysisk aktivitet"), ("gjor", "fjern:samlinger.0.")))
            WebUtility.HtmlDecode(await less.Content.ReadAsStringAsync()).Should().NotContain("Bli kjent").And.Contain("Fysisk aktivitet");
        using (var wrong = await visitor.Submit(path, "SaveDraft", ("samlinger.0.timer", "9")))
        {
            wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
            (await wrong.Content.ReadAsStringAsync()).Should().Contain("href=\"#SaveDraft-samlinger.0.timer\"");
        }

        using (var saved = await visitor.Submit(path, "SaveDraft", ("samlinger.0.samlinger", "Bli kjent"), ("samlinger.0.timer", "2,5"), ("samlinger.1.samlinger", "Fysisk aktivitet")))
            saved.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        var page = await visitor.Page(path);
        page.GetElementById("SaveDraft-samlinger.1.samlinger")!.GetAttribute("value").Should().Be("Fysisk aktivitet");
        page.Body!.TextContent.Should().Contain("Timer (rad 2 i «Samlinger»)", "each row must say how long it lasts");
        var read = await visitor.Page(path + "?versjon=1");
        read.QuerySelectorAll("main td").Select(cell => cell.TextContent.Trim()).Should().Equal("Bli kjent", "2,50", "Fysisk aktivitet", "–");

        (await given.Read("Br1", "cases/{sak}/documents/D12/versions/1")).ToString().Should().Contain("Fysisk aktivitet");
        await Is(HttpStatusCode.OK, given, "Fag1", "PUT", "cases/{sak}/documents/D12", new { content = new { samlinger = new[] { new { samlinger = "Ein rad", timer = 3 } } }, basedOn = new { version = 1, revision = 1 } });
        (await given.Read("Br1", "cases/{sak}/documents/D12/versions/1")).ToString().Should().Contain("Ein rad").And.NotContain("Fysisk aktivitet");
        await Is(HttpStatusCode.UnprocessableEntity, given, "Fag1", "PUT", "cases/{sak}/documents/D12", new { content = new { samlinger = new[] { new { annet = "x" } } }, basedOn = new { version = 1, revision = 2 } });
        await Is(HttpStatusCode.BadRequest, given, "Fag1", "PUT", "cases/{sak}/documents/D12", new { content = new { samlinger = new { annet = "x" } }, basedOn = new { version = 1, revision = 2 } });
    }

    async Task<GivenCase> Drafted(string database, string mark = "anchored")
    {
        var given = await GivenCase.At(await hosts.Fresh(database), mark);
        var shipped = Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn")));
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Drafts, new { source = Convert.ToBase64String(shipped) });
        return given;
    }

    static async Task Done(Visitor visitor, string form, params (string, string)[] typed)
    {
        using var answer = await visitor.Submit(Page, form, typed);
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther, form);
    }

    static async Task<FormDefinition> FormReaderOf(HttpResponseMessage answer)
    {
        using var sent = answer;
        return Workflows.FormReader.Read(await sent.Content.ReadAsByteArrayAsync()).Form!;
    }

    static async Task Is(HttpStatusCode expected, GivenCase given, string who, string verb, string path, object? body, params (string, string)[] headers)
    {
        using var answer = await given.Ask(who, verb, path, body, headers);
        answer.StatusCode.Should().Be(expected, $"{verb} {path} by {who} answered {await answer.Content.ReadAsStringAsync()}");
    }
}
