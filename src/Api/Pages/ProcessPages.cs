using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Process definitions for people: read by everybody who is signed in, changed by administrators, consented to by the two sides.</summary>
static class ProcessPages
{
    const string Root = "/prosesser";

    public static void Map(IEndpointRouteBuilder app)
    {
        Page(app, Root, ShowAll, PostNew);
        Page(app, Root + "/{key}", ShowOne, PostOne);
        Page(app, Root + "/{key}/utkast/{number:int}", ShowDraft, PostDraft);
        DrawingPages.Map(app);
        Page(app, Root + "/{key}/utkast/{number:int}/disposisjon", OutlinePages.Show, OutlinePages.Post);
        Page(app, Root + "/{key}/utkast/{number:int}/gjennomgang", WalkPages.Show, WalkPages.Post);
        Page(app, Root + "/{key}/utkast/{number:int}/skjemaer", FormPages.ShowAll, FormPages.PostAll);
        Page(app, Root + "/{key}/utkast/{number:int}/skjemaer/{kind}", FormPages.ShowOne, FormPages.PostOne);
        Page(app, Root + "/{key}/scenarioer", ScenarioPages.ShowAll, ScenarioPages.PostAll);
        Page(app, Root + "/{key}/scenarioer/{name}", ScenarioPages.ShowOne, ScenarioPages.PostOne);
        Page(app, Root + "/{key}/samtykke/{number:int}", ShowConsent, PostConsent);
        Page(app, Root + "/{key}/flytt", MovePages.Show, MovePages.Post);
    }

    public static bool MayEdit(Asked asked) => CaseAccess.Capacity(asked.Actor, Act.EditDefinition, []) is not null;

    public static string Key(Asked asked) => asked.Http.Request.RouteValues["key"]?.ToString() ?? "";

    public static ValueTask<Words> NameOf(Asked asked, DefinitionFile file) => asked.Service<ProcessNames>().Of(file, asked.Aborted);

    public static async Task<DefinitionFile?> Found(Asked asked) =>
        await asked.Service<DefinitionPath>().Load(Key(asked), asked.Aborted) is { Version: > 0 } file ? file : null;

    public static IResult NotFound(Asked asked) => PageResults.Message(asked.Me, StatusCodes.Status404NotFound);

    public static IResult NotAllowed(Asked asked) => PageResults.Message(asked.Me, StatusCodes.Status403Forbidden);

    /// <summary>New versions that wait for what this person can say.</summary>
    public static async Task<ImmutableArray<OverviewLine>> Awaiting(Asked asked)
    {
        var lines = ImmutableArray.CreateBuilder<OverviewLine>();
        foreach (var file in await asked.Service<DefinitionPath>().All(asked.Aborted))
            if (file.Pending is { } proposal && !(await MaySay(asked, proposal)).IsEmpty)
                lines.Add(new(asked.Me.Say(await NameOf(asked, file)), $"{Root}/{file.Key}/samtykke/{proposal.Number}", new("En ny utgave svekker medvirkningen og venter på svar fra deg", "Ei ny utgåve svekkjer medverknaden og ventar på svar frå deg"), "mark--wait"));
        return lines.ToImmutable();
    }

    public static ImmutableArray<ChangeLine> Lines(IEnumerable<MeaningChange> changes) => [.. changes.Select(change => new ChangeLine(change.Sentence, change.Weakens))];

    static void Page(IEndpointRouteBuilder app, string path, Func<Asked, Task<IResult>> show, Func<Asked, PageForm, Task<IResult>> post)
    {
        app.MapGet(path, async (HttpContext http) => await Asked.Of(http) is { } asked ? await show(asked) : SignInPages.Send(http)).ExcludeFromDescription();
        app.MapPost(path, async (HttpContext http) =>
        {
            if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
            var (form, unreadable) = await PageForm.Of(http);
            return form is null ? PageResults.Message(asked.Me, unreadable) : await post(asked, form);
        }).DisableAntiforgery().ExcludeFromDescription().WithRequestTimeout(Rehearsals.LongestWithWaiting);
    }

    static async Task<IResult> ShowAll(Asked asked)
    {
        var lines = ImmutableArray.CreateBuilder<ProcessLine>();
        foreach (var file in await asked.Service<DefinitionPath>().All(asked.Aborted))
        {
            if (file.Latest is { } latest) await asked.Service<Definitions>().EnsureKnown(file.Key, latest.Number, asked.Aborted);
            else if (!MayEdit(asked)) continue;
            lines.Add(new(file.Key, await NameOf(asked, file), file.LatestNumber, file.Latest?.At, file.Latest is null ? "" : asked.Me.NameOf(file.Latest.By), file.OpenDrafts.Count(), file.Pending is not null,
                await asked.Service<MovePath>().Counts(file.Key, asked.Aborted)));
        }

        return PageResults.View<ProcessesPage>(asked.Me, new ProcessesView(lines.ToImmutable(), MayEdit(asked)));
    }

