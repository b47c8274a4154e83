using System.Globalization;
using LmsWorkflow.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>Six people take a new tilbud the whole way as the inbox leads them: every task there is a link to a page where it can be done, and only what a page shows can be filled in or pressed.</summary>
public sealed class LedByTheInboxTests : IAsyncLifetime
{
    const string Monday = "2026-01-05", Sunday = "2026-01-04";
    const string Title = "Mestringskurs for nye med MS";

    readonly List<Walker> people = [];
    ScenarioHost host = null!;
    Walker koord = null!, leder = null!, fag = null!, fag2 = null!, bruker = null!, relative = null!;
    string sak = "";
    bool hurried;

    public async ValueTask InitializeAsync()
    {
        host = await ScenarioHost.Start("sqlite", default);
        await host.Run(ScenarioReader.ReadFile(Path.Combine(WorkedExamplesTests.Folder, "example-a.scenario")) with { Steps = [] }, default);
        await At(Monday + " 09:00");
        koord = Somebody("Kari Koordinator");
        leder = Somebody("Lise Klinikkleder");
        fag = Somebody("Frida Parkinsonsykepleier");
        fag2 = Somebody("Finn Fysioterapeut");
        bruker = Somebody("Berit Brukerrepresentant");
        relative = Somebody("Bjørn Pårørenderepresentant");
    }

    public async ValueTask DisposeAsync()
    {
        people.ForEach(walker => walker.Dispose());
        await host.DisposeAsync();
    }

    /// <param name="withinADay">As somebody who tries the demonstration: meetings are called and held, and the course is given, on the day the need is reported.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_new_tilbud_goes_from_reported_need_to_decided_continuation_led_by_the_inbox(bool withinADay)
    {
        hurried = withinADay;
        await TheNeedIsReportedAndAnchored();
        await TheGroupIsMadeAndKnowsItsRoles();
        await TheNeedIsAssessedTogether();
        await ThePlanIsMadeTogether();
        await TheCourseIsHeld();
        await ItIsEvaluatedTogether();
        await TheLeaderDecidesAndTheCaseIsClosed();
    }

    async Task TheNeedIsReportedAndAnchored()
    {
        await koord.Go("/");
        await koord.Follow("Ny sak");
        await koord.Form("Registrer behovet")
            .With("Hva skal tilbudet hete?", Title).Choose("Hvem melder behovet?", "Brukerorganisasjon", "Fagperson")
            .With("Hvem er tilbudet for?", "Voksne som nylig har fått MS, og deres nærmeste").With("Behovet med egne ord", "Mange spør etter et sted å lære og møte andre.")
            .Choose("Hvem skal delta?", "Pasienter", "Pårørende").Choose("Hva slags tilbud er det?", "Diagnosespesifikt")
            .With("Lærings- og mestringssenter", "LMS Fjordkysten").Choose("Hvilke enheter skal eie tilbudet?", "Nevrologisk avdeling").Send();
        koord.Sees("Behovet er registrert");
        sak = new Uri(koord.Address).AbsolutePath;

        await koord.TakeUp("Avklar engasjement på begge sider", Title);
        await koord.Form("Registrer kontakten").Choose("Hvilken side", "Brukersiden").With("Navn eller organisasjon", "Lokallaget").Send();
        await koord.Form("Registrer kontakten").Choose("Hvilken side", "Fagsiden").With("Navn eller organisasjon", "Nevrologen").Send();
        await koord.TakeUp("Sjekk tilbud som finnes", Title);
        await koord.Form("Lagre utkastet").With("Hvor har dere sett etter tilbud?", "Egen oversikt og kommunene").With("Hva fant dere?", "Ingen").Choose("Konklusjon", "Lage et nytt tilbud").Send();

        await leder.TakeUp("Forankre tilbudet", Title);
        await leder.Form("Forankre saken")
            .With("Formål", "Deltakerne skal mestre hverdagen bedre").With("Pasientforløpet tilbudet hører til", "MS-forløpet").With("Timer til fagansvarlig og gruppeledere", "60")
            .With("Ramme i kroner", "20000").With("Av rammen til brukermedvirkning", "10 000").With("Til", "2027-06-30").With("Målet er et fast tilbud", true).Send();
        await Phase("Behovsvurdering");
    }

