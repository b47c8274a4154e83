using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using System.Text.Json;
using Dapper;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>
/// Holds the texts that are there against what the events promise: a text that is gone was erased by a decision of two persons, and a text that was erased is gone. What is told of erasures is read
/// from the events, which the rest of the check holds against the log.
/// </summary>
sealed partial class ErasureCheck
{
    const int InQuery = 300;

    readonly Dictionary<(string Stream, string Text), long> told = [];
    readonly List<(long Position, string Stream, PersonId? Confirmed, TextsErased Fact)> erased = [];
    ErasureBook book = ErasureBook.Empty;

    public async Task Learn(DbConnection connection, CancellationToken ct)
    {
        const string sql = """
            select e.position, s.name, e.name, e.body from events e join streams s on s.stream_no = e.stream_no
            where s.name = @erasures or substr(s.name, 1, 7) = @prefix order by e.position
            """;
        foreach (var (position, stream, name, body) in await connection.Rows(
            sql, new { erasures = StreamId.Erasures.Value, prefix = StreamId.ErasedPrefix }, row => (row.GetInt64(0), new StreamId(row.GetString(1)), row.GetString(2), row.Bytes(3)), ct))
        {
            // what cannot be read is found by its leaf
            if (Read(name, body) is not { } read) continue;
            book = book.After(read.Fact, read.Stamp);
            if (stream.AsErasedOf is not { } of || read.Fact is not TextsErased fact) continue;
            erased.Add((position, of.Value, read.Stamp.Person, fact));
            foreach (var text in fact.Texts) told.TryAdd((of.Value, text), position);
        }
    }

    /// <summary>Position of the event that tells that the text was erased.</summary>
    public long? ToldAt(string stream, string text) => told.TryGetValue((stream, text), out var position) ? position : null;

    /// <summary>Erasures that are told where the texts were, and that were not decided by two persons for just these texts.</summary>
    public IEnumerable<LogFault> Undecided() => erased.Where(one => !ErasureProof.IsDecided(book.Find(one.Fact.Erasure), one.Confirmed, one.Fact))
        .Select(one => new LogFault(LogFaultKind.ErasureUndecided, one.Position, one.Position - 1, one.Stream));

    /// <summary>Texts these events carry that are neither there nor told to be erased.</summary>
    public async Task<IEnumerable<LogFault>> Missing(DbConnection connection, IReadOnlyCollection<(long Position, long StreamNo, string Stream, string Name, byte[] Body)> events, CancellationToken ct)
    {
        var asked = events.SelectMany(one => HashPattern().Matches(Encoding.UTF8.GetString(one.Body)).Select(match => (one.StreamNo, one.Stream, Hash: match.Groups[1].Value)))
            .Where(one => !told.ContainsKey((one.Stream, one.Hash))).Select(one => (one.StreamNo, one.Hash)).Distinct().ToList();
        var absent = new HashSet<(long, string)>();
        foreach (var some in asked.Chunk(InQuery)) absent.UnionWith(await Absent(connection, some, ct));
        if (absent.Count == 0) return [];
        // a hash of a content or a document is no text: only reading the event as what it is tells them apart
        return
        [
            .. events.Where(one => HashPattern().Matches(Encoding.UTF8.GetString(one.Body)).Any(match => absent.Contains((one.StreamNo, match.Groups[1].Value))))
                .SelectMany(one => Sealed(one.Name, one.Body).Where(text => absent.Contains((one.StreamNo, text))).Select(text => new LogFault(LogFaultKind.TextMissing, one.Position, one.Position - 1, $"{one.Stream} {text}"))),
        ];
    }

    static async Task<IEnumerable<(long, string)>> Absent(DbConnection connection, (long StreamNo, string Hash)[] some, CancellationToken ct)
    {
        var values = new DynamicParameters();
        var rows = string.Join(", ", some.Select((one, at) =>
        {
            values.Add("s" + at, one.StreamNo);
            values.Add("c" + at, Convert.FromHexString(one.Hash));
            return $"(@s{at}, @c{at})";
        }));
        return await connection.Rows(
            $"with asked (stream_no, commitment) as (values {rows}) select a.stream_no, a.commitment from asked a where not exists (select 1 from texts t where t.stream_no = a.stream_no and t.commitment = a.commitment)", values,
            row => (row.GetInt64(0), row.Hex(1)), ct);
    }

    static ImmutableArray<string> Sealed(string name, byte[] body)
    {
        try
        {
            return EventJson.Missing(name, body, ErasedTexts.NoTexts);
        }
        catch (Exception strange) when (strange is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return [];
        }
    }

    static (Stamp Stamp, Fact Fact)? Read(string name, byte[] body)
    {
        try
        {
            return EventJson.Read(name, body, ErasedTexts.NoTexts);
        }
        catch (Exception strange) when (strange is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    [System.Text.RegularExpressions.GeneratedRegex("\"([0-9a-f]{64})\"")]
    private static partial System.Text.RegularExpressions.Regex HashPattern();
}
