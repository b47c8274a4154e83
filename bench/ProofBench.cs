using System.Diagnostics;
using System.Globalization;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Bench;

/// <summary>
/// P11: the whole verification – reading, checks, soundness, participation, staffing – of shipped definitions, of wide and long drawings, and of a corpus of nested ones. Absolute
/// times, since the targets are: how long a person waits.
/// </summary>
static class ProofBench
{
    public static int Run()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "workflows-definitions"), "*.bpmn").Order(StringComparer.Ordinal))
            Measure(Path.GetFileName(file), File.ReadAllBytes(file), 20);
        Measure("17 parallel branches of one task", ProofDrawings.Parallel(17, 1, false), 5);
        Measure("20 parallel branches of one task", ProofDrawings.Parallel(20, 1, false), 5);
        Measure("12 parallel branches of three tasks in a loop", ProofDrawings.Parallel(12, 3, true), 100);
        Measure("a chain of blocks, 5 000 elements", ProofDrawings.Blocks(5_000), 1_000);
        Corpus();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory {process.PeakWorkingSet64 / 1024 / 1024} MB (under 500)"));
        return 0;
    }

    static void Corpus()
    {
        var times = new List<double>();
        var undecided = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var (file, _) = ProofDrawings.Realistic(seed, 20 + seed % 10 * 20);
            var (took, verification) = Once(file);
            times.Add(took);
            if (verification.Findings.Any(finding => finding.Check == "not-decided")) undecided++;
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"corpus of 200 drawings up to 200 elements: median {times[100]:0.0} ms, **95th percentile {times[190]:0.0} ms** (under 100), longest {times[^1]:0.0} ms, {undecided} not decided"));
    }

    static void Measure(string what, byte[] file, double target)
    {
        for (var warm = 0; warm < 3; warm++) Once(file);
        var times = Enumerable.Range(0, 9).Select(_ => Once(file).Took).Order().ToList();
        var verification = Once(file).Verification;
        var sound = string.Concat(verification.Properties.Select(property => property.Verdict.Holds switch { true => '+', false => '-', null => '·' }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: **{times[4]:0.0} ms** ({times[0]:0.0}–{times[^1]:0.0}; under {target:0}), {verification.States} states, {sound}"));
    }

    static (double Took, Verification Verification) Once(byte[] file)
    {
        var watch = Stopwatch.StartNew();
        var verification = DefinitionVerifier.Verify(file);
        return (watch.Elapsed.TotalMilliseconds, verification);
    }
}
