using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>One fact of any stream with its place in the proof log, for its page.</summary>
static class FactViews
{
    /// <param name="list">Address of the history it is in.</param>
    /// <param name="suffix">Query that says which part of it, or nothing.</param>
    /// <param name="forms">Of the case it is in.</param>
    public static async Task<FactView> Of(Asked asked, FoundFact found, string list, string suffix, bool hasLater, FormCatalogue forms)
    {
        var (recorded, me, log) = (found.Told.Recorded, asked.Me, asked.Service<ICaseStore>().Log);
        var leaf = await log.Leaf(recorded.Position, asked.Aborted);
        var latest = await log.Latest(asked.Aborted);
        return new(
            recorded.Version, recorded.Stamp.At, me.Say(found.Sentence), me.NameOf(recorded.Stamp.Person), recorded.Stamp.Capacity.Words(), recorded.Stamp.SignIn, recorded.Name, recorded.Position, leaf is null ? "" : Convert.ToHexStringLower(leaf),
            latest is not null && latest.Checkpoint.Size >= recorded.Position
                ? new($"Hendelsen er med i kontrollpunktet med {latest.Checkpoint.Size} hendelser.", $"Hendinga er med i kontrollpunktet med {latest.Checkpoint.Size} hendingar.")
                : new("Hendelsen er så ny at den kommer med i neste kontrollpunkt, innen ett minutt.", "Hendinga er så ny at ho kjem med i neste kontrollpunkt, innan eitt minutt."),
            Stored(recorded), [.. found.Told.Texts.Where(text => !ConfidentialTexts.Include(text.Field)).Select(text => new TextLine(me.Say(FieldNames.Of(text.Field, forms)), me.Say(FigureNames.Shown(text.Field, text.Value))))], [],
            null, null, recorded.Version > 1 ? $"{list}/{recorded.Version - 1}{suffix}" : null, hasLater ? $"{list}/{recorded.Version + 1}{suffix}" : null, list + suffix)
        { Erased = [.. found.Told.Erased.Select(mark => mark.Sentence)] };
    }

    static string Stored(RecordedFact recorded) => StoredFact.Of(recorded).ToJsonString(Indented);

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}
