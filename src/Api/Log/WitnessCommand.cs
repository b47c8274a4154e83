using System.Collections.Immutable;
using System.Text;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// <c>lms witness --new-key NAME</c> makes a witness's key; <c>lms witness ADDRESS|FILE</c> looks at a checkpoint, holds it against the last one seen, signs it and sends it back (an address) or
/// writes the signed file (a file). Needs no database and nothing of the server but its text. Exit code 0: signed; 1: the log does not go on from what was seen; 2: could not be read; 3: signed, and the server did not take it in; 64: not understood.
/// </summary>
public static class WitnessCommand
{
    const string Usage = """
        Bruk: witness --new-key NAVN [--dir MAPPE]
              witness ADRESSE|FIL [--dir MAPPE] [--log-key NØKKEL]
        """;

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors, TimeProvider clock, CancellationToken ct)
    {
        var folder = Option(ref args, "--dir") ?? ".";
        var logKey = Option(ref args, "--log-key");
        var newKey = Option(ref args, "--new-key");
        var files = new WitnessFiles(folder);
        try
        {
            if (newKey is not null && args.Length == 0) return await MakeKey(newKey, files, output, errors);
            if (newKey is null && args is [{ } source] && !source.StartsWith('-')) return await Look(source, logKey, files, output, errors, clock, ct);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or HttpRequestException or TaskCanceledException { CancellationToken.IsCancellationRequested: false })
        {
            await errors.WriteLineAsync($"Kunne ikke lese eller skrive: {unreadable.Message}");
            return 2;
        }

        await errors.WriteLineAsync(Usage);
        return 64;
    }

    static async Task<int> MakeKey(string name, WitnessFiles files, TextWriter output, TextWriter errors)
    {
        var signer = NoteSigner.New(name, NoteKey.Cosignature);
        if (NoteKey.Read(signer.Public.Write()) is null || files.HasKey)
        {
            await errors.WriteLineAsync(files.HasKey ? "Det ligger en nøkkel her fra før. Den blir ikke skrevet over." : "Navnet kan ikke ha mellomrom eller pluss. Bruk for eksempel organisasjon.no/vitne.");
            return 64;
        }

        files.KeepKey(signer);
        await output.WriteLineAsync("Den private nøkkelen ligger i " + files.KeyFile + ". Ta vare på den, og gi den ikke til noen.\nGi denne linjen til administrator:\n" + signer.Public.Write());
        return 0;
    }

    static async Task<int> Look(string source, string? logKey, WitnessFiles files, TextWriter output, TextWriter errors, TimeProvider clock, CancellationToken ct)
    {
        if (files.Key() is not { } signer) return await Said(errors, "Lag en nøkkel først: witness --new-key NAVN", 64);
        if (files.LogKeys(logKey) is not { Length: > 0 } logKeys)
            return await Said(errors, "Si hvilken nøkkel loggen har, første gang: --log-key NØKKEL. Få den fra noen du stoler på, ikke fra den samme siden.", 64);
        var last = files.Last();
        var (text, send) = await Fetch(source, last, ct);
        if (WitnessRequest.Read(text) is not { } request) return await Said(errors, "Dette er ikke et kontrollpunkt.", 2);
        if (NoteVerifier.Signers(request.Note, logKeys).IsEmpty) return await Said(errors, "Kontrollpunktet er ikke underskrevet med loggens nøkkel. Spør administrator om nøkkelen er byttet; stol ikke på det før du har fått svar.", 1);
        if (WitnessSight.Unmet(last is null ? null : Checkpoint.Read(last.Text), request) is { } unmet)
        {
            var evidence = files.KeepEvidence(request.Note, clock.GetUtcNow());
            return await Said(errors, $"IKKE UNDERSKREVET. {unmet.Nb}\nKontrollpunktet er lagt i {evidence}, ved siden av det forrige i {files.LastFile}. Sammen viser de hva som er galt. Meld fra til revisor.", 1);
        }

        var signed = request.Note.With(signer.Cosign(request.Note.Text, clock.GetUtcNow()));
        files.Keep(signed, logKeys);
        var (taken, where) = await send(signed.Write());
        await output.WriteLineAsync($"Underskrevet: {Checkpoint.Read(signed.Text)!.Size} hendelser i {Checkpoint.Read(signed.Text)!.Origin}. {where}");
        return taken ? 0 : 3;
    }

    /// <summary>The text to look at, and what is done with the signed one.</summary>
    static async Task<(string Text, Func<string, Task<(bool Taken, string Where)>> Send)> Fetch(string source, SignedNote? last, CancellationToken ct)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return (await Text(source, ct), async signed =>
            {
                var file = Path.ChangeExtension(source, ".signed.txt");
                await File.WriteAllTextAsync(file, signed, ct);
                return (true, $"Send denne filen tilbake: {file}");
            }
            );
        var old = last is null ? 0 : Checkpoint.Read(last.Text)!.Size;
        var text = await Get(new Uri(address, $"/api/v1/log/witness-request?old={old}"), ct) ?? await Get(new Uri(address, "/api/v1/log/checkpoint"), ct) ?? "";
        return (text, async signed =>
        {
            using var http = new HttpClient();
            using var body = new StringContent(signed, Encoding.UTF8, "text/plain");
            using var answer = await http.PostAsync(new Uri(address, "/api/v1/log/cosignatures"), body, ct);
            return answer.IsSuccessStatusCode ? (true, "Underskriften er sendt.") : (false, "Serveren tok ikke imot underskriften. Er nøkkelen din tatt inn av administrator?");
        }
        );
    }

    /// <summary>Null when the server has no such thing: a log that became shorter has no proof to give, and then its checkpoint says so.</summary>
    static async Task<string?> Get(Uri address, CancellationToken ct)
    {
        using var http = new HttpClient { MaxResponseContentBufferSize = 4 * SignedNote.Longest };
        using var answer = await http.GetAsync(address, ct);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(ct) : null;
    }

    static async Task<string> Text(string file, CancellationToken ct) =>
        new FileInfo(file).Length > 4 * SignedNote.Longest ? "" : (await File.ReadAllTextAsync(file, ct)).ReplaceLineEndings("\n");

    static async Task<int> Said(TextWriter to, string sentence, int code)
    {
        await to.WriteLineAsync(sentence);
        return code;
    }

    static string? Option(ref string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        if (at < 0 || at + 1 >= args.Length) return null;
        var value = args[at + 1];
        args = [.. args[..at], .. args[(at + 2)..]];
        return value;
    }
}