    async Task TheGroupIsMadeAndKnowsItsRoles()
    {
        await At("2026-01-06 09:00");
        await koord.TakeUp("Etabler arbeidsgruppe", Title);
        await Appoint("Frida", "Fagperson", "Fagansvarlig");
        await Appoint("Finn", "Fagperson", "Faglig bidrag");
        await Appoint("Berit", "Brukerrepresentant", "På vegne av en gruppe", "Egen erfaring");
        await Appoint("Bjørn", "Brukerrepresentant", "På vegne av en gruppe", "Erfaring som pårørende");

        await koord.TakeUp("Avklar roller og taushetsplikt", Title);
        foreach (var at in new[] { 0, 1 })
            await koord.Form("Send rolleavklaringen", at).With("Oppgaven", "Være med i gruppen").With("Dette er ikke oppgaven", "Gi råd om behandling").With("Forventet tidsbruk og datoer", "Tre møter og én kursdag")
                .With("Forberedelse, støtte og samtale etterpå", "Kontaktperson").With("Honorar, reise og tapt arbeidsfortjeneste", "Etter satsene").Send();
        foreach (var representative in new[] { bruker, relative })
        {
            await representative.TakeUp("Avklar roller og taushetsplikt", Title);
            await representative.Press("Godta rolleavklaringen");
            await representative.Press("Godta taushetserklæringen");
        }
    }

    async Task TheNeedIsAssessedTogether()
    {
        await bruker.TakeUp("Skriv behovsvurderingen sammen", Title);
        await bruker.Form("Lagre utkastet").With("Erfaringskunnskap", "Vi trenger å møte andre og forstå sykdommen").Send();
        await fag.TakeUp("Skriv behovsvurderingen sammen", Title);
        await fag.Form("Lagre utkastet").With("Fagkunnskap", "Tidlig kunnskap gir bedre mestring").With("Tilbud som finnes", "Ingen i nærheten").With("Likeverdig tilgang", "Dagtid, tolk ved behov")
            .With("Anbefaling med begrunnelse", "Et diagnosespesifikt kurs").Send();
        await BothSidesSign("G1", "Godkjenn behovsvurderingen");
        await Phase("Planlegging");
    }

    async Task ThePlanIsMadeTogether()
    {
        await At("2026-01-13 09:00");
        await Meeting("Planleggingsmøte", "2026-01-16", "Oppstart", "Hold planleggingsmøte");
        await koord.TakeUp("Skriv mandat, kursplan og evalueringsplan", Title);
        await koord.Follow("Mandat");
        await koord.Form("Lagre utkastet").With("Formål", "Lage kurset").With("Hva gruppen skal gjøre", "Planlegge og evaluere").With("Medlemmer", "To fra hver side").With("Slik bestemmer vi", "Vi blir enige")
            .With("Møteplan", "Tre møter").Send();
        await fag.TakeUp("Skriv mandat, kursplan og evalueringsplan", Title);
        await fag.Follow("Kursplan");
        await WritePlan(fag.Form("Lagre utkastet")).Send();
        await fag.Go(sak + "/dokumenter");
        await fag.Follow("Evalueringsplan");
        await fag.Form("Lagre utkastet").Choose("Skjema til deltakerne", "").With("Når evaluerer vi?", "Siste time").With("Anonymitet", "Engangslenker").With("Hvem oppsummerer?", "Én fra hver side").Send();
        await bruker.TakeUp("Lag programmet sammen", Title);
        await WriteProgramme(bruker);
        await koord.TakeUp("Sett opp budsjettet", Title);
        await WriteBudget(koord);
        await relative.TakeUp("Skriv kunngjøringen", Title);
        await relative.Form("Lagre utkastet").With("Tittel", Title).With("Hvem er kurset for?", "Deg som nylig har fått MS").With("Hva får du ut av kurset?", "Kunnskap og fellesskap").With("Datoer og klokkeslett", "Tirsdag")
            .With("Sted", "Sykehuset").With("Tilgjengelighet", "Trinnfritt").With("Pris", "Egenandel").With("Henvisning", "Fra fastlegen").With("Slik melder du deg på", "Send henvisning")
            .With("Påmeldingsfrist", hurried ? Sunday : "2026-02-20").With("Kontakt", "LMS Fjordkysten").Send();
        await TheRepresentativeAsksForAChange();
        await BothSidesSign("G2", "Godkjenn kursplanen");
        await leder.TakeUp("Godkjenn budsjettet", Title);
        await leder.Press("Godkjenn budsjettet");
        await bruker.TakeUp("Les og godta kunngjøringen", Title);
        await bruker.Press("Godta kunngjøringen");
        await Phase("Gjennomføring");
    }

