using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What is asked of the history of a definition, of a person's rights or of a unit. Null: everything.</summary>
/// <param name="Refused">Attempts that were refused instead of what happened.</param>
/// <param name="By">Who did it.</param>
/// <param name="Text">Looked for in the sentence in both written forms, and in the texts people wrote.</param>
public sealed record RecordFilter(bool Refused, PersonId? By, DateOnly? From, DateOnly? To, string? Text)
{
    const int LongestText = 200;

    public static RecordFilter Everything { get; } = new(false, null, null, null, null);

    /// <summary>From an address; null when a value is none of those it may be.</summary>
    public static RecordFilter? Read(IQueryCollection query)
    {
        var understood = true;
        T? Value<T>(string name, Func<string, T?> read) where T : struct
        {
            if (query[name].FirstOrDefault() is not { Length: > 0 } text) return null;
            var value = read(text);
            understood &= value is not null;
            return value;
        }

        var filter = new RecordFilter(
            Value("part", text => text switch { nameof(HistoryPart.Refused) => true, nameof(HistoryPart.Happened) => false, _ => (bool?)null }) ?? false,
            Value("by", text => Guid.TryParse(text, out var id) ? new PersonId(id) : (PersonId?)null), Value("from", Day), Value("to", Day), query["q"].FirstOrDefault()?.Trim() is { Length: > 0 } q ? q : null);
        return understood && filter.Text is not { Length: > LongestText } ? filter : null;
    }

    public bool Takes(ToldFact told, Func<Words?> sentence)
    {
        var (stamp, day) = (told.Recorded.Stamp, OsloTime.Date(told.Recorded.Stamp.At));
        if (By is { } person && stamp.Person != person || From is { } from && day < from || To is { } to && day > to) return false;
        return Text is null || (sentence() is { } words && (Holds(words.Nb) || Holds(words.Nn))) || told.Texts.Any(text => !ConfidentialTexts.Include(text.Field) && Holds(text.Value));
    }

    bool Holds(string text) => text.Contains(Text!, StringComparison.CurrentCultureIgnoreCase);

    static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
