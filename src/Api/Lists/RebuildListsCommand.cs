using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary><c>lms rebuild-lists</c>: empties all lists and fills them again from the streams, in one transaction. Exit code 0: done; 2: no such database; 64: not understood.</summary>
public static class RebuildListsCommand
{
    /// <param name="args">Nothing but settings, such as <c>--ConnectionStrings:Cases=…</c>.</param>
    public static async Task<int> Run(string[] args, TextWriter output, CancellationToken ct)
    {
        if (args.FirstOrDefault(arg => !arg.StartsWith("--", StringComparison.Ordinal) || !arg.Contains('=', StringComparison.Ordinal)) is { } unknown)
        {
            await output.WriteLineAsync($"«{unknown}» er ikke en innstilling. Bruk: rebuild-lists [--ConnectionStrings:Cases=DATABASE]");
            return 64;
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var options = LmsOptions.From(builder.Configuration, builder.Environment);
        RequireDatabase(options);
        await using var store = await LmsHost.Open(options);
        await output.WriteLineAsync($"Listene er fylt på nytt fra {await Rebuild(store, ct)} saker.");
        return 0;
    }

    /// <summary>Opening makes a file that is not there, and a misspelt name would look like an empty register.</summary>
    static void RequireDatabase(LmsOptions options)
    {
        if (!RecordStore.IsPostgres(options.Database) && !File.Exists(LmsHost.FilePath(options.Database)))
            throw new CannotStartException($"Databasen {LmsHost.FilePath(options.Database)} finnes ikke. Se over ConnectionStrings:Cases.");
    }

    /// <summary>The first start of a program that keeps a list more fills it from the record.</summary>
    internal static async Task CatchUp(ICaseStore store, CancellationToken ct)
    {
        if (await store.ListsAreBehind(ct)) await Rebuild(store, ct);
    }

    internal static async Task<int> Rebuild(ICaseStore store, CancellationToken ct)
    {
        using var people = new People(store);
        var directory = await people.Refresh(ct);
        var cases = 0;
        await store.RebuildLists(
            (stream, recorded) =>
            {
                if (stream.AsCase is not null) cases++;
                return CaseLists.Of(stream, recorded, directory, Settings.Default);
            }, ct);
        return cases;
    }
}
