using System.Globalization;
using System.Text;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>Notices as PostgreSQL carries them between nodes, a line each: <c>position version stream person,person</c>. Ids and numbers only.</summary>
static class CommitNoticeText
{
    /// <summary>A payload must stay under 8000 bytes; a line takes at most 5000.</summary>
    const int PeopleInLine = 140, LongestPayload = 7900;

    public static IEnumerable<string> Write(IEnumerable<CommitNotice> notices)
    {
        var payload = new StringBuilder();
        foreach (var line in notices.SelectMany(Lines))
        {
            if (payload.Length > 0 && payload.Length + line.Length + 1 > LongestPayload)
            {
                yield return payload.ToString();
                payload.Clear();
            }
            if (payload.Length > 0) payload.Append('\n');
            payload.Append(line);
        }
        if (payload.Length > 0) yield return payload.ToString();
    }

    /// <summary>Lines that are none of ours are passed over.</summary>
    public static IEnumerable<CommitNotice> Read(string payload)
    {
        foreach (var line in payload.Split('\n'))
            if (line.Split(' ') is [var position, var version, var stream, var people]
                && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                yield return new(new(stream), number, at, [.. People(people)]);
    }

    static IEnumerable<string> Lines(CommitNotice notice)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{notice.Position} {notice.Version} {notice.Stream.Value} ");
        if (notice.Inboxes.IsEmpty) return [head];
        return notice.Inboxes.Chunk(PeopleInLine).Select(people => head + string.Join(',', people));
    }

    static IEnumerable<PersonId> People(string people)
    {
        foreach (var person in people.Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (Guid.TryParseExact(person, "n", out var id)) yield return new(id);
    }
}
