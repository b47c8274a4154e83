namespace LmsWorkflow.Storage;

/// <summary>
/// Where the record and its streams ended when this node last wrote. While no other node writes, that is where they still end, and a group needs no look-up of its
/// own: it is written at once. The database's unique keys on position, stream name, stream version and idempotency key refuse the group when it was not so.
/// Not thread-safe: the writer's own.
/// </summary>
sealed class OwnEnds
{
    const int MostStreams = 10_000;

    /// <summary>Another node that wrote once will mostly write again, and a group that is refused is written twice.</summary>
    const int GroupsAfterClash = 100;

    readonly Dictionary<string, StreamEnd> ends = new(StringComparer.Ordinal);
    long? last;
    int wait;

    /// <summary>What the group can be ruled on, or null when it must be looked up.</summary>
    public Sequencer? For(IEnumerable<PreparedAppend> group)
    {
        if (last is not { } position) return null;
        if (wait > 0)
        {
            wait--;
            return null;
        }

        var known = new Dictionary<string, StreamEnd>(StringComparer.Ordinal);
        foreach (var append in group)
        {
            // with no fact there is no position for the database to refuse
            if (append.Streams.All(stream => stream.Events.IsEmpty)) return null;
            foreach (var name in append.StreamNames())
            {
                if (ends.TryGetValue(name, out var end)) known[name] = end;
                else if (!append.Begins(name)) return null;
            }
        }

        return new(position, known, []);
    }

    public void Learn(IEnumerable<Ruling> committed)
    {
        if (ends.Count > MostStreams) ends.Clear();
        foreach (var ruling in committed.Where(ruling => ruling.Writes))
        {
            last = ruling.LastPosition;
            foreach (var (name, end) in ruling.Ends) ends[name] = end;
        }
    }

    /// <summary>Somebody else wrote, or it is not known whether we did.</summary>
    public void Forget()
    {
        ends.Clear();
        (last, wait) = (null, GroupsAfterClash);
    }
}
