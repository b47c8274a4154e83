using Microsoft.AspNetCore.Builder;

namespace LmsWorkflow.Bench;

/// <summary>The floor of P10: a web application that answers one line.</summary>
static class BareWebApp
{
    public static async Task<int> Run()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/", () => "hello");
        await app.RunAsync();
        return 0;
    }
}
