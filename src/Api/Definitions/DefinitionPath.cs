using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What came of an act on a definition.</summary>
public abstract record DefinitionResult
{
    public sealed record Done(DefinitionFile File, ImmutableArray<Fact> Facts, string Answer) : DefinitionResult;

    public sealed record Refused(ImmutableArray<Refusal> Reasons, bool Forbidden = false) : DefinitionResult;

    public sealed record Stale(long ActualVersion) : DefinitionResult;
}

/// <summary>The part of the one road that concerns process definitions: access, the rule, one transaction, and only then is anybody told.</summary>
public sealed class DefinitionPath(
    ICaseStore store, DefinitionFiles files, Definitions definitions, DraftJudge judge, ScenarioShelf shelf, Rehearsals rehearsals, CaseLoader loader, People people, Attempts attempts,
    TimeProvider clock)
{
    const int MostRounds = 8;

    public Task<DefinitionFile> Load(string key, CancellationToken ct) => files.Load(key, ct);

    /// <inheritdoc cref="DefinitionFiles.All"/>
    public Task<ImmutableArray<DefinitionFile>> All(CancellationToken ct) => files.All(ct);

    public async Task<DefinitionResult> Run(string key, DefinitionRequest request, Actor actor, CommandOptions options, CancellationToken ct)
    {
        var entry = Entry(key, request, actor, options);
        if (entry is not null && await store.Recall(entry.Key, entry.Person, entry.RequestHash, ct) is { } first) return await Recalled(key, first, ct);
        for (var round = 1; ; round++)
        {
            var file = await Load(key, ct);
            if (options.ExpectedVersion is { } expected && expected != file.Version) return new DefinitionResult.Stale(file.Version);
            var (refused, capacity, facts) = await Decide(file, request, actor, ct);
            if (refused is not null)
            {
                await attempts.Record(file, request, actor, refused.Reasons, clock.GetUtcNow(), ct);
                return refused;
            }

            var stamp = new Stamp(clock.GetUtcNow(), actor.Person, capacity, actor.SignIn);
            var after = facts.Aggregate(file, (now, fact) => now.After(fact, stamp));
            var answer = AnswerOf(after, facts);
            var append = new Append(stamp, [new(StreamId.Definition(key), file.Version, facts)], ListChanges.None, entry is null ? null : entry with { Response = answer });
            switch (await store.Append(append, ct))
            {
                case AppendResult.Appended:
                    files.Keep(after);
                    if (facts.Any(fact => fact is DefinitionPublished)) await definitions.Refresh(key, ct);
                    return new DefinitionResult.Done(after, facts, answer);
                case AppendResult.Conflict conflict when round < MostRounds && options.ExpectedVersion is null:
                    continue;
                case AppendResult.Conflict conflict:
                    return new DefinitionResult.Stale(conflict.ActualVersion);
                case { } repeated:
                    return await Recalled(key, repeated, ct);
            }
        }
    }

    /// <summary>The sides a person is appointed to today, in open cases of the unit.</summary>
    public async Task<ImmutableArray<Side>> SidesIn(UnitId unit, PersonId? person, CancellationToken ct)
    {
        if (person is not { } id) return [];
        var today = OsloTime.Date(clock.GetUtcNow());
        var sides = new SortedSet<Side>();
        string? next = null;
        do
        {
            var page = await store.Cases(new CaseQuery { Unit = unit, Standing = Standing.Open, Member = id, After = next, Limit = CaseQuery.LargestPage }, ct);
            foreach (var row in page.Cases.Where(row => row.LmsUnit == unit))
                if ((await loader.Current(row.Id, ct)).File.Group.Active(id, today) is { } member) sides.Add(member.Side);
            next = page.Next;
        }
        while (next is not null && sides.Count < 2);
        return [.. sides];
    }

    async Task<(DefinitionResult.Refused? Refused, Role Capacity, ImmutableArray<Fact> Facts)> Decide(DefinitionFile file, DefinitionRequest request, Actor actor, CancellationToken ct)
    {
        var sides = ProposalOf(file, request) is { } proposal ? await SidesIn(proposal.Unit, actor.Person, ct) : [];
        if (CaseAccess.Capacity(actor, request.Act, sides) is not { } capacity) return (new([new NotAllowed(request.Act)], Forbidden: true), default, []);
        var judged = request is PublishDefinition publish && file.Draft(publish.Draft) is { } draft ? await judge.Judge(file, draft, ct) : null;
        // the list lies in the store before the fact that names it
        if (judged is { Judgement.Weakens: true }) await store.PutContent(FrozenChanges.Bytes(judged.Changes), ct);
        var context = new DefinitionContext(file, actor, people.Directory, sides, judged?.Judgement) { ShippedScenarios = shelf.Shipped(file.Key) };
        var decision = request.Decide(context);
        // scenarios take their time: only what could be published otherwise is rehearsed
        if (decision is Decision.Accepted && request is PublishDefinition && judged is not null)
            decision = request.Decide(context with { Rehearsal = await rehearsals.BeforePublishing(file, file.Draft(((PublishDefinition)request).Draft)!, ct) });
        return decision switch
        {
            Decision.Accepted accepted => (null, SideOf(request)?.Role() ?? capacity, accepted.Facts),
            Decision.Refused refused => (new(refused.Reasons), default, []),
            _ => throw new InvalidOperationException("a decision is accepted or refused"),
        };
    }

    static DefinitionProposal? ProposalOf(DefinitionFile file, DefinitionRequest request) => request switch
    {
        ConsentToDefinition consent => file.Proposal(consent.Proposal),
        RefuseDefinition refuse => file.Proposal(refuse.Proposal),
        _ => null,
    };

    static Side? SideOf(DefinitionRequest request) => request switch
    {
        ConsentToDefinition consent => consent.Side,
        RefuseDefinition refuse => refuse.Side,
        _ => null,
    };

    async Task<DefinitionResult> Recalled(string key, AppendResult first, CancellationToken ct) => first is AppendResult.Repeated repeated
        ? new DefinitionResult.Done(await Load(key, ct), [], repeated.Response)
        : new DefinitionResult.Refused([new IdempotencyKeyReused()]);

    static string AnswerOf(DefinitionFile file, ImmutableArray<Fact> facts) =>
        new JsonObject { ["key"] = file.Key, ["version"] = file.Version, ["facts"] = Answer.Facts(facts) }.ToJsonString();

    /// <summary>As for cases: texts enter without their salts, and the key is mixed in.</summary>
    static IdempotencyEntry? Entry(string key, DefinitionRequest request, Actor actor, CommandOptions options)
    {
        if (options.IdempotencyKey is not { } chosen || actor.Person is not { } person) return null;
        var body = JsonSerializer.Serialize(request, request.GetType(), ApiJson.Reading);
        return new(chosen, person.ToString(), Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{chosen}\n{request.GetType().Name}\n{key}\n{body}"))), "");
    }
}