    static Task<IResult> ShowOne(Asked asked) => ShowOne(asked, null);

    static async Task<IResult> ShowOne(Asked asked, KeptDrawing? kept)
    {
        if (await Found(asked) is not { } file || (file.Latest is null && !MayEdit(asked) && file.Proposals.IsEmpty)) return NotFound(asked);
        var counts = await asked.Service<MovePath>().Counts(file.Key, asked.Aborted);
        var versions = ImmutableArray.CreateBuilder<EditionLine>();
        foreach (var version in file.Published.Reverse())
        {
            var changes = await asked.Service<DraftJudge>().Since(file.Key, version.Number, asked.Aborted);
            versions.Add(new(version.Number, version.At, asked.Me.NameOf(version.By), asked.Me.Text(version.Note), Lines(changes), counts.GetValueOrDefault(version.Number), Consents(asked, file, version))
            {
                Rehearsal = version.Rehearsal is { } rehearsed ? RehearsalWords.Of(rehearsed) : null,
            });
        }

        return PageResults.View<ProcessPage>(asked.Me, new ProcessView(
            file.Key, await NameOf(asked, file), versions.ToImmutable(), [.. file.OpenDrafts.Select(draft => Line(asked, draft))], [.. file.Proposals.Reverse().Select(proposal => Line(asked, proposal))],
            [.. file.Moves.Reverse().Select(run => Line(asked, run))], MayEdit(asked), kept)
        {
            Scenarios = (await asked.Service<ScenarioShelf>().Of(file, asked.Aborted)).Length,
        });
    }

    public static ImmutableArray<string> Consents(Asked asked, DefinitionFile file, PublishedVersion version)
    {
        if (version.Proposal is not { } number || file.Proposal(number) is not { Fag: { } fag, Bruker: { } bruker }) return [];
        string Said(Side side, ConsentAnswer answer) => asked.Me.Say(
            $"{asked.Me.NameOf(answer.Person)} samtykket som {side.Words().Nb} {asked.Me.Date(answer.At)}.", $"{asked.Me.NameOf(answer.Person)} samtykte som {side.Words().Nn} {asked.Me.Date(answer.At)}.");
        return [Said(Side.Fag, fag), Said(Side.Bruker, bruker)];
    }

    public static DraftLine Line(Asked asked, DefinitionDraft draft) =>
        new(draft.Number, draft.Revision, draft.BaseVersion, draft.At, asked.Me.NameOf(draft.By), asked.Me.Text(draft.Note), draft.Standing == DraftStanding.Proposed);

    static RunLine Line(Asked asked, MoveRun run)
    {
        int Count(CaseMoveOutcome outcome) => run.Cases.Count(line => line.Outcome == outcome);
        return new(run.From, run.To, run.At, asked.Me.NameOf(run.By), Count(CaseMoveOutcome.Moved), Count(CaseMoveOutcome.AwaitsConsent), Count(CaseMoveOutcome.Refused));
    }

    static ProposalLine Line(Asked asked, DefinitionProposal proposal) => new(
        proposal.Number, proposal.At, asked.Me.NameOf(proposal.By), asked.Me.Text(proposal.Note), asked.Me.UnitName(proposal.Unit), proposal.Fag is not null, proposal.Bruker is not null,
        proposal.Standing switch
        {
            ProposalStanding.Pending => new("Venter på svar", "Ventar på svar"),
            ProposalStanding.Consented => new("Begge sider har samtykket, og utgaven gjelder", "Begge sider har samtykt, og utgåva gjeld"),
            ProposalStanding.Refused => new("En av sidene sa nei", "Ei av sidene sa nei"),
            _ => new("Trukket tilbake", "Trekt tilbake"),
        },
        proposal.Refusal is { } refusal ? asked.Me.Say($"{asked.Me.NameOf(refusal.Person)} sa nei som {refusal.Side.Words().Nb}: ", $"{asked.Me.NameOf(refusal.Person)} sa nei som {refusal.Side.Words().Nn}: ") + asked.Me.Text(refusal.Reason) : null,
        proposal.Standing == ProposalStanding.Pending);

    static Task<IResult> ShowDraft(Asked asked) => ShowDraft(asked, null);

