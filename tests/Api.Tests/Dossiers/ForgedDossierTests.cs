using System.Text;
using System.Text.Json.Nodes;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using static LmsWorkflow.Api.Tests.DossierTests;
using static LmsWorkflow.Api.Tests.ZipFiles;

namespace LmsWorkflow.Api.Tests;

/// <summary>A dossier forged by somebody who knows how it is checked: mends the manifest, has keys of her own, or holds the log's key and shows two readers two logs.</summary>
public sealed class ForgedDossierTests(Hosts hosts)
{
    [Fact]
    public async Task A_stream_that_is_left_out_repeated_or_another_s_is_found()
    {
        var (zip, key, id) = await Made("anchored");
        foreach (var left in new[] { $"attempts-{id}", $"reads-{id}", $"erased-case-{id}" })
            Verified(Attacked(zip, record => Streams(record).Remove(Streams(record).Single(stream => stream!["name"]!.GetValue<string>() == left))), key).Faults.Should().Contain(fault => fault.Contains($"{left} er ikke med"));
        Verified(Attacked(zip, record => Streams(record).Add(Streams(record)[1]!.DeepClone())), key).Faults.Should().Contain($"attempts-{id} ligger der flere ganger.");
        var (other, _, otherId) = await Made("anchored");
        Verified(Attacked(zip, record => Streams(record).Add(Streams(JsonNode.Parse(Entry(other, "record.json"))!)[1]!.DeepClone())), key).Faults.Should().Contain($"attempts-{otherId} hører ikke til saken.");
    }

    [Fact]
    public async Task Two_checkpoints_that_say_the_same_of_the_log_and_not_of_where_cases_end_are_two()
    {
        var (zip, key, _) = await Made("anchored");
        var note = Note(zip);
        var kept = new SignedNote((Checkpoint.Read(note.Text)! with { Heads = new byte[32] }).Text(), note.Signatures);

        DossierVerifier.Verify(new MemoryStream(zip), [key], [note]).Proved.Should().Contain("Kontrollpunktet er det samme som du tok vare på.");
        DossierVerifier.Verify(new MemoryStream(zip), [key], [kept]).Faults.Should().ContainSingle().Which.Should().StartWith("Det finnes to forskjellige kontrollpunkter");
    }

    [Fact]
    public async Task A_checkpoint_kept_of_another_log_is_told_as_that()
    {
        var (zip, key, _) = await Made("anchored");
        var note = Note(zip);
        var kept = new SignedNote((Checkpoint.Read(note.Text)! with { Origin = "lmsworkflow/en-annen" }).Text(), note.Signatures);

        DossierVerifier.Verify(new MemoryStream(zip), [key], [kept]).Faults.Should().ContainSingle().Which.Should().StartWith("Kontrollpunktet du ga, er fra loggen lmsworkflow/en-annen.");
    }

    [Fact]
    public async Task A_witness_counts_only_when_its_key_came_from_elsewhere()
    {
        var (zip, key, _) = await Made("anchored");
        var witness = NoteSigner.New("brukerorganisasjon.no/vitne", NoteKey.Cosignature);
        var cosigned = Attacked(zip, record =>
        {
            record["checkpoint"] = Note(zip).With(witness.Cosign(Note(zip).Text, DateTimeOffset.UtcNow)).Write();
            record["keys"]!.AsArray().Add(witness.Public.Write());
        });
        bool Vouched(params NoteKey[] keys) => DossierVerifier.Verify(new MemoryStream(cosigned), [.. keys], []).Proved.Any(line => line.Contains("brukerorganisasjon.no/vitne"));

        Vouched(key).Should().BeFalse("whoever wrote the file can have made the witness too");
        Verified(cosigned, key).Limits.Should().Contain(line => line.Contains("brukerorganisasjon.no/vitne") && line.Contains("vitnets nøkkel er tatt fra saksmappen selv"));
        Vouched(key, witness.Public).Should().BeTrue();
        var another = NoteSigner.New("annen.no/vitne", NoteKey.Cosignature).Public;
        DossierVerifier.Verify(new MemoryStream(cosigned), [key, another], []).Limits.Should().Contain(line => line.StartsWith("annen.no/vitne har ikke skrevet under"));
        DossierVerifier.Verify(new MemoryStream(cosigned), [witness.Public], []).Limits.Should().Contain(line => line.StartsWith("Nøkkelen er tatt fra saksmappen selv"), "a witness's key is not the log's");
    }

