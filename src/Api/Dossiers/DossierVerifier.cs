using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;
using Microsoft.Extensions.Logging.Abstractions;

namespace LmsWorkflow.Api;

/// <summary>What a dossier proves, and what it does not.</summary>
/// <param name="Proved">In words, each with what it rests on.</param>
/// <param name="Faults">What is not as it must be, with the place. None: everything in the file holds.</param>
/// <param name="Limits">What nobody can see from this file.</param>
public sealed record DossierVerdict(ImmutableArray<string> Proved, ImmutableArray<string> Faults, ImmutableArray<string> Limits)
{
    public bool Holds => Faults.IsEmpty;
}

/// <summary>Checks a dossier with nothing but itself and what the reader brings: public keys and earlier checkpoints. No database, no server, no network.</summary>
public sealed partial class DossierVerifier
{
    readonly DossierRecord record;
    readonly DossierReading reading;
    readonly List<string> proved = [], faults, limits = [];

    DossierVerifier(DossierReading reading)
    {
        this.reading = reading;
        record = reading.Record!;
        faults = [.. reading.Faults];
    }

    /// <param name="keys">Public keys of the log that the reader has from elsewhere.</param>
    /// <param name="earlier">Checkpoints the reader kept.</param>
    public static DossierVerdict Verify(Stream file, ImmutableArray<NoteKey> keys, ImmutableArray<SignedNote> earlier)
    {
        var reading = DossierReading.Read(file);
        if (reading.Record is null) return new([], reading.Faults, []);
        return new DossierVerifier(reading).Run(keys, earlier);
    }

    DossierVerdict Run(ImmutableArray<NoteKey> keys, ImmutableArray<SignedNote> earlier)
    {
        if (faults.Count == 0) proved.Add("Hver fil er den innholdslisten i saksmappen sier, og ingen andre er lagt til.");
        if (SignedNote.Read(record.Checkpoint) is not { } note || Checkpoint.Read(note.Text) is not { } checkpoint)
        {
            faults.Add("Kontrollpunktet i saksmappen kan ikke leses.");
            return Verdict();
        }

        Signed(note, keys);
        Continues(checkpoint, earlier);
        Listed(checkpoint);
        HasItsStreams();
        var isChained = record.Streams.Select(stream => Complete(stream, checkpoint)).ToList().TrueForAll(whole => whole);
        Others(checkpoint);
        Texts();
        if (record.Format != DossierRecord.FormatWithoutGaps) Gaps();
        else limits.Add("Saksmappen er av et eldre slag, som ikke kan vise om en tekst mangler uten at noen har bestemt det. Be om en ny saksmappe.");
        HeldBack();
        if (isChained) Contents(checkpoint);
        limits.Add($"Saksmappen viser saken slik den var da kontrollpunktet med {checkpoint.Size} hendelser ble underskrevet. Den sier ingenting om det som skjedde etterpå.");
        return Verdict();
    }

    DossierVerdict Verdict() => new([.. proved], [.. faults], [.. limits]);

    void Signed(SignedNote note, ImmutableArray<NoteKey> keys)
    {
        var own = record.Keys.Select(NoteKey.Read).OfType<NoteKey>().ToList();
        var given = keys.Where(key => key.Kind == NoteKey.Ed25519).ToList();
        if (given.Count == 0)
        {
            if (NoteVerifier.Signers(note, own.Where(key => key.Kind == NoteKey.Ed25519)).IsEmpty) faults.Add("Kontrollpunktet er ikke underskrevet med nøkkelen i saksmappen.");
            limits.Add("Nøkkelen er tatt fra saksmappen selv. Da vises bare at filen henger sammen, ikke at den kommer fra loggen. Gi den offentlige nøkkelen med --key.");
        }
        else if (NoteVerifier.Signers(note, given) is { IsEmpty: false } signers)
        {
            proved.Add($"Kontrollpunktet er underskrevet av {Names(signers)}.");
        }
        else
        {
            faults.Add("Kontrollpunktet er ikke underskrevet med noen av nøklene du ga.");
        }

        Witnessed(note, [.. keys.Where(key => key.Kind == NoteKey.Cosignature)], [.. own.Where(key => key.Kind == NoteKey.Cosignature)]);
    }

