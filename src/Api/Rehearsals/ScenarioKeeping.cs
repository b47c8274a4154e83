using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Takes a scenario in and keeps it with its definition. What cannot be read is refused with its line.</summary>
public sealed class ScenarioKeeping(ICaseStore store, ScenarioShelf shelf, DefinitionPath path)
{
    public async Task<DefinitionResult> Keep(string key, string name, string? text, Actor actor, CommandOptions options, CancellationToken ct)
    {
        if (CaseAccess.Capacity(actor, Act.EditDefinition, []) is null) return new DefinitionResult.Refused([new NotAllowed(Act.EditDefinition)], Forbidden: true);
        var tidy = ScenarioShelf.Tidy(text ?? "");
        if (Unreadable(tidy, await shelf.Of(await path.Load(key, ct), ct)) is { } refusal) return new DefinitionResult.Refused([refusal]);
        var hash = await store.PutContent(System.Text.Encoding.UTF8.GetBytes(tidy), ct);
        return await path.Run(key, new KeepScenario(name, hash), actor, options, ct);
    }

    /// <summary>Null when the text is a scenario that can be run.</summary>
    public Refusal? Unreadable(string text, System.Collections.Immutable.ImmutableArray<ShelvedScenario> kept)
    {
        if (text.Length > ScenarioShelf.Longest) return new ScenarioIsTooLong();
        try
        {
            var read = shelf.Read(text, kept);
            return read.Title.Length == 0 || read.Steps.IsEmpty ? new ScenarioIsEmpty() : null;
        }
        catch (ScenarioFormatException bad)
        {
            return new ScenarioCannotBeRead(bad.Line, bad.Sentence);
        }
    }
}
