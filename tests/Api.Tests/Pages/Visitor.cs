using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace LmsWorkflow.Api.Tests;

/// <summary>A person with a browser without script: chosen on the persona picker, sends the forms that pages give, follows nothing by itself.</summary>
public sealed class Visitor : IDisposable
{
    readonly HttpClient http;

    Visitor(ScenarioHost host) => http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = host.Address };

    public static Visitor Nobody(ScenarioHost host) => new(host);

    public static async Task<Visitor> As(GivenCase given, string who)
    {
        var visitor = new Visitor(given.Host);
        var picker = await visitor.Page("/logg-inn");
        (await visitor.Send("/logg-inn", picker, ("person", given[who]))).StatusCode.Should().Be(HttpStatusCode.SeeOther);
        return visitor;
    }

    public async Task<HttpResponseMessage> Get(string path) => await http.GetAsync(path);

    public async Task<IDocument> Page(string path)
    {
        using var answer = await http.GetAsync(path);
        return await Read(answer);
    }

    /// <summary>The page as it asks for itself again when something happened.</summary>
    public async Task<IDocument> Refreshed(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-live", "1");
        using var answer = await http.SendAsync(request);
        return await Read(answer);
    }

    /// <summary>Sends the form for an act as it stands on the page, with these fields typed.</summary>
    public async Task<HttpResponseMessage> Submit(string path, string form, params (string Name, string Value)[] typed)
    {
        var page = await Page(path);
        var stands = Standing(page.GetElementById(form) ?? throw new InvalidOperationException($"no form {form} on {path}")).Where(field => typed.All(own => own.Name != field.Name));
        return await http.PostAsync(path, new FormUrlEncodedContent([.. stands.Concat(typed).Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }

    /// <summary>What a browser sends when nothing is touched.</summary>
    static IEnumerable<(string Name, string Value)> Standing(IElement form)
    {
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = field.GetAttribute("name")!;
            if (field is IHtmlTextAreaElement text) yield return (name, text.Value);
            else if (field is IHtmlSelectElement list) yield return (name, list.Value ?? "");
            else if (field is IHtmlInputElement { Type: "checkbox" or "radio" } choice)
            {
                if (choice.IsChecked) yield return (name, choice.Value);
            }
            else if (field is IHtmlInputElement { Type: not "file" } input) yield return (name, input.Value);
        }
    }

    /// <summary>Sends what no form on the page offers, with the page's token: what a person with developer tools can do.</summary>
    public async Task<HttpResponseMessage> Send(string path, IDocument page, params (string Name, string Value)[] fields)
    {
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await http.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }

    public Task<HttpResponseMessage> Post(string path, HttpContent content) => http.PostAsync(path, content);

    public static async Task<IDocument> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(text));
    }

    public static async Task<string> Said(HttpResponseMessage answer) => (await Read(answer)).GetElementById("feil")?.TextContent ?? "";

    public void Dispose() => http.Dispose();
}
