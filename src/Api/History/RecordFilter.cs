using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What is asked of the history of a definition, of a person's rights or of a unit. Null: everything.</summary>
/// <param name="Refused">Attempts that were refused instead of what happened.</param>
/// <param name="By">Who did it.</param>
/// <param name="Text">Looked for in the sentence in both written forms, and in the texts people wrote.</param>
public sealed record RecordFilter(bool Refused, PersonId? By, DateOnly? From, DateOnly? To, string? Text)
{
    public static RecordFilter Everything { get; } = new(false, null, null, null, null);

    /// <summary>From an address; null when a value is none of those it may be.</summary>
    public static RecordFilter? Read(IQueryCollection query)
    {
        var asked = new AskedInAddress(query);
        var filter = new RecordFilter(
            asked.Value("part", text => text switch { nameof(HistoryPart.Refused) => true, nameof(HistoryPart.Happened) => false, _ => (bool?)null }) ?? false, asked.Person("by"), asked.Day("from"), asked.Day("to"), asked.Text("q"));
        return asked.IsUnderstood ? filter : null;
    }

    public bool Takes(ToldFact told, Func<Words?> sentence)
    {
        var (stamp, day) = (told.Recorded.Stamp, OsloTime.Date(told.Recorded.Stamp.At));
        if (By is { } person && stamp.Person != person || From is { } from && day < from || To is { } to && day > to) return false;
        return Text is null || FactText.Holds(told.Texts, sentence, Text);
    }
}