    async Task TheRepresentativeAsksForAChange()
    {
        await koord.TakeUp("Klargjør til godkjenning", Title);
        await koord.Press("Bekreft at alt er med, og lås teksten");
        await fag.TakeUp("Godkjenn kursplanen", Title);
        await fag.Press("Godkjenn versjon 1");
        await relative.TakeUp("Godkjenn kursplanen", Title);
        await relative.Form("Send teksten tilbake").With("Hva bør endres?", "De nærmeste trenger mer tid til samtale.").Send();
        await bruker.TakeUp("Bearbeid teksten sammen", Title);
        bruker.Sees("De nærmeste trenger mer tid til samtale.");
        await bruker.Go(sak + "/program");
        await bruker.Form("Lagre programmet").With("Minutter", "45", 3).With("Kl.", "11:05", 4).Send();
    }

    async Task TheCourseIsHeld()
    {
        await At("2026-01-26 10:00");
        await koord.TakeUp("Kunngjør kurset", Title);
        await koord.Form("Kunngjør kurset").With("Påmeldingsfrist", hurried ? Sunday : "2026-02-20").With("Minste antall deltakere", "6").With("Antall plasser", "12").With("Kurset skal kodes for NPR", true).Send();
        await koord.Follow("Se invitasjonen");
        await At("2026-02-23 10:00");
        await koord.TakeUp("Ta imot påmeldinger", Title);
        await koord.Form("Registrer antallet").With("Pasienter", "5").With("Pårørende", "3").Send();
        await koord.TakeUp("Klargjør kurset", Title);
        await koord.Follow("Gå til sjekklisten");
        await koord.Form("Lagre utkastet").Choose("Klart til kurset", "Rom", "Materiell", "Bevertning", "Innledere", "Brukerrepresentantene", "Deltakerne", "Tolk", "Evalueringsskjema").Send();
        await koord.TakeUp("Klargjør kurset", Title);
        await koord.Press("Bekreft at alt er klart");

        await At("2026-03-03 15:30");
        await fag.TakeUp("Gjennomfør samlingene", Title);
        await fag.Form("Lagre oppmøtet").With("Pasienter", "5").With("Pårørende", "3").Send();
        await fag.Form("Lagre dagsloggen").With("Hva sa deltakerne i den muntlige evalueringen?", "Godt å møte andre").Send();
        await bruker.TakeUp("Gjennomfør samlingene", Title);
        await bruker.Press("Bekreft dagsloggen");
        await fag.Go(sak + "/evaluering");
        await fag.Press("Åpne skjemaet for svar");
        await fag.Form("Lag engangslenker").With("Hvor mange lenker", "6").Send();
        await ParticipantsAnswer([.. fag.Page.QuerySelectorAll("#lenker ~ ol .hash, ol.missing .hash").Select(link => new Uri(link.TextContent).PathAndQuery)]);

        await koord.Go(sak + "/gjennomforing");
        await koord.Form("Avslutt kurset").With("Pasienter", "5").With("Pårørende", "3").With("Pasienter", "5", 1).With("Pårørende", "2", 1).With("Påmeldte som ikke møtte", "1").Send();
        await koord.Press("Meld at tallene er levert til kodeansvarlig");
        await koord.TakeUp("Skriv oversikt over gjennomføringen", Title);
        await koord.Form("Lagre utkastet").With("Pasienter som deltok", "5").With("Pårørende som deltok", "3").With("Avvik fra planen", "Planen ble fulgt").With("Hvem fra hver side var med?", "Én kursleder fra hver side")
            .With("Kostnad i kroner", "12 500,50").Send();
        await BothSidesSign("G3", "Bekreft gjennomføringen");
        await Phase("Evaluering");
    }

