using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// What the lists show of a case: a pure projection, one file per list. Uses the case's own latest time and never the clock, so that rows made again from
/// the streams equal the live ones.
/// </summary>
public static class CaseLists
{
    public static ListRows Of(CaseFile file, PeopleDirectory directory, Settings settings) => file.Identity is null
        ? ListRows.Empty
        : new(CaseRows.Of(file), InboxRows.Of(file, directory, settings), TimerRows.Of(file), StuckRows.Of(file), TilbudRows.Of(file), EndedCase.Of(file), CaseCompliance.Of(file)) { Retention = CaseRetention.Of(file) };

    /// <summary>The same from the stream itself, for filling the lists again.</summary>
    public static ListRows Of(StreamId stream, IReadOnlyList<RecordedFact> facts, PeopleDirectory directory, Settings settings) => stream.AsCase is { } id
        ? Of(facts.Aggregate(CaseFile.Unregistered(id), (file, recorded) => file.After(recorded.Fact, recorded.Stamp)), directory, settings)
        : ListRows.Empty;

    internal static DateOnly Today(CaseFile file) => OsloTime.Date(file.ChangedAt);
}