    /// <summary>A witness is somebody else than who wrote the file only when the reader has its key from elsewhere: whoever writes a file can write a witness into it.</summary>
    void Witnessed(SignedNote note, ImmutableArray<NoteKey> given, ImmutableArray<NoteKey> own)
    {
        var (known, named) = (NoteVerifier.Signers(note, given), NoteVerifier.Signers(note, own));
        if (given.Except(known).ToList() is { Count: > 0 } missing) limits.Add($"{Names(missing)} har ikke skrevet under på dette kontrollpunktet. Gi et kontrollpunkt vitnet har tatt vare på, med --checkpoint.");
        if (!known.IsEmpty) proved.Add($"Kontrollpunktet er også underskrevet av {Names(known)}.");
        else if (!named.IsEmpty) limits.Add($"Saksmappen sier at {Names(named)} har skrevet under som vitne, men vitnets nøkkel er tatt fra saksmappen selv. Få nøkkelen av vitnet, og gi den med --key.");
        else limits.Add("Ingen vitner har skrevet under på kontrollpunktet. Uten et vitne, eller et kontrollpunkt du selv har tatt vare på, kan den som har nøkkelen, ha skrevet hele loggen om.");
    }

    static string Names(IEnumerable<NoteKey> keys) => string.Join(", ", keys.Select(key => key.Name));

    void Continues(Checkpoint checkpoint, ImmutableArray<SignedNote> earlier)
    {
        foreach (var kept in earlier.Select(note => Checkpoint.Read(note.Text)))
        {
            if (kept is null) faults.Add("Et av kontrollpunktene du ga, kan ikke leses.");
            else if (kept.Origin != checkpoint.Origin) faults.Add($"Kontrollpunktet du ga, er fra loggen {kept.Origin}. Saksmappen er fra loggen {checkpoint.Origin}.");
            else if (kept.Size > checkpoint.Size) limits.Add($"Kontrollpunktet ditt med {kept.Size} hendelser er nyere enn saksmappen. Be om en ny saksmappe.");
            else if (kept.Size == checkpoint.Size) Same(kept, checkpoint);
            else if (record.Earlier.FirstOrDefault(one => SignedNote.Read(one.Checkpoint) is { } note && Checkpoint.Read(note.Text)?.Size == kept.Size) is not { } proof) limits.Add($"Saksmappen har ikke bevis for at loggen går videre fra kontrollpunktet ditt med {kept.Size} hendelser. Det kan ha vært et som aldri ble bevitnet.");
            else if (MerkleProof.IsConsistent(kept.Size, kept.Root, checkpoint.Size, checkpoint.Root, proof.Path)) proved.Add($"Loggen går videre fra kontrollpunktet du tok vare på, med {kept.Size} hendelser: ingenting fra før det er endret.");
            else faults.Add($"Loggen går ikke videre fra kontrollpunktet du tok vare på, med {kept.Size} hendelser. Noe fra før det er endret, fjernet eller satt inn.");
        }
    }

    void Same(Checkpoint kept, Checkpoint checkpoint)
    {
        if (kept.Text() == checkpoint.Text()) proved.Add("Kontrollpunktet er det samme som du tok vare på.");
        else faults.Add($"Det finnes to forskjellige kontrollpunkter med {kept.Size} hendelser.");
    }

    /// <summary>The manifest is not signed: what it says of the case is held against the record.</summary>
    void Listed(Checkpoint checkpoint)
    {
        var manifest = reading.Manifest!;
        if (manifest.Case != record.Case) faults.Add($"Innholdslisten sier sak {manifest.Case}, men hendelsene er fra sak {record.Case}.");
        if (manifest.Events != checkpoint.Size) faults.Add($"Innholdslisten sier {manifest.Events} hendelser, men kontrollpunktet har {checkpoint.Size}.");
    }

