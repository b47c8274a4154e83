using System.Collections.Concurrent;
using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>A published version: what drives its cases, and the forms pinned with it. It was judged when it was published, so it is read when first needed.</summary>
/// <param name="at">When it was published: what <c>lms:binding="deployment"</c> is counted from.</param>
/// <param name="bound">With what it calls drawn in; null: as read.</param>
public sealed class PublishedDefinition(string key, int version, byte[] source, Lazy<FormCatalogue> forms, DateTimeOffset at, ProcessDefinition? bound = null)
{
    readonly Lazy<ProcessDefinition> process = new(() => bound ?? CaseWorkflow.Read(source, version).Definition
        ?? throw new InvalidOperationException($"definition {key} {version} can no longer be read"));

    readonly Lazy<Picture> picture = new(() => PictureReader.Read(source) ?? throw new InvalidOperationException($"the drawing of {key} {version} can no longer be read"));

    public string Key => key;

    public int Version => version;

    public ProcessDefinition Process => process.Value;

    public FormCatalogue Forms => forms.Value;

    public byte[] Source => source;

    /// <summary>As drawn; what it calls is not drawn in.</summary>
    public Picture Picture => picture.Value;

    /// <summary>What it calls its tasks, and where they are done.</summary>
    public Portal.TaskBook Tasks => field ??= Pages.TaskBooks.OfTasks(Process);

    /// <summary>What it calls all that has a name in it.</summary>
    public Portal.TaskBook Names => field ??= Pages.TaskBooks.OfNames(Process);

    public DateTimeOffset At => at;

    public PublishedDefinition Bound(ProcessDefinition whole) => new(key, version, source, forms, at, whole);
}

/// <summary>Process definitions as published, kept in memory: versions never change. Read from the record when a case needs one this node has not seen.</summary>
public sealed class Definitions(ICaseStore store)
{
    /// <summary>What drives a case of a new tilbud: the id of the process in <c>standard-metode.bpmn</c>.</summary>
    public const string StandardMetode = "standard_metode";

    readonly ConcurrentDictionary<(string Key, int Version), PublishedDefinition> known = new();
    readonly ConcurrentDictionary<string, Lazy<FormCatalogue>> catalogues = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, int> latest = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, PublishedDefinition> pinned = new(StringComparer.Ordinal);

    public IEnumerable<PublishedDefinition> Latest => latest.Select(entry => known[(entry.Key, entry.Value)]).OrderBy(definition => definition.Key, StringComparer.Ordinal);

    /// <summary>The version that drives the case; for a new case the one that will. Call <see cref="Ensure"/> first.</summary>
    public PublishedDefinition Of(CaseFile file) => file.Process is { } process
        ? Pinned(known[(process.Definition, process.DefinitionVersion)], process.Calls)
        : Opening(StandardMetode)!;

    /// <summary>The version that will decide a request: the case's own, or for a case that is opened the latest of the definition it names. Null when there is none.</summary>
    public PublishedDefinition? For(CaseFile file, CaseRequest request) =>
        file.Process is null && request is OpeningRequest { Definition: { } key } ? Opening(key) : Of(file);

    /// <summary>With what it calls drawn in, as the case keeps it; as read where that cannot be done any longer.</summary>
    public PublishedDefinition Pinned(PublishedDefinition definition, ImmutableArray<CalledDefinition> calls) =>
        calls.IsDefaultOrEmpty ? definition
        : pinned.GetOrAdd(
            $"{definition.Key} {definition.Version} {string.Join(' ', calls.Select(call => $"{call.Element}={call.Definition}:{call.Version}"))}",
            _ => With(definition, DefinitionBinder.Bind(definition.Process, calls, (called, version) => Find(called, version)?.Process)) ?? definition);