    [Fact]
    public async Task A_file_no_dossier_has_is_found_though_the_manifest_names_it()
    {
        var (zip, key, _) = await Made("anchored");
        var text = "<p>Saken ble godkjent av alle.</p>"u8.ToArray();
        foreach (var name in new[] { "erklaering.html", "../../.ssh/authorized_keys", "/etc/passwd", "LES-MEG.nb.html", "innhold/../les-meg.html", "innhold/", "innhold/" + DossierReading.Hash(text) })
            Verified(Repacked(zip, name, text, mend: true), key).Faults.Should().Contain(fault => fault.Contains($"Filen «{name}» hører ikke til"), name);
        var kept = Names(zip).First(name => name.StartsWith("innhold/"));
        Verified(Repacked(zip, kept, text, mend: true), key).Faults.Should().Contain(fault => fault.Contains($"Filen «{kept}» har et annet innhold"));
    }

    [Fact]
    public async Task A_page_that_says_something_else_than_the_record_is_not_called_the_record_s()
    {
        var (zip, key, _) = await Made("decided");
        Verified(zip, key).Proved.Should().Contain("Sidene til å lese er skrevet på nytt av hendelsene, og er ordrett de samme.");
        Verified(zip, key).Limits.Should().NotContain(line => line.Contains("ordrett"));
        foreach (var name in new[] { "les-meg.nb.html", "samsvar.nn.html", "stil.css" })
        {
            var page = Encoding.UTF8.GetString(Entry(zip, name));
            var verdict = Verified(Repacked(zip, name, Encoding.UTF8.GetBytes(page.Replace(page.Contains("Br") ? "Br" : "main", "Xx", StringComparison.Ordinal) + " "), mend: true), key);
            verdict.Limits.Should().Contain(line => line.StartsWith($"{name} er ikke ordrett"), name);
            verdict.Proved.Should().NotContain(line => line.Contains("ordrett"));
        }

        var manifest = JsonNode.Parse(Entry(zip, "manifest.json"))!.AsObject();
        manifest.Remove("backupDays");
        Verified(Repacked(zip, "manifest.json", Encoding.UTF8.GetBytes(manifest.ToJsonString()), mend: false), key).Limits.Should().Contain(line => line.StartsWith("les-meg.nb.html, les-meg.nn.html, samsvar.nb.html, samsvar.nn.html, stil.css er ikke ordrett"), "an older file cannot be written again");
    }

    [Theory]
    [InlineData("case", "\"00000000000000000000000000000001\"", "Innholdslisten sier sak 00000000000000000000000000000001")]
    [InlineData("number", "\"2031-0007\"", "Innholdslisten sier saksnummer 2031-0007")]
    [InlineData("events", "9000000000000000000", "Innholdslisten sier 9000000000000000000 hendelser")]
    public async Task What_the_manifest_says_of_the_case_is_held_against_the_record(string member, string value, string expected)
    {
        var (zip, key, _) = await Made("anchored");
        var manifest = JsonNode.Parse(Entry(zip, "manifest.json"))!;
        manifest[member] = JsonNode.Parse(value);

        Verified(Repacked(zip, "manifest.json", Encoding.UTF8.GetBytes(manifest.ToJsonString()), mend: false), key).Faults.Should().ContainSingle().Which.Should().StartWith(expected);
    }

