using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Findings gathered while a file is read.</summary>
sealed class FindingList
{
    const int Most = 200;

    readonly List<Finding> findings = [];

    public bool HasErrors { get; private set; }

    public IReadOnlyList<Finding> All => findings;

    public void Add(Finding finding)
    {
        HasErrors |= finding.Severity == Severity.Error;
        if (findings.Count < Most) findings.Add(finding);
    }

    public void Error(XElement where, string nb, string nn) => Add(new(Severity.Error, where.Id(), where.Line(), new Words(nb, nn)));

    public void Error(ProcessElement where, string nb, string nn) => Add(new(Severity.Error, where.Id, where.Line, new Words(nb, nn)));

    public void Error(SequenceFlow where, string nb, string nn) => Add(new(Severity.Error, where.Id, where.Line, new Words(nb, nn)));

    public void Warning(XElement where, string nb, string nn) => Add(new(Severity.Warning, where.Id(), where.Line(), new Words(nb, nn)));
}
