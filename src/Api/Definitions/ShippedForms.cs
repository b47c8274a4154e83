using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>Document forms beside the definitions: form-js JSON, one file for each kind of document.</summary>
static class ShippedForms
{
    /// <summary>The forms in the folder, each read once to know that it can be.</summary>
    public static IEnumerable<(DocumentKind Kind, byte[] Bytes)> In(string folder)
    {
        var forms = Path.Combine(folder, "forms");
        if (!System.IO.Directory.Exists(forms)) yield break;
        foreach (var file in System.IO.Directory.GetFiles(forms, "*.form").Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            yield return (Read(Path.GetFileName(file), bytes).Kind, bytes);
        }
    }

    public static FormCatalogue Catalogue(IEnumerable<byte[]> forms) =>
        FormCatalogueReader.Read(forms.Select((bytes, at) => KeyValuePair.Create($"{at}", new ReadOnlyMemory<byte>(bytes)))).Forms;

    static FormDefinition Read(string name, byte[] bytes)
    {
        var reading = FormReader.Read(bytes);
        return reading.Form ?? throw new CannotStartException(
            $"Skjemaet «{name}» kan ikke brukes:\n" + string.Join('\n', reading.Findings.Select(finding => $"  {finding.ElementId}: {finding.Sentence.Nb}")));
    }
}
