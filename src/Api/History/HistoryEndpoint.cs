using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>One thing that happened, as a sentence.</summary>
/// <param name="Fact">Stored name.</param>
public sealed record HistoryLine(long Version, DateTimeOffset At, PersonId? Person, Role Capacity, string Fact, string Nb, string Nn)
{
    /// <summary>Of a refused attempt: the kind of request, e.g. <c>GiveSignOff</c>. Null of all else.</summary>
    public string? Tried { get; init; }

    /// <summary>Of a refused attempt: names of the reasons, as refusals have them; empty of all else.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];
}

/// <param name="Next">Give as <c>after</c> for the next page; null on the last.</param>
public sealed record HistoryPage(ImmutableArray<HistoryLine> Lines, long? Next);

/// <summary>One fact for programs.</summary>
/// <param name="Leaf">Hash of its leaf in the proof log, base64.</param>
/// <param name="Stored">The event as it lies in the record; texts people wrote are in it by their commitment only, and what <see cref="ConfidentialValues"/> names is left out.</param>
public sealed record HistoryFact(HistoryLine Line, long Position, string? Leaf, string SignIn, System.Text.Json.Nodes.JsonObject Stored);

/// <summary>The case's stream as sentences, oldest first, and the refused attempts for those who may see the whole history.</summary>
static class HistoryEndpoint
{
    const int PageLength = 100;

    public static Task<IResult> Get(HttpContext http) => Page(http, StreamId.Case);

    public static Task<IResult> Attempts(HttpContext http) => Page(http, StreamId.Attempts);

    /// <summary>Newest first, with the filters of the page: part, person, capacity, phase, document, kind, from, to, q; on with <c>before</c>.</summary>
    public static async Task<IResult> Search(HttpContext http)
    {
        var before = long.MaxValue;
        if (HistoryFilter.Read(http.Request.Query) is not { } filter || (http.Request.Query["before"].FirstOrDefault() is { Length: > 0 } text && !Number(text, out before))) return new ProblemResult(Problem.Malformed());
        var (file, refused) = await Allowed(http);
        if (file is null) return refused;
        // as it was: what was refused or opened since then is not of that time
        if (http.Request.Query.ContainsKey("at")) filter = filter with { Part = HistoryPart.Happened };
        var (nb, nn) = await Readers(http, file);
        // who sees no document finds no word of one: how many facts were found would tell it
        var capacity = await CapacityToday(http, file.Id, Act.ReadHistory);
        if (await CapacityToday(http, file.Id, Act.ReadCase) is null) filter = filter with { InTexts = false };
        if (TakeOut.IsAsked(http)) return TakeOut.Of(http, HistorySheet.History.With(http.RequestServices.GetRequiredService<HistorySearch>().Every(file, filter, nb, nn, http.RequestAborted)), file.Id, capacity!.Value);
        if (filter.Part == HistoryPart.Happened) before = Math.Min(before, file.Version + 1);
        var found = await http.RequestServices.GetRequiredService<HistorySearch>().Find(file, filter, before, nb, nn, http.RequestAborted);
        return new ViewResult(new HistoryPage([.. found.Facts.Select(Line)], found.Next));
    }

    /// <summary>By the case as it is today, also for who looks back to before she was of it.</summary>
    static async Task<Role?> CapacityToday(HttpContext http, CaseId id, Act act) => CaseAccess.Capacity(
        http.Actor()!, act, (await http.RequestServices.GetRequiredService<CaseLoader>().Current(id, http.RequestAborted)).File, OsloTime.Date(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()));

    /// <summary>One fact with its place in the proof log.</summary>
    public static async Task<IResult> One(HttpContext http)
    {
        if (!Number(http.Request.RouteValues["version"]?.ToString(), out var version) || HistoryFilter.Read(http.Request.Query) is not { } filter) return new ProblemResult(Problem.NotFound);
        var (file, refused) = await Allowed(http);
        if (file is null) return refused;
        var (nb, nn) = await Readers(http, file);
        var found = await http.RequestServices.GetRequiredService<HistorySearch>().One(file, filter.Part, version, nb, nn, http.RequestAborted);
        return found is null ? new ProblemResult(Problem.NotFound) : new ViewResult(await Fact(http, found));
    }

    public static async Task<HistoryFact> Fact(HttpContext http, FoundFact found)
    {
        var (recorded, leaf) = (found.Told.Recorded, await http.RequestServices.GetRequiredService<ICaseStore>().Log.Leaf(found.Told.Recorded.Position, http.RequestAborted));
        return new(Line(found), recorded.Position, leaf is null ? null : Convert.ToBase64String(leaf), recorded.Stamp.SignIn, StoredFact.Of(recorded));
    }

    static async Task<(CaseFile? File, IResult Refused)> Allowed(HttpContext http)
    {
        CaseFile? found = null;
        var refused = await CaseReads.Read(http, Act.ReadHistory, (_, loaded, _) => found = loaded.File);
        return (found, refused);
    }

    static async Task<(Viewer Nb, Viewer Nn)> Readers(HttpContext http, CaseFile file)
    {
        var (directory, now, definitions) = (http.RequestServices.GetRequiredService<People>().Directory, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), http.RequestServices.GetRequiredService<Definitions>());
        await definitions.Ensure(file, http.RequestAborted);
        var nb = new Viewer(null, Language.Nb, directory, now) { Book = definitions.Of(file).Names };
        return (nb, nb with { Language = Language.Nn });
    }

    public static HistoryLine Line(FoundFact found)
    {
        var (recorded, attempt) = (found.Told.Recorded, found.Told.Recorded.Fact as AttemptRefused);
        return new(recorded.Version, recorded.Stamp.At, recorded.Stamp.Person, recorded.Stamp.Capacity, recorded.Name, found.Sentence.Nb, found.Sentence.Nn) { Tried = attempt?.Request, Reasons = attempt?.Reasons ?? [] };
    }

    public static bool Number(string? text, out long number) => long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number);

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

    static HistoryLine? Line(RecordedFact recorded, Viewer nb, Viewer nn) =>
        HistorySearch.Sentence(recorded, nb, nn) is { } words ? Line(new(new(recorded, []), words)) : null;
}
