using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>
/// Gives positions and versions, and says no, for the appends of one group. Pure: it works on what the writer looked up under its lock, and
/// is told with <see cref="Keep"/> when an append's statements have run, so that the next append of the group is decided on them.
/// </summary>
sealed class Sequencer(long lastPosition, Dictionary<string, StreamEnd> ends, Dictionary<(string Key, string Person), IdempotencyEntry> keys)
{
    public Ruling Rule(PreparedAppend prepared)
    {
        if (Remembered(prepared.Append.Idempotency) is { } remembered) return Ruling.Without(remembered);
        foreach (var (stream, _) in prepared.Streams)
            if (stream.ExpectedVersion != StreamAppend.Any && End(stream.Stream).Version != stream.ExpectedVersion)
                return Ruling.Without(new AppendResult.Conflict(stream.Stream, End(stream.Stream).Version));
        return Accept(prepared);
    }

    public void Keep(Ruling ruling)
    {
        lastPosition = ruling.LastPosition;
        foreach (var (stream, end) in ruling.Ends) ends[stream] = end;
        if (ruling.Key is { } entry) keys[(entry.Key, entry.Person)] = entry;
    }

    AppendResult? Remembered(IdempotencyEntry? asked) =>
        asked is null || !keys.TryGetValue((asked.Key, asked.Person), out var first) ? null
        : first.RequestHash == asked.RequestHash ? new AppendResult.Repeated(first.Response)
        : new AppendResult.KeyReused();

    Ruling Accept(PreparedAppend prepared)
    {
        var statements = new List<Statement>(16);
        var recorded = ImmutableArray.CreateBuilder<RecordedFact>();
        var moved = new Dictionary<string, StreamEnd>(StringComparer.Ordinal);
        var position = lastPosition;
        foreach (var (stream, events) in prepared.Streams)
        {
            var name = stream.Stream.Value;
            if (!moved.TryGetValue(name, out var end)) end = End(stream.Stream);
            if (end.No == 0 && !events.IsEmpty)
            {
                // the position of its first fact is a number nothing else has
                end = new(position + 1, 0, null);
                statements.Add(new(InsertStream, end.No, name));
            }
            for (var i = 0; i < events.Length; i++)
            {
                position++;
                end = end.After(events[i], position, name);
                Write(events[i], end, position, statements);
                recorded.Add(new(position, stream.Stream, end.Version, events[i].Name, stream.Facts[i], stream.Stamp ?? prepared.Append.Stamp));
            }
            moved[name] = end;
        }
        foreach (var text in prepared.Append.Erase)
        {
            statements.Add(new(MarkErased, text.Stream, Convert.FromHexString(text.Text)));
            statements.Add(new(DeleteText, text.Stream, Convert.FromHexString(text.Text)));
        }

        foreach (var id in prepared.Append.Erase.Select(text => new StreamId(text.Stream).AsCase).OfType<CaseId>().Distinct())
        {
            statements.Add(new(DeleteKeys, $"%{id}%"));
            statements.Add(new(RetentionList.LookAgain, StreamId.Case(id).Value));
        }

        var notices = Lists(prepared.Append.Lists, moved, statements);
        var told = prepared.Streams.Where(stream => !stream.Events.IsEmpty).Select(stream => stream.Stream.Stream.Value).Concat(notices.Keys).ToHashSet(StringComparer.Ordinal);
        var notified = moved.Where(m => told.Contains(m.Key)).Select(m => new CommitNotice(new(m.Key), m.Value.Version, position, notices.GetValueOrDefault(m.Key, [])));
        if (prepared.Append.Idempotency is { } key)
            statements.Add(new(InsertKey, key.Key, key.Person, key.RequestHash, key.Response, prepared.Append.Stamp.At.UtcTicks));
        return new(new AppendResult.Appended(recorded.ToImmutable()), statements, position, moved, prepared.Append.Idempotency, [.. notified]);
    }

