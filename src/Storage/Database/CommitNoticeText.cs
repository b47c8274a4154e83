using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>A notice as PostgreSQL carries it between nodes: <c>position version stream person,person</c>. Ids and numbers only.</summary>
static class CommitNoticeText
{
    /// <summary>A payload must stay under 8000 bytes.</summary>
    const int PeopleInOne = 200;

    public static IEnumerable<string> Write(CommitNotice notice)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{notice.Position} {notice.Version} {notice.Stream.Value} ");
        if (notice.Inboxes.IsEmpty) return [head];
        return notice.Inboxes.Chunk(PeopleInOne).Select(people => head + string.Join(',', people));
    }

    /// <summary>Null when somebody else uses the channel.</summary>
    public static CommitNotice? Read(string payload) =>
        payload.Split(' ') is [var position, var version, var stream, var people]
        && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(new(stream), number, at, [.. People(people)])
            : null;

    static IEnumerable<PersonId> People(string people)
    {
        foreach (var person in people.Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (Guid.TryParseExact(person, "n", out var id)) yield return new(id);
    }
}
