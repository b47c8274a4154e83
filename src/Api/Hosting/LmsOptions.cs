using System.Globalization;

namespace LmsWorkflow.Api;

/// <summary>How this host is set up. From configuration, environment and command line; nothing else is read anywhere.</summary>
/// <param name="Database">SQLite file path, or a PostgreSQL connection string (holds <c>Host=</c>).</param>
/// <param name="Demonstration">Persona picker instead of a real sign-in; says so on every page.</param>
/// <param name="Seed">Fill an empty database with the demonstration's people and cases.</param>
/// <param name="CacheBytes">How much memory recently used cases may take.</param>
public sealed record LmsOptions(string Database, bool Demonstration, bool Seed, long CacheBytes)
{
    /// <summary>This host exists for one rehearsal, and is gone after it.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Where the private key that signs checkpoints lies; null: in memory, for as long as the host lives.</summary>
    public string? LogKeyFile { get; init; }

    /// <summary>Where the published Noark 5 and ADDML schemas lie, for hand-overs to be held against; null: nowhere.</summary>
    public string? SchemaFolder { get; init; }

    /// <summary>How long backups and archived write-ahead logs are kept, in days; what is erased is in none of them after that.</summary>
    public int BackupDays { get; init; } = DefaultBackupDays;

    public const int DefaultBackupDays = 90, MostBackupDays = 3_650;

    public const string DefaultDatabase = "data/lms.db";

    public static LmsOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var demonstration = environment.IsDevelopment() || configuration.GetValue("Demonstration", false);
        var database = configuration.GetConnectionString("Cases") is { Length: > 0 } given ? given : DefaultDatabase;
        return new(database, demonstration, demonstration && configuration.GetValue("Seed", true), configuration.GetValue("CacheBytes", 256L * 1024 * 1024))
        {
            SchemaFolder = configuration["HandOver:SchemaFolder"] is { Length: > 0 } folder ? folder : null,
            BackupDays = DaysOf(configuration["Retention:BackupDays"]),
            LogKeyFile = configuration["Log:KeyFile"] is { Length: > 0 } file ? file : KeyBeside(database),
        };
    }

    static int DaysOf(string? text) =>
        text is null or "" ? DefaultBackupDays
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostBackupDays ? days
        : throw new CannotStartException($"Retention:BackupDays sier hvor mange dager sikkerhetskopier beholdes. Skriv et helt tall fra 1 til {MostBackupDays}, eller ta innstillingen bort: da er det {DefaultBackupDays}.");

    /// <summary>Beside the database's own file; on PostgreSQL where the command is given.</summary>
    static string KeyBeside(string database) =>
        Storage.RecordStore.IsPostgres(database) ? Path.ChangeExtension(DefaultDatabase, KeyEnding) : Path.ChangeExtension(LmsHost.FilePath(database), KeyEnding);

    const string KeyEnding = "log-key";

    public bool IsPostgres => Database.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The host must not start like this; the sentence says what to do.</summary>
public sealed class CannotStartException(string sentence) : Exception(sentence);