    /// <summary>The streams that make up a case, each once and no other: one that is left out could hide what was refused, read or erased.</summary>
    void HasItsStreams()
    {
        if (!Guid.TryParse(record.Case, out var id)) return;
        var (of, there) = (new CaseId(id), record.Streams.Select(stream => stream.Name).ToList());
        List<string> expected = [StreamId.Case(of).Value, StreamId.Attempts(of).Value, StreamId.Reads(of).Value];
        if (record.Format != DossierRecord.FormatWithoutGaps || there.Contains(StreamId.ErasedOf(StreamId.Case(of)).Value)) expected.Add(StreamId.ErasedOf(StreamId.Case(of)).Value);
        foreach (var name in expected.Where(name => there.Count(one => one == name) != 1)) faults.Add(there.Contains(name) ? $"{name} ligger der flere ganger." : $"{name} er ikke med i saksmappen. Da kan noe være holdt skjult.");
        foreach (var name in there.Except(expected)) faults.Add($"{name} hører ikke til saken.");
    }

    /// <summary>Each event at its place, in its chain, in the tree; and the chain ends where the checkpoint says.</summary>
    bool Complete(DossierStream stream, Checkpoint checkpoint)
    {
        var (previous, before) = (LogLeaf.None, faults.Count);
        for (var i = 0; i < stream.Events.Length; i++)
        {
            var one = stream.Events[i];
            if (one.BodyHash is not null && !OpenAnswers.AreIn(one.Name)) faults.Add($"Hendelse {one.Version} i {stream.Name} mangler innholdet sitt: bare avtrykket er her.");
            if (one.Version != i + 1) faults.Add($"Hendelse {i + 1} i {stream.Name} mangler, eller rekkefølgen er endret.");
            previous = new LogLeaf(one.Position, stream.Name, one.Version, one.Name, one.StoredHash(), previous).Hash();
            if (!MerkleProof.Includes(previous, one.Position - 1, checkpoint.Size, one.Path, checkpoint.Root)) faults.Add($"Hendelse {one.Version} i {stream.Name} (nr. {one.Position} i loggen) er ikke i loggen slik den står her: den er endret eller satt inn.");
            if (faults.Count > before + 20) break;
        }

        var key = StreamHead.KeyOf(stream.Name);
        if (!StreamHeads.Holds(key, stream.Bucket, stream.BucketPath, checkpoint.Heads)) faults.Add($"Beviset for hvor {stream.Name} slutter, stemmer ikke.");
        var head = stream.Bucket.FirstOrDefault(one => one.Key.AsSpan().SequenceEqual(key));
        if ((head?.Version ?? 0) != stream.Events.Length || (head is not null && !head.Leaf.AsSpan().SequenceEqual(previous))) faults.Add($"{stream.Name} er ikke hel: kontrollpunktet sier {head?.Version ?? 0} hendelser, og her er {stream.Events.Length}. Noe er fjernet eller endret.");
        if (faults.Count > before) return false;
        proved.Add($"{DossierWords.OfStream(stream.Name)}: {(head is null ? "det er ingen." : head.Version == 1 ? "den ene hendelsen er med, uendret." : $"alle {head.Version} hendelser er med, i rekkefølge og uendret.")}");
        return true;
    }

    void Others(Checkpoint checkpoint)
    {
        foreach (var one in record.Others)
        {
            if (one.BodyHash is not null) faults.Add($"Hendelse {one.Version} i {one.Stream} mangler innholdet sitt: bare avtrykket er her.");
            if (one.Previous!.Length != MerkleHash.Length || !MerkleProof.Includes(new LogLeaf(one.Position, one.Stream!, one.Version, one.Name, one.StoredHash(), one.Previous).Hash(), one.Position - 1, checkpoint.Size, one.Path, checkpoint.Root))
                faults.Add($"Hendelse {one.Version} i {one.Stream} (nr. {one.Position} i loggen) er ikke i loggen slik den står her.");
        }
    }

