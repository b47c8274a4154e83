using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>Document forms beside the definitions: form-js JSON, one file for each kind of document.</summary>
static class ShippedForms
{
    public static IEnumerable<(DocumentKind Kind, byte[] Bytes)> In(string folder) => [];

    public static FormDefinition Read(DocumentKind kind, byte[] bytes) => new(kind, Words.Same(kind.ToString()), []);

    public static FormCatalogue Catalogue(IEnumerable<FormDefinition> forms) => new(forms.ToImmutableDictionary(form => form.Kind));
}
