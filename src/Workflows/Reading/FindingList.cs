using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Findings gathered while a file is read.</summary>
sealed class FindingList
{
    const int Most = 200;

    readonly List<Finding> findings = [];

    public bool HasErrors { get; private set; }

    /// <summary>The file could not be read whole, so nothing more can be said of it.</summary>
    public bool IsBroken { get; private set; }

    public IReadOnlyList<Finding> All => findings;

    public void Add(Finding finding)
    {
        HasErrors |= finding.Severity == Severity.Error;
        if (findings.Count < Most) findings.Add(finding);
    }

    public void AddAll(FindingList other)
    {
        IsBroken |= other.IsBroken;
        AddAll(other.findings);
    }

    public void AddAll(IEnumerable<Finding> others)
    {
        foreach (var finding in others) Add(finding);
    }

    /// <summary>What makes the file unreadable as a whole: an id used twice, a reference that leads nowhere.</summary>
    public void Broken(string check, XElement where, string nb, string nn)
    {
        IsBroken = true;
        Error(check, where, nb, nn);
    }

    public void Error(string check, XElement where, string nb, string nn) => Add(new(check, Severity.Error, where.Id(), where.Line(), new Words(nb, nn)));

    public void Broken(string check, ProcessElement where, string nb, string nn)
    {
        IsBroken = true;
        Error(check, where, nb, nn);
    }

    public void Error(string check, ProcessElement where, string nb, string nn) => Add(new(check, Severity.Error, where.Id, where.Line, new Words(nb, nn)));

    public void Error(string check, SequenceFlow where, string nb, string nn) => Add(new(check, Severity.Error, where.Id, where.Line, new Words(nb, nn)));
}
