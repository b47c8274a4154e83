using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A tilbud across its cases: status, and versions with the changes each brings (R136).</summary>
public sealed record TilbudView(
    TilbudId Id, long Version, SealedText? Title, TilbudType Type, TilbudStatus Status, int? RunsPerYear, ImmutableArray<CaseId> Cases, ImmutableArray<TilbudVersion> Versions);

/// <summary>GET <c>tilbud/{id}</c>, for those who may read one of its cases.</summary>
static class TilbudEndpoint
{
    public static async Task Get(HttpContext http, ICaseStore store, CaseLoader loader, TimeProvider clock)
    {
        if (http.Actor() is not { } actor) await Problem.NotSignedIn.Write(http);
        else if (Guid.TryParse(http.Request.RouteValues["id"]?.ToString(), out var id) && await Readable(new(id), actor) is { } tilbud)
            await Results.Json(View(tilbud), ApiJson.Writing).ExecuteAsync(http);
        else await Problem.NotFound.Write(http);

        async Task<Tilbud?> Readable(TilbudId tilbudId, Actor asking)
        {
            var loaded = await TilbudStream.Load(store, tilbudId, http.RequestAborted);
            foreach (var one in loaded.Cases)
                if (CaseAccess.Capacity(asking, Act.ReadCase, (await loader.Current(one, http.RequestAborted)).File, OsloTime.Date(clock.GetUtcNow())) is not null) return loaded;
            return null;
        }
    }

    static TilbudView View(Tilbud tilbud) =>
        new(tilbud.Id, tilbud.Version, tilbud.Title, tilbud.Type, tilbud.Status, tilbud.RunsPerYear, tilbud.Cases, tilbud.Versions);
}
