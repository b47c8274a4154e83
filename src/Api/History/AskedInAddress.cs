using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>Reads what an address asks of a list; one value that is none it may be makes all of it not understood.</summary>
sealed class AskedInAddress(IQueryCollection query)
{
    /// <summary>Longest text looked for.</summary>
    const int LongestText = 200;

    public bool IsUnderstood { get; private set; } = true;

    /// <summary>Null when nothing is said, or it is not understood.</summary>
    public T? Value<T>(string name, Func<string, T?> read) where T : struct
    {
        if (query[name].FirstOrDefault() is not { Length: > 0 } text) return null;
        var value = read(text);
        IsUnderstood &= value is not null;
        return value;
    }

    public PersonId? Person(string name) => Value(name, text => Guid.TryParse(text, out var id) ? new PersonId(id) : (PersonId?)null);

    public DateOnly? Day(string name) => Value(name, text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null);

    /// <summary>One name of the enum, in any case; numbers are not names.</summary>
    public T? Choice<T>(string name) where T : struct, Enum =>
        Value(name, text => text.All(char.IsLetterOrDigit) && char.IsLetter(text[0]) && Enum.TryParse<T>(text, true, out var value) && Enum.IsDefined(value) ? value : (T?)null);

    /// <summary>What is looked for in texts.</summary>
    public string? Text(string name)
    {
        if (query[name].FirstOrDefault()?.Trim() is not { Length: > 0 } text) return null;
        IsUnderstood &= text.Length <= LongestText;
        return text;
    }
}
