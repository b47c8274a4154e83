using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

public sealed record BudgetRow(int Index, BudgetLine? Line);

/// <summary>The budget page: lines, sums against the frame, the leader's approval. Everybody in the group sees it (R70).</summary>
public sealed partial record BudgetView(
    CaseFrame Frame, ImmutableArray<BudgetRow> Rows, BudgetContent Shown, BudgetFigures Figures, DraftPosition? Position, bool MayEdit, bool MakesNewVersion, Words? ReopensGate,
    bool MayDecide, int? Package, string BudgetHash, bool IsApproved, decimal? ExcessUpTo,
    ImmutableArray<Refusal> Warnings)
{
    public static BudgetView From(CaseContext context, BudgetContent? draft, Viewer me)
    {
        var latest = context.Case.Documents.Latest(DocumentKind.D14);
        var saved = latest?.Content as BudgetContent;
        var shown = draft ?? saved ?? BudgetContent.Empty;
        var package = context.Case.SignOffs.Current(Gate.G2);
        var pinned = package?.Documents.FirstOrDefault(document => document.Kind == DocumentKind.D14);
        return new(
            CaseFrame.From(context, me), me.Form is { Form: "SaveDraft" } form ? Typed(form) : Saved(saved), shown, BudgetFigures.Of(shown, context.Case.Anchorings),
            latest is null ? null : new(latest.Number, latest.Revision), context.Case.IsOpen && context.May(Act.EditJointDocument), DocumentNames.IsLocked(latest, context.Case),
            GateDocuments.PassedGateOf(context.Case, DocumentKind.D14) is { } gate ? gate.Words() : null,
            context.Case.IsOpen && context.May(Act.Decide) && context.Case.Passed(Gate.G2) is null, package?.Number, pinned?.Hash ?? "",
            pinned is not null && context.Case.Plan.HasApproved(pinned), context.Case.Plan.ExcessApprovedUpTo,
            shown.Lines.IsEmpty ? [] : PlanWarnings.Of(context.Case, shown));
    }

    static ImmutableArray<BudgetRow> Saved(BudgetContent? content) =>
        [.. (content?.Lines ?? []).Select((line, at) => new BudgetRow(at, line)), new((content?.Lines.Length ?? 0), null)];

    static ImmutableArray<BudgetRow> Typed(FormState form)
    {
        var rows = form.Typed.Keys.Select(key => RowKey().Match(key)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct().Order().Select(at => new BudgetRow(at, null)).ToList();
        if (form.Value("gjor") == "ny-linje" || rows.Count == 0) rows.Add(new(rows.Count == 0 ? 0 : rows.Max(row => row.Index) + 1, null));
        return [.. rows];
    }

    [GeneratedRegex(@"^lines\.(\d{1,4})\.")]
    private static partial Regex RowKey();
}
