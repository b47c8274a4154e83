using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>A draft walked through by hand. The page carries the whole walk; the server keeps nothing of it until it is kept as a scenario.</summary>
static class WalkPages
{
    /// <summary>The start that no scenario is needed for.</summary>
    const string Fresh = "ny";

    static readonly TimeOnly Morning = new(9, 0);

    public static Task<IResult> Show(Asked asked) => Show(asked, null);

    public static async Task<IResult> Post(Asked asked, PageForm form)
    {
        if (!ProcessPages.MayEdit(asked)) return ProcessPages.NotAllowed(asked);
        if (form.Act != "WalkDraft") return PageResults.Message(asked.Me, StatusCodes.Status400BadRequest);
        if (await Draft(asked) is not var (file, draft)) return ProcessPages.NotFound(asked);
        var kept = await asked.Service<ScenarioShelf>().Of(file, asked.Aborted);
        var (before, after) = Step(form.Binder, Followed(asked, kept), asked.Service<ScenarioShelf>().Example, file.Key);
        if (after is null) return await Show(ProcessPages.With(asked, form, [new NothingChosen("linje")]), before.Text.Length == 0 ? null : await Shown(asked, file, draft, kept, before, before));
        return asked.Service<ScenarioKeeping>().Unreadable(after.Text, kept) is { } unreadable and not ScenarioIsEmpty
            ? await Show(ProcessPages.With(asked, form, [unreadable]), null)
            : await Show(asked with { Me = asked.Me with { Status = null } }, await Shown(asked, file, draft, kept, before, after));
    }

