using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Two versions, or a version and a draft, side by side.</summary>
static class ComparePages
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPlain(
        HttpMethods.Get, "/prosesser/{key}/sammenlikn", async http => await Asked.Of(http) is { } asked ? await Show(asked) : SignInPages.Send(http)).ExcludeFromDescription();

    static async Task<IResult> Show(Asked asked)
    {
        if (await ProcessPages.Found(asked) is not { } file || (file.Latest is null && !ProcessPages.MayEdit(asked))) return ProcessPages.NotFound(asked);
        ImmutableArray<Edition> all =
        [
            .. file.Published.Select(version => new Edition(version.Number, false)),
            .. file.OpenDrafts.Where(_ => ProcessPages.MayEdit(asked)).Select(draft => new Edition(draft.Number, true)),
        ];
        var query = asked.Http.Request.Query;
        var (from, to) = (query["fra"].FirstOrDefault(), query["til"].FirstOrDefault());
        if (from is null && to is null && all.Length > 1) (from, to) = (all[^2].ToString(), all[^1].ToString());
        var empty = new CompareView(file.Key, await ProcessPages.NameOf(asked, file), [.. all.Select(edition => new Portal.Choice(edition.ToString(), asked.Me.Say(edition.Name)))], from, to);
        if (from is null || to is null) return PageResults.View<ComparePage>(asked.Me, empty);
        if (Edition.TryParse(from) is not { } before || Edition.TryParse(to) is not { } after) return ProcessPages.NotFound(asked);
        if ((before.IsDraft || after.IsDraft) && !ProcessPages.MayEdit(asked)) return ProcessPages.NotAllowed(asked);
        return await asked.Service<Comparisons>().Of(file, before, after, asked.Aborted) is { } compared ? PageResults.View<ComparePage>(asked.Me, With(asked, empty, compared)) : ProcessPages.NotFound(asked);
    }

    static CompareView With(Asked asked, CompareView empty, Comparison compared)
    {
        var address = $"/prosesser/{empty.Key}/sammenlikn?fra={compared.Before.Edition}&til={compared.After.Edition}";
        var part = compared.Drawing.Part(compared.Before.Picture, compared.After.Picture);
        PictureView Drawing(OpenedEdition opened, bool before, string prefix) => Pictures.Of(
            asked, opened.Picture, Title(opened.Edition, before), Describes(compared.Drawing), compared.Drawing.Marks(before), address, part, prefix);
        return empty with
        {
            Before = Drawing(compared.Before, true, "for"),
            After = Drawing(compared.After, false, "etter"),
            Drawing = [.. compared.Drawing.Changes.GroupBy(change => change.Kind).OrderBy(group => group.Key).Select(group => new DrawingChanges(
                PictureSvg.Sign(group.Key), PictureMark.NameOf(group.Key), [.. group.Select(Told)]))],
            Meaning = compared.Meaning is { } meaning ? ProcessPages.Lines(meaning) : null,
        };
    }

    /// <summary>Steps of one name in several phases are told apart.</summary>
    static Words Told(PictureChange change)
    {
        var phase = change.Phase?.Words();
        return new(
            $"{change.Name.Nb} ({change.Sort.Nb.ToLowerInvariant()}{(phase is null ? "" : $", {phase.Nb}")})",
            $"{change.Name.Nn} ({change.Sort.Nn.ToLowerInvariant()}{(phase is null ? "" : $", {phase.Nn}")})");
    }

    static Words Title(Edition edition, bool before) => before
        ? new($"Før: {edition.Name.Nb}", $"Før: {edition.Name.Nn}")
        : new($"Etter: {edition.Name.Nb}", $"Etter: {edition.Name.Nn}");

    static Words Describes(PictureDifference difference)
    {
        int Count(MarkKind kind) => difference.Changes.Count(change => change.Kind == kind);
        var (added, removed, changed, moved) = (Count(MarkKind.Added), Count(MarkKind.Removed), Count(MarkKind.Changed), Count(MarkKind.Moved));
        return new($"{added} lagt til, {removed} fjernet, {changed} endret, {moved} flyttet.", $"{added} lagt til, {removed} fjerna, {changed} endra, {moved} flytta.");
    }
}
