using System.Collections.Immutable;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using LmsWorkflow.Api;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.TestSupport;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LmsWorkflow.Bench;

/// <summary>
/// What is asked across many cases, on both databases: 5 000 ended cases of one centre, 200 facts each. Each question stands beside the bare reading of the rows it cannot do without, and
/// beside the memory it took.
/// </summary>
static class ManyBench
{
    const int Cases = 5_000, Facts = 200, Rounds = 5;

    static readonly DateOnly From = new(2021, 1, 1), To = new(2026, 9, 30);

    static readonly Actor Revisor = new(new PersonId(Guid.NewGuid()), [new Grant(Role.Revisor, null)], "bench");

    public static async Task<int> Run(BenchOptions options)
    {
        if (Asked(options, "SQLite"))
        {
            var file = Path.Combine(options.Folder, "many.db");
            await On("SQLite", file, () => new SqliteConnection($"Data Source={file}"));
        }

        await using var own = options.Postgres is null && PgServer.Programs is not null ? await PgServer.New(durable: true) : null;
        if (Asked(options, "PostgreSQL") && (options.Postgres ?? own?.ConnectionString()) is { } postgres)
        {
            var database = await Databases.Fresh(postgres);
            await On("PostgreSQL", database, () => new NpgsqlConnection(database));
        }

        return 0;
    }

    static bool Asked(BenchOptions options, string database) => database.StartsWith(options.Only, StringComparison.OrdinalIgnoreCase);

    static async Task On(string name, string database, Func<DbConnection> connect)
    {
        await using var store = await RecordStore.Open(database);
        var watch = Stopwatch.StartNew();
        await EndedCases.Fill(store, Cases, Facts);
        Say($"{name}: {await store.LastPosition(default)} events in {Cases} ended cases, filled in {watch.Elapsed.TotalSeconds:0} s");
        await Lists(name, store, connect);
        await Persons(name, store, connect);
    }

    static async Task Lists(string name, ICaseStore store, Func<DbConnection> connect)
    {
        using var people = new People(store);
        var erasures = new ErasureSight(store, Texts(store, people), people, TimeProvider.System);
        var schedule = new RetentionSchedule(store, erasures, people, TimeProvider.System);
        var query = new ComplianceQuery(From, To) { Unit = EndedCases.Lms };
        await Compare($"{name}, medvirkningsbalanse of the centre", async () => UnitBalance.Of(await store.EndedCases(EndedCases.Lms, default), From, To, To.AddDays(30)).Cases, connect, "select figures from balances");
        await Compare($"{name}, samsvarsrapport of the centre", async () => (await store.Compliance(query, default)).Cases, connect, "select * from compliance");
        await Compare($"{name}, page of the cases behind a figure", async () => (await store.ComplianceCases(query, default)).Cases.Count, connect, "select * from compliance order by stream_no desc limit 50");
        await Compare($"{name}, oppbevaring of the centre", async () => (await schedule.Find(Revisor, EndedCases.Lms, From, new(2100, 1, 1), default)).Length, connect, "select * from retention");
    }

    /// <summary>A member of the working group of some seventy cases, one of five hundred, and the koordinator of a fifth of all.</summary>
    static async Task Persons(string name, ICaseStore store, Func<DbConnection> connect)
    {
        const string everyBody = "select body from events";
        using var people = new People(store);
        foreach (var (who, person) in new[] { ("a member", EndedCases.Members[17]), ("a member of many cases", EndedCases.Veteran), ("a koordinator", EndedCases.Koordinators[2]) })
        {
            await Compare($"{name}, streams naming {who}", async () => (await store.StreamsNaming(person, default)).Count, connect, everyBody, rounds: 3);
            await Compare($"{name}, all texts that go with {who}", async () => (await Texts(store, people).Of(person, default)).Length, connect, everyBody, rounds: 3);
        }
    }

    static ErasureTexts Texts(ICaseStore store, People people) => new(store, new CaseLoader(store, new CaseCache(64 << 20), isShared: true), people, TimeProvider.System);

    static async Task Compare(string what, Func<Task<int>> act, Func<DbConnection> connect, string floor, int rounds = Rounds)
    {
        var found = await act();
        var (times, memory) = await Memory(act, rounds);
        var bare = new List<double>();
        for (var round = 0; round < rounds; round++) bare.Add(await Measure.Milliseconds(() => Bare(connect, floor)));
        double product = Median(times), least = Median(bare);
        Say($"**{what}** ({found}): {product:0} ms ({times.Min():0}–{times.Max():0}), {product / least:0.0} times the bare reading ({least:0} ms); {memory >> 20} MB more in memory at most, with what was no longer needed");
    }

    /// <summary>How long each round took, and the most that lay in memory meanwhile over what lay there before.</summary>
    static async Task<(List<double> Times, long Memory)> Memory(Func<Task<int>> act, int rounds)
    {
        var (times, before, most) = (new List<double>(), GC.GetTotalMemory(forceFullCollection: true), 0L);
        using var looking = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 5);
        for (var round = 0; round < rounds; round++) times.Add(await Measure.Milliseconds(act));
        return (times, Math.Max(0, most - before));
    }

    static async Task Bare(Func<DbConnection> connect, string sql)
    {
        await using var connection = connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) reader.GetValue(0);
    }

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