    void Texts()
    {
        var before = faults.Count;
        foreach (var (stream, text) in record.Streams.SelectMany(stream => stream.Texts.Select(text => (stream.Name, text))).Concat(record.Others.SelectMany(one => one.Texts.Select(text => (one.Stream!, text)))))
            if (text.Salt.Length % 2 != 0 || !text.Salt.All(char.IsAsciiHexDigit) || SealedText.Commit(text.Field, text.Value, text.Salt) != text.Commitment) faults.Add($"En tekst i {stream} ({text.Field}) er ikke den som ble skrevet.");
        if (faults.Count == before) proved.Add("Hver tekst er den som ble skrevet da hendelsen ble lagret.");
        var withheld = record.Streams.Sum(stream => stream.Withheld.Length);
        // which fields it may be is known here; the file could say anything
        if (withheld > 0 || record.WithheldFields.Length > 0) limits.Add($"Dette er holdt utenfor saksmappen: {DossierWords.OfFields(ConfidentialTexts.Fields)}{(withheld > 0 ? $" (i alt {withheld} tekster)" : "")}. Avtrykkene er med, så alt annet kan kontrolleres.");
    }

    /// <summary>Every text that is not here was held back, or erased by two persons' decision; and what was erased is not here.</summary>
    void Gaps()
    {
        try
        {
            var before = faults.Count;
            var erased = record.Erased().ToList();
            foreach (var one in erased.Where(one => !ErasureProof.IsDecided(record.Decided(one.Fact.Erasure), one.Stamp.Person, one.Fact)))
                faults.Add($"Hendelse {one.Event.Version} i {StreamId.ErasedOf(one.Stream)} sier at tekster er slettet, men saksmappen viser ikke at to personer har bestemt det.");
            var marks = erased.SelectMany(one => one.Fact.Texts.Select(text => (Stream: one.Stream.Value, Text: text))).ToHashSet();
            var gone = new HashSet<string>(StringComparer.Ordinal);
            foreach (var stream in record.Streams) foreach (var one in stream.Events) Gaps(stream.Name, one, stream.Texts, stream.Withheld, marks, gone);
            // the reasons of erasures are for those who decide them
            foreach (var one in record.Others.Where(one => one.Stream != StreamId.Erasures.Value)) Gaps(one.Stream!, one, one.Texts, [], marks, gone);
            if (faults.Count == before) proved.Add(gone.Count == 0 ? "Ingen tekst i saken er slettet eller mangler." : $"{gone.Count} {(gone.Count == 1 ? "tekst er slettet" : "tekster er slettet")}, hver etter at én foreslo det med hjemmel og en annen bekreftet. Ingen andre tekster mangler.");
        }
        catch (Exception strange) when (strange is not OutOfMemoryException)
        {
            // whoever wrote the file can have written anything
            faults.Add("Hendelsene kan ikke leses av denne utgaven av programmet. De kan være skrevet av en nyere.");
        }
    }

    void Gaps(string stream, DossierEvent one, ImmutableArray<KeptText> texts, ImmutableArray<string> withheld, HashSet<(string, string)> marks, HashSet<string> gone)
    {
        foreach (var text in EventBytes.Texts(one.Name, one.Body))
        {
            var (isHere, isErased) = (texts.Any(kept => kept.Commitment == text), marks.Contains((stream, text)));
            if (isHere && isErased) faults.Add($"En tekst i hendelse {one.Version} i {stream} er sagt å være slettet, men er her.");
            else if (isErased) gone.Add(text);
            else if (!isHere && !(withheld.Contains(text) && MayBeWithheld(one))) faults.Add($"En tekst i hendelse {one.Version} i {stream} mangler uten at noen har bestemt at den skulle slettes.");
        }
    }

    /// <summary>Only facts that can carry what is not for everybody in the case: nothing else is held back.</summary>
    static bool MayBeWithheld(DossierEvent one) => EventBytes.Read(one.Name, one.Body, []).Fact is RoleClarificationOffered or EvaluationClosed or PaperAnswersEntered or CollaborationAnswered or EvaluationClosedOpenly or PaperAnswersEnteredOpenly or CollaborationAnsweredOpenly or DraftSaved { Kind: DocumentKind.D06 };

