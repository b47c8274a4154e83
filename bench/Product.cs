using System.Collections.Immutable;
using System.Security.Cryptography;
using LmsWorkflow.Api;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;
using Microsoft.Extensions.Logging.Abstractions;

namespace LmsWorkflow.Bench;

/// <summary>W1 through <see cref="CommandPath"/>: access, rules, process, sealed texts, lists, timers and audit facts, as for any command.</summary>
sealed class Product : W1Subject
{
    static readonly UnitId Lms = new(Guid.NewGuid()), Owner = new(Guid.NewGuid());
    static readonly PersonId Koordinator = new(Guid.NewGuid());
    static readonly Actor Actor = new(Koordinator, [new Grant(Role.Koordinator, Lms)], "demo");

    readonly ICaseStore store;
    readonly CommandPath path;
    readonly Func<long> bytes;
    int number;

    Product(string name, ICaseStore store, CommandPath path, Func<long> bytes)
    {
        (Name, this.store, this.path, this.bytes) = (name, store, path, bytes);
    }

    public override string Name { get; }

    public static async Task<Product> Open(string name, string database, bool shared, long cacheBytes, Func<long> bytes)
    {
        var store = await RecordStore.Open(database);
        await Seed(store);
        var definitions = new Definitions(store);
        await definitions.Refresh(Definitions.StandardMetode, default);
        var people = new People(store);
        await people.Refresh(default);
        var loader = new CaseLoader(store, new CaseCache(cacheBytes), shared);
        store.Committed += loader.Heard;
        var path = new CommandPath(store, loader, definitions, people, new Attempts(store, NullLogger<Attempts>.Instance), TimeProvider.System, Settings.Default);
        return new(name, store, path, bytes);
    }

    static async Task Seed(ICaseStore store)
    {
        if (await store.LastPosition(default) > 0) return;
        var stamp = new Stamp(DateTimeOffset.UtcNow, null, Role.System, "bench");
        var source = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "w1.bpmn"));
        var read = CaseWorkflow.Read(source);
        if (!read.IsExecutable) throw new InvalidOperationException(string.Join('\n', read.Findings.Select(finding => finding.Sentence.Nb)));
        var published = new DefinitionPublished(Definitions.StandardMetode, 1, await store.PutContent(source, default), []);
        await store.Append(Append.To(StreamId.Definition(Definitions.StandardMetode), 0, stamp, published), default);
        await store.Append(Append.To(StreamId.Directory, 0, stamp,
            new UnitRegistered(Lms, "LMS", true), new UnitRegistered(Owner, "Avdeling", false),
            new PersonRegistered(Koordinator, Text("Kari").Seal("name"), Language.Nb, [Lms]), new RoleGranted(Koordinator, Role.Koordinator, Lms)), default);
    }

    public override async Task RunInstance(int caller, List<double> latencies)
    {
        var id = await Start();
        for (var item = 1; item <= 3; item++) latencies.Add(await Measure.Milliseconds(() => Complete(id, item)));
    }

    public async Task<CaseId> Start()
    {
        var id = new CaseId(Guid.CreateVersion7());
        var need = new RegisterNeed($"2026-{Interlocked.Increment(ref number):d7}-{Environment.ProcessId}", Text("Mestringskurs Parkinson"), Lms, [Owner], new(Guid.NewGuid()), TilbudType.Diagnosespesifikt,
            [ParticipantKind.Pasient], [ReporterCategory.Brukerorganisasjon], Text("Voksne med Parkinson"), Text("Mange spør etter et tilbud"));
        Done(await path.Run(id, need, Actor, CommandOptions.None, default));
        return id;
    }

    public async Task Complete(CaseId id, int item) => Done(await path.Run(id, new CompleteWorkItem(item), Actor, CommandOptions.None, default));

    static void Done(CommandResult result)
    {
        if (result is not CommandResult.Done) throw new InvalidOperationException(result.ToString());
    }

    static WrittenText Text(string text) => new(text, RandomNumberGenerator.GetHexString(32, lowercase: true));

    public override long Bytes() => bytes();

    public override ValueTask DisposeAsync() => store.DisposeAsync();
}
