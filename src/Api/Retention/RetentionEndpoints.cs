using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What falls due, for programs.</summary>
/// <param name="RuleOf">The unit that set the rule; null: the organisation, or nobody.</param>
/// <param name="IsShipped">Nobody has set the rule: it came with the product.</param>
/// <param name="Erasure">Number of the erasure that is proposed and waits.</param>
public sealed record RetentionItemView(
    CaseId Case, string Number, string? Title, UnitId LmsUnit, RetentionKind Kind, DateOnly On, RetentionState State, RetentionMoment From, int Months, UnitId? RuleOf, bool IsShipped, DateOnly? KeptUntil, int? Erasure)
{
    public static RetentionItemView Of(RetentionItem item) => new(
        item.Case, item.Number, item.Title, item.LmsUnit, item.Due.Kind, item.On, item.State, item.Due.Applied.Rule.From, item.Due.Applied.Rule.Months, item.Due.Applied.Unit, item.Due.Applied.IsShipped, item.Due.KeptUntil, item.Erasure);
}

/// <param name="BackupDays">How long backups are kept: so long after an erasure a text may lie in them.</param>
/// <param name="Next">What <c>after</c> is for the next page; null on the last.</param>
public sealed record RetentionPageView(UnitId? Unit, DateOnly From, DateOnly To, int Overdue, int Proposed, int Later, int BackupDays, ImmutableArray<RetentionItemView> Items, int? Next);

/// <param name="Own">The unit has set it itself.</param>
public sealed record RetentionRuleView(RetentionKind Kind, RetentionMoment From, int Months, bool Own, UnitId? RuleOf, bool IsShipped)
{
    public static ImmutableArray<RetentionRuleView> Of(RetentionRules rules, UnitId? unit) =>
        [.. RetentionKinds.All.Select(kind => (kind, Applied: rules.For(unit, kind))).Select(one => new RetentionRuleView(one.kind, one.Applied.Rule.From, one.Applied.Rule.Months, rules.Own(unit, one.kind) is not null, one.Applied.Unit, one.Applied.IsShipped))];
}

/// <param name="On">Null while the time has not begun.</param>
public sealed record CaseRetentionKindView(RetentionKind Kind, int Texts, DateOnly? On, RetentionMoment From, int Months, UnitId? RuleOf, bool IsShipped, DateOnly? KeptUntil, int? Erasure)
{
    public static CaseRetentionKindView Of(CaseRetentionKind kind) => new(
        kind.Due.Kind, kind.Texts, kind.Due.On, kind.Due.Applied.Rule.From, kind.Due.Applied.Rule.Months, kind.Due.Applied.Unit, kind.Due.Applied.IsShipped, kind.Due.KeptUntil, kind.Erasure);
}

static class RetentionEndpoints
{
    public static async Task<IResult> List(HttpContext http, RetentionSchedule schedule, LmsOptions options)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        var (query, (first, last)) = (http.Request.Query, schedule.Period);
        if (UnitPeriod.Read(query, first, last) is not var (unit, from, to) || !StateNamed(query["state"].FirstOrDefault(), out var state)
            || Number(query, "after", 0, int.MaxValue) is not { } after || Number(query, "limit", 50, CaseQuery.LargestPage) is not { } limit || limit == 0) return new ProblemResult(Problem.Malformed());
        if (!RetentionAccess.MayReadList(actor, unit)) return new ProblemResult(Problem.NotAllowed);
        var all = await schedule.Find(actor, unit, from, to, http.RequestAborted);
        var asked = state is { } only ? [.. all.Where(item => item.State == only)] : all;
        if (TakeOut.IsAsked(http)) return TakeOut.Of(http, RetentionSheets.Due.With(asked));
        int Count(RetentionState one) => all.Count(item => item.State == one);
        return new ViewResult(new RetentionPageView(
            unit, from, to, Count(RetentionState.Overdue), Count(RetentionState.Proposed), Count(RetentionState.Later), options.BackupDays, [.. asked.Skip(after).Take(limit).Select(RetentionItemView.Of)],
            asked.Length - after > limit ? after + limit : null));
    }

    public static IResult Rules(HttpContext http, People people)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (!UnitPeriod.IsUnit(http.Request.Query["unit"].FirstOrDefault(), out var unit)) return new ProblemResult(Problem.Malformed());
        if (unit is { } known && !people.Directory.Units.ContainsKey(known)) return new ProblemResult(Problem.NotFound);
        if (!RetentionAccess.MayReadRules(actor, unit)) return new ProblemResult(Problem.NotAllowed);
        var rules = RetentionRuleView.Of(people.Directory.Retention, unit);
        return TakeOut.IsAsked(http) ? TakeOut.Of(http, RetentionSheets.Rules.With(rules)) : new ViewResult(rules);
    }

    public static async Task<IResult> SetRules(HttpContext http, DirectoryPath path, People people)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        var request = (SetRetentionRules)RequestBody.Parse(await RequestBody.Bytes(http), typeof(SetRetentionRules), []);
        return await path.Run(request, actor, http.RequestAborted) switch
        {
            null => new ProblemResult(Problem.NotAllowed),
            Decision.Refused refused => new ProblemResult(Problem.Refused(StatusCodes.Status422UnprocessableEntity, refused.Reasons)),
            _ => new ViewResult(RetentionRuleView.Of(people.Directory.Retention, request.Unit)),
        };
    }

    public static async Task<IResult> OfCase(HttpContext http, RetentionSchedule schedule)
    {
        CaseFile? file = null;
        var allowed = await CaseReads.Read(http, Act.ReadCase, (_, loaded, _) => file = loaded.File, isTimed: true, isOfToday: true);
        if (file is null) return allowed;
        var kinds = await schedule.OfCase(file, http.RequestAborted);
        if (!TakeOut.IsAsked(http)) return new ViewResult(kinds.Select(CaseRetentionKindView.Of).ToImmutableArray());
        var today = OsloTime.Date(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        return TakeOut.Of(http, RetentionSheets.OfCase.With(kinds), file.Id, CaseAccess.Capacity(http.Actor()!, Act.ReadCase, file, today)!.Value);
    }

    /// <summary>False for what is no state's name; nothing is every state.</summary>
    public static bool StateNamed(string? name, out RetentionState? state)
    {
        state = name is { Length: > 0 } && name.All(char.IsLetter) && Enum.TryParse<RetentionState>(name, false, out var named) && Enum.IsDefined(named) ? named : null;
        return state is not null || string.IsNullOrEmpty(name);
    }

    static int? Number(IQueryCollection query, string name, int otherwise, int most) => query[name].FirstOrDefault() switch
    {
        null or "" => otherwise,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null,
    };
}

