using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using static LmsWorkflow.Api.Tests.ZipFiles;

namespace LmsWorkflow.Api.Tests;

/// <summary>The case as one file: made over the API, checked without it, and attacked byte by byte.</summary>
public sealed class DossierTests(Hosts hosts)
{
    [Theory]
    [InlineData("sqlite", "anchored")]
    [InlineData("sqlite", "decided")]
    [InlineData("postgres", "decided")]
    public async Task A_dossier_proves_the_case_whole_signed_by_both_sides_and_driven_by_its_drawing(string database, string mark)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), mark);
        var (zip, key) = await Made(given, "Rev");

        var verdict = Verified(zip, key);

        verdict.Faults.Should().BeEmpty();
        verdict.Proved.Should().Contain(line => line.StartsWith("Kontrollpunktet er underskrevet av lmsworkflow/"))
            .And.Contain(line => line.StartsWith($"Det som har hendt i saken (case-{given.Id}): alle "))
            .And.Contain(line => line.StartsWith("Prosessen er kjørt på nytt fra "));
        if (mark == "decided") verdict.Proved.Should().Contain(line => line.StartsWith("4 porter er åpnet")).And.Contain(line => line.Contains("låste dokumenter har nøyaktig det innholdet som ble godkjent"));
        verdict.Limits.Should().Contain(line => line.StartsWith("Saksmappen viser saken slik den var")).And.Contain(line => line.StartsWith("Ingen vitner"));
    }

    [Fact]
    public async Task A_dossier_is_checked_on_the_command_line_with_the_server_off()
    {
        var host = await ScenarioHost.Start("sqlite", default);
        var given = await GivenCase.At(host, "needs-assessed");
        var (zip, key) = await Made(given, "Koord1");
        await host.DisposeAsync();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, zip);
            (await Command(file, "--key", key.Write())).Should().Match<(int Code, string Said)>(answer => answer.Code == 0 && answer.Said.StartsWith("SAKSMAPPEN STEMMER."));
            (await Command(file)).Should().Match<(int Code, string Said)>(answer => answer.Code == 0 && answer.Said.Contains("Nøkkelen er tatt fra saksmappen selv"));
            (await Command(file, "--key", NoteSigner.New(key.Name).Public.Write())).Should().Match<(int Code, string Said)>(answer => answer.Code == 1 && answer.Said.Contains("ikke underskrevet med noen av nøklene du ga"));
            (await Command(file, "--key", "tull")).Code.Should().Be(2);
            (await Command("/finnes/ikke.zip")).Code.Should().Be(2);
            (await Command()).Code.Should().Be(64);
            foreach (var nothing in new[] { new[] { "" }, [file, "--key", ""], [file, "--checkpoint", " "] }) (await Command(nothing)).Code.Should().Be(64);
            await File.WriteAllTextAsync(file, "ikke en zip");
            (await Command(file)).Code.Should().Be(1);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Whatever_is_changed_in_the_file_is_found_and_its_place_told()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var (zip, key) = await Made(given, "Rev");
        void Found(Action<JsonNode> attack, string expected) => Verified(Attacked(zip, attack), key).Faults.Should().Contain(fault => fault.Contains(expected), expected);

        Found(record => Events(record).RemoveAt(Events(record).Count - 1), "er ikke hel");
        Found(record => Events(record).RemoveAt(10), "Hendelse 11 i case-");
        Found(record => Events(record)[4]!["body"] = Convert.ToBase64String([.. Convert.FromBase64String(Events(record)[4]!["body"]!.GetValue<string>()), 32]), "Hendelse 5 i case-");
        Found(record => Events(record)[4]!["name"] = "role-granted.v1", "Hendelse 5 i case-");
        Found(record => Events(record)[4]!["position"] = 1, "Hendelse 5 i case-");
        Found(Swapped, "case-");
        Found(record => Events(record).Add(Events(record)[^1]!.DeepClone()), "case-");
        Found(record => record["streams"]![1]!["events"] = new JsonArray(), "attempts-");
        Found(record => record["streams"]![0]!["texts"]![0]!["value"] = "En annen tekst", "er ikke den som ble skrevet");
        Found(record => record["streams"]![0]!["bucket"]![0]!["version"] = 3, "slutter, stemmer ikke");
        Found(record => record["others"]![0]!["body"] = Convert.ToBase64String("{}"u8), "nr. ");
        Found(record => record["checkpoint"] = record["checkpoint"]!.GetValue<string>().Replace("\nheads ", "\nheads A"), "Kontrollpunktet");
        Found(record => record["checkpoint"] = "", "kan ikke leses");
        Found(record => record["streams"]![0]!["events"] = null, "kan ikke leses");
        Verified(Repacked(zip, "les-meg.nb.html", "<p>noe annet</p>"u8.ToArray(), mend: false), key).Faults.Should().Contain("Filen «les-meg.nb.html» er endret etter at saksmappen ble laget.");
        Verified(Repacked(zip, "innhold/ekstra", "x"u8.ToArray(), mend: false), key).Faults.Should().Contain(fault => fault.Contains("er lagt til"));
    }

    [Fact]
    public async Task An_erased_text_is_told_and_one_taken_away_put_back_or_called_erased_is_found()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var store = given.Host.Services.GetRequiredService<ICaseStore>();
        var need = (await store.Read(StreamId.Case(new(Guid.Parse(given.Id))), 0, default)).First(one => one.Fact is NeedRegistered).Version;
        var (whole, key) = await Made(given, "Rev");
        Verified(whole, key).Proved.Should().Contain("Ingen tekst i saken er slettet eller mangler.");
        Verified(Attacked(whole, record => record["streams"]![0]!["texts"]!.AsArray().RemoveAt(0)), key).Faults.Should().Contain(fault => fault.Contains("mangler uten at noen har bestemt at den skulle slettes"));
        Verified(Attacked(whole, record =>
        {
            var text = record["streams"]![0]!["texts"]![0]!["commitment"]!.GetValue<string>();
            record["streams"]![0]!["texts"]!.AsArray().RemoveAt(0);
            record["streams"]![0]!["withheld"] = new JsonArray(text);
        }), key).Faults.Should().Contain(fault => fault.Contains("mangler uten at noen"), "only what may be held back is");

        using (var proposed = await given.Ask("Koord1", "POST", "erasures", new { @case = given.Id, version = need, ground = "RightToErasure", reason = "Bedt om det." })) proposed.StatusCode.Should().Be(HttpStatusCode.Created);
        using (var confirmed = await given.Ask("Leder1", "POST", "erasures/1/confirmations")) confirmed.StatusCode.Should().Be(HttpStatusCode.Created);
        var (zip, _) = await Made(given, "Rev");

        var verdict = Verified(zip, key);
        verdict.Faults.Should().BeEmpty();
        verdict.Proved.Should().Contain(line => line.Contains("hver etter at én foreslo det med hjemmel og en annen bekreftet")).And.Contain(line => line.StartsWith("Prosessen er kjørt på nytt fra "));
        Encoding.UTF8.GetString(Entry(zip, "record.json")).Should().NotContain("Bedt om det.", "the reason is for those who decide");
        var gone = JsonNode.Parse(Entry(whole, "record.json"))!["streams"]![0]!["texts"]!.AsArray().First(text => JsonNode.Parse(Entry(zip, "record.json"))!["streams"]![0]!["texts"]!.AsArray().All(kept => kept!["commitment"]!.GetValue<string>() != text!["commitment"]!.GetValue<string>()))!;
        Verified(Attacked(zip, record => record["streams"]![0]!["texts"]!.AsArray().Add(gone.DeepClone())), key).Faults.Should().Contain(fault => fault.Contains("er sagt å være slettet, men er her"));
        Verified(Attacked(zip, record => Remove(record, one => one["name"]!.GetValue<string>() == "erasure-confirmed.v1")), key).Faults.Should().Contain(fault => fault.Contains("viser ikke at to personer har bestemt det"));
        Verified(Attacked(zip, record => record["streams"]!.AsArray().RemoveAt(record["streams"]!.AsArray().Count - 1)), key).Faults.Should().Contain(fault => fault.Contains("mangler uten at noen"));
    }

    static void Remove(JsonNode record, Func<JsonNode, bool> which)
    {
        var others = record["others"]!.AsArray();
        foreach (var one in others.Where(one => which(one!)).ToList()) others.Remove(one);
    }

    [Fact]
    public async Task A_drawing_swapped_in_the_file_is_found()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var (zip, key) = await Made(given, "Rev");
        var drawing = Names(zip).First(name => name.StartsWith("innhold/") && Encoding.UTF8.GetString(Entry(zip, name)).Contains("standard_metode"));

        Verified(Repacked(zip, drawing, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Entry(zip, drawing)).Replace("Meld", "Fjern")), mend: true), key)
            .Faults.Should().Contain(fault => fault.Contains("er ikke i saksmappen, eller er en annen enn den saken er bundet til"));
    }

    [Fact]
    public async Task A_process_written_into_the_record_by_hand_is_found_though_the_server_signed_it()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var store = given.Host.Services.GetRequiredService<ICaseStore>();
        var stream = StreamId.Case(new(Guid.Parse(given.Id)));
        var facts = await store.Read(stream, 0, default);
        await store.Append(Append.To(stream, facts.Count, facts[^1].Stamp with { At = facts[^1].Stamp.At.AddHours(1) }, new GatePassed(Gate.G1, null)), default);

        var (zip, key) = await Made(given, "Rev");

        Verified(zip, key).Faults.Should().Contain(fault => fault.Contains("porten G1 ble åpnet uten noen låst tekst"))
            .And.Contain(fault => fault.Contains("(gate-passed.v1) følger ikke av det som ble gjort og av prosesstegningen"));
    }

    [Fact]
    public async Task A_checkpoint_kept_before_is_held_against_the_dossier()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var log = given.Host.Services.GetRequiredService<ICaseStore>().Log;
        var kept = (await log.Latest(default))!;
        await log.Cosign(kept.Checkpoint.Size, new("vitne", DateTimeOffset.UnixEpoch, NoteSigner.New("vitne", NoteKey.Cosignature).Cosign(kept.Note.Text, DateTimeOffset.UnixEpoch)), default);
        var (zip, key) = await Made(given, "Rev");

        DossierVerifier.Verify(new MemoryStream(zip), [key], [kept.Note]).Proved.Should().Contain(line => line.StartsWith("Loggen går videre fra kontrollpunktet du tok vare på"));
        var forged = new SignedNote((kept.Checkpoint with { Root = new byte[32] }).Text(), kept.Note.Signatures);
        DossierVerifier.Verify(new MemoryStream(zip), [key], [forged]).Faults.Should().Contain(line => line.StartsWith("Loggen går ikke videre fra kontrollpunktet du tok vare på"));
    }

    [Fact]
    public async Task Personal_files_and_raw_answers_stay_out_and_their_commitments_stay_in()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var (zip, _) = await Made(given, "Rev");
        var record = JsonNode.Parse(Entry(zip, "record.json"))!;

        var fields = record["streams"]!.AsArray().SelectMany(stream => stream!["texts"]!.AsArray()).Select(text => text!["field"]!.GetValue<string>()).ToList();
        fields.Should().NotBeEmpty().And.NotContain(field => field.StartsWith("D06.") || field == "D22.svar");
        var stored = await given.Host.Services.GetRequiredService<ICaseStore>().Log.Extract([new(StreamId.Case(new(Guid.Parse(given.Id))))], 0, default);
        stored!.Streams[0].Texts.Should().Contain(text => text.Field.StartsWith("D06."), "there is something to leave out");
        foreach (var hidden in stored.Streams[0].Texts.Where(text => text.Field.StartsWith("D06.") && text.Value.Length > 12))
            foreach (var page in new[] { "les-meg.nb.html", "les-meg.nn.html", "record.json" })
                Encoding.UTF8.GetString(Entry(zip, page)).Should().NotContain(hidden.Value, page);
    }

    [Theory]
    [InlineData("needs-assessed", "Delvis dokumentert")]
    [InlineData("decided", "Full medvirkning")]
    public async Task N12_What_the_report_says_of_participation_is_worked_out_again_and_a_forged_grade_is_found(string mark, string grade)
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), mark);
        var (zip, key) = await Made(given, "Rev");
        Verified(zip, key).Faults.Should().BeEmpty();
        Verified(zip, key).Proved.Should().Contain($"Medvirkningen er regnet ut på nytt av hendelsene, med annen kode enn serverens: {grade}. Samsvarsrapporten sier det samme.");
        byte[] Forged(string file, string was, string now)
        {
            var report = Encoding.UTF8.GetString(Entry(zip, file));
            report.Should().Contain($"<strong>{was}</strong>");
            return Repacked(zip, file, Encoding.UTF8.GetBytes(report.Replace($"<strong>{was}</strong>", $"<strong>{now}</strong>", StringComparison.Ordinal)), mend: true);
        }

        var forged = mark == "decided"
            ? new[] { Forged("samsvar.nb.html", "Full medvirkning", "Delvis dokumentert"), Forged("samsvar.nn.html", "Utvikla etter Standard metode", "Ikkje dokumentert"), Forged("samsvar.nb.html", "Utviklet etter Standard metode", "Noe helt annet") }
            : [Forged("samsvar.nb.html", "Delvis dokumentert", "Utviklet etter Standard metode"), Forged("samsvar.nn.html", "Delvis dokumentert", "Full medverknad")];

        foreach (var one in forged) Verified(one, key).Faults.Should().ContainSingle().Which.Should().StartWith("Samsvarsrapporten sier «").And.EndWith($"Hendelsene sier: {grade}.");
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task What_single_persons_answered_is_in_no_file_of_a_dossier_and_the_rest_is_proved_as_before(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "decided");
        var (store, stream) = (given.Host.Services.GetRequiredService<ICaseStore>(), StreamId.Case(new(Guid.Parse(given.Id))));
        var answers = (await store.Log.Extract([new(stream)], 0, default))!.Streams[0].Texts.Where(text => text.Field is SealedRatings.Field or SealedSlip.Field or "D22.svar" or "D23.annerledes").ToList();
        answers.Count(text => text.Field == SealedRatings.Field).Should().Be(5);
        answers.Should().Contain(text => text.Field == SealedSlip.Field);
        // as a version before this one stored them
        var facts = await store.Read(stream, 0, default);
        var stamp = facts[^1].Stamp with { At = facts[^1].Stamp.At.AddHours(1) };
        await store.Append(Append.To(stream, facts.Count, stamp,
            new CollaborationAnsweredOpenly(new(Guid.Parse(given["Fag1"])), Side.Fag, [1, 5, 1, 5, 1, 5, 1, 5], null), new PaperAnswersEnteredOpenly([new([new("v1", 77, null, null), new("v11", null, "hemmelig_valg", null)])])), default);
        (await store.Read(stream, facts.Count, default)).Select(one => one.Fact.GetType()).Should().Equal(typeof(CollaborationAnsweredOpenly), typeof(PaperAnswersEnteredOpenly));

        var (zip, key) = await Made(given, "Rev");

        foreach (var name in Names(zip))
        {
            var whole = Encoding.UTF8.GetString(Entry(zip, name));
            if (name == DossierReading.RecordFile) whole += string.Concat(Events(JsonNode.Parse(whole)!).Select(one => Encoding.UTF8.GetString(Convert.FromBase64String(one!["body"]!.GetValue<string>()))));
            foreach (var answer in answers) whole.Should().NotContain(answer.Salt, name).And.NotContain($"\"{answer.Value}\"", name);
            foreach (var open in new[] { "[1,5,1,5,1,5,1,5]", "\"number\":77", "hemmelig_valg" }) whole.Should().NotContain(open, name);
        }

        var verdict = Verified(zip, key);
        verdict.Faults.Should().BeEmpty();
        verdict.Proved.Should().Contain("Ingen tekst i saken er slettet eller mangler.").And.Contain(line => line.StartsWith("Prosessen er kjørt på nytt fra ")).And.Contain(line => line.StartsWith($"Det som har hendt i saken (case-{given.Id}): alle {facts.Count + 2} hendelser"));
        verdict.Limits.Should().Contain(line => line.StartsWith($"Hendelsene {facts.Count + 1}, {facts.Count + 2} ble lagret av en eldre utgave med enkeltpersoners svar"));
        Verified(Attacked(zip, record => Events(record)[facts.Count]!["bodyHash"] = Convert.ToBase64String(new byte[32])), key).Faults.Should().Contain(fault => fault.Contains($"Hendelse {facts.Count + 1} i case-"));
        Verified(Attacked(zip, record =>
        {
            Events(record)[4]!["bodyHash"] = Convert.ToBase64String(LogLeaf.HashOf(Convert.FromBase64String(Events(record)[4]!["body"]!.GetValue<string>())));
            Events(record)[4]!["body"] = Events(record)[5]!["body"]!.GetValue<string>();
        }), key).Faults.Should().Contain(fault => fault.Contains("Hendelse 5 i case-") && fault.Contains("mangler innholdet sitt"), "only what may be held back is");
    }

    [Fact]
    public async Task The_readable_pages_tell_the_case_in_both_written_forms_and_need_nothing_outside()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var (zip, _) = await Made(given, "Rev");
        foreach (var (page, heading) in new[] { ("les-meg.nb.html", "Dokumenter"), ("les-meg.nn.html", "Dokument") })
        {
            var document = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(Encoding.UTF8.GetString(Entry(zip, page))));
            document.QuerySelectorAll("h2").Select(h2 => h2.TextContent).Should().Contain(heading);
            document.QuerySelectorAll("main ol li").Length.Should().BeGreaterThan(30);
            document.QuerySelectorAll("table tbody tr").Length.Should().Be(6);
            document.QuerySelectorAll("script, img, iframe").Should().BeEmpty();
            document.QuerySelectorAll("[href]").Select(link => link.GetAttribute("href")).Should().Equal("stil.css", page.Replace("les-meg", "samsvar", StringComparison.Ordinal));
            document.Body!.TextContent.Should().NotContain("Ukjent").And.NotContain("Slettet navn");
        }
    }

    [Theory]
    [InlineData("nb", "Som brukerrepresentant, innlogget med", "Innsigelsen")]
    [InlineData("nn", "Som brukarrepresentant, innlogga med", "Innseiinga")]
    public async Task The_readable_pages_tell_what_was_refused_and_read_and_of_each_line_who_it_was_as_and_what_was_written(string language, string role, string objection)
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "frozen");
        using (var refused = await given.Ask("Br1", "POST", "cases/{sak}/close")) refused.IsSuccessStatusCode.Should().BeFalse();
        using (var objected = await given.Ask("Br1", "POST", "cases/{sak}/gates/G2/objections", new { reason = "Kveldsmøter utelukker de syke.", alternative = "Møt på dagtid." })) objected.IsSuccessStatusCode.Should().BeTrue(await objected.Content.ReadAsStringAsync());
        using (await given.Ask("Br1", "GET", "cases/{sak}/documents/D12")) { }

        var (zip, _) = await Made(given, "Rev");

        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(Encoding.UTF8.GetString(Entry(zip, $"les-meg.{language}.html"))));
        document.QuerySelectorAll("li[id^=a]").Should().NotBeEmpty("refused attempts");
        document.QuerySelectorAll("li[id^=l]").Should().NotBeEmpty("reads");
        document.QuerySelectorAll("li small").Select(small => small.TextContent).Should().Contain(text => text.StartsWith(role));
        document.QuerySelectorAll("li dt").Select(term => term.TextContent).Should().Contain(objection).And.OnlyContain(term => !term.Contains('.'), "a field is called by what it is");
        document.Body!.TextContent.Should().Contain("Kveldsmøter utelukker de syke.").And.Contain("Møt på dagtid.");
    }

    [Fact]
    public async Task A_dossier_is_for_those_who_may_read_the_case_and_only_for_who_asked_and_is_noted()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        foreach (var (who, status) in new[] { ("Stranger", 403), ("Admin", 403), ("anonymous", 401) })
        {
            using var refused = await given.Ask(who, "POST", "cases/{sak}/dossiers");
            ((int)refused.StatusCode).Should().Be(status, who);
        }

        using var started = await given.Ask("Br1", "POST", "cases/{sak}/dossiers");
        started.StatusCode.Should().Be(HttpStatusCode.Accepted);
        var job = started.Headers.Location!.ToString();
        await Done(given, "Br1", job);
        using var others = await given.Ask("Fag1", "GET", job);
        others.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var file = await given.Ask("Fag1", "GET", job + "/file");
        file.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var noted = (await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Reads(new(Guid.Parse(given.Id))), 0, default)).Where(one => one.Fact is DossierMade).ToList();
        noted.Should().ContainSingle().Which.Stamp.Person.Should().Be(new PersonId(Guid.Parse(given["Br1"])));
    }

    [Fact]
    public async Task The_page_makes_a_dossier_without_script_and_gives_it()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        using var visitor = await Visitor.As(given, "Br1");
        var path = $"/saker/{given.Id}/saksmappe";
        using var sent = await visitor.Submit(path, "MakeDossier");
        sent.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        var link = "";
        for (var i = 0; i < 600 && link.Length == 0; i++)
        {
            link = (await visitor.Page(path)).QuerySelector("a[download]")?.GetAttribute("href") ?? "";
            if (link.Length == 0) await Task.Delay(100);
        }

        using var file = await visitor.Get(link);
        file.Content.Headers.ContentType!.MediaType.Should().Be("application/zip");
        DossierVerifier.Verify(new MemoryStream(await file.Content.ReadAsByteArrayAsync()), [], []).Faults.Should().BeEmpty();
    }

    internal static async Task<(byte[] Zip, NoteKey Key)> Made(GivenCase given, string who)
    {
        using var started = await given.Ask(who, "POST", "cases/{sak}/dossiers");
        started.StatusCode.Should().Be(HttpStatusCode.Accepted, await started.Content.ReadAsStringAsync());
        var job = started.Headers.Location!.ToString();
        await Done(given, who, job);
        using var file = await given.Ask(who, "GET", job + "/file");
        return (await file.Content.ReadAsByteArrayAsync(), NoteKey.Read((await given.Read("anonymous", "log/keys")).GetProperty("keys")[0].GetProperty("key").GetString()!)!);
    }

    static async Task Done(GivenCase given, string who, string job)
    {
        for (var i = 0; i < 600; i++)
        {
            var progress = await given.Read(who, job);
            progress.GetProperty("failed").GetBoolean().Should().BeFalse(progress.GetProperty("nb").GetString());
            if (progress.TryGetProperty("file", out var file) && file.ValueKind == JsonValueKind.String) return;
            await Task.Delay(100);
        }

        throw new TimeoutException("the dossier was not made");
    }

    internal static DossierVerdict Verified(byte[] zip, NoteKey key) => DossierVerifier.Verify(new MemoryStream(zip), [key], []);

    internal static async Task<(int Code, string Said)> Command(params string[] args)
    {
        var said = new StringWriter();
        return (await VerifyRecordCommand.Run(args, said, said, default), said.ToString());
    }

    static JsonArray Events(JsonNode record) => record["streams"]![0]!["events"]!.AsArray();

    static void Swapped(JsonNode record)
    {
        var (first, second) = (Events(record)[6]!["body"]!.GetValue<string>(), Events(record)[7]!["body"]!.GetValue<string>());
        (Events(record)[6]!["body"], Events(record)[7]!["body"]) = (second, first);
    }

    /// <summary>The record changed, and the manifest mended so that it fits: an attacker does that too.</summary>
    internal static byte[] Attacked(byte[] zip, Action<JsonNode> attack)
    {
        var record = JsonNode.Parse(Entry(zip, "record.json"))!;
        attack(record);
        return Repacked(zip, "record.json", Encoding.UTF8.GetBytes(record.ToJsonString()), mend: true);
    }

    internal static byte[] Repacked(byte[] zip, string name, byte[] bytes, bool mend)
    {
        var files = Names(zip).ToDictionary(one => one, one => Entry(zip, one));
        files[name] = bytes;
        if (mend)
        {
            var manifest = JsonNode.Parse(files["manifest.json"])!;
            manifest["files"]![name] = DossierReading.Hash(bytes);
            files["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        }

        return Packed(files);
    }
}
