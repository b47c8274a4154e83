using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>
/// Each check has a folder of drawings in its name. In an invalid one the element that is wrong is called <c>feil</c>, and is all the check finds; in a valid one it finds nothing.
/// </summary>
static class CheckDrawings
{
    static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Checks");

    /// <summary>Of the documents the drawings name, D01 has a form, D03 has one that lacks nynorsk, and others have none.</summary>
    static readonly FormCatalogue Forms = new(ImmutableDictionary<DocumentKind, FormDefinition>.Empty
        .Add(DocumentKind.D01, Form(DocumentKind.D01, new("Spørsmål", "Spørsmål")))
        .Add(DocumentKind.D03, Form(DocumentKind.D03, new("Spørsmål", ""))));

    public static IEnumerable<string> Named(string prefix, string check = "") =>
        !Directory.Exists(Path.Combine(Root, check)) ? []
        : Directory.EnumerateFiles(Path.Combine(Root, check), prefix + "*.bpmn", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Root, path));

    /// <summary>What the check the drawing is for says of it.</summary>
    public static ImmutableArray<Finding> Found(string path)
    {
        var check = path.Split(Path.DirectorySeparatorChar)[0];
        return [.. CheckRun.Of(CaseWorkflow.Read(Bytes(path)), Forms).Where(finding => finding.Check == check)];
    }

    public static Finding Single(string path) => Found(path + ".bpmn").Should().ContainSingle().Subject;

    static FormDefinition Form(DocumentKind kind, Words label) =>
        new(kind, new("Skjema", "Skjema"), [new("felt", label, null, FieldType.Text, Required: true, WrittenBy: null, [], null)]);
}
