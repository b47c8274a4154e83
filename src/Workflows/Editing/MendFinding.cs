using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Does what a finding offers, by the finding's own name: the check that found it, and where.</summary>
/// <param name="Element">Null where the finding is of the file as a whole.</param>
public sealed record MendFinding(string Check, string? Element = null) : DrawingEdit
{
    internal override string At => Element ?? "";

    internal override Refusal? Apply(DrawingXml drawing)
    {
        var findings = CheckRun.Of(CaseWorkflow.Read(drawing.Write()));
        return findings.FirstOrDefault(finding => finding.Check == Check && finding.ElementId == Element && finding.Mend is not null) is { Mend: { } fix } ? new MendDrawing(fix).Apply(drawing) : new NothingToMend();
    }
}
