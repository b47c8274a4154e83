using System.Net;
using System.Text;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>Erasing over the API and on the pages: two persons, and then the text is nowhere and everything else still holds.</summary>
public sealed class ErasureTests(Hosts hosts)
{
    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_text_proposed_by_one_and_confirmed_by_another_is_gone_from_pages_history_the_past_lists_and_the_API(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "needs-assessed");
        var (version, title) = await Title(given);
        using var rev = await Visitor.As(given, "Rev");
        (await Everywhere(given, rev, version)).Should().OnlyContain(shown => shown.Contains(title));

        var number = await Proposed(given, "Koord1", new { @case = given.Id, version, ground = "RightToErasure", reason = "Tittelen sier hvem det gjelder." });
        (await Everywhere(given, rev, version)).Should().OnlyContain(shown => shown.Contains(title), "nothing is erased before another person confirms");
        using (var own = await given.Ask("Koord1", "POST", $"erasures/{number}/confirmations")) own.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using (var done = await given.Ask("Leder1", "POST", $"erasures/{number}/confirmations")) done.StatusCode.Should().Be(HttpStatusCode.Created, await done.Content.ReadAsStringAsync());

        (await Everywhere(given, rev, version)).Should().OnlyContain(shown => !shown.Contains(title));
        (await rev.Page($"/saker/{given.Id}/historikk/{version}")).GetElementById("slettet")!.ParentElement!.TextContent.Should().Contain("Slettet den").And.Contain("med hjemmel: retten til retting og sletting");
        (await given.Read("Rev", "cases/{sak}")).GetProperty("title").GetString().Should().StartWith("Slettet den ");
        var book = await given.Host.Services.GetRequiredService<ErasurePath>().Load(default);
        book.Find(number).Should().Match<Erasure>(erasure => erasure.Standing == ErasureStanding.Confirmed && erasure.DecidedBy == new PersonId(Guid.Parse(given["Leder1"])));
        (await given.Host.Services.GetRequiredService<ErasureCleaning>().Clean(default)).Should().BeTrue();
        (await given.Host.Services.GetRequiredService<ErasurePath>().Load(default)).Find(number)!.CleanedAt.Should().NotBeNull();
        (await Faults(given)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_client_that_kept_the_case_under_its_version_is_given_it_anew()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var (version, _) = await Title(given);
        var before = await given.Version();
        await Erased(given, version);

        using var again = await given.Ask("Rev", "GET", "cases/{sak}", null, ("If-None-Match", $"\"{before}\""));

        again.StatusCode.Should().Be(HttpStatusCode.OK);
        (await given.Version()).Should().Be(before, "an erasure changes nothing in the case");
    }

    [Fact]
    public async Task A_dossier_made_before_is_thrown_away_and_one_made_after_does_not_have_the_text()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var (version, title) = await Title(given);
        var job = await Dossier(given);
        (await Zip(given, job))!.Should().Contain(title);

        await Erased(given, version);

        (await Zip(given, job)).Should().BeNull();
        (await Zip(given, await Dossier(given)))!.Should().NotContain(title).And.Contain("Slettet den ");
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_person_s_name_and_own_words_go_and_who_signed_stays_under_the_same_id(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "frozen");
        using var rev = await Visitor.As(given, "Rev");
        var person = new PersonId(Guid.Parse(given["Br1"]));
        var name = given.Host.Services.GetRequiredService<People>().Find(person)!.Name.Value!;
        using (var forbidden = await given.Ask("Koord1", "POST", "erasures", new { person = given["Br1"], ground = "ConsentWithdrawn", reason = "Trukket." })) forbidden.StatusCode.Should().Be(HttpStatusCode.Forbidden);

        var number = await Proposed(given, "Admin", new { person = given["Br1"], ground = "ConsentWithdrawn", reason = "Samtykket er trukket." });
        using (var own = await given.Ask("Admin", "POST", $"erasures/{number}/confirmations")) (own.StatusCode, (await own.Content.ReadAsStringAsync()).Contains(nameof(OwnErasureConfirmed))).Should().Be((HttpStatusCode.UnprocessableEntity, true));
        using (var done = await given.Ask("Leder1", "POST", $"erasures/{number}/confirmations")) done.StatusCode.Should().Be(HttpStatusCode.Created, await done.Content.ReadAsStringAsync());

