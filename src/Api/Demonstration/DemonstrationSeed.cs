using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// Fills an empty database for the demonstration: the invented people of examples A and B, and example A half-way, driven through the command path by its own
/// scenario file with its dates moved up to now. A database with anybody in it is left alone.
/// </summary>
public static class DemonstrationSeed
{
    static string Scenarios => Path.Combine(ShippedDefinitions.Folder, "scenarios");

    /// <returns>False when there was something in the database already.</returns>
    public static async Task<bool> Fill(LmsOptions options, DateOnly today, CancellationToken ct)
    {
        await using var host = await ScenarioHost.StartOn(options.Database, ct);
        var people = host.Services.GetRequiredService<People>().Directory.People;
        if (people.Count > 1) return false;
        var half = ScenarioReader.ReadFile(Path.Combine(Scenarios, "example-a.scenario")).EndingBefore(today);
        var others = ScenarioReader.ReadFile(Path.Combine(Scenarios, "example-b.scenario"));
        Expect(await host.Run(half, ct, stopAtDemonstration: true));
        Expect(await host.Run(others with { Steps = [] }, ct));
        return true;
    }

    static void Expect(ScenarioOutcome outcome)
    {
        if (!outcome.Held) throw new InvalidOperationException("The demonstration did not go as its scenario says:\n" + ScenarioCommand.Told(outcome));
    }
}
