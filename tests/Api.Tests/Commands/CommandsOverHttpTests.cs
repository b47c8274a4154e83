using System.Net;
using System.Text;
using System.Text.Json;

namespace LmsWorkflow.Api.Tests;

/// <summary>The road over HTTP, on both databases: versions, repetition, two tabs, bad input, refused attempts.</summary>
public sealed class CommandsOverHttpTests(Hosts hosts)
{
    static readonly object Contact = new { side = "Fag", who = "Avdelingen", isAttempt = false };

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_repeated_command_answers_as_the_first_did_and_is_carried_out_once(string database)
    {
        var given = await GivenCase.At(await hosts.On(database), "anchored");
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        using var first = await given.Ask("Koord1", "POST", "cases/{sak}/contacts", Contact, key);
        var version = await given.Version();
        using var again = await given.Ask("Koord1", "POST", "cases/{sak}/contacts", Contact, key);
        again.StatusCode.Should().Be(first.StatusCode).And.Be(HttpStatusCode.Created);
        (await again.Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync());
        (await given.Version()).Should().Be(version);

        using var other = await given.Ask("Koord1", "POST", "cases/{sak}/contacts", new { side = "Bruker", who = "Laget", isAttempt = false }, key);
        other.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await other.Content.ReadAsStringAsync()).Should().Contain("IdempotencyKeyReused");
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task Registering_twice_with_one_key_makes_one_case(string database)
    {
        var given = await GivenCase.At(await hosts.On(database), "anchored");
        var need = new
        {
            title = "Et kurs",
            lmsUnit = given["LMS"],
            owners = new[] { given["Nevro"] },
            type = "Diagnosespesifikt",
            participants = new[] { "Pasient" },
            reporters = new[] { "Fagperson" },
            targetGroup = "Voksne",
            need = "Vi trenger det",
        };
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        using var first = await given.Ask("Koord1", "POST", "cases", need, key);
        using var again = await given.Ask("Koord1", "POST", "cases", need, key);
        first.StatusCode.Should().Be(HttpStatusCode.Created);
        again.Headers.Location.Should().Be(first.Headers.Location);
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_stale_version_is_refused_with_the_version_now(string database)
    {
        var given = await GivenCase.At(await hosts.On(database), "anchored");
        var version = await given.Version();
        using var fresh = await given.Ask("Koord1", "POST", "cases/{sak}/contacts", Contact, ("If-Match", $"\"{version}\""));
        fresh.StatusCode.Should().Be(HttpStatusCode.Created);
        using var stale = await given.Ask("Koord1", "POST", "cases/{sak}/contacts", Contact, ("If-Match", $"\"{version}\""));
        stale.StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
        using var problem = JsonDocument.Parse(await stale.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("version").GetInt64().Should().Be(await given.Version());
    }

    [Fact]
    public async Task Two_tabs_on_one_document_the_second_is_told_and_nothing_is_overwritten()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        object Draft(string text) => new { content = new { formal = text } };
        using var one = await given.Ask("Fag1", "PUT", "cases/{sak}/documents/D11", Draft("Fra den ene"));
        using var two = await given.Ask("Br1", "PUT", "cases/{sak}/documents/D11", Draft("Fra den andre"));
        one.StatusCode.Should().Be(HttpStatusCode.OK);
        two.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await two.Content.ReadAsStringAsync()).Should().Contain("DraftIsStale");
        (await given.Read("Br1", "cases/{sak}/documents/D11")).GetRawText().Should().Contain("Fra den ene");
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task Many_at_once_on_one_case_are_all_carried_out_exactly_once(string database)
    {
        var given = await GivenCase.At(await hosts.On(database), "anchored");
        var before = (await given.Read("Koord1", "cases/{sak}")).GetProperty("contacts").GetArrayLength();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            given.Ask("Koord1", "POST", "cases/{sak}/contacts", new { side = "Fag", who = $"Kontakt {number}", isAttempt = false })));
        var done = answers.Count(answer => answer.StatusCode == HttpStatusCode.Created);
        answers.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.Created || answer.StatusCode == HttpStatusCode.Conflict);
        (await given.Read("Koord1", "cases/{sak}")).GetProperty("contacts").GetArrayLength().Should().Be(before + done);
        done.Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task A_refused_attempt_is_recorded_without_raising_the_version_and_without_what_was_typed()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        var version = await given.Version();
        using var refused = await given.Ask("Leder1", "POST", "cases/{sak}/contacts", new { side = "Fag", who = "En hemmelighet", isAttempt = false });
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await given.Version()).Should().Be(version);
        var attempts = (await given.Read("Rev", "cases/{sak}/attempts")).GetRawText();
        attempts.Should().Contain("skrive ned en kontakt, og svaret var: ").And.NotContain("hemmelighet");
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("{\"side\":\"Fag\"}", 400)]
    [InlineData("{\"side\":\"fag\",\"who\":\"A\",\"isAttempt\":false}", 400)]
    [InlineData("{\"side\":\"Fag\",\"who\":\"A\",\"isAttempt\":1}", 400)]
    [InlineData("{\"side\":\"Fag\",\"who\":\"   \",\"isAttempt\":false}", 422)]
    public async Task A_bad_body_gets_the_right_status_and_a_reason(string body, int status)
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var answer = await given.Ask("Koord1", "POST", "cases/{sak}/contacts", body);
        ((int)answer.StatusCode).Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var reason = problem.RootElement.GetProperty("reasons")[0];
        reason.GetProperty("nb").GetString().Should().NotBeNullOrWhiteSpace();
        reason.GetProperty("nn").GetString().Should().NotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("GET", "cases/nobody", 404)]
    [InlineData("GET", "cases/00000000000000000000000000000001", 404)]
    [InlineData("POST", "cases/00000000000000000000000000000001/contacts", 404)]
    [InlineData("GET", "cases/{sak}/documents/D99", 404)]
    [InlineData("GET", "cases/{sak}/documents/12", 404)]
    [InlineData("GET", "cases/{sak}/documents/D01/versions/9999999999999999999", 404)]
    [InlineData("GET", "cases/{sak}/gates/G9", 404)]
    [InlineData("GET", "cases?phase=Alle", 400)]
    [InlineData("GET", "cases?limit=100000", 400)]
    [InlineData("GET", "cases?unit=x", 400)]
    [InlineData("GET", "nothing/here", 404)]
    [InlineData("DELETE", "cases/{sak}", 405)]
    [InlineData("POST", "cases/{sak}/gates/G9/packages", 400)]
    public async Task Unknown_things_are_not_found_and_wrong_verbs_are_named(string verb, string path, int status)
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var answer = await given.Ask("Koord1", verb, path, verb == "POST" ? Body(path) : null);
        ((int)answer.StatusCode).Should().Be(status, await answer.Content.ReadAsStringAsync());
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    static object Body(string path) => path.EndsWith("contacts", StringComparison.Ordinal) ? Contact : new { };

    [Fact]
    public async Task A_body_of_fifty_megabytes_is_refused_and_the_host_goes_on()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var client = given.As("Koord1");
        using var huge = new ByteArrayContent(new byte[50 * 1024 * 1024]);
        huge.Headers.ContentType = new("application/json");
        var status = await Status(client.PostAsync($"/api/v1/cases/{given.Id}/contacts", huge));
        status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await given.Version()).Should().BeGreaterThan(0);
    }

    /// <summary>A server may close the connection on a body it will not read; then the answer is lost to the sender, and that is all right too.</summary>
    static async Task<HttpStatusCode> Status(Task<HttpResponseMessage> asked)
    {
        try
        {
            using var answer = await asked;
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return HttpStatusCode.RequestEntityTooLarge;
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task Other_than_JSON_is_refused(string type)
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var client = given.As("Koord1");
        using var content = new StringContent("side=Fag", Encoding.UTF8, type);
        using var answer = await client.PostAsync($"/api/v1/cases/{given.Id}/contacts", content);
        answer.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("If-Match", "12")]
    [InlineData("If-Match", "W/\"12\"")]
    [InlineData("Idempotency-Key", "a b")]
    public async Task Headers_that_make_no_sense_are_refused(string name, string value)
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var answer = await given.Ask("Koord1", "POST", "cases/{sak}/contacts", Contact, (name, value));
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_unchanged_case_is_not_sent_again()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var first = await given.Ask("Koord1", "GET", "cases/{sak}");
        using var again = await given.Ask("Koord1", "GET", "cases/{sak}", null, ("If-None-Match", first.Headers.ETag!.ToString()));
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Every_answer_carries_the_strict_policy_and_says_nothing_of_the_server()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var answer = await given.Ask("Koord1", "GET", "cases/{sak}");
        answer.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("script-src 'self'").And.NotContain("unsafe");
        answer.Headers.Contains("Server").Should().BeFalse();
    }
}
