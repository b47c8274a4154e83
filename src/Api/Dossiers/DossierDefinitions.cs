using System.Collections.Immutable;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>The drawings, forms and plans of moving that a dossier brings, found by the hashes the facts pin them with.</summary>
sealed class DossierDefinitions(DossierRecord record, DossierReading reading)
{
    readonly Dictionary<(string Key, int Version, string Hash), ProcessDefinition?> known = [];
    readonly Dictionary<(string Key, int Version), FormCatalogue> forms = [];

    /// <summary>What was looked for and is not in the file.</summary>
    public string? Missing { get; private set; }

    /// <summary>The drawing, with what it calls drawn in; null when it is not there.</summary>
    public ProcessDefinition? Pinned(ProcessStarted started)
    {
        var pin = (started.Definition, started.DefinitionVersion, started.ContentHash);
        if (!known.TryGetValue(pin, out var found)) known[pin] = found = Find(started);
        return found;
    }

    /// <summary>The forms of the version the case follows.</summary>
    public FormCatalogue FormsOf(CaseFile file) => file.Process is { } process ? FormsOf(process.Definition, process.DefinitionVersion) : FormCatalogue.Empty;

    /// <summary>The plan a case was moved by, with what participation it weakens worked out again; null when it is not there.</summary>
    public MovePlan? Plan(ProcessMigrated migrated, ProcessState process)
    {
        if (!reading.Contents.TryGetValue(migrated.PlanHash, out var bytes) || Read(bytes) is not { } frozen || (frozen.Key, frozen.From, frozen.To) != (process.Definition, process.DefinitionVersion, migrated.To))
        {
            Missing ??= $"Planen saken ble flyttet etter fra utgave {migrated.From} til utgave {migrated.To}, er ikke i saksmappen.";
            return null;
        }

        var calls = process.Calls;
        if (Pinned(new(process.Definition, process.DefinitionVersion, process.ContentHash, process.ProcessId, calls)) is not { } from
            || Pinned(new(process.Definition, migrated.To, migrated.ContentHash, process.ProcessId, calls)) is not { } to) return null;
        var (was, now) = (FormsOf(process.Definition, frozen.From), FormsOf(process.Definition, frozen.To));
        var changes = MeaningDifference.Of(Alone(from), Alone(to), was, now);
        return new(from, to, now, frozen.Mapping.ToImmutableDictionary(), migrated.PlanHash, changes.Any(change => change.Weakens) ? FrozenChanges.Hash(changes) : null);
    }

    /// <summary>People were asked about the drawing itself, without what it calls.</summary>
    ProcessDefinition Alone(ProcessDefinition definition) => record.Published(definition.Id, definition.Version) is { } published && Read(published) is { } process ? process : definition;

    static FrozenPlan? Read(byte[] bytes)
    {
        try
        {
            return FrozenPlan.Read(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    ProcessDefinition? Find(ProcessStarted started)
    {
        if (record.Published(started.Definition, started.DefinitionVersion) is not { } published || published.ContentHash != started.ContentHash) return Lacking($"{started.Definition} utgave {started.DefinitionVersion}");
        if (Read(published) is not { } process) return null;
        return started.Calls is { IsDefaultOrEmpty: false } calls
            ? DefinitionBinder.Bind(process, calls, (called, version) => record.Published(called, version) is { } part ? Read(part) : null).Definition ?? Lacking(started.Definition)
            : process;
    }

    FormCatalogue FormsOf(string key, int version)
    {
        if (!forms.TryGetValue((key, version), out var found))
            forms[(key, version)] = found = ShippedForms.Catalogue(record.Published(key, version)?.Forms.Select(form => reading.Contents.GetValueOrDefault(form.ContentHash)).OfType<byte[]>() ?? []);
        return found;
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
