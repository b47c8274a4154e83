using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A reported need opens a case. The host draws its number and identities.</summary>
static class NeedEndpoint
{
    public static async Task Post(HttpContext http, ICaseStore store, TimeProvider clock)
    {
        if (http.Actor() is not { } actor)
        {
            await Problem.NotSignedIn.Write(http);
            return;
        }

        var body = await RequestBody.Bytes(http);
        var drawn = new List<KeyValuePair<string, object?>> { new("number", "") };
        if (!RequestBody.Names(body, "tilbud")) drawn.Add(new("tilbud", new TilbudId(Guid.NewGuid())));
        var need = (RegisterNeed)RequestBody.Parse(body, typeof(RegisterNeed), drawn);
        var number = await store.NextCaseNumber(OsloTime.Date(clock.GetUtcNow()).Year, http.RequestAborted);
        await ActEndpoint.Run(http, new CaseId(Guid.NewGuid()), need with { Number = number }, actor);
    }
}
