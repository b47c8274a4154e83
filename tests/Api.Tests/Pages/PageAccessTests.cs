using System.Net;

namespace LmsWorkflow.Api.Tests;

/// <summary>Who sees which page, and what comes of bad input: the right status, a plain reason, no details.</summary>
public sealed class PageAccessTests(PageCases cases) : IClassFixture<PageCases>
{
    static readonly string[] CasePages =
        ["", "/arbeidsgruppe", "/dokumenter", "/dokumenter/D12", "/dokumenter/D17", "/godkjenninger/G2", "/moter", "/moter/1", "/program", "/budsjett", "/gjennomforing", "/evaluering", "/vedtak", "/balanse", "/samsvar", "/kart", "/historikk", "/saksmappe", "/avlevering", "/oppbevaring"];

    Task<GivenCase> At(string mark) => cases.At(mark);

    [Theory]
    [InlineData("Koord1", 200)]
    [InlineData("Br1", 200)]
    [InlineData("Fag1", 200)]
    [InlineData("Leder1", 200)]
    [InlineData("Rev", 200)]
    [InlineData("Stranger", 403)]
    [InlineData("Admin", 403)]
    public async Task Each_page_of_a_case_is_open_to_those_in_it_and_to_nobody_else(string who, int status)
    {
        var given = await At("needs-assessed");
        using var visitor = await Visitor.As(given, who);
        foreach (var page in CasePages)
        {
            using var answer = await visitor.Get($"/saker/{given.Id}{page}");
            ((int)answer.StatusCode).Should().Be(status, $"{who} opens {page}");
            var text = await answer.Content.ReadAsStringAsync();
            if (status == 403) text.Should().NotContain("Parkinson", "nothing of the case is told");
        }
    }

    [Fact]
    public async Task Somebody_not_signed_in_is_sent_to_sign_in_and_back_afterwards()
    {
        var given = await At("needs-assessed");
        using var nobody = Visitor.Nobody(given.Host);
        using var sent = await nobody.Get($"/saker/{given.Id}");
        sent.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        sent.Headers.Location!.ToString().Should().Be($"/logg-inn?retur={Uri.EscapeDataString($"/saker/{given.Id}")}");

        var picker = await nobody.Page(sent.Headers.Location.ToString());
        using var back = await nobody.Send("/logg-inn", picker, ("person", given["Br1"]), ("retur", picker.QuerySelector("input[name=retur]")!.GetAttribute("value")!));
        back.Headers.Location!.ToString().Should().Be($"/saker/{given.Id}");
    }

    [Fact]
    public async Task Somebody_signed_out_in_the_middle_of_a_form_is_told_so_and_comes_back_to_it()
    {
        var given = await At("needs-assessed");
        using var nobody = Visitor.Nobody(given.Host);
        using var sent = await nobody.Send($"/saker/{given.Id}/dokumenter/D11", await nobody.Page("/logg-inn"), ("handling", "SaveDraft"), ("skjema", "SaveDraft"));
        var picker = await nobody.Page(sent.Headers.Location!.ToString());

        picker.QuerySelector("[data-interrupted]")!.TextContent.Should().Contain("Du var logget ut da du sendte skjemaet").And.Contain("Ingenting ble lagret");
        picker.QuerySelector("input[name=retur]")!.GetAttribute("value").Should().Be($"/saker/{given.Id}/dokumenter/D11");
        (await nobody.Page("/logg-inn?retur=%2Fsaker")).QuerySelector("[data-interrupted]").Should().BeNull("nothing was interrupted");
    }

    [Fact]
    public async Task R183_The_accessibility_statement_is_open_to_everybody()
    {
        var given = await At("needs-assessed");
        using var nobody = Visitor.Nobody(given.Host);
        using var answer = await nobody.Get("/tilgjengelighet");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Tilgjengelighet");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task Signing_in_never_leads_to_somebody_elses_site(string path)
    {
        var given = await At("needs-assessed");
        using var nobody = Visitor.Nobody(given.Host);
        using var answer = await nobody.Send("/logg-inn", await nobody.Page("/logg-inn"), ("person", given["Br1"]), ("retur", path));
        answer.Headers.Location!.ToString().Should().Be("/");
    }

    [Fact]
    public async Task A_form_without_our_token_is_refused_and_does_nothing()
    {
        var given = await At("frozen");
        using var bruker = await Visitor.As(given, "Br1");
        var before = await given.Version();
        using var answer = await bruker.Post($"/saker/{given.Id}/arbeidsgruppe", new FormUrlEncodedContent([new("handling", "WithdrawFromGroup")]));
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await given.Version()).Should().Be(before);
    }

    [Theory]
    [InlineData("/saker/00000000000000000000000000000000", 404)]
    [InlineData("/saker/ikke-en-sak", 404)]
    [InlineData("{sak}/dokumenter/D99", 404)]
    [InlineData("{sak}/dokumenter/D12?versjon=77", 404)]
    [InlineData("{sak}/dokumenter/D12?versjon=-1", 200)]
    [InlineData("{sak}/godkjenninger/G9", 404)]
    [InlineData("{sak}/godkjenninger/G0", 404)]
    [InlineData("{sak}/moter/0", 404)]
    [InlineData("{sak}/moter/99999999999999", 404)]
    [InlineData("/saker?fase=Ukjent&etter=%00%ff", 200)]
    [InlineData("/finnes/ikke", 404)]
    public async Task What_is_not_there_is_a_page_that_says_so(string path, int status)
    {
        var given = await At("needs-assessed");
        using var visitor = await Visitor.As(given, "Koord1");
        using var answer = await visitor.Get(path.Replace("{sak}", $"/saker/{given.Id}", StringComparison.Ordinal));
        ((int)answer.StatusCode).Should().Be(status);
        (await Visitor.Read(answer)).QuerySelectorAll("h1").Should().ContainSingle();
    }

