using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A draft as it was each time it was saved. Nothing that was saved is ever gone.</summary>
public sealed class DraftRevisions(ICaseStore store)
{
    /// <summary>Oldest first.</summary>
    public async Task<ImmutableArray<DefinitionDraft>> Of(string key, int draft, CancellationToken ct)
    {
        var file = DefinitionFile.Unknown(key);
        var revisions = ImmutableArray.CreateBuilder<DefinitionDraft>();
        foreach (var recorded in await store.Read(StreamId.Definition(key), 0, ct))
        {
            file = file.After(recorded.Fact, recorded.Stamp);
            if (file.Draft(draft) is { } now && (revisions.Count == 0 || revisions[^1].Revision < now.Revision)) revisions.Add(now);
        }

        return revisions.ToImmutable();
    }

    /// <summary>
    /// The revision that "undo" goes back to. To go back is saved as a revision of its own, so the drawing's own history is followed: going back to what was, takes what came after it off
    /// the list. Null when there is nothing to undo.
    /// </summary>
    public static DefinitionDraft? ToUndo(ImmutableArray<DefinitionDraft> revisions)
    {
        var history = new List<DefinitionDraft>();
        foreach (var revision in revisions)
        {
            var same = history.FindLastIndex(earlier => earlier.ContentHash == revision.ContentHash);
            if (same >= 0) history.RemoveRange(same + 1, history.Count - same - 1);
            else history.Add(revision);
        }

        return history.Count > 1 ? history[^2] : null;
    }
}
