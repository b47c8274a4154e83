using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>The <c>lms</c> command line: <c>serve</c> (also when nothing is said), <c>verify</c>, <c>move-cases</c>, <c>run-scenario</c>, <c>verify-record</c>, <c>witness</c> and <c>rebuild-lists</c>.</summary>
public sealed class Program
{
    Program()
    {
    }

    public static async Task<int> Main(string[] args)
    {
        try
        {
            var settings = args.TakeWhile(IsSetting).ToArray();
            var rest = args[settings.Length..];
            return rest.FirstOrDefault() switch
            {
                "run-scenario" => await ScenarioCommand.Run(rest[1..], Console.Out, CancellationToken.None),
                "move-cases" => await MoveCommand.Run(rest[1..], () => Host(settings), Console.Out, Console.Error, CancellationToken.None),
                "verify" => await VerifyCommand.Run(rest[1..], Console.Out, Console.Error, CancellationToken.None),
                "verify-record" => await VerifyRecordCommand.Run(rest[1..], Console.Out, Console.Error, CancellationToken.None),
                VerifyHandOverCommand.Verb => VerifyHandOverCommand.Run(rest[1..], Console.Out, Console.Error),
                "witness" => await WitnessCommand.Run(rest[1..], Console.Out, Console.Error, TimeProvider.System, CancellationToken.None),
                "rebuild-lists" => await RebuildListsCommand.Run([.. settings, .. rest[1..]], Console.Out, CancellationToken.None),
                "serve" => await Serve([.. settings, .. rest[1..]]),
                { } verb when !verb.StartsWith('-') => Unknown(verb),
                _ => await Serve(args),
            };
        }
        catch (CannotStartException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return 2;
        }
    }

    /// <summary>A setting may stand before the verb: <c>dotnet run</c> puts its own there.</summary>
    static bool IsSetting(string arg) => arg.StartsWith("--", StringComparison.Ordinal) && arg.Contains('=', StringComparison.Ordinal);

    static async Task<int> Serve(string[] args)
    {
        // settings, pages and definitions lie beside the program; the database where the command is given
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var options = LmsOptions.From(builder.Configuration, builder.Environment);
        if (options.Seed) await DemonstrationSeed.Fill(options, OsloTime.Date(TimeProvider.System.GetUtcNow()), CancellationToken.None);
        var app = await LmsHost.Build(builder, TimeProvider.System, options);
        await app.RunAsync();
        return 0;
    }

    /// <summary>The services on the configured database, without anybody listening.</summary>
    static Task<WebApplication> Host(string[] settings) =>
        LmsHost.Build(WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory }), TimeProvider.System);

    static int Unknown(string verb)
    {
        Console.Error.WriteLine($"Ukjent kommando «{verb}». Bruk: serve | verify FIL.bpmn [--forms MAPPE] [--json] | move-cases NØKKEL --from N --to M [--dry-run] [--mapping FIL] | run-scenario FIL [--definition TEGNING.bpmn] [--database sqlite|postgres:TILKOBLING] [--json] | verify-record FIL [--key NØKKEL|FIL] [--checkpoint FIL] | verify-hand-over FIL | witness --new-key NAVN | witness ADRESSE|FIL [--dir MAPPE] [--log-key NØKKEL] | rebuild-lists");
        return 64;
    }
}
