using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace LmsWorkflow.Storage;

/// <summary>Brings a database to the schema of this version by numbered scripts, each in a transaction of its own. A newer schema is refused.</summary>
static class SchemaUpgrade
{
    /// <summary>Version that the scripts lead to.</summary>
    public static int Latest(IDatabase database) => Scripts(database)[^1].Version;

    /// <summary>Versions a database of this kind goes through; a script for the other kind has none here.</summary>
    public static IEnumerable<long> Versions(IDatabase database) => Scripts(database).Select(script => (long)script.Version);

    /// <param name="upTo">Tests stop half-way, to upgrade from there.</param>
    public static async Task Run(DbConnection connection, IDatabase database, CancellationToken ct, int upTo = int.MaxValue)
    {
        await connection.ExecuteAsync(new CommandDefinition("create table if not exists schema_versions (version bigint primary key, script text not null)", cancellationToken: ct));
        var present = await connection.ExecuteScalarAsync<long>(new CommandDefinition("select coalesce(max(version), 0) from schema_versions", cancellationToken: ct));
        if (present > Latest(database)) throw new SchemaTooNewException(present, Latest(database));
        foreach (var script in Scripts(database).Where(script => script.Version > present && script.Version <= upTo))
            await Apply(connection, database, script, ct);
    }

    static async Task Apply(DbConnection connection, IDatabase database, Script script, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(database.In(script.Text()), transaction: transaction, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into schema_versions (version, script) values (@version, @script)", new { version = (long)script.Version, script = script.Resource }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
    }

    /// <summary><c>0001_tables.sql</c> is for both databases, <c>0002_guards.sqlite.sql</c> for one.</summary>
    static Script[] Scripts(IDatabase database) =>
    [
        .. typeof(SchemaUpgrade).Assembly.GetManifestResourceNames()
            .Where(name => name.Split('.') switch { [_, "sql"] => true, [_, var own, "sql"] => own == database.ScriptName, _ => false })
            .Select(name => new Script(int.Parse(name[..4], CultureInfo.InvariantCulture), name))
            .OrderBy(script => script.Version),
    ];

    sealed record Script(int Version, string Resource)
    {
        public string Text()
        {
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
            return reader.ReadToEnd();
        }
    }
}

/// <summary>The database was upgraded by a newer version of the program; an older one must not write to it.</summary>
public sealed class SchemaTooNewException(long present, int known) : Exception(
    $"The database has schema {present}, this program knows {known}. Start the newer program, or restore the backup taken before the upgrade.");
