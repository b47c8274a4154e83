using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What came of an edit.</summary>
/// <param name="At">The step or way to go on at.</param>
public sealed record EditedDraft(SavedDraft Saved, string At);

/// <summary>
/// Edits a draft step by step. Each edit is a saving of its own, on the road of all others, so each can be undone and none is lost. It meets another's only where both changed the drawing:
/// a form that was saved in the meantime is kept.
/// </summary>
public sealed class DraftEditing(ICaseStore store, DefinitionPath path, DraftSaving saving, DraftRevisions revisions, Attempts attempts, TimeProvider clock)
{
    /// <param name="basedOn">The revision whoever edits has before them; it is what is edited, also when somebody has saved since.</param>
    public async Task<EditedDraft> Edit(string key, int draft, DrawingEdit edit, int? basedOn, Actor actor, CommandOptions options, CancellationToken ct)
    {
        var known = await revisions.Of(key, draft, ct);
        if (known.FirstOrDefault(revision => revision.Revision == basedOn) is not { } before) return await Refused(key, draft, basedOn, known.IsEmpty ? new DefinitionDraftIsGone() : Stale(known), actor, ct);
        var edited = DrawingEditor.Apply(await store.Pinned(before.ContentHash, ct), edit);
        if (edited.Refused is { } refusal) return await Refused(key, draft, basedOn, before.ContentHash == known[^1].ContentHash ? refusal : Stale(known), actor, ct);
        return new(await saving.Save(key, draft, new DefinitionDraftBody(edited.Xml, BasedOn: Base(before, known[^1], options)), actor, options, ct), edited.At);
    }

    /// <summary>The drawing is again as it was; the forms stay as they are.</summary>
    public async Task<EditedDraft> Restore(string key, int draft, RestoreRevision restore, int? basedOn, Actor actor, CommandOptions options, CancellationToken ct)
    {
        var known = await revisions.Of(key, draft, ct);
        if (known.FirstOrDefault(revision => revision.Revision == restore.Revision) is not { } wanted) return await Refused(key, draft, basedOn, new NoSuchSaving(), actor, ct);
        return new(await saving.Save(key, draft, new DefinitionDraftBody(Kept: wanted.ContentHash, BasedOn: basedOn), actor, options, ct), "");
    }

    /// <summary>A repeated request must be known again as the one it was, so it says what it said.</summary>
    static int Base(DefinitionDraft before, DefinitionDraft latest, CommandOptions options) =>
        options.IdempotencyKey is null && before.ContentHash == latest.ContentHash ? latest.Revision : before.Revision;

    static DefinitionDraftIsStale Stale(ImmutableArray<DefinitionDraft> known) => new(known[^1].Revision);

    async Task<EditedDraft> Refused(string key, int draft, int? basedOn, Refusal refusal, Actor actor, CancellationToken ct)
    {
        await attempts.Record(await path.Load(key, ct), new SaveDefinitionDraft(draft, basedOn, "", null, null, null), actor, [refusal], clock.GetUtcNow(), ct);
        return new(new(new DefinitionResult.Refused([refusal]), null, []), "");
    }
}

/// <summary>Goes back to the drawing as it was at an earlier saving.</summary>
public sealed record RestoreRevision(int Revision);

public sealed record NoSuchSaving() : Refusal(new Words(
    "Utkastet har ingen slik lagring. Velg en fra listen.", "Utkastet har inga slik lagring. Vel ei frå lista."))
{
    public static string Field => "revision";
}

public sealed record OneEditAtATime() : Refusal(new Words(
    "Si én endring om gangen: nøyaktig ett av feltene i tillegg til basedOn.", "Sei éi endring om gongen: nøyaktig eitt av felta i tillegg til basedOn."));
