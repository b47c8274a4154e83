using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>A list of changes as people are asked about it: bytes in the content store, known by their hash, so that nobody consents to another list than the one they read.</summary>
static class FrozenChanges
{
    static readonly JsonSerializerOptions Shape = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(ImmutableArray<MeaningChange> changes) => JsonSerializer.SerializeToUtf8Bytes(changes, Shape);

    public static string Hash(ImmutableArray<MeaningChange> changes) => Convert.ToHexStringLower(SHA256.HashData(Bytes(changes)));

    public static async Task<ImmutableArray<MeaningChange>> Read(ICaseStore store, string hash, CancellationToken ct) =>
        await store.Content(hash, ct) is { } bytes ? JsonSerializer.Deserialize<ImmutableArray<MeaningChange>>(bytes, Shape) : [];
}