    /// <summary>Old events that hold single persons' answers in their bytes.</summary>
    void HeldBack()
    {
        var held = record.Streams.SelectMany(stream => stream.Events).Where(one => one.BodyHash is not null).Select(one => one.Version).ToList();
        if (held.Count > 0)
            limits.Add($"{(held.Count == 1 ? "Hendelse" : "Hendelsene")} {string.Join(", ", held)} ble lagret av en eldre utgave med enkeltpersoners svar i seg. Svarene er holdt utenfor saksmappen. Avtrykket er med, så det er vist at hendelsen er på sin plass og uendret; det som ellers står om den her (hvem, hvilken side, hvor mange), er ikke vist.");
    }

    /// <summary>What the facts say, once they are known to be the ones that were stored.</summary>
    void Contents(Checkpoint checkpoint)
    {
        try
        {
            var stream = record.Streams.FirstOrDefault(stream => stream.Name == StreamId.Case(new CaseId(Guid.Parse(record.Case))).Value);
            if (stream is null || stream.Events.IsEmpty)
            {
                faults.Add("Saken selv er ikke i saksmappen.");
                return;
            }

            BothSides(stream);
            Participation(stream);
            Replay(stream);
            Pages(checkpoint);
        }
        catch (Exception strange) when (strange is not OutOfMemoryException)
        {
            faults.Add("Hendelsene kan ikke leses av denne utgaven av programmet. De kan være skrevet av en nyere.");
        }
    }

    void BothSides(DossierStream stream)
    {
        var (gates, wrong) = BothSidesCheck.Run(stream.Events.Select(one => (one.Version, one.Name, one.Body)));
        faults.AddRange(wrong);
        if (wrong.Count == 0 && gates > 0) proved.Add($"{gates} {(gates == 1 ? "port" : "porter")} er åpnet, hver gang etter at både en fagperson og en brukerrepresentant, to forskjellige personer, hadde godkjent den samme låste teksten.");
    }

    /// <summary>What the report says of participation is what the events say (N12).</summary>
    void Participation(DossierStream stream)
    {
        var (grad, before) = (ParticipationCheck.Of(stream.Events.Select(one => (one.Name, one.Body))), faults.Count);
        foreach (var report in reading.Reports)
        {
            var said = Mark().Matches(report).Select(match => WebUtility.HtmlDecode(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)).ToList();
            if (said.Count != 2 || !said.TrueForAll(words => Means(words) == grad))
                faults.Add($"Samsvarsrapporten sier «{string.Join("», «", said)}» om medvirkningen. Hendelsene sier: {grad.Words().Nb}.");
        }

        if (reading.Reports.Length < DossierReading.ReportFiles.Length) limits.Add("Saksmappen har ingen samsvarsrapport, eller bare i én målform.");
        if (faults.Count == before) proved.Add($"Medvirkningen er regnet ut på nytt av hendelsene, med annen kode enn serverens: {grad.Words().Nb}.{(reading.Reports.IsEmpty ? "" : " Samsvarsrapporten sier det samme.")}");
    }

    /// <summary>The grade at the top of the report, and where it is explained.</summary>
    [GeneratedRegex("<p id=\"merke\"[^>]*>\\s*<strong>([^<]*)</strong>|<h2 id=\"medvirkningsgrad\"[^>]*>[^<]*</h2>\\s*<p>\\s*<span[^>]*>\\s*<strong>([^<]*)</strong>")]
    private static partial Regex Mark();

    static Medvirkningsgrad? Means(string words) => words switch
    {
        "Utviklet etter Standard metode" or "Utvikla etter Standard metode" or "Full medvirkning" or "Full medverknad" => Medvirkningsgrad.Full,
        "Delvis dokumentert" => Medvirkningsgrad.Delvis,
        "Ikke dokumentert" or "Ikkje dokumentert" => Medvirkningsgrad.IkkeDokumentert,
        _ => null,
    };

