using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Where in a drawing something is.</summary>
readonly record struct Place(string? Id, int Line)
{
    public static Place Of(ProcessElement element) => new(element.Id, element.Line);

    public static Place Of(SequenceFlow flow) => new(flow.Id, flow.Line);

    public static Place Of(ProcessModel process) => new(process.Id.Length > 0 ? process.Id : null, process.Line);

    /// <summary>Of a sub-process, or of the process itself.</summary>
    public static Place Of(ProcessElement? scope, ProcessModel process) => scope is null ? Of(process) : Of(scope);
}

/// <summary>The only thing a check can do: say what it found.</summary>
/// <param name="runs">The process is meant to be run here.</param>
sealed class Reporter(string check, bool runs)
{
    /// <summary>More of the same than this helps nobody. Each severity is counted by itself, so that no error is lost among advice.</summary>
    public const int MostOfEach = 100;

    readonly List<Finding> findings = [];
    readonly int[] counts = new int[2];

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Wrong in any drawing: BPMN itself forbids it, or nothing sensible can come of it.</summary>
    public void Wrong(Place at, Words sentence, QuickFix? mend = null) => Add(Severity.Error, at, sentence, mend);

    /// <summary>Keeps the drawing from being run. In one that is not meant to be run it is only advice.</summary>
    public void Refuse(Place at, Words sentence, QuickFix? mend = null) => Add(runs ? Severity.Error : Severity.Warning, at, sentence, mend);

    /// <summary>Runs as drawn, but is easily read as something else.</summary>
    public void Advise(Place at, Words sentence, QuickFix? mend = null) => Add(Severity.Warning, at, sentence, mend);

    void Add(Severity severity, Place at, Words sentence, QuickFix? mend)
    {
        if (counts[(int)severity]++ < MostOfEach) findings.Add(new(check, severity, at.Id, at.Line, sentence) { Mend = mend, Fix = mend?.Told });
    }
}

/// <summary>What an element is called in a sentence.</summary>
static class Called
{
    const int Longest = 80;

    public static string Nb(this ProcessElement element) => Quoted(element.Name.Nb, element.Id);

    public static string Nn(this ProcessElement element) => Quoted(element.Name.Nn, element.Id);

    public static string Nb(this SequenceFlow flow) => Quoted(flow.Name.Nb, flow.Id);

    public static string Nn(this SequenceFlow flow) => Quoted(flow.Name.Nn, flow.Id);

    public static string Nb(ProcessElement? scope, ProcessModel process) => scope?.Nb() ?? Quoted(process.Name.Nb, process.Id);

    public static string Nn(ProcessElement? scope, ProcessModel process) => scope?.Nn() ?? Quoted(process.Name.Nn, process.Id);

    public static string Quoted(string? name, string? id)
    {
        var said = !string.IsNullOrWhiteSpace(name) ? name.Trim() : id ?? "?";
        return $"«{(said.Length > Longest ? said[..Longest] + "…" : said)}»";
    }
}