/// <summary>What falls due, and by which rules, as it is taken out.</summary>
static class RetentionSheets
{
    public static Sheet<RetentionItem> Due { get; } = new(
        "oppbevaring", new("Oppbevaring", "Oppbevaring"),
        new("Saksnummer", "Saksnummer", (item, _) => item.Number),
        new("Tittel", "Tittel", (item, me) => item.Title ?? me.Say("(tittelen er slettet)", "(tittelen er sletta)")),
        new("Hva", "Kva", (item, me) => me.Say(RetentionNames.Of(item.Due.Kind))),
        new("Forfaller", "Forfell", (item, _) => item.On),
        new("Tilstand", "Tilstand", (item, me) => me.Say(RetentionNames.Of(item.State))),
        new("Regel", "Regel", (item, me) => me.Say(item.Due.Applied.Rule.Words())),
        new("Regelen er satt av", "Regelen er sett av", (item, me) => RetentionNames.Whose(item.Due.Applied, me)),
        new("Bestemt oppbevart til", "Avgjort teke vare på til", (item, _) => item.Due.KeptUntil is { } kept ? kept : Cell.Empty),
        new("Forslag om sletting", "Forslag om sletting", (item, _) => item.Erasure is { } number ? number : Cell.Empty),
        new("Lærings- og mestringssenter", "Lærings- og meistringssenter", (item, me) => me.UnitName(item.LmsUnit)),
        new("Sakens id", "Id-en til saka", (item, _) => item.Case))
    { Filters = ["unit", "from", "to", "state"] };

    public static Sheet<CaseRetentionKind> OfCase { get; } = new(
        "oppbevaring-i-saken", new("Oppbevaring i saken", "Oppbevaring i saka"),
        new("Hva", "Kva", (kind, me) => me.Say(RetentionNames.Of(kind.Due.Kind))),
        new("Tekster", "Tekstar", (kind, _) => kind.Texts),
        new("Forfaller", "Forfell", (kind, _) => kind.Due.On is { } on ? on : Cell.Empty),
        new("Regel", "Regel", (kind, me) => me.Say(kind.Due.Applied.Rule.Words())),
        new("Regelen er satt av", "Regelen er sett av", (kind, me) => RetentionNames.Whose(kind.Due.Applied, me)),
        new("Bestemt oppbevart til", "Avgjort teke vare på til", (kind, _) => kind.Due.KeptUntil is { } kept ? kept : Cell.Empty),
        new("Forslag om sletting", "Forslag om sletting", (kind, _) => kind.Erasure is { } number ? number : Cell.Empty));

    public static Sheet<RetentionRuleView> Rules { get; } = new(
        "oppbevaringsregler", new("Regler for oppbevaring", "Reglar for oppbevaring"),
        new("Hva", "Kva", (rule, me) => me.Say(RetentionNames.Of(rule.Kind))),
        new("Måneder", "Månader", (rule, _) => rule.Months),
        new("Regnet fra at", "Rekna frå at", (rule, me) => me.Say(rule.From.Words())),
        new("Regelen er satt av", "Regelen er sett av", (rule, me) => RetentionNames.Whose(new(new(rule.From, rule.Months), rule.RuleOf, rule.IsShipped), me)))
    { Filters = ["unit"] };
}
