using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>The programme with what is computed from it (R59–R61) and what there is to say about it (R53–R65).</summary>
public sealed record ProgrammeView(int Version, int Revision, ProgrammeContent Programme, ProgrammeFigures Figures, ImmutableArray<ProgrammeFindingView> Findings)
{
    public static ProgrammeView? Of(CaseFile file)
    {
        if (file.Documents.Latest(DocumentKind.D13) is not { Content: ProgrammeContent programme } version) return null;
        var forChildren = file.Identity!.Participants.Contains(ParticipantKind.Barn);
        return new(version.Number, version.Revision, programme, ProgrammeFigures.Of(programme),
            [.. ProgrammeFindings.Of(programme, forChildren).Concat(CourseThemes.Findings(file.Course?.Kind, programme)).Select(ProgrammeFindingView.Of)]);
    }
}

public sealed record ProgrammeFindingView(FindingWeight Weight, string Code, string Nb, string Nn, int? Samling, int? Item)
{
    public static ProgrammeFindingView Of(ProgrammeFinding finding) =>
        new(finding.Weight, finding.Reason.Code, finding.Reason.Sentence.Nb, finding.Reason.Sentence.Nn, finding.Samling, finding.Item);
}

/// <summary>The budget with its sums against the anchored frame (R70–R73).</summary>
public sealed record BudgetView(int Version, int Revision, BudgetContent Budget, BudgetFigures Figures)
{
    public static BudgetView? Of(CaseFile file) => file.Documents.Latest(DocumentKind.D14) is { Content: BudgetContent budget } version
        ? new(version.Number, version.Revision, budget, BudgetFigures.Of(budget, file.Anchorings))
        : null;
}
