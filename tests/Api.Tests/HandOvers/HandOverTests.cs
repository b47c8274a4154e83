using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using static LmsWorkflow.Api.Tests.ZipFiles;

namespace LmsWorkflow.Api.Tests;

/// <summary>Finished cases to the archive: as the standard wants them, whole, the same each time, and nothing of what stays with the case.</summary>
public sealed class HandOverTests(Hosts hosts)
{
    static readonly XNamespace N = ArkivstrukturXml.Namespace, Log = EndringsloggXml.Namespace;

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_finished_case_is_handed_over_with_both_sides_approvals_and_checksums_that_hold(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "decided");
        var zip = await Made(given, "Koord1");

        HandOverCheck.Run(new MemoryStream(zip)).Should().BeEmpty();
        Faults(zip).Should().BeEmpty();
        var structure = Xml(zip, "arkivstruktur.xml");
        structure.Descendants(N + "mappe").Should().ContainSingle().Which.Element(N + "saksstatus")!.Value.Should().Be("Avsluttet");
        foreach (var gate in new[] { "Behovsvurdering", "Kursplan", "Kursrapport" })
        {
            var record = structure.Descendants(N + "registrering").Single(one => one.Element(N + "tittel")!.Value == gate);
            var approved = record.Elements(N + "dokumentflyt").Where(flow => flow.Element(N + "flytStatus")!.Value == "Godkjent").Select(flow => flow.Element(N + "flytTil")!.Value).ToList();
            approved.Should().Contain(who => who.EndsWith("(fagperson)")).And.Contain(who => who.EndsWith("(brukerrepresentant)"), gate);
            record.Descendants(N + "dokumentstatus").First().Value.Should().Be("Dokumentet er ferdigstilt");
        }

