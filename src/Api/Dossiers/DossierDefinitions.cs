using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>The drawings and forms a dossier brings, found by the hashes the facts pin them with.</summary>
sealed class DossierDefinitions(DossierRecord record, DossierReading reading)
{
    /// <summary>What was looked for and is not in the file.</summary>
    public string? Missing { get; private set; }

    /// <summary>The drawing, with what it calls drawn in; null when it is not there.</summary>
    public ProcessDefinition? Pinned(ProcessStarted started, Action<FormCatalogue> forms)
    {
        if (record.Published(started.Definition, started.DefinitionVersion) is not { } published || published.ContentHash != started.ContentHash) return Lacking($"{started.Definition} utgave {started.DefinitionVersion}");
        if (Read(published) is not { } process) return null;
        forms(ShippedForms.Catalogue(published.Forms.Select(form => reading.Contents.GetValueOrDefault(form.ContentHash)).OfType<byte[]>()));
        return started.Calls is { IsDefaultOrEmpty: false } calls
            ? DefinitionBinder.Bind(process, calls, (called, version) => record.Published(called, version) is { } part ? Read(part) : null).Definition ?? Lacking(started.Definition)
            : process;
    }

    ProcessDefinition? Read(DefinitionPublished published) => reading.Contents.TryGetValue(published.ContentHash, out var source)
        ? CaseWorkflow.Read(source, published.Version).Definition ?? Lacking($"{published.Key} utgave {published.Version}")
        : Lacking($"{published.Key} utgave {published.Version}");

    ProcessDefinition? Lacking(string what)
    {
        Missing ??= $"Prosesstegningen {what} er ikke i saksmappen, eller er en annen enn den saken er bundet til.";
        return null;
    }
}
