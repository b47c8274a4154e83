using System.Collections.Concurrent;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>A published version: what drives its cases, and the forms pinned with it.</summary>
public sealed record PublishedDefinition(string Key, int Version, ProcessDefinition Process, FormCatalogue Forms, byte[] Source);

/// <summary>Process definitions as published, kept in memory: versions never change. Read from the record when a case needs one this node has not seen.</summary>
public sealed class Definitions(ICaseStore store)
{
    /// <summary>What drives a case of a new tilbud: the id of the process in <c>standard-metode.bpmn</c>.</summary>
    public const string StandardMetode = "standard_metode";

    readonly ConcurrentDictionary<(string Key, int Version), PublishedDefinition> known = new();
    readonly ConcurrentDictionary<string, int> latest = new(StringComparer.Ordinal);

    public IEnumerable<PublishedDefinition> Latest => latest.Select(entry => known[(entry.Key, entry.Value)]).OrderBy(definition => definition.Key, StringComparer.Ordinal);

    /// <summary>The version that drives the case; for a new case the one that will. Call <see cref="Ensure"/> first.</summary>
    public PublishedDefinition Of(CaseFile file) => file.Process is { } process
        ? known[(process.Definition, process.DefinitionVersion)]
        : known[(StandardMetode, latest[StandardMetode])];

    /// <summary>The version that will decide a request: the case's own, or for a case that is opened the latest of the definition it names. Null when there is none.</summary>
    public PublishedDefinition? For(CaseFile file, CaseRequest request) =>
        file.Process is null && request is OpeningRequest { Definition: { } key } ? Find(key) : Of(file);

    public FormCatalogue FormsOf(CaseFile file) => Of(file).Forms;

    public PublishedDefinition? Find(string key, int? version = null) =>
        (version ?? (latest.TryGetValue(key, out var newest) ? newest : null)) is { } number ? known.GetValueOrDefault((key, number)) : null;

    /// <summary>Fetches the case's version if another node published it.</summary>
    public async ValueTask Ensure(CaseFile file, CancellationToken ct)
    {
        if (file.Process is { } process && !known.ContainsKey((process.Definition, process.DefinitionVersion))) await Refresh(process.Definition, ct);
    }

    /// <summary>Fetches a version that this node has not seen.</summary>
    public async ValueTask EnsureKnown(string key, int version, CancellationToken ct)
    {
        if (!known.ContainsKey((key, version))) await Refresh(key, ct);
    }

    /// <summary>All versions of a definition from the record.</summary>
    public async Task Refresh(string key, CancellationToken ct)
    {
        foreach (var recorded in await store.Read(StreamId.Definition(key), 0, ct))
            if (recorded.Fact is DefinitionPublished published && !known.ContainsKey((key, published.Version))) await Load(published, ct);
    }

    async Task Load(DefinitionPublished published, CancellationToken ct)
    {
        var source = await Content(published.ContentHash, ct);
        var process = CaseWorkflow.Read(source, published.Version).Definition ?? throw new InvalidOperationException($"definition {published.Key} {published.Version} can no longer be read");
        var forms = new List<byte[]>();
        foreach (var form in published.Forms) forms.Add(await Content(form.ContentHash, ct));
        known[(published.Key, published.Version)] = new(published.Key, published.Version, process, ShippedForms.Catalogue(forms), source);
        latest.AddOrUpdate(published.Key, published.Version, (_, newest) => Math.Max(newest, published.Version));
    }

    async Task<byte[]> Content(string hash, CancellationToken ct) =>
        await store.Content(hash, ct) ?? throw new InvalidOperationException($"published content {hash} is missing");
}
