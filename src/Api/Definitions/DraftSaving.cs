using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What came of saving a draft.</summary>
/// <param name="Kept">What was sent is in the content store under this hash, whether it was saved or not.</param>
/// <param name="Since">When somebody else had saved first: what they changed.</param>
public sealed record SavedDraft(DefinitionResult Result, string? Kept, ImmutableArray<MeaningChange> Since);

/// <summary>Takes a drawing in and saves it as a draft. Whoever comes second loses nothing: the drawing is kept, and they are told what the first changed.</summary>
public sealed class DraftSaving(ICaseStore store, DefinitionPath path, Drawings drawings, DraftJudge judge)
{
    public async Task<SavedDraft> Save(string key, int? draft, DefinitionDraftBody body, Actor actor, CommandOptions options, CancellationToken ct)
    {
        if (CaseAccess.Capacity(actor, Act.EditDefinition, []) is null) return new(new DefinitionResult.Refused([new NotAllowed(Act.EditDefinition)], Forbidden: true), null, []);
        if (!Drawings.IsKey(key)) return Refused(new KeyIsNotUsable());
        var (hash, forms, template, refusal) = await Take(key, body, ct);
        if (refusal is not null) return Refused(refusal);
        return await Save(key, new(draft, body.BasedOn, hash!, forms, body.Note, template), actor, options, ct);
    }

    /// <summary>What has been taken in already is in the content store.</summary>
    public async Task<SavedDraft> Save(string key, SaveDefinitionDraft request, Actor actor, CommandOptions options, CancellationToken ct)
    {
        var result = await path.Run(key, request, actor, options, ct);
        var stale = result is DefinitionResult.Refused { Reasons: [DefinitionDraftIsStale] };
        return new(result, request.ContentHash, stale ? await Since(key, request.Draft!.Value, request.BasedOn, ct) : []);
    }

    async Task<(string? Hash, ImmutableArray<PublishedForm>? Forms, DefinitionTemplate? Template, Refusal? Refused)> Take(string key, DefinitionDraftBody body, CancellationToken ct)
    {
        ImmutableArray<PublishedForm>? forms = null;
        if (body.Forms is { IsDefaultOrEmpty: false } files)
        {
            var (kept, bad) = await drawings.KeepForms(files, ct);
            if (bad is not null) return (null, null, null, bad);
            forms = kept;
        }

        var template = body.TemplateKey is { } from ? new DefinitionTemplate(from, body.TemplateVersion ?? (await path.Load(from, ct)).LatestNumber) : null;
        if (body.Kept is { } hash) return await drawings.IsKept(hash, ct) ? (hash, forms, template, null) : (null, null, null, new DrawingMissing());
        if (body.Source is { Length: > 0 } source)
        {
            var (kept, bad) = await drawings.Keep(source, ct);
            return (kept, forms ?? await FormsOfNew(key, ct), template, bad);
        }

        if (template is null && body.Empty is { } empty)
        {
            if (!empty.IsUsable) return (null, null, null, new ProcessNameIsNotUsable());
            var (kept, bad) = await drawings.Keep(EmptyDrawing.Of(key, empty.Words), ct);
            return (kept, forms ?? await drawings.FormsOfTheProduct(ct), null, bad);
        }

        if (template is null) return (null, null, null, new DrawingMissing());
        // a version of its own is no template: the draft goes on from it as it is
        if (template.Key == key) return (await path.Load(key, ct)).Numbered(template.Version) is { } own ? (own.ContentHash, forms ?? own.Forms, null, null) : (null, null, null, new TemplateIsGone());
        if (body.TemplateName is { IsUsable: false }) return (null, null, null, new ProcessNameIsNotUsable());
        var (copy, its) = await drawings.Copy(template, key, body.TemplateName?.Words, await path.Load(template.Key, ct), ct);
        return copy is null ? (null, null, null, new TemplateIsGone()) : (copy, forms ?? its, template, null);
    }

    /// <summary>A process that has none from before begins with the product's, so that a file from elsewhere has something to fill in.</summary>
    async Task<ImmutableArray<PublishedForm>?> FormsOfNew(string key, CancellationToken ct) =>
        await path.Load(key, ct) is { Version: 0 } ? await drawings.FormsOfTheProduct(ct) : null;

    /// <summary>From the revision the second saver had open to the one that is there now.</summary>
    async Task<ImmutableArray<MeaningChange>> Since(string key, int draft, int? basedOn, CancellationToken ct)
    {
        var file = DefinitionFile.Unknown(key);
        DefinitionDraft? had = null;
        foreach (var recorded in await store.Read(StreamId.Definition(key), 0, ct))
        {
            file = file.After(recorded.Fact, recorded.Stamp);
            if (file.Draft(draft) is { } now && now.Revision == basedOn) had ??= now;
        }

        return had is not null && file.Draft(draft) is { } latest ? await judge.Between(had, latest, ct) : [];
    }

    static SavedDraft Refused(Refusal refusal) => new(new DefinitionResult.Refused([refusal]), null, []);
}