    Dictionary<string, ImmutableArray<PersonId>> Lists(ListChanges lists, Dictionary<string, StreamEnd> moved, List<Statement> statements)
    {
        var inboxes = new Dictionary<string, ImmutableArray<PersonId>>();
        foreach (var change in lists.Changes)
        {
            var end = moved.TryGetValue(change.Stream.Value, out var own) ? own : End(change.Stream);
            if (end.No == 0) throw new InvalidOperationException($"List rows were given for stream {change.Stream}, which has no facts.");
            var people = new HashSet<PersonId>();
            ListDifference.Write(change, end.No, statements, people);
            inboxes[change.Stream.Value] = [.. people];
            moved.TryAdd(change.Stream.Value, end);
        }
        return inboxes;
    }

    StreamEnd End(StreamId stream) => ends.GetValueOrDefault(stream.Value);

    static void Write(WrittenEvent written, StreamEnd end, long position, List<Statement> statements)
    {
        statements.Add(new(InsertEvent, position, end.No, end.Version, written.Name, written.Body));
        statements.Add(new(InsertLeaf, position, end.Leaf));
        foreach (var text in written.Texts)
            statements.Add(new(InsertText, end.No, text.Commitment, text.Field, text.Salt, text.Value));
    }

    internal const string InsertStream = "insert into streams (stream_no, name) values ($1, $2)";

    internal const string InsertEvent = "insert into events (position, stream_no, stream_version, name, body) values ($1, $2, $3, $4, $5)";

    internal const string InsertLeaf = "insert into leaves (position, hash) values ($1, $2)";

    // the same text may be carried by several facts of a stream; and one that was erased by a write that was decided on before it
    internal const string InsertText = """
        insert into texts (stream_no, commitment, field, salt, value) select $1, $2, $3, $4, $5
        where not exists (select 1 from erased_texts e where e.stream_no = $1 and e.commitment = $2)
        on conflict (stream_no, commitment) do nothing
        """;

    internal const string InsertTexts = """
        insert into texts (stream_no, commitment, field, salt, value) select * from unnest($1, $2, $3, $4, $5) as v (stream_no, commitment, field, salt, value)
        where not exists (select 1 from erased_texts e where e.stream_no = v.stream_no and e.commitment = v.commitment)
        on conflict (stream_no, commitment) do nothing
        """;

    const string MarkErased = "insert into erased_texts (stream_no, commitment) select stream_no, $2 from streams where name = $1 on conflict (stream_no, commitment) do nothing";

    const string DeleteText = "delete from texts where stream_no = (select stream_no from streams where name = $1) and commitment = $2";

    // what a request is recognised by is a hash over what was typed: short texts could be guessed from it
    const string DeleteKeys = "delete from idempotency where response like $1";

    internal const string InsertKey = "insert into idempotency (key, person, request_hash, response, at) values ($1, $2, $3, $4, $5)";
}

/// <param name="No">0: the stream does not exist yet.</param>
/// <param name="Leaf">Hash of the stream's last leaf in the proof log; null when there is none.</param>
readonly record struct StreamEnd(long No, long Version, byte[]? Leaf)
{
    public StreamEnd After(WrittenEvent written, long position, string stream) => this with
    {
        Version = Version + 1,
        Leaf = new LogLeaf(position, stream, Version + 1, written.Name, written.BodyHash, Leaf ?? LogLeaf.None).Hash(),
    };
}

/// <summary>What is answered once the group is committed, and what must be written for it to be true.</summary>
sealed record Ruling(
    AppendResult Result, IReadOnlyList<Statement> Statements, long LastPosition, IReadOnlyDictionary<string, StreamEnd> Ends,
    IdempotencyEntry? Key, ImmutableArray<CommitNotice> Notices)
{
    public static Ruling Without(AppendResult result) => new(result, [], 0, ImmutableDictionary<string, StreamEnd>.Empty, null, []);

    public bool Writes => Result is AppendResult.Appended;
}
