using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What the host adds to a request that opens a case: its number, the template of the course type, the permanent offer it is a re-run of. API and pages come here.</summary>
public sealed class CaseOpening(ICaseStore store, CaseLoader loader, Definitions definitions, ShippedTemplates templates, TimeProvider clock)
{
    /// <summary>What drives a re-run of a permanent offer: the id of the process in <c>gjentak.bpmn</c>.</summary>
    public const string Gjentak = "gjentak";

    /// <summary>The request a definition is opened with. An unknown definition is refused when the request is decided.</summary>
    public Type RequestFor(string? definition) =>
        definitions.Find(definition ?? Definitions.StandardMetode)?.Process.Flow == CaseFlow.Gjentak ? typeof(RegisterRerun) : typeof(RegisterNeed);

    public async Task<OpeningRequest> Prepare(OpeningRequest asked, Actor actor, CancellationToken ct)
    {
        var number = await store.NextCaseNumber(OsloTime.Date(clock.GetUtcNow()).Year, ct);
        return asked switch
        {
            RegisterRerun rerun => (rerun with { Number = number }).RestingOn(await Offer(rerun.Tilbud, actor, ct), templates.Find(Gjentak), WrittenTextFromString.FreshSalt),
            RegisterNeed need => (need with { Number = number }).StartingFrom(templates.Find(need.Definition ?? Definitions.StandardMetode), WrittenTextFromString.FreshSalt),
            _ => throw new InvalidOperationException("a case is opened by a need or a re-run"),
        };
    }

    /// <summary>Permanent offers this person may run again.</summary>
    public async Task<ImmutableArray<PermanentOffer>> Offers(Actor actor, CancellationToken ct)
    {
        var offers = ImmutableArray.CreateBuilder<PermanentOffer>();
        foreach (var tilbud in (await store.Tilbud(ListReads.SightOf(actor), ct)).Select(row => row.Tilbud).Distinct())
            if (await Offer(tilbud, actor, ct) is { } offer) offers.Add(offer);
        return offers.ToImmutable();
    }

    /// <summary>Only cases the person may read count: what is copied is never more than they could have read.</summary>
    async Task<PermanentOffer?> Offer(TilbudId id, Actor actor, CancellationToken ct)
    {
        var tilbud = await TilbudStream.Load(store, id, ct);
        var cases = new List<CaseFile>();
        foreach (var one in tilbud.Cases)
        {
            var file = (await loader.Current(one, ct)).File;
            if (CaseAccess.Capacity(actor, Act.ReadCase, file, OsloTime.Date(clock.GetUtcNow())) is not null) cases.Add(file);
        }

        return PermanentOffer.Of(tilbud, cases);
    }
}
