using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>The participation balance over page and API: the same figures, to the same people.</summary>
public sealed class BalanceTests(PageCases cases, Hosts hosts) : IClassFixture<PageCases>
{
    [Fact]
    public async Task Example_A_is_told_by_side_with_the_averages_of_three_and_two_answers()
    {
        var given = await cases.At("decided");

        var balance = await given.Read("Br1", "cases/{sak}/balance");

        var proposals = balance.GetProperty("proposals").EnumerateArray().Single(figures => figures.GetProperty("kind").GetString() == "TextChange").GetProperty("count");
        (proposals.GetProperty("bruker").GetProperty("raised").GetInt32(), proposals.GetProperty("bruker").GetProperty("survived").GetInt32(), proposals.GetProperty("fag").GetProperty("raised").GetInt32()).Should().Be((1, 1, 0));
        balance.GetProperty("signOffTimes").EnumerateArray().Select(time => time.GetProperty("gate").GetString()).Distinct().Should().Equal("G1", "G2", "G3", "G4");
        balance.GetProperty("approved").GetArrayLength().Should().Be(4);
        var collaboration = balance.GetProperty("collaboration");
        collaboration.GetProperty("answers").ToString().Should().Be("""{"fag":3,"bruker":2}""");
        collaboration.GetProperty("gaps")[1].GetProperty("brukerMean").GetDecimal().Should().Be(4.5m);
        using var visitor = await Visitor.As(given, "Br1");
        (await visitor.Page($"/saker/{given.Id}/balanse")).QuerySelector("#samarbeid")!.ParentElement!.TextContent.Should().Contain("2 fra brukersiden og 3 fra fagsiden");
    }

    [Fact]
    public async Task A_look_back_gives_no_averages_by_page_or_API()
    {
        var given = await cases.At("decided");
        var version = await given.Version();

        var then = (await given.Read("Rev", $"cases/{{sak}}/balance?at=v{version}")).GetProperty("collaboration");

        (then.GetProperty("withheld").GetString(), then.GetProperty("gaps").GetArrayLength()).Should().Be(("LookBack", 0));
        using var visitor = await Visitor.As(given, "Rev");
        var page = await visitor.Page($"/saker/{given.Id}/slik-den-var/v{version}/balanse");
        page.QuerySelector("#samarbeid")!.ParentElement!.TextContent.Should().Contain("når du ser tilbake");
        page.QuerySelector("#samarbeid-bilde-tittel").Should().BeNull();
    }

    [Fact]
    public async Task Nor_do_the_evaluation_page_and_its_API_in_a_look_back()
    {
        var given = await cases.At("decided");
        var version = await given.Version();

        (await given.Read("Rev", "cases/{sak}/evaluation")).GetProperty("collaborationGaps").GetArrayLength().Should().Be(8);
        (await given.Read("Rev", $"cases/{{sak}}/evaluation?at=v{version}")).GetProperty("collaborationGaps").GetArrayLength().Should().Be(0);
        using var visitor = await Visitor.As(given, "Br1");
        (await visitor.Page($"/saker/{given.Id}/slik-den-var/v{version}/evaluering")).Body!.TextContent.Should().Contain("Gjennomsnitt vises ikke når du ser tilbake").And.NotContain("snakk om dette");
    }

