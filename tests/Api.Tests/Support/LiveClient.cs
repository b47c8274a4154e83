using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>A page's connection to the hub, over a real WebSocket, that remembers what it heard.</summary>
sealed class LiveClient : IAsyncDisposable
{
    readonly HubConnection connection;

    LiveClient(HubConnection connection) => this.connection = connection;

    public ConcurrentQueue<(string Topic, long Version)> Heard { get; } = new();

    public static async Task<LiveClient> Connect(Uri address, string? person)
    {
        var uri = new UriBuilder(address) { Scheme = "ws", Path = "/live" }.Uri;
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new Sockets(uri, person));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(uri));
        builder.Services.AddSingleton<IHubProtocol, JsonHubProtocol>();
        var client = new LiveClient(builder.Build());
        client.connection.On<string, long>("changed", (topic, version) => client.Heard.Enqueue((topic, version)));
        await client.connection.StartAsync();
        return client;
    }

    public Task Watch(params string[] topics) => connection.InvokeAsync("Watch", topics);

    /// <summary>Waits until something like this was heard, or says that it was not.</summary>
    public async Task<bool> Hears(Func<(string Topic, long Version), bool> what, int milliseconds = 30_000)
    {
        for (var waited = 0; waited < milliseconds; waited += 25)
        {
            if (Heard.Any(what)) return true;
            await Task.Delay(25);
        }

        return false;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    sealed class Sockets(Uri uri, string? person) : IConnectionFactory
    {
        public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            var socket = new ClientWebSocket();
            if (person is not null) socket.Options.SetRequestHeader("Authorization", "Demo " + person);
            await socket.ConnectAsync(uri, cancellationToken);
            return new Connection(socket);
        }
    }

    sealed class Connection : ConnectionContext
    {
        readonly WebSocket socket;
        readonly Duplex app;
        readonly Task pump;
        readonly CancellationTokenSource stop = new();

        public Connection(WebSocket socket)
        {
            this.socket = socket;
            var (input, output) = (new Pipe(), new Pipe());
            Transport = new Duplex(input.Reader, output.Writer);
            app = new Duplex(output.Reader, input.Writer);
            pump = Task.WhenAll(Receive(), Send());
        }

        public override string ConnectionId { get; set; } = Guid.NewGuid().ToString("n");
        public override IFeatureCollection Features { get; } = new FeatureCollection();
        public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();
        public override IDuplexPipe Transport { get; set; }

        public override async ValueTask DisposeAsync()
        {
            await Transport.Output.CompleteAsync();
            await Transport.Input.CompleteAsync();
            stop.CancelAfter(1000);
            await pump;
            socket.Dispose();
            stop.Dispose();
            await base.DisposeAsync();
        }

        async Task Receive()
        {
            try
            {
                while (true)
                {
                    var result = await socket.ReceiveAsync(app.Output.GetMemory(4096), stop.Token);
                    if (result.MessageType == WebSocketMessageType.Close) break;
                    app.Output.Advance(result.Count);
                    if ((await app.Output.FlushAsync()).IsCompleted) break;
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
            {
                // the connection is gone, which the reader is told below
            }

            await app.Output.CompleteAsync();
        }

        async Task Send()
        {
            try
            {
                while (true)
                {
                    var result = await app.Input.ReadAsync(stop.Token);
                    foreach (var segment in result.Buffer) await socket.SendAsync(segment, WebSocketMessageType.Text, true, stop.Token);
                    app.Input.AdvanceTo(result.Buffer.End);
                    if (result.IsCompleted) break;
                }

                if (socket.State == WebSocketState.Open) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stop.Token);
            }
            catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
            {
                // the connection is gone
            }

            await app.Input.CompleteAsync();
        }

        sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
    }
}
