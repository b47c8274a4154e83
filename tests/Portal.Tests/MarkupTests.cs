using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal.Tests;

/// <summary>What every page owes people who hear it, and people who read nynorsk.</summary>
public sealed partial class MarkupTests
{
    [Fact]
    public async Task Headings_begin_at_one_and_never_skip_a_level()
    {
        foreach (var (name, page) in await All(Language.Nb))
        {
            var levels = page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.TagName[1] - '0').ToList();
            levels.Should().ContainSingle(level => level == 1, name);
            levels.Zip(levels.Skip(1)).Should().NotContain(pair => pair.Second > pair.First + 1, name);
        }
    }

    [Fact]
    public async Task Every_field_has_a_label_and_every_choice_a_legend()
    {
        foreach (var (name, page) in await All(Language.Nb))
        {
            foreach (var field in page.QuerySelectorAll<IHtmlElement>("input:not([type=hidden]),select,textarea"))
                (field.Closest("label") is not null || page.QuerySelector($"label[for='{field.Id}']") is not null).Should().BeTrue($"{name}: {field.OuterHtml}");
            foreach (var choice in page.QuerySelectorAll("input[type=radio]"))
                choice.Closest("fieldset")?.QuerySelector("legend").Should().NotBeNull($"{name}: {choice.OuterHtml}");
        }
    }

    [Fact]
    public async Task Every_form_carries_its_token_its_name_and_a_button_that_is_a_verb()
    {
        foreach (var (name, page) in await All(Language.Nb))
        {
            foreach (var form in page.QuerySelectorAll("form[method=post]"))
            {
                form.QuerySelector("input[name=__RequestVerificationToken]").Should().NotBeNull($"{name}: {form.OuterHtml[..200]}");
                form.QuerySelectorAll("button").Should().NotBeEmpty(name);
            }
        }
    }

    [Fact]
    public async Task Ids_are_unique_and_every_reference_leads_somewhere()
    {
        foreach (var (name, page) in await All(Language.Nb))
        {
            page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key).Should().BeEmpty(name);
            foreach (var element in page.QuerySelectorAll("[aria-labelledby],[aria-describedby]"))
                foreach (var id in $"{element.GetAttribute("aria-labelledby")} {element.GetAttribute("aria-describedby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    page.GetElementById(id).Should().NotBeNull($"{name}: {id}");
        }
    }

    [Fact]
    public async Task No_live_region_holds_a_form()
    {
        foreach (var (name, page) in await All(Language.Nb))
            page.QuerySelectorAll("[data-live] form, [data-live] input, [data-live] textarea, [data-live] select").Should().BeEmpty(name);
    }

    [Fact]
    public async Task No_page_brings_script_or_style_of_its_own()
    {
        foreach (var (name, page) in await All(Language.Nb))
        {
            page.QuerySelectorAll("style, [style], script:not([src])").Should().BeEmpty(name);
            page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).Should().BeEmpty(name);
        }
    }

    [Fact]
    public async Task Tables_have_captions_and_scoped_headers()
    {
        foreach (var (name, page) in await All(Language.Nb))
            foreach (var table in page.QuerySelectorAll("table"))
            {
                table.QuerySelector("caption").Should().NotBeNull(name);
                table.QuerySelectorAll("th:not([scope])").Should().BeEmpty(name);
            }
    }

    [Fact]
    public async Task A_page_in_nynorsk_has_no_bokmaal_left_on_it()
    {
        foreach (var (name, page) in await All(Language.Nn))
        {
            page.DocumentElement.GetAttribute("lang").Should().Be("nn");
            foreach (var people in page.QuerySelectorAll("dd, .who, [lang=nb], option, textarea, .items p, .sheet p")) people.Remove();
            BokmaalOnly().Matches(page.Body!.TextContent).Select(match => match.Value).Distinct().Should().BeEmpty(name);
        }
    }

    /// <summary>R92: what the other side did is a state, never advice.</summary>
    [Fact]
    public async Task R092_The_professionals_approval_is_never_shown_as_a_recommendation()
    {
        var sample = Sample.AtG1();
        var me = sample.Viewer(Sample.Br2);
        var page = await Html.Page<SignOffPage>(("Me", me), ("View", SignOffView.From(sample.Context(Sample.Br2), Gate.G1, me)));

        var seals = page.QuerySelectorAll(".seal");
        seals.Should().HaveCount(2);
        seals.Select(seal => seal.QuerySelector("h3")!.TextContent).Should().Equal("Brukersiden", "Fagsiden");
        string.Concat(page.QuerySelectorAll(".seal, [aria-labelledby=stilling], .answers").Select(part => part.TextContent)).Should().NotContainAny("anbefal", "Anbefal", "foreslår at du");
    }

    /// <summary>R84: the button waits until the person has gone to the text.</summary>
    [Fact]
    public async Task R084_The_button_waits_until_this_version_was_opened_by_the_signer()
    {
        var sample = Sample.AtG1();
        var me = sample.Viewer(Sample.Fag1);
        async Task<bool> Waits() => (await Html.Page<SignOffPage>(("Me", me), ("View", SignOffView.From(sample.Context(Sample.Fag1), Gate.G1, me))))
            .QuerySelector("#GiveSignOff button[type=submit]")!.HasAttribute("disabled");

        (await Waits()).Should().BeTrue();
        sample.Readings = new([new PackageOpened(Sample.Fag1, Gate.G1, 1)]);
        (await Waits()).Should().BeTrue("an older text was opened");
        sample.Readings = new([new PackageOpened(Sample.Fag1, Gate.G1, 2)]);
        (await Waits()).Should().BeFalse();
    }

    [Fact]
    public async Task What_changed_since_my_own_last_sign_off_is_shown_to_me_and_to_nobody_else()
    {
        var sample = Sample.AtG1();
        async Task<string> Text(PersonId who) => (await Html.Page<SignOffPage>(("Me", sample.Viewer(who)), ("View", SignOffView.From(sample.Context(who), Gate.G1, sample.Viewer(who))))).Body!.TextContent;

        (await Text(Sample.Fag1)).Should().Contain("Endret siden du godkjente versjon 1");
        (await Text(Sample.Fag2)).Should().NotContain("Endret siden du godkjente");
    }

    [Theory]
    [InlineData(Language.Nb, "Brukerrepresentant, fagperson og koordinator.")]
    [InlineData(Language.Nn, "Brukarrepresentant, fagperson og koordinator.")]
    public void Whom_we_wait_for_names_each_role_once_however_many_tasks_are_open(Language language, string expected)
    {
        var sample = Sample.WithGroup();
        TaskLine Task(TaskRoles roles) => new(new("Oppgave", "Oppgåve"), roles, null, "/saker/1", false, false, null);

        CaseAnswers.From(
                sample.Context(Sample.Koord), sample.Viewer(Sample.Koord, language), null, [],
                [Task(TaskRoles.Koordinator), Task(TaskRoles.Brukerrepresentant | TaskRoles.Fagperson | TaskRoles.Koordinator)])
            .Waiting.Should().Be(expected);
    }

    [Fact]
    public async Task A_page_not_found_leads_to_the_list_it_speaks_of()
    {
        var me = Sample.WithGroup().Viewer(Sample.Koord);

        (await Html.Page<MessagePage>(("Me", me), ("Status", 404))).QuerySelector(".box a[href='/saker']").Should().NotBeNull();
    }

    [Fact]
    public async Task An_empty_inbox_does_not_warn_of_what_happens_if_nothing_is_done()
    {
        var me = Sample.WithGroup().Viewer(Sample.Koord);

        (await Html.Page<InboxPage>(("Me", me), ("View", new InboxView([], [], false)))).Body!.TextContent
            .Should().Contain("Ingenting venter på deg nå").And.NotContain("Gjør du ingenting");
    }

    static async Task<IReadOnlyList<(string Name, IDocument Page)>> All(Language language)
    {
        var pages = new List<(string, IDocument)>();
        foreach (var (name, html) in await Pages.All(language)) pages.Add((name, await Html.Parse(html)));
        return pages;
    }

    /// <summary>Words that are written so in bokmål only.</summary>
    [GeneratedRegex(@"\b(ikke|hva|hvem|hvor|hvorfor|noe|noen|jeg|fra|bare|brukerrepresentant\w*|brukersiden|fagsiden|gjennomføringen|godkjenningen|saken|siden din|dere|møter|dokumenter|ennå|også ikke|deltakere|mestring|innsigelse\w*|vedtatt|enheten|arbeidsgruppen|lederen)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BokmaalOnly();
}
