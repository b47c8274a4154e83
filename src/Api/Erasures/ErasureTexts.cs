using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Looks up the texts an erasure concerns, as they are now: where they lie, and whether both sides have signed them or are about to.</summary>
public sealed class ErasureTexts(ICaseStore store, CaseLoader loader, People people, TimeProvider clock)
{
    const int AtATime = 500;

    /// <param name="texts">Commitments; what is no text of ours is not found.</param>
    public async Task<ImmutableArray<FoundText>> Of(IReadOnlyCollection<string> texts, CancellationToken ct)
    {
        var places = await store.TextPlaces([.. texts.Where(IsCommitment)], ct);
        var found = ImmutableArray.CreateBuilder<FoundText>(places.Count);
        foreach (var stream in places.GroupBy(place => place.Stream))
        {
            var (file, today) = (new StreamId(stream.Key).AsCase is { } id ? (await loader.Current(id, ct)).File : null, OsloTime.Date(clock.GetUtcNow()));
            var (signed, awaiting) = await Frozen(file, stream.Select(place => place.Text).ToHashSet(StringComparer.Ordinal), ct);
            foreach (var place in stream)
            {
                var due = file is null ? null : Retention(file, place.Field);
                found.Add(new FoundText(place, true, signed.Contains(place.Text), awaiting.Contains(place.Text)) { CaseVersion = file?.Version, Retention = due, IsDue = due?.IsOut(today) == true });
            }
        }

        return found.ToImmutable();
    }

    RetentionDue? Retention(CaseFile file, string field) => RetentionKinds.Of(field) is not { } kind ? null
        : CaseRetention.Of(file)?.Due(kind, people.Directory.Retention) ?? new(kind, people.Directory.Retention.For([.. file.Identity!.Owners.Prepend(file.Identity.LmsUnit)], kind), null, null);

    /// <summary>Commitments of a case's texts of these kinds of retention.</summary>
    public async Task<ImmutableArray<string>> OfKinds(CaseId @case, IReadOnlyCollection<RetentionKind> kinds, CancellationToken ct) =>
        [.. (await store.TextsOf(StreamId.Case(@case), ct)).Where(place => RetentionKinds.Of(place.Field) is { } kind && kinds.Contains(kind)).Select(place => place.Text)];

    /// <summary>All that goes with a person, wherever the record names her: as koordinator and leader too, and in the history of processes.</summary>
    public async Task<ImmutableArray<FoundText>> Of(PersonId person, CancellationToken ct)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stream in await store.StreamsNaming(person, ct)) await Gather(stream, person, texts, ct);
        return await Of(texts, ct);
    }

    /// <summary>The texts one fact carries.</summary>
    public async Task<ImmutableArray<KeptText>> OfFact(StreamId stream, long version, CancellationToken ct) =>
        version is > 0 and < long.MaxValue && (await store.ReadBack(stream, version + 1, 1, ct)) is [var told] && told.Recorded.Version == version ? told.Texts : [];

    /// <summary>The cases these texts are written in.</summary>
    public async Task<ImmutableArray<CaseFile>> CasesOf(IEnumerable<TextPlace> places, CancellationToken ct)
    {
        var cases = ImmutableArray.CreateBuilder<CaseFile>();
        foreach (var id in places.Select(place => new StreamId(place.Stream).AsCase).OfType<CaseId>().Distinct()) cases.Add((await loader.Current(id, ct)).File);
        return cases.ToImmutable();
    }

    /// <summary>Whether some of the texts lie in no case. One that a tilbud has from a case lies in the case too.</summary>
    public static bool LieElsewhere(IEnumerable<TextPlace> places) => places.GroupBy(place => place.Text).Any(text => text.All(place => new StreamId(place.Stream).AsCase is null));

    async Task Gather(StreamId stream, PersonId person, HashSet<string> texts, CancellationToken ct)
    {
        await foreach (var recorded in store.ReadOn(stream, 0, ct)) texts.UnionWith(PersonTexts.Of(recorded.Fact, recorded.Stamp, person).Where(text => text.Value is not null).Select(text => text.Commitment));
    }

    async Task<(HashSet<string> Signed, HashSet<string> Awaiting)> Frozen(CaseFile? file, HashSet<string> texts, CancellationToken ct)
    {
        var (signed, awaiting) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        if (file is null) return (signed, awaiting);
        for (var before = long.MaxValue; ;)
        {
            var some = await store.ReadBack(StreamId.Case(file.Id), before, AtATime, ct);
            foreach (var told in some)
            {
                if (told.Recorded.Fact is not DraftSaved saved || file.Documents.File(saved.Kind)?.Numbered(saved.Version) is not { } version || version.Status == DocumentStatus.Draft) continue;
                var here = told.Texts.Select(text => text.Commitment).Where(texts.Contains).ToList();
                signed.UnionWith(here);
                if (file.SignOffs.Packages.Any(package => IsOpen(file, package) && package.Find(saved.Kind)?.Version == saved.Version)) awaiting.UnionWith(here);
            }

            if (some.Count < AtATime) return (signed, awaiting);
            before = some[^1].Recorded.Version;
        }
    }

    /// <summary>Can be signed now, and has not been by both.</summary>
    static bool IsOpen(CaseFile file, Package package) =>
        package.IsCurrent && (file.SignOffs.Counting(Side.Fag, package) is null || file.SignOffs.Counting(Side.Bruker, package) is null);

    static bool IsCommitment(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
