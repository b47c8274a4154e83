using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace LmsWorkflow.Api;

/// <summary>What this program always answers: written and compressed once, and known again by its content. It holds nothing of a person or a case, so compressing it gives nothing away.</summary>
sealed record LastingAnswer(byte[] Json, byte[] Compressed, string Tag)
{
    public static LastingAnswer Of<T>(T view)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(view, ApiJson.Writing);
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize)) gzip.Write(json);
        return new(json, compressed.ToArray(), Convert.ToHexStringLower(SHA256.HashData(json))[..32]);
    }
}

/// <summary>The answer, or 304 to those who have it (RFC 9110 §13.1.2). The two ways of writing it have a tag each (§8.8.3.3).</summary>
sealed class LastingResult(LastingAnswer answer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var isCompressed = request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && coding.Quality is null or > 0);
        var tag = isCompressed ? $"\"{answer.Tag}-gzip\"" : $"\"{answer.Tag}\"";
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.ETag = tag;
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (isCompressed) response.Headers.ContentEncoding = "gzip";
        response.ContentType = "application/json";
        await response.Body.WriteAsync(isCompressed ? answer.Compressed : answer.Json, httpContext.RequestAborted);
    }
}
