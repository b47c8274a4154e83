using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

static class PinnedContent
{
    /// <summary>Content that a fact names by its hash. It was stored before the fact and is never taken away, so its absence is a fault, not an answer.</summary>
    public static async Task<byte[]> Pinned(this ICaseStore store, string hash, CancellationToken ct) =>
        await store.Content(hash, ct) ?? throw new InvalidOperationException($"content {hash} is missing");
}
