using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LmsWorkflow.Api;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;
using Microsoft.Data.Sqlite;

namespace LmsWorkflow.Bench;

/// <summary>
/// The record when it is large: a page of the history of a case of 100 000 facts, the case as it was half-way, and a check of a log of 1 000 000 events, each beside the bare reading that any
/// way of doing it must do. SQLite, as the embedded default.
/// </summary>
static class RecordBench
{
    const int CaseFacts = 100_000, LogEvents = 1_000_000, AtATime = 1_000, Rounds = 5;

    static readonly Stamp Stamp = new(new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), new PersonId(Guid.NewGuid()), Role.Koordinator, "bench");

    public static async Task<int> Run(BenchOptions options)
    {
        var file = Path.Combine(options.Folder, "record.db");
        await using var store = await RecordStore.Open(file);
        var id = new CaseId(Guid.CreateVersion7());
        var watch = Stopwatch.StartNew();
        await Fill(store, StreamId.Case(id), CaseFacts);
        while (await store.LastPosition(default) < LogEvents) await Fill(store, StreamId.Case(new(Guid.CreateVersion7())), AtATime);
        Say($"filled in {watch.Elapsed.TotalSeconds:0} s, {Databases.SqliteBytes(file) >> 20} MB");
        await History(store, id, file);
        await AsItWas(store, id, file);
        await Compliance(store, id, file);
        await Check(store, file);
        return 0;
    }

    static async Task Fill(ICaseStore store, StreamId stream, int facts)
    {
        for (var version = 0; version < facts; version += AtATime)
            await store.Append(Append.To(stream, version, Stamp with { At = Stamp.At.AddMinutes(version) }, [.. Enumerable.Range(0, AtATime).Select(number => number % 2 == 0 ? (Fact)Hold(version + number) : new CaseResumed())]), default);
    }

    static CasePutOnHold Hold(int number) => new CasePutOnHold(SealedText.Seal("D01.grunn", $"Venter på svar fra avdelingen, gang {number}", RandomNumberGenerator.GetHexString(32, lowercase: true)), null);

    static async Task History(ICaseStore store, CaseId id, string file)
    {
        var search = new HistorySearch(store);
        var (nb, nn) = (new Viewer(null, Language.Nb, PeopleDirectory.Empty, Stamp.At), new Viewer(null, Language.Nn, PeopleDirectory.Empty, Stamp.At));
        var whole = CaseFile.Unregistered(id) with { Version = CaseFacts };
        var everything = HistoryFilter.Read(Microsoft.AspNetCore.Http.QueryCollection.Empty)!;
        foreach (var (what, filter, before, rows) in new[]
        {
            ("newest page", everything, long.MaxValue, HistorySearch.PageLength), ("page in the middle, by cursor", everything, CaseFacts / 2, HistorySearch.PageLength),
            ("a word that stands in one text, 15 000 facts back of 20 000 looked at", everything with { Text = $"gang {CaseFacts - 15_000}" }, CaseFacts + 1L, 20_000),
        })
            Compare($"history of {CaseFacts} facts, {what}", await Median(async () => (await search.Find(whole, filter, before, nb, nn, default)).Facts.Length), await Median(() => Bare(file, StreamId.Case(id), Math.Min(before, CaseFacts), rows)));
    }

    static async Task AsItWas(ICaseStore store, CaseId id, string file)
    {
        var past = new PastCases(store, TimeProvider.System);
        Compare(
            $"a case of {CaseFacts} facts as it was half-way", await Median(async () => (int)(await past.At(id, new(default, CaseFacts / 2), default))!.File.Version),
            await Median(() => Bare(file, StreamId.Case(id), CaseFacts / 2, CaseFacts)));
    }

    /// <summary>The matrix of one case points from each cell to its fact, so it looks at all of them.</summary>
    static async Task Compliance(ICaseStore store, CaseId id, string file)
    {
        using var people = new People(store);
        var reports = new ComplianceReports(store, people, TimeProvider.System);
        var whole = CaseFile.Unregistered(id) with { Version = CaseFacts };
        Compare($"samsvarsrapport of a case of {CaseFacts} facts", await Median(async () => (await reports.Of(whole, default)).Rows.Length), await Median(() => Bare(file, StreamId.Case(id), CaseFacts, CaseFacts)));
    }

    /// <summary>Memory is looked at while the check runs: the most that was in use, over what was in use before.</summary>
    static async Task Check(ICaseStore store, string file)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var watch = Stopwatch.StartNew();
        var state = await store.Log.Check([], now =>
        {
            if (now.Done % 50_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }, default);
        var seconds = watch.Elapsed.TotalSeconds;
        var floor = Stopwatch.StartNew();
        var bytes = Hashes(file);
        var bare = floor.Elapsed.TotalSeconds;
        Say($"**check of the whole log**: {state.Size} events in {seconds:0.0} s, {state.Size / seconds:0} events/s, {state.Faults.Length} faults; {seconds / bare:0.0} times reading and hashing the {bytes >> 20} MB once ({bare:0.0} s); at most {(most - before) / 1048576.0:0.0} MB in use");
    }

    static void Compare(string what, double product, double floor) => Say($"**{what}**: {product:0.0} ms, {product / floor:0.0} times the bare reading ({floor:0.0} ms)");

    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    static async Task<double> Median(Func<Task<int>> act)
    {
        if (await act() == 0) throw new InvalidOperationException("nothing was found, so nothing was measured");
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++) times.Add(await Measure.Milliseconds(act));
        return times.Order().ElementAt(Rounds / 2);
    }

    /// <summary>The floor of looking back: the rows by their index, each body read as JSON.</summary>
    static Task<int> Bare(string file, StreamId stream, long before, int limit)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select e.body from events e join streams s on s.stream_no = e.stream_no where s.name = $stream and e.stream_version <= $before order by e.stream_version desc limit $limit";
        command.Parameters.AddWithValue("$stream", stream.Value);
        command.Parameters.AddWithValue("$before", before);
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var count = 0;
        while (reader.Read())
        {
            using var json = JsonDocument.Parse(reader.GetFieldValue<byte[]>(0));
            count += json.RootElement.ValueKind == JsonValueKind.Object ? 1 : 0;
        }

        return Task.FromResult(count);
    }

    /// <summary>The floor of a check: every body and every text read once and hashed.</summary>
    static long Hashes(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        var bytes = 0L;
        foreach (var sql in new[] { "select body from events order by position", "select value from texts order by stream_no, commitment" })
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var body = reader.GetFieldValue<byte[]>(0);
                SHA256.HashData(body);
                bytes += body.Length;
            }
        }

        return bytes;
    }
}
