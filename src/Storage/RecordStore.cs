using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>What the two stores share: all reading. How they write is their own.</summary>
public abstract class RecordStore : ICaseStore
{
    private protected RecordStore()
    {
    }

    public event Action<CommitNotice>? Committed
    {
        add => Announcer.Committed += value;
        remove => Announcer.Committed -= value;
    }

    private protected CommitAnnouncer Announcer { get; } = new();

    private protected abstract IDatabase Database { get; }

    internal IDatabase Dialect => Database;

    public BallotBoxes Ballots => new BallotBoxes(this);

    public ProofLog Log => new ProofLog(this);

    /// <summary>Opens the store that a connection string means: <c>Host=…</c> is PostgreSQL, <c>Data Source=FILE</c> or a bare file name SQLite. Upgrades the schema.</summary>
    public static async Task<ICaseStore> Open(string connectionString, CancellationToken ct = default) =>
        IsPostgres(connectionString) ? await PostgresStore.Open(connectionString, ct) : await SqliteStore.Open(connectionString, ct);

    /// <summary>Whether a connection string means PostgreSQL.</summary>
    public static bool IsPostgres(string connectionString)
    {
        var keys = connectionString.Split(';').Select(part => part.Split('=')[0].Trim());
        return keys.Any(key => key.Equals("Host", StringComparison.OrdinalIgnoreCase) || key.Equals("Server", StringComparison.OrdinalIgnoreCase));
    }

    public abstract Task<AppendResult> Append(Append append, CancellationToken ct);

    public async Task<IReadOnlyList<RecordedFact>> Read(StreamId stream, long afterVersion, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await RecordReading.Stream(connection, stream, afterVersion, ct);
    }

    public async IAsyncEnumerable<RecordedFact> ReadOn(StreamId stream, long afterVersion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        const int atATime = 1_000;
        while (true)
        {
            // the connection is not held while the caller works
            IReadOnlyList<RecordedFact> some;
            await using (var connection = await Database.Open(ct)) some = await RecordReading.On(connection, stream, afterVersion, atATime, ct);
            foreach (var recorded in some) yield return recorded;
            if (some.Count < atATime) yield break;
            afterVersion = some[^1].Version;
        }
    }

    public async Task<IReadOnlyList<ToldFact>> ReadBack(StreamId stream, long before, int limit, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await RecordReading.Back(connection, stream, before, limit, ct);
    }

    public async Task<IReadOnlyList<RecordedFact>> ReadAll(long afterPosition, int limit, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await RecordReading.All(connection, afterPosition, limit, ct);
    }