        structure.Descendants(N + "dokumentstatus").Select(status => status.Value).Should().OnlyContain(status => status == "Dokumentet er ferdigstilt", "nothing of a finished case can be changed");
        structure.Descendants(N + "tittel").Select(title => title.Value).Should().Contain("Saksgang").And.Contain("Vedtak om videreføring").And.Contain(title => title.StartsWith("Referat fra planleggingsmøte")).And.Contain(title => title.StartsWith("Forankringsvedtak, "));
        Xml(zip, "endringslogg.xml").Descendants(Log + "endring").Select(change => (change.Element(Log + "referanseMetadata")!.Value, change.Element(Log + "nyVerdi")!.Value))
            .Should().Contain(("saksstatus", "Avsluttet")).And.Contain(("dokumentstatus", "Dokumentet er ferdigstilt"));
        var ids = structure.Descendants(N + "systemID").Select(id => id.Value).ToHashSet();
        Xml(zip, "endringslogg.xml").Descendants(Log + "referanseArkivenhet").Select(id => id.Value).Should().OnlyContain(id => ids.Contains(id), "what changed is in the structure");
        var numbers = Numbers(zip);
        numbers["mappe"].Should().Be(1);
        numbers["registrering"].Should().Be(structure.Descendants(N + "registrering").Count());
        numbers["endring"].Should().Be(Xml(zip, "endringslogg.xml").Descendants(Log + "endring").Count());
        numbers["antallDokumentfiler"].Should().Be(Names(zip).Count(name => name.StartsWith("dokumenter/", StringComparison.Ordinal)));
        Text(zip, Names(zip).Single(name => name.EndsWith("/D12-v1.txt", StringComparison.Ordinal) || name.EndsWith("/D12-v2.txt", StringComparison.Ordinal) && Names(zip).All(other => !other.EndsWith("/D12-v1.txt", StringComparison.Ordinal)))).Should().StartWith("Kursplan (D12)\n==============\n").And.NotContain("\r");
    }

    [Fact]
    public async Task N12_Only_a_case_with_full_participation_is_handed_over_as_developed_by_the_method()
    {
        var full = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var partly = await GivenCase.At(await hosts.Fresh("sqlite"), "frozen");
        using var cancelled = await partly.Ask("Koord1", "POST", "cases/{sak}/cancellations", new { reason = "For få har meldt seg på kurset" });
        cancelled.IsSuccessStatusCode.Should().BeTrue(await cancelled.Content.ReadAsStringAsync());
        var (first, second) = (await Made(full, "Koord1"), await Made(partly, "Koord1"));

        Faults(first).Concat(Faults(second)).Should().BeEmpty();
        Xml(second, "endringslogg.xml").Descendants(Log + "endring").Where(change => change.Element(Log + "referanseMetadata")!.Value == "dokumentstatus").Select(change => change.Element(Log + "nyVerdi")!.Value)
            .Should().Contain("Dokumentet er ferdigstilt", "texts nobody locked were finished when the case was");
        Marked(first).Should().Be("Utviklet etter Standard metode.");
        Marked(second).Should().StartWith("Delvis dokumentert. Godkjenning av kursplanen (G2): godkjenning fra begge sider mangler.");
        foreach (var name in Names(second).Where(name => name.EndsWith(".xml", StringComparison.Ordinal))) Text(second, name).Should().NotContain("etter Standard metode", name);
        static string Marked(byte[] zip) => Xml(zip, "arkivstruktur.xml").Descendants(N + "merknad").Single(note => note.Element(N + "merknadstype")!.Value == "Medvirkningsgrad").Element(N + "merknadstekst")!.Value;
    }

    [Fact]
    public async Task The_same_case_gives_the_same_file_whoever_asks_and_whatever_they_read_in()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var first = await Made(given, "Koord1");
        using (var reader = await Visitor.As(given, "Leder1")) await reader.Send("/sprak", await reader.Page("/saker"), ("sprak", "nn"), ("tilbake", "/saker"));
        var second = await Made(given, "Leder1");

        second.Should().Equal(first);
    }

    [Fact]
    public async Task A_file_that_was_altered_taken_out_or_put_in_is_found_and_named()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var zip = await Made(given, "Koord1");
        var document = Names(zip).First(name => name.StartsWith("dokumenter/", StringComparison.Ordinal));
        ImmutableArray<string> Checked(Action<Dictionary<string, byte[]>> attack) => HandOverCheck.Run(new MemoryStream(Repacked(zip, attack)));

        Checked(files => files[document][10] ^= 1).Should().Equal($"«{document}» er endret etter at avleveringen ble laget.");
        Checked(files => files.Remove(document)).Should().Equal($"«{document}» mangler.");
        Checked(files => files["dokumenter/ekstra.txt"] = [1]).Should().Equal("«dokumenter/ekstra.txt» er lagt til etter at avleveringen ble laget.");
        Checked(files => files["endringslogg.xml"] = [.. files["endringslogg.xml"], 10]).Should().Equal("«endringslogg.xml» er endret etter at avleveringen ble laget.");
        Checked(files => files["arkivstruktur.xml"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["arkivstruktur.xml"]).Replace("Godkjent", "Ikke godkjent"))).Should().Equal("«arkivstruktur.xml» er endret etter at avleveringen ble laget.");
        Checked(files => files["arkivuttrekk.xml"] = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"u8.ToArray()).Should().Equal("Filen kan ikke leses som en avlevering.");
        foreach (var name in new[] { "../ut.txt", "/ut.txt", "dokumenter/../../ut.txt", "C:ut.txt", "..\\ut.txt" })
            Checked(files => files[name] = [1]).Should().Contain($"«{name}» har et navn som fører ut av mappen den pakkes ut i. Pakk den ikke ut.");
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, zip);
        VerifyHandOverCommand.Run([path], TextWriter.Null, TextWriter.Null).Should().Be(0);
        await File.WriteAllBytesAsync(path, Repacked(zip, files => files.Remove(document)));
        VerifyHandOverCommand.Run([path], TextWriter.Null, TextWriter.Null).Should().Be(1);
        File.Delete(path);
        VerifyHandOverCommand.Run([path], TextWriter.Null, TextWriter.Null).Should().Be(2);
        HandOverCheck.Run(new MemoryStream("ikke en zip"u8.ToArray())).Should().Equal("Filen kan ikke leses som en avlevering.");
    }

    [Fact]
    public async Task What_stays_with_the_case_is_told_to_exist_screened_and_is_nowhere_in_the_file()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var zip = await Made(given, "Koord1");
        var hidden = (await given.Host.Services.GetRequiredService<ICaseStore>().ReadBack(StreamId.Case(new(Guid.Parse(given.Id))), long.MaxValue, 2_000, default))
            .SelectMany(told => told.Texts).Where(text => ConfidentialTexts.Include(text.Field) && text.Value.Length > 12).Select(text => text.Value).Distinct().ToList();

        hidden.Should().NotBeEmpty();
        foreach (var name in Names(zip))
            foreach (var text in hidden) Text(zip, name).Should().NotContain(text, name);
        var screened = Xml(zip, "arkivstruktur.xml").Descendants(N + "registrering").Where(record => record.Element(N + "tittel")!.Value.StartsWith("Rolleavklaring (", StringComparison.Ordinal)).ToList();
        screened.Should().NotBeEmpty().And.OnlyContain(record => record.Element(N + "skjerming") != null && !record.Descendants(N + "dokumentobjekt").Any());
        Xml(zip, "arkivstruktur.xml").Descendants(N + "mappe").Single().Element(N + "skjerming")!.Element(N + "skjermingMetadata")!.Value.Should().Be("Skjerming navn part i sak");
    }

    [Fact]
    public async Task Only_koordinator_and_leader_hand_over_only_what_is_finished_and_each_gets_only_their_own()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        foreach (var (who, status) in new[] { ("Br1", 403), ("Fag1", 403), ("Rev", 403), ("Admin", 403), ("Stranger", 403), ("anonymous", 401) })
        {
            using var refused = await given.Ask(who, "POST", "cases/{sak}/hand-overs");
            ((int)refused.StatusCode).Should().Be(status, who);
        }

        using var started = await given.Ask("Koord1", "POST", "cases/{sak}/hand-overs");
        started.StatusCode.Should().Be(HttpStatusCode.Accepted);
        var job = started.Headers.Location!.ToString();
        (await Ended(given, "Koord1", job)).GetProperty("failed").GetBoolean().Should().BeFalse();
        foreach (var (who, status) in new[] { ("Leder1", 404), ("Br1", 403), ("anonymous", 401) })
            foreach (var path in new[] { job, job + "/file" })
            {
                using var others = await given.Ask(who, "GET", path);
                ((int)others.StatusCode).Should().Be(status, $"{who} {path}");
            }

        var store = given.Host.Services.GetRequiredService<ICaseStore>();
        var id = new CaseId(Guid.Parse(given.Id));
        (await store.Read(StreamId.Reads(id), 0, default)).Single(one => one.Fact is CaseHandedOver).Stamp.Should().Match<Stamp>(stamp => stamp.Person == new PersonId(Guid.Parse(given["Koord1"])) && stamp.Capacity == Role.Koordinator);
        (await store.Read(StreamId.Attempts(id), 0, default)).Count(one => one.Fact is AttemptRefused { Request: "HandOverCase" }).Should().Be(3, "those who see the case and may not are noted");
        (await given.Read("Rev", "cases/{sak}/history/search?part=Read")).GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("nb").GetString()).Should().Contain(line => line!.Contains("laget en avlevering til arkivet"));
    }

    [Fact]
    public async Task A_case_that_is_not_finished_is_not_handed_over_and_the_answer_says_when_it_can_be()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");

        using var refused = await given.Ask("Koord1", "POST", "cases/{sak}/hand-overs");

        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("Den kan avleveres når den er avsluttet eller avlyst.");
        using var visitor = await Visitor.As(given, "Koord1");
        var page = await visitor.Page($"/saker/{given.Id}/avlevering");
        page.GetElementById("HandOverCase").Should().BeNull();
        using var sent = await visitor.Send($"/saker/{given.Id}/avlevering", page, ("handling", "HandOverCase"), ("skjema", "HandOverCase"));
        sent.IsSuccessStatusCode.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task The_finished_cases_of_a_centre_in_a_period_go_as_one_and_none_outside_it(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "decided");
        var unit = (await given.Read("Koord1", "cases/{sak}")).GetProperty("lmsUnit").GetString();
        var ended = OsloTime.Date((await given.Read("Koord1", "cases/{sak}")).GetProperty("changedAt").GetDateTimeOffset());
        async Task<JsonElement> Period(string who, DateOnly from, DateOnly to)
        {
            using var started = await given.Ask(who, "POST", $"units/{unit}/hand-overs", new { from, to });
            started.StatusCode.Should().Be(HttpStatusCode.Accepted, await started.Content.ReadAsStringAsync());
            return await Ended(given, who, started.Headers.Location!.ToString());
        }

        var made = await Period("Koord1", ended, ended);
        made.GetProperty("cases").GetInt32().Should().Be(1);
        using (var file = await given.Ask("Koord1", "GET", made.GetProperty("file").GetString()!))
        {
            var zip = await file.Content.ReadAsByteArrayAsync();
            HandOverCheck.Run(new MemoryStream(zip)).Should().BeEmpty();
            Faults(zip).Should().BeEmpty();
        }

        (await Period("Leder1", ended.AddDays(-30), ended.AddDays(30))).GetProperty("cases").GetInt32().Should().Be(1);
        foreach (var (from, to) in new[] { (ended.AddDays(1), ended.AddDays(30)), (ended.AddDays(-30), ended.AddDays(-1)) })
            (await Period("Koord1", from, to)).GetProperty("nb").GetString().Should().StartWith("Ingen saker ble ferdige");
        foreach (var who in new[] { "Br1", "Rev", "Admin", "Stranger" })
        {
            using var refused = await given.Ask(who, "POST", $"units/{unit}/hand-overs", new { from = ended, to = ended });
            refused.StatusCode.Should().Be(HttpStatusCode.Forbidden, who);
        }

        using var backwards = await given.Ask("Koord1", "POST", $"units/{unit}/hand-overs", new { from = ended, to = ended.AddDays(-1) });
        backwards.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        using var nowhere = await given.Ask("Koord1", "POST", $"units/{Guid.NewGuid()}/hand-overs", new { from = ended, to = ended });
        nowhere.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.DirectoryAttempts, 0, default)).Select(one => one.Fact).OfType<AttemptRefused>().Where(one => one.Request == HandOverEndpoints.OfUnitRequest).SelectMany(one => one.Reasons)
            .Should().Equal([.. Enumerable.Repeat(nameof(NotAllowed), 4), nameof(PeriodIsUnreadable)], "what was tried and refused is recorded");
    }

    [Fact]
    public async Task The_pages_make_hand_overs_without_script_and_give_them()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        using var visitor = await Visitor.As(given, "Koord1");
        var unit = (await given.Read("Koord1", "cases/{sak}")).GetProperty("lmsUnit").GetString()!;
        var year = OsloTime.Date((await given.Read("Koord1", "cases/{sak}")).GetProperty("changedAt").GetDateTimeOffset()).Year;
        foreach (var (path, form, fields) in new (string, string, (string, string)[])[]
        {
            ($"/saker/{given.Id}/avlevering", "HandOverCase", []), ("/avlevering", "HandOverUnit", [("unit", unit), ("from", $"{year}-01-01"), ("to", $"{year}-12-31")]),
        })
        {
            using var sent = await visitor.Submit(path, form, fields);
            sent.StatusCode.Should().Be(HttpStatusCode.SeeOther, path);
            var link = "";
            for (var i = 0; i < 600 && link.Length == 0; i++)
            {
                link = (await visitor.Page(path)).QuerySelector("a[download]")?.GetAttribute("href") ?? "";
                if (link.Length == 0) await Task.Delay(100);
            }

            using var file = await visitor.Get(link);
            HandOverCheck.Run(new MemoryStream(await file.Content.ReadAsByteArrayAsync())).Should().BeEmpty();
            (await visitor.Page(path)).Body!.TextContent.Should().Contain("Ikke kontrollert mot skjemaene til Arkivverket");
        }

        using var wrong = await visitor.Submit("/avlevering", "HandOverUnit", ("unit", unit), ("from", "2026-02-02"), ("to", "2026-02-01"));
        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Visitor.Said(wrong)).Should().Contain("Siste dag kan ikke være før første");
        using var auditor = await Visitor.As(given, "Rev");
        (await auditor.Get("/avlevering")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task With_the_schemas_in_place_a_hand_over_is_held_against_them_and_brings_them()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var services = given.Host.Services;
        var builder = new HandOverBuilder(
            services.GetRequiredService<ICaseStore>(), services.GetRequiredService<CaseLoader>(), services.GetRequiredService<Definitions>(), services.GetRequiredService<People>(), NoarkSchemas.In(Profile));

        var (made, refused) = await builder.Of(new CaseId(Guid.Parse(given.Id)), _ => { }, default);

        refused.Should().BeNull();
        made!.IsValidated.Should().BeTrue();
        Names(made.File).Should().Contain(["addml.xsd", "arkivstruktur.xsd", "endringslogg.xsd", "metadatakatalog.xsd"]);
        HandOverCheck.Run(new MemoryStream(Repacked(made.File, files => files.Remove("addml.xsd")))).Should().BeEmpty();
        HandOverCheck.Run(new MemoryStream(Repacked(made.File, files => files["arkivstruktur.xsd"][20] ^= 1))).Should().Equal("«arkivstruktur.xsd» er endret etter at avleveringen ble laget.");
        NoarkSchemas.In(Profile).Fault("<arkiv xmlns=\"http://www.arkivverket.no/standarder/noark5/arkivstruktur\"><hemmelig/></arkiv>"u8.ToArray(), NoarkSchemas.Structure).Should().Be("linje 1", "what stands there is not repeated");
        FluentActions.Invoking(() => NoarkSchemas.In(Path.GetTempPath())).Should().Throw<CannotStartException>().WithMessage("*mangler addml.xsd, arkivstruktur.xsd, endringslogg.xsd, metadatakatalog.xsd*");
    }

    [Fact]
    public void Whatever_people_wrote_is_carried_as_text_in_valid_XML()
    {
        string[] attacks = ["</tittel><hemmelig>", "<!-- -->", "]]>", "&#x0;&lt;", "\u0000\u0001\u001F", "\uD800", "\uFFFE", "<?xml version='1.1'?>", "  ", "", "linje\r\nlinje\u2028", "😀", new('x', 100_000)];
        foreach (var attack in attacks)
        {
            var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
            var file = new ArchivedFile(Guid.NewGuid(), "dokumenter/x/y.txt", 1, "x-fmt/111", "Ren tekst", at, attack, Encoding.UTF8.GetBytes("x"));
            var record = new ArchivedRecord(Guid.NewGuid(), "1", attack, attack, at, attack, at, attack, null, [new(attack, attack, at, at, "Godkjent", attack)], [file], []);
            var one = new ArchivedCase(Guid.NewGuid(), attack, attack, TilbudType.Lavterskel, at, attack, at, attack, "Avsluttet", attack, attack, [new("1", attack, attack)], [new(attack, attack, at, attack)], [record], [new(Guid.NewGuid(), "saksstatus", at, attack, attack, attack)]);

            var structure = ArkivstrukturXml.Write(new(Guid.NewGuid()), attack, new(2026, 1, 1), new(2026, 12, 31), [one]);

            var schemas = NoarkSchemas.In(Profile);
            schemas.Fault(structure, NoarkSchemas.Structure).Should().BeNull(attack.Length > 100 ? "long" : attack);
            schemas.Fault(EndringsloggXml.Write([one]), NoarkSchemas.Changes).Should().BeNull();
            schemas.Fault(ArkivuttrekkXml.Write(attack, new(2026, 1, 1), new(2026, 12, 31), attack, true, 1, [new("a.xml", [], [(attack, null)], [("mappe", 1)])]), NoarkSchemas.Addml).Should().BeNull();
            var said = XDocument.Load(new MemoryStream(structure)).Descendants(N + "mappe").Single().Element(N + "tittel")!.Value;
            said.Should().Be(attack.Trim().Length == 0 ? "(ikke oppgitt)" : attack.ReplaceLineEndings("\n").Replace('\u0000', '\uFFFD').Replace('\u0001', '\uFFFD').Replace('\u001F', '\uFFFD').Replace('\uD800', attack.Length == 1 ? '\uFFFD' : '\uD800').Replace('\uFFFE', '\uFFFD').Trim());
        }
    }

    static string Profile { get; } = Path.Combine(AppContext.BaseDirectory, "HandOvers", "Profile");

    static IEnumerable<string?> Faults(byte[] zip)
    {
        var schemas = NoarkSchemas.In(Profile);
        return new[] { ("arkivstruktur.xml", NoarkSchemas.Structure), ("endringslogg.xml", NoarkSchemas.Changes), ("arkivuttrekk.xml", NoarkSchemas.Addml) }
            .Select(file => schemas.Fault(Entry(zip, file.Item1), file.Item2) is { } place ? $"{file.Item1} {place}" : null).OfType<string>();
    }

    /// <summary>The counts that arkivuttrekk.xml tells, by name.</summary>
    static Dictionary<string, int> Numbers(byte[] zip)
    {
        XNamespace addml = ArkivuttrekkXml.Namespace;
        return Xml(zip, "arkivuttrekk.xml").Descendants(addml + "property").Where(property => (string?)property.Attribute("dataType") == "integer")
            .ToDictionary(property => (string)property.Attribute("name")! == "value" ? property.Parent!.Parent!.Element(addml + "value")!.Value : (string)property.Attribute("name")!, property => int.Parse(property.Element(addml + "value")!.Value));
    }

    static async Task<byte[]> Made(GivenCase given, string who)
    {
        using var started = await given.Ask(who, "POST", "cases/{sak}/hand-overs");
        started.StatusCode.Should().Be(HttpStatusCode.Accepted, await started.Content.ReadAsStringAsync());
        var ended = await Ended(given, who, started.Headers.Location!.ToString());
        ended.GetProperty("failed").GetBoolean().Should().BeFalse(ended.GetProperty("nb").GetString());
        using var file = await given.Ask(who, "GET", ended.GetProperty("file").GetString()!);
        return await file.Content.ReadAsByteArrayAsync();
    }

    static async Task<JsonElement> Ended(GivenCase given, string who, string job)
    {
        for (var i = 0; i < 600; i++)
        {
            var progress = await given.Read(who, job);
            if (progress.GetProperty("failed").GetBoolean() || progress.TryGetProperty("file", out var file) && file.ValueKind == JsonValueKind.String) return progress;
            await Task.Delay(100);
        }

        throw new TimeoutException("the hand-over was not made");
    }

    static byte[] Repacked(byte[] zip, Action<Dictionary<string, byte[]>> attack)
    {
        var files = Names(zip).ToDictionary(one => one, one => Entry(zip, one));
        attack(files);
        return Packed(files);
    }

    static XDocument Xml(byte[] zip, string name) => XDocument.Load(new MemoryStream(Entry(zip, name)));

    static string Text(byte[] zip, string name) => Encoding.UTF8.GetString(Entry(zip, name));
}