        given.Host.Services.GetRequiredService<People>().Find(person)!.Name.Should().Match<SealedText>(text => text.Value == null && text.Erased!.Ground == ErasureGround.ConsentWithdrawn);
        foreach (var path in new[] { "/katalog", $"/personer/{person}", $"/saker/{given.Id}/historikk", $"/saker/{given.Id}/arbeidsgruppe" })
            (await rev.Page(path)).DocumentElement.TextContent.Should().NotContain(name, path).And.Contain("Slettet navn", path);
        (await rev.Page($"/personer/{person}")).GetElementById("slettet")!.TextContent.Should().Contain("med hjemmel: samtykket er trukket");
        var store = given.Host.Services.GetRequiredService<ICaseStore>();
        (await store.Read(StreamId.Case(new(Guid.Parse(given.Id))), 0, default)).Select(one => one.Fact).OfType<RoleClarificationOffered>().Where(offered => offered.Person == person)
            .Should().NotBeEmpty().And.OnlyContain(offered => offered.Terms.Value == null && offered.Terms.Erased != null);
        (await Faults(given)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task What_a_person_answered_on_the_collaboration_goes_with_her_and_no_figure_is_made_of_it_any_more(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "decided");
        (await given.Read("Rev", "cases/{sak}/evaluation")).GetProperty("collaborationGaps").GetArrayLength().Should().Be(8);

        var number = await Proposed(given, "Admin", new { person = given["Br1"], ground = "RightToErasure", reason = "Bedt om det." });
        using (var done = await given.Ask("Leder1", "POST", $"erasures/{number}/confirmations")) done.StatusCode.Should().Be(HttpStatusCode.Created, await done.Content.ReadAsStringAsync());

        var store = given.Host.Services.GetRequiredService<ICaseStore>();
        var answers = (await store.Read(StreamId.Case(new(Guid.Parse(given.Id))), 0, default)).Select(one => one.Fact).OfType<CollaborationAnswered>().ToLookup(answer => answer.Person == new PersonId(Guid.Parse(given["Br1"])), answer => answer.Ratings);
        answers[true].Should().ContainSingle().Which.Should().Match<SealedText>(ratings => ratings.Value == null && ratings.Erased != null);
        answers[false].Should().HaveCount(4).And.OnlyContain(ratings => ratings.Value != null);
        (await given.Read("Rev", "cases/{sak}/evaluation")).GetProperty("collaborationGaps").GetArrayLength().Should().Be(0);
        var balance = (await given.Read("Rev", "cases/{sak}/balance")).GetProperty("collaboration");
        (balance.GetProperty("withheld").GetString(), balance.GetProperty("answers").ToString()).Should().Be(("Erased", """{"fag":3,"bruker":2}"""));
        using var visitor = await Visitor.As(given, "Fag1");
        foreach (var page in new[] { "evaluering", "balanse" }) (await visitor.Page($"/saker/{given.Id}/{page}")).Body!.TextContent.Should().Contain("svarene til minst én person er slettet", page);
        (await Faults(given)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task What_a_person_wrote_in_her_own_name_is_found_in_every_case_and_process_also_where_she_is_no_member(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "anchored");
        var (store, case_) = (given.Host.Services.GetRequiredService<ICaseStore>(), StreamId.Case(new(Guid.Parse(given.Id))));
        var (koord, other) = (new PersonId(Guid.Parse(given["Koord1"])), new PersonId(Guid.Parse(given["Fag1"])));
        SealedText Text(string text) => SealedText.Seal("test", text, WrittenTextFromString.FreshSalt());
        var (agenda, objection, safe, refused, others) = (Text("på sakslisten"), Text("innsigelsen"), Text("alternativet"), Text("nei til utgaven"), Text("en annens"));
        await store.Append(Append.To(case_, StreamAppend.Any, new(DateTimeOffset.UtcNow, koord, Role.Koordinator, "test"),
            new MeetingPlanned(1, MeetingType.Planning, DateTimeOffset.UtcNow.AddDays(30), 60, MeetingForm.Digital, Text("rommet"), []), new AgendaItemAdded(1, 1, agenda, koord, null),
            new ObjectionRaised(1, Gate.G1, 1, koord, Side.Fag, objection, safe, null, null, new(2026, 3, 2)), new ObjectionRaised(2, Gate.G1, 1, other, Side.Fag, others, null, null, null, new(2026, 3, 2))), default);
        await store.Append(Append.To(StreamId.Definition("standard_metode"), StreamAppend.Any, new(DateTimeOffset.UtcNow, koord, Role.Fagperson, "test"), new DefinitionConsentRefused(1, Side.Fag, refused)), default);

        var found = await given.Host.Services.GetRequiredService<ErasureTexts>().Of(koord, default);

        found.Select(text => text.Place.Text).Should().Contain([agenda.Commitment, objection.Commitment, safe.Commitment, refused.Commitment]).And.NotContain(others.Commitment);
        found.Select(text => text.Place.Stream).Distinct().Should().BeEquivalentTo(StreamId.Directory.Value, case_.Value, "definition-standard_metode");
    }

    [Fact]
    public async Task The_note_of_a_process_is_proposed_by_an_administrator_and_confirmed_by_another()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var stream = StreamId.Definition("standard_metode");
        var store = given.Host.Services.GetRequiredService<ICaseStore>();
        var shipped = (await store.Read(stream, 0, default)).ToList();
        var first = (DefinitionPublished)shipped[0].Fact;
        await store.Append(Append.To(stream, StreamAppend.Any, shipped[0].Stamp, new DefinitionDraftSaved(1, 1, 1, first.ContentHash, first.Forms, SealedText.Seal("definition.note", "Kari ville ha det slik", WrittenTextFromString.FreshSalt()), null, null)), default);
        var saved = shipped.Count + 1;
        using (var koord = await Visitor.As(given, "Koord1")) (await koord.Get($"/sletting/ny?prosess=standard_metode&hending={saved}")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var admin = await Visitor.As(given, "Admin");
        (await admin.Page($"/prosesser/standard_metode/historikk/{saved}")).QuerySelector($"a[href^='/sletting/ny?prosess=standard_metode']").Should().NotBeNull();
        (await admin.Page($"/sletting/ny?prosess=standard_metode&hending={saved}")).QuerySelectorAll("input[name=texts]").Should().ContainSingle();
        (await admin.Get("/sletting/ny?prosess=finnes_ikke&hending=1")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var body = new { definition = "standard_metode", version = saved, ground = "Misregistered", reason = "Et navn sto der." };
        using (var refused = await given.Ask("Koord1", "POST", "erasures", body)) refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);

        var number = await Proposed(given, "Admin", body);
        (await admin.Page($"/sletting/{number}")).Body!.TextContent.Should().Contain("Prosessen standard_metode");
        using (var done = await given.Ask("Leder1", "POST", $"erasures/{number}/confirmations")) done.StatusCode.Should().Be(HttpStatusCode.Created, await done.Content.ReadAsStringAsync());

        ((DefinitionDraftSaved)(await store.Read(stream, 0, default)).Single(one => one.Version == saved).Fact).Note.Should().Match<SealedText>(note => note.Value == null && note.Erased != null);
        (await Faults(given)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_case_that_went_on_between_the_look_and_the_commit_is_looked_at_again_before_its_text_goes(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "anchored");
        var (services, stream) = (given.Host.Services, StreamId.Case(new(Guid.Parse(given.Id))));
        var store = services.GetRequiredService<ICaseStore>();
        var number = await Proposed(given, "Koord1", new { @case = given.Id, version = (await Title(given)).Version, ground = "RightToErasure", reason = "Bedt om det." });
        var results = new List<AppendResult>();
        var hurried = Interposed.Before(store, async append =>
        {
            if (append.Erase.IsEmpty || results.Count > 0) return;
            // somebody freezes a text, or anything else, in just that moment
            var now = (await store.Read(stream, 0, default)).Count;
            await store.Append(Append.To(stream, now, append.Stamp, new MeetingPlanned(1, MeetingType.Planning, append.Stamp.At.AddDays(30), 60, MeetingForm.Digital, SealedText.Seal("test", "rommet", WrittenTextFromString.FreshSalt()), [])), default);
        }, results.Add);
        var leder = new Actor(new(Guid.Parse(given["Leder1"])), services.GetRequiredService<People>().Find(new(Guid.Parse(given["Leder1"])))!.Grants, "test");

        var done = await ActivatorUtilities.CreateInstance<ErasurePath>(services, hurried).Run(new ConfirmErasure(number), [], leder, default);

        done.Should().BeOfType<ErasureResult.Done>();
        results.Select(result => result.GetType()).Should().Equal(typeof(AppendResult.Conflict), typeof(AppendResult.Appended));
        (await Faults(given)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_right_over_a_case_reaches_no_name_put_beside_the_case_s_own_text()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var title = (await given.Host.Services.GetRequiredService<CaseLoader>().Current(new(Guid.Parse(given.Id)), default)).File.Identity!.Title.Commitment;
        var people = given.Host.Services.GetRequiredService<People>();
        var name = people.Find(new(Guid.Parse(given["Br1"])))!.Name.Commitment;

        foreach (var who in new[] { "Koord1", "Leder1", "Admin" })
        {
            using var answer = await given.Ask(who, "POST", "erasures", new { texts = new[] { title, name }, ground = "Misregistered", reason = "Feil." });
            answer.StatusCode.Should().Be(HttpStatusCode.Forbidden, who);
            (await answer.Content.ReadAsStringAsync()).Should().NotContain("number");
        }

        (await given.Read("Rev", "erasures")).GetArrayLength().Should().Be(0);
        await Proposed(given, "Koord1", new { texts = new[] { title }, ground = "Misregistered", reason = "Feil." });
    }

    [Fact]
    public async Task Only_those_who_may_propose_confirm_and_see_and_what_is_refused_is_recorded()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var (version, _) = await Title(given);
        var body = new { @case = given.Id, version, ground = "RightToErasure", reason = "Fordi." };
        foreach (var (who, status) in new[] { ("Br1", 403), ("Rev", 403), ("Admin", 403), ("Stranger", 403), ("anonymous", 401) })
        {
            using var answer = await given.Ask(who, "POST", "erasures", body);
            ((int)answer.StatusCode).Should().Be(status, who);
        }

        var number = await Proposed(given, "Koord1", body);
        foreach (var (who, status) in new[] { ("Br1", 403), ("Rev", 403), ("Admin", 403), ("Koord1", 403), ("anonymous", 401) })
        {
            using var answer = await given.Ask(who, "POST", $"erasures/{number}/confirmations");
            ((int)answer.StatusCode).Should().Be(status, who);
        }

        foreach (var (who, status) in new[] { ("Rev", 200), ("Admin", 200), ("Koord1", 200), ("Leder1", 200), ("Br1", 403), ("Stranger", 403), ("anonymous", 401) })
        {
            using var answer = await given.Ask(who, "GET", "erasures");
            ((int)answer.StatusCode).Should().Be(status, who);
            using var visitor = who == "anonymous" ? Visitor.Nobody(given.Host) : await Visitor.As(given, who);
            using var page = await visitor.Get("/sletting");
            ((int)page.StatusCode).Should().Be(status == 401 ? 303 : status, who);
        }

        var attempts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.ErasureAttempts, 0, default);
        attempts.Select(one => ((AttemptRefused)one.Fact).Request).Should().Contain([nameof(ProposeErasure), nameof(ConfirmErasure)]);
        (await given.Read("Rev", "erasures")).EnumerateArray().Single().GetProperty("standing").GetString().Should().Be("Waiting");
    }

    [Theory]
    [InlineData("erasures/1/confirmations", "POST", null, 404)]
    [InlineData("erasures/x/confirmations", "POST", null, 404)]
    [InlineData("erasures/99999999999", "DELETE", null, 404)]
    [InlineData("erasures", "POST", "{}", 400)]
    [InlineData("erasures", "POST", "{\"ground\":\"Because\",\"reason\":\"x\"}", 400)]
    [InlineData("erasures", "POST", "{\"ground\":\"Misregistered\",\"reason\":\"x\",\"texts\":[\"'; drop table texts\"]}", 422)]
    [InlineData("erasures", "POST", "{\"ground\":\"Misregistered\",\"reason\":\"x\",\"case\":\"00000000000000000000000000000001\",\"version\":9223372036854775807}", 422)]
    public async Task Bad_input_is_answered_never_thrown(string path, string verb, string? body, int status)
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var answer = await given.Ask("Leder1", verb, path.Replace("/1/", "/4711/"), body);
        ((int)answer.StatusCode).Should().Be(status, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task On_the_pages_one_proposes_from_the_event_and_another_confirms_without_script()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var (version, title) = await Title(given);
        using var koord = await Visitor.As(given, "Koord1");
        var link = (await koord.Page($"/saker/{given.Id}/historikk/{version}")).QuerySelector("a[href^='/sletting/ny']")!.GetAttribute("href")!;
        using (var empty = await koord.Submit(link, "ProposeErasure", ("ground", "Misregistered")))
        {
            empty.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
            (await Visitor.Said(empty)).Should().Contain("Velg minst én tekst").And.Contain("Skriv hvorfor");
        }

        var text = (await koord.Page(link)).QuerySelector("input[name=texts]")!.GetAttribute("value")!;
        using var proposed = await koord.Submit(link, "ProposeErasure", ("texts", text), ("ground", "Misregistered"), ("reason", "Feil sak."));
        proposed.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(proposed));
        var page = proposed.Headers.Location!.ToString().Split('?')[0];
        (await koord.Page(page)).GetElementById("ConfirmErasure").Should().BeNull("whoever proposed has no such form");
        using (var rev = await Visitor.As(given, "Rev")) (await rev.Page(page)).QuerySelectorAll("main form").Should().BeEmpty("an auditor changes nothing");
        using var leder = await Visitor.As(given, "Leder1");
        (await leder.Page("/sletting")).DocumentElement.TextContent.Should().Contain("Forslag 1: én tekst");
        using var confirmed = await leder.Submit(page, "ConfirmErasure");
        confirmed.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await leder.Page(confirmed.Headers.Location!.ToString())).DocumentElement.TextContent.Should().Contain("Der teksten var, står det nå når");
        (await leder.Page("/saker")).DocumentElement.TextContent.Contains(title).Should().Be(await IsTitle(given, text) is false);
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task What_was_not_cleaned_when_the_host_stopped_is_cleaned_later_and_the_fact_is_written_once(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "anchored");
        var (version, _) = await Title(given);
        await Erased(given, version);
        var cleaning = given.Host.Services.GetRequiredService<ErasureCleaning>();

