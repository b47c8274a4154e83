using System.Collections.Concurrent;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What people call a process: as the version in force says; before there is one, as the draft says that was saved last.</summary>
public sealed class ProcessNames(Definitions definitions, ICaseStore store)
{
    readonly ConcurrentDictionary<string, Words> inDrawing = new(StringComparer.Ordinal);

    public async ValueTask<Words> Of(DefinitionFile file, CancellationToken ct)
    {
        if (definitions.Find(file.Key) is { } published) return published.Process.Name;
        if (file.Drafts.MaxBy(draft => draft.At) is not { } draft) return Words.Same(file.Key);
        if (inDrawing.TryGetValue(draft.ContentHash, out var known)) return known;
        return inDrawing[draft.ContentHash] = CaseWorkflow.Read(await store.Pinned(draft.ContentHash, ct)).Model?.Driving is { Name.Nb.Length: > 0 } process ? process.Name : Words.Same(file.Key);
    }
}