    static async Task<IResult> ShowDraft(Asked asked, RehearsalShown? rehearsal)
    {
        if (!MayEdit(asked)) return NotAllowed(asked);
        if (await Found(asked) is not { } file || Address.Number(asked.Http, "number") is not { } number || file.Draft(number) is not { } draft) return NotFound(asked);
        var judged = await asked.Service<DraftJudge>().Judge(file, draft, asked.Aborted);
        ImmutableArray<Portal.Choice> units = [.. asked.Me.Directory.Units.Values.Where(unit => unit.IsLms).OrderBy(unit => unit.Name, StringComparer.Ordinal).Select(unit => new Portal.Choice(unit.Id.ToString(), unit.Name))];
        return PageResults.View<DraftPage>(asked.Me, new DraftView(
            file.Key, await NameOf(asked, file), Line(asked, draft), judged.Against, [.. judged.Judgement.Errors.Select(error => error.Sentence)],
            [.. judged.Verification.Findings.Where(finding => finding.Severity != Severity.Error).Select(finding => finding.Sentence)], Lines(judged.Changes), judged.Judgement.Weakens, units, draft.Standing == DraftStanding.Open)
        {
            Scenarios = [.. (await asked.Service<ScenarioShelf>().Of(file, asked.Aborted)).Select(scenario => scenario.Name)],
            Rehearsal = rehearsal,
        });
    }

    static async Task<IResult> ShowConsent(Asked asked)
    {
        if (await Found(asked) is not { } file || Address.Number(asked.Http, "number") is not { } number || file.Proposal(number) is not { } proposal) return NotFound(asked);
        var changes = await FrozenChanges.Read(asked.Service<ICaseStore>(), proposal.ChangesHash, asked.Aborted);
        return PageResults.View<ConsentPage>(asked.Me, new ConsentView(
            file.Key, await NameOf(asked, file), Line(asked, proposal), proposal.Against, proposal.ChangesHash, Lines(changes), await MaySay(asked, proposal),
            proposal.Standing == ProposalStanding.Pending && CaseAccess.Capacity(asked.Actor, Act.PublishDefinition, []) is not null));
    }

    /// <summary>The sides this person can answer for; the rule says it again when they do.</summary>
    static async Task<ImmutableArray<Side>> MaySay(Asked asked, DefinitionProposal proposal)
    {
        if (proposal.Standing != ProposalStanding.Pending || proposal.By == asked.Me.Person || proposal.Fag?.Person == asked.Me.Person || proposal.Bruker?.Person == asked.Me.Person) return [];
        return [.. (await asked.Service<DefinitionPath>().SidesIn(proposal.Unit, asked.Me.Person, asked.Aborted)).Where(side => proposal.Of(side) is null)];
    }

    static async Task<IResult> PostNew(Asked asked, PageForm form)
    {
        var binder = form.Binder;
        if (form.Act != nameof(SaveDefinitionDraft)) return PageResults.Message(asked.Me, StatusCodes.Status400BadRequest);
        var key = binder.Text("key").Trim();
        var saved = await Save(asked, form, key, null);
        return saved.Result switch
        {
            DefinitionResult.Done done => PageResults.Done($"{Root}/{key}/utkast/{done.File.Drafts[^1].Number}", form.Act),
            DefinitionResult.Refused { Forbidden: true } => NotAllowed(asked),
            DefinitionResult.Refused refused => await ShowAll(With(asked, form, refused.Reasons)),
            _ => PageResults.Message(asked.Me, StatusCodes.Status500InternalServerError),
        };
    }

    static async Task<IResult> PostOne(Asked asked, PageForm form)
    {
        if (await Found(asked) is null) return NotFound(asked);
        if (form.Act != nameof(SaveDefinitionDraft)) return PageResults.Message(asked.Me, StatusCodes.Status400BadRequest);
        var draft = int.TryParse(form.Binder.Text("draft"), out var number) ? number : (int?)null;
        return await Saved(asked, form, draft, await Save(asked, form, Key(asked), draft), state => ShowOne(state));
    }

    static async Task<IResult> PostDraft(Asked asked, PageForm form)
    {
        if (await Found(asked) is not { } file || Address.Number(asked.Http, "number") is not { } number || file.Draft(number) is not { } draft) return NotFound(asked);
        return form.Act switch
        {
            nameof(SaveDefinitionDraft) => await Saved(asked, form, number, await Save(asked, form, file.Key, number), ShowDraft),
            "RehearseDraft" => await ScenarioPages.Rehearse(asked, form, file, draft, ShowDraft),
            nameof(PublishDefinition) => await Run<PublishDefinition>(asked, form, $"{Root}/{file.Key}", ShowDraft),
            nameof(DiscardDefinitionDraft) => await Run<DiscardDefinitionDraft>(asked, form, $"{Root}/{file.Key}", ShowDraft),
            _ => PageResults.Message(asked.Me, StatusCodes.Status400BadRequest),
        };
    }

