using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LmsWorkflow.Portal.Tests;

/// <summary>Renders a page as the host does, and reads it as a browser does.</summary>
static class Html
{
    public static async Task<string> Text<T>(params (string Name, object? Value)[] parameters) where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var view = ParameterView.FromDictionary(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(view)).ToHtmlString());
    }

    public static async Task<IDocument> Page<T>(params (string Name, object? Value)[] parameters) where T : IComponent =>
        await Parse(await Text<T>(parameters));

    public static Task<IDocument> Parse(string html) => BrowsingContext.New(Configuration.Default).OpenAsync(answer => answer.Content(html));
}
