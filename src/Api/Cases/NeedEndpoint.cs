using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>A reported need, or a new run of a permanent offer, opens a case. The definition named in the body says which; the host draws number and identities.</summary>
static class NeedEndpoint
{
    public static async Task Post(HttpContext http, CaseOpening opening)
    {
        if (http.Actor() is not { } actor)
        {
            await Problem.NotSignedIn.Write(http);
            return;
        }

        var body = await RequestBody.Bytes(http);
        var type = opening.RequestFor(RequestBody.Text(body, "definition"));
        var drawn = new List<KeyValuePair<string, object?>> { new("number", "") };
        if (type == typeof(RegisterNeed) && !RequestBody.Names(body, "tilbud")) drawn.Add(new("tilbud", new TilbudId(Guid.NewGuid())));
        var asked = (OpeningRequest)RequestBody.Parse(body, type, drawn);
        await ActEndpoint.Run(http, new CaseId(Guid.NewGuid()), await opening.Prepare(asked, actor, http.RequestAborted), actor);
    }

    /// <summary>GET <c>permanent-offers</c>: what may be run again by the one who asks.</summary>
    public static async Task<IResult> Offers(HttpContext http, CaseOpening opening, TimeProvider clock)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        var today = OsloTime.Date(clock.GetUtcNow());
        return new ViewResult((await opening.Offers(actor, http.RequestAborted)).Select(offer => PermanentOfferView.Of(offer, today)).ToImmutableArray());
    }
}

/// <summary>A permanent offer that may be run again.</summary>
/// <param name="Approved">The case whose documents a re-run starts from.</param>
/// <param name="RevisionIsDue">R143.</param>
public sealed record PermanentOfferView(TilbudId Tilbud, SealedText Title, CaseId Approved, CaseId Last, int Changes, DateTimeOffset EstablishedAt, bool RevisionIsDue)
{
    public static PermanentOfferView Of(PermanentOffer offer, DateOnly today) => new(
        offer.Tilbud, offer.Approved.Identity!.Title, offer.Approved.Id, offer.Last.Id, offer.Last.Evaluation.Changes.Length, offer.EstablishedAt, offer.RevisionIsDue(today));
}
