using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>Templates beside the definitions, one JSON file for each (docs/administrator/maler.md). Read once, when the host starts; a case keeps what it started with.</summary>
public sealed class ShippedTemplates
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new Choices(), new ArraysWithoutNulls() },
    };

    readonly FrozenDictionary<string, CaseTemplate> byDefinition;

    ShippedTemplates(IEnumerable<CaseTemplate> templates) => byDefinition = templates.ToFrozenDictionary(template => template.Definition);

    public CaseTemplate? Find(string definition) => byDefinition.GetValueOrDefault(definition);

    public static ShippedTemplates In(string folder)
    {
        var templates = Path.Combine(folder, "templates");
        return new(System.IO.Directory.Exists(templates) ? System.IO.Directory.GetFiles(templates, "*.json").Order(StringComparer.Ordinal).Select(Read) : []);
    }

    static CaseTemplate Read(string file)
    {
        try
        {
            var template = JsonSerializer.Deserialize<CaseTemplate>(File.ReadAllBytes(file), Options) ?? throw new JsonException("tom fil");
            return Fault(template) is { } fault ? throw new JsonException(fault) : template;
        }
        catch (JsonException bad)
        {
            throw new CannotStartException($"Malen «{Path.GetFileName(file)}» kan ikke brukes: {bad.Message}");
        }
    }

    /// <summary>A template speaks of forms and agenda topics by their keys; one that does not exist would silently propose nothing.</summary>
    static string? Fault(CaseTemplate template) => template switch
    {
        { Evaluation: { } forms } when EvaluationForms.Named(forms.Form) is null || forms.Parents is not null && EvaluationForms.Named(forms.Parents) is null => "ukjent evalueringsskjema",
        _ when template.Agendas.SelectMany(agenda => agenda.Topics).FirstOrDefault(topic => AgendaTemplates.Title(topic) is null) is { } topic => $"ukjent sak på sakslisten: {topic}",
        { Group: { } group } when group.Fewest > group.Most => "gruppestørrelsen er snudd",
        _ => null,
    };
}
