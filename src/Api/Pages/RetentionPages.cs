using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>How long texts are kept: the list of what falls due, the rules, and one case with its decisions.</summary>
static class RetentionPages
{
    const string Root = "/oppbevaring", RulesPath = Root + "/regler";
    const int PageLength = 50;

    /// <summary>Proposing from here is the same act as from the page of an event; only which texts it is about is found by the rules.</summary>
    public static ImmutableArray<PageAct> Acts { get; } = [PageAct.Carried(nameof(ProposeErasure), Propose), PageAct.Of<KeepLonger>()];

    public static void Map(IEndpointRouteBuilder app)
    {
        RecordPages.Get(app, Root, List);
        RecordPages.Get(app, RulesPath, Rules);
        app.MapPost(RulesPath, (Delegate)SetRules).DisableAntiforgery().ExcludeFromDescription();
    }

    static async Task<IResult> List(Asked asked)
    {
        var (schedule, query) = (asked.Service<RetentionSchedule>(), asked.Http.Request.Query);
        var (readable, (first, last)) = (schedule.Readable(asked.Actor), schedule.Period);
        // an administrator sets rules and sees no cases
        if (readable.IsEmpty && RetentionAccess.MayReadSomeRules(asked.Actor)) return PageResults.Go(RulesPath);
        if (UnitPeriodAsked.Of(asked, readable, first, last) is not { } form) return PageResults.Message(asked.Me, StatusCodes.Status403Forbidden);
        RetentionEndpoints.StateNamed(query["tilstand"].FirstOrDefault(), out var state);
        var after = int.TryParse(query["etter"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var all = await schedule.Find(asked.Actor, form.Unit, form.From, form.To, asked.Aborted);
        ImmutableArray<RetentionLine> lines = [.. all.GroupBy(item => (item.Case, item.On, item.State, item.Erasure)).Select(group => Line([.. group], asked.Me))];
        int Count(RetentionState one) => lines.Count(line => line.State == one);
        ImmutableArray<RetentionLine> shown = state is { } only ? [.. lines.Where(line => line.State == only)] : lines;
        return PageResults.View<RetentionPage>(asked.Me, new RetentionView(
            form, state, Count(RetentionState.Overdue), Count(RetentionState.Proposed), Count(RetentionState.Later), [.. shown.Skip(after).Take(PageLength)],
            shown.Length - after > PageLength ? after + PageLength : null, after > 0, asked.Service<LmsOptions>().BackupDays));
    }

    static RetentionLine Line(ImmutableArray<RetentionItem> items, Viewer me) => new(
        items[0].Case, items[0].Number, items[0].Title ?? me.Say("(tittelen er slettet)", "(tittelen er sletta)"), items[0].On, items[0].State, [.. items.Select(item => RetentionNames.Of(item.Due.Kind))],
        [.. items.Select(item => item.Due.Applied.Rule).Distinct().Select(rule => rule.Words())], items.Any(item => item.Due.KeptUntil == item.On), items[0].Erasure);

    static Task<IResult> Rules(Asked asked) => Task.FromResult(RulesOf(asked, asked.Http.Request.Query["enhet"].FirstOrDefault()));

    static IResult RulesOf(Asked asked, string? given)
    {
        var readable = asked.Service<RetentionSchedule>().WithReadableRules(asked.Actor);
        var isUnit = UnitPeriod.IsUnit(given, out var unit);
        if (given is null && !readable.IsEmpty) unit = RetentionAccess.MayChangeRules(asked.Actor, null) ? null : readable.FirstOrDefault(one => one is not null && RetentionAccess.MayChangeRules(asked.Actor, one)) ?? readable[0];
        if (!isUnit || !readable.Contains(unit)) return PageResults.Message(asked.Me, StatusCodes.Status403Forbidden);
        var rules = asked.Me.Directory.Retention;
        return PageResults.View<RetentionRulesPage>(asked.Me, new RetentionRulesView(
            unit, [.. readable.Select(one => new Choice($"{one}", one is { } known ? asked.Me.UnitName(known) : asked.Me.Say("Hele organisasjonen", "Heile organisasjonen")))],
            [.. RetentionKinds.All.Select(kind => (Kind: kind, Applied: rules.For(unit, kind))).Select(one => new RetentionRuleLine(one.Kind, one.Applied.Rule, RetentionNames.Whose(one.Applied, asked.Me), rules.Own(unit, one.Kind) is not null))],
            RetentionAccess.MayChangeRules(asked.Actor, unit), !asked.Service<RetentionSchedule>().Readable(asked.Actor).IsEmpty, HistoryOf(asked, unit), asked.Service<LmsOptions>().BackupDays));
    }

    /// <summary>Where changes of the rules are read, for those who may.</summary>
    static string? HistoryOf(Asked asked, UnitId? unit) => unit is { } one
        ? new RecordSubject.OfUnit(one).MayBeReadBy(asked.Actor) ? $"/enheter/{one}#historikk" : null
        : new RecordSubject.Directory().MayBeReadBy(asked.Actor) ? "/katalog/historikk" : null;

    static async Task<IResult> SetRules(HttpContext http)
    {
        if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
        var (form, unreadable) = await PageForm.Of(http);
        if (form is null) return PageResults.Message(asked.Me, unreadable);
        if (form.Act != nameof(SetRetentionRules)) return PageResults.Message(asked.Me, StatusCodes.Status400BadRequest);
        var binder = form.Binder;
        var request = (SetRetentionRules?)binder.Value(typeof(SetRetentionRules));
        var unit = binder.Text("unit");
        if (binder.Faults is { IsEmpty: false } faults) return RulesOf(ProcessPages.With(asked, form, faults), unit);
        return await asked.Service<DirectoryPath>().Run(request!, asked.Actor, asked.Aborted) switch
        {
            null => PageResults.Message(asked.Me, StatusCodes.Status403Forbidden),
            Decision.Refused refused => RulesOf(ProcessPages.With(asked, form, refused.Reasons), unit),
            _ => PageResults.Done($"{RulesPath}?enhet={request!.Unit}", form.Act),
        };
    }

    /// <summary>What is there to erase is there today: a look back has no such page.</summary>
    public static async ValueTask<IResult?> OfCase(CaseAskedFor asked)
    {
        if (asked.Me.Past is not null) return null;
        var (actor, today) = (asked.Asked.Actor, asked.Context.Today);
        var kinds = await asked.Asked.Service<RetentionSchedule>().OfCase(asked.File, asked.Asked.Aborted);
        return PageResults.View<CaseRetentionPage>(asked.Me, new CaseRetentionView(
            CaseFrame.From(asked.Context, asked.Me),
            [.. kinds.Select(kind => new CaseRetentionLine(kind.Due.Kind, kind.Texts, kind.Due.Applied.Rule, RetentionNames.Whose(kind.Due.Applied, asked.Me), kind.Due.On, kind.Due.KeptUntil, kind.Erasure, kind.Due.IsOut(today)))],
            ErasureAccess.ToPropose(actor, false, [asked.File], asked.Me.Directory, today) is not null,
            CaseRetention.Of(asked.File) is not null && CaseAccess.Capacity(actor, Act.KeepLonger, asked.File, today) is not null,
            asked.Asked.Service<LmsOptions>().BackupDays));
    }

    static async ValueTask<(CommandResult, IResult?)> Propose(CaseAskedFor asked, PageForm form)
    {
        ImmutableArray<RetentionKind> kinds = [.. form.Fields.GetValueOrDefault("kinds").OfType<string>().Select(Kind).OfType<RetentionKind>()];
        if (kinds.IsEmpty) return (new CommandResult.Refused([new NoKindChosen()], asked.File), null);
        var texts = await asked.Asked.Service<ErasureTexts>().OfKinds(asked.File.Id, kinds, asked.Asked.Aborted);
        var request = new ProposeErasure(null, ErasureGround.RetentionExpired, form.Binder.Written("reason"));
        return await asked.Asked.Service<ErasurePath>().Run(request, texts, asked.Asked.Actor, asked.Asked.Aborted) switch
        {
            ErasureResult.Done done => (new CommandResult.Done(asked.File, []), PageResults.Done($"/sletting/{done.Erasure.Number}", form.Act)),
            ErasureResult.Refused refused => (new CommandResult.Refused(refused.Reasons, asked.File, refused.Forbidden), null),
            _ => throw new InvalidOperationException("an act is done or refused"),
        };
    }

    static RetentionKind? Kind(string text) => text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<RetentionKind>(text, false, out var kind) && Enum.IsDefined(kind) ? kind : null;
}
