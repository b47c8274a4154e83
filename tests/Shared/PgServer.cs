using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;

namespace LmsWorkflow.TestSupport;

/// <summary>A private PostgreSQL server: own data folder under /tmp, unix socket only, deleted at the end.</summary>
/// <param name="durable">Kill tests and benchmarks need fsync; ordinary tests are quicker without.</param>
sealed class PgServer(bool durable) : IAsyncDisposable
{
    readonly string folder = Path.Combine("/tmp", "pg-" + Guid.NewGuid().ToString("n")[..10]); // socket paths are limited to 107 bytes
    Process? server;

    /// <summary>Where Debian and others put the server's programs; null when there is no server.</summary>
    public static string? Programs { get; } = FindPrograms();

    public string ConnectionString(string database = "postgres") => $"Host={folder};Username=postgres;Database={database};Maximum Pool Size=20";

    public static async Task<PgServer> New(bool durable)
    {
        SweepForgotten();
        var made = new PgServer(durable);
        Directory.CreateDirectory(made.folder);
        if (IsRoot) await Run(new("chown") { ArgumentList = { "postgres:postgres", made.folder } });
        await Run(AsServer("initdb", "-D", made.folder + "/data", "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"));
        await made.Start();
        return made;
    }

    /// <summary>Starts, also after a crash: waits for what is left of the server before, then for recovery.</summary>
    public async Task Start()
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            server = Process.Start(Quiet(AsServer("postgres", ["-D", folder + "/data", "-k", folder, "-c", "listen_addresses=", "-c", "max_connections=300", "-c", "log_min_messages=fatal", .. Durability()])))!;
            _ = server.StandardError.ReadToEndAsync();
            _ = server.StandardOutput.ReadToEndAsync();
            while (!server.HasExited)
            {
                if (await Answers()) return;
                if (patience.Elapsed > TimeSpan.FromSeconds(30)) throw new TimeoutException("PostgreSQL did not start.");
                await Task.Delay(20);
            }
            if (patience.Elapsed > TimeSpan.FromSeconds(30)) throw new InvalidOperationException("PostgreSQL would not start.");
            await Task.Delay(50);
        }
    }

    /// <param name="signal">9: killed as by a power cut of the process; 3: immediate stop. Both leave the database to recover.</param>
    public async Task Kill(int signal)
    {
        _ = kill(server!.Id, signal);
        await server.WaitForExitAsync();
        NpgsqlConnection.ClearAllPools();
    }

    public async Task CreateDatabase(string name, string? template = null)
    {
        await using var connection = new NpgsqlConnection(ConnectionString() + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(template is null ? $"create database {name}" : $"create database {name} template {template} strategy file_copy", connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is { HasExited: false }) await Kill(3);
        server?.Dispose();
        Directory.Delete(folder, true);
    }

    static bool IsRoot => Environment.UserName == "root";

    string[] Durability() => durable
        ? ["-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "shared_buffers=128MB"]
        : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "shared_buffers=64MB"];

    async Task<bool> Answers()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString() + ";Pooling=false;Timeout=5");
            await connection.OpenAsync();
            return true;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }

    static string? FindPrograms()
    {
        var folders = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return folders.OrderByDescending(f => int.TryParse(Path.GetFileName(f), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(f => Path.Combine(f, "bin")).FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")));
    }

    /// <summary>PostgreSQL refuses root; setpriv becomes the server itself, so its process id is the server's.</summary>
    static ProcessStartInfo AsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return IsRoot
            ? new("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", path, .. arguments])
            : new(path, arguments);
    }

    static ProcessStartInfo Quiet(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    static async Task Run(ProcessStartInfo start)
    {
        using var process = Process.Start(Quiet(start))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)}: {await output}{await error}");
    }

    /// <summary>Test runs that were killed leave their folders; those an hour old with no server behind them are removed.</summary>
    static void SweepForgotten()
    {
        foreach (var old in Directory.GetDirectories("/tmp", "pg-??????????").Where(f => Directory.GetLastWriteTimeUtc(f) < DateTime.UtcNow.AddHours(-1)))
            try
            {
                var pid = Path.Combine(old, "data", "postmaster.pid");
                if (!File.Exists(pid) || !Directory.Exists("/proc/" + File.ReadLines(pid).First())) Directory.Delete(old, true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // somebody else's, or being removed by another run
            }
    }

    [DllImport("libc")]
    static extern int kill(int pid, int signal);
}
