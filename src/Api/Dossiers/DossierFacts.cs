using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What the events in a dossier say, with the texts that came along.</summary>
static class DossierFacts
{
    public static IEnumerable<StampedFact> Facts(this DossierStream stream) => stream.Events.Select(one => EventBytes.Read(one.Name, one.Body, stream.Texts)).Select(read => new StampedFact(read.Fact, read.Stamp));

    /// <summary>The people and units the case names.</summary>
    public static PeopleDirectory Directory(this DossierRecord record) => record.Of(StreamId.Directory).OrderBy(one => one.Version)
        .Select(one => EventBytes.Read(one.Name, one.Body, one.Texts)).Aggregate(PeopleDirectory.Empty, (known, read) => known.After(read.Fact, read.Stamp));

    /// <summary>The version as it was published; null when it is not in the file.</summary>
    public static DefinitionPublished? Published(this DossierRecord record, string key, int version) => record.Of(StreamId.Definition(key))
        .Select(one => EventBytes.Read(one.Name, one.Body, []).Fact).OfType<DefinitionPublished>().FirstOrDefault(published => published.Key == key && published.Version == version);

    static IEnumerable<DossierEvent> Of(this DossierRecord record, StreamId stream) => record.Others.Where(one => one.Stream == stream.Value);
}