        (await cleaning.Clean(default)).Should().BeTrue();
        (await cleaning.Clean(default)).Should().BeTrue();

        (await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Erasures, 0, default)).Count(one => one.Fact is ErasureCleaned).Should().Be(1);
    }

    [Fact]
    public async Task What_waits_for_confirmation_is_in_the_inbox_of_those_who_may_confirm_and_never_of_the_one_who_proposed()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var (version, _) = await Title(given);
        var byKoord = await Proposed(given, "Koord1", new { @case = given.Id, version, ground = "RightToErasure", reason = "Bedt om det." });
        var byAdmin = await Proposed(given, "Admin", new { person = given["Br1"], ground = "ConsentWithdrawn", reason = "Trukket." });

        (await Awaits(given, "Leder1")).Should().Equal(byKoord, byAdmin);
        foreach (var who in new[] { "Koord1", "Rev", "Admin", "Br1", "Stranger" }) (await Awaits(given, who)).Should().BeEmpty(who);
        using (var asked = await given.Ask("Leder1", "GET", "erasures?awaiting=somebody")) asked.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await given.Read("Leder1", "erasures?awaiting=me")).EnumerateArray().Select(one => one.GetProperty("number").GetInt32()).Should().Equal(byKoord, byAdmin);

        using (var done = await given.Ask("Leder1", "POST", $"erasures/{byKoord}/confirmations")) done.StatusCode.Should().Be(HttpStatusCode.Created);
        (await Awaits(given, "Leder1")).Should().Equal(byAdmin);
    }

    /// <summary>Erasures the inbox asks about; as many more tasks are counted in the menu.</summary>
    static async Task<IEnumerable<int>> Awaits(GivenCase given, string who)
    {
        using var visitor = await Visitor.As(given, who);
        var page = await visitor.Page("/");
        int[] links = [.. page.QuerySelectorAll("section[aria-labelledby=slettinger] a").Select(link => int.Parse(link.GetAttribute("href")!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture))];
        var counted = int.Parse(page.QuerySelector(".nav .count")?.FirstChild!.TextContent ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        counted.Should().Be(links.Length + page.QuerySelectorAll("#innboks li[data-key]").Length);
        return links;
    }

    [Theory]
    [InlineData("0"), InlineData("-1"), InlineData("tre"), InlineData("4000"), InlineData("1,5")]
    public async Task A_time_for_backups_that_is_none_stops_the_start_with_a_plain_reason(string days)
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(new Microsoft.AspNetCore.Builder.WebApplicationOptions { EnvironmentName = "Development" });
        Microsoft.Extensions.Configuration.MemoryConfigurationBuilderExtensions.AddInMemoryCollection(builder.Configuration, [new("Retention:BackupDays", days)]);

        (await ((Func<Task>)(() => LmsHost.Build(builder, TimeProvider.System))).Should().ThrowAsync<CannotStartException>()).Which.Message.Should().Contain("Retention:BackupDays").And.Contain("helt tall");
    }

    [Fact]
    public async Task The_page_of_an_erasure_says_when_no_backup_holds_the_text_any_more()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var (version, _) = await Title(given);
        await Erased(given, version);
        await given.Host.Services.GetRequiredService<ErasureCleaning>().Clean(default);

        var erasure = (await given.Read("Rev", "erasures")).EnumerateArray().Single();
        var gone = DateOnly.Parse(erasure.GetProperty("goneFromBackups").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        gone.Should().Be(OsloTime.Date(erasure.GetProperty("cleanedAt").GetDateTimeOffset()).AddDays(LmsOptions.DefaultBackupDays));
        using var rev = await Visitor.As(given, "Rev");
        (await rev.Page($"/sletting/{erasure.GetProperty("number").GetInt32()}")).GetElementById("kopier")!.TextContent.Should().Contain(DateWords.Short(gone)).And.Contain("90 dager");
        (await Zip(given, await Dossier(given)))!.Should().Contain("sikkerhetskopier beholdes i 90 dager");
    }

    static async Task<bool> IsTitle(GivenCase given, string text) => (await given.Host.Services.GetRequiredService<CaseLoader>().Current(new(Guid.Parse(given.Id)), default)).File.Identity!.Title.Commitment == text;

    static async Task<(long Version, string Title)> Title(GivenCase given)
    {
        var facts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Case(new(Guid.Parse(given.Id))), 0, default);
        var need = facts.First(one => one.Fact is NeedRegistered);
        return (need.Version, (await given.Host.Services.GetRequiredService<CaseLoader>().Current(new(Guid.Parse(given.Id)), default)).File.Identity!.Title.Value!);
    }

    static async Task<IReadOnlyList<string>> Everywhere(GivenCase given, Visitor rev, long version)
    {
        var shown = new List<string>();
        foreach (var path in new[] { $"/saker/{given.Id}", "/saker", $"/saker/{given.Id}/historikk/{version}", $"/saker/{given.Id}/slik-den-var/v{version}" }) shown.Add((await rev.Page(path)).DocumentElement.TextContent);
        foreach (var path in new[] { "cases/{sak}", "cases" }) shown.Add(JsonSerializer.Serialize(await given.Read("Rev", path), Plain));
        return shown;
    }

    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static async Task<int> Proposed(GivenCase given, string who, object body)
    {
        using var answer = await given.Ask(who, "POST", "erasures", body);
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("number").GetInt32();
    }

    static async Task Erased(GivenCase given, long version)
    {
        var number = await Proposed(given, "Koord1", new { @case = given.Id, version, ground = "RightToErasure", reason = "Fordi." });
        using var done = await given.Ask("Leder1", "POST", $"erasures/{number}/confirmations");
        done.StatusCode.Should().Be(HttpStatusCode.Created, await done.Content.ReadAsStringAsync());
    }

    static async Task<System.Collections.Immutable.ImmutableArray<LogFault>> Faults(GivenCase given)
    {
        var book = await given.Host.Services.GetRequiredService<LogPath>().Load(default);
        return (await given.Host.Services.GetRequiredService<ICaseStore>().Log.Check([.. book.Keys.Select(entry => NoteKey.Read(entry.Key)).OfType<NoteKey>()], _ => { }, default)).Faults;
    }

    static async Task<string> Dossier(GivenCase given)
    {
        using var started = await given.Ask("Rev", "POST", "cases/{sak}/dossiers");
        var job = started.Headers.Location!.ToString();
        while ((await given.Read("Rev", job)).GetProperty("file").ValueKind == JsonValueKind.Null) await Task.Delay(50);
        return job;
    }

    /// <summary>Every file of the dossier as text; null when it is not there.</summary>
    static async Task<string?> Zip(GivenCase given, string job)
    {
        using var file = await given.Ask("Rev", "GET", job + "/file");
        if (file.StatusCode == HttpStatusCode.NotFound) return null;
        using var zip = new System.IO.Compression.ZipArchive(await file.Content.ReadAsStreamAsync());
        var all = new StringBuilder();
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.StartsWith("innhold/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            all.Append(await reader.ReadToEndAsync());
        }

        return WebUtility.HtmlDecode(all.ToString());
    }
}