    [Theory]
    [InlineData("gate", "G99")]
    [InlineData("gate", "")]
    [InlineData("package", "ikke et tall")]
    [InlineData("package", "99999999999999999999")]
    [InlineData("packageHash", "")]
    public async Task Wrong_values_in_a_form_are_told_and_nothing_happens(string field, string value)
    {
        var given = await At("frozen");
        using var bruker = await Visitor.As(given, "Br1");
        var before = await given.Version();
        using var answer = await bruker.Submit($"/saker/{given.Id}/godkjenninger/G2", "GiveSignOff", (field, value));
        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Visitor.Said(answer)).Should().NotBeEmpty();
        (await given.Version()).Should().Be(before);
    }

    [Fact]
    public async Task An_empty_report_of_need_is_told_all_it_lacks_at_once_and_each_line_leads_to_its_field()
    {
        var given = await At("needs-assessed");
        using var koordinator = await Visitor.As(given, "Koord1");
        using var answer = await koordinator.Submit("/saker/ny", "RegisterNeed");
        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.Read(answer);
        var links = page.QuerySelectorAll("#feil a").Select(link => link.GetAttribute("href")![1..]).ToList();

        links.Should().Equal(new[] { "title", "reporters", "targetGroup", "need", "participants", "type", "owners" }.Select(field => $"RegisterNeed-{field}"), "the summary has the order of the form");
        links.Should().OnlyContain(id => page.GetElementById(id) != null);
        page.QuerySelectorAll("#RegisterNeed .fault").Should().HaveCount(7);
    }

    [Theory]
    [InlineData("Koord1", true)]
    [InlineData("Rev", false)]
    [InlineData("Admin", false)]
    [InlineData("Br1", false)]
    public async Task The_menu_offers_to_report_a_need_only_to_those_who_may(string who, bool offered)
    {
        var given = await At("needs-assessed");
        using var visitor = await Visitor.As(given, who);
        ((await visitor.Page("/")).QuerySelector("nav a[href='/saker/ny']") is not null).Should().Be(offered);
    }

    [Fact]
    public async Task A_form_far_too_large_is_refused_with_a_page()
    {
        var given = await At("needs-assessed");
        using var fag = await Visitor.As(given, "Fag1");
        var page = await fag.Page($"/saker/{given.Id}/dokumenter/D11");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await fag.Post($"/saker/{given.Id}/dokumenter/D11", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("handling", "SaveDraft"), new("formal", new string('x', 200_000))]));
        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Text_with_markup_comes_back_as_text()
    {
        var given = await At("needs-assessed");
        using var fag = await Visitor.As(given, "Koord1");
        using var answer = await fag.Submit($"/saker/{given.Id}/moter", "PlanMeeting", ("place", "<script>alert(1)</script>\"'&"), ("minutes", "x"));
        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var html = await answer.Content.ReadAsStringAsync();
        html.Should().NotContain("<script>alert");
        (await Visitor.Read(answer)).GetElementById("PlanMeeting-place")!.GetAttribute("value").Should().Be("<script>alert(1)</script>\"'&");
    }

    [Fact]
    public async Task An_administrator_resolves_what_is_stuck_from_the_list_and_others_do_not_see_it()
    {
        var given = await At("frozen");
        using var administrator = await Visitor.As(given, "Admin");
        using var retried = await administrator.Send("/stopp", await administrator.Page("/stopp"), ("handling", "RetryStuck"), ("skjema", "RetryStuck"), ("sak", given.Id), ("item", "1"));
        retried.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Visitor.Said(retried)).Should().NotBeEmpty("nothing is stuck there");

        using var bruker = await Visitor.As(given, "Br1");
        using var refused = await bruker.Get("/stopp");
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_list_of_cases_says_what_the_case_says()
    {
        var given = await At("frozen");
        using var koordinator = await Visitor.As(given, "Koord1");
        var row = (await koordinator.Page("/saker")).QuerySelector("tbody tr")!.TextContent;
        row.Should().Contain("Godkjenning fra brukersiden").And.Contain("Godkjenning fra fagsiden");
        var listed = (await given.Read("Koord1", "cases")).GetProperty("cases")[0];
        listed.GetProperty("version").GetInt64().Should().Be(await given.Version());
    }

    [Fact]
    public async Task The_answer_form_asks_for_no_sign_in_and_a_made_up_link_shows_no_form()
    {
        var given = await At("needs-assessed");
        using var nobody = Visitor.Nobody(given.Host);
        foreach (var token in new[] { $"{given.Id}-abcdefghjkmn", "x", new string('a', 300) })
        {
            using var answer = await nobody.Get("/svar/" + token);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            (await Visitor.Read(answer)).Body!.TextContent.Should().Contain("Lenken kan ikke brukes");
        }
    }
}
