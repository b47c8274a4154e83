using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A checkpoint in a list.</summary>
public sealed record CheckpointView(long Size, DateTimeOffset At, string Root, string Heads, ImmutableArray<CosignatureView> Cosignatures)
{
    public static CheckpointView Of(StoredCheckpoint stored) => new(
        stored.Checkpoint.Size, stored.At, Convert.ToBase64String(stored.Checkpoint.Root), Convert.ToBase64String(stored.Checkpoint.Heads),
        [.. stored.Cosignatures.Select(cosignature => new CosignatureView(cosignature.Name, cosignature.At))]);
}

public sealed record CosignatureView(string Key, DateTimeOffset At);

/// <param name="Next">Give as <c>before</c> for the next page; null on the last.</param>
public sealed record CheckpointsView(string Origin, ImmutableArray<CheckpointView> Checkpoints, long? Next);

/// <summary>The log's public keys and witnesses, with when each was in use.</summary>
public sealed record LogKeysView(string Origin, ImmutableArray<LogKeyEntry> Keys, ImmutableArray<WitnessEntry> Witnesses);

/// <summary>A proof over leaves: hashes in base64, lowest first.</summary>
public sealed record LogProofView(long From, long Size, ImmutableArray<string> Path);

/// <param name="Bucket">Every stream that shares the bucket: SHA-256 of its name, version, hash of its last leaf.</param>
public sealed record HeadView(long Size, ImmutableArray<HeadEntryView> Bucket, ImmutableArray<string> Path);

public sealed record HeadEntryView(string Key, long Version, string Leaf);

/// <summary>How the check of the whole record goes, or went.</summary>
public sealed record RecordCheckView(DateTimeOffset Began, DateTimeOffset? Ended, long Done, long Size, long Checkpoints, ImmutableArray<LogFault> Faults);

/// <summary>
/// The proof log for programs and witnesses. Checkpoints, keys and proofs over leaves hold nothing but hashes and are for everybody, also without signing in: whoever is to check us must not
/// need our leave. Where a stream ends is told to those who may read it.
/// </summary>
static class LogEndpoints
{
    const int PageLength = 100;

    /// <summary>The latest checkpoint with all its signatures, as text (C2SP tlog-checkpoint).</summary>
    public static async Task<IResult> Latest(HttpContext http) => Note(await Log(http).Latest(http.RequestAborted));

    public static async Task<IResult> At(HttpContext http) => Number(http, "size") is { } size ? Note(await Log(http).At(size, http.RequestAborted)) : new ProblemResult(Problem.NotFound);

    public static async Task<IResult> Checkpoints(HttpContext http)
    {
        var before = long.MaxValue;
        if (http.Request.Query["before"].FirstOrDefault() is { Length: > 0 } asked && !Read(asked, out before)) return new ProblemResult(Problem.Malformed());
        if (TakeOut.IsAsked(http)) return TakeOut.Of(http, LogSheets.Checkpoints.With(Every(Log(http), http.RequestAborted)));
        var found = await Log(http).Before(before, PageLength + 1, http.RequestAborted);
        var page = found.Take(PageLength).Select(CheckpointView.Of).ToImmutableArray();
        return new ViewResult(new CheckpointsView(await Origin(http), page, found.Count > PageLength ? page[^1].Size : null));
    }

