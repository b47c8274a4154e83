using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A question as an administrator writes it.</summary>
/// <param name="Least">Of a number: the least that may be answered.</param>
/// <param name="Most">Of a number: the most that may be answered.</param>
/// <param name="Answers">What there is to choose between, where the type is a choice.</param>
public sealed record FormQuestion(
    FieldType Type, Words Label, Words? Help = null, bool Required = false, decimal? Least = null, decimal? Most = null, ImmutableArray<FormAnswer>? Answers = null)
{
    public const int LongestLabel = 300;
    public const int LongestHelp = 2000;

    /// <summary>What a component has because of its type.</summary>
    static readonly string[] OfOneType = ["values", "subtype", "dateLabel", "components", "path", "isRepeating", "allowAddRemove", "defaultRepetitions"];

    internal IEnumerable<Refusal> Unmet() =>
    [
        .. Texts.Unmet(Label, "label", LongestLabel),
        .. Help is { } help ? Texts.Unmet(help, "help", LongestHelp) : [],
        .. Least > Most ? [new LimitsAreSwapped()] : Array.Empty<Refusal>(),
        .. Type is FieldType.Choice or FieldType.Choices ? UnmetAnswers() : [],
    ];

    IEnumerable<Refusal> UnmetAnswers()
    {
        if (Answers is not { IsDefaultOrEmpty: false } answers) return [new AnswersMissing()];
        return answers.SelectMany(answer => Texts.Unmet(answer.Label, AnswersMissing.Field, LongestLabel)).Take(1);
    }

    /// <summary>Writes it into the component. What the file says besides stays, but for what only the old type needed.</summary>
    internal void Into(JsonObject component, bool isNew)
    {
        if (isNew || Components.TypeOf(component) != Type) Become(component);
        // form-js calls a date by its own label; a file may hold either
        if (Type != FieldType.Date || component.ContainsKey("label")) component["label"] = Label.Nb;
        if (component.ContainsKey("dateLabel")) component["dateLabel"] = Label.Nb;
        component.Set("properties", "labelNn", Label.Nn);
        component.Set("description", Help?.Nb);
        component.Set("properties", "descriptionNn", Help?.Nn);
        component.Set("validate", "required", Required ? true : null);
        if (Type == FieldType.Number)
        {
            component.Set("validate", "min", Least);
            component.Set("validate", "max", Most);
        }

        if (Type is FieldType.Choice or FieldType.Choices) component["values"] = Values(component["values"] as JsonArray);
    }

    void Become(JsonObject component)
    {
        var key = FormPlace.Name(component);
        foreach (var name in OfOneType) component.Remove(name);
        component["key"] = key;
        foreach (var name in new[] { "min", "max" }) component.Set("validate", name, null);
        component.Set("properties", "lms:type", null);
        component["type"] = Components.NameOf(Type);
        if (Type == FieldType.Rows) BecomeList(component, key);
        if (Type != FieldType.Date) return;
        component["subtype"] = "date";
        component.Remove("label");
        component["dateLabel"] = Label.Nb;
    }

    /// <summary>A list is named by its path, and begins with one thing to fill in, called as the list is.</summary>
    void BecomeList(JsonObject component, string? key)
    {
        component.Remove("key");
        component["path"] = key;
        component["isRepeating"] = true;
        component["allowAddRemove"] = true;
        component["defaultRepetitions"] = 1;
        component["components"] = new JsonArray(AddQuestion.New(KeyNames.Of(Label.Nb), new(FieldType.Text, Label)));
    }

    /// <summary>An answer that was there keeps its value, which stands in cases, and whatever else the file says of it.</summary>
    JsonArray Values(JsonArray? before)
    {
        var taken = Answers!.Value.Select(answer => answer.Value).ToHashSet();
        var values = new JsonArray();
        foreach (var answer in Answers.Value)
        {
            var value = answer.Value ?? KeyNames.Fresh(KeyNames.Of(answer.Label.Nb), taken);
            taken.Add(value);
            var known = before?.OfType<JsonObject>().FirstOrDefault(old => old.Text("value") == answer.Value)?.DeepClone() as JsonObject ?? [];
            known["label"] = answer.Label.Nb;
            known["value"] = value;
            known["labelNn"] = answer.Label.Nn;
            values.Add(known);
        }

        return values;
    }
}

/// <param name="Value">What is stored when it is chosen; null: a new answer, which gets one.</param>
public sealed record FormAnswer(string? Value, Words Label);

static class Texts
{
    public static IEnumerable<Refusal> Unmet(Words words, string field, int longest)
    {
        if (string.IsNullOrWhiteSpace(words.Nb)) yield return new TextInOneFormOnly(field == AnswersMissing.Field ? field : field + "Nb");
        else if (string.IsNullOrWhiteSpace(words.Nn)) yield return new TextInOneFormOnly(field == AnswersMissing.Field ? field : field + "Nn");
        if (Math.Max(words.Nb.Length, words.Nn.Length) > longest) yield return new TextIsTooLong(field == AnswersMissing.Field ? field : field + "Nb", longest);
    }
}
