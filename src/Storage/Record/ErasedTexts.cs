using System.Data.Common;
using Dapper;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>What the events that tell of erasures say of single texts.</summary>
static class ErasedTexts
{
    const int InQuery = 400;

    /// <summary>Marks of texts erased in these streams, by commitment.</summary>
    public static async Task<Dictionary<string, ErasureMark>> Marks(DbConnection connection, IEnumerable<string> streams, CancellationToken ct, DbTransaction? transaction = null)
    {
        var marks = new Dictionary<string, ErasureMark>(StringComparer.Ordinal);
        foreach (var some in streams.Chunk(InQuery))
        {
            var values = new DynamicParameters();
            var rows = await connection.Rows(
                $"select e.name, e.body from events e join streams s on s.stream_no = e.stream_no where s.name in {values.AddList("name", some.Select(name => StreamId.ErasedPrefix + name))} order by e.position", values,
                row => (Name: row.GetString(0), Body: row.Bytes(1)), ct, transaction);
            foreach (var (name, body) in rows) Mark(marks, EventJson.Read(name, body, NoTexts));
        }

        return marks;
    }

    static void Mark(Dictionary<string, ErasureMark> marks, (Stamp Stamp, Fact Fact) read)
    {
        if (read.Fact is not TextsErased erased) return;
        foreach (var text in erased.Texts) marks.TryAdd(text, new(erased.Erasure, erased.Ground, read.Stamp.At));
    }

    public static readonly IReadOnlyDictionary<string, StoredText> NoTexts = new Dictionary<string, StoredText>();
}
