using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>One thing that happened, as a sentence.</summary>
/// <param name="Fact">Stored name.</param>
public sealed record HistoryLine(long Version, DateTimeOffset At, PersonId? Person, Role Capacity, string Fact, string Nb, string Nn);

/// <param name="Next">Give as <c>after</c> for the next page; null on the last.</param>
public sealed record HistoryPage(ImmutableArray<HistoryLine> Lines, long? Next);

/// <summary>The case's stream as sentences, oldest first, and the refused attempts for those who may see the whole history.</summary>
static class HistoryEndpoint
{
    const int PageLength = 100;

    public static Task<IResult> Get(HttpContext http) => Page(http, StreamId.Case);

    public static Task<IResult> Attempts(HttpContext http) => Page(http, StreamId.Attempts);

    static async Task<IResult> Page(HttpContext http, Func<CaseId, StreamId> stream)
    {
        long after = 0;
        if (http.Request.Query["after"].FirstOrDefault() is { Length: > 0 } text && !long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out after))
            return new ProblemResult(Problem.Malformed());
        CaseId? id = null;
        var allowed = await CaseReads.Read(http, Act.ReadHistory, (_, loaded, _) => id = loaded.File.Id);
        if (id is not { } found) return allowed;
        var services = http.RequestServices;
        var recorded = await services.GetRequiredService<ICaseStore>().Read(stream(found), after, http.RequestAborted);
        return new ViewResult(Page(recorded, services.GetRequiredService<People>().Directory, services.GetRequiredService<TimeProvider>().GetUtcNow()));
    }

    static HistoryPage Page(IReadOnlyList<RecordedFact> recorded, PeopleDirectory directory, DateTimeOffset now)
    {
        var (nb, nn) = (new Viewer(null, Language.Nb, directory, now), new Viewer(null, Language.Nn, directory, now));
        var page = recorded.Take(PageLength).ToList();
        ImmutableArray<HistoryLine> lines = [.. page.Select(fact => Line(fact, nb, nn)).OfType<HistoryLine>()];
        return new(lines, recorded.Count > PageLength ? page[^1].Version : null);
    }

    static HistoryLine? Line(RecordedFact recorded, Viewer nb, Viewer nn)
    {
        var (one, other) = recorded.Fact switch
        {
            CaseFact fact => (FactSentences.Of(fact, recorded.Stamp, nb)?.Nb, FactSentences.Of(fact, recorded.Stamp, nn)?.Nn),
            AttemptRefused attempt => ($"{attempt.Request}: {string.Join(", ", attempt.Reasons)}", $"{attempt.Request}: {string.Join(", ", attempt.Reasons)}"),
            _ => (null, null),
        };
        return one is null || other is null ? null : new(recorded.Version, recorded.Stamp.At, recorded.Stamp.Person, recorded.Stamp.Capacity, recorded.Name, one, other);
    }
}
