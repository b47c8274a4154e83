using System.Text;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Drawings lie in folders named after the element they show. In an invalid one, the element that is wrong is called <c>feil</c>.</summary>
static class Drawing
{
    static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Drawings");

    /// <summary>What test drawings may speak of.</summary>
    public static ProcessVocabulary Vocabulary { get; } = new(
        name => name switch
        {
            "ferdig" or "omigjen" => FeelType.Boolean,
            "tall" => FeelType.Number,
            "navn" => FeelType.String,
            "frist" => FeelType.Date,
            "lengde" => FeelType.Duration,
            _ => null,
        },
        new Dictionary<string, bool> { ["gjor"] = false, ["passGate"] = true });

    public static IEnumerable<string> Named(string prefix) =>
        Directory.EnumerateFiles(Root, prefix + "*.bpmn", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)).Order();

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Root, path.EndsWith(".bpmn", StringComparison.Ordinal) ? path : path + ".bpmn"));

    public static ProcessDefinition Read(string path) =>
        BpmnReader.Read(Bytes(path), Vocabulary).Definition ?? throw new InvalidOperationException($"{path} is not executable");

    /// <summary>With what it calls, from the folder <c>called</c>.</summary>
    public static ProcessDefinition Bound(ProcessDefinition definition) =>
        DefinitionBinder.Bind(definition, site => Called(site.Definition)).Definition ?? throw new InvalidOperationException($"{definition.Id} cannot be bound");

    public static ProcessDefinition? Called(string id) => File.Exists(Path.Combine(Root, "called", id + ".bpmn")) ? Read("called/" + id) : null;

    public static ReadResult Text(string xml) => BpmnReader.Read(Encoding.UTF8.GetBytes(xml), Vocabulary);

    /// <summary>Names of all definitions the product ships.</summary>
    public static IEnumerable<string> AllShipped() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Definitions"), "*.bpmn").Select(file => Path.GetFileNameWithoutExtension(file)).Order();

    /// <summary>A definition the product ships.</summary>
    public static byte[] Shipped(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Definitions", name + ".bpmn"));
}
