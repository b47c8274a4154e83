using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>
/// The forms of a draft, one at a time. A change is made in the form as its editor had it, and saved by the road of every draft. It meets another's only where both
/// changed the same form: a drawing or another form that was saved in the meantime is kept.
/// </summary>
public sealed class DraftForms(ICaseStore store, DefinitionPath path, DraftSaving saving, DraftRevisions saved, Attempts attempts, TimeProvider clock)
{
    /// <summary>The form's file in this revision; null when the draft has none for the document.</summary>
    public async Task<byte[]?> File(DefinitionDraft draft, DocumentKind kind, CancellationToken ct) =>
        HashOf(draft, kind) is { } hash ? await store.Pinned(hash, ct) : null;

    /// <summary>The draft as it was each time it was saved, in order. Empty when there is no such draft.</summary>
    public Task<ImmutableArray<DefinitionDraft>> Revisions(string key, int draft, CancellationToken ct) => saved.Of(key, draft, ct);

    public async Task<SavedDraft> Save(string key, int number, DocumentKind kind, int? basedOn, FormWish wish, Actor actor, CommandOptions options, CancellationToken ct)
    {
        if (CaseAccess.Capacity(actor, Act.EditDefinition, []) is null) return new(new DefinitionResult.Refused([new NotAllowed(Act.EditDefinition)], Forbidden: true), null, []);
        var revisions = await Revisions(key, number, ct);
        if (revisions.IsEmpty) return new(new DefinitionResult.Refused([new DefinitionDraftIsGone()]), null, []);
        var latest = revisions[^1];
        var had = revisions.FirstOrDefault(revision => revision.Revision == basedOn);
        var (form, refused) = await Wished(had ?? latest, kind, wish, revisions, ct);
        if (form is null) return await Refused(key, Request(latest, basedOn, latest.Forms), refused, actor, ct);
        // a repeated request must be known again as the one it was
        var on = had is null || options.IdempotencyKey is not null || HashOf(had, kind) != HashOf(latest, kind) ? had ?? latest : latest;
        var forms = on.Forms.Where(known => known.Kind != kind).Append(new(kind, await store.PutContent(form, ct))).OrderBy(known => known.Kind);
        return await saving.Save(key, Request(on, ReferenceEquals(on, latest) && had is not null ? latest.Revision : basedOn, [.. forms]), actor, options, ct);
    }

    static string? HashOf(DefinitionDraft draft, DocumentKind kind) => draft.Forms.FirstOrDefault(form => form.Kind == kind)?.ContentHash;

    static SaveDefinitionDraft Request(DefinitionDraft draft, int? basedOn, ImmutableArray<PublishedForm> forms) => new(draft.Number, basedOn, draft.ContentHash, forms, null, null);

    async Task<(byte[]? Form, ImmutableArray<Refusal> Refused)> Wished(
        DefinitionDraft had, DocumentKind kind, FormWish wish, ImmutableArray<DefinitionDraft> revisions, CancellationToken ct) => wish switch
        {
            FormWish.Edit edit => await File(had, kind, ct) is { } form ? Edited(FormEditor.Apply(form, edit.Change)) : (null, [new DraftHasNoForm(kind)]),
            FormWish.Replace { Form.Length: 0 } => (null, [new FormFileMissing()]),
            FormWish.Replace file => Checked(file.Form, kind),
            FormWish.Restore to => revisions.FirstOrDefault(revision => revision.Revision == to.Revision) is { } then && await File(then, kind, ct) is { } form ? (form, []) : (null, [new NoSuchRevision()]),
            _ => ShippedForms.Of(kind) is { } shipped ? (shipped, []) : (null, [new DraftHasNoForm(kind)]),
        };

    static (byte[]?, ImmutableArray<Refusal>) Edited(FormEdited edited) => (edited.Form, [.. edited.Refused]);

    static (byte[]?, ImmutableArray<Refusal>) Checked(byte[] file, DocumentKind kind)
    {
        var reading = FormReader.Read(file);
        if (reading.Form is not { } form) return (null, [.. reading.Findings.Select(finding => finding.Sentence).Distinct().Select(why => new FormFileCannotBeRead(why))]);
        return form.Kind == kind ? (file, []) : (null, [new FormIsForAnother(kind, form.Kind)]);
    }

    /// <summary>As a save that the rule refuses: the attempt is recorded.</summary>
    async Task<SavedDraft> Refused(string key, SaveDefinitionDraft request, ImmutableArray<Refusal> reasons, Actor actor, CancellationToken ct)
    {
        await attempts.Record(await path.Load(key, ct), request, actor, reasons, clock.GetUtcNow(), ct);
        return new(new DefinitionResult.Refused(reasons), null, []);
    }
}

public sealed record FormFileCannotBeRead(Words Why) : Refusal(Why)
{
    public static string Field => "fil";
}
