using System.Net;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>Role × act over the API: what <see cref="CaseAccess"/> allows is allowed, what it does not is a 403, for every act in the table of routes.</summary>
public sealed class AccessMatrixTests(Hosts hosts)
{
    static readonly (string Who, Role[] Roles)[] People =
    [
        ("Koord1", [Role.Koordinator]), ("Fag1", [Role.Fagperson]), ("Br1", [Role.Brukerrepresentant]), ("Leder1", [Role.Leder]),
        ("Rev", [Role.Revisor]), ("Admin", [Role.Administrator]), ("Stranger", []),
    ];

    [Fact]
    public async Task Every_act_is_refused_to_exactly_those_without_the_role()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        var wrong = new List<string>();
        foreach (var route in ApiRoutes.Acts.Where(route => !IsForGood(route)))
            foreach (var (who, roles) in People)
            {
                using var answer = await given.Ask(who, route.Verb, Filled(route.Address), Sample.Of(route, given));
                var act = ActOf(route, given);
                var forbidden = answer.StatusCode == HttpStatusCode.Forbidden;
                if (answer.StatusCode == HttpStatusCode.BadRequest) wrong.Add($"{route.Verb} {route.Address} could not be read: {await answer.Content.ReadAsStringAsync()}");
                else if (forbidden != !CaseAccess.May(act).Any(roles.Contains)) wrong.Add($"{who} {route.Verb} {route.Address} ({act}): {(int)answer.StatusCode}");
            }

        wrong.Should().BeEmpty();
    }

    [Theory]
    [InlineData("cases/{sak}", true)]
    [InlineData("cases/{sak}/gates", true)]
    [InlineData("cases/{sak}/documents", true)]
    [InlineData("cases/{sak}/meetings", true)]
    [InlineData("cases/{sak}/warnings", true)]
    [InlineData("cases/{sak}/balance", true)]
    [InlineData("cases/{sak}/compliance", true)]
    [InlineData("cases/{sak}/history", false)]
    [InlineData("cases/{sak}/attempts", false)]
    public async Task Reading_is_for_those_of_the_case_and_the_history_for_the_administrator_too(string path, bool isContent)
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        foreach (var (who, roles) in People)
        {
            using var answer = await given.Ask(who, "GET", path);
            var may = CaseAccess.May(isContent ? Act.ReadCase : Act.ReadHistory).Any(roles.Contains);
            answer.StatusCode.Should().Be(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{who} reads {path}");
        }
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_gets_anything_but_problem_details()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        foreach (var path in new[] { "cases", "cases/{sak}", "inbox", "stuck", "people", "units", "tilbud", "definitions", "cases/{sak}/history" })
        {
            using var answer = await given.Ask("anonymous", "GET", path);
            answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized, path);
            answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        }

        using var act = await given.Ask("anonymous", "POST", "cases/{sak}/contacts", new { side = "Fag", who = "A", isAttempt = false });
        act.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        using var unknown = given.Host.Client(Guid.NewGuid().ToString("n"));
        (await unknown.GetAsync("/api/v1/cases")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Lists_show_a_person_exactly_the_cases_they_may_open()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "group");
        foreach (var (who, roles) in People)
        {
            var listed = (await given.Read(who, "cases?limit=200")).GetProperty("cases").EnumerateArray().Any(row => row.GetProperty("id").GetString() == given.Id);
            listed.Should().Be(CaseAccess.May(Act.ReadCase).Any(roles.Contains), who);
        }
    }

    [Fact]
    public async Task Directory_changes_are_for_administrators()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        foreach (var (who, roles) in People)
        {
            using var answer = await given.Ask(who, "POST", "units", new { name = "Ny enhet", isLms = false });
            answer.StatusCode.Should().Be(roles.Contains(Role.Administrator) ? HttpStatusCode.Created : HttpStatusCode.Forbidden, who);
        }

        using var fag = await given.Ask("Admin", "POST", $"people/{given["Stranger"]}/grants", new { role = "Brukerrepresentant" });
        fag.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, "R80: sides come from appointments");
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_new_leader_finds_the_open_decisions_in_the_inbox_and_a_former_one_does_not(string database)
    {
        var given = await GivenCase.At(await hosts.On(database), "reported");
        object grant = new { role = "Leder", unit = given["Nevro"] };
        (await given.Read("Stranger", "inbox")).GetArrayLength().Should().Be(0);
        using var granted = await given.Ask("Admin", "POST", $"people/{given["Stranger"]}/grants", grant);
        granted.StatusCode.Should().Be(HttpStatusCode.Created);
        (await given.Read("Stranger", "inbox")).EnumerateArray().Should().Contain(row => row.GetProperty("elementId").GetString() == "forankre");
        using var revoked = await given.Ask("Admin", "DELETE", $"people/{given["Stranger"]}/grants", grant);
        (await given.Read("Stranger", "inbox")).GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData(nameof(CancelCase), "")]
    [InlineData(nameof(PutOnHold), "")]
    [InlineData(nameof(EndAppointment), "/arbeidsgruppe")]
    [InlineData(nameof(WithdrawFromGroup), "/arbeidsgruppe")]
    [InlineData(nameof(Workflows.RetryStuck), "/stopp")]
    public async Task Every_act_that_ends_something_is_refused_to_exactly_those_without_the_role(string name, string page)
    {
        var route = ApiRoutes.Acts.Single(route => route.Request.Name == name);
        foreach (var ask in new Func<GivenCase, string, Task<HttpStatusCode>>[] { (given, who) => OverApi(given, who, route), (given, who) => OverPage(given, who, name, page) })
        {
            var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
            var may = CaseAccess.May(ActOf(route, given));
            // those who may not come first, while there is still something to end
            foreach (var (who, roles) in People.OrderBy(person => may.Any(person.Roles.Contains)))
            {
                var status = await ask(given, who);
                status.Should().NotBe(HttpStatusCode.BadRequest);
                (status == HttpStatusCode.Forbidden).Should().Be(!may.Any(roles.Contains), $"{who} asks for {name} and is answered {status}");
            }
        }
    }

    [Theory]
    [InlineData(nameof(CancelCase), "Leder1")]
    [InlineData(nameof(PutOnHold), "Koord1")]
    [InlineData(nameof(EndAppointment), "Koord1")]
    [InlineData(nameof(WithdrawFromGroup), "Br2")]
    public async Task An_act_that_ends_something_is_heard_by_exactly_those_who_may_still_read_the_case(string name, string by)
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        var pages = new List<(string Who, LiveClient Page)>();
        foreach (var (who, _) in People.Append(("Br2", []))) pages.Add((who, await LiveClient.Connect(given.Host.Address, given[who])));
        foreach (var (_, page) in pages) await page.Watch($"case:{given.Id}");
        (await OverApi(given, by, ApiRoutes.Acts.Single(route => route.Request.Name == name))).Should().Be(HttpStatusCode.OK, name);
        var told = ($"case:{given.Id}", await given.Version());
        string[] gone = name is nameof(EndAppointment) or nameof(WithdrawFromGroup) ? ["Admin", "Stranger", "Br2"] : ["Admin", "Stranger"];
        foreach (var (who, page) in pages.Where(one => !gone.Contains(one.Who))) (await page.Hears(heard => heard == told)).Should().BeTrue(who);
        foreach (var (who, page) in pages.Where(one => gone.Contains(one.Who)))
        {
            await page.Watch();
            page.Heard.Should().NotContain(told, who);
        }

        foreach (var (_, page) in pages) await page.DisposeAsync();
    }

    static async Task<HttpStatusCode> OverApi(GivenCase given, string who, ActRoute route)
    {
        var address = route.Address.Replace("{person}", given["Br2"], StringComparison.Ordinal);
        using var answer = await given.Ask(who, route.Verb, Filled(address), Sample.Of(route, given));
        return answer.StatusCode is HttpStatusCode.Created ? HttpStatusCode.OK : answer.StatusCode;
    }

    static async Task<HttpStatusCode> OverPage(GivenCase given, string who, string act, string page)
    {
        using var visitor = await Visitor.As(given, who);
        using var answer = await visitor.Send(page == "/stopp" ? page : $"/saker/{given.Id}{page}", await visitor.Page("/"), ("handling", act), ("skjema", act),
            ("sak", given.Id), ("item", "1"), ("reason", "En grunn som er lang nok"), ("until", ""), ("person", given["Br2"]));
        return answer.StatusCode;
    }

    /// <summary>Acts that would end the case or a membership for the others who come after: they have a test of their own.</summary>
    static bool IsForGood(ActRoute route) => route.Request == typeof(CancelCase) || route.Request == typeof(WithdrawFromGroup) || route.Request == typeof(EndAppointment)
        || route.Request == typeof(PutOnHold) || route.Request == typeof(Workflows.RetryStuck);

    static string Filled(string address) => address.TrimStart('/').Replace("{id}", "{sak}", StringComparison.Ordinal).Replace("{gate}", "G2", StringComparison.Ordinal)
        .Replace("{person}", Guid.Empty.ToString("n"), StringComparison.Ordinal).Replace("{meeting}", "1", StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal)
        .Replace("{item}", "1", StringComparison.Ordinal).Replace("{samling}", "1", StringComparison.Ordinal).Replace("{family}", "1", StringComparison.Ordinal);

    static Act ActOf(ActRoute route, GivenCase given)
    {
        var address = route.Pattern.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'))
            .Select(name => KeyValuePair.Create(name, (object?)(name == "gate" ? "G2" : name == "person" ? Guid.Empty.ToString("n") : "1")));
        return ((CaseRequest)RequestBody.Parse(JsonSerializer.SerializeToUtf8Bytes(Sample.Of(route, given)), route.Request, address)).Act;
    }
}

