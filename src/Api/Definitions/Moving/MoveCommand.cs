using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>
/// <c>lms move-cases KEY --from N --to M [--dry-run] [--mapping FILE] [--json]</c> on the configured database. The mapping is JSON, from old element id to new. Exit code 0:
/// every case moved, or would; 1: some stay, listed with reasons; 64: not understood.
/// </summary>
public static class MoveCommand
{
    const string Usage = "Bruk: move-cases NØKKEL --from N --to M [--dry-run] [--mapping FIL] [--json]";

    static readonly Actor Operator = new(null, [new Grant(Role.Administrator, null)], "command-line");

    public static async Task<int> Run(string[] args, Func<Task<WebApplication>> build, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (args.FirstOrDefault() is not { } key || key.StartsWith('-') || Number(args, "--from") is not { } from || Number(args, "--to") is not { } to || Mapping(args) is not { } mapping)
        {
            await errors.WriteLineAsync(Usage);
            return 64;
        }

        await using var app = await build();
        var moves = app.Services.GetRequiredService<MovePath>();
        var (move, refused) = await moves.Plan(key, from, to, mapping, ct);
        if (move is null)
        {
            await errors.WriteLineAsync(refused!.Sentence.Nb);
            return 64;
        }

        var lines = args.Contains("--dry-run") ? await moves.DryRun(move, Operator, ct) : await moves.Execute(key, move, Operator, ct);
        await output.WriteLineAsync(args.Contains("--json") ? JsonSerializer.Serialize(MoveView.Of(move, lines, args.Contains("--dry-run")), ApiJson.Writing) : Told(move, lines));
        return lines.All(line => line.Outcome is MoveOutcome.Ready or MoveOutcome.Moved) ? 0 : 1;
    }

    static string Told(PlannedMove move, ImmutableArray<MoveLine> lines) => lines.IsEmpty ? "Ingen åpne saker følger denne utgaven." : string.Join('\n', move.Plan.RunningOn.Select(timer => timer.Sentence.Nb).Concat(lines.Select(line =>
        $"{line.Number}  {Words(line.Outcome)}{string.Concat(line.Reasons.Select(reason => "\n    " + reason.Sentence.Nb))}")));

    static string Words(MoveOutcome outcome) => outcome switch
    {
        MoveOutcome.Ready => "kan flyttes",
        MoveOutcome.Moved => "flyttet",
        MoveOutcome.AwaitsConsent => "venter på samtykke",
        _ => "blir på sin utgave",
    };

    static int? Number(string[] args, string name) =>
        Value(args, name) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>Null when a file is named that cannot be read as a mapping.</summary>
    static Dictionary<string, string>? Mapping(string[] args)
    {
        if (!args.Contains("--mapping")) return [];
        try
        {
            return Value(args, "--mapping") is { } file ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file)) : null;
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
