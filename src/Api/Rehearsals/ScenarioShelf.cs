using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A scenario that is run before a publishing.</summary>
/// <param name="By">Who kept it; null when it comes with the product.</param>
public sealed record ShelvedScenario(string Name, string Text, PersonId? By, DateTimeOffset? At)
{
    public bool IsShipped => At is null;

    public string ContentHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The first line's; empty when it has none.</summary>
    public string Title => Text.Split('\n').FirstOrDefault(line => line.StartsWith("scenario ", StringComparison.Ordinal))?["scenario ".Length..].Trim() ?? "";
}

/// <summary>
/// The scenarios of a definition: those that come with the product, found beside the definitions, until somebody keeps another under the name or removes it; and
/// those that were kept here.
/// </summary>
public sealed class ScenarioShelf(ICaseStore store)
{
    /// <summary>Longest text, in characters; the longest that comes with the product is a fifth of it.</summary>
    public const int Longest = 200_000;

    const string Ending = ".scenario", ExampleName = "example-a";

    readonly FrozenDictionary<string, string> files = Files(Path.Combine(ShippedDefinitions.Folder, "scenarios"));

    public ImmutableArray<string> Shipped(string key) =>
        [.. files.Where(file => file.Value.Split('\n').Any(line => line.TrimEnd() == $"definition {key}")).Select(file => file.Key).Order(StringComparer.Ordinal)];

    public async Task<ImmutableArray<ShelvedScenario>> Of(DefinitionFile file, CancellationToken ct)
    {
        var all = Shipped(file.Key).Where(name => file.Scenario(name) is null).Select(name => new ShelvedScenario(name, files[name], null, null)).ToList();
        foreach (var kept in file.Scenarios)
            if (kept.ContentHash is { } hash) all.Add(new(kept.Name, Encoding.UTF8.GetString(await store.Pinned(hash, ct)), kept.By, kept.At));
        return [.. all.OrderBy(scenario => scenario.Name, StringComparer.Ordinal)];
    }

    /// <summary>The example that follows with the product, whose people and steps any process can be tried with.</summary>
    public ShelvedScenario? Example => files.TryGetValue(ExampleName, out var text) ? new(ExampleName, text, null, null) : null;

    /// <param name="kept">What it may include, beside what comes with the product.</param>
    public ScenarioFile Read(string text, ImmutableArray<ShelvedScenario> kept) => ScenarioReader.Read(text, name => Included(name, kept));

    /// <summary>As it is to be kept: line ends as in files, whatever a form sends.</summary>
    public static string Tidy(string text) => text.ReplaceLineEndings("\n").TrimEnd() + "\n";

    string Included(string name, ImmutableArray<ShelvedScenario> kept)
    {
        var bare = name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : name;
        return kept.FirstOrDefault(scenario => scenario.Name == bare)?.Text ?? files.GetValueOrDefault(bare) ?? throw new ScenarioFormatException(0, new(
            "er verken tatt vare på her eller følger med produktet", "er verken teke vare på her eller følgjer med produktet"));
    }

    static FrozenDictionary<string, string> Files(string folder) => System.IO.Directory.Exists(folder)
        ? System.IO.Directory.GetFiles(folder, "*" + Ending).ToFrozenDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText)
        : FrozenDictionary<string, string>.Empty;
}
