using System.Collections.Concurrent;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>A published version: what drives its cases, and the forms pinned with it. It was judged when it was published, so it is read when first needed.</summary>
public sealed class PublishedDefinition(string key, int version, byte[] source, Lazy<FormCatalogue> forms)
{
    readonly Lazy<ProcessDefinition> process = new(() => CaseWorkflow.Read(source, version).Definition
        ?? throw new InvalidOperationException($"definition {key} {version} can no longer be read"));

    public string Key => key;

    public int Version => version;

    public ProcessDefinition Process => process.Value;

    public FormCatalogue Forms => forms.Value;

    public byte[] Source => source;
}

/// <summary>Process definitions as published, kept in memory: versions never change. Read from the record when a case needs one this node has not seen.</summary>
public sealed class Definitions(ICaseStore store)
{
    /// <summary>What drives a case of a new tilbud: the id of the process in <c>standard-metode.bpmn</c>.</summary>
    public const string StandardMetode = "standard_metode";

    readonly ConcurrentDictionary<(string Key, int Version), PublishedDefinition> known = new();
    readonly ConcurrentDictionary<string, Lazy<FormCatalogue>> catalogues = new(StringComparer.Ordinal);
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
        known[(published.Key, published.Version)] = new(published.Key, published.Version, source, await Catalogue(published, ct));
        latest.AddOrUpdate(published.Key, published.Version, (_, newest) => Math.Max(newest, published.Version));
    }

    /// <summary>Versions nearly always share their forms with another.</summary>
    async Task<Lazy<FormCatalogue>> Catalogue(DefinitionPublished published, CancellationToken ct)
    {
        var name = string.Join(' ', published.Forms.Select(form => form.ContentHash));
        if (catalogues.TryGetValue(name, out var found)) return found;
        var files = new List<byte[]>();
        foreach (var form in published.Forms) files.Add(await Content(form.ContentHash, ct));
        return catalogues.GetOrAdd(name, new Lazy<FormCatalogue>(() => ShippedForms.Catalogue(files)));
    }

    async Task<byte[]> Content(string hash, CancellationToken ct) =>
        await store.Content(hash, ct) ?? throw new InvalidOperationException($"published content {hash} is missing");
}
