using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>«Flytt saker»: plan, a try on the cases as they are, and the moving itself; and the page where both sides of one case answer.</summary>
static class MovePages
{
    const string Act = "MoveCases";
    const string StepField = "trinn.";

    public static async Task<IResult> Show(Asked asked) => await Show(asked, [], execute: false);

    public static async Task<IResult> Post(Asked asked, PageForm form)
    {
        if (form.Act != Act) return PageResults.Message(asked.Me, StatusCodes.Status400BadRequest);
        var mapping = form.Fields.Where(field => field.Key.StartsWith(StepField, StringComparison.Ordinal) && field.Value.ToString().Length > 0)
            .ToDictionary(field => field.Key[StepField.Length..], field => field.Value.ToString());
        return await Show(asked, mapping, form.Binder.Text("prove") != "ja");
    }

    /// <summary>The page of a case that both its sides answer on. Null when nobody has asked.</summary>
    public static async ValueTask<IResult?> OfCase(CaseAskedFor asked)
    {
        if (asked.File.Process is not { Move: { } move } process) return null;
        var changes = await FrozenChanges.Read(asked.Asked.Service<ICaseStore>(), move.ChangesHash, asked.Asked.Aborted);
        var mine = asked.Context.ActorsMembership;
        string? Said(PersonId? person) => person is null ? null : asked.Me.Say($"{asked.Me.NameOf(person)} har samtykket", $"{asked.Me.NameOf(person)} har samtykt");
        return PageResults.View<CaseMovePage>(asked.Me, new CaseMoveView(
            CaseFrame.From(asked.Context, asked.Me), process.DefinitionVersion, move.To, move.ChangesHash, ProcessPages.Lines(changes), asked.Me.NameOf(move.By), Said(move.Fag), Said(move.Bruker),
            move.RefusedBy is { } refused ? asked.Me.NameOf(refused) : null, asked.Me.Text(move.Reason), move.IsOpen && mine is not null && move.Of(mine.Side) is null && move.By != asked.Me.Person));
    }

    static async Task<IResult> Show(Asked asked, Dictionary<string, string> mapping, bool execute)
    {
        if (CaseAccess.Capacity(asked.Actor, Domain.Act.MoveCase, []) is null) return ProcessPages.NotAllowed(asked);
        if (await ProcessPages.Found(asked) is not { Latest: not null } file) return ProcessPages.NotFound(asked);
        ImmutableArray<Portal.Choice> versions = [.. file.Published.Reverse().Select(version => new Portal.Choice($"{version.Number}", asked.Me.Say($"Utgave {version.Number}", $"Utgåve {version.Number}")))];
        var empty = new MoveView(file.Key, await ProcessPages.NameOf(asked, file), versions, null, null, [], [], false, [], false);
        if (Number(asked, "fra") is not { } from || Number(asked, "til") is not { } to) return PageResults.View<MovePage>(asked.Me, empty);
        var moves = asked.Service<MovePath>();
        var (move, refused) = await moves.Plan(file.Key, from, to, mapping, asked.Aborted);
        if (move is null) return PageResults.View<MovePage>(asked.Me with { Form = new(Act, ImmutableDictionary<string, ImmutableArray<string>>.Empty, [refused!], []) }, empty with { From = from });
        var lines = execute ? await moves.Execute(file.Key, move, asked.Actor, asked.Aborted) : await moves.DryRun(move, asked.Actor, asked.Aborted);
        return PageResults.View<MovePage>(asked.Me, empty with
        {
            From = from,
            To = to,
            Steps = Steps(asked, move.Plan),
            Changes = ProcessPages.Lines(move.Changes),
            Weakens = move.Plan.ChangesHash is not null,
            RunningOn = [.. move.Plan.RunningOn.Select(timer => timer.Sentence)],
            Cases = [.. lines.Select(line => new MoveCaseLine(line.Number, Name(line.Outcome), line.Outcome is MoveOutcome.Ready or MoveOutcome.Moved, [.. line.Reasons.Select(reason => reason.Sentence)]))],
            IsDone = execute,
        });
    }

    /// <summary>Every place where a case may stand, those without a target first.</summary>
    static ImmutableArray<MoveStep> Steps(Asked asked, MovePlan plan) => [.. plan.From.Elements.Where(MayStand).OrderBy(element => plan.TargetOf(element.Id) is null ? 0 : 1).Select(element => new MoveStep(
        element.Id, Named(element), plan.TargetOf(element.Id)?.Id ?? "",
        [.. plan.To.Elements.Where(other => other.Kind == element.Kind && other.Trigger == element.Trigger).Select(other => new Portal.Choice(other.Id, asked.Me.Say(Named(other))))]))];

    static bool MayStand(ProcessElement element) => element.Kind.IsActivity() || element.Kind == ElementKind.CatchEvent;

    static Words Named(ProcessElement element) => element.Name.Nb.Length == 0 ? Words.Same(element.Id) : new($"{element.Name.Nb} ({element.Id})", $"{element.Name.Nn} ({element.Id})");

    static Words Name(MoveOutcome outcome) => outcome switch
    {
        MoveOutcome.Ready => new("Kan flyttes", "Kan flyttast"),
        MoveOutcome.Moved => new("Flyttet", "Flytta"),
        MoveOutcome.AwaitsConsent => new("Venter på samtykke fra begge sider", "Ventar på samtykke frå begge sider"),
        _ => new("Blir på utgaven sin", "Blir på utgåva si"),
    };

    static int? Number(Asked asked, string name) =>
        int.TryParse(asked.Http.Request.Query[name].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