    static async IAsyncEnumerable<StoredCheckpoint> Every(ProofLog log, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var before = long.MaxValue; ;)
        {
            var found = await log.Before(before, PageLength, ct);
            foreach (var checkpoint in found) yield return checkpoint;
            if (found.Count < PageLength) yield break;
            before = found[^1].Checkpoint.Size;
        }
    }

    public static async Task<IResult> Keys(HttpContext http)
    {
        var book = await http.RequestServices.GetRequiredService<LogPath>().Load(http.RequestAborted);
        return new ViewResult(new LogKeysView(await Origin(http), book.Keys, book.Witnesses));
    }

    public static Task<IResult> Inclusion(HttpContext http) => Proof(http, "position", 1, (log, position, size, ct) => position <= size ? log.Inclusion(position, size, ct) : null);

    public static Task<IResult> Consistency(HttpContext http) => Proof(http, "from", 0, (log, from, size, ct) => from <= size ? log.Consistency(from, size, ct) : null);

    public static async Task<IResult> Head(HttpContext http)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (!Guid.TryParse(http.Request.RouteValues["id"]?.ToString(), out var id)) return new ProblemResult(Problem.NotFound);
        var loaded = await http.RequestServices.GetRequiredService<CaseLoader>().Current(new(id), http.RequestAborted);
        if (loaded.File.Standing == Standing.NotRegistered) return new ProblemResult(Problem.NotFound);
        if (CaseAccess.Capacity(actor, Act.ReadHistory, loaded.File, OsloTime.Date(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())) is null) return new ProblemResult(Problem.NotAllowed);
        return await Log(http).Head(StreamId.Case(loaded.File.Id), http.RequestAborted) is { } proof
            ? new ViewResult(new HeadView(proof.Checkpoint.Checkpoint.Size, [.. proof.Bucket.Select(head => new HeadEntryView(Convert.ToBase64String(head.Key), head.Version, Convert.ToBase64String(head.Leaf)))], Base64(proof.Path)))
            : new ProblemResult(Problem.NotFound);
    }

    /// <summary>What a witness that saw <c>old</c> events is asked to sign (C2SP tlog-witness), as one text.</summary>
    public static async Task<IResult> WitnessRequest(HttpContext http)
    {
        var old = 0L;
        if (http.Request.Query["old"].FirstOrDefault() is { Length: > 0 } asked && !Read(asked, out old)) return new ProblemResult(Problem.Malformed());
        if (await Log(http).Latest(http.RequestAborted) is not { } latest || old > latest.Checkpoint.Size) return new ProblemResult(Problem.NotFound);
        return Results.Text(new WitnessRequest(old, await Log(http).Consistency(old, latest.Checkpoint.Size, http.RequestAborted), latest.Note).Write(), "text/plain; charset=utf-8");
    }

    /// <summary>A note with the signature of a witness we know. It needs no signing in: the signature says who it is.</summary>
    public static async Task<IResult> Cosign(HttpContext http)
    {
        var note = System.Text.Encoding.UTF8.GetString(await RequestBody.ReadAtMost(http, SignedNote.Longest));
        return await http.RequestServices.GetRequiredService<Cosigning>().Take(note, http.RequestAborted) is { } refusal
            ? new ProblemResult(Problem.Refused(StatusCodes.Status422UnprocessableEntity, [refusal]))
            : Results.Text("", statusCode: StatusCodes.Status201Created);
    }

    public static Task<IResult> Admit(HttpContext http) => Run<AdmitWitness>(http);

    public static Task<IResult> Dismiss(HttpContext http) => Run<DismissWitness>(http);

    public static Task<IResult> Retire(HttpContext http) => Run<RetireLogKey>(http);

    public static async Task<IResult> ChangeKey(HttpContext http) => http.Actor() is { } actor
        ? Answer(http, await http.RequestServices.GetRequiredService<CheckpointMaker>().ChangeKey(actor, http.RequestAborted))
        : new ProblemResult(Problem.NotSignedIn);

    public static async Task<IResult> StartCheck(HttpContext http)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        return await http.RequestServices.GetRequiredService<RecordChecker>().Start(actor, http.RequestAborted) ? Results.StatusCode(StatusCodes.Status202Accepted) : new ProblemResult(Problem.NotAllowed);
    }

    public static IResult Check(HttpContext http)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (CaseAccess.Capacity(actor, Act.CheckRecord, []) is null) return new ProblemResult(Problem.NotAllowed);
        return http.RequestServices.GetRequiredService<RecordChecker>().Latest is { } run
            ? new ViewResult(new RecordCheckView(run.Began, run.Ended, run.State.Done, run.State.Size, run.State.Checkpoints, run.State.Faults))
            : new ProblemResult(Problem.NotFound);
    }

    static async Task<IResult> Run<T>(HttpContext http) where T : LogRequest
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        var request = (LogRequest)RequestBody.Parse(await RequestBody.Bytes(http), typeof(T), []);
        return Answer(http, await http.RequestServices.GetRequiredService<LogPath>().Run(request, actor, http.RequestAborted));
    }

    static IResult Answer(HttpContext http, LogResult result) => result switch
    {
        LogResult.Refused { Forbidden: true } => new ProblemResult(Problem.NotAllowed),
        LogResult.Refused refused => new ProblemResult(Problem.Refused(StatusCodes.Status422UnprocessableEntity, refused.Reasons)),
        _ => Results.StatusCode(http.Request.Method == HttpMethods.Post ? StatusCodes.Status201Created : StatusCodes.Status200OK),
    };

    static async Task<IResult> Proof(HttpContext http, string name, long least, Func<ProofLog, long, long, CancellationToken, Task<ImmutableArray<byte[]>>?> make)
    {
        if (!Read(http.Request.Query[name].FirstOrDefault(), out var first) || !Read(http.Request.Query["size"].FirstOrDefault(), out var size) || first < least) return new ProblemResult(Problem.Malformed());
        var log = Log(http);
        return size <= await log.Size(http.RequestAborted) && make(log, first, size, http.RequestAborted) is { } proof
            ? new ViewResult(new LogProofView(first, size, Base64(await proof)))
            : new ProblemResult(Problem.NotFound);
    }

    static IResult Note(StoredCheckpoint? checkpoint) => checkpoint is null ? new ProblemResult(Problem.NotFound) : Results.Text(checkpoint.Cosigned.Write(), "text/plain; charset=utf-8");

    static ImmutableArray<string> Base64(IEnumerable<byte[]> hashes) => [.. hashes.Select(Convert.ToBase64String)];

    static ProofLog Log(HttpContext http) => http.RequestServices.GetRequiredService<ICaseStore>().Log;

    static async Task<string> Origin(HttpContext http) => (await Log(http).Latest(http.RequestAborted))?.Checkpoint.Origin ?? "";

    static long? Number(HttpContext http, string name) => Read(http.Request.RouteValues[name]?.ToString(), out var number) ? number : null;

    static bool Read(string? text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
