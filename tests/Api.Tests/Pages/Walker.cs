using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LmsWorkflow.Api.Tests;

/// <summary>A person with a browser that has no script: follows links, fills in what the page shows by its labels, and presses buttons. Nothing can be sent that is not on the page.</summary>
/// <param name="name">Who to be on the persona picker; null for somebody who never signs in.</param>
public sealed class Walker(Uri site, string? name = null) : IDisposable
{
    readonly HttpClient http = new(new HttpClientHandler { UseCookies = true }) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(30) };

    public IHtmlDocument Page { get; private set; } = null!;

    public string Address { get; private set; } = "/";

    public string Text => Squeezed(Page.QuerySelector("main")?.TextContent ?? Page.Body!.TextContent);

    /// <summary>What the error summary says; empty when nothing was refused.</summary>
    public string Refusals => Squeezed(Page.QuerySelector("#feil")?.TextContent ?? "");

    public void Dispose() => http.Dispose();

    /// <summary>To a page; signs in first where the page asks for it.</summary>
    public async Task Go(string path)
    {
        using var response = await http.GetAsync(path);
        await Show(response);
        response.StatusCode.Should().Be(HttpStatusCode.OK, $"{path} is a page: {Text}");
        if (name is not null && new Uri(Address).AbsolutePath == "/logg-inn") await SignIn(name);
    }

    async Task SignIn(string person)
    {
        var button = Page.QuerySelectorAll("button[name=person]").Single(one => one.TextContent.Contains(person, StringComparison.Ordinal));
        await new FormOnPage(this, (IHtmlFormElement)button.Closest("form")!, button).Send();
    }

    public Task Follow(string link) => Go(Link(link).GetAttribute("href")!.StartsWith('?') ? new Uri(Address).AbsolutePath + Link(link).GetAttribute("href") : Link(link).GetAttribute("href")!);

    /// <summary>From the inbox to the page where a task is done.</summary>
    public async Task TakeUp(string task, string of)
    {
        await Go("/");
        var line = Page.QuerySelectorAll("#innboks li").FirstOrDefault(item => item.QuerySelector("a")?.TextContent == task && item.TextContent.Contains(of, StringComparison.Ordinal));
        line.Should().NotBeNull($"«{task}» is in the inbox: {Text}");
        await Go(line!.QuerySelector("a")!.GetAttribute("href")!);
    }

    public void Sees(string text) => Text.Should().Contain(text, $"{Address} says so");

    public bool Has(string button) => Buttons(button).Any();

    /// <summary>The form with this button; the at-th of those alike.</summary>
    public FormOnPage Form(string button, int at = 0)
    {
        var found = Buttons(button).ElementAtOrDefault(at);
        found.Should().NotBeNull($"{Address} has the button «{button}»: {Text}");
        return new(this, (IHtmlFormElement)found!.Closest("form")!, found);
    }

    public Task Press(string button) => Form(button).Send();

    internal async Task Post(string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(Address), action)) { Content = content };
        request.Headers.Add("Origin", site.GetLeftPart(UriPartial.Authority));
        using var response = await http.SendAsync(request);
        await Show(response);
        ((int)response.StatusCode).Should().BeLessThan(500, Text);
    }

    IElement Link(string text)
    {
        var link = Page.QuerySelectorAll("main a").FirstOrDefault(one => Squeezed(one.TextContent) == text) ?? Page.QuerySelectorAll("a").FirstOrDefault(one => Squeezed(one.TextContent) == text);
        link.Should().NotBeNull($"{Address} has the link «{text}»: {Text}");
        return link!;
    }

    IEnumerable<IElement> Buttons(string text) => Page.QuerySelectorAll("main button[type=submit]").Where(button => !button.HasAttribute("disabled") && Squeezed(button.TextContent) == text);

    async Task Show(HttpResponseMessage response)
    {
        Address = response.RequestMessage!.RequestUri!.ToString();
        Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    internal static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>One form of a page, filled in by its labels.</summary>
public sealed class FormOnPage(Walker walker, IHtmlFormElement form, IElement button)
{
    /// <summary>Types into, or chooses from, the at-th field with this label.</summary>
    public FormOnPage With(string label, object value, int at = 0)
    {
        var text = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
        var labels = form.QuerySelectorAll("label").Where(one => Own(one) == label).ToList();
        labels.Count.Should().BeGreaterThan(at, $"{walker.Address} has the field «{label}»; it has {string.Join(" | ", form.QuerySelectorAll("label, legend").Select(Own))}");
        switch (form.Owner!.GetElementById(labels[at].GetAttribute("for")!))
        {
            case IHtmlSelectElement list:
                var option = list.Options.FirstOrDefault(one => one.Text.Contains(text, StringComparison.Ordinal));
                option.Should().NotBeNull($"«{label}» offers «{text}»; it has {string.Join(" | ", list.Options.Select(one => one.Text))}");
                list.Value = option!.Value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = text;
                break;
            case IHtmlInputElement { Type: "checkbox" or "radio" } tick:
                tick.IsChecked = value is true;
                break;
            case IHtmlInputElement input:
                input.Value = text;
                break;
            default:
                throw new InvalidOperationException($"the label «{label}» leads to no field");
        }

        return this;
    }

    /// <summary>Ticks choices under a legend.</summary>
    public FormOnPage Choose(string legend, params string[] choices)
    {
        var group = form.QuerySelectorAll("fieldset").FirstOrDefault(one => one.QuerySelector("legend") is { } words && Own(words) == legend);
        group.Should().NotBeNull($"{walker.Address} asks «{legend}»; it asks {string.Join(" | ", form.QuerySelectorAll("legend").Select(Own))}");
        foreach (var choice in choices)
        {
            var label = group!.QuerySelectorAll("label").FirstOrDefault(one => Walker.Squeezed(one.TextContent).StartsWith(choice, StringComparison.Ordinal));
            label.Should().NotBeNull($"«{legend}» offers «{choice}»; it has {string.Join(" | ", group.QuerySelectorAll("label").Select(Own))}");
            var tick = label!.GetAttribute("for") is { } id ? (IHtmlInputElement)form.Owner!.GetElementById(id)! : (IHtmlInputElement)label.QuerySelector("input")!;
            if (tick.Type == "radio")
                foreach (var other in group.QuerySelectorAll<IHtmlInputElement>("input[type=radio]")) other.IsChecked = false;
            tick.IsChecked = true;
        }

        return this;
    }

    public async Task Send()
    {
        await Try();
        walker.Refusals.Should().BeEmpty($"«{Walker.Squeezed(button.TextContent)}» is carried out");
    }

    /// <summary>Sends, and stays with what came back.</summary>
    public Task Try()
    {
        var fields = form.QuerySelectorAll("input, textarea, select").SelectMany(Fields).ToList();
        if (button.GetAttribute("name") is { Length: > 0 } name) fields.Add(new(name, button.GetAttribute("value") ?? ""));
        return walker.Post(form.GetAttribute("action") ?? "", fields);
    }

    static IEnumerable<KeyValuePair<string, string>> Fields(IElement element) => element switch
    {
        _ when element.GetAttribute("name") is not { Length: > 0 } || element.HasAttribute("disabled") => [],
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" } => [],
        IHtmlInputElement input => [new(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [new(area.Name!, area.Value)],
        IHtmlSelectElement list => [new(list.Name!, list.Value ?? "")],
        _ => [],
    };

    static string Own(IElement label) => Walker.Squeezed(string.Concat(label.ChildNodes.OfType<IText>().Select(text => text.Data)));
}
