using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A fact that was found, with its sentence.</summary>
public sealed record FoundFact(ToldFact Told, Words Sentence);

/// <summary>Facts that were found, newest first.</summary>
/// <param name="Next">Look on from before this version; null when the beginning is reached.</param>
public sealed record FoundFacts(ImmutableArray<FoundFact> Facts, long? Next);

/// <summary>
/// Looks through a case's history from the newest on, in parts: memory does not grow with the case, and one question looks at no more than it can answer at once. The rest is asked for with the cursor.
/// </summary>
public sealed class HistorySearch(ICaseStore store)
{
    public const int PageLength = 50;

    /// <summary>How many are found at a time by what takes all.</summary>
    public const int AtATime = 500;

    const int MostLookedAt = 20_000;

    /// <param name="before">Facts before this version only.</param>
    public Task<FoundFacts> Find(CaseFile file, HistoryFilter filter, long before, Viewer nb, Viewer nn, CancellationToken ct, int most = PageLength) =>
        Find(StreamOf(file.Id, filter.Part), before, (told, sentence) => filter.Takes(told, file, sentence), nb, nn, ct, most, filter.Kind == HistoryKind.Process);

    /// <summary>The same in a stream that is no case's.</summary>
    /// <param name="takes">Whether a fact is asked for; the sentence is worked out only when it is asked.</param>
    /// <param name="withSteps">Movements of the process by itself are told too.</param>
    public async Task<FoundFacts> Find(StreamId stream, long before, Func<ToldFact, Func<Words?>, bool> takes, Viewer nb, Viewer nn, CancellationToken ct, int most = PageLength, bool withSteps = false)
    {
        // most pages are asked for without a filter, and then a little more than a page is enough
        var (found, looked, atATime) = (ImmutableArray.CreateBuilder<FoundFact>(), 0, Math.Min(most + most / 4, AtATime));
        while (looked < MostLookedAt)
        {
            var some = await store.ReadBack(stream, before, atATime, ct);
            foreach (var told in some)
            {
                before = told.Recorded.Version;
                var sentence = new Lazy<Words?>(() => withSteps ? Whole(told.Recorded, nb, nn) : Sentence(told.Recorded, nb, nn));
                if (!takes(told, () => sentence.Value) || sentence.Value is not { } words) continue;
                found.Add(new(told, words));
                if (found.Count == most) return new(found.ToImmutable(), before > 1 ? before : null);
            }

            looked += some.Count;
            if (some.Count < atATime) return new(found.ToImmutable(), null);
            atATime = AtATime;
        }

        return new(found.ToImmutable(), before);
    }

    /// <summary>All that the filter takes, newest first, as they are asked for.</summary>
    public IAsyncEnumerable<FoundFact> Every(CaseFile file, HistoryFilter filter, Viewer nb, Viewer nn, CancellationToken ct) =>
        Every(filter.Part == HistoryPart.Happened ? file.Version + 1 : long.MaxValue, before => Find(file, filter, before, nb, nn, ct, AtATime));

    /// <summary>One page after another, until there is none.</summary>
    /// <param name="find">A page of facts before a version.</param>
    public static async IAsyncEnumerable<FoundFact> Every(long before, Func<long, Task<FoundFacts>> find)
    {
        for (long? next = before; next is { } from;)
        {
            var found = await find(from);
            foreach (var fact in found.Facts) yield return fact;
            next = found.Next;
        }
    }

    /// <summary>One fact by its number; null when there is none.</summary>
    public Task<FoundFact?> One(CaseFile file, HistoryPart part, long version, Viewer nb, Viewer nn, CancellationToken ct) => One(StreamOf(file.Id, part), version, nb, nn, ct);

    /// <inheritdoc cref="One(CaseFile,HistoryPart,long,Viewer,Viewer,CancellationToken)"/>
    public async Task<FoundFact?> One(StreamId stream, long version, Viewer nb, Viewer nn, CancellationToken ct) =>
        version < long.MaxValue && (await store.ReadBack(stream, version + 1, 1, ct)).SingleOrDefault() is { } told && told.Recorded.Version == version && Whole(told.Recorded, nb, nn) is { } sentence
            ? new(told, sentence) : null;

    public static StreamId StreamOf(CaseId id, HistoryPart part) => part switch
    {
        HistoryPart.Refused => StreamId.Attempts(id),
        HistoryPart.Read => StreamId.Reads(id),
        _ => StreamId.Case(id),
    };

    static Words? Whole(RecordedFact recorded, Viewer nb, Viewer nn) => Sentence(recorded, nb, nn) ?? ProcessSentences.Of(recorded.Fact, nb, nn);

    /// <summary>Null for movements of the process by itself.</summary>
    public static Words? Sentence(RecordedFact recorded, Viewer nb, Viewer nn) => Sentence(recorded.Fact, recorded.Stamp, nb, nn);

    /// <inheritdoc cref="Sentence(RecordedFact,Viewer,Viewer)"/>
    public static Words? Sentence(Fact told, Stamp stamp, Viewer nb, Viewer nn)
    {
        var who = nb.NameOf(stamp.Person);
        return told switch
        {
            CaseFact fact => FactSentences.Of(fact, stamp, nb) is { } words && FactSentences.Of(fact, stamp, nn) is { } other ? new(words.Nb, other.Nn) : null,
            AttemptRefused attempt => AttemptWords.Of(attempt, who, nn.NameOf(stamp.Person)),
            PackageOpened opened => new($"{nb.NameOf(opened.Person)} åpnet versjon {opened.Package} av den låste teksten til «{opened.Gate.Words().Nb}».", $"{nn.NameOf(opened.Person)} opna versjon {opened.Package} av den låste teksten til «{opened.Gate.Words().Nn}»."),
            DocumentOpened opened => new(
                $"{nb.NameOf(opened.Person)} åpnet {DocumentNames.Of(opened.Kind).Nb.ToLowerInvariant()}, låst versjon {opened.Number}.", $"{nn.NameOf(opened.Person)} opna {DocumentNames.Of(opened.Kind).Nn.ToLowerInvariant()}, låst versjon {opened.Number}."),
            RoleClarificationOpened opened => new(
                $"{nb.NameOf(opened.Person)} så rolleavklaringen til {nb.NameOf(opened.Member)} fra {nb.Date(opened.Offered)}.", $"{nn.NameOf(opened.Person)} såg rolleavklaringa til {nn.NameOf(opened.Member)} frå {nn.Date(opened.Offered)}."),
            ListTakenOut list => new($"{who} tok ut listen «{list.List}» som {FormatName(list.Format)}.", $"{who} tok ut lista «{list.List}» som {FormatName(list.Format)}."),
            CaseHandedOver handed => new(
                $"{who} laget en avlevering til arkivet med saken i (Noark 5, {handed.Cases} {(handed.Cases == 1 ? "sak" : "saker")}).", $"{who} laga ei avlevering til arkivet med saka i (Noark 5, {handed.Cases} {(handed.Cases == 1 ? "sak" : "saker")})."),
            DossierMade made => new($"{who} tok ut saken som én fil, ved kontrollpunktet med {made.Size} hendelser.", $"{who} tok ut saka som éi fil, ved kontrollpunktet med {made.Size} hendingar."),
            var other => RecordSentences.Of(other, stamp, nb) is { } words && RecordSentences.Of(other, stamp, nn) is { } others ? new(words.Nb, others.Nn) : null,
        };
    }

    static string FormatName(string format) => format == "xlsx" ? "Excel" : "CSV";
}
