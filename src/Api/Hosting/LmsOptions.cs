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

    public const string DefaultDatabase = "data/lms.db";

    public static LmsOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var demonstration = environment.IsDevelopment() || configuration.GetValue("Demonstration", false);
        return new(
            configuration.GetConnectionString("Cases") is { Length: > 0 } database ? database : DefaultDatabase,
            demonstration,
            demonstration && configuration.GetValue("Seed", true),
            configuration.GetValue("CacheBytes", 256L * 1024 * 1024));
    }

    public bool IsPostgres => Database.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The host must not start like this; the sentence says what to do.</summary>
public sealed class CannotStartException(string sentence) : Exception(sentence);
