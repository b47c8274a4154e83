using System.Diagnostics;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>
/// <c>lms verify FILE.bpmn [--forms FOLDER] [--json]</c>: judges any BPMN file, without a database, with the forms in the folder, or those that come with the product. Exit code 0: no errors; 1: errors; 2: the file cannot be read.
/// With <c>--json</c> exactly one object on standard output.
/// </summary>
public static class VerifyCommand
{
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var named = Array.IndexOf(args, "--forms") is >= 0 and var at ? at + 1 : -1;
        string[] rest = named < 0 ? args : [.. args[..(named - 1)], .. args.Skip(named + 1)];
        if (rest.FirstOrDefault(arg => !arg.StartsWith('-')) is not { } file || rest.Any(arg => arg.StartsWith('-') && arg != "--json") || FormsIn(named < 0 ? null : args.ElementAtOrDefault(named) ?? "") is not { } forms)
        {
            await errors.WriteLineAsync("Bruk: verify FIL.bpmn [--forms MAPPE] [--json]");
            return 64;
        }

        var xml = await Read(file, ct);
        if (xml is null) await errors.WriteLineAsync($"«{file}» finnes ikke eller kan ikke leses.");
        var watch = Stopwatch.StartNew();
        var verification = DefinitionVerifier.Verify(xml, forms, enough: ct);
        var view = VerificationView.Of(file, verification, watch.Elapsed);
        await output.WriteLineAsync(args.Contains("--json") ? JsonSerializer.Serialize(view, ApiJson.Writing) : Told(view));
        return !verification.IsReadable ? 2 : verification.Findings.Any(finding => finding.Severity == Severity.Error) ? 1 : 0;
    }

    /// <summary>Null when there is no such folder.</summary>
    static FormCatalogue? FormsIn(string? folder) =>
        folder is null ? ShippedForms.WithTheProduct : System.IO.Directory.Exists(folder) ? ShippedForms.Catalogue(System.IO.Directory.GetFiles(folder, "*.form").Select(File.ReadAllBytes)) : null;

    static async Task<byte[]?> Read(string file, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    static string Told(VerificationView view)
    {
        var lines = new List<string> { $"{view.File}: {(view.Executable ? "kan kjøres" : "kan ikke kjøres her")}. {view.States} tilstander på {view.Milliseconds} ms." };
        foreach (var (name, property) in Named(view.Properties))
        {
            lines.Add($"  {name,-48} {property.Holds switch { true => "ja", false => "NEI", null => "–" }}");
            if (!property.Elements.IsEmpty) lines.Add($"      hvor: {string.Join(", ", property.Elements)}");
            if (!property.CounterExample.IsEmpty) lines.Add($"      vei: {string.Join(" → ", property.CounterExample)}");
        }

        lines.AddRange(view.Findings.Select(finding => $"  {(finding.Severity == "error" ? "feil" : "råd"),-5} {finding.Check}{(finding.Element is { } element ? $" ved {element}" : "")}{(finding.Line > 0 ? $", linje {finding.Line}" : "")}: {finding.Message.Nb}"));
        return string.Join('\n', lines);
    }

    static IEnumerable<(string, PropertyView)> Named(PropertiesView properties) =>
    [
        ("aldri to på samme sted (safeness)", properties.Safeness), ("kan alltid bli ferdig (option to complete)", properties.OptionToComplete),
        ("blir ordentlig ferdig (proper completion)", properties.ProperCompletion), ("alt kan bli gjort (no dead activities)", properties.NoDeadActivities),
        ("medvirkning på alle veier (participation)", properties.Participation), ("noen til alt (staffable)", properties.Staffable),
    ];
}
