using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>Document forms beside the definitions: form-js JSON, one file for each kind of document.</summary>
static class ShippedForms
{
    public static ImmutableArray<FormFile> Files(string folder)
    {
        var forms = Path.Combine(folder, "forms");
        return System.IO.Directory.Exists(forms)
            ? [.. System.IO.Directory.GetFiles(forms, "*.form").Order(StringComparer.Ordinal).Select(file => new FormFile(Path.GetFileName(file), File.ReadAllBytes(file)))]
            : [];
    }

    /// <summary>Throws <see cref="CannotStartException"/> where the file is no form of ours.</summary>
    public static DocumentKind Kind(FormFile file) => Read(file.Name, file.Bytes).Kind;

    /// <summary>The file that comes with the product for a document.</summary>
    public static byte[]? Of(DocumentKind kind) => Files(ShippedDefinitions.Folder).FirstOrDefault(file => Path.GetFileNameWithoutExtension(file.Name) == kind.ToString())?.Bytes;

    /// <summary>What a drawing that nobody has saved yet is judged with, read once.</summary>
    public static FormCatalogue WithTheProduct => withTheProduct.Value;

    static readonly Lazy<FormCatalogue> withTheProduct = new(() => Catalogue(Files(ShippedDefinitions.Folder).Select(form => form.Bytes)));

    public static FormCatalogue Catalogue(IEnumerable<byte[]> forms) =>
        FormCatalogueReader.Read(forms.Select((bytes, at) => KeyValuePair.Create($"{at}", new ReadOnlyMemory<byte>(bytes)))).Forms;

    static FormDefinition Read(string name, byte[] bytes)
    {
        var reading = FormReader.Read(bytes);
        return reading.Form ?? throw new CannotStartException(
            $"Skjemaet «{name}» kan ikke brukes:\n" + string.Join('\n', reading.Findings.Select(finding => $"  {finding.ElementId}: {finding.Sentence.Nb}")));
    }
}

sealed record FormFile(string Name, byte[] Bytes);
