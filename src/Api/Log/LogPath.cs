using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What came of an act on the proof log.</summary>
public abstract record LogResult
{
    public sealed record Done(LogBook Book) : LogResult;

    public sealed record Refused(ImmutableArray<Refusal> Reasons, bool Forbidden = false) : LogResult;
}

/// <summary>The part of the one road that concerns the proof log's keys and witnesses.</summary>
public sealed class LogPath(ICaseStore store, Attempts attempts, TimeProvider clock)
{
    const int MostRounds = 8;

    public async Task<LogBook> Load(CancellationToken ct) =>
        (await store.Read(StreamId.Log, 0, ct)).Aggregate(LogBook.Empty, (book, recorded) => book.After(recorded.Fact, recorded.Stamp));

    public async Task<LogResult> Run(LogRequest request, Actor actor, CancellationToken ct)
    {
        if (CaseAccess.Capacity(actor, request.Act, []) is not { } capacity) return await Refused(request, actor, [new NotAllowed(request.Act)], true, ct);
        for (var round = 1; ; round++)
        {
            var book = await Load(ct);
            var decision = request.Decide(book);
            if (decision is Decision.Refused refused) return await Refused(request, actor, refused.Reasons, false, ct);
            var accepted = (Decision.Accepted)decision;
            if (accepted.Facts.IsEmpty) return new LogResult.Done(book);
            var stamp = new Stamp(clock.GetUtcNow(), actor.Person, capacity, actor.SignIn);
            if (await store.Append(new(stamp, [new(StreamId.Log, book.Version, accepted.Facts)], ListChanges.None, null), ct) is AppendResult.Appended)
                return new LogResult.Done(accepted.Facts.Aggregate(book, (now, fact) => now.After(fact, stamp)));
            if (round == MostRounds) throw new InvalidOperationException("the log's own stream is written to by too many at once");
        }
    }

    async Task<LogResult> Refused(LogRequest request, Actor actor, ImmutableArray<Refusal> reasons, bool forbidden, CancellationToken ct)
    {
        await attempts.Record(request, actor, reasons, clock.GetUtcNow(), ct);
        return new LogResult.Refused(reasons, forbidden);
    }
}