    static async Task<IResult> PostConsent(Asked asked, PageForm form) => form.Act switch
    {
        _ when await Found(asked) is null => NotFound(asked),
        nameof(ConsentToDefinition) => await Run<ConsentToDefinition>(asked, form, asked.Http.Request.Path, ShowConsent),
        nameof(RefuseDefinition) => await Run<RefuseDefinition>(asked, form, asked.Http.Request.Path, ShowConsent),
        nameof(WithdrawProposal) => await Run<WithdrawProposal>(asked, form, asked.Http.Request.Path, ShowConsent),
        _ => PageResults.Message(asked.Me, StatusCodes.Status400BadRequest),
    };

    static async Task<IResult> Run<T>(Asked asked, PageForm form, string then, Func<Asked, Task<IResult>> again) where T : DefinitionRequest
    {
        var binder = form.Binder;
        var request = (DefinitionRequest?)binder.Value(typeof(T));
        if (!binder.Faults.IsEmpty) return await again(With(asked, form, binder.Faults));
        return await asked.Service<DefinitionPath>().Run(Key(asked), request!, asked.Actor, CommandOptions.None, asked.Aborted) switch
        {
            DefinitionResult.Done => PageResults.Done(then, form.Act),
            DefinitionResult.Refused { Forbidden: true } => NotAllowed(asked),
            DefinitionResult.Refused refused => await again(With(asked, form, refused.Reasons)),
            _ => PageResults.Message(asked.Me, StatusCodes.Status500InternalServerError),
        };
    }

    static async Task<SavedDraft> Save(Asked asked, PageForm form, string key, int? draft)
    {
        var binder = form.Binder;
        var name = Said(binder, "name") is { } nb ? new ProcessName(nb, Said(binder, "nameNn")) : null;
        var body = new DefinitionDraftBody(
            await Bytes(form.Files.GetFile("fil"), asked.Aborted), Said(binder, "kept"), Said(binder, "templateKey"), int.TryParse(binder.Text("templateVersion"), out var version) ? version : null, await Forms(form, asked.Aborted),
            binder.Written("note"), int.TryParse(binder.Text("basedOn"), out var based) ? based : null,
            name, name);
        return await asked.Service<DraftSaving>().Save(key, draft, body, asked.Actor, CommandOptions.None, asked.Aborted);
    }

    /// <summary>Whoever came second sees what the first changed, and can save theirs all the same.</summary>
    static async Task<IResult> Saved(Asked asked, PageForm form, int? draft, SavedDraft saved, Func<Asked, Task<IResult>> again) => saved.Result switch
    {
        DefinitionResult.Done done => PageResults.Done($"{Root}/{done.File.Key}/utkast/{draft ?? done.File.Drafts[^1].Number}", form.Act),
        DefinitionResult.Refused { Forbidden: true } => NotAllowed(asked),
        DefinitionResult.Refused { Reasons: [DefinitionDraftIsStale stale] } => await ShowOne(With(asked, form, [stale]), new(draft!.Value, stale.Revision, saved.Kept!, Lines(saved.Since))),
        DefinitionResult.Refused refused => await again(With(asked, form, refused.Reasons)),
        _ => PageResults.Message(asked.Me, StatusCodes.Status500InternalServerError),
    };

    static string? Said(FormBinder binder, string name) => binder.Text(name) is { Length: > 0 } text ? text : null;

    static async Task<ImmutableArray<byte[]>?> Forms(PageForm form, CancellationToken ct)
    {
        var files = ImmutableArray.CreateBuilder<byte[]>();
        foreach (var file in form.Files.GetFiles("skjemaer"))
            if (await Bytes(file, ct) is { } bytes) files.Add(bytes);
        return files.Count == 0 ? null : files.ToImmutable();
    }

    static async Task<byte[]?> Bytes(IFormFile? file, CancellationToken ct)
    {
        if (file is null or { Length: 0 }) return null;
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, ct);
        return memory.ToArray();
    }

    public static Asked With(Asked asked, PageForm form, ImmutableArray<Refusal> reasons) => asked with { Me = asked.Me with { Form = form.State(reasons), Status = null } };
}