    async Task ParticipantsAnswer(IReadOnlyList<string> links)
    {
        links.Should().HaveCount(6);
        foreach (var link in links)
        {
            using var participant = new Walker(host.Address);
            await participant.Go(link);
            var form = participant.Form("Send svaret");
            form.Choose(Walker.Squeezed(participant.Page.QuerySelector("fieldset legend")!.TextContent), "8");
            await form.Send();
            participant.Sees("Takk for svaret");
        }

        using var again = new Walker(host.Address);
        await again.Go(links[0]);
        var second = again.Form("Send svaret");
        second.Choose(Walker.Squeezed(again.Page.QuerySelector("fieldset legend")!.TextContent), "1");
        await second.Try();
        again.Refusals.Should().Contain("finnes ikke eller er brukt", "one link is one answer");
    }

    async Task ItIsEvaluatedTogether()
    {
        await koord.TakeUp("Lukk deltakerevalueringen", Title);
        await koord.Form("Lagre papirsvaret").Try();
        koord.Refusals.Should().Contain("Svar på minst ett spørsmål");
        await koord.Form("Lagre papirsvaret").Choose(EvaluationForms.Find("v1")!.Text.Nb, "5").Send();
        await koord.Press("Lukk skjemaet");
        await bruker.Go(sak + "/evaluering");
        bruker.Sees("87,5 %");
        bruker.Sees("(1 på papir)");
        bruker.Sees("7,57");
        await Meeting("Evalueringsmøte", "2026-03-17", "Evaluering", "Hold evalueringsmøte");
        foreach (var member in new[] { fag, bruker })
        {
            await member.TakeUp("Svar på samarbeidsevalueringen", Title);
            var form = member.Form("Send svaret");
            foreach (var statement in CollaborationStatements.All) form.Choose(statement.Nb, "4");
            await form.Send();
        }

        await bruker.Form("Lagre læringspunktet").With("Hva lærte dere?", "Mer tid til samtale ga mer").Send();
        await fag.Form("Foreslå endringen").With("Hva skal endres?", "Send spørreskjema før kurset").With("Ansvarlig", "Frida").With("Frist", "2026-08-01").Send();
        await fag.Form("Lagre anbefalingen").Choose("Vi anbefaler å", "Fortsette").With("Ganger i året", "2").Send();
        await fag.TakeUp("Skriv kursrapporten sammen", Title);
        await fag.Form("Lagre utkastet").With("Bakgrunn", "Meldt behov").With("Slik arbeidet vi", "Sammen").With("Programmet", "Én dag").With("Deltakere", "8 deltok").With("Økonomi", "Innenfor rammen")
            .With("I behovsvurderingen", "Begge sider skrev").With("I planleggingen", "Begge sider planla").With("I gjennomføringen", "Én kursleder fra hver side").With("I evalueringen", "Begge sider evaluerte")
            .With("Hva deltakerne sa", "8 i snitt").With("Samarbeidet", "Godt").With("Endringer til neste gang", "Én endring").Choose("Anbefaling", "Fortsette").Send();
        await BothSidesSign("G4", "Godkjenn kursrapporten");
        await Phase("Videreføring");
    }

    async Task TheLeaderDecidesAndTheCaseIsClosed()
    {
        await leder.TakeUp("Vedta videreføring", Title);
        await leder.Form("Fatt vedtaket").Choose("Hva vedtar du?", "Fast tilbud").With("Ganger i året", "2").Send();
        await koord.TakeUp("Følg opp deltakerne og takk gruppen", Title);
        await koord.Press("Meld ferdig: Følg opp deltakerne og takk gruppen");
        await bruker.Go(sak + "/vedtak");
        bruker.Sees("Fast tilbud, 2 ganger i året");
        await bruker.Go(sak);
        bruker.Sees("Saken er avsluttet og kan bare leses.");
        foreach (var told in new[] { "opprettet saken", "Svar fra engangslenker: 6.", "vedtok: fast tilbud", "Saken ble avsluttet." })
        {
            await bruker.Go(sak + "/historikk?q=" + Uri.EscapeDataString(told));
            bruker.Page.QuerySelectorAll(".timeline li").Should().Contain(line => line.TextContent.Contains(told, StringComparison.Ordinal));
        }

        foreach (var person in people)
        {
            await person.Go("/");
            person.Text.Should().NotContain(Title, "a closed case waits for nobody");
        }
    }

