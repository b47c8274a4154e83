using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Every check on every process of a file. A process that nobody means to run here gets the general checks only, and what merely keeps it from being run is advice.
/// Never throws for what a file contains.
/// </summary>
public static class CheckRun
{
    /// <param name="forms">The forms the definition is published with; null when nobody knows them.</param>
    public static ImmutableArray<Finding> Of(BpmnModel model, FormCatalogue? forms = null) =>
        [.. model.Processes.SelectMany(process => Of(process, forms, Runs(model, process)))];

    /// <summary>What the reader found, and then what the checks find beside it.</summary>
    public static ImmutableArray<Finding> Of(ReadResult read, FormCatalogue? forms = null)
    {
        if (read.Model is not { } model) return read.Findings;
        var first = read.Findings.Select(finding => model.IsMeantToRun ? finding : finding with { Severity = Severity.Warning });
        return [.. first.Concat(Of(model, forms)).DistinctBy(finding => (finding.Check, finding.ElementId, finding.Sentence))];
    }

    /// <summary>What keeps a token from running in it. The reader asks this of the process that would drive cases.</summary>
    internal static IEnumerable<Finding> BeforeRunning(ProcessModel process) =>
        Of(process, AllChecks.List.Where(check => check.BeforeRunning), null, runs: true);

    static bool Runs(BpmnModel model, ProcessModel process) => model.IsMeantToRun && (process == model.Driving || process.IsExecutable);

    static IEnumerable<Finding> Of(ProcessModel process, FormCatalogue? forms, bool runs) =>
        Of(process, AllChecks.List.Where(check => runs || check.Drawings == CheckedDrawings.All), forms, runs);

    static IEnumerable<Finding> Of(ProcessModel process, IEnumerable<Check> checks, FormCatalogue? forms, bool runs)
    {
        var seen = new CheckedProcess(process, forms);
        foreach (var check in checks)
        {
            var report = new Reporter(check.Name, runs);
            check.Look(seen, report);
            foreach (var finding in report.Findings) yield return finding;
        }
    }
}
