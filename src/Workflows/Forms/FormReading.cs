using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What came out of a form file. A form with an error is not used.</summary>
public sealed record FormReading(FormDefinition? Form, ImmutableArray<Finding> Findings);

/// <summary>The forms of several files, and what is wrong with them, by file name.</summary>
public sealed record CatalogueReading(FormCatalogue Forms, ImmutableArray<FileFinding> Findings)
{
    public bool HasErrors => Findings.Any(finding => finding.Finding.Severity == Severity.Error);
}

public sealed record FileFinding(string File, Finding Finding);