    [Fact]
    public async Task Names_in_the_file_cannot_write_on_the_reader_s_screen()
    {
        var (zip, key, _) = await Made("anchored");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, Repacked(zip, "x\u001b[2J\u001b[HSAKSMAPPEN STEMMER.\n\u2028\u202e" + new string('x', 20_000), [1], mend: true));

            var (code, said) = await Command(file, "--key", key.Write());

            code.Should().Be(1);
            said.Should().StartWith("SAKSMAPPEN STEMMER IKKE.").And.NotContain("\u001b").And.NotContain("\u2028").And.NotContain("\u202e").And.NotContain("\nSAKSMAPPEN STEMMER.");
            said.Split('\n').Should().OnlyContain(line => line.Length < 2_100);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Texts_that_were_held_back_are_told_whatever_the_file_says()
    {
        var (zip, key, _) = await Made("decided");

        var verdict = Verified(Attacked(zip, record => record["withheldFields"] = new JsonArray()), key);

        verdict.Limits.Should().Contain(line => line.StartsWith("Dette er holdt utenfor saksmappen: ") && line.Contains("Deltakerevaluering (D22.svar") && line.Contains("(i alt "));
    }

    [Fact]
    public async Task Whatever_an_event_or_the_record_holds_the_answer_is_a_verdict()
    {
        var (zip, key, _) = await Made("anchored");
        string[] bodies = ["", "null", "[]", "{}", "{\"fact\":null}", "{\"fact\":{}}", "{\"stamp\":{},\"fact\":[1]}", "{\"fact\":{\"number\":1e400}}", "{\"fact\":{\"number\":99999999999999999999}}", "\u0000", new('[', 5_000), "\"\\ud800\""];
        foreach (var body in bodies)
            foreach (var name in new[] { null, "texts-erased.v1", "sign-off-given.v1", "finnes-ikke.v9", "" })
                Verified(Attacked(zip, record =>
                {
                    var one = Streams(record)[0]!["events"]![3]!;
                    one["body"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(body));
                    if (name is not null) one["name"] = name;
                }), key).Faults.Should().NotBeEmpty(body);
        var text = Encoding.UTF8.GetString(Entry(zip, "record.json"));
        foreach (var (was, now) in new[] { ("\"version\": 1,", "\"version\": 1e99,"), ("\"position\": ", "\"position\": -"), ("\"case\": ", "\"case\": \"x\", \"case\": "), ("\"events\": [", "\"events\": [null,"), ("\"format\": \"lmsworkflow-dossier/3\"", "\"format\": \"lmsworkflow-dossier/4\"") })
        {
            text.Should().Contain(was);
            Verified(Repacked(zip, "record.json", Encoding.UTF8.GetBytes(text.Replace(was, now, StringComparison.Ordinal)), mend: true), key).Faults.Should().NotBeEmpty(now);
        }

        foreach (var length in new[] { 0, 1, 30, zip.Length / 2, zip.Length - 1 }) Verified(zip[..length], key).Faults.Should().ContainSingle().Which.Should().Be("Filen kan ikke leses som en saksmappe.");
    }

    async Task<(byte[] Zip, NoteKey Key, string Id)> Made(string mark)
    {
        // a case that went far moves the clock further than others on the same host would like
        var given = await GivenCase.At(await (mark == "anchored" ? hosts.On("sqlite") : hosts.Fresh("sqlite")), mark);
        var (zip, _) = await DossierTests.Made(given, "Rev");
        return (zip, NoteKey.Read(JsonNode.Parse(Entry(zip, "record.json"))!["keys"]![0]!.GetValue<string>())!, given.Id);
    }

    static SignedNote Note(byte[] zip) => SignedNote.Read(JsonNode.Parse(Entry(zip, "record.json"))!["checkpoint"]!.GetValue<string>())!;

    static JsonArray Streams(JsonNode record) => record["streams"]!.AsArray();
}