    public async Task<long> LastPosition(CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("select coalesce(max(position), 0) from events", cancellationToken: ct));
    }

    public async Task<IReadOnlyList<StreamId>> Streams(string prefix, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await connection.Rows(
            "select name from streams where substr(name, 1, @length) = @prefix order by stream_no", new { prefix, length = prefix.Length }, row => new StreamId(row.GetString(0)), ct);
    }

    public async Task<string?> FindIdempotent(string key, string person, CancellationToken ct) => (await Entry(key, person, ct))?.Response;

    public async Task<AppendResult?> Recall(string key, string person, string requestHash, CancellationToken ct) =>
        await Entry(key, person, ct) is not { } first ? null
        : first.RequestHash == requestHash ? new AppendResult.Repeated(first.Response)
        : new AppendResult.KeyReused();

    public Task<int> ForgetIdempotent(DateTimeOffset before, CancellationToken ct) => Write(
        (connection, transaction) => connection.Execute(Database, new("delete from idempotency where at < $1", before.UtcTicks), ct, transaction), ct);

    public async Task<CasePage> Cases(CaseQuery query, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await CaseList.Page(connection, query, ct);
    }

    public async Task<IReadOnlyDictionary<Phase, int>> CountByPhase(CaseQuery query, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await CaseList.CountByPhase(connection, query, ct);
    }

    public async Task<IReadOnlyList<InboxRow>> Inbox(PersonId person, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await InboxList.Of(connection, person, ct);
    }

    public async Task<IReadOnlyList<StuckRow>> Stuck(Sight? sight, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await StuckList.Of(connection, sight, ct);
    }

    public async Task<IReadOnlyList<TilbudRow>> Tilbud(Sight? sight, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await TilbudList.Of(connection, sight, ct);
    }

    public async Task<IReadOnlyList<EndedCase>> EndedCases(UnitId? unit, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await BalanceList.Of(connection, unit, ct);
    }

    public async Task<UnitCompliance> Compliance(ComplianceQuery query, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await ComplianceList.Figures(connection, query, ct);
    }

    public async Task<CompliancePage> ComplianceCases(ComplianceQuery query, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await ComplianceList.Page(connection, query, ct);
    }

    public async Task<IReadOnlyList<RetentionRow>> Retention(UnitId? unit, Sight? sight, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await RetentionList.Of(connection, unit, sight, ct);
    }

    public async Task<bool> ListsAreBehind(CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await BalanceList.IsBehind(connection, ct) || await ComplianceList.IsBehind(connection, ct) || await RetentionList.IsBehind(connection, ct);
    }

    public Task<IReadOnlyList<DueTimerRow>> ClaimDue(DateTimeOffset now, int limit, CancellationToken ct) =>
        Write((connection, transaction) => DueTimers.Claim(connection, transaction, Database, now, limit, ct), ct);

    public abstract Task RebuildLists(Func<StreamId, IReadOnlyList<RecordedFact>, ListRows> project, CancellationToken ct);

    public async Task<IReadOnlyList<StreamId>> StreamsNaming(PersonId person, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await connection.RowsOfAll(
            Database.In("select s.name from streams s where s.stream_no in (select e.stream_no from events e where {bytes_in}) order by s.stream_no"),
            new { sought = System.Text.Encoding.UTF8.GetBytes(person.ToString()) }, row => new StreamId(row.GetString(0)), ct);
    }

    public async Task<IReadOnlyList<TextPlace>> TextPlaces(IReadOnlyCollection<string> texts, CancellationToken ct)
    {
        const int inQuery = 4_000; // each question reads all texts, which are in order of their streams
        await using var connection = await Database.Open(ct);
        var places = new List<TextPlace>();
        foreach (var some in texts.Distinct().Chunk(inQuery))
        {
            var values = new DynamicParameters();
            places.AddRange(await connection.RowsOfAll(
                $"select s.name, t.commitment, t.field from texts t join streams s on s.stream_no = t.stream_no where t.commitment in {values.AddList("hash", some.Select(Convert.FromHexString))} order by t.stream_no, t.field", values,
                row => new TextPlace(row.GetString(0), row.Hex(1), row.GetString(2)), ct));
        }

        return places;
    }

    public async Task<IReadOnlyList<TextPlace>> TextsOf(StreamId stream, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return await connection.Rows(
            "select s.name, t.commitment, t.field from texts t join streams s on s.stream_no = t.stream_no where s.name = @stream order by t.field, t.commitment", new { stream = stream.Value },
            row => new TextPlace(row.GetString(0), row.Hex(1), row.GetString(2)), ct);
    }

    public abstract Task<bool> Scrub(CancellationToken ct);

    public async Task<byte[]?> Content(string sha256, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        return (await connection.Rows("select content from contents where sha256 = @sha256", new { sha256 }, row => row.Bytes(0), ct)).SingleOrDefault();
    }

    public Task<string> PutContent(ReadOnlyMemory<byte> content, CancellationToken ct) => Write(
        async (connection, transaction) =>
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
            await connection.Execute(Database, new("insert into contents (sha256, content) values ($1, $2) on conflict (sha256) do nothing", sha256, content.ToArray()), ct, transaction);
            return sha256;
        }, ct);

    public Task<string> NextCaseNumber(int year, CancellationToken ct) => Write(
        async (connection, transaction) =>
        {
            const string sql = "insert into case_numbers (year, latest) values (@year, 1) on conflict (year) do update set latest = case_numbers.latest + 1 returning latest";
            var latest = await connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, new { year = (long)year }, transaction, cancellationToken: ct));
            return string.Create(CultureInfo.InvariantCulture, $"{year}-{latest:0000}");
        }, ct);

    public async Task Ping(CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        await connection.ExecuteScalarAsync<long>(new CommandDefinition("select count(*) from schema_versions", cancellationToken: ct));
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>A write that is no append and raises no version, in a transaction of its own.</summary>
    internal abstract Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken ct);

    async Task<IdempotencyEntry?> Entry(string key, string person, CancellationToken ct)
    {
        await using var connection = await Database.Open(ct);
        var found = await connection.Rows("select request_hash, response from idempotency where key = @key and person = @person", new { key, person },
            row => new IdempotencyEntry(key, person, row.GetString(0), row.GetString(1)), ct);
        return found.SingleOrDefault();
    }
}