    /// <summary>What keeps a drawing's calls from being drawn in now: a process that is not published, or that calls itself.</summary>
    public ImmutableArray<Finding> Unbound(ProcessDefinition draft)
    {
        var bound = DefinitionBinder.Bind(draft, site => Meant(site, null));
        return bound.Definition is { } whole ? [.. whole.Calls.Where(call => Find(call.Definition, call.Version) is { Process.IsPart: false }).Select(DrivesCases)] : bound.Findings;
    }

    /// <summary>The proof does not look into calls: what passes gates or edits their documents must be drawn where it is proved.</summary>
    static Finding DrivesCases(CalledDefinition call) => new("called-definitions", Severity.Error, call.Element, 0, new(
        $"«{call.Element}» bruker prosessen «{call.Definition}», som har faser, porter, handlinger eller dokumenter. Tegn det inn i denne, eller velg en prosess uten.",
        $"«{call.Element}» brukar prosessen «{call.Definition}», som har fasar, portar, handlingar eller dokument. Teikn det inn i denne, eller vel ein prosess utan."));

    public FormCatalogue FormsOf(CaseFile file) => Of(file).Forms;

    public PublishedDefinition? Find(string key, int? version = null) =>
        (version ?? (latest.TryGetValue(key, out var newest) ? newest : null)) is { } number ? known.GetValueOrDefault((key, number)) : null;

    /// <summary>The latest, bound to what it calls today. Null when there is none, when it is only a part of others, or when what it calls is not there.</summary>
    PublishedDefinition? Opening(string key) => Find(key) is { Process.IsPart: false } newest
        ? With(newest, DefinitionBinder.Bind(newest.Process, site => Meant(site, Find(site.Caller.Id, site.Caller.Version)?.At) is { IsPart: true } part ? part : null))
        : null;

    static PublishedDefinition? With(PublishedDefinition definition, BoundDefinition bound) => bound.Definition is { } process ? definition.Bound(process) : null;

    ProcessDefinition? Meant(CallSite site, DateTimeOffset? deployed) => site.Binding switch
    {
        { Kind: CallBindingKind.Version, Version: var version } => Find(site.Definition, version),
        { Kind: CallBindingKind.Deployment } when deployed is { } at => known.Values.Where(known => known.Key == site.Definition && known.At <= at).MaxBy(known => known.Version),
        _ => Find(site.Definition),
    } is { } found ? found.Process : null;

    /// <summary>Fetches the case's version, and those it calls, if another node published them.</summary>
    public async ValueTask Ensure(CaseFile file, CancellationToken ct)
    {
        if (file.Process is not { } process) return;
        await EnsureKnown(process.Definition, process.DefinitionVersion, ct);
        if (process.Calls.IsDefaultOrEmpty) return;
        foreach (var call in process.Calls) await EnsureKnown(call.Definition, call.Version, ct);
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
            if (recorded.Fact is DefinitionPublished published && !known.ContainsKey((key, published.Version))) await Load(published, recorded.Stamp.At, ct);
    }

    async Task Load(DefinitionPublished published, DateTimeOffset at, CancellationToken ct)
    {
        var source = await store.Pinned(published.ContentHash, ct);
        known[(published.Key, published.Version)] = new(published.Key, published.Version, source, await Catalogue(published, ct), at);
        latest.AddOrUpdate(published.Key, published.Version, (_, newest) => Math.Max(newest, published.Version));
    }

    /// <summary>Versions nearly always share their forms with another.</summary>
    async Task<Lazy<FormCatalogue>> Catalogue(DefinitionPublished published, CancellationToken ct)
    {
        var name = string.Join(' ', published.Forms.Select(form => form.ContentHash));
        if (catalogues.TryGetValue(name, out var found)) return found;
        var files = new List<byte[]>();
        foreach (var form in published.Forms) files.Add(await store.Pinned(form.ContentHash, ct));
        return catalogues.GetOrAdd(name, new Lazy<FormCatalogue>(() => ShippedForms.Catalogue(files)));
    }
}
