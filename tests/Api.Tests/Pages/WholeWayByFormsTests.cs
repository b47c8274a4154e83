using Microsoft.Extensions.DependencyInjection;
using System.Globalization;
using System.Net;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Tests;

/// <summary>A new tilbud from a reported need to the leader's decision with nothing but pages and forms, as people without script would do it.</summary>
public sealed class WholeWayByFormsTests(PageCases cases) : IClassFixture<PageCases>
{
    GivenCase given = null!;
    string sak = "";

    [Fact]
    public async Task A_new_tilbud_goes_from_need_to_decided_continuation_by_forms_alone()
    {
        given = await cases.Fresh("anchored");
        await RegisterAndAnchor();
        await GatherTheGroup();
        await AssessTheNeed();
        await Plan();
        await Deliver();
        await Evaluate();
        await Decide();
    }

    async Task RegisterAndAnchor()
    {
        using var koordinator = await Visitor.As(given, "Koord1");
        var page = await koordinator.Page("/saker/ny");
        string Unit(string field, string name) => page.QuerySelectorAll($"[name={field}] option, input[name={field}]").First(option => (option.TextContent + option.ParentElement!.TextContent).Contains(name, StringComparison.Ordinal)).GetAttribute("value")!;
        using var made = await koordinator.Submit("/saker/ny", "RegisterNeed", ("title", "Mestringskurs for familier"), ("reporters", "Brukerorganisasjon"), ("targetGroup", "Familier"), ("need", "De ber om et kurs"),
            ("participants", "Pasient"), ("type", "Diagnosespesifikt"), ("lmsUnit", Unit("lmsUnit", "LMS")), ("owners", Unit("owners", "Nevrologisk")));
        made.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(made));
        sak = made.Headers.Location!.ToString().Split('?')[0];
        await Do("Koord1", "", "RecordContact", ("side", "Fag"), ("who", "Avdelingen"));
        await Do("Koord1", "", "RecordContact", ("side", "Bruker"), ("who", "Foreningen"));
        await Do("Koord1", "/dokumenter/D02", "SaveDraft", ("kilder", "Oversikten"), ("treff", "Ingen"), ("konklusjon", "nytt"));
        await Do("Leder1", "/vedtak", "AnchorCase", ("purpose", "Mestring"), ("pathway", "Forløpet"), ("staffHours", "60"), ("moneyFrame", "22 000"), ("participationAmount", "13 500,50"), ("from", Day(0)), ("to", Day(500)), ("unit", Unit("owners", "Nevrologisk")), ("aimsAtPermanentOffer", "true"));
        await Phase("Behovsvurdering");
    }

    async Task GatherTheGroup()
    {
        foreach (var (who, side) in new[] { ("Fag1", "Fag"), ("Fag2", "Fag"), ("Br1", "Bruker"), ("Br2", "Bruker") })
            await Do("Koord1", "/arbeidsgruppe", "AppointMember", ("person", given[who]), ("side", side), ("assignment", side == "Fag" ? "Fagansvarlig" : "PaVegneAv"), ("from", Day(0)), ("to", Day(700)), ("contactPerson", side == "Fag" ? "" : given["Fag1"]), ("channel", side == "Fag" ? "" : "Brukerorganisasjon"));
        foreach (var who in new[] { "Br1", "Br2" })
        {
            await Do("Koord1", "/arbeidsgruppe", $"OfferRoleClarification-{given[who]}", ("task", "Planlegge"), ("notTask", "Behandle"), ("timeUse", "Fire møter"), ("support", "Samtale"), ("terms", "Etter satsene"));
            await Do(who, "/arbeidsgruppe", "AcceptRoleClarification");
            await Do(who, "/arbeidsgruppe", "AcceptConfidentiality");
        }
    }

    async Task AssessTheNeed()
    {
        await Do("Br1", "/dokumenter/D08", "SaveDraft", ("erfaringskunnskap", "Vi trenger å møte andre"));
        await Do("Fag1", "/dokumenter/D08", "SaveDraft", ("fagkunnskap", "Det virker"), ("eksisterende", "Ingen"), ("likeverd", "Tolk"), ("anbefaling", "Kurs på sykehuset"));
        await Sign("G1", "Fag1", "Br1");
        await Phase("Planlegging");
    }

    async Task Plan()
    {
        await Meet("Planning", "P1", 1);
        await Do("Koord1", "/dokumenter/D11", "SaveDraft", ("formal", "Likeverdig kurs"), ("omfang", "To dager"), ("medlemmer", "Alle"), ("beslutningsform", "Vi blir enige"), ("moteplan", "P1"));
        await Do("Fag1", "/dokumenter/D12", "SaveDraft", [("malgruppe", "Familier"), ("mal", "Trygghet"), ("mal_mestring", "Mestre hverdagen"), ("rammer", "To dager"), ("rammer_plasser", "16"), ("rammer_minimum", "2"), ("innhold", "Alt"), ("metoder", "Samtale"),
            ("vurdering", "Muntlig"), ("oppfolging", "Likepersoner"), .. new[] { "alder", "kjonn", "bosted", "sprak", "funksjon", "tilstand" }.SelectMany(part => new[] { ($"likeverd_{part}", "vurdert"), ($"likeverd_{part}_tekst", "Ja") }), ("risiko", "Få påmeldte")]);
        await Do("Br1", "/program", "SaveDraft", Programme());
        await Do("Koord1", "/budsjett", "SaveDraft", ("gjor", "lagre"), ("lines.0.kind", "Honorar"), ("lines.0.text", "Honorar"), ("lines.0.side", "Bruker"), ("lines.0.quantity", "1"), ("lines.0.rate", "12000,50"), ("lines.1.kind", "Bevertning"), ("lines.1.quantity", ""), ("lines.1.rate", ""));
        await Do("Koord1", "/dokumenter/D15", "SaveDraft", ("skjema", "deltaker6"), ("tidspunkt", "Siste dag"), ("anonymitet", "Engangslenker"), ("ansvarlig", "Koordinator"));
        await Do("Koord1", "/dokumenter/D16", "SaveDraft", ("tittel", "Mestringskurs"), ("for_hvem", "Familier"), ("utbytte", "Kunnskap"), ("datoer", "To dager"), ("sted", "Sykehuset"), ("tilgjengelighet", "Trinnfritt"), ("pris", "Gratis"), ("henvisning", "Nei"), ("pamelding", "Nett"), ("pameldingsfrist", Day(20)), ("kontakt", "LMS"));
        await Sign("G2", "Br2", "Fag2");
        await Do("Leder1", "/budsjett", "ApproveBudget");
        await Do("Br1", "/dokumenter/D16", "AcceptAnnouncement");
        await Phase("Gjennomføring");
    }

    async Task Deliver()
    {
        await Do("Koord1", "/gjennomforing", "AnnounceCourse", ("registrationDeadline", Day(20)), ("minimum", "2"), ("maximum", "16"), ("isCoded", "true"));
        await Do("Koord1", "/gjennomforing", "RegisterParticipants", ("confirmed.patients", "6"), ("waiting", "1"));
        await Do("Koord1", "/dokumenter/D18", "SaveDraft", ("punkter", "rom"), ("punkter", "materiell"), ("punkter", "bevertning"), ("punkter", "innledere"), ("punkter", "brukerrepresentanter"), ("punkter", "deltakere"), ("punkter", "tolk"), ("punkter", "skjema"));
        await Do("Koord1", "/gjennomforing", "ConfirmReadiness");
        await Do("Fag1", "/evaluering", "ChooseEvaluationForm", ("form", "deltaker6"));
        await Later(40);
        (string, string)[] minutes = [.. Enumerable.Range(0, 6).SelectMany(at => new[] { ($"participants.{at}.kind", "Patient"), ($"participants.{at}.minutes", at == 5 ? "" : "120") })];
        await Do("Fag1", "/gjennomforing", "RecordAttendance-1", [("met.patients", "5"), .. minutes]);
        await Do("Fag1", "/gjennomforing", "WriteDayLog-1", ("oralEvaluation", "Godt"));
        await Do("Br1", "/gjennomforing", "ConfirmDayLog-1");
        await Do("Br1", "/evaluering", "OpenEvaluation");
        await AnswerAnonymously(4);
        await Do("Koord1", "/evaluering", "EnterPaperAnswers", ("v1", "9"), ("v5", "Fra et ark"));
        await Do("Koord1", "/gjennomforing", "FinishCourse", ("noShows", "1"));
        await Do("Koord1", "/gjennomforing", "DeliverCounts");
        await Do("Koord1", "/dokumenter/D21", "SaveDraft", ("pasienter", "5"), ("parorende", "0"), ("fullforte", "5"), ("avvik", "Ingen"), ("medvirkning", "Begge"), ("kostnad", "12 000,50"), ("levert_koding", "true"));
        await Sign("G3", "Fag1", "Br1");
        await Phase("Evaluering");
    }

    async Task AnswerAnonymously(int answers)
    {
        using var fag = await Visitor.As(given, "Fag1");
        using var issued = await fag.Submit($"{sak}/evaluering", "IssueAnswerCodes", ("count", answers.ToString(CultureInfo.InvariantCulture)));
        var links = (await Visitor.Read(issued)).QuerySelectorAll(".hash").Select(link => new Uri(link.TextContent).AbsolutePath).ToList();
        links.Should().HaveCount(answers);
        foreach (var link in links)
        {
            using var participant = Visitor.Nobody(given.Host);
            using var sent = await participant.Submit(link, "Answer", ("v1", "9"), ("v5", "Samtalene"));
            (await Visitor.Read(sent)).Body!.TextContent.Should().Contain("Takk for svaret");
            using var again = await participant.Submit(link, "Answer", ("v1", "1"));
            (await Visitor.Said(again)).Should().Contain("finnes ikke eller er brukt");
        }
    }

    async Task Evaluate()
    {
        await Do("Koord1", "/evaluering", "CloseEvaluation");
        using (var bruker = await Visitor.As(given, "Br2"))
            (await bruker.Page($"{sak}/evaluering")).QuerySelector("table")!.TextContent.Should().Contain("9,00", "five answers may be shown");
        foreach (var who in new[] { "Fag1", "Br1" })
            await Do(who, "/evaluering", "AnswerCollaboration", [.. Enumerable.Range(1, 8).Select(at => ($"rating{at}", "4"))]);
        await Meet("Evaluation", "E1", 2);
        await Do("Br1", "/evaluering", "RecordLearningPoint", ("text", "Samtalene var viktigst"));
        await Do("Fag1", "/evaluering", "AddChangeProposal", ("what", "Mer tid"), ("owner", given["Fag1"]), ("due", Day(100)), ("targetVersion", "2"));
        await Do("Br2", "/evaluering", "Recommend", ("kind", "Continue"), ("runsPerYear", "2"));
        await Do("Koord1", "/dokumenter/D24", "SaveDraft", ("bakgrunn", "B"), ("prosess", "P"), ("program", "P"), ("deltakere", "D"), ("okonomi", "Ø"), ("medvirkning_behov", "Begge"), ("medvirkning_planlegging", "Begge"), ("medvirkning_gjennomforing", "Begge"),
            ("medvirkning_evaluering", "Begge"), ("evaluering", "God"), ("samarbeid", "Godt"), ("endringer", "Én"), ("anbefaling", "fortsette"));
        await Sign("G4", "Br2", "Fag1");
        await Phase("Videreføring");
    }

    async Task Decide()
    {
        await Do("Leder1", "/vedtak", "DecideContinuation", ("outcome", "Permanent"), ("runsPerYear", "2"));
        using var koordinator = await Visitor.As(given, "Koord1");
        var page = await koordinator.Page(sak);
        var task = page.QuerySelector("form[id^=CompleteWorkItem]")!.Id!;
        await Do("Koord1", "", task);
        (await koordinator.Page(sak)).Body!.TextContent.Should().Contain("Saken er avsluttet og kan bare leses.");
        var story = (await koordinator.Page($"{sak}/historikk")).Body!.TextContent;
        story.Should().Contain("opprettet saken").And.Contain("vedtok: fast tilbud").And.Contain("Saken ble avsluttet.");
    }

    async Task Meet(string type, string template, int number)
    {
        await Do("Koord1", "/moter", "PlanMeeting", ("type", type), ("startDate", Day(10)), ("startTime", "13.00"), ("minutes", "90"), ("form", "Physical"), ("place", "Møterom 2"), ("template", template));
        await Do("Koord1", $"/moter/{number}", "CallMeeting");
        await Do("Br2", $"/moter/{number}", "AddAgendaItem", ("text", "Egen tid for pårørende"));
        await Later(10);
        await Do("Koord1", $"/moter/{number}", "HoldMeeting", ("present", given["Fag1"]), ("present", given["Br1"]), ("notified", given["Br2"]));
        await Do("Fag1", $"/moter/{number}", "WriteMinutes", ("items.1.discussion", "Vi snakket"), ("items.1.proposals.0.text", "Egen tid"), ("items.1.decision", "Det blir egen tid"), ("items.1.responsible", given["Fag1"]), ("items.1.due", Day(20)), ("collaboration", "Godt"));
        await Do("Br2", $"/moter/{number}", "CommentMinutes", ("text", "Takk"));
        await Do("Br1", $"/moter/{number}", "ConfirmMinutes");
        await Do("Fag2", $"/moter/{number}", "ConfirmMinutes");
    }

    async Task Sign(string gate, params string[] signers)
    {
        await Do("Koord1", $"/godkjenninger/{gate}", "FreezePackage");
        foreach (var who in signers) await Do(who, $"/godkjenninger/{gate}", "GiveSignOff");
    }

    (string, string)[] Programme() =>
    [
        ("gjor", "lagre"), ("samlinger.0.date", Day(40)), ("samlinger.0.start", "09:00"), ("samlinger.0.place", "Rom 2"), ("samlinger.0.form", "Fysisk"), ("leaders.0.member", given["Fag1"]), ("leaders.1.member", given["Br1"]),
        .. Item(0, "09:00", 20, "Velkommen", "Felles", "Fag1", "expectations"), .. Item(1, "09:20", 40, "Fag", "Fag", "Fag1", "followUp"), .. Item(2, "10:00", 15, "Pause", "Pause", "", ""),
        .. Item(3, "10:15", 30, "Min historie", "Erfaring", "Br1", "mestring"), .. Item(4, "10:45", 20, "Samtale", "Erfaringsutveksling", "Br1", ""), .. Item(5, "11:05", 10, "Runde", "Felles", "Fag1", "oralEvaluation"),
    ];

    IEnumerable<(string, string)> Item(int at, string start, int minutes, string title, string type, string who, string mark)
    {
        var row = $"samlinger.0.items.{at}";
        yield return ($"{row}.start", start);
        yield return ($"{row}.minutes", minutes.ToString(CultureInfo.InvariantCulture));
        yield return ($"{row}.title", title);
        yield return ($"{row}.type", type);
        yield return ($"{row}.method", "Samtale");
        if (who.Length > 0) yield return ($"{row}.responsible.0.member", given[who]);
        if (mark.Length > 0) yield return ($"{row}.{mark}", "true");
    }

    async Task Do(string who, string page, string form, params (string, string)[] typed)
    {
        using var visitor = await Visitor.As(given, who);
        using var answer = await visitor.Submit(sak + page, form, typed);
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther, $"{who} sends {form} on {page}: {await Visitor.Said(answer)}");
    }

    async Task Phase(string name)
    {
        using var koordinator = await Visitor.As(given, "Koord1");
        (await koordinator.Page(sak)).QuerySelector("#spor [aria-current=step] strong")!.TextContent.Should().Be(name);
    }

    async Task Later(int days)
    {
        given.Host.Clock.MoveTo(given.Host.Clock.GetUtcNow().AddDays(days).Date.AddHours(15));
        await given.Host.Services.GetRequiredService<DueTimers>().Fire(CancellationToken.None);
    }

    string Day(int days) => OsloTime.Date(given.Host.Clock.GetUtcNow()).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
