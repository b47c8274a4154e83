using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>The participation balance of a case, and of a unit over a period.</summary>
static class BalancePages
{
    const string Root = "/balanse";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Root, async (HttpContext http) => await Asked.Of(http) is { } asked ? await OfUnit(asked) : SignInPages.Send(http)).ExcludeFromDescription();

    public static IResult OfCase(CaseAskedFor asked) => CaseAccess.Capacity(asked.Asked.Actor, Act.ReadBalance, asked.File, asked.Context.Today) is null && asked.Me.Past is null
        ? PageResults.Message(asked.Me, StatusCodes.Status403Forbidden)
        : PageResults.View<BalancePage>(asked.Me, new BalanceView(CaseFrame.From(asked.Context, asked.Me), CaseBalance.Of(asked.File, isLookBack: asked.Me.Past is not null), asked.File.Identity!.LmsUnit));

    static async Task<IResult> OfUnit(Asked asked)
    {
        var balances = asked.Service<Balances>();
        var readable = await balances.Readable(asked.Actor, asked.Aborted);
        return UnitPeriodAsked.Of(asked, readable, balances.First, balances.Today) is not { } form ? PageResults.Message(asked.Me, StatusCodes.Status403Forbidden)
            : PageResults.View<UnitBalancePage>(asked.Me, new Portal.UnitBalanceView(form, await balances.Of(form.Unit, form.From, form.To, asked.Aborted)));
    }
}
