using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>
/// The one road (design §2). A request meets the case, facts come out, facts, lists and timers are stored in one transaction, and only then is anybody told.
/// Pages, programs, timers and scenarios all come this way.
/// </summary>
/// <param name="trails">Only where scenarios are run.</param>
public sealed class CommandPath(
    ICaseStore store, CaseLoader loader, Definitions definitions, People people, Attempts attempts, TimeProvider clock, Settings settings, Trails? trails = null)
{
    /// <summary>How often a command decides again when others were first, before it says so.</summary>
    const int MostRounds = 8;

    public async Task<CommandResult> Run(CaseId id, CaseRequest request, Actor actor, CommandOptions options, CancellationToken ct)
    {
        var key = IdempotencyKey.Of(id, request, actor, options);
        // the append looks the key up too; asking first is for what must not be done twice before it comes so far
        if (request.NeedsBallotsSealed() && await Recall(id, key, ct) is { } first) return first;
        // a case that is begun is not there yet; if it is, the append says so and the next round has read it
        var loaded = request is OpeningRequest ? loader.Unread(id) : await loader.Load(id, ct);
        for (var round = 1; ; round++)
        {
            var (result, next) = await Try(loaded, request, actor, options, key, round == MostRounds, ct);
            if (result is not null) return result;
            loaded = next!;
        }
    }

    /// <summary>What is missing before a gate, and what else a page wants to ask the rules, as this actor now.</summary>
    public CaseContext Context(LoadedCase loaded, Actor actor, Role capacity) => new(
        loaded.File, actor, capacity, loaded.Past?.At ?? clock.GetUtcNow(), loaded.Past?.Directory ?? people.Directory, definitions.FormsOf(loaded.File), settings, loaded.Readings);

    /// <summary>One round: a result, or the newer case to decide again on.</summary>
    async Task<(CommandResult? Result, LoadedCase? Next)> Try(
        LoadedCase loaded, CaseRequest request, Actor actor, CommandOptions options, IdempotencyEntry? key, bool last, CancellationToken ct)
    {
        if (options.ExpectedVersion is { } expected && expected != loaded.File.Version)
            return await Again(loaded, key, last, ct) ?? (await Stale(loaded, expected, actor, ct), null);
        if (loaded.File.Standing == Standing.NotRegistered && request is not OpeningRequest)
            return await Again(loaded, key, last, ct) ?? (new CommandResult.NotFound(), null);

        await definitions.Ensure(loaded.File, ct);
        var (refused, stamp, facts) = Decide(loaded, request, actor);
        if (refused is not null)
        {
            if (await Again(loaded, key, last, ct) is { } again) return again;
            await attempts.Record(loaded.File, request, actor, refused, clock.GetUtcNow(), ct);
            return (refused, null);
        }

        if (facts.IsEmpty) return (await Recall(loaded.File.Id, key, ct) ?? new CommandResult.Done(loaded.File, []), null);
        return request.NeedsBallotsSealed()
            ? await StoreWithBallots(loaded, request, options, key, last, actor, ct)
            : await Store(loaded, facts, stamp!, options, key, last, actor, ct);
    }

    /// <summary>What makes a no no answer: the command was carried out before under this key, or the case has moved since it was loaded.</summary>
    async Task<(CommandResult? Result, LoadedCase? Next)?> Again(LoadedCase loaded, IdempotencyEntry? key, bool last, CancellationToken ct)
    {
        if (await Recall(loaded.File.Id, key, ct) is { } first) return (first, null);
        return !last && await loader.Newer(loaded, ct) is { } newer ? (null, newer) : null;
    }

    /// <summary>
    /// The rule allows it: the ballot box is sealed, and what lay in it is decided on and stored (docs/decisions/anonymous-answers.md). If another was first or
    /// the host dies, the box stays sealed and asking again finds the same slips: none is lost.
    /// </summary>
    async Task<(CommandResult? Result, LoadedCase? Next)> StoreWithBallots(
        LoadedCase loaded, CaseRequest request, CommandOptions options, IdempotencyEntry? key, bool last, Actor actor, CancellationToken ct)
    {
        var slips = await store.Ballots.Seal(loaded.File.Id, ct);
        var (refused, stamp, facts) = Decide(loaded, request.Holding(slips), actor);
        if (refused is not null) return (refused, null);
        var round = await Store(loaded, facts, stamp!, options, key, last, actor, ct);
        if (round.Result is CommandResult.Done) await store.Ballots.Empty(loaded.File.Id, CancellationToken.None);
        return round;
    }

    (CommandResult.Refused? Refused, Stamp? Stamp, ImmutableArray<Fact> Facts) Decide(LoadedCase loaded, CaseRequest request, Actor actor)
    {
        var now = clock.GetUtcNow();
        if (CaseAccess.Capacity(actor, request.Act, loaded.File, OsloTime.Date(now)) is not { } capacity)
            return (new([new NotAllowed(request.Act)], null, Forbidden: true), null, []);
        if (definitions.For(loaded.File, request) is not { } definition) return (new([new UnknownDefinition()], null), null, []);
        var context = Context(loaded, actor, capacity) with { Now = now, Forms = definition.Forms };
        return CaseWorkflow.Decide(definition.Process, context, request.Salted(WrittenTextFromString.FreshSalt), trails?.Of(definition.Key, definition.Version)) switch
        {
            Decision.Accepted accepted => (null, new(now, actor.Person, capacity, actor.SignIn), accepted.Facts),
            Decision.Refused refused => (new(refused.Reasons, loaded.File), null, []),
            _ => throw new InvalidOperationException("a decision is accepted or refused"),
        };
    }

    async Task<(CommandResult? Result, LoadedCase? Next)> Store(
        LoadedCase loaded, ImmutableArray<Fact> facts, Stamp stamp, CommandOptions options, IdempotencyEntry? key, bool last, Actor actor, CancellationToken ct)
    {
        var stream = StreamId.Case(loaded.File.Id);
        var after = facts.Aggregate(loaded.File, (file, fact) => file.After(fact, stamp));
        var directory = people.Directory;
        var lists = ListChanges.Of(stream, CaseLists.Of(loaded.File, directory, settings), CaseLists.Of(after, directory, settings));
        var entry = key is null ? null : key with { Response = Answer.Of(after, facts) };
        var append = new Append(
            stamp, [new StreamAppend(stream, loaded.File.Version, facts), .. await TilbudStream.FollowUp(store, loaded.File, facts, ct), .. Holders(directory, loaded.File, after)], lists, entry);
        switch (await store.Append(append, ct))
        {
            case AppendResult.Appended:
                loader.Keep(loaded with { File = after });
                return (new CommandResult.Done(after, facts), null);
            case AppendResult.Repeated repeated:
                return (new CommandResult.Done((await loader.Load(loaded.File.Id, ct)).File, [], repeated.Response), null);
            case AppendResult.KeyReused:
                return (new CommandResult.Refused([new IdempotencyKeyReused()], loaded.File), null);
            case AppendResult.Conflict { Stream: var moved } when moved == StreamId.Directory && !last:
                await people.Refresh(ct);
                return (null, await loader.Newer(loaded, ct) ?? loaded);
            default:
                var newer = await loader.Newer(loaded, ct) ?? loaded;
                return last || options.ExpectedVersion is not null ? (await Stale(newer, loaded.File.Version, actor, ct), null) : (null, newer);
        }
    }

    /// <summary>Whoever is given a role or loses it in just this moment must not be left out of the inbox, or in it: then the rows are made again.</summary>
    static ImmutableArray<StreamAppend> Holders(PeopleDirectory directory, CaseFile before, CaseFile after) =>
        InboxRows.FollowTheDirectory(before) || InboxRows.FollowTheDirectory(after) ? [StreamAppend.Unmoved(StreamId.Directory, directory.Version)] : [];

    async Task<CommandResult?> Recall(CaseId id, IdempotencyEntry? key, CancellationToken ct) => key is null ? null : await store.Recall(key.Key, key.Person, key.RequestHash, ct) switch
    {
        AppendResult.Repeated repeated => new CommandResult.Done((await loader.Load(Answer.CaseOf(repeated.Response) ?? id, ct)).File, [], repeated.Response),
        AppendResult.KeyReused => new CommandResult.Refused([new IdempotencyKeyReused()], null),
        _ => null,
    };

    /// <summary>What happened since is for those who may read the history.</summary>
    async Task<CommandResult.Stale> Stale(LoadedCase loaded, long expected, Actor actor, CancellationToken ct)
    {
        var mayRead = CaseAccess.Capacity(actor, Act.ReadHistory, loaded.File, OsloTime.Date(clock.GetUtcNow())) is not null;
        var since = mayRead ? await store.Read(StreamId.Case(loaded.File.Id), expected, ct) : [];
        return new(loaded.File.Version, [.. since]);
    }
}

/// <summary>The key has been used for something else.</summary>
public sealed record IdempotencyKeyReused() : Refusal(new Words(
    "Nøkkelen er allerede brukt til en annen forespørsel. Bruk en ny nøkkel.", "Nøkkelen er alt brukt til ein annan førespurnad. Bruk ein ny nøkkel."));
