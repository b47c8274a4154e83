using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using LmsWorkflow.Domain;
using Microsoft.Extensions.Primitives;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>
/// A posted form as a request: fields are named as the request's members. What cannot be read becomes a refusal that names the field; nothing typed is guessed at.
/// </summary>
sealed class FormBinder(IReadOnlyDictionary<string, StringValues> form)
{
    static readonly NullabilityInfoContext Nullability = new();
    readonly ImmutableArray<Refusal>.Builder faults = ImmutableArray.CreateBuilder<Refusal>();

    public ImmutableArray<Refusal> Faults => [.. faults];

    /// <summary>The request, or null with <see cref="Faults"/>.</summary>
    public CaseRequest? Request(Type type)
    {
        var value = Record(type, "");
        return faults.Count == 0 ? (CaseRequest)value! : null;
    }

    /// <summary>A record that is part of a request; meaningless unless <see cref="Faults"/> is empty.</summary>
    public object? Value(Type type) => Record(type, "");

    public string Text(string name) => form.TryGetValue(name, out var values) && values.Count > 0 ? Clean(values[^1] ?? "") : "";

    /// <summary>Whole characters without control characters but line breaks and tabs: what a database, a log and a screen can all hold.</summary>
    public static string Clean(string text)
    {
        var plain = text.ReplaceLineEndings("\n");
        return plain.All(c => !char.IsControl(c) || c is '\n' or '\t') ? plain : string.Concat(plain.Where(c => !char.IsControl(c) || c is '\n' or '\t'));
    }

    public WrittenText Written(string name) => new(Text(name), WrittenTextFromString.FreshSalt());

    object? Record(Type type, string prefix)
    {
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Member(parameter, prefix))]);
    }

    object? Member(ParameterInfo parameter, string prefix)
    {
        var name = prefix + char.ToLowerInvariant(parameter.Name![0]) + parameter.Name[1..];
        var optional = Nullable.GetUnderlyingType(parameter.ParameterType) is not null || !parameter.ParameterType.IsValueType && MayBeNull(parameter);
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return Array(type.GenericTypeArguments[0], name);
        if (IsNested(type)) return optional && !HasAny(name + ".") ? null : Record(type, name + ".");
        if (type == typeof(DateTimeOffset)) return Instant(name);
        var text = Text(name).Trim();
        if (type == typeof(bool)) return text is "true" or "on" or "ja";
        if (type == typeof(WrittenText)) return text.Length == 0 && optional ? null : Written(name);
        if (text.Length == 0 && optional) return null;
        if (text.Length == 0 && parameter.HasDefaultValue) return type.IsEnum && parameter.DefaultValue is { } number ? Enum.ToObject(type, number) : parameter.DefaultValue;
        if (text.Length == 0) return Missing(type, name);
        return Scalar(type, text) ?? Unclear(type, name);
    }

    static bool MayBeNull(ParameterInfo parameter)
    {
        lock (Nullability) return Nullability.Create(parameter).WriteState != NullabilityState.NotNull;
    }

    static bool IsNested(Type type) => type.IsClass && type != typeof(string) && type != typeof(WrittenText);

    bool HasAny(string prefix) => form.Any(field => field.Key.StartsWith(prefix, StringComparison.Ordinal) && field.Value.Any(value => !string.IsNullOrWhiteSpace(value)));

    object Array(Type item, string name)
    {
        var values = IsNested(item)
            ? Indexes(name).Select(index => Record(item, $"{name}.{index}.")).ToList()
            : [.. (form.GetValueOrDefault(name).ToArray() ?? []).Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => Scalar(item, value!.Trim()) ?? Unclear(item, name))];
        var typed = System.Array.CreateInstance(item, values.Count);
        for (var at = 0; at < values.Count; at++) typed.SetValue(values[at], at);
        return typeof(FormBinder).GetMethod(nameof(Immutable), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [typed])!;
    }

    static ImmutableArray<T> Immutable<T>(T[] items) => [.. items];

    /// <summary>Rows of a list of records, <c>items.3.text</c>, in order; a row nothing is typed in is no row.</summary>
    public IEnumerable<int> Indexes(string name) => form.Keys
        .Where(key => key.StartsWith(name + ".", StringComparison.Ordinal))
        .Select(key => key[(name.Length + 1)..].Split('.')[0])
        .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1)
        .Where(index => index >= 0).Distinct().Order()
        .Where(index => HasAny($"{name}.{index}."));

    object? Instant(string name)
    {
        if (Typed.Date(Text(name + "Date")) is not { } date) return Unclear(typeof(DateTimeOffset), name + "Date");
        if (Typed.Time(Text(name + "Time")) is not { } time) return Unclear(typeof(DateTimeOffset), name + "Time");
        return OsloTime.At(date, time);
    }

    static object? Scalar(Type type, string text)
    {
        if (type == typeof(string)) return text;
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (type == typeof(decimal)) return Typed.Number(text);
        if (type == typeof(bool)) return Typed.YesNo(text);
        if (type == typeof(DateOnly)) return Typed.Date(text);
        if (type == typeof(TimeOnly)) return Typed.Time(text);
        if (type.IsEnum) return char.IsLetter(text[0]) && Enum.TryParse(type, text, false, out var choice) && Enum.IsDefined(type, choice!) ? choice : null;
        return Guid.TryParse(text, out var id) && type.GetConstructor([typeof(Guid)]) is { } make ? make.Invoke([id]) : null;
    }

    object? Missing(Type type, string name)
    {
        faults.Add(type.IsEnum || type.GetConstructor([typeof(Guid)]) is not null ? new NothingChosen(name) : new NothingWritten(name));
        return Nothing(type);
    }

    object? Unclear(Type type, string name)
    {
        faults.Add(new NotUnderstood(name));
        return Nothing(type);
    }

    /// <summary>Stands in until the faults are told; never reaches a rule.</summary>
    static object? Nothing(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
