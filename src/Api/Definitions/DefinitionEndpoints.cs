using System.Collections.Immutable;

namespace LmsWorkflow.Api;

public sealed record DefinitionView(string Key, int Version, string ContentHash);

/// <summary>Published definitions, for everybody who is signed in: how the work is done is no secret.</summary>
static class DefinitionEndpoints
{
    public static IResult All(HttpContext http, Definitions definitions) => http.Actor() is null
        ? new ProblemResult(Problem.NotSignedIn)
        : new ViewResult(definitions.Latest.Select(definition => new DefinitionView(definition.Key, definition.Version, definition.Process.ContentHash)).ToImmutableArray());

    /// <summary>What a case opened with the definition starts with; 404 where it starts with nothing.</summary>
    public static IResult Template(HttpContext http, ShippedTemplates templates, string key) =>
        http.Actor() is null ? new ProblemResult(Problem.NotSignedIn)
        : templates.Find(key) is { } template ? new ViewResult(template) : new ProblemResult(Problem.NotFound);

    public static IResult Source(HttpContext http, Definitions definitions, string key)
    {
        if (http.Actor() is null) return new ProblemResult(Problem.NotSignedIn);
        var found = Address.Number(http, "version") is { } version ? definitions.Find(key, version) : null;
        return found is null ? new ProblemResult(Problem.NotFound) : Results.Bytes(found.Source, "application/xml");
    }
}
