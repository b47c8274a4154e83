using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>The forms of a draft, for the administrator.</summary>
static class FormPages
{
    public static async Task<IResult> ShowAll(Asked asked)
    {
        if (!ProcessPages.MayEdit(asked)) return ProcessPages.NotAllowed(asked);
        if (await Draft(asked) is not var (file, draft)) return ProcessPages.NotFound(asked);
        var (forms, before, uses) = await Known(asked, file, draft);
        ImmutableArray<DraftFormLine> lines = [.. forms.Forms.Keys.Concat(uses.Select(use => use.Kind)).Distinct().Order().Select(kind => Line(kind, forms[kind], before[kind], uses))];
        return PageResults.View<DraftFormsPage>(asked.Me, new DraftFormsView(file.Key, await ProcessPages.NameOf(asked, file), ProcessPages.Line(asked, draft), draft.Standing == DraftStanding.Open, lines)
        {
            Others = [.. Enum.GetValues<DocumentKind>().Where(kind => lines.All(line => line.Kind != kind)).Select(kind => (kind, DocumentNames.Of(kind)))],
        });
    }

    public static Task<IResult> PostAll(Asked asked, PageForm form) => Task.FromResult(PageResults.Message(asked.Me, StatusCodes.Status400BadRequest));

    public static Task<IResult> ShowOne(Asked asked) => ShowOne(asked, []);

    public static async Task<IResult> PostOne(Asked asked, PageForm form)
    {
        if (!ProcessPages.MayEdit(asked)) return ProcessPages.NotAllowed(asked);
        if (await Draft(asked) is not var (file, draft) || Kind(asked) is not { } kind) return ProcessPages.NotFound(asked);
        var (wish, unclear) = await FormEditForm.Read(form, asked.Aborted);
        if (!unclear.IsEmpty) return await ShowOne(ProcessPages.With(asked, form, unclear));
        if (wish is null) return PageResults.Message(asked.Me, StatusCodes.Status400BadRequest);
        var saved = await asked.Service<DraftForms>().Save(file.Key, draft.Number, kind, FormEditForm.BasedOn(form), wish, asked.Actor, CommandOptions.None, asked.Aborted);
        return saved.Result switch
        {
            DefinitionResult.Done => PageResults.Done($"{asked.Http.Request.Path}", form.Act, FormEditForm.Anchor(form)),
            DefinitionResult.Refused { Forbidden: true } => ProcessPages.NotAllowed(asked),
            DefinitionResult.Refused refused => await ShowOne(ProcessPages.With(asked, form, refused.Reasons), ProcessPages.Lines(saved.Since)),
            _ => PageResults.Message(asked.Me, StatusCodes.Status500InternalServerError),
        };
    }

    static async Task<IResult> ShowOne(Asked asked, ImmutableArray<ChangeLine> since)
    {
        if (!ProcessPages.MayEdit(asked)) return ProcessPages.NotAllowed(asked);
        if (await Draft(asked) is not var (file, draft) || Kind(asked) is not { } kind) return ProcessPages.NotFound(asked);
        var (forms, before, uses) = await Known(asked, file, draft);
        var bytes = await asked.Service<DraftForms>().File(draft, kind, asked.Aborted);
        var outline = bytes is null ? null : FormOutline.Of(bytes);
        return PageResults.View<DraftFormPage>(asked.Me, new DraftFormView(
            file.Key, await ProcessPages.NameOf(asked, file), ProcessPages.Line(asked, draft), draft.Standing == DraftStanding.Open, Line(kind, forms[kind], before[kind], uses), forms[kind],
            [.. (outline?.Items ?? []).Select(Part)], await Revisions(asked, file, draft, kind), since, ShippedForms.Of(kind) is not null));
    }

    static FormPart Part(FormItem item) => new(item.Place, item.Label, item.Field, [.. item.Items.Select(Part)]);

    /// <summary>The times the form itself was saved, newest first.</summary>
    static async Task<ImmutableArray<FormRevisionLine>> Revisions(Asked asked, DefinitionFile file, DefinitionDraft draft, DocumentKind kind)
    {
        var (forms, lines) = (asked.Service<DraftForms>(), new List<FormRevisionLine>());
        (string Hash, FormDefinition? Form)? last = null;
        foreach (var revision in await forms.Revisions(file.Key, draft.Number, asked.Aborted))
        {
            if (revision.Forms.FirstOrDefault(form => form.Kind == kind)?.ContentHash is not { } hash || hash == last?.Hash) continue;
            var form = FormReader.Read(await forms.File(revision, kind, asked.Aborted)).Form;
            ImmutableArray<ChangeLine> changes = last is { } before ? [.. ProcessPages.Lines(FormChanges.OfOne(kind, before.Form, form)), .. Worded(before.Form, form)] : [];
            lines.Add(new(revision.Revision, revision.At, asked.Me.NameOf(revision.By), changes, false));
            last = (hash, form);
        }

        if (lines.Count > 0) lines[^1] = lines[^1] with { IsNow = true };
        lines.Reverse();
        return [.. lines];
    }

    static IEnumerable<ChangeLine> Worded(FormDefinition? before, FormDefinition? after) =>
        before is null || after is null ? [] : FormWording.Of(before, after).Select(words => new ChangeLine(words, false));

    static async Task<(FormCatalogue Forms, FormCatalogue Before, ImmutableArray<FormUse> Uses)> Known(Asked asked, DefinitionFile file, DefinitionDraft draft)
    {
        var judge = asked.Service<DraftJudge>();
        return (await judge.FormsOf(draft.Forms, asked.Aborted), await judge.FormsBefore(file, draft, asked.Aborted), await asked.Service<DraftFormList>().Uses(draft, asked.Aborted));
    }

    static DraftFormLine Line(DocumentKind kind, FormDefinition? form, FormDefinition? before, ImmutableArray<FormUse> uses) => new(
        kind, form?.Title ?? DocumentNames.Of(kind), form is not null, form?.Fields.Length ?? 0, form?.Fields.Count(field => field.Required) ?? 0,
        [.. uses.Where(use => use.Kind == kind && !use.IsSignOff).Select(use => use.Name)], [.. uses.Where(use => use.Kind == kind && use.IsSignOff).Select(use => use.Name)],
        ProcessPages.Lines(FormChanges.OfOne(kind, before, form)));

    static async Task<(DefinitionFile File, DefinitionDraft Draft)?> Draft(Asked asked) =>
        await ProcessPages.Found(asked) is { } file && Address.Number(asked.Http, "number") is { } number && file.Draft(number) is { } draft ? (file, draft) : null;

    static DocumentKind? Kind(Asked asked) => Address.Choice<DocumentKind>(asked.Http, "kind");
}
