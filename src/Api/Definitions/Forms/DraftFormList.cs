using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>Looks through a draft's forms: where each is used, what it means that the published version did not, and which are missing.</summary>
public sealed class DraftFormList(ICaseStore store, DraftJudge judge)
{
    public async Task<ImmutableArray<FormSummary>> Of(DefinitionFile file, DefinitionDraft draft, CancellationToken ct)
    {
        var (forms, before, uses) = (await judge.FormsOf(draft.Forms, ct), await judge.FormsBefore(file, draft, ct), await Uses(draft, ct));
        return [.. forms.Forms.Keys.Concat(uses.Select(use => use.Kind)).Distinct().Order().Select(kind => Summary(kind, forms[kind], before, uses))];
    }

    /// <summary>Steps that write or sign a document; none when the drawing cannot be read.</summary>
    public async Task<ImmutableArray<FormUse>> Uses(DefinitionDraft draft, CancellationToken ct) =>
        CaseWorkflow.Read(await store.Pinned(draft.ContentHash, ct)).Definition is { } process ? FormUses.Of(process) : [];

    static FormSummary Summary(DocumentKind kind, FormDefinition? form, FormCatalogue before, ImmutableArray<FormUse> uses)
    {
        var its = uses.Where(use => use.Kind == kind).ToList();
        return new(kind, form?.Title, form?.Fields.Length ?? 0, Elements(its, false), Elements(its, true), FormChanges.OfOne(kind, before[kind], form));
    }

    static ImmutableArray<string> Elements(IEnumerable<FormUse> uses, bool signed) => [.. uses.Where(use => use.IsSignOff == signed).Select(use => use.ElementId)];
}
