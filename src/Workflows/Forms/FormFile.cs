using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>One parsed form file on its way to a <see cref="FormDefinition"/>.</summary>
sealed partial class FormFile(FindingList findings)
{
    const int MostFields = 200;
    const int MostOptions = 100;
    const int MostColumns = 12;
    readonly ImmutableArray<FieldDefinition>.Builder fields = ImmutableArray.CreateBuilder<FieldDefinition>();
    readonly HashSet<string> keys = [];
    Words? intro;

    public FormDefinition? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || root.Text("type") != "default")
        {
            Error(null, "Filen er ikke et skjema. Last opp skjemafilen (JSON), slik den er tatt ut herfra eller fra form-js.", "Fila er ikkje eit skjema. Last opp skjemafila (JSON), slik ho er teken ut herifrå eller frå form-js.");
            return null;
        }

        var kind = Kind(root);
        var title = BothForms(root.Part("properties")?.Text("title"), root.Part("properties")?.Text("titleNn"), null);
        Components(root, section: null);
        return kind is { } known && title is not null ? new(known, title, fields.ToImmutable(), intro) : null;
    }

    DocumentKind? Kind(JsonElement root)
    {
        var id = root.Text("id");
        if (id is { Length: 3 } && Enum.TryParse<DocumentKind>(id, out var kind) && Enum.IsDefined(kind)) return kind;
        Error(null, "Skjemaet sier ikke hvilket dokument det gjelder, D01 til D25. Velg dokumentet.", "Skjemaet seier ikkje kva dokument det gjeld, D01 til D25. Vel dokumentet.");
        return null;
    }

    void Components(JsonElement parent, Words? section)
    {
        if (parent.Part("components") is not { ValueKind: JsonValueKind.Array } components)
        {
            Error(parent.Text("id"), "Skjemaet eller gruppen mangler felt. Legg til minst ett felt.", "Skjemaet eller gruppa manglar felt. Legg til minst eitt felt.");
            return;
        }

        foreach (var component in components.EnumerateArray()) Component(component, section);
    }

    void Component(JsonElement component, Words? section)
    {
        var (id, type) = component.ValueKind == JsonValueKind.Object ? (component.Text("key") ?? component.Text("id"), component.Text("type")) : (null, null);
        switch (type)
        {
            case "group":
                Components(component, BothForms(component.Text("label"), component.Property("labelNn"), id));
                break;
            case "text":
                Text(component, id);
                break;
            case not null when TypeOf(component, type) is { } fieldType:
                Field(component, fieldType, section);
                break;
            default:
                Error(id, "Komponenten har en type skjemaet ikke støtter. Bruk tekst, tall, dato, valg, avkrysning, liste eller gruppe.",
                    "Komponenten har ein type skjemaet ikkje støttar. Bruk tekst, tal, dato, val, avkryssing, liste eller gruppe.");
                break;
        }
    }

    static FieldType? TypeOf(JsonElement component, string type) => Workflows.Components.TypeOf(type, component.Text("subtype"), component.Property("lms:type"));

    void Text(JsonElement component, string? id)
    {
        var words = BothForms(component.Text("text"), component.Property("textNn"), id);
        intro = intro is null || words is null ? intro ?? words : new($"{intro.Nb}\n{words.Nb}", $"{intro.Nn}\n{words.Nn}");
    }

    void Field(JsonElement component, FieldType type, Words? section)
    {
        if (Definition(component, type, section, keys) is { } field && keys.Count <= MostFields) fields.Add(field);
        if (keys.Count > MostFields) Error(component.Text("key"), "Skjemaet har for mange felt. Del det opp.", "Skjemaet har for mange felt. Del det opp.");
    }

    FieldDefinition? Definition(JsonElement component, FieldType type, Words? section, HashSet<string> known)
    {
        var key = component.Text("key") ?? (type == FieldType.Rows ? component.Text("path") : null);
        if (key is null || !KeyPattern().IsMatch(key))
        {
            Error(component.Text("id"), "Feltet mangler nøkkel. Bruk små bokstaver a–z, tall og understrek.", "Feltet manglar nøkkel. Bruk små bokstavar a–z, tal og understrek.");
            return null;
        }

        if (!known.Add(key)) Error(key, "To felt har samme nøkkel. Gi dem hver sin.", "To felt har same nøkkel. Gi dei kvar sin.");
        var label = BothForms(component.Text("label") ?? component.Text("dateLabel"), component.Property("labelNn"), key);
        var help = component.Text("description") is { Length: > 0 } description ? BothForms(description, component.Property("descriptionNn"), key) : null;
        var options = type is FieldType.Choice or FieldType.Choices ? Options(component, key) : [];
        var (least, most) = type == FieldType.Number ? Limits(component, key) : default;
        var columns = type == FieldType.Rows ? Columns(component, key) : [];
        return label is null ? null : new(key, label, help, type, Required(component), WrittenBy(component, key), options, section) { Least = least, Most = most, Columns = columns };
    }

    /// <summary>What is asked in each row: fields only, and no list in a list.</summary>
    ImmutableArray<FieldDefinition> Columns(JsonElement list, string key)
    {
        if (list.Part("components") is not { ValueKind: JsonValueKind.Array } components || components.GetArrayLength() is 0 or > MostColumns)
        {
            Error(key, $"Listen mangler noe å fylle ut i hver rad, eller har mer enn {MostColumns} ting.", $"Lista manglar noko å fylle ut i kvar rad, eller har meir enn {MostColumns} ting.");
            return [];
        }

        var known = new HashSet<string>();
        return [.. components.EnumerateArray().Select(component => Column(component, key, known)).OfType<FieldDefinition>()];
    }

    FieldDefinition? Column(JsonElement component, string list, HashSet<string> known)
    {
        if (component.ValueKind == JsonValueKind.Object && component.Text("type") is { } type && TypeOf(component, type) is { } fieldType and not FieldType.Rows)
        {
            if (component.Property("lms:writtenBy") is null) return Definition(component, fieldType, null, known);
            Error(list, "Én side kan eie en hel liste, ikke en del av hver rad. Velg hvem som skriver, på hele listen.", "Éi side kan eige ei heil liste, ikkje ein del av kvar rad. Vel kven som skriv, på heile lista.");
            return null;
        }

        Error(list, "I en liste kan hver rad bare ha tekst, tall, dato, valg og avkrysning.", "I ei liste kan kvar rad berre ha tekst, tal, dato, val og avkryssing.");
        return null;
    }

    (decimal? Least, decimal? Most) Limits(JsonElement component, string key)
    {
        var (least, most) = (Limit(component, "min", key), Limit(component, "max", key));
        if (least > most) Error(key, "Det minste tallet er større enn det største. Bytt dem.", "Det minste talet er større enn det største. Byt dei.");
        return (least, most);
    }

    decimal? Limit(JsonElement component, string name, string key)
    {
        if (component.Part("validate")?.Part(name) is not { ValueKind: not JsonValueKind.Null } limit) return null;
        if (limit.ValueKind == JsonValueKind.Number && limit.TryGetDecimal(out var number)) return number;
        Error(key, "Grensen for tallet er ikke et tall. Skriv for eksempel 12.", "Grensa for talet er ikkje eit tal. Skriv til dømes 12.");
        return null;
    }

    ImmutableArray<FieldOption> Options(JsonElement component, string key)
    {
        if (component.Part("values") is not { ValueKind: JsonValueKind.Array } values || values.GetArrayLength() is 0 or > MostOptions)
        {
            Error(key, "Feltet mangler svar å velge mellom, eller har for mange. Skriv dem, ett på hver linje.", "Feltet manglar svar å velje mellom, eller har for mange. Skriv dei, eitt på kvar linje.");
            return [];
        }

        ImmutableArray<FieldOption> options = [.. values.EnumerateArray().Select(value => Option(value, key)).OfType<FieldOption>()];
        if (options.DistinctBy(option => option.Value).Count() < options.Length) Error(key, "To svar har samme verdi. Gi dem hver sin.", "To svar har same verdi. Gi dei kvar sin.");
        return options;
    }

    FieldOption? Option(JsonElement value, string key)
    {
        if (value.ValueKind != JsonValueKind.Object || value.Text("value") is not { Length: > 0 } stored)
        {
            Error(key, "Et svar mangler verdi. Skriv den, eller ta svaret bort.", "Eit svar manglar verdi. Skriv han, eller ta svaret bort.");
            return null;
        }

        return BothForms(value.Text("label"), value.Text("labelNn"), key) is { } label ? new(stored, label) : null;
    }

    static bool Required(JsonElement component) => component.Part("validate")?.Part("required") is { ValueKind: JsonValueKind.True };

    Side? WrittenBy(JsonElement component, string key)
    {
        if (component.Property("lms:writtenBy") is not { } writer) return null;
        if (Enum.TryParse<Side>(writer, out var side) && Enum.IsDefined(side) && !char.IsAsciiDigit(writer[0])) return side;
        Error(key, "Hvem som skriver feltet, må være fagsiden eller brukersiden. Velg på nytt.", "Kven som skriv feltet, må vere fagsida eller brukarsida. Vel på nytt.");
        return null;
    }

    /// <summary>R179, N15: bokmål and nynorsk are published together.</summary>
    Words? BothForms(string? nb, string? nn, string? id)
    {
        if (!string.IsNullOrWhiteSpace(nb) && !string.IsNullOrWhiteSpace(nn)) return new(nb, nn);
        Error(id, "En tekst mangler på bokmål eller nynorsk. Skriv begge.", "Ein tekst manglar på bokmål eller nynorsk. Skriv begge.");
        return null;
    }

    void Error(string? id, string nb, string nn) => findings.Add(new("forms", Severity.Error, id, 0, new(nb, nn)));

    [GeneratedRegex("^[a-z][a-z0-9_]{0,59}$")]
    private static partial Regex KeyPattern();
}

static class JsonParts
{
    public static JsonElement? Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>One of the component's own properties, as a modeller keeps them.</summary>
    public static string? Property(this JsonElement component, string name) => component.Part("properties")?.Text(name);
}
