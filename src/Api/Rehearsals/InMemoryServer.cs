using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace LmsWorkflow.Api;

/// <summary>
/// Gives a host its requests without a port: what is rehearsed inside a running server can neither be reached from outside nor reach anything itself, whatever
/// address a scenario asks for.
/// </summary>
sealed class InMemoryServer : IServer
{
    Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? answer;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public HttpMessageHandler Handler => new Asking(this);

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        answer = (request, ct) => Answer(application, request, ct);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    static async Task<HttpResponseMessage> Answer<TContext>(IHttpApplication<TContext> application, HttpRequestMessage request, CancellationToken ct) where TContext : notnull
    {
        using var body = new MemoryStream();
        var response = new Response(body);
        var written = new StreamResponseBodyFeature(body);
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(await Asked(request, ct));
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(written);
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = ct });
        var context = application.CreateContext(features);
        Exception? mistake = null;
        try
        {
            await application.ProcessRequestAsync(context).WaitAsync(ct);
            await response.Start();
            await written.CompleteAsync();
            return response.As(body.ToArray());
        }
        catch (Exception thrown)
        {
            mistake = thrown;
            throw;
        }
        finally
        {
            application.DisposeContext(context, mistake);
            await response.Complete();
        }
    }

    static async Task<HttpRequestFeature> Asked(HttpRequestMessage request, CancellationToken ct)
    {
        var address = request.RequestUri!;
        var asked = new HttpRequestFeature
        {
            Protocol = "HTTP/1.1",
            Scheme = "http",
            Method = request.Method.Method,
            Path = Uri.UnescapeDataString(address.AbsolutePath),
            QueryString = address.Query,
            RawTarget = address.PathAndQuery,
            Body = request.Content is { } content ? await content.ReadAsStreamAsync(ct) : Stream.Null,
        };
        foreach (var (name, values) in request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())) asked.Headers[name] = values.ToArray();
        if (request.Content?.Headers.ContentLength is { } length) asked.Headers.ContentLength = length;
        asked.Headers.Host = "localhost";
        return asked;
    }

    sealed class Asking(InMemoryServer server) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            server.answer?.Invoke(request, cancellationToken) ?? throw new InvalidOperationException("the host has not started");
    }

    /// <summary>What the application says before and beside the body.</summary>
    sealed class Response(MemoryStream written) : HttpResponseFeature
    {
        readonly Stack<(Func<object, Task> Tell, object State)> starting = new();
        readonly Stack<(Func<object, Task> Tell, object State)> completed = new();

        /// <summary>What has been written cannot be taken back: nobody may begin another answer.</summary>
        public override bool HasStarted => written.Length > 0;

        public override void OnStarting(Func<object, Task> callback, object state) => starting.Push((callback, state));

        public override void OnCompleted(Func<object, Task> callback, object state) => completed.Push((callback, state));

        public Task Start() => Tell(starting);

        public Task Complete() => Tell(completed);

        static async Task Tell(Stack<(Func<object, Task> Tell, object State)> those)
        {
            while (those.TryPop(out var one)) await one.Tell(one.State);
        }

        public HttpResponseMessage As(byte[] body)
        {
            var message = new HttpResponseMessage((HttpStatusCode)StatusCode) { Content = new ByteArrayContent(body) };
            foreach (var (name, values) in Headers)
                if (!message.Headers.TryAddWithoutValidation(name, values.ToArray())) message.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            return message;
        }
    }
}