/// <summary>A body of the right shape for any request, made from its type: enough to reach the question of access.</summary>
static class Sample
{
    public static Dictionary<string, object?> Of(ActRoute route, GivenCase given)
    {
        var inAddress = route.Pattern.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}')).ToHashSet(StringComparer.Ordinal);
        return Members(route.Request, given).Where(member => !inAddress.Contains(member.Key)).ToDictionary(member => member.Key, member => member.Value);
    }

    static Dictionary<string, object?> Members(Type type, GivenCase given) => type.GetConstructors()[0].GetParameters()
        .ToDictionary(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), parameter => Value(parameter.ParameterType, given));

    static object? Value(Type type, GivenCase given)
    {
        if (Nullable.GetUnderlyingType(type) is not null) return null;
        if (type == typeof(string)) return new string('0', 64);
        if (type == typeof(WrittenText)) return "En tekst som er lang nok";
        if (type == typeof(int) || type == typeof(decimal)) return 1;
        if (type == typeof(bool)) return false;
        if (type == typeof(DateOnly)) return "2027-01-01";
        if (type == typeof(DateTimeOffset)) return "2027-01-01T10:00Z";
        if (type.IsEnum) return type == typeof(Gate) ? "G2" : Enum.GetNames(type)[0];
        if (type == typeof(UnitId)) return given["Nevro"];
        if (type.IsValueType && type.Namespace == typeof(CaseId).Namespace && type.GetConstructor([typeof(Guid)]) is not null) return Guid.Empty.ToString("n");
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>)) return Array.Empty<object>();
        return Members(type, given);
    }
}
