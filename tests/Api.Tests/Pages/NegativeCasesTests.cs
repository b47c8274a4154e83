using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>The negative cases of the domain notes (§7.4) through the pages: refused with the right sentence, nothing typed is lost, nothing happens.</summary>
public sealed class NegativeCasesTests(PageCases cases) : IClassFixture<PageCases>
{
    Task<GivenCase> At(string mark) => cases.Fresh(mark);

    [Fact]
    public async Task N1_Same_person_cannot_be_appointed_to_the_other_side_too()
    {
        var given = await At("frozen");
        using var koordinator = await Visitor.As(given, "Koord1");
        using var answer = await koordinator.Submit($"/saker/{given.Id}/arbeidsgruppe", "AppointMember",
            ("person", given["Br1"]), ("side", "Fag"), ("assignment", "Fagbidrag"), ("from", "2025-12-01"), ("to", "2026-12-31"), ("contactPerson", ""));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Visitor.Said(answer)).Should().Contain("Samme person kan bare ha én rolle i en sak");
    }

    [Fact]
    public async Task N2_Koordinator_cannot_sign_for_an_absent_brukerrepresentant()
    {
        var given = await At("frozen");
        var path = $"/saker/{given.Id}/godkjenninger/G2";
        using var koordinator = await Visitor.As(given, "Koord1");
        var page = await koordinator.Page(path);
        page.GetElementById("GiveSignOff").Should().BeNull("the page offers no such button");
        var gate = await given.Read("Koord1", "cases/{sak}/gates/G2");
        using var answer = await koordinator.Send(path, page, ("handling", "GiveSignOff"), ("skjema", "GiveSignOff"), ("gate", "G2"),
            ("package", gate.GetProperty("currentPackage").ToString()), ("packageHash", gate.GetProperty("packageHash").GetString()!));

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await Visitor.Said(answer)).Should().Contain("aldri på vegne av andre");
    }

    [Fact]
    public async Task N3_Editing_the_programme_after_G2_makes_a_new_version_and_closes_the_gate_again()
    {
        var given = await At("planned");
        using var fag = await Visitor.As(given, "Fag1");
        var page = await fag.Page($"/saker/{given.Id}/program");
        page.Body!.TextContent.Should().Contain("begge må godkjenne på nytt");
        var fields = page.QuerySelectorAll("#SaveDraft input[type=hidden], #SaveDraft input[type=text], #SaveDraft input[type=date], #SaveDraft input[type=time], #SaveDraft input[checked], #SaveDraft select option[selected]")
            .Select(field => (Name: field.GetAttribute("name") ?? field.ParentElement!.GetAttribute("name")!, Value: field.GetAttribute("value") ?? ""))
            .Where(field => field.Name is not ("gjor" or "__RequestVerificationToken"))
            .Select(field => field.Name == "samlinger.0.items.0.title" ? (field.Name, "Velkommen til kurs") : field);
        using var answer = await fag.Send($"/saker/{given.Id}/program", page, [.. fields, ("gjor", "lagre")]);

        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(answer));
        (await given.Read("Koord1", "cases/{sak}")).GetProperty("phase").GetString().Should().Be("Planning");
        (await fag.Page($"/saker/{given.Id}/historikk")).Body!.TextContent.Should().Contain("ble åpnet igjen fordi et godkjent dokument ble endret");
    }

    [Fact]
    public async Task N4_No_deadline_and_no_silence_opens_a_gate_and_the_page_says_who_is_missing()
    {
        var given = await At("frozen");
        var path = $"/saker/{given.Id}/godkjenninger/G2";
        using var fag = await Visitor.As(given, "Fag1");
        using var signed = await fag.Submit(path, "GiveSignOff");
        signed.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(signed));

        for (var day = 0; day < 40; day++)
        {
            given.Host.Clock.MoveTo(given.Host.Clock.GetUtcNow().AddDays(1));
            await given.Host.Services.GetRequiredService<DueTimers>().Fire(CancellationToken.None);
        }

        // whoever was signed in forty days ago must sign in again
        using var again = await Visitor.As(given, "Fag1");
        (await again.Page($"/saker/{given.Id}")).GetElementById("manglene")!.TextContent.Should().Contain("Godkjenning fra en brukerrepresentant mangler");
        (await given.Read("Koord1", "cases/{sak}")).GetProperty("phase").GetString().Should().Be("Planning");
        using var bruker = await Visitor.As(given, "Br1");
        (await bruker.Page(path)).GetElementById("GiveSignOff").Should().NotBeNull("the brukerrepresentant can still sign");
    }

    [Fact]
    public async Task N5_Announcing_before_the_gate_and_an_announcement_read_by_a_brukerrepresentant_is_refused()
    {
        var given = await At("before-announcement-read");
        using var koordinator = await Visitor.As(given, "Koord1");
        var page = await koordinator.Page($"/saker/{given.Id}/gjennomforing");
        page.GetElementById("AnnounceCourse").Should().BeNull("the page offers it only when it can be done");
        using var answer = await koordinator.Send($"/saker/{given.Id}/gjennomforing", page, ("handling", "AnnounceCourse"), ("skjema", "AnnounceCourse"),
            ("registrationDeadline", "2026-02-06"), ("minimum", "8"), ("maximum", "16"));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Visitor.Said(answer)).Should().Contain("brukerrepresentant").And.Contain("kunngjøringen");
    }

    [Fact]
    public async Task N6_A_programme_with_only_professional_items_says_what_is_missing_and_cannot_be_frozen()
    {
        var given = await At("needs-assessed");
        using var fag = await Visitor.As(given, "Fag1");
        using var saved = await fag.Submit($"/saker/{given.Id}/program", "SaveDraft", ("gjor", "lagre"), ("samlinger.0.date", "2026-03-10"), ("samlinger.0.form", "Fysisk"),
            ("samlinger.0.items.0.start", "09:00"), ("samlinger.0.items.0.minutes", "45"), ("samlinger.0.items.0.title", "Hva er Parkinsons sykdom?"), ("samlinger.0.items.0.type", "Fag"),
            ("samlinger.0.items.0.responsible.0.member", given["Fag1"]), ("samlinger.0.items.0.method", "Innlegg"));
        saved.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(saved));
        var totals = (await fag.Page($"/saker/{given.Id}/program")).GetElementById("tall")!.TextContent;
        totals.Should().Contain("Erfaringsinnlegg: mangler").And.Contain("Erfaringsutveksling: mangler").And.Contain("45 min");

        using var koordinator = await Visitor.As(given, "Koord1");
        using var frozen = await koordinator.Submit($"/saker/{given.Id}/godkjenninger/G2", "FreezePackage");
        frozen.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Visitor.Said(frozen)).Should().Contain("erfaring");
    }

    [Fact]
    public async Task N7_Minutes_are_never_deleted_and_a_correction_stands_beside_them()
    {
        var given = await At("needs-assessed");
        var path = $"/saker/{given.Id}/moter/1";
        using var bruker = await Visitor.As(given, "Br1");
        var page = await bruker.Page(path);
        using var deleted = await bruker.Send(path, page, ("handling", "DeleteMinutes"), ("meeting", "1"));
        deleted.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var rewritten = await bruker.Send(path, page, ("handling", "WriteMinutes"), ("skjema", "WriteMinutes"), ("meeting", "1"), ("items.1.item", "1"), ("items.1.discussion", "Noe helt annet"));
        rewritten.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Visitor.Said(rewritten)).Should().Contain("Legg til en rettelse i stedet");

        using var noted = await bruker.Submit(path, "AddMinutesNote", ("text", "Møtet begynte kl. 13.15."));
        noted.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await bruker.Page(path)).Body!.TextContent.Should().Contain("Rettelse fra").And.Contain("Møtet begynte kl. 13.15.");
    }

    [Fact]
    public async Task N11_When_the_last_brukerrepresentant_leaves_every_gate_says_so_and_history_stands()
    {
        var given = await At("frozen");
        foreach (var who in new[] { "Br1", "Br2" })
        {
            using var leaving = await Visitor.As(given, who);
            using var answer = await leaving.Submit($"/saker/{given.Id}/arbeidsgruppe", "WithdrawFromGroup");
            answer.Headers.Location!.ToString().Should().StartWith("/?ok=", "whoever withdrew no longer reads the case");
            using var gone = await leaving.Get($"/saker/{given.Id}");
            gone.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        }

        using var koordinator = await Visitor.As(given, "Koord1");
        (await koordinator.Page($"/saker/{given.Id}")).GetElementById("manglene")!.TextContent.Should().Contain("Det er ingen brukerrepresentant i arbeidsgruppen");
        (await koordinator.Page($"/saker/{given.Id}/historikk")).Body!.TextContent.Should().Contain("trakk seg fra arbeidsgruppen");
    }
}
