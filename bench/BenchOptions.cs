namespace LmsWorkflow.Bench;

sealed record BenchOptions(string What, int Seconds, string? Postgres, string Folder, string Only)
{
    public static BenchOptions Read(string[] args)
    {
        string? After(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        var folder = Path.Combine(Path.GetTempPath(), "lms-bench-" + Guid.NewGuid().ToString("n")[..8]);
        Directory.CreateDirectory(folder);
        return new(args.FirstOrDefault() ?? "", int.Parse(After("--seconds") ?? "5", System.Globalization.CultureInfo.InvariantCulture), After("--postgres"), folder, After("--only") ?? "");
    }

    public static int Usage()
    {
        Console.Error.WriteLine("bench w1|resume|guard|proof|record|many|start [--seconds N] [--postgres CONNECTION] [--only P5]");
        return 64;
    }
}
