using System.Globalization;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Bench;

/// <summary>P1, P2, P5 and P9: floor and product in turn, three rounds, the median ratio quoted.</summary>
static class W1Bench
{
    const int Rounds = 3;

    public static async Task<int> Run(BenchOptions options)
    {
        Console.WriteLine("| W1, durable | callers | instances/s | completion p50 ms | p99 ms | bytes/instance | CPU ms/instance |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        await Compare(options, "P1 SQLite, 8 callers", () => Task.FromResult<W1Subject>(new SqliteFloor(options.Folder, grouped: true)), () => Sqlite(options), 8);
        await Compare(options, "P2 SQLite, 1 caller", () => Task.FromResult<W1Subject>(new SqliteFloor(options.Folder, grouped: false)), () => Sqlite(options), 1);
        await using var own = options.Postgres is null && PgServer.Programs is not null ? await PgServer.New(durable: true) : null;
        if ((options.Postgres ?? own?.ConnectionString()) is { } postgres)
        {
            await Compare(options, "P5 PostgreSQL, 8 callers", () => PostgresFloorOn(postgres), () => PostgresProductOn(postgres), 8);
            await Compare(options, "PostgreSQL, 1 caller", () => PostgresFloorOn(postgres), () => PostgresProductOn(postgres), 1);
        }

        return 0;
    }

    static async Task Compare(BenchOptions options, string what, Func<Task<W1Subject>> floor, Func<Task<W1Subject>> product, int callers)
    {
        if (!what.StartsWith(options.Only, StringComparison.OrdinalIgnoreCase)) return;
        var time = TimeSpan.FromSeconds(options.Seconds);
        var rates = new List<double>();
        var bytes = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var low = await One(floor, callers, time);
            var ours = await One(product, callers, time);
            rates.Add(ours.InstancesPerSecond / low.InstancesPerSecond);
            bytes.Add(ours.BytesPerInstance / low.BytesPerInstance);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n**{what}**: rate {Median(rates):0.00} of the floor ({rates.Min():0.00}–{rates.Max():0.00}); bytes {Median(bytes):0.0} times the floor\n"));
    }

    static async Task<W1Result> One(Func<Task<W1Subject>> open, int callers, TimeSpan time)
    {
        await using var subject = await open();
        var result = await Measure.W1(subject, callers, time);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {result.Name} | {callers} | {result.InstancesPerSecond:0} | {result.P50Ms:0.00} | {result.P99Ms:0.0} | {result.BytesPerInstance:0} | {result.CpuMsPerInstance:0.00} |"));
        return result;
    }

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    static async Task<W1Subject> Sqlite(BenchOptions options)
    {
        var file = Path.Combine(options.Folder, $"product-{Guid.NewGuid():n}.db");
        return await Product.Open("LmsWorkflow, SQLite", file, shared: false, 256 << 20, () => Databases.SqliteBytes(file));
    }

    static async Task<W1Subject> PostgresFloorOn(string postgres)
    {
        var floor = new PostgresFloor(await Databases.Fresh(postgres), 8);
        await floor.Create();
        return floor;
    }

    static async Task<W1Subject> PostgresProductOn(string postgres)
    {
        var database = await Databases.Fresh(postgres);
        return await Product.Open("LmsWorkflow, PostgreSQL", database, shared: true, 256 << 20, () => Databases.PostgresBytes(database));
    }
}
