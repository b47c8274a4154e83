using System.Threading.Channels;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.AspNetCore.SignalR;

namespace LmsWorkflow.Api;

/// <summary>
/// Tells watchers on this node of what has been committed, by any node. Speaks only of commits the store has told of, says only which topic and version,
/// and asks for each watcher again whether they may still know.
/// </summary>
public sealed partial class Announcer(ICaseStore store, CaseLoader loader, People people, Definitions definitions, DefinitionFiles files, Dossiers dossiers, HandOvers handOvers, Watchers watchers, TopicAccess access, IHubContext<LiveHub> hub, ILogger<Announcer> logger)
    : BackgroundService
{
    // the store tells us on its own thread and must not wait for slow watchers; a full queue drops the oldest, and pages catch up by version
    readonly Channel<CommitNotice> notices = Channel.CreateBounded<CommitNotice>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        store.Committed += Heard;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        store.Committed -= Heard;
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var notice in notices.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Tell(notice, stoppingToken);
            }
            catch (Exception mistake) when (mistake is not OperationCanceledException)
            {
                NotTold(logger, notice.Stream.Value, mistake.GetType().Name);
            }
        }
    }

    void Heard(CommitNotice notice)
    {
        loader.Heard(notice);
        files.Heard(notice);
        dossiers.Heard(notice);
        handOvers.Heard(notice);
        notices.Writer.TryWrite(notice);
    }

    async Task Tell(CommitNotice notice, CancellationToken ct)
    {
        if (notice.Stream == StreamId.ErasedOf(StreamId.Directory)) await people.Forget(ct);
        if (notice.Stream.AsErasedOf is { AsCase: { } erased }) await Tell(new Topic(erased, null, null), (await loader.Load(erased, ct)).File.Version, ct);
        if (notice.Stream == StreamId.Directory) await people.Refresh(ct);
        if (notice.Stream.AsDefinition is { } key) await definitions.Refresh(key, ct);
        if (notice.Stream.AsCase is { } id) await Tell(new Topic(id, null, null), notice.Version, ct);
        foreach (var person in notice.AfterGap ? watchers.InboxesOpen() : notice.Inboxes) await Tell(new Topic(null, person, null), notice.Position, ct);
    }

    async Task Tell(Topic topic, long version, CancellationToken ct)
    {
        foreach (var (connection, person) in watchers.Of(topic.Name))
            if (await access.May(person, topic, ct)) await hub.Clients.Client(connection).SendAsync("changed", topic.Name, version, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Watchers of {Stream} were not told: {Kind}")]
    static partial void NotTold(ILogger logger, string stream, string kind);
}
