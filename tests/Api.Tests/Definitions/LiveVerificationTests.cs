using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Tests;

/// <summary>What a drawing tool asks while somebody draws: nothing of it is kept.</summary>
public sealed class LiveVerificationTests(Hosts hosts)
{
    const string Drafts = "definitions/standard_metode/drafts";

    static string Shipped => File.ReadAllText(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn"));

    static string OneSided => Shipped.Replace("lms:gate=\"G1\" lms:sides=\"fag bruker\"", "lms:gate=\"G1\" lms:sides=\"fag\"", StringComparison.Ordinal);

    [Fact]
    public async Task R078_A_drawing_that_is_not_saved_is_judged_with_its_path_and_its_mend_and_nothing_is_kept()
    {
        var given = await Given();
        var answer = await Verify(given, "Admin", OneSided);
        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Body.GetProperty("mayBePublished").GetBoolean().Should().BeFalse();
        answer.Body.GetProperty("participation").GetBoolean().Should().BeFalse();
        var findings = answer.Body.GetProperty("findings").EnumerateArray().ToList();
        var asked = findings.Single(finding => finding.GetProperty("check").GetString() == "sign-off-both-sides");
        asked.GetProperty("element").GetString().Should().Be("g1_godkjenn");
        asked.GetProperty("mend").GetProperty("operation").GetString().Should().Be("SetAttribute");
        asked.GetProperty("mend").GetProperty("attribute").GetString().Should().Be("lms:sides");
        asked.GetProperty("mend").GetProperty("value").GetString().Should().Be("fag bruker");
        findings.Single(finding => finding.GetProperty("check").GetString() == "participation").GetProperty("path").EnumerateArray().Select(id => id.GetString()).Should().Contain("g1_passer");

        (await given.Read("Admin", Drafts + "/1")).GetProperty("mayBePublished").GetBoolean().Should().BeTrue("the draft itself is as it was");
        (await Verify(given, "Admin", Shipped)).Body.GetProperty("mayBePublished").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task What_stands_outside_the_drawing_is_found_too()
    {
        var given = await Given();
        var answer = await Verify(given, "Admin", Shipped.Replace("\"standard_metode\"", "\"noe_annet\"", StringComparison.Ordinal));
        answer.Body.GetProperty("mayBePublished").GetBoolean().Should().BeFalse();
        answer.Body.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("check").GetString()).Should().Contain(nameof(KeyIsAnother));
        (await Verify(given, "Admin", "ikke en tegning")).Body.GetProperty("findings")[0].GetProperty("check").GetString().Should().Be("readable");
    }

    [Fact]
    public async Task A_tool_is_told_the_words_of_drawings_with_the_forms_of_the_draft()
    {
        var given = await Given();
        var words = await given.Read("Admin", Drafts + "/1/vocabulary");
        words.GetProperty("documents").EnumerateArray().Single(document => document.GetProperty("name").GetString() == "D08").GetProperty("title").GetProperty("nb").GetString().Should().NotBeEmpty();
        words.GetProperty("gates").EnumerateArray().Single(gate => gate.GetProperty("name").GetString() == "G1").GetProperty("phase").GetString().Should().Be("needsAssessment");
        words.GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("name").GetString()).Should().Equal("koordinator", "fagperson", "brukerrepresentant", "leder", "administrator");
        words.GetProperty("variables").EnumerateArray().Should().Contain(variable => variable.GetProperty("name").GetString() == "gate.G1.frozen" && variable.GetProperty("type").GetString() == "Boolean");
        words.GetProperty("variables").EnumerateArray().Single(variable => variable.GetProperty("name").GetString() == "case.flow").GetProperty("values").EnumerateArray().Select(value => value.GetString()).Should().Equal("\"ny\"", "\"gjentak\"", "\"revisjon\"");
        var steps = words.GetProperty("steps").EnumerateArray().ToList();
        steps.Single(step => step.GetProperty("sort").GetString() == "document" && step.GetProperty("phase").GetString() == "needsAssessment").GetProperty("documents").EnumerateArray().Select(kind => kind.GetString()).Should().Equal("D08");
        (await given.Read("Admin", Drafts + "/1/parts")).EnumerateArray().Should().Contain(part => part.GetProperty("sort").GetString() == "signOff" && part.GetProperty("gate").GetString() == "G2" && part.GetProperty("source").GetString()!.Contains("lms:sides=\"fag bruker\""));
    }

    [Fact]
    public async Task What_is_dropped_whole_is_sent_small_and_not_again_to_those_who_have_it()
    {
        var given = await Given();
        using var whole = await given.Ask("Admin", "GET", Drafts + "/1/parts");
        var json = await whole.Content.ReadAsByteArrayAsync();
        using var small = await given.Ask("Admin", "GET", Drafts + "/1/parts", null, ("Accept-Encoding", "gzip"));
        small.Content.Headers.ContentEncoding.Should().Equal("gzip");
        var packed = await small.Content.ReadAsByteArrayAsync();
        packed.Length.Should().BeLessThan(json.Length / 8);
        using var unpacked = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(new MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress)) await gzip.CopyToAsync(unpacked);
        unpacked.ToArray().Should().Equal(json);

