using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>A published version or a draft, as addresses name it: <c>2</c> or <c>utkast-3</c>.</summary>
public readonly record struct Edition(int Number, bool IsDraft)
{
    const string Draft = "utkast-";

    public static Edition? TryParse(string? text)
    {
        var (digits, draft) = text is not null && text.StartsWith(Draft, StringComparison.Ordinal) ? (text[Draft.Length..], true) : (text, false);
        return int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? new(number, draft) : null;
    }

    public Words Name => IsDraft ? new($"Utkast {Number}", $"Utkast {Number}") : new($"Utgave {Number}", $"Utgåve {Number}");

    public override string ToString() => IsDraft ? $"{Draft}{Number}" : $"{Number}";
}

/// <param name="Process">Null for a draft that cannot be run.</param>
public sealed record OpenedEdition(Edition Edition, Picture Picture, ProcessDefinition? Process, FormCatalogue Forms);

/// <summary>Two drawings of one definition compared: what is drawn, and what it means.</summary>
/// <param name="Meaning">Null when one of them cannot be run, so that nothing can be said.</param>
public sealed record Comparison(OpenedEdition Before, OpenedEdition After, PictureDifference Drawing, ImmutableArray<MeaningChange>? Meaning);

/// <summary>What differs between two versions or drafts, for programs.</summary>
/// <param name="Meaning">Null when one of them cannot be run.</param>
public sealed record ComparisonView(string From, string To, ImmutableArray<DrawingChangeView> Drawing, ImmutableArray<MeaningChange>? Meaning);

/// <param name="ElementId">In the drawing it is in: for what is removed that is the first.</param>
public sealed record DrawingChangeView(MarkKind Kind, string ElementId, Words Name, Words Sort);

/// <summary>Opens any two versions or drafts and compares them.</summary>
public sealed class Comparisons(ICaseStore store, Definitions definitions, DraftJudge judge)
{
    /// <summary>Null when one of them is not there.</summary>
    public async Task<Comparison?> Of(DefinitionFile file, Edition from, Edition to, CancellationToken ct)
    {
        if (await Open(file, from, ct) is not { } before || await Open(file, to, ct) is not { } after) return null;
        ImmutableArray<MeaningChange>? meaning = before.Process is { } was && after.Process is { } now ? MeaningDifference.Of(was, now, before.Forms, after.Forms) : null;
        return new(before, after, PictureDifference.Of(before.Picture, after.Picture), meaning);
    }

    /// <summary>Drafts are compared by those who may change them.</summary>
    public static async Task<IResult> Get(HttpContext http, DefinitionPath path, Comparisons comparisons, string key, string from, string to)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (await path.Load(key, http.RequestAborted) is not { Version: > 0 } file) return new ProblemResult(Problem.NotFound);
        if (Edition.TryParse(from) is not { } before || Edition.TryParse(to) is not { } after) return new ProblemResult(Problem.Malformed());
        if ((before.IsDraft || after.IsDraft) && CaseAccess.Capacity(actor, Act.EditDefinition, []) is null) return new ProblemResult(Problem.NotAllowed);
        return await comparisons.Of(file, before, after, http.RequestAborted) is { } compared
            ? new ViewResult(new ComparisonView(before.ToString(), after.ToString(), [.. compared.Drawing.Changes.Select(change => new DrawingChangeView(change.Kind, change.Id, change.Name, change.Sort))], compared.Meaning))
            : new ProblemResult(Problem.NotFound);
    }

    async Task<OpenedEdition?> Open(DefinitionFile file, Edition edition, CancellationToken ct)
    {
        if (!edition.IsDraft)
        {
            if (file.Numbered(edition.Number) is null) return null;
            await definitions.EnsureKnown(file.Key, edition.Number, ct);
            return definitions.Find(file.Key, edition.Number) is { } published ? new(edition, published.Picture, published.Process, published.Forms) : null;
        }

        if (file.Draft(edition.Number) is not { } draft) return null;
        var source = await store.Pinned(draft.ContentHash, ct);
        return PictureReader.Read(source) is { } picture ? new(edition, picture, CaseWorkflow.Read(source).Definition, await judge.FormsOf(draft.Forms, ct)) : null;
    }
}
