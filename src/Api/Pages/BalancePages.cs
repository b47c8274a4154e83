using System.Collections.Immutable;
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
        var (balances, query) = (asked.Service<Balances>(), asked.Http.Request.Query);
        var readable = await balances.Readable(asked.Actor, asked.Aborted);
        var given = query["enhet"].FirstOrDefault();
        var unit = given switch
        {
            null => readable.FirstOrDefault(),
            "" => null,
            _ => Guid.TryParse(given, out var id) ? new UnitId(id) : (UnitId?)null,
        };
        if (!readable.Contains(unit) || given is { Length: > 0 } && unit is null) return PageResults.Message(asked.Me, StatusCodes.Status403Forbidden);
        var (from, to) = (Balances.Day(query, "fra", balances.First), Balances.Day(query, "til", balances.Today));
        var unreadable = from is null || to is null || from > to;
        var (first, last) = unreadable ? (balances.First, balances.Today) : (from!.Value, to!.Value);
        return PageResults.View<UnitBalancePage>(asked.Me, new Portal.UnitBalanceView(
            unit, [.. readable.Select(one => new Portal.Choice($"{one}", one is { } known ? asked.Me.UnitName(known) : asked.Me.Say("Hele organisasjonen", "Heile organisasjonen")))],
            first, last, unreadable, await balances.Of(unit, first, last, asked.Aborted)));
    }
}
