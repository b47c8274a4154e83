using System.Collections.Immutable;
using LmsWorkflow.Domain;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>A posted form: read within limits, shown to come from our own page, kept word for word so that nothing typed is lost.</summary>
sealed record PageForm(IReadOnlyDictionary<string, StringValues> Fields, IFormFileCollection Files)
{
    static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 40_000,
        ValueLengthLimit = 4 * WrittenText.Longest,
        KeyLengthLimit = 200,
        MultipartBodyLengthLimit = 12 * 1024 * 1024,
        BufferBodyLengthLimit = 12 * 1024 * 1024,
    };

    public string Act => Fields.GetValueOrDefault("handling").ToString();

    public string Key => Fields.GetValueOrDefault("skjema").ToString();

    public long? Version => long.TryParse(Fields.GetValueOrDefault("versjon").ToString(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : null;

    public FormBinder Binder => new(Fields);

    /// <summary>The form, or the status of the page that says why not.</summary>
    public static async Task<(PageForm? Form, int Status)> Of(HttpContext http)
    {
        if (!http.Request.HasFormContentType) return (null, StatusCodes.Status400BadRequest);
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, Limits));
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
            return (new(form.ToDictionary(field => field.Key, field => field.Value), form.Files), StatusCodes.Status200OK);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }
        catch (Exception foreign) when (foreign is AntiforgeryValidationException or BadHttpRequestException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    public FormState State(ImmutableArray<Refusal> reasons, ImmutableArray<string> changed = default) => new(
        Key, Fields.ToImmutableDictionary(field => field.Key, field => ImmutableArray.CreateRange(field.Value.Select(value => value ?? ""))), reasons, changed.IsDefault ? [] : changed);
}
