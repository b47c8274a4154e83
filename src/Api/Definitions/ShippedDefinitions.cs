using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>Publishes the definitions and forms that come with the product, at start-up, when they differ from the latest published version.</summary>
public sealed class ShippedDefinitions(ICaseStore store, Definitions definitions, TimeProvider clock)
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "workflows-definitions");

    public async Task Publish(CancellationToken ct)
    {
        string[] files = System.IO.Directory.Exists(Folder) ? System.IO.Directory.GetFiles(Folder, "*.bpmn") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var key = await Publish(Path.GetFileName(file), await File.ReadAllBytesAsync(file, ct), ct);
            await definitions.Refresh(key, ct);
        }

        if (definitions.Find(Definitions.StandardMetode) is null) throw new CannotStartException($"Prosessen «{Definitions.StandardMetode}» mangler i {Folder}.");
    }

    /// <summary>The definition's key: the id of its process, which cases are pinned to.</summary>
    async Task<string> Publish(string file, byte[] source, CancellationToken ct)
    {
        var key = Executable(file, CaseWorkflow.Read(source)).Id;
        var forms = ImmutableArray.CreateBuilder<PublishedForm>();
        foreach (var (kind, bytes) in ShippedForms.In(Folder)) forms.Add(new(kind, await store.PutContent(bytes, ct)));
        var hash = await store.PutContent(source, ct);
        var stream = await store.Read(StreamId.Definition(key), 0, ct);
        var newest = stream.Select(recorded => recorded.Fact).OfType<DefinitionPublished>().LastOrDefault();
        if (newest is not null && newest.ContentHash == hash && newest.Forms.SequenceEqual(forms)) return key;
        var published = new DefinitionPublished(key, (newest?.Version ?? 0) + 1, hash, forms.ToImmutable());
        // two nodes starting at once: the second finds the first's version and has nothing to add
        await store.Append(Append.To(StreamId.Definition(key), stream.Count, new(clock.GetUtcNow(), null, Role.System, Actor.System.SignIn), published), ct);
        return key;
    }

    static ProcessDefinition Executable(string file, ReadResult read) => read.Definition ?? throw new CannotStartException(
        $"Prosessen «{file}» kan ikke kjøres:\n" + string.Join('\n', read.Findings.Select(finding => $"  {finding.ElementId}: {finding.Sentence.Nb}")));
}