        using var again = await given.Ask("Admin", "GET", Drafts + "/1/parts", null, ("Accept-Encoding", "gzip"), ("If-None-Match", small.Headers.ETag!.Tag));
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        using var other = await given.Ask("Admin", "GET", Drafts + "/1/parts", null, ("Accept-Encoding", "gzip"), ("If-None-Match", whole.Headers.ETag!.Tag));
        other.StatusCode.Should().Be(HttpStatusCode.OK, "the packed answer is another one than the plain one");
    }

    [Fact]
    public async Task A_drawing_without_places_gets_them_for_a_tool_that_draws_and_the_saved_file_stays_as_it_is()
    {
        var given = await Given();
        const string bare = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:t"><process id="uten_bilde" isExecutable="true"><startEvent id="a" /><endEvent id="b" /><sequenceFlow id="f" sourceRef="a" targetRef="b" /></process></definitions>""";
        using var saved = await given.Ask("Admin", "POST", "definitions/uten_bilde/drafts", new { source = Encoding.UTF8.GetBytes(bare) });
        saved.StatusCode.Should().Be(HttpStatusCode.Created);

        using var placed = await given.Ask("Admin", "GET", "definitions/uten_bilde/drafts/1/source?places=given");
        (placed.Headers.GetValues("Places").Single(), placed.Headers.ETag!.Tag).Should().Be(("given", "\"1\""));
        (await placed.Content.ReadAsStringAsync()).Should().Contain("BPMNShape");
        using var source = await given.Ask("Admin", "GET", "definitions/uten_bilde/drafts/1/source");
        (await source.Content.ReadAsStringAsync()).Should().Be(bare);
        using var wrong = await given.Ask("Admin", "GET", "definitions/uten_bilde/drafts/1/source?places=mine");
        wrong.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("gate.G1.frozen and not(gate.G1.objected)", true)]
    [InlineData("gate.G1.frozen and", false)]
    [InlineData("gate.G9.frozen", false)]
    [InlineData("", false)]
    public async Task A_condition_is_checked_while_it_is_typed(string text, bool usable)
    {
        var given = await Given();
        using var answer = await given.Ask("Admin", "POST", Drafts + "/1/conditions", new { text });
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        body.GetProperty("usable").GetBoolean().Should().Be(usable);
        if (!usable) body.GetProperty("message").GetProperty("nn").GetString().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("Koord1")]
    [InlineData("Fag1")]
    [InlineData("Br1")]
    [InlineData("Leder1")]
    [InlineData("Rev")]
    [InlineData("Stranger")]
    [InlineData("Admin")]
    public async Task Drawing_is_for_administrators_by_page_and_program(string who)
    {
        var given = await Given();
        var expected = who == "Admin" ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
        (await Verify(given, who, Shipped)).Status.Should().Be(expected);
        using var words = await given.Ask(who, "GET", Drafts + "/1/vocabulary");
        words.StatusCode.Should().Be(expected);
        using var parts = await given.Ask(who, "GET", Drafts + "/1/parts");
        parts.StatusCode.Should().Be(expected);
        using var condition = await given.Ask(who, "POST", Drafts + "/1/conditions", new { text = "anchored" });
        condition.StatusCode.Should().Be(expected);
        using var visitor = await Visitor.As(given, who);
        using var page = await visitor.Get("/prosesser/standard_metode/utkast/1/tegning");
        page.StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task Nobody_draws_without_having_signed_in_and_a_draft_that_is_not_there_is_not_found()
    {
        var given = await Given();
        (await Verify(given, "anonymous", Shipped)).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await Verify(given, "Admin", Shipped, 9)).Status.Should().Be(HttpStatusCode.NotFound);
        using var visitor = await Visitor.As(given, "Admin");
        using var page = await visitor.Get("/prosesser/standard_metode/utkast/9/tegning");
        page.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    async Task<GivenCase> Given()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        using var saved = await given.Ask("Admin", "POST", Drafts, new { source = Encoding.UTF8.GetBytes(Shipped) });
        saved.StatusCode.Should().Be(HttpStatusCode.Created);
        return given;
    }

    static async Task<(HttpStatusCode Status, JsonElement Body)> Verify(GivenCase given, string who, string xml, int draft = 1)
    {
        using var client = given.As(who);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(xml)) { Headers = { ContentType = new MediaTypeHeaderValue("application/xml") } };
        using var answer = await client.PostAsync($"/api/v1/{Drafts}/{draft}/verification", content);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
