using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>
/// The definitions and forms that come with the product. At the first start each is published; later a changed file becomes a draft for an administrator to look at,
/// and never changes by itself how people work.
/// </summary>
public sealed class ShippedDefinitions(ICaseStore store, Definitions definitions, TimeProvider clock)
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "workflows-definitions");

    public Task Publish(CancellationToken ct) => Publish(Folder, ct);

    public async Task Publish(string folder, CancellationToken ct)
    {
        string[] files = System.IO.Directory.Exists(folder) ? System.IO.Directory.GetFiles(folder, "*.bpmn") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var key = await Bring(folder, Path.GetFileName(file), await File.ReadAllBytesAsync(file, ct), ct);
            await definitions.Refresh(key, ct);
        }

        foreach (var known in await store.Streams(StreamId.DefinitionPrefix, ct)) await definitions.Refresh(known.AsDefinition!, ct);
        if (definitions.Find(Definitions.StandardMetode) is null) throw new CannotStartException($"Prosessen «{Definitions.StandardMetode}» mangler i {folder}.");
    }

    /// <summary>The definition's key: the id of its process, which cases are pinned to.</summary>
    async Task<string> Bring(string folder, string file, byte[] source, CancellationToken ct)
    {
        var key = Executable(file, CaseWorkflow.Read(source)).Id;
        var forms = ImmutableArray.CreateBuilder<PublishedForm>();
        foreach (var (kind, bytes) in ShippedForms.In(folder)) forms.Add(new(kind, await store.PutContent(bytes, ct)));
        var hash = await store.PutContent(source, ct);
        var stream = await store.Read(StreamId.Definition(key), 0, ct);
        var known = stream.Aggregate(DefinitionFile.Unknown(key), (before, recorded) => before.After(recorded.Fact, recorded.Stamp));
        if (Brought(known, hash, forms.ToImmutable(), file) is { } fact)
        {
            // two nodes starting at once: the second finds the first's version and has nothing to add
            await store.Append(Append.To(StreamId.Definition(key), known.Version, new(clock.GetUtcNow(), null, Role.System, Actor.System.SignIn), fact), ct);
        }

        return key;
    }

    /// <summary>Nothing when this content has been published or brought before, whatever became of it then.</summary>
    static DefinitionFact? Brought(DefinitionFile known, string hash, ImmutableArray<PublishedForm> forms, string file)
    {
        if (known.Published.IsEmpty && known.Drafts.IsEmpty) return new DefinitionPublished(known.Key, 1, hash, forms);
        if (known.Published.Any(version => version.ContentHash == hash && version.Forms.SequenceEqual(forms))) return null;
        if (known.Drafts.Any(draft => draft.ContentHash == hash && draft.Forms.SequenceEqual(forms))) return null;
        return new DefinitionDraftSaved(known.Drafts.Length + 1, 1, known.LatestNumber, hash, forms, Note(file), null, null);
    }

    static SealedText Note(string file) => new WrittenText(
        $"Fulgte med LmsWorkflow {typeof(ShippedDefinitions).Assembly.GetName().Version?.ToString(3)}: {file}", WrittenTextFromString.FreshSalt()).Seal("definition.note");

    static ProcessDefinition Executable(string file, ReadResult read) => read.Definition ?? throw new CannotStartException(
        $"Prosessen «{file}» kan ikke kjøres:\n" + string.Join('\n', read.Findings.Select(finding => $"  {finding.ElementId}: {finding.Sentence.Nb}")));
}