    [Fact]
    public async Task What_one_person_answered_is_not_told_by_the_fact_of_the_answer()
    {
        var given = await cases.At("decided");
        var facts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Case(new(Guid.Parse(given.Id))), 0, CancellationToken.None);
        using var visitor = await Visitor.As(given, "Br1");
        var told = facts.Where(fact => fact.Fact is CollaborationAnswered or EvaluationClosed).ToList();
        told.Should().HaveCount(6);
        foreach (var fact in told)
        {
            var stored = (await given.Read("Rev", $"cases/{{sak}}/history/{fact.Version}")).GetProperty("stored").ToString();
            var shown = (await visitor.Page($"/saker/{given.Id}/historikk/{fact.Version}")).QuerySelector("pre.stored")!.TextContent;
            foreach (var text in new[] { stored, shown }) text.Should().Contain("withheld").And.NotContain("[").And.Contain(fact.Fact is CollaborationAnswered ? "side" : "withheld");
        }
    }

    [Fact]
    public async Task The_figures_are_taken_out_as_they_are_shown()
    {
        var given = await cases.At("decided");

        using var answer = await given.Ask("Br1", "GET", "cases/{sak}/balance?format=csv&language=nb");
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n");
        using var past = await given.Ask("Br1", "GET", $"cases/{{sak}}/balance?format=csv&language=nb&at=v{await given.Version()}");

        lines[0].Should().Contain("Brukersiden").And.Contain("Fagsiden");
        lines.Single(line => line.Contains("Rollen min var tydelig")).Should().Contain("4,5").And.Contain("5");
        lines.Single(line => line.Contains("Innsigelser") && line.Contains("Meldt")).Should().EndWith("0;0;");
        (await past.Content.ReadAsStringAsync()).Should().Contain("Møtte").And.NotContain("Rollen min var tydelig");
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_unit_is_told_of_when_enough_cases_have_ended_and_to_those_who_may(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "needs-assessed");
        var (lms, owner) = await Units(given);
        (await given.Read("Koord1", $"balance?unit={lms}")).GetProperty("balance").GetProperty("figures").ValueKind.Should().Be(JsonValueKind.Null);
        await Ended(given, lms, owner, 6);

        foreach (var (who, unit, may) in new[]
            { ("Koord1", lms, true), ("Br1", lms, true), ("Fag1", lms, true), ("Rev", lms, true), ("Rev", "", true), ("Leder1", owner, true), ("Leder1", lms, false), ("Koord1", "", false), ("Br1", "", false), ("Admin", lms, false), ("Stranger", lms, false), ("Stranger", "00000000000000000000000000000001", false) })
        {
            using var answer = await given.Ask(who, "GET", $"balance?unit={unit}");
            answer.StatusCode.Should().Be(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{who} asks for {unit}");
            using var visitor = await Visitor.As(given, who);
            using var page = await visitor.Get($"/balanse?enhet={unit}");
            page.StatusCode.Should().Be(answer.StatusCode, $"{who} opens {unit}");
            if (!may) continue;
            var balance = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("balance");
            (balance.GetProperty("cases").GetInt32(), balance.GetProperty("figures").GetProperty("attendance").GetProperty("bruker").GetProperty("met").GetInt32()).Should().Be((6, 12));
            (await page.Content.ReadAsStringAsync()).Should().Contain("6 saker som ble avsluttet");
        }
    }

    [Fact]
    public async Task What_is_told_of_a_unit_holds_no_person_and_no_rating()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        var (lms, owner) = await Units(given);
        await Ended(given, lms, owner, 6);

        using var answer = await given.Ask("Rev", "GET", $"balance?unit={lms}");

        var text = await answer.Content.ReadAsStringAsync();
        text.Should().NotContain("people").And.NotContain("ratings").And.NotContain($"{Person(1, 0)}");
    }

    [Fact]
    public async Task Somebody_without_a_unit_chosen_sees_the_first_that_may_be_read_and_the_period_can_be_narrowed()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        var (lms, owner) = await Units(given);
        await Ended(given, lms, owner, 6);
        using var visitor = await Visitor.As(given, "Koord1");

        var page = await visitor.Page("/balanse");
        page.QuerySelector("option[selected]")!.GetAttribute("value").Should().Be(lms);
        page.GetElementById("med")!.TextContent.Should().StartWith("6 saker");
        (await visitor.Page($"/balanse?enhet={lms}&fra=2025-02-01&til=2025-12-31")).GetElementById("med")!.TextContent.Should().StartWith("Ingen saker", "the quarter begins before");
        (await visitor.Page($"/balanse?enhet={lms}&fra=2025-12-31&til=2025-01-01")).QuerySelector("[role=alert]")!.TextContent.Should().Contain("Perioden kunne ikke leses");
        (await visitor.Page($"/balanse?enhet={lms}&fra=i+fjor")).QuerySelector("[role=alert]").Should().NotBeNull();
        using var nonsense = await visitor.Get("/balanse?enhet='--");
        nonsense.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        foreach (var bad in new[] { "unit=x", "from=x", "from=2026-02-30", "from=2026-02-01&to=2026-01-01" })
        {
            using var answer = await given.Ask("Rev", "GET", "balance?" + bad);
            answer.StatusCode.Should().Be(HttpStatusCode.BadRequest, bad);
        }

        using var nobody = await given.Ask("anonymous", "GET", "balance");
        nobody.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task The_first_start_of_a_program_that_keeps_the_list_fills_it_from_the_record(string database)
    {
        await using var place = await EmptyPlace.On(hosts, database);
        await DemonstrationSeed.Fill(place.Options, new(2026, 9, 1), CancellationToken.None);
        var ended = await place.Reading(async store =>
        {
            var row = (await store.Cases(new CaseQuery(), CancellationToken.None)).Cases.Single();
            var stream = StreamId.Case(row.Id);
            // what a program without the list wrote when the case was cancelled
            var before = ListRows.Empty with { Case = row };
            var lists = ListChanges.Of(stream, before, before with { Case = row with { Standing = Standing.Cancelled, Version = row.Version + 1 } });
            var cancelled = new CaseCancelled(SealedText.Seal("cancel.reason", "for få meldte seg", new string('a', 32)));
            await store.Append(new(new(new(2026, 9, 2, 8, 0, 0, TimeSpan.Zero), row.Koordinator, Role.Koordinator, "test"), [new StreamAppend(stream, row.Version, [cancelled])], lists, null), CancellationToken.None);
            (await store.EndedCases(null, CancellationToken.None)).Should().BeEmpty();

            await RebuildListsCommand.CatchUp(store, CancellationToken.None);

            return await store.EndedCases(row.LmsUnit, CancellationToken.None);
        });
        var one = ended.Should().ContainSingle().Subject;
        (one.EndedOn, one.HadBothSides).Should().Be((new DateOnly(2026, 9, 2), true));
        one.Balance.Attendance.Bruker.Expected.Should().BePositive();
    }

    static async Task<(string Lms, string Owner)> Units(GivenCase given)
    {
        var mine = (await given.Host.Services.GetRequiredService<ICaseStore>().Cases(new CaseQuery(), CancellationToken.None)).Cases.Single(row => row.Id.ToString() == Guid.Parse(given.Id).ToString("n"));
        return (mine.LmsUnit.ToString(), mine.Owners.Single().ToString());
    }

    /// <summary>So many cases that ended in the first quarter of 2025, two people on each side, each of whom met once.</summary>
    static async Task Ended(GivenCase given, string lms, string owner, int count)
    {
        var store = given.Host.Services.GetRequiredService<ICaseStore>();
        var mine = (await store.Cases(new CaseQuery(), CancellationToken.None)).Cases[0];
        foreach (var number in Enumerable.Range(1, count))
        {
            var (id, unit) = (new CaseId(Guid.NewGuid()), new UnitId(Guid.Parse(lms)));
            BothSides<ImmutableArray<PersonId>> people = new([Person(number, 0), Person(number, 1)], [Person(number, 2), Person(number, 3)]);
            var balance = CaseBalance.Of(CaseFile.Unregistered(id)) with { MeetingsHeld = 1, Attendance = new(new(2, 2, 0, 2, 0), new(2, 2, 0, 2, 0)) };
            var rows = ListRows.Empty with
            {
                Case = mine with { Id = id, Number = $"2025-{number:0000}", LmsUnit = unit, Owners = [new(Guid.Parse(owner))], Standing = Standing.Closed, Members = [], Version = 1 },
                Balance = new(unit, [new(Guid.Parse(owner))], new(2025, 2, number), people, balance, new([.. new int[8]], [.. new int[8]])),
            };
            var appended = await store.Append(new(new(new(2025, 2, number, 8, 0, 0, TimeSpan.Zero), null, Role.System, "test"), [new StreamAppend(StreamId.Case(id), 0, [new CaseClosed()])],
                ListChanges.Of(StreamId.Case(id), ListRows.Empty, rows), null), CancellationToken.None);
            appended.Should().BeOfType<AppendResult.Appended>();
        }
    }

    static PersonId Person(int number, int which) => new(new Guid(number, (short)which, 77, new byte[8]));
}
