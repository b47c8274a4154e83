using System.Diagnostics;
using System.Globalization;

namespace LmsWorkflow.Bench;

/// <summary>P10: from starting the process to the first page answered, beside a bare web application of the same framework.</summary>
static class StartBench
{
    public static async Task<int> Run(BenchOptions options)
    {
        var ratios = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            var bare = await ColdStart(Environment.ProcessPath!, ["bare"], "/", options.Folder);
            var product = await ColdStart("dotnet", [Path.Combine(AppContext.BaseDirectory, "LmsWorkflow.Api.dll")], "/logg-inn", options.Folder);
            ratios.Add(product / bare);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare {bare:0} ms, product {product:0} ms"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"**P10**: {ratios.Order().ElementAt(2):0.00} times the bare web application"));
        return 0;
    }

    static async Task<double> ColdStart(string program, string[] arguments, string page, string folder)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Seed"] = "false";
        start.Environment["ConnectionStrings__Cases"] = Path.Combine(folder, "start.db");
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        try
        {
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
            while (watch.Elapsed < TimeSpan.FromSeconds(60))
            {
                try
                {
                    using var answer = await client.GetAsync(page);
                    if (answer.IsSuccessStatusCode) return watch.Elapsed.TotalMilliseconds;
                }
                catch (HttpRequestException)
                {
                    // not listening yet
                }

                await Task.Delay(5);
            }

            throw new InvalidOperationException($"{program} did not answer {page} within a minute");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