    /// <summary>The walk as it was and as it is asked to go on; null when nothing was asked for.</summary>
    static (WalkSoFar Before, WalkSoFar? After) Step(FormBinder binder, ImmutableArray<ShelvedScenario> kept, ShelvedScenario? shipped, string key)
    {
        var before = new WalkSoFar(binder.Text("text"), binder.Text("example"), Number(binder, "line") ?? 0);
        var example = kept.FirstOrDefault(scenario => scenario.Name == before.Example);
        return (before, binder.Text("gjor").Split(' ') switch
        {
            ["begynn"] when binder.Text("start") == Fresh => shipped is not null && WalkText.Fresh(shipped, key) is var (text, line) ? new(text, shipped.Name, line) : null,
            ["begynn"] => Begin(binder.Text("start"), kept),
            ["neste"] when example is not null && WalkText.Next(example, before.Line) is var (step, after) => new(WalkText.With(before.Text, step), before.Example, after),
            ["hopp"] when example is not null && WalkText.Next(example, before.Line) is var (_, after) => before with { Line = after },
            ["tilbake"] => before with { Text = WalkText.WithoutLast(before.Text) },
            ["til", var due] when DateTimeOffset.TryParse(due, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => Later(before, time),
            ["dager"] when Number(binder, "days") is > 0 and <= 400 and var days && DateTimeOffset.TryParse(binder.Text("clock"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now) =>
                Later(before, OsloTime.At(OsloTime.Date(now).AddDays(days), Morning)),
            ["ferdig", var who, var item] when int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => before with { Text = WalkText.With(before.Text, WalkText.Completes(who, number)) },
            ["steg", ..] when binder.Text("gjor")["steg ".Length..] is { Length: > 0 } step => before with { Text = WalkText.With(before.Text, step) },
            ["egen"] when !string.IsNullOrWhiteSpace(binder.Text("step")) => before with { Text = WalkText.With(before.Text, binder.Text("step")) },
            _ => null,
        });
    }

    /// <summary>What a walk can follow: what is kept of the process, and the example that follows with the product.</summary>
    static ImmutableArray<ShelvedScenario> Followed(Asked asked, ImmutableArray<ShelvedScenario> kept) =>
        asked.Service<ScenarioShelf>().Example is { } example && kept.All(scenario => scenario.Name != example.Name) ? kept.Add(example) : kept;

    static WalkSoFar? Begin(string start, ImmutableArray<ShelvedScenario> kept)
    {
        var words = start.Split(' ', 2);
        return kept.FirstOrDefault(scenario => scenario.Name == words[0]) is { } scenario
            ? new(WalkText.From(scenario, words.ElementAtOrDefault(1)), scenario.Name, WalkText.After(scenario, words.ElementAtOrDefault(1))) : null;
    }

    /// <summary>Clocks of scenarios are set to whole minutes; one that falls due within the minute has fallen due.</summary>
    static WalkSoFar Later(WalkSoFar before, DateTimeOffset time) => before with { Text = WalkText.With(before.Text, WalkText.ClockAt(time.AddSeconds(59))) };

    static async Task<WalkShown> Shown(Asked asked, DefinitionFile file, DefinitionDraft draft, ImmutableArray<ShelvedScenario> kept, WalkSoFar before, WalkSoFar after)
    {
        var (walk, refused) = await asked.Service<Rehearsals>().Walk(file, draft, after.Text, kept, asked.Aborted);
        // a step that could not be done is no part of the walk
        var stands = walk?.Refused is null && refused is null ? after : before.Text.Length > 0 ? before : after;
        var example = Followed(asked, kept).FirstOrDefault(scenario => scenario.Name == stands.Example);
        var next = example is null ? null : WalkText.Next(example, stands.Line)?.Step;
        return new(stands.Text, stands.Example, stands.Line, next)
        {
            NextWords = next is null ? null : StepWords.Of(next, StepWords.People(example!.Text)),
            Done = [.. WalkText.Steps(stands.Text).Select(step => StepWords.Done(step, StepWords.People((example?.Text ?? "") + "\n" + stands.Text)))],
            Trouble = refused?.Sentence ?? walk?.Refused?.Sentence,
            Step = walk?.Refused?.Step ?? "",
            Clock = walk?.Clock,
            Case = walk?.Case is { } found ? Shown(found) : null,
            Picture = walk is null ? null : Drawing(asked, await asked.Service<ICaseStore>().Pinned(draft.ContentHash, asked.Aborted), walk),
            Reach = walk is null ? null : RehearsalWords.Reach(walk.Coverage.Elements.Length, walk.Coverage.AllElements, walk.Coverage.Flows.Length, walk.Coverage.AllFlows),
            Places = walk is null ? [] :
            [
                new(new("Steg saken har vært innom", "Steg saka har vore innom"), [.. walk.Coverage.Elements.Select(place => place.Name)]),
                new(new("Piler den har fulgt", "Piler ho har følgt"), [.. walk.Coverage.Flows.Select(place => place.Name)]),
                new(new("Steg som gjenstår", "Steg som står att"), [.. walk.Coverage.ElementsNotCovered.Select(place => place.Name)]),
            ],
        };
    }

    /// <summary>The draft's drawing with what has been gone through and where the case stands, in the part it stands in.</summary>
    static PictureView? Drawing(Asked asked, byte[] source, Walk walk)
    {
        if (CaseWorkflow.Read(source).Definition is not { } process || PictureReader.Read(source) is not { } picture) return null;
        var (done, here) = (new PictureMark(MarkKind.Done, new("saken har vært her", "saka har vore her")), new PictureMark(MarkKind.Here, new("saken står her", "saka står her")));
        var marks = walk.Coverage.Flows.ToDictionary(flow => flow.Id, _ => done, StringComparer.Ordinal);
        // what has steps in it is done only when they are, and they say so themselves
        foreach (var place in walk.Coverage.Elements.Where(place => process[place.Id]?.Kind.IsScope() != true)) Mark(place.Id, done);
        ImmutableArray<ProcessElement> stands = [.. (walk.Case?.Here ?? []).Select(place => process[place.Id]).OfType<ProcessElement>()];
        foreach (var element in stands) Mark(element.Id, here);
        var part = picture.Parts.Select(part => part.Id).Where(part => stands.Any(element => Around(element).Contains(part))).Distinct().ToList();
        var shown = Pictures.Of(
            asked, picture, new($"Utkastet av {process.Name.Nb}", $"Utkastet av {process.Name.Nn}"), Words.Same(""), new(marks.ToImmutableDictionary()), asked.Http.Request.Path, part is [var only] ? only : null);
        // a link to another part would leave the walk, which only this page knows
        return shown with { Parts = [] };

        void Mark(string id, PictureMark mark)
        {
            if (process[id] is { } element && picture.Seen(element) is { } seen) marks[seen] = mark;
        }
    }

    internal static IEnumerable<string> Around(ProcessElement element)
    {
        for (var scope = element.Parent; scope is not null; scope = scope.Parent) yield return scope.Id;
    }

    static WalkCaseShown Shown(WalkedCase walked) => new(
        walked.Title, walked.Phase.Words(), walked.IsEnded, [.. walked.Here.Select(place => place.Name)],
        [.. walked.Tasks.Select(task => new WalkTaskLine(task.Item, task.Place.Name, task.Due, [.. task.Who.Select(person => new Choice(person.Code, person.Name))], task.ByHand, Lines(task.Acts)))],
        [.. walked.Timers.Select(timer => (timer.Place.Name, timer.Due))], Lines(walked.Acts));

    static ImmutableArray<WalkActLine> Lines(ImmutableArray<WalkAct> acts) => [.. acts.Select(act => new WalkActLine(act.Name, act.Step))];

    static async Task<IResult> Show(Asked asked, WalkShown? walk)
    {
        if (!ProcessPages.MayEdit(asked)) return ProcessPages.NotAllowed(asked);
        if (await Draft(asked) is not var (file, draft)) return ProcessPages.NotFound(asked);
        var kept = await asked.Service<ScenarioShelf>().Of(file, asked.Aborted);
        var starts = kept.SelectMany(scenario => WalkText.Marks(scenario).Select(mark => new Choice($"{scenario.Name} {mark}", asked.Me.Say($"{scenario.Name}, til «{mark}»", $"{scenario.Name}, til «{mark}»")))
            .Prepend(new(scenario.Name, asked.Me.Say($"{scenario.Name}, fra begynnelsen", $"{scenario.Name}, frå byrjinga"))));
        if (await CanBeOpened(asked, draft)) starts = starts.Prepend(new(Fresh, asked.Me.Say("en ny sak, med de oppdiktede personene fra eksempelet", "ei ny sak, med dei oppdikta personane frå dømet")));
        return PageResults.View<WalkPage>(asked.Me, new WalkView(file.Key, await ProcessPages.NameOf(asked, file), draft.Number, [.. starts], walk));
    }

    /// <summary>A part is opened by what calls it, and a re-run rests on an offer that was held before.</summary>
    static async Task<bool> CanBeOpened(Asked asked, DefinitionDraft draft) =>
        CaseWorkflow.Read(await asked.Service<ICaseStore>().Pinned(draft.ContentHash, asked.Aborted)).Definition is { IsPart: false, Flow: CaseFlow.Ny };

    static async Task<(DefinitionFile File, DefinitionDraft Draft)?> Draft(Asked asked) =>
        await ProcessPages.Found(asked) is { } file && Address.Number(asked.Http, "number") is { } number && file.Draft(number) is { } draft ? (file, draft) : null;

    static int? Number(FormBinder binder, string name) => int.TryParse(binder.Text(name).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <param name="Example">The scenario it follows, and <paramref name="Line"/>, how far.</param>
    sealed record WalkSoFar(string Text, string Example, int Line);
}
