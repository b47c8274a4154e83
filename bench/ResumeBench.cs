using System.Globalization;

namespace LmsWorkflow.Bench;

/// <summary>P6: how long a completion takes, and the memory each waiting case takes, with 1 000 and with 50 000 cases waiting.</summary>
static class ResumeBench
{
    const int Sample = 2_000;

    public static async Task<int> Run(BenchOptions options)
    {
        var file = Path.Combine(options.Folder, "resume.db");
        await using var product = await Product.Open("LmsWorkflow, SQLite", file, shared: false, 256 << 20, () => Databases.SqliteBytes(file));
        var few = await At(product, [], 1_000);
        var many = await At(product, few.Waiting, 50_000);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"**P6**: p50 with 50 000 waiting is {many.P50 / few.P50:0.00} times that with 1 000; memory per waiting case {many.MemoryEach:0} bytes"));
        return 0;
    }

    static async Task<(double P50, double MemoryEach, List<Domain.CaseId> Waiting)> At(Product product, List<Domain.CaseId> waiting, int count)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = waiting.Count;
        while (waiting.Count < count) waiting.AddRange(await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => product.Start())));
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)(waiting.Count - started);
        var chosen = Random.Shared.GetItems(waiting.ToArray(), Sample).Distinct().ToList();
        var latencies = new List<double>();
        foreach (var id in chosen) latencies.Add(await Measure.Milliseconds(() => product.Complete(id, 1)));
        waiting.RemoveAll(chosen.ToHashSet().Contains);
        var sorted = latencies.Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} waiting: completion p50 {Measure.At(sorted, 0.5):0.00} ms, p99 {Measure.At(sorted, 0.99):0.0} ms, {memory:0} bytes each"));
        return (Measure.At(sorted, 0.5), memory, waiting);
    }
}