/// <summary>What a witness keeps between two looks: its key, the log's keys, and the last checkpoint it signed.</summary>
sealed class WitnessFiles(string folder)
{
    public string KeyFile => Path.Combine(folder, "witness.key");

    public string LastFile => Path.Combine(folder, "last.checkpoint");

    string LogKeysFile => Path.Combine(folder, "log.keys");

    public bool HasKey => File.Exists(KeyFile);

    public NoteSigner? Key() => HasKey ? NoteSigner.Read(File.ReadAllText(KeyFile).Trim()) : null;

    public void KeepKey(NoteSigner signer) => PrivateFile.Write(KeyFile, signer.Write() + "\n", replace: false);

    /// <summary>Those kept, and one given now.</summary>
    public ImmutableArray<NoteKey> LogKeys(string? given)
    {
        string[] lines = [.. File.Exists(LogKeysFile) ? File.ReadAllLines(LogKeysFile) : [], .. given is null ? [] : new[] { given }];
        return [.. lines.Select(NoteKey.Read).OfType<NoteKey>().Where(key => key.Kind == NoteKey.Ed25519).Distinct()];
    }

    /// <summary>Null only when nothing was ever seen: what cannot be read is not the same as nothing, or a witness could be made to begin anew.</summary>
    public SignedNote? Last() => !File.Exists(LastFile) ? null
        : SignedNote.Read(File.ReadAllText(LastFile)) is { } note && Checkpoint.Read(note.Text) is not null ? note
        : throw new IOException($"{LastFile} er ikke det kontrollpunktet du så sist. Hent filen tilbake fra en kopi, og prøv igjen. Har du ingen, meld fra til revisor før du skriver under på nytt.");

    public void Keep(SignedNote signed, ImmutableArray<NoteKey> logKeys)
    {
        File.WriteAllLines(LogKeysFile, logKeys.Select(key => key.Write()));
        PrivateFile.Write(LastFile, signed.Write());
    }

    public string KeepEvidence(SignedNote note, DateTimeOffset at)
    {
        var file = Path.Combine(folder, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"refused-{at:yyyyMMdd'T'HHmmss'Z'}.checkpoint"));
        File.WriteAllText(file, note.Write());
        return file;
    }
}
