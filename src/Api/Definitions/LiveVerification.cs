using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>Something found in a drawing, with what a drawing tool needs to show it and to mend it.</summary>
/// <param name="Path">Elements in the order things happen until it goes wrong; empty where no path shows it.</param>
public sealed record LiveFindingView(string Check, string Severity, string? Element, MessageView Message, MessageView? Fix, MendView? Mend, ImmutableArray<string> Path);

/// <summary>A <see cref="QuickFix"/> for the drawing tool to carry out.</summary>
public sealed record MendView(string Operation, string Element, string? Other, string? Attribute, string? Value);

/// <summary>What is to be said of a drawing somebody is working on.</summary>
/// <param name="MayBePublished">Nothing stands in the way.</param>
/// <param name="Participation">Both sides are secured on every path; null where the drawing has neither phases nor gates, or it was not decided.</param>
/// <param name="Weakens">Both sides must consent before it takes effect.</param>
/// <param name="Against">The published version it is compared with; 0: none.</param>
public sealed record LiveVerificationView(
    bool MayBePublished, bool? Participation, bool Weakens, int Against, ImmutableArray<LiveFindingView> Findings, ImmutableArray<MeaningChange> Changes)
{
    public static LiveVerificationView Of(JudgedDraft judged)
    {
        var paths = judged.Verification.Properties.ToDictionary(property => property.Name, property => property.Verdict.CounterExample);
        ImmutableArray<LiveFindingView> found = [.. judged.Verification.Findings.Select(finding => Of(finding, paths.GetValueOrDefault(finding.Check, [])))];
        var said = found.Where(finding => finding.Severity == "error").Select(finding => finding.Message.Nb).ToHashSet(StringComparer.Ordinal);
        return new(
            judged.Judgement.Errors.IsEmpty, judged.Verification.Participation.Holds, judged.Judgement.Weakens, judged.Against,
            [.. judged.Judgement.Errors.Where(error => !said.Contains(error.Sentence.Nb)).Select(Of), .. found], judged.Changes);
    }

    static LiveFindingView Of(Finding finding, ImmutableArray<string> path) => new(
        finding.Check, finding.Severity == Severity.Error ? "error" : "warning", finding.ElementId, Of(finding.Sentence), finding.Fix is { } fix ? Of(fix) : null,
        finding.Mend is { } mend ? new(mend.Operation.ToString(), mend.Element, mend.Other, mend.Attribute, mend.Value) : null, path);

    /// <summary>What keeps it from being published though the drawing itself is right: another key, or a call of something unpublished.</summary>
    static LiveFindingView Of(Refusal error) => new(error.Code, "error", (error as DrawingHasError)?.Element, Of(error.Sentence), null, null, []);

    static MessageView Of(Words words) => new(words.Nb, words.Nn);
}

/// <summary>Judges a drawing as it is on somebody's screen now, with the forms of the draft it is to become. Nothing is kept.</summary>
static class LiveVerificationEndpoint
{
    public static async Task<IResult> Post(HttpContext http, DefinitionPath path, DraftJudge judge, string key)
    {
        var (file, problem) = await DefinitionEndpoints.Editable(http, path, key);
        if (file is null) return problem!;
        if (Address.Number(http, "draft") is not { } number || file.Draft(number) is not { } draft) return new ProblemResult(Problem.NotFound);
        var drawing = await RequestBody.ReadAtMost(http, DefinitionVerifier.LargestFile);
        using var turn = await ProofTurns.Wait(http.RequestAborted);
        return new ViewResult(LiveVerificationView.Of(await judge.Judge(file, draft, drawing, http.RequestAborted)));
    }
}
