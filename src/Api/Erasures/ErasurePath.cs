using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What came of an act on erasures.</summary>
public abstract record ErasureResult
{
    public sealed record Done(Erasure Erasure) : ErasureResult;

    public sealed record Refused(ImmutableArray<Refusal> Reasons, bool Forbidden = false) : ErasureResult;
}

/// <summary>The part of the one road that concerns erasures: proposed by one person, confirmed by another, and then the texts, the facts that say so and the decision are one transaction.</summary>
public sealed class ErasurePath(ICaseStore store, ErasureTexts texts, CaseLoader loader, People people, DefinitionFiles definitions, Dossiers dossiers, HandOvers handOvers, ErasureCleaning cleaning, Attempts attempts, TimeProvider clock, Settings settings)
{
    const int MostRounds = 8;

    public Task<ErasureBook> Load(CancellationToken ct) => Load(store, ct);

    internal static async Task<ErasureBook> Load(ICaseStore store, CancellationToken ct) =>
        (await store.Read(StreamId.Erasures, 0, ct)).Aggregate(ErasureBook.Empty, (book, recorded) => book.After(recorded.Fact, recorded.Stamp));

    /// <param name="asked">Commitments of the texts, when single texts are proposed; of a person they are found.</param>
    public async Task<ErasureResult> Run(ErasureRequest request, IReadOnlyCollection<string> asked, Actor actor, CancellationToken ct)
    {
        for (var round = 1; ; round++)
        {
            var book = await Load(ct);
            if (request is ProposeErasure { Person: not null } && ErasureAccess.ToPropose(actor, ofPerson: true, [], people.Directory, OsloTime.Date(clock.GetUtcNow())) is null)
                return await Refused(request, actor, [new NotAllowed(Act.ProposePersonErasure)], true, ct); // before every event is read to find what it concerns
            var found = await Concerned(request, asked, book, ct);
            var (act, capacity) = await Capacity(request, found, book, actor, ct);
            if (capacity is not { } role || actor.Person is not { } who) return await Refused(request, actor, [new NotAllowed(act)], true, ct);
            if (request.Decide(book, who, found) is not Decision.Accepted accepted) return await Refused(request, actor, ((Decision.Refused)request.Decide(book, who, found)).Reasons, false, ct);
            var stamp = new Stamp(clock.GetUtcNow(), who, role, actor.SignIn);
            var after = accepted.Facts.Aggregate(book, (now, fact) => now.After(fact, stamp));
            var changed = after.Erasures.Except(book.Erasures).Single();
            var lessened = changed.Standing == ErasureStanding.Confirmed ? await Lessened(changed, found, stamp, ct) : [];
            if (await store.Append(Append(book, accepted.Facts, changed, found, stamp, lessened), ct) is AppendResult.Appended)
            {
                if (changed.Standing == ErasureStanding.Confirmed) await Forget(found, ct);
                return new ErasureResult.Done(changed);
            }

            if (round == MostRounds) throw new InvalidOperationException("the erasures' own stream, or a case, is written to by too many at once");
            await Renew(found, ct);
        }
    }

    /// <summary>The cases as they are stored now: the news of who was first may still be on its way.</summary>
    async Task Renew(ImmutableArray<FoundText> found, CancellationToken ct)
    {
        foreach (var id in found.Select(text => new StreamId(text.Place.Stream).AsCase).OfType<CaseId>().Distinct()) await loader.Newer(await loader.Load(id, ct), ct);
    }

    async Task<ImmutableArray<FoundText>> Concerned(ErasureRequest request, IReadOnlyCollection<string> asked, ErasureBook book, CancellationToken ct) => request switch
    {
        ProposeErasure { Person: { } person } => await texts.Of(person, ct),
        ProposeErasure => await texts.Of(asked, ct),
        _ => await texts.Of([.. Of(request, book)?.Texts.Select(place => place.Text) ?? []], ct),
    };

    static Erasure? Of(ErasureRequest request, ErasureBook book) => request switch
    {
        ConfirmErasure confirm => book.Find(confirm.Number),
        DeclineErasure decline => book.Find(decline.Number),
        WithdrawErasure withdraw => book.Find(withdraw.Number),
        _ => null,
    };

