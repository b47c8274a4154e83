using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>A unit's participation balance, for programs.</summary>
/// <param name="Unit">Null: the whole organisation.</param>
/// <param name="From">The period asked about; <see cref="UnitBalance.CountedFrom"/> says which part of it is counted.</param>
public sealed record UnitBalanceView(UnitId? Unit, DateOnly From, DateOnly To, UnitBalance Balance);

static class BalanceEndpoint
{
    /// <summary>A look back shows no averages of the collaboration evaluation, see <see cref="Withheld.LookBack"/>.</summary>
    public static async Task<IResult> OfCase(HttpContext http) =>
        await CaseReads.Read(http, Act.ReadBalance, (_, loaded, _) => CaseBalance.Of(loaded.File, isLookBack: loaded.Past is not null),
            sheet: file => BalanceSheets.Of(CaseBalance.Of(file, isLookBack: http.Request.Query["at"].FirstOrDefault() is { Length: > 0 })));

    public static async Task<IResult> OfUnit(HttpContext http, Balances balances)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (UnitPeriod.Read(http.Request.Query, balances.First, balances.Today) is not var (unit, from, to)) return new ProblemResult(Problem.Malformed());
        if (!await balances.MayRead(actor, unit, http.RequestAborted)) return new ProblemResult(Problem.NotAllowed);
        var balance = await balances.Of(unit, from, to, http.RequestAborted);
        return TakeOut.IsAsked(http) ? TakeOut.Of(http, BalanceSheets.Of(balance)) : new ViewResult(new UnitBalanceView(unit, from, to, balance));
    }
}
