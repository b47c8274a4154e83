using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Tests;

/// <summary>The same judgement from the command line and over HTTP.</summary>
public sealed class VerifyTests(Hosts hosts)
{
    const string Sound = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><startEvent id=\"s\"/><task id=\"a\"/><endEvent id=\"e\"/>"
        + "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"a\"/><sequenceFlow id=\"g\" sourceRef=\"a\" targetRef=\"e\"/></process></definitions>";

    const string Deadlock = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><startEvent id=\"s\"/><exclusiveGateway id=\"x\"/><parallelGateway id=\"y\"/><endEvent id=\"e\"/>"
        + "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"x\"/><sequenceFlow id=\"g\" sourceRef=\"x\" targetRef=\"y\"/><sequenceFlow id=\"h\" sourceRef=\"x\" targetRef=\"y\"/>"
        + "<sequenceFlow id=\"i\" sourceRef=\"y\" targetRef=\"e\"/></process></definitions>";

    [Theory]
    [InlineData(Sound, 0)]
    [InlineData(Deadlock, 1)]
    [InlineData("ikke en tegning", 2)]
    [InlineData("<html/>", 2)]
    [InlineData("", 2)]
    public async Task The_command_answers_with_a_code(string xml, int code)
    {
        var file = await Written(xml);

        (await Told(file)).Code.Should().Be(code);
        (await Told(file, "--json")).Code.Should().Be(code);
    }

    [Fact]
    public async Task The_command_writes_exactly_one_object_with_what_is_promised()
    {
        var (_, output) = await Told(await Written(Deadlock), "--json");

        var answer = JsonDocument.Parse(output).RootElement;
        answer.EnumerateObject().Select(member => member.Name).Should().Equal("file", "executable", "properties", "states", "milliseconds", "findings");
        answer.GetProperty("properties").EnumerateObject().Select(member => member.Name)
            .Should().Equal("safeness", "optionToComplete", "properCompletion", "noDeadActivities", "participation", "staffable");
        var broken = answer.GetProperty("properties").GetProperty("optionToComplete");
        broken.GetProperty("holds").GetBoolean().Should().BeFalse();
        broken.GetProperty("elements").EnumerateArray().Select(id => id.GetString()).Should().Equal("y");
        broken.GetProperty("counterExample").EnumerateArray().Select(id => id.GetString()).Should().Equal("s", "x");
        answer.GetProperty("properties").GetProperty("participation").GetProperty("holds").ValueKind.Should().Be(JsonValueKind.Null);
        var finding = answer.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("check").GetString() == "optionToComplete");
        finding.GetProperty("severity").GetString().Should().Be("error");
        finding.GetProperty("element").GetString().Should().Be("y");
        finding.GetProperty("message").GetProperty("nb").GetString().Should().Contain("bli stående");
        finding.GetProperty("message").GetProperty("nn").GetString().Should().Contain("ståande");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_unreadable_and_still_one_object()
    {
        var (code, output) = await Told("/finnes/ikke.bpmn", "--json");

        code.Should().Be(2);
        JsonDocument.Parse(output).RootElement.GetProperty("findings")[0].GetProperty("check").GetString().Should().Be("readable");
    }

    [Fact]
    public async Task Over_HTTP_the_answer_is_the_same()
    {
        var (_, output) = await Told(await Written(Deadlock), "--json");

        var (status, body) = await Post(Encoding.UTF8.GetBytes(Deadlock));

        status.Should().Be(HttpStatusCode.OK);
        foreach (var member in (string[])["executable", "properties", "states", "findings"])
            body.GetProperty(member).GetRawText().Should().Be(JsonDocument.Parse(output).RootElement.GetProperty(member).GetRawText());
    }

    [Fact]
    public async Task A_drawing_that_cannot_be_read_is_an_answer_not_an_error()
    {
        var (status, body) = await Post("<definitions"u8.ToArray());

        status.Should().Be(HttpStatusCode.OK);
        body.GetProperty("findings")[0].GetProperty("check").GetString().Should().Be("readable");
    }

    [Fact]
    public async Task A_body_larger_than_any_drawing_is_refused() => (await Post(new byte[6 * 1024 * 1024])).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task Nobody_asks_without_having_signed_in() => (await Post(Encoding.UTF8.GetBytes(Sound), signedIn: false)).Status.Should().Be(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_document_without_a_form_is_found_and_the_forms_of_the_product_lack_none()
    {
        var shipped = Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn");
        var forms = Directory.CreateTempSubdirectory("lms-forms").FullName;
        foreach (var form in Directory.GetFiles(Path.Combine(ShippedDefinitions.Folder, "forms"), "*.form").Where(form => ShippedForms.Catalogue([File.ReadAllBytes(form)])[DocumentKind.D21] is null))
            File.Copy(form, Path.Combine(forms, Path.GetFileName(form)));

        var (code, output) = await Told(shipped, "--forms", forms, "--json");

        code.Should().Be(1);
        WithoutForm(JsonDocument.Parse(output).RootElement).Should().NotBeEmpty().And.OnlyContain(sentence => sentence.Contains("D21"));
        (await Told(shipped, "--forms", "/finnes/ikke")).Code.Should().Be(64);
        (await Told(shipped, "--json")).Code.Should().Be(0);
        (await Post(await File.ReadAllBytesAsync(shipped))).Body.GetProperty("findings").GetArrayLength().Should().Be(0);
        Enum.GetValues<DocumentKind>().Should().OnlyContain(kind => ShippedForms.WithTheProduct[kind] != null);
    }

    static IEnumerable<string> WithoutForm(JsonElement answer) => answer.GetProperty("findings").EnumerateArray()
        .Where(finding => finding.GetProperty("check").GetString() == "documents-have-forms").Select(finding => finding.GetProperty("message").GetProperty("nb").GetString()!);

    async Task<(HttpStatusCode Status, JsonElement Body)> Post(byte[] xml, bool signedIn = true)
    {
        var host = await hosts.On("sqlite");
        using var client = host.Client(signedIn ? host.Administrator.ToString() : null);
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var content = new ByteArrayContent(xml) { Headers = { ContentType = new MediaTypeHeaderValue("application/xml") } };
        using var answer = await client.PostAsync("/api/v1/definitions/verify", content);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    static async Task<(int Code, string Output)> Told(params string[] args)
    {
        using var output = new StringWriter();
        var code = await VerifyCommand.Run(args, output, TextWriter.Null, CancellationToken.None);
        return (code, output.ToString());
    }

    static async Task<string> Written(string xml)
    {
        var file = Path.Combine(Path.GetTempPath(), $"verify-{Guid.NewGuid():n}.bpmn");
        await File.WriteAllTextAsync(file, xml);
        return file;
    }
}
