using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Live: the process answers. Ready: the database does too.</summary>
static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).ExcludeFromDescription();
    }

    static async Task<IResult> Ready(ICaseStore store, CancellationToken ct)
    {
        try
        {
            await store.Ping(ct);
            return Results.Text("ready");
        }
        catch (Exception notReady) when (notReady is not OperationCanceledException)
        {
            return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
