using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Reads the form files of a process definition into one catalogue. Two files for one document are an error; the first is kept.</summary>
public static class FormCatalogueReader
{
    public static CatalogueReading Read(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files)
    {
        var forms = ImmutableDictionary.CreateBuilder<DocumentKind, FormDefinition>();
        var findings = ImmutableArray.CreateBuilder<FileFinding>();
        foreach (var (name, json) in files)
        {
            var reading = FormReader.Read(json);
            findings.AddRange(reading.Findings.Select(finding => new FileFinding(name, finding)));
            if (reading.Form is { } form && !forms.TryAdd(form.Kind, form)) findings.Add(new(name, Twice(form.Kind)));
        }

        return new(new(forms.ToImmutable()), findings.ToImmutable());
    }

    static Finding Twice(DocumentKind kind) => new("forms", Severity.Error, kind.ToString(), 0, new(
        $"Det finnes allerede et skjema for {kind}. Fjern det ene.", $"Det finst alt eit skjema for {kind}. Fjern det eine."));
}
