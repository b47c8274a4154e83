using LmsWorkflow.Domain;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LmsWorkflow.Api;

/// <summary>The OpenAPI 3.1 document: what the generator cannot see from the types, said here.</summary>
static class ApiDescription
{
    public static void AddTo(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer(Simple);
        options.AddOperationTransformer(Operation);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "LmsWorkflow", Version = "v1", Description = "Saksbehandling for Standard metode ved lærings- og mestringssentre." };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
    });

    /// <summary>Texts and identities are plain strings on the wire.</summary>
    static Task Simple(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(WrittenText) || type == typeof(SealedText) || IsIdentity(type))
        {
            schema.Type = JsonSchemaType.String;
            schema.Properties?.Clear();
            schema.Required?.Clear();
            if (type == typeof(WrittenText)) schema.MaxLength = WrittenText.Longest;
        }

        return Task.CompletedTask;
    }

    static bool IsIdentity(Type type) => type.IsValueType && type.Namespace == typeof(CaseId).Namespace && type.GetConstructor([typeof(Guid)]) is not null;

    /// <summary>Path parameters, the headers every act knows, and the answers that are problem details.</summary>
    static Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        operation.Parameters ??= [];
        foreach (var name in PathNames(context.Description.RelativePath ?? ""))
            if (!operation.Parameters.Any(parameter => parameter.Name == name))
                operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        if (context.Description.HttpMethod is not "GET")
            foreach (var header in (string[])["If-Match", "Idempotency-Key"])
                operation.Parameters.Add(new OpenApiParameter { Name = header, In = ParameterLocation.Header, Required = false, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<FilledByAddress>().FirstOrDefault() is { Members: { Length: > 0 } members })
            operation.Description = $"Left out of the body, because the address or the host fills it: {string.Join(", ", members)}.";
        operation.Responses ??= [];
        foreach (var asked in context.Description.ActionDescriptor.EndpointMetadata.OfType<AskedNames>().SelectMany(asked => asked.Names)) operation.Parameters.Add(Chosen(asked.Name, asked.Description, [.. asked.Choices]));
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesOut>().Any()) TakenOut(operation);
        foreach (var status in context.Description.HttpMethod is "GET" ? (string[])["401", "403", "404"] : ["400", "401", "403", "404", "409", "412", "413", "415", "422"])
            operation.Responses.TryAdd(status, new OpenApiResponse { Description = "Problem details (RFC 9457)" });
        return Task.CompletedTask;
    }

    /// <summary>The list as a file, whole, with the same filters.</summary>
    static void TakenOut(OpenApiOperation operation)
    {
        operation.Parameters!.Add(Chosen(TakeOut.Format, "The whole list as a file instead of a page of JSON: csv (UTF-8 with byte order mark, semicolon, decimal comma) or xlsx.", "csv", "xlsx"));
        operation.Parameters.Add(Chosen("language", "Written form of the file's headings and words; left out: the reader's.", "nb", "nn"));
        var content = operation.Responses!.TryGetValue("200", out var found) ? found.Content : null;
        content?.TryAdd("text/csv", new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        content?.TryAdd(XlsxFile.ContentType, new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } });
    }

    static OpenApiParameter Chosen(string name, string description, params string[] values) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Required = false,
        Description = description,
        Schema = values.Length == 0 ? new OpenApiSchema { Type = JsonSchemaType.String } : new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (System.Text.Json.Nodes.JsonNode)value)] },
    };

    static IEnumerable<string> PathNames(string path) =>
        path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}').Split(':')[0]);
}