    async Task Appoint(string name, string side, string assignment, string? perspective = null)
    {
        var form = koord.Form("Oppnevn personen").With("Person", name).Choose("Side", side).With("Oppdrag", assignment);
        if (perspective is not null) form.With("Hvilken erfaring brukerrepresentanten har", perspective).With("Kontaktperson blant de ansatte", "Frida").With("Hvordan fant dere brukerrepresentanten", "Brukerorganisasjon");
        await form.Send();
    }

    /// <summary>Called today with too short notice for the date; the representatives say yes, and both sides meet.</summary>
    async Task Meeting(string type, string date, string agenda, string task)
    {
        await koord.TakeUp(task, Title);
        await koord.Form("Planlegg møtet").Choose("Hva slags møte", type).With("Dato", Day(date)).With("Klokkeslett", "12:00").Choose("Hvordan møtes dere", "Fysisk").With("Sted eller lenke", "Møterom 1").With("Saksliste", agenda).Send();
        await koord.Follow(koord.Page.QuerySelectorAll("#motene a").Select(link => link.TextContent).First(title => title.StartsWith(type, StringComparison.Ordinal)));
        await koord.Press("Kall inn alle");
        var meeting = new Uri(koord.Address).AbsolutePath;
        foreach (var representative in new[] { bruker, relative })
        {
            await representative.Go(meeting);
            if (!representative.Has("Si ja til kort frist")) continue;
            await representative.TakeUp("Svar på om du godtar kort frist for et møte", Title);
            await representative.Press("Si ja til kort frist");
        }

        if (!hurried)
        {
            await relative.Go(meeting);
            await relative.Form("Foreslå saken").With("Foreslå en sak", "Egen tid for pårørende").Send();
        }

        await At(date + " 14:00");
        await koord.Go(meeting);
        await koord.Form("Registrer oppmøtet").Choose("Hvem møtte", "Frida", "Finn", "Berit", "Kari").Choose("Hvem meldte forfall", "Bjørn").Send();
        await koord.Form("Lagre referatet").With("Vedtak", "Vi går videre", 1).With("Frist", "neste fredag", 1).Try();
        koord.Refusals.Should().Contain("Vi forstår ikke det som står i feltet", "a date nobody can read is not left out in silence");
        await koord.Form("Lagre referatet").With("Drøfting i korthet", "God runde", 1).With("Forslag fra brukersiden", "Mer tid til samtale", 1).With("Ansvarlig", "Kari", 1).With("Frist", Day(date), 1).Send();
        await relative.Go(meeting);
        await relative.Form("Send kommentaren").With("Kommentar fra deg som ikke var der", "Takk for at dere tok det opp").Send();
        foreach (var member in new[] { fag, bruker })
        {
            await member.Go(meeting);
            await member.Press("Bekreft referatet");
        }

        bruker.Sees("Gyldig, referatet er bekreftet");
        bruker.Sees("Ansvarlig: Kari Koordinator");
        foreach (var said in new[] { "Mer tid til samtale", "Takk for at dere tok det opp" }) bruker.Sees(said);
        if (!hurried) bruker.Sees("Egen tid for pårørende");
    }

    async Task BothSidesSign(string gate, string task)
    {
        await koord.TakeUp(gate == "G2" ? "Bearbeid teksten sammen" : "Klargjør til godkjenning", Title);
        koord.Page.QuerySelector("#svarene")!.TextContent.Should().NotContain("Ingenting akkurat nå", "the koordinator is the one we wait for");
        await koord.Press("Bekreft at alt er med, og lås teksten");
        foreach (var member in new[] { fag, bruker })
        {
            if (gate == "G4" && member == bruker && !hurried) await TheKoordinatorAsksWhyNothingHappens();
            await member.TakeUp(task, Title);
            member.Address.Should().EndWith($"/godkjenninger/{gate}");
            await member.Press(gate == "G2" ? "Godkjenn versjon 2" : "Godkjenn versjon 1");
        }
    }

    /// <summary>Three weeks without the other side's answer approve nothing; the koordinator is asked to make contact, and says when it is done.</summary>
    async Task TheKoordinatorAsksWhyNothingHappens()
    {
        await At("2026-04-10 09:00");
        await Phase("Evaluering");
        await koord.TakeUp("Ta kontakt på annen måte", Title);
        await koord.Press("Meld ferdig: Ta kontakt på annen måte");
    }

