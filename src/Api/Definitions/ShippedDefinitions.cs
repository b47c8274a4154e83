using System.Collections.Immutable;
using System.Security.Cryptography;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>
/// The definitions and forms that come with the product. At the first start each is published; later a changed file becomes a draft for an administrator to look at,
/// and never changes by itself how people work.
/// </summary>
public sealed class ShippedDefinitions(ICaseStore store, DefinitionFiles definitionFiles, Definitions definitions, TimeProvider clock)
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "workflows-definitions");

    public Task Publish(CancellationToken ct) => Publish(Folder, ct);

    public async Task Publish(string folder, CancellationToken ct)
    {
        var known = new List<DefinitionFile>();
        foreach (var stream in await store.Streams(StreamId.DefinitionPrefix, ct)) known.Add(await definitionFiles.Load(stream.AsDefinition!, ct));
        var forms = ShippedForms.Files(folder);
        string[] hashes = [.. forms.Select(file => Hash(file.Bytes))];
        string[] files = System.IO.Directory.Exists(folder) ? System.IO.Directory.GetFiles(folder, "*.bpmn") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            // nearly every start: what was brought before is neither read nor written again
            var source = await File.ReadAllBytesAsync(file, ct);
            if (!known.Any(definition => Holds(definition, Hash(source), hashes))) await Bring(Path.GetFileName(file), source, forms, ct);
        }

        foreach (var stream in await store.Streams(StreamId.DefinitionPrefix, ct)) await definitions.Refresh(stream.AsDefinition!, ct);
        if (definitions.Find(Definitions.StandardMetode) is null) throw new CannotStartException($"Prosessen «{Definitions.StandardMetode}» mangler i {folder}.");
    }

    /// <summary>This content has been published or brought before, whatever became of it then.</summary>
    static bool Holds(DefinitionFile definition, string hash, string[] forms) =>
        definition.Published.Any(version => version.ContentHash == hash && version.Forms.Select(form => form.ContentHash).SequenceEqual(forms))
        || definition.Drafts.Any(draft => draft.ContentHash == hash && draft.Forms.Select(form => form.ContentHash).SequenceEqual(forms));

    static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The definition's key is the id of its process, which cases are pinned to.</summary>
    async Task Bring(string name, byte[] source, ImmutableArray<FormFile> forms, CancellationToken ct)
    {
        var key = Executable(name, CaseWorkflow.Read(source)).Id;
        var pinned = ImmutableArray.CreateBuilder<PublishedForm>(forms.Length);
        foreach (var form in forms) pinned.Add(new(ShippedForms.Kind(form), await store.PutContent(form.Bytes, ct)));
        var hash = await store.PutContent(source, ct);
        var file = await definitionFiles.Load(key, ct);
        DefinitionFact fact = file.Published.IsEmpty && file.Drafts.IsEmpty
            ? new DefinitionPublished(key, 1, hash, pinned.MoveToImmutable())
            : new DefinitionDraftSaved(file.Drafts.Length + 1, 1, file.LatestNumber, hash, pinned.MoveToImmutable(), Note(name), null, null);
        // two nodes starting at once: the second finds the first's version and has nothing to add
        await store.Append(Append.To(StreamId.Definition(key), file.Version, new(clock.GetUtcNow(), null, Role.System, Actor.System.SignIn), fact), ct);
    }

    static SealedText Note(string file) => new WrittenText(
        $"Fulgte med LmsWorkflow {typeof(ShippedDefinitions).Assembly.GetName().Version?.ToString(3)}: {file}", WrittenTextFromString.FreshSalt()).Seal("definition.note");

    static ProcessDefinition Executable(string file, ReadResult read) => read.Definition ?? throw new CannotStartException(
        $"Prosessen «{file}» kan ikke kjøres:\n" + string.Join('\n', read.Findings.Select(finding => $"  {finding.ElementId}: {finding.Sentence.Nb}")));
}
