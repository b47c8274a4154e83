using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

public sealed class ApiDescriptionTests(Hosts hosts)
{
    [Fact]
    public async Task Every_route_is_in_the_document_with_every_name_in_its_address()
    {
        var host = await hosts.On("sqlite");
        using var client = host.Client(null);
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        document.RootElement.GetProperty("openapi").GetString().Should().StartWith("3.1");
        var paths = document.RootElement.GetProperty("paths");
        foreach (var (verb, path) in Routes(host))
        {
            paths.TryGetProperty(path, out var described).Should().BeTrue($"{verb} {path} is a route");
            described.TryGetProperty(verb.ToLowerInvariant(), out var operation).Should().BeTrue($"{verb} {path} is a route");
            var names = operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()) : [];
            foreach (var name in path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'))) names.Should().Contain(name);
        }
    }

    [Theory]
    [InlineData("/api/v1/retention", "unit", "from", "to", "state", "after", "limit", "format", "language")]
    [InlineData("/api/v1/retention/rules", "unit", "format")]
    [InlineData("/api/v1/compliance/cases", "unit", "from", "to", "figure", "after", "limit")]
    [InlineData("/api/v1/balance", "unit", "from", "to")]
    [InlineData("/api/v1/cases", "phase", "standing", "unit", "member", "after", "limit")]
    [InlineData("/api/v1/cases/{id}/history/search", "part", "person", "capacity", "phase", "document", "kind", "from", "to", "q", "at", "before")]
    [InlineData("/api/v1/cases/{id}/meetings", "at")]
    [InlineData("/api/v1/units/{unit}/history", "part", "by", "from", "to", "q", "before")]
    [InlineData("/api/v1/erasures", "awaiting")]
    [InlineData("/api/v1/log/consistency", "from", "size")]
    public async Task What_an_address_can_be_asked_is_in_the_document(string path, params string[] names)
    {
        var host = await hosts.On("sqlite");
        using var client = host.Client(null);
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        var parameters = document.RootElement.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("parameters").EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").ToList();
        parameters.Select(parameter => parameter.GetProperty("name").GetString()).Should().Contain(names).And.OnlyHaveUniqueItems();
        parameters.Should().OnlyContain(parameter => parameter.GetProperty("description").GetString()!.Length > 0);
    }

    [Fact]
    public async Task No_address_is_answered_by_two_routes() => Routes(await hosts.On("sqlite")).Should().OnlyHaveUniqueItems();

    [Fact]
    public async Task A_text_is_described_as_a_text_and_a_choice_by_its_names()
    {
        var host = await hosts.On("sqlite");
        using var client = host.Client(null);
        var document = await client.GetStringAsync("/openapi/v1.json");
        document.Contains("\"salt\"", StringComparison.Ordinal).Should().BeFalse("the host brings the salt");
        document.Contains("Brukerorganisasjon", StringComparison.Ordinal).Should().BeTrue("a choice is described by its names");
        document.Contains("Problem details (RFC 9457)", StringComparison.Ordinal).Should().BeTrue();
    }

    static IEnumerable<(string Verb, string Path)> Routes(ScenarioHost host) =>
        from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        where pattern.StartsWith(ApiRoutes.Root, StringComparison.Ordinal)
        from verb in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (verb, pattern);
}
