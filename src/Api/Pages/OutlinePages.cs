using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>A draft as a text, for those who do not draw: each change is a plain form, saved on the road of all savings.</summary>
static class OutlinePages
{
    static readonly FrozenDictionary<string, Type> Edits = new[]
    {
        typeof(AddStep), typeof(RemoveStep), typeof(ShiftStep), typeof(MoveStep), typeof(RenameStep), typeof(SetRoles), typeof(SetDocuments), typeof(SetDeadline), typeof(AddReminder), typeof(AddBranch), typeof(AddWay),
        typeof(LeadFlow), typeof(SetCondition), typeof(RemoveWay), typeof(MendFinding), typeof(RestoreRevision),
    }.ToFrozenDictionary(type => type.Name);

    public static Task<IResult> Show(Asked asked) => Show(asked, []);

    public static async Task<IResult> Post(Asked asked, PageForm form)
    {
        if (!ProcessPages.MayEdit(asked)) return ProcessPages.NotAllowed(asked);
        if (await Found(asked) is not var (file, draft)) return ProcessPages.NotFound(asked);
        if (!Edits.TryGetValue(form.Act, out var type)) return PageResults.Message(asked.Me, StatusCodes.Status400BadRequest);
        var binder = form.Binder;
        var asks = binder.Value(type);
        if (!binder.Faults.IsEmpty) return await Show(ProcessPages.With(asked, form, binder.Faults), []);
        var based = int.TryParse(binder.Text("basedOn"), out var revision) ? revision : (int?)null;
        var editing = asked.Service<DraftEditing>();
        var edited = asks is RestoreRevision restore
            ? await editing.Restore(file.Key, draft.Number, restore, based, asked.Actor, CommandOptions.None, asked.Aborted)
            : await editing.Edit(file.Key, draft.Number, WithCondition((DrawingEdit)asks!, binder), based, asked.Actor, CommandOptions.None, asked.Aborted);
        return edited.Saved.Result switch
        {
            DefinitionResult.Done => PageResults.Done(asked.Http.Request.Path + (edited.At.Length > 0 ? $"?steg={Uri.EscapeDataString(edited.At)}" : ""), form.Act),
            DefinitionResult.Refused { Forbidden: true } => ProcessPages.NotAllowed(asked),
            DefinitionResult.Refused refused => await Show(ProcessPages.With(asked, form, refused.Reasons), ProcessPages.Lines(edited.Saved.Since)),
            _ => PageResults.Message(asked.Me, StatusCodes.Status500InternalServerError),
        };
    }

    static async Task<IResult> Show(Asked asked, ImmutableArray<ChangeLine> since)
    {
        if (!ProcessPages.MayEdit(asked)) return ProcessPages.NotAllowed(asked);
        if (await Found(asked) is not var (file, draft)) return ProcessPages.NotFound(asked);
        var judged = await asked.Service<DraftJudge>().Judge(file, draft, asked.Aborted);
        var source = await asked.Service<ICaseStore>().Pinned(draft.ContentHash, asked.Aborted);
        var process = CaseWorkflow.Read(source).Model?.Driving;
        var isOpen = draft.Standing == DraftStanding.Open;
        var at = process is null ? null : StepOf(process, asked.Http.Request.Query["steg"].ToString());
        var revisions = await asked.Service<DraftRevisions>().Of(file.Key, draft.Number, asked.Aborted);
        return PageResults.View<OutlinePage>(asked.Me, new OutlineView(
            file.Key, process is { Name.Nb.Length: > 0 } ? process.Name : await ProcessPages.NameOf(asked, file), ProcessPages.Line(asked, draft), isOpen, WithPath(asked, OutlineVerdicts.Of(judged, process), process, source),
            process is null ? [] : new OutlineOfPage(asked.Me, process, isOpen ? at : null).Lines, at,
            [.. (process?.Elements ?? []).Where(element => element.Lms.Phase is not null).Select(element => (element.Id, OutlineWords.Name(element)))],
            DraftRevisions.ToUndo(revisions)?.Revision, [.. revisions.Where(revision => revision.Revision < draft.Revision).Reverse().Select(revision => Saving(asked.Me, revision))], since));
    }

    /// <summary>The finding whose way is asked for gets the drawing with the way in it, in the part it ends in.</summary>
    static OutlineVerdict WithPath(Asked asked, OutlineVerdict verdict, ProcessModel? process, byte[] source)
    {
        if (process is null || !int.TryParse(asked.Http.Request.Query["vei"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return verdict;
        if (verdict.Findings.ElementAtOrDefault(number) is not { Places.IsEmpty: false } finding || PictureReader.Read(source) is not { } picture) return verdict;
        ImmutableArray<ProcessElement> passed = [.. finding.Places.Select(id => process.Elements.First(element => element.Id == id))];
        var seen = passed.Where(element => !element.Kind.IsScope()).Select(picture.Seen).OfType<string>();
        var part = picture.Parts.Select(part => part.Id).FirstOrDefault(part => WalkPages.Around(passed[^1]).Contains(part));
        var title = new Words("Veien i tegningen", "Vegen i teikninga");
        var shown = Pictures.Of(asked, picture, title, finding.Sentence, PictureMarks.Path(seen), $"{asked.Http.Request.Path}?vei={number}", part);
        return verdict with { Findings = verdict.Findings.SetItem(number, finding with { Picture = shown }) };
    }

    static Portal.Choice Saving(Viewer me, DefinitionDraft revision) =>
        new($"{revision.Revision}", $"{me.Say("Lagring", "Lagring")} {revision.Revision}, {me.DateAndTime(revision.At)}, {me.NameOf(revision.By)}");

    static async Task<(DefinitionFile File, DefinitionDraft Draft)?> Found(Asked asked) =>
        await ProcessPages.Found(asked) is { } file && Address.Number(asked.Http, "number") is { } number && file.Draft(number) is { } draft ? (file, draft) : null;

    /// <summary>The step somebody asks to edit; of a way, the step it goes out of.</summary>
    static string? StepOf(ProcessModel process, string id) =>
        process.Elements.FirstOrDefault(element => element.Id == id)?.Id ?? process.Flows.FirstOrDefault(flow => flow.Id == id)?.Source.Id;

    /// <summary>What is chosen in the list, when nothing is written.</summary>
    static DrawingEdit WithCondition(DrawingEdit edit, FormBinder binder)
    {
        var chosen = binder.Text("asked").Trim() is { Length: > 0 } asked ? binder.Text("denied") == "true" ? $"not({asked})" : asked : null;
        return edit switch
        {
            AddBranch { Condition: null } branch => branch with { Condition = chosen },
            AddWay { Condition: null } way => way with { Condition = chosen },
            SetCondition { Condition: null } way => way with { Condition = chosen },
            _ => edit,
        };
    }
}
