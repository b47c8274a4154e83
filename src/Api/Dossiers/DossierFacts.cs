using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What the events in a dossier say, with the texts that came along.</summary>
static class DossierFacts
{
    public static IEnumerable<StampedFact> Facts(this DossierRecord record, DossierStream stream) =>
        EventBytes.Read(stream.Events.Select(one => (one.Name, one.Body)), stream.Texts, record.Marks(new(stream.Name))).Select(read => new StampedFact(read.Fact, read.Stamp));

    /// <summary>What the file tells of texts erased in a stream.</summary>
    public static IReadOnlyDictionary<string, ErasureMark> Marks(this DossierRecord record, StreamId stream)
    {
        var marks = new Dictionary<string, ErasureMark>(StringComparer.Ordinal);
        foreach (var one in record.Erased().Where(one => one.Stream == stream))
            foreach (var text in one.Fact.Texts) marks.TryAdd(text, new(one.Fact.Erasure, one.Fact.Ground, one.Stamp.At));
        return marks;
    }

    /// <summary>Every event of the file that tells of erased texts.</summary>
    public static IEnumerable<(StreamId Stream, DossierEvent Event, Stamp Stamp, TextsErased Fact)> Erased(this DossierRecord record) =>
        record.Streams.SelectMany(stream => stream.Events.Select(one => (stream.Name, Event: one))).Concat(record.Others.Select(one => (Name: one.Stream!, Event: one)))
            .Select(one => (Of: new StreamId(one.Name).AsErasedOf, one.Event)).Where(one => one.Of is not null)
            .Select(one => (Of: one.Of!.Value, one.Event, Read: EventBytes.Read(one.Event.Name, one.Event.Body, []))).Where(one => one.Read.Fact is TextsErased).Select(one => (one.Of, one.Event, one.Read.Stamp, (TextsErased)one.Read.Fact));

    /// <summary>An erasure as it was decided; null when the file does not have the decision.</summary>
    public static Erasure? Decided(this DossierRecord record, int number)
    {
        var read = record.Of(StreamId.Erasures).OrderBy(one => one.Version).Select(one => EventBytes.Read(one.Name, one.Body, one.Texts)).ToList();
        if (read.FirstOrDefault(one => one.Fact is ErasureProposed proposed && proposed.Number == number) is not { Fact: ErasureProposed proposal } proposed) return null;
        var erasure = proposal.Apply(ErasureBook.Empty, proposed.Stamp).Erasures[0];
        return read.FirstOrDefault(one => one.Fact is ErasureConfirmed confirmed && confirmed.Number == number) is { Fact: not null } decided
            ? erasure with { Standing = ErasureStanding.Confirmed, DecidedBy = decided.Stamp.Person, DecidedAt = decided.Stamp.At } : erasure;
    }

    /// <summary>The people and units the case names.</summary>
    public static PeopleDirectory Directory(this DossierRecord record)
    {
        var marks = record.Marks(StreamId.Directory);
        return record.Of(StreamId.Directory).OrderBy(one => one.Version)
        .Select(one => EventBytes.Read(one.Name, one.Body, one.Texts, marks)).Aggregate(PeopleDirectory.Empty, (known, read) => known.After(read.Fact, read.Stamp));
    }

    /// <summary>The version as it was published; null when it is not in the file.</summary>
    public static DefinitionPublished? Published(this DossierRecord record, string key, int version) => record.Of(StreamId.Definition(key))
        .Select(one => EventBytes.Read(one.Name, one.Body, []).Fact).OfType<DefinitionPublished>().FirstOrDefault(published => published.Key == key && published.Version == version);

    static IEnumerable<DossierEvent> Of(this DossierRecord record, StreamId stream) => record.Others.Where(one => one.Stream == stream.Value);
}
