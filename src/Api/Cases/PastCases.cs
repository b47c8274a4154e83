using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>When a case is looked back on, with the people, units and rights of that moment.</summary>
public sealed record PastMoment(DateTimeOffset At, PeopleDirectory Directory);

/// <summary>Which moment somebody asks for: a time, or right after a fact of the case.</summary>
/// <param name="Version">Number of the fact; null: by time.</param>
public sealed record AskedMoment(DateTimeOffset At, long? Version)
{
    /// <summary>As it stands in an address: <c>2026-10-01</c> (the day's end), <c>2026-10-01T12.30</c> (that minute's end, Norwegian time) or <c>v57</c>. Null when it is none of these.</summary>
    public static AskedMoment? Read(string text)
    {
        if (text.Length > 1 && text[0] == 'v') return long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? new(default, version) : null;
        if (DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH.mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var minute) && minute.Year is > 1 and < 9999) return new(OsloTime.At(DateOnly.FromDateTime(minute), TimeOnly.FromDateTime(minute)).AddMinutes(1).AddTicks(-1), null);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? new(OsloTime.At(day.AddDays(1), TimeOnly.MinValue).AddTicks(-1), null) : null;
    }
}

/// <summary>A case as it was: the fold of what had happened by then, of the case, of who had opened what, and of the directory.</summary>
public sealed class PastCases(ICaseStore store, TimeProvider clock)
{
    /// <summary>Null when there was no such case then.</summary>
    public async Task<LoadedCase?> At(CaseId id, AskedMoment moment, CancellationToken ct)
    {
        var (file, last) = await Fold(id, moment, ct);
        if (file.Version == 0 || file.Version < moment.Version) return null;
        var (at, now) = (moment.Version is null ? moment.At : last, clock.GetUtcNow());
        if (at > now) at = now;
        var reads = (await store.Read(StreamId.Reads(id), 0, ct)).TakeWhile(one => one.Stamp.At <= at).ToList();
        var directory = (await store.Read(StreamId.Directory, 0, ct)).TakeWhile(one => one.Stamp.At <= at).Aggregate(PeopleDirectory.Empty, (known, one) => known.After(one.Fact, one.Stamp));
        return new(file, CaseLoader.Fold(Readings.None, reads), reads.Count) { Past = new(at, directory) };
    }

    /// <summary>The case by then, and when the last of it happened. Reads no further than that.</summary>
    async Task<(CaseFile File, DateTimeOffset Last)> Fold(CaseId id, AskedMoment moment, CancellationToken ct)
    {
        var (file, last) = (CaseFile.Unregistered(id), DateTimeOffset.MinValue);
        await foreach (var one in store.ReadOn(StreamId.Case(id), 0, ct))
        {
            if (moment.Version is { } version ? one.Version > version : one.Stamp.At > moment.At) break;
            (file, last) = (file.After(one.Fact, one.Stamp), one.Stamp.At);
        }

        return (file, last);
    }
}
