using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>
/// The record, its texts, the lists made from it and the due timers. Two databases stand behind it and pass the same tests. What is answered
/// as appended is durable; nothing is answered, announced or remembered before its commit.
/// </summary>
public interface ICaseStore : IAsyncDisposable
{
    /// <summary>Told after each commit of any node, in commit order for one node, away from the writer. Handlers should be quick.</summary>
    event Action<CommitNotice>? Committed;

    /// <summary>Stores facts, texts, lists, timers and idempotency key in one transaction.</summary>
    Task<AppendResult> Append(Append append, CancellationToken ct);

    /// <summary>Facts of a stream after a version, oldest first, with the texts that are not erased.</summary>
    Task<IReadOnlyList<RecordedFact>> Read(StreamId stream, long afterVersion, CancellationToken ct);

    /// <summary>As <see cref="Read"/>, in parts: what is in memory does not grow with the stream.</summary>
    IAsyncEnumerable<RecordedFact> ReadOn(StreamId stream, long afterVersion, CancellationToken ct);

    /// <summary>Facts of a stream before a version, newest first, each with its own texts. What is read does not grow with the stream.</summary>
    Task<IReadOnlyList<ToldFact>> ReadBack(StreamId stream, long before, int limit, CancellationToken ct);

    /// <summary>Facts of all streams after a position, in commit order. A reader that remembers its position misses nothing.</summary>
    Task<IReadOnlyList<RecordedFact>> ReadAll(long afterPosition, int limit, CancellationToken ct);

    Task<long> LastPosition(CancellationToken ct);

    /// <summary>Streams whose name begins so, in the order they began.</summary>
    Task<IReadOnlyList<StreamId>> Streams(string prefix, CancellationToken ct);

    /// <summary>What the person's request under this key was answered, if there was one.</summary>
    Task<string?> FindIdempotent(string key, string person, CancellationToken ct);

    /// <summary>As <see cref="FindIdempotent"/>, told apart: <see cref="AppendResult.Repeated"/>, <see cref="AppendResult.KeyReused"/>, or null when the key is new.</summary>
    Task<AppendResult?> Recall(string key, string person, string requestHash, CancellationToken ct);

    /// <summary>Forgets keys older than this; returns how many.</summary>
    Task<int> ForgetIdempotent(DateTimeOffset before, CancellationToken ct);

    /// <summary>One page of cases, latest registered first.</summary>
    Task<CasePage> Cases(CaseQuery query, CancellationToken ct);

    /// <summary>How many cases the query finds in each phase (its own phase and paging aside).</summary>
    Task<IReadOnlyDictionary<Phase, int>> CountByPhase(CaseQuery query, CancellationToken ct);

    /// <summary>What a person must do, soonest due first.</summary>
    Task<IReadOnlyList<InboxRow>> Inbox(PersonId person, CancellationToken ct);

    /// <summary>Cases whose process needs a person, longest waiting first.</summary>
    Task<IReadOnlyList<StuckRow>> Stuck(Sight? sight, CancellationToken ct);

    /// <summary>Tilbud, by standing and age.</summary>
    Task<IReadOnlyList<TilbudRow>> Tilbud(Sight? sight, CancellationToken ct);

    /// <summary>What the ended cases of a unit, as LMS or owner, bring into its participation balance; null: of all units.</summary>
    Task<IReadOnlyList<EndedCase>> EndedCases(UnitId? unit, CancellationToken ct);

    /// <summary>Figures of the compliance report.</summary>
    Task<UnitCompliance> Compliance(ComplianceQuery query, CancellationToken ct);

    /// <summary>The cases behind a figure, latest registered first.</summary>
    Task<CompliancePage> ComplianceCases(ComplianceQuery query, CancellationToken ct);

    /// <summary>The record has cases from before a list was kept: the lists must be made again.</summary>
    Task<bool> ListsAreBehind(CancellationToken ct);

    /// <summary>Due timers that no other node holds, held by the caller for a minute. A timer that fired is gone with its command's commit.</summary>
    Task<IReadOnlyList<DueTimerRow>> ClaimDue(DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>Empties all lists and fills them again from the streams that have lists.</summary>
    Task RebuildLists(Func<StreamId, IReadOnlyList<RecordedFact>, ListRows> project, CancellationToken ct);

    /// <summary>Cases whose times of retention run and that still have texts that fall due.</summary>
    /// <param name="unit">The LMS or an owning unit; null: all.</param>
    /// <param name="sight">What the asker may see; null: everything.</param>
    Task<IReadOnlyList<RetentionRow>> Retention(UnitId? unit, Sight? sight, CancellationToken ct);

    /// <summary>Every text that lies with a stream.</summary>
    Task<IReadOnlyList<TextPlace>> TextsOf(StreamId stream, CancellationToken ct);

    /// <summary>Every stream with an event that names the person, in it or as who did it. Reads every event: for what is seldom asked.</summary>
    Task<IReadOnlyList<StreamId>> StreamsNaming(PersonId person, CancellationToken ct);

    /// <summary>Every place where these texts, named by their commitments, still lie.</summary>
    Task<IReadOnlyList<TextPlace>> TextPlaces(IReadOnlyCollection<string> texts, CancellationToken ct);

    /// <summary>Leaves nothing of deleted texts in the database's own files. False when somebody still looks at how it was; try again later.</summary>
    Task<bool> Scrub(CancellationToken ct);

    /// <summary>Bytes by their SHA-256: definition sources, forms, uploaded scans.</summary>
    Task<byte[]?> Content(string sha256, CancellationToken ct);

    /// <summary>Keeps bytes and returns their SHA-256 in lower-case hex; the same bytes are kept once.</summary>
    Task<string> PutContent(ReadOnlyMemory<byte> content, CancellationToken ct);

    /// <summary>Next number of the year, <c>2026-0001</c>. A number given to a case that then was refused is not given again.</summary>
    Task<string> NextCaseNumber(int year, CancellationToken ct);

    /// <summary>Participants' answers on their way, apart from the record.</summary>
    BallotBoxes Ballots { get; }

    /// <summary>Proves what the record holds and that nothing of it was changed.</summary>
    ProofLog Log { get; }

    /// <summary>Returns when the database answers, else throws.</summary>
    Task Ping(CancellationToken ct);
}
