using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>
/// <c>lms verify-record FILE [--key KEY|FILE]… [--checkpoint FILE]…</c>: checks a dossier on any machine, with nothing but the public key and checkpoints somebody kept. Exit code 0: everything in it
/// holds; 1: something does not; 2: it cannot be read; 64: not understood.
/// </summary>
public static class VerifyRecordCommand
{
    const string Usage = "Bruk: verify-record FIL [--key NØKKEL|FIL]… [--checkpoint FIL]…";

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (args.Any(string.IsNullOrWhiteSpace)) return await Said(errors, Usage, 64);
        var (files, keys, checkpoints) = (new List<string>(), new List<NoteKey>(), new List<SignedNote>());
        try
        {
            for (var i = 0; i < args.Length; i++)
            {
                if (args[i] is "--key" && i + 1 < args.Length) keys.AddRange(await Keys(args[++i], ct));
                else if (args[i] is "--checkpoint" && i + 1 < args.Length) checkpoints.Add(SignedNote.Read((await File.ReadAllTextAsync(args[++i], ct)).ReplaceLineEndings("\n")) ?? throw new FormatException());
                else if (!args[i].StartsWith('-')) files.Add(args[i]);
                else return await Said(errors, Usage, 64);
            }

            if (files is not [var file]) return await Said(errors, Usage, 64);
            await using var stream = File.OpenRead(file);
            return await Told(DossierVerifier.Verify(stream, [.. keys], [.. checkpoints]), output);
        }
        catch (FormatException)
        {
            return await Said(errors, "En nøkkel eller et kontrollpunkt kan ikke leses.", 2);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return await Said(errors, "Filen finnes ikke eller kan ikke leses.", 2);
        }
    }

    /// <summary>A key, or a file with one on each line.</summary>
    static async Task<IEnumerable<NoteKey>> Keys(string given, CancellationToken ct)
    {
        if (NoteKey.Read(given) is { } key) return [key];
        var read = (await File.ReadAllLinesAsync(given, ct)).Where(line => line.Trim().Length > 0).Select(NoteKey.Read).ToList();
        return read.Contains(null) || read.Count == 0 ? throw new FormatException() : read.OfType<NoteKey>();
    }

    static async Task<int> Told(DossierVerdict verdict, TextWriter output)
    {
        await output.WriteLineAsync(verdict.Holds ? "SAKSMAPPEN STEMMER." : "SAKSMAPPEN STEMMER IKKE.");
        await Section(output, "Dette er vist:", "+", verdict.Proved);
        await Section(output, "Dette er galt:", "!", verdict.Faults);
        await Section(output, "Dette kan ikke vises med denne filen:", "?", verdict.Limits);
        return verdict.Holds ? 0 : 1;
    }

    static async Task Section(TextWriter output, string heading, string mark, ImmutableArray<string> lines)
    {
        if (lines.IsEmpty) return;
        await output.WriteLineAsync("\n" + heading);
        foreach (var line in lines) await output.WriteLineAsync($"  {mark} {ScreenText.Of(line)}");
    }

    static async Task<int> Said(TextWriter to, string sentence, int code)
    {
        await to.WriteLineAsync(sentence);
        return code;
    }
}
