using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// Fills an empty database for the demonstration: the invented people of examples A and B, and example A half-way, driven through the command path by its own
/// scenario file with its dates moved up to now. A database with anybody in it is left alone.
/// </summary>
/// <remarks>Driven on a database of its own and brought over in one append, so there is all of it or nothing, and the next start can try again.</remarks>
public static class DemonstrationSeed
{
    static string Scenarios => Path.Combine(ShippedDefinitions.Folder, "scenarios");

    /// <returns>False when there was something in the database already.</returns>
    public static async Task<bool> Fill(LmsOptions options, DateOnly today, CancellationToken ct)
    {
        var half = ScenarioReader.ReadFile(Path.Combine(Scenarios, "example-a.scenario")).EndingBefore(today);
        var others = ScenarioReader.ReadFile(Path.Combine(Scenarios, "example-b.scenario")) with { Steps = [] };
        return await Fill(options, half, others, ct);
    }

    internal static async Task<bool> Fill(LmsOptions options, ScenarioFile half, ScenarioFile others, CancellationToken ct)
    {
        await using var target = await LmsHost.Open(options);
        if ((await target.Read(StreamId.Directory, 0, ct)).Count > 0) return false;
        await using var host = await ScenarioHost.Start("sqlite", ct);
        Expect(await host.Run(half, ct, stopAtDemonstration: true));
        Expect(await host.Run(others, ct));
        return await RecordCopy.Run(host.Services.GetRequiredService<ICaseStore>(), target, ct);
    }

    static void Expect(ScenarioOutcome outcome)
    {
        if (!outcome.Held) throw new InvalidOperationException("The demonstration did not go as its scenario says:\n" + ScenarioCommand.Told(outcome));
    }
}