    void Replay(DossierStream stream)
    {
        var facts = record.Facts(stream).ToList();
        var definitions = new DossierDefinitions(record, reading);
        var directory = record.Directory();
        var replay = ProcessReplay.Run(
            new CaseId(Guid.Parse(record.Case)), facts,
            (file, stamp) => new CaseContext(file, new Actor(stamp.Person, [], stamp.SignIn), stamp.Capacity, stamp.At, directory, definitions.FormsOf(file), Settings.Default, Readings.None),
            definitions.Pinned, definitions.Plan,
            (given, stored) => Same(EventBytes.Of(given, stored.Stamp), EventBytes.Of(stored.Fact, stored.Stamp)));
        if (definitions.Missing is { } missing) faults.Add(missing);
        if (replay.Unexplained is { } at) faults.Add($"Hendelse {stream.Events[at].Version} i saken ({stream.Events[at].Name}) følger ikke av det som ble gjort og av prosesstegningen.");
        else proved.Add($"Prosessen er kjørt på nytt fra {replay.Commands} handlinger på den låste tegningen, og gikk nøyaktig som det står i loggen.{(replay.Moves > 0 ? $" {replay.Moves} {(replay.Moves == 1 ? "flytting" : "flyttinger")} til en annen utgave er gjort på nytt etter planen, med samtykke fra begge sider der medvirkningen ble svekket." : "")}");
        if (replay.Case?.Identity is { } identity && identity.Number != reading.Manifest!.Number) faults.Add($"Innholdslisten sier saksnummer {reading.Manifest.Number}, men saken har nummer {identity.Number}.");
        Documents(replay.Case!);
    }

    /// <summary>
    /// The pages are written again from the record. Nothing signs them, and whoever changes one mends the manifest too. Not a fault by itself: another version of the program writes other words.
    /// </summary>
    void Pages(Checkpoint checkpoint)
    {
        var other = reading.Pages.Keys.Order(StringComparer.Ordinal).ToList();
        if (reading.Manifest is { BackupDays: { } days } manifest)
            foreach (var (name, page) in Written(checkpoint, manifest.MadeAt, days))
                if (reading.Pages.TryGetValue(name, out var there) && there.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(page))) other.Remove(name);

        if (other.Count == 0) proved.Add("Sidene til å lese er skrevet på nytt av hendelsene, og er ordrett de samme.");
        else limits.Add($"{string.Join(", ", other)} er ikke ordrett slik denne utgaven av programmet skriver av de samme hendelsene. Enten er saksmappen laget av en annen utgave, eller så er sidene endret etterpå. Stol på det som er vist over, ikke på sidene.");
    }

    IReadOnlyList<(string Name, string Page)> Written(Checkpoint checkpoint, DateTimeOffset at, int backupDays)
    {
        try
        {
            return new DossierPages(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance).Of(record, reading.Contents.GetValueOrDefault, checkpoint, at, backupDays).GetAwaiter().GetResult();
        }
        catch (Exception strange) when (strange is not OutOfMemoryException)
        {
            // what lacks a drawing, or is older than this version can tell of: there is nothing to hold the pages against
            return [];
        }
    }

    /// <summary>What was signed is what the documents say.</summary>
    void Documents(CaseFile file)
    {
        var (before, documents) = (faults.Count, 0);
        foreach (var package in file.SignOffs.Packages)
        {
            foreach (var pinned in package.Documents)
            {
                documents++;
                if (file.Documents.File(pinned.Kind)?.Numbered(pinned.Version) is not { } version || CanonicalWriter.Hash(version.Content) != pinned.Hash) faults.Add($"{pinned.Kind} utgave {pinned.Version} har et annet avtrykk enn det som ble låst ved {package.Gate}.");
            }

            if (FreezePackage.Hash(package.Gate, package.Documents) != package.Hash) faults.Add($"Den låste teksten ved {package.Gate} har et annet avtrykk enn dokumentene gir.");
        }

        if (faults.Count == before && documents > 0) proved.Add($"{documents} låste dokumenter har nøyaktig det innholdet som ble godkjent.");
    }

    static bool Same((string Name, byte[] Body) one, (string Name, byte[] Body) other) => one.Name == other.Name && one.Body.AsSpan().SequenceEqual(other.Body);
}
