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
        var query = http.Request.Query;
        if (!Unit(query, out var unit) || Balances.Day(query, "from", balances.First) is not { } from || Balances.Day(query, "to", balances.Today) is not { } to || from > to)
            return new ProblemResult(Problem.Malformed());
        if (!await balances.MayRead(actor, unit, http.RequestAborted)) return new ProblemResult(Problem.NotAllowed);
        var balance = await balances.Of(unit, from, to, http.RequestAborted);
        return TakeOut.IsAsked(http) ? TakeOut.Of(http, BalanceSheets.Of(balance)) : new ViewResult(new UnitBalanceView(unit, from, to, balance));
    }

    static bool Unit(IQueryCollection query, out UnitId? unit)
    {
        unit = null;
        if (query["unit"].FirstOrDefault() is not { Length: > 0 } text) return true;
        if (!Guid.TryParse(text, out var id)) return false;
        unit = new(id);
        return true;
    }
}