    async Task<(Act Act, Role? Capacity)> Capacity(ErasureRequest request, ImmutableArray<FoundText> found, ErasureBook book, Actor actor, CancellationToken ct)
    {
        var erasure = Of(request, book);
        var ofPerson = request is ProposeErasure { Person: not null } || erasure?.Person is not null;
        // what is not found is said so to whoever may see the list, whichever role it is by
        if (request is ProposeErasure ? found.IsEmpty && !ofPerson : erasure is null) return (Act.ReadErasures, CaseAccess.May(Act.ReadErasures).Where(actor.Has).Select(role => (Role?)role).FirstOrDefault());
        ImmutableArray<TextPlace> places = erasure?.Texts ?? [.. found.Select(text => text.Place)];
        ImmutableArray<CaseFile> cases = ofPerson ? [] : await texts.CasesOf(places, ct);
        var elsewhere = ErasureTexts.LieElsewhere(places);
        var (proposes, apart, today) = (request is ProposeErasure or WithdrawErasure, ofPerson || cases.IsEmpty || elsewhere, OsloTime.Date(clock.GetUtcNow()));
        return proposes
            ? (apart ? Act.ProposePersonErasure : Act.ProposeErasure, ErasureAccess.ToPropose(actor, ofPerson, cases, people.Directory, today, elsewhere))
            : (apart ? Act.ConfirmPersonErasure : Act.ConfirmErasure, ErasureAccess.ToConfirm(actor, ofPerson, cases, people.Directory, today, elsewhere));
    }

    /// <summary>The cases texts are erased in, before and after: what is kept of their evaluations is recorded in them, and what the lists keep of ratings goes with those.</summary>
    async Task<ImmutableArray<LessenedCase>> Lessened(Erasure erasure, ImmutableArray<FoundText> found, Stamp stamp, CancellationToken ct)
    {
        var erased = found.Select(text => text.Place.Text).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from file in await texts.CasesOf(found.Select(text => text.Place), ct)
               let kept = KeepFigures.With(file, erasure.Ground, found.Where(text => text.Place.Stream == StreamId.Case(file.Id).Value).Select(text => text.Place.Field), WrittenTextFromString.FreshSalt)
               let after = kept is null ? file : file.After(kept, stamp)
               select new LessenedCase(file, after with { Evaluation = after.Evaluation.WithoutRatings(erased) }, kept),
        ];
    }

    sealed record LessenedCase(CaseFile Before, CaseFile After, EvaluationFiguresKept? Kept)
    {
        /// <summary>Of a case that goes on, lists show nothing that was erased; they follow its next fact.</summary>
        public bool IsListed => Kept is not null || Before.EndedAt is not null;
    }

    Append Append(ErasureBook book, ImmutableArray<Fact> facts, Erasure erasure, ImmutableArray<FoundText> found, Stamp stamp, ImmutableArray<LessenedCase> lessened)
    {
        ImmutableArray<StreamAppend> decided = [new(StreamId.Erasures, book.Version, facts)];
        if (erasure.Standing != ErasureStanding.Confirmed) return new(stamp, decided, ListChanges.None, null);
        var told = found.GroupBy(text => text.Place.Stream).Select(stream => new StreamAppend(
            StreamId.ErasedOf(new(stream.Key)), StreamAppend.Any, [new TextsErased(erasure.Number, erasure.Ground, [.. stream.Select(text => text.Place.Text).Distinct()], erasure.ProposedBy)]));
        var lists = new ListChanges([.. lessened.Where(one => one.IsListed).Select(one => new ListChange(StreamId.Case(one.Before.Id), CaseLists.Of(one.Before, people.Directory, settings), CaseLists.Of(one.After, people.Directory, settings)))]);
        // a text that is frozen between the look and the commit awaits sign-off: then it is looked again
        var kept = lessened.Where(one => one.Kept is not null).ToDictionary(one => StreamId.Case(one.Before.Id).Value, one => one.Kept!);
        var cases = found.Where(text => text.CaseVersion is not null).DistinctBy(text => text.Place.Stream).Select(text => new StreamAppend(new(text.Place.Stream), text.CaseVersion!.Value, kept.TryGetValue(text.Place.Stream, out var figures) ? [figures] : []));
        return new(stamp, [.. decided, .. told, .. cases], lists, null) { Erase = [.. found.Select(text => text.Place)] };
    }

    /// <summary>What this host has in its memory goes at once; other hosts hear of the commit.</summary>
    async Task Forget(ImmutableArray<FoundText> found, CancellationToken ct)
    {
        foreach (var stream in found.Select(text => new StreamId(text.Place.Stream)).Distinct())
        {
            var notice = new CommitNotice(StreamId.ErasedOf(stream), 0, 0, []);
            loader.Heard(notice);
            definitions.Heard(notice);
            dossiers.Heard(notice);
            handOvers.Heard(notice);
            if (stream == StreamId.Directory) await people.Forget(ct);
        }

        cleaning.Begin();
    }

    async Task<ErasureResult> Refused(ErasureRequest request, Actor actor, ImmutableArray<Refusal> reasons, bool forbidden, CancellationToken ct)
    {
        await attempts.Record(request, actor, reasons, clock.GetUtcNow(), ct);
        return new ErasureResult.Refused(reasons, forbidden);
    }
}
