using System.Net;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LmsWorkflow.Api.Tests;

/// <summary>The proof log as those outside meet it: nothing of the server is believed but what its texts prove.</summary>
public sealed class ProofLogTests(Hosts hosts) : IDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("lms-witness-").FullName;

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_checkpoint_and_its_proofs_hold_without_signing_in(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "anchored");
        var (note, checkpoint) = await Latest(given);
        var key = NoteKey.Read((await given.Read("anonymous", "log/keys")).GetProperty("keys")[0].GetProperty("key").GetString()!)!;

        NoteVerifier.Signers(note, [key]).Should().Equal(key);
        key.Name.Should().Be(checkpoint.Origin);
        await Maker(given).Make(default);
        var (_, later) = await Latest(given);
        later.Size.Should().BeGreaterThan(checkpoint.Size);
        var consistency = await given.Read("anonymous", $"log/consistency?from={checkpoint.Size}&size={later.Size}");
        MerkleProof.IsConsistent(checkpoint.Size, checkpoint.Root, later.Size, later.Root, Path(consistency)).Should().BeTrue();
        var facts = await given.Host.Services.GetRequiredService<ICaseStore>().ReadAll(0, 10, default);
        facts.Should().NotBeEmpty();
        (await given.Read("anonymous", $"log/inclusion?position=1&size={later.Size}")).GetProperty("path").GetArrayLength().Should().BeGreaterThan(0);
        (await given.Read("anonymous", "log/checkpoints")).GetProperty("checkpoints").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task Where_a_case_ends_is_proved_to_those_who_may_read_its_history()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await Maker(given).Make(default);
        var (_, checkpoint) = await Latest(given);

        var head = await given.Read("Rev", "cases/{sak}/log-head");
        var key = StreamHead.KeyOf(StreamId.Case(new(Guid.Parse(given.Id))).Value);
        StreamHead[] bucket = [.. head.GetProperty("bucket").EnumerateArray().Select(entry => new StreamHead(Bytes(entry, "key"), entry.GetProperty("version").GetInt64(), Bytes(entry, "leaf")))];
        StreamHeads.Holds(key, bucket, Path(head), checkpoint.Heads).Should().BeTrue();
        bucket.Should().Contain(entry => entry.Key.SequenceEqual(key));
        foreach (var (who, status) in new[] { ("Stranger", 403), ("anonymous", 401), ("Koord1", 200) })
        {
            using var answer = await given.Ask(who, "GET", "cases/{sak}/log-head");
            ((int)answer.StatusCode).Should().Be(status, who);
        }
    }

    [Theory]
    [InlineData("log/inclusion")]
    [InlineData("log/inclusion?position=0&size=5")]
    [InlineData("log/inclusion?position=x&size=5")]
    [InlineData("log/consistency?from=-1&size=5")]
    [InlineData("log/consistency?from=99999999999999999999&size=5")]
    [InlineData("log/checkpoints?before=x")]
    [InlineData("log/witness-request?old=x")]
    public async Task A_question_that_cannot_be_read_is_answered_400(string path) => (await Status(path)).Should().Be(400);

    [Theory]
    [InlineData("log/inclusion?position=6&size=5")]
    [InlineData("log/inclusion?position=1&size=999999999")]
    [InlineData("log/consistency?from=6&size=5")]
    [InlineData("log/checkpoints/0")]
    [InlineData("log/checkpoints/x")]
    [InlineData("log/witness-request?old=999999999")]
    public async Task A_proof_there_cannot_be_is_answered_404(string path) => (await Status(path)).Should().Be(404);

    [Fact]
    public async Task Keys_and_witnesses_are_changed_by_administrators_only_and_attempts_are_recorded()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var witness = NoteSigner.New("ffo.example/vitne", NoteKey.Cosignature).Public.Write();
        (string Verb, string Path, object? Body)[] acts =
            [("POST", "log/witnesses", new { key = witness, name = "FFO" }), ("DELETE", "log/witnesses", new { key = witness }), ("DELETE", "log/keys", new { key = witness }), ("POST", "log/keys", null)];
        foreach (var (verb, path, body) in acts)
            foreach (var (who, status) in new[] { ("Rev", 403), ("Koord1", 403), ("Br1", 403), ("anonymous", 401) })
            {
                using var answer = await given.Ask(who, verb, path, body);
                ((int)answer.StatusCode).Should().Be(status, $"{who} {verb} {path}");
            }

        var attempts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.LogAttempts, 0, default);
        attempts.Select(one => ((AttemptRefused)one.Fact).Request).Should().Contain([nameof(AdmitWitness), nameof(DismissWitness), nameof(RetireLogKey)]);
        (await given.Read("anonymous", "log/keys")).GetProperty("witnesses").GetArrayLength().Should().Be(0);
        using var admitted = await given.Ask("Admin", "POST", "log/witnesses", new { key = witness, name = "FFO" });
        admitted.StatusCode.Should().Be(HttpStatusCode.Created);
        using var again = await given.Ask("Admin", "POST", "log/witnesses", new { key = witness, name = "FFO" });
        again.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_changed_key_signs_from_now_on_and_what_the_old_one_signed_still_counts()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var (first, _) = await Latest(given);
        using var changed = await given.Ask("Admin", "POST", "log/keys");
        changed.StatusCode.Should().Be(HttpStatusCode.Created);
        await Maker(given).Make(default);
        var (second, _) = await Latest(given);

        var keys = (await given.Read("anonymous", "log/keys")).GetProperty("keys").EnumerateArray().ToList();
        keys.Should().HaveCount(2);
        keys[0].GetProperty("retiredAt").ValueKind.Should().NotBe(JsonValueKind.Null);
        NoteVerifier.Signers(first, [NoteKey.Read(keys[0].GetProperty("key").GetString()!)!]).Should().ContainSingle();
        NoteVerifier.Signers(second, [NoteKey.Read(keys[1].GetProperty("key").GetString()!)!]).Should().ContainSingle();
        (await Checked(given, "Rev")).Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_that_was_retired_signs_nothing_more()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var old = NoteKey.Read(await LogKey(given))!;
        using (var retired = await given.Ask("Admin", "DELETE", "log/keys", new { key = old.Write() })) retired.StatusCode.Should().Be(HttpStatusCode.OK);

        await GoOn(given.Host, 1);
        await Maker(given).Make(default);

        var (note, _) = await Latest(given);
        NoteVerifier.Signers(note, [old]).Should().BeEmpty("it may be in other hands");
        var keys = (await given.Read("anonymous", "log/keys")).GetProperty("keys").EnumerateArray().Select(key => NoteKey.Read(key.GetProperty("key").GetString()!)!).ToList();
        NoteVerifier.Signers(note, keys).Should().ContainSingle();
        using var changed = await given.Ask("Admin", "POST", "log/keys");
        changed.StatusCode.Should().Be(HttpStatusCode.Created, "the new one can be changed too");
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_witness_looks_signs_and_is_shown_and_sees_when_the_past_was_changed(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "anchored");
        await AdmitWitness(given);
        (await Witness(given.Host.Address.ToString(), "--log-key", await LogKey(given))).Code.Should().Be(0);
        using var rev = await Visitor.As(given, "Rev");
        (await rev.Page("/bevislogg")).GetElementById("bevitnet")!.TextContent.Should().StartWith("Sist bevitnet av FFO");

        await Maker(given).Make(default);
        var (code, said) = await Witness(given.Host.Address.ToString());
        code.Should().Be(0, said);
        (await given.Read("anonymous", "log/checkpoints")).GetProperty("checkpoints").EnumerateArray().Should().OnlyContain(checkpoint => checkpoint.GetProperty("cosignatures").GetArrayLength() == 1);
    }

    [Fact]
    public async Task A_witness_nobody_has_taken_in_is_told_so_and_its_program_does_not_end_as_if_all_were_well()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        (await Witness("--new-key", "ukjent.example/vitne")).Code.Should().Be(0);

        (await Witness(given.Host.Address.ToString(), "--log-key", await LogKey(given.Host))).Should().Match<(int Code, string Said)>(answer => answer.Code == 3 && answer.Said.Contains("Er nøkkelen din tatt inn av administrator?"));
        foreach (var file in new[] { "", " ", "\0", System.IO.Path.Combine(folder, "finnes ikke.txt"), folder }) (await Witness(file)).Should().Match<(int Code, string Said)>(answer => answer.Code == 2 && answer.Said.Contains("Kunne ikke lese"), file);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tull\n")]
    [InlineData("ikke et kontrollpunkt\n\n— a AAAAAAAA\n")]
    public async Task A_witness_that_lost_what_it_saw_does_not_begin_anew_by_itself(string kept)
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        (await Witness("--new-key", "mist.example/vitne")).Code.Should().Be(0);
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, "last.checkpoint"), kept);

        (await Witness(given.Host.Address.ToString(), "--log-key", await LogKey(given.Host))).Should().Match<(int Code, string Said)>(answer => answer.Code == 2 && answer.Said.Contains("er ikke det kontrollpunktet du så sist"));
    }

    [Fact]
    public async Task A_log_forked_for_one_reader_is_found_by_the_witness()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await AdmitWitness(given);
        var copy = System.IO.Path.Combine(folder, "fork.db");
        await Tamper(given, $"vacuum into '{copy}'");
        await GoOn(given.Host, 5);
        await Maker(given).Make(default);
        (await Witness(given.Host.Address.ToString(), "--log-key", await LogKey(given))).Code.Should().Be(0);

        await using var fork = await ScenarioHost.StartOn("Data Source=" + copy, default);
        (await Witness(fork.Address.ToString())).Should().Match<(int Code, string Said)>(answer => answer.Code == 1 && answer.Said.Contains("ikke underskrevet med loggens nøkkel"));
        var shorter = await Witness(fork.Address.ToString(), "--log-key", await LogKey(fork));
        shorter.Should().Match<(int Code, string Said)>(answer => answer.Code == 1 && answer.Said.Contains("Loggen er blitt kortere"));
        await GoOn(fork, 50);
        await fork.Services.GetRequiredService<CheckpointMaker>().Make(default);
        var forked = await Witness(fork.Address.ToString(), "--log-key", await LogKey(fork));

        forked.Should().Match<(int Code, string Said)>(answer => answer.Code == 1 && answer.Said.Contains("Loggen går ikke videre fra det forrige kontrollpunktet"));
        System.IO.Directory.GetFiles(folder, "refused-*.checkpoint").Should().NotBeEmpty("the evidence is kept");
        (await Witness(given.Host.Address.ToString())).Code.Should().Be(0, "the log it knows goes on");
    }

    [Fact]
    public async Task A_witness_with_nothing_but_e_mail_signs_a_file_which_is_taken_in_on_the_page()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await AdmitWitness(given);
        var file = System.IO.Path.Combine(folder, "til-vitnet.txt");
        using (var anonymous = given.As("anonymous")) await File.WriteAllTextAsync(file, (await anonymous.GetStringAsync("/api/v1/log/witness-request?old=0")).Replace("\n", "\r\n"));
        (await Witness(file, "--log-key", await LogKey(given))).Code.Should().Be(0);

        using var admin = await Visitor.As(given, "Admin");
        (await admin.Page("/bevislogg")).QuerySelector("a[href*='witness-request']")!.GetAttribute("download").Should().Be("til-vitnet.txt", "a file that is to be sent on is downloaded, not shown");
        using var wrong = await Upload(admin, "ikke et kontrollpunkt");
        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Visitor.Said(wrong)).Should().Contain("Filen kan ikke leses som et kontrollpunkt");
        using var taken = await Upload(admin, await File.ReadAllTextAsync(System.IO.Path.ChangeExtension(file, ".signed.txt")));
        taken.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await admin.Page("/bevislogg")).GetElementById("bevitnet")!.TextContent.Should().Contain("FFO");
    }

    [Fact]
    public async Task A_witness_that_signs_without_end_leaves_the_checkpoint_readable()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var witness = NoteSigner.New("mange.example/vitne", NoteKey.Cosignature);
        using (var admitted = await given.Ask("Admin", "POST", "log/witnesses", new { key = witness.Public.Write(), name = "Mange" })) admitted.StatusCode.Should().Be(HttpStatusCode.Created);
        var (note, _) = await Latest(given);

        for (var second = 0; second < 110; second++)
        {
            using var answer = await Post(given, note.With(witness.Cosign(note.Text, DateTimeOffset.UnixEpoch.AddSeconds(second))).Write());
            answer.IsSuccessStatusCode.Should().BeTrue();
        }

        (await Latest(given)).Note.Signatures.Should().HaveCount(2, "the log's and the witness's");
    }

    [Fact]
    public async Task A_witness_cannot_have_signed_tomorrow()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var (witness, now) = (NoteSigner.New("forut.example/vitne", NoteKey.Cosignature), given.Host.Clock.GetUtcNow());
        using (var admitted = await given.Ask("Admin", "POST", "log/witnesses", new { key = witness.Public.Write(), name = "Forut" })) admitted.StatusCode.Should().Be(HttpStatusCode.Created);
        var (note, _) = await Latest(given);

        (await Sent(given, note.With(witness.Cosign(note.Text, now.AddDays(1))).Write())).Should().Be((422, nameof(CosignatureFromTheFuture)));
        using var soon = await Post(given, note.With(witness.Cosign(note.Text, now.AddMinutes(2))).Write());
        soon.IsSuccessStatusCode.Should().BeTrue("no two clocks agree");
    }

    [Fact]
    public async Task A_signature_of_nobody_we_know_or_of_another_log_is_not_taken_in()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var (note, checkpoint) = await Latest(given);
        var stranger = NoteSigner.New("fremmed.example", NoteKey.Cosignature);
        var forged = new SignedNote((checkpoint with { Size = checkpoint.Size + 1 }).Text(), note.Signatures);

        (await Sent(given, note.With(stranger.Cosign(note.Text, DateTimeOffset.UnixEpoch)).Write())).Should().Be((422, nameof(UnknownWitness)));
        (await Sent(given, forged.With(stranger.Cosign(forged.Text, DateTimeOffset.UnixEpoch)).Write())).Should().Be((422, nameof(NotOurCheckpoint)));
        (await Sent(given, "")).Should().Be((422, nameof(CosignatureUnreadable)));
        (await Sent(given, new string('x', 100_000))).Status.Should().Be(413);
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task The_whole_record_is_looked_through_with_progress_and_that_is_a_fact(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "needs-assessed");
        var state = await Checked(given, "Rev");

        state.Faults.Should().BeEmpty();
        state.Done.Should().Be(state.Size).And.BeGreaterThan(20);
        var book = await given.Host.Services.GetRequiredService<LogPath>().Load(default);
        book.Checks.Should().ContainSingle().Which.Should().Match<CheckEntry>(check => check.Faults == 0 && check.Size == state.Size);
        using var rev = await Visitor.As(given, "Rev");
        (await rev.Page("/bevislogg")).GetElementById("resultat")!.TextContent.Should().Contain("Alt stemmer");
        using var koord = await given.Ask("Koord1", "POST", "log/checks");
        koord.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var seen = await given.Ask("Koord1", "GET", "log/checks/latest");
        seen.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_record_changed_behind_the_server_s_back_is_told_with_its_place_and_never_signed_over()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await Maker(given).Make(default);
        var position = (await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Case(new(Guid.Parse(given.Id))), 0, default))[0].Position;
        await Tamper(given, $"drop trigger leaves_are_not_changed; update leaves set hash = zeroblob(32) where position = {position}");

        var state = await Checked(given, "Rev");
        state.Faults.Should().Contain(fault => fault.Kind == LogFaultKind.EventChanged && fault.Position == position);
        using var koord = await Visitor.As(given, "Koord1");
        (await koord.Page("/bevislogg")).GetElementById("brudd")!.TextContent.Should().Contain("er endret, fjernet eller hentet tilbake");
        using var rev = await Visitor.As(given, "Rev");
        (await rev.Page("/bevislogg")).GetElementById("resultat")!.TextContent.Should().Contain($"Hendelse {position}");
    }

    [Fact]
    public async Task The_page_is_read_by_everybody_signed_in_and_has_forms_for_those_who_may()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        foreach (var (who, forms) in new[] { ("Br1", Array.Empty<string>()), ("Rev", ["CheckRecord"]), ("Admin", ["CheckRecord", "AdmitWitness", "TakeCosignature", "ChangeLogKey"]) })
        {
            using var visitor = await Visitor.As(given, who);
            var page = await visitor.Page("/bevislogg");
            page.QuerySelectorAll("main form").Select(form => form.Id).Should().Equal(forms, who);
            using var sent = await visitor.Send("/bevislogg", page, ("handling", "ChangeLogKey"), ("skjema", "ChangeLogKey"));
            sent.StatusCode.Should().Be(who == "Admin" ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task The_key_lies_in_a_file_of_its_own_and_is_the_same_after_a_restart()
    {
        var (database, file) = (System.IO.Path.Combine(folder, "record.db"), System.IO.Path.Combine(folder, "record.log-key"));
        var first = await Run(database, file);
        var second = await Run(database, file);

        second.Should().BeEquivalentTo(first);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Delete(file);
        (await Run(database, file)).Should().HaveCount(2, "a lost key is replaced, and the log says so");
        await File.WriteAllTextAsync(file, "noe annet");
        await this.Invoking(_ => Run(database, file)).Should().ThrowAsync<CannotStartException>().WithMessage("*kan ikke leses som en nøkkel*");
        await File.WriteAllTextAsync(file, NoteSigner.New("annen/logg").Write());
        await this.Invoking(_ => Run(database, file)).Should().ThrowAsync<CannotStartException>().WithMessage("*hører til en annen logg*");
    }

    public void Dispose() => System.IO.Directory.Delete(folder, true);

    static async Task<IEnumerable<string>> Run(string database, string file)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ApplicationName = typeof(Program).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = await LmsHost.Build(builder, new ScenarioClock(DateTimeOffset.UnixEpoch.AddYears(55)), new LmsOptions(database, true, false, 1_000_000) { LogKeyFile = file });
        await app.StartAsync();
        var keys = (await app.Services.GetRequiredService<LogPath>().Load(default)).Keys.Select(entry => entry.Key).ToList();
        await app.StopAsync();
        return keys;
    }

    async Task AdmitWitness(GivenCase given)
    {
        var (code, said) = await Witness("--new-key", "ffo.example/vitne");
        code.Should().Be(0, said);
        using var admitted = await given.Ask("Admin", "POST", "log/witnesses", new { key = said.Trim().Split('\n')[^1], name = "FFO" });
        admitted.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    async Task<(int Code, string Said)> Witness(params string[] args)
    {
        var said = new StringWriter();
        return (await WitnessCommand.Run([.. args, "--dir", folder], said, said, new ScenarioClock(new(2020, 1, 1, 8, 0, 0, TimeSpan.Zero)), default), said.ToString());
    }

    static async Task GoOn(ScenarioHost host, int facts)
    {
        for (var i = 0; i < facts; i++) await host.Services.GetRequiredService<LogPath>().Run(new RecordCheck(i, 0), new(null, [new(Role.Revisor, null)], "demo"), default);
    }

    static async Task<string> LogKey(GivenCase given) => (await given.Read("anonymous", "log/keys")).GetProperty("keys")[0].GetProperty("key").GetString()!;

    static async Task<string> LogKey(ScenarioHost host) => (await host.Services.GetRequiredService<LogPath>().Load(default)).Keys[^1].Key;

    static CheckpointMaker Maker(GivenCase given) => given.Host.Services.GetRequiredService<CheckpointMaker>();

    static async Task<(SignedNote Note, Checkpoint Checkpoint)> Latest(GivenCase given)
    {
        using var client = given.As("anonymous");
        var note = SignedNote.Read(await client.GetStringAsync("/api/v1/log/checkpoint"))!;
        return (note, Checkpoint.Read(note.Text)!);
    }

    static async Task<LogCheckState> Checked(GivenCase given, string who)
    {
        using var started = await given.Ask(who, "POST", "log/checks");
        started.StatusCode.Should().Be(HttpStatusCode.Accepted);
        var checker = given.Host.Services.GetRequiredService<RecordChecker>();
        await checker.Finished;
        (await given.Read(who, "log/checks/latest")).GetProperty("ended").ValueKind.Should().NotBe(JsonValueKind.Null);
        return checker.Latest!.State;
    }

    async Task<int> Status(string path)
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var answer = await given.Ask("anonymous", "GET", path);
        return (int)answer.StatusCode;
    }

    static async Task<(int Status, string Code)> Sent(GivenCase given, string note)
    {
        using var answer = await Post(given, note);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()!);
    }

    static async Task<HttpResponseMessage> Post(GivenCase given, string note)
    {
        using var client = given.As("anonymous");
        using var body = new StringContent(note, System.Text.Encoding.UTF8, "text/plain");
        return await client.PostAsync("/api/v1/log/cosignatures", body);
    }

    static async Task<HttpResponseMessage> Upload(Visitor visitor, string text)
    {
        var page = await visitor.Page("/bevislogg");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("TakeCosignature"), "handling" },
            { new StringContent("TakeCosignature"), "skjema" },
            { new StringContent(text), "fil", "signert.txt" },
        };
        return await visitor.Post("/bevislogg", content);
    }

    static async Task Tamper(GivenCase given, string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={LmsHost.FilePath(given.Host.Services.GetRequiredService<LmsOptions>().Database)};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    static byte[][] Path(JsonElement proof) => [.. proof.GetProperty("path").EnumerateArray().Select(hash => Convert.FromBase64String(hash.GetString()!))];

    static byte[] Bytes(JsonElement entry, string name) => Convert.FromBase64String(entry.GetProperty(name).GetString()!);
}