    static FormOnPage WritePlan(FormOnPage form)
    {
        form.With("Hvem kurset er for", "Voksne med ny MS").With("Hva deltakerne skal få ut av kurset", "Kunnskap og trygghet").With("Hva deltakerne skal mestre", "Hverdagen").With("Tid, sted og form", "Én dag på sykehuset")
            .With("Tema og rekkefølge", "Sykdommen, hverdagen, veien videre").With("Arbeidsmåter", "Innlegg og samtale").With("Hvordan vi finner ut om det hjalp", "Muntlig og skriftlig").With("Hva skjer etterpå?", "Likepersoner")
            .With("Hva kan gå galt?", "Få påmeldte");
        foreach (var ground in new[] { "Alder", "Kjønn", "Bosted og reise", "Språk og etnisitet", "Funksjonsevne", "Diagnose og tilstand" })
            form.Choose(ground, "Vi har tenkt gjennom dette").With($"{ground}: hva dere gjør, eller hvorfor det ikke er relevant", "Vi tilpasser oss den enkelte");
        return form;
    }

    async Task WriteProgramme(Walker who)
    {
        if (!who.Page.QuerySelectorAll("fieldset legend").Any(legend => legend.TextContent == "Samling 1")) await who.Press("Legg til en samling");
        (string Start, int Minutes, string Title, string Type, string? First, string? Second, string[] Marks)[] items =
        [
            ("09:00", 20, "Velkommen", "Felles", "Frida", "Berit", ["Forventninger og grupperegler"]), ("09:20", 45, "Hva er MS?", "Faginnlegg", "Frida", null, []), ("10:05", 15, "Pause", "Pause", null, null, []),
            ("10:20", 30, "Min hverdag", "Erfaringsinnlegg", "Berit", null, ["Mestring"]), ("10:50", 40, "Samtale", "Erfaringsutveksling", "Frida", "Berit", []),
            ("11:45", 30, "Veien videre og avslutning", "Felles", "Frida", "Berit", ["Muntlig evaluering", "Veien videre"]),
        ];
        while (who.Page.QuerySelectorAll("ol.programme > li").Length < items.Length) await who.Press("Legg til en post i samling 1");
        var form = who.Form("Lagre programmet").With("Dato", Day("2026-03-03")).With("Oppmøte", "09:00").With("Sted", "Kursrommet").With("Form", "Fysisk").With("Første kursleder", "Frida").With("Andre kursleder", "Berit");
        foreach (var (item, at) in items.Select((item, at) => (item, at)))
        {
            form.With("Kl.", item.Start, at).With("Minutter", item.Minutes, at).With("Tittel", item.Title, at).With("Type", item.Type, at);
            if (item.First is { } first) form.With("Ansvarlig", first, at).With("Metode", "Samtale", at);
            if (item.Second is { } second) form.With("Sammen med", second, at);
            foreach (var mark in item.Marks) form.With(mark, true, at);
        }

        await form.Send();
    }

    static async Task WriteBudget(Walker who)
    {
        while (who.Page.QuerySelectorAll("ol.programme > li").Length < 2) await who.Press("Legg til en linje");
        await who.Form("Lagre budsjettet")
            .With("Type", "Honorar").With("Hva", "Honorar til representantene").With("Antall", "2").With("Kroner per", "5000,00").With("For", "Brukersiden")
            .With("Type", "Bevertning", 1).With("Hva", "Lunsj", 1).With("Antall", "12", 1).With("Kroner per", "165", 1).Send();
    }

    async Task Phase(string phase)
    {
        await koord.Go(sak);
        koord.Page.QuerySelector("#spor [aria-current=step]")!.TextContent.Should().Contain(phase, koord.Text);
    }

    string Day(string planned) => hurried ? Monday : planned;

    async Task At(string time)
    {
        if (hurried) return;
        var parsed = DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        host.Clock.MoveTo(OsloTime.At(DateOnly.FromDateTime(parsed), TimeOnly.FromDateTime(parsed)));
        await host.Services.GetRequiredService<DueTimers>().Fire(default);
    }

    Walker Somebody(string name)
    {
        var walker = new Walker(host.Address, name);
        people.Add(walker);
        return walker;
    }
}
