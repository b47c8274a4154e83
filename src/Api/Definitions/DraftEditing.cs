using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What came of an edit.</summary>
/// <param name="At">The step or way to go on at.</param>
public sealed record EditedDraft(SavedDraft Saved, string At);

/// <summary>Edits a draft step by step. Each edit is a saving of its own, on the road of all others, so each can be undone and none is lost.</summary>
public sealed class DraftEditing(ICaseStore store, DraftSaving saving, DraftRevisions revisions)
{
    /// <param name="basedOn">The revision whoever edits has before them; it is what is edited, also when somebody has saved since.</param>
    public async Task<EditedDraft> Edit(string key, int draft, DrawingEdit edit, int? basedOn, Actor actor, CommandOptions options, CancellationToken ct)
    {
        var known = await revisions.Of(key, draft, ct);
        if (known.FirstOrDefault(revision => revision.Revision == basedOn) is not { } before) return Stale(known);
        var edited = DrawingEditor.Apply(await store.Pinned(before.ContentHash, ct), edit);
        return edited.Refused is { } refusal ? Refused(before == known[^1] ? refusal : new DefinitionDraftIsStale(known[^1].Revision))
            : new(await saving.Save(key, draft, new DefinitionDraftBody(edited.Xml, BasedOn: basedOn), actor, options, ct), edited.At);
    }

    /// <summary>The drawing is again as it was; the forms stay as they are.</summary>
    public async Task<EditedDraft> Restore(string key, int draft, RestoreRevision restore, int? basedOn, Actor actor, CommandOptions options, CancellationToken ct)
    {
        var known = await revisions.Of(key, draft, ct);
        if (known.FirstOrDefault(revision => revision.Revision == restore.Revision) is not { } wanted) return Refused(new NoSuchSaving());
        return new(await saving.Save(key, draft, new DefinitionDraftBody(Kept: wanted.ContentHash, BasedOn: basedOn), actor, options, ct), "");
    }

    static EditedDraft Stale(ImmutableArray<DefinitionDraft> known) => Refused(known.IsEmpty ? new DefinitionDraftIsGone() : new DefinitionDraftIsStale(known[^1].Revision));

    static EditedDraft Refused(Refusal refusal) => new(new(new DefinitionResult.Refused([refusal]), null, []), "");
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
