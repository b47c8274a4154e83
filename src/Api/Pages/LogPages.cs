using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>The proof log for people: read by everybody who is signed in, checked by revisor and administrator, keys and witnesses by administrator.</summary>
static class LogPages
{
    const string Root = "/bevislogg";

    const int Shown = 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Root, async (HttpContext http) => await Asked.Of(http) is { } asked ? await Show(asked) : SignInPages.Send(http)).ExcludeFromDescription();
        app.MapPost(Root, (Delegate)Post).DisableAntiforgery().ExcludeFromDescription();
    }

    static async Task<IResult> Show(Asked asked)
    {
        var (log, maker, ct) = (asked.Service<ICaseStore>().Log, asked.Service<CheckpointMaker>(), asked.Aborted);
        var book = await asked.Service<LogPath>().Load(ct);
        var checkpoints = await log.Before(long.MaxValue, Shown, ct);
        var mayCheck = CaseAccess.Capacity(asked.Actor, Act.CheckRecord, []) is not null;
        return PageResults.View<LogPage>(asked.Me, new LogView(
            checkpoints.FirstOrDefault()?.Checkpoint.Origin ?? "", await log.Size(ct), [.. checkpoints.Select(stored => Line(stored, book))],
            [.. book.Keys.Reverse().Select(entry => new LogKeyLine(entry.Key, entry.IntroducedAt, entry.RetiredAt, entry.Key == maker.Key?.Write()))], await Witnesses(log, book, ct), await Witnessed(asked, log, book),
            maker.Broken is { } broken ? LogWords.Of(broken) : null, mayCheck && asked.Service<RecordChecker>().Latest is { } run ? Line(run) : null,
            mayCheck ? [.. book.Checks.Reverse().Take(Shown).Select(check => LogWords.Of(check, asked.Me.DateAndTime(check.At)))] : [], CaseAccess.Capacity(asked.Actor, Act.ManageLog, []) is not null, mayCheck));
    }

    static CheckpointLine Line(StoredCheckpoint stored, LogBook book) =>
        new(stored.Checkpoint.Size, stored.At, [.. stored.Cosignatures.Select(cosignature => NameOf(book, cosignature)).Distinct()]);

    static CheckLine Line(RecordCheckRun run) => new(run.Began, run.Ended, run.State.Done, run.State.Size, run.State.Checkpoints, [.. run.State.Faults.Select(LogWords.Of)]);

    static async Task<ImmutableArray<WitnessLine>> Witnesses(ProofLog log, LogBook book, CancellationToken ct)
    {
        var seen = await log.LastCosigned(ct);
        return
        [
            .. book.Witnesses.Select(entry =>
            {
                (long Size, DateTimeOffset At)? last = NoteKey.Read(entry.Key) is { } key && seen.TryGetValue(key.Name, out var there) ? there : null;
                return new WitnessLine(entry.Name, entry.Key, entry.AdmittedAt, entry.DismissedAt, last?.At, last?.Size ?? 0);
            }),
        ];
    }

    /// <summary>«Sist bevitnet av … den …».</summary>
    static async Task<Words?> Witnessed(Asked asked, ProofLog log, LogBook book)
    {
        if (await log.LatestWitnessed(asked.Aborted) is not { Cosignatures: [.., var last] } stored) return null;
        var (who, at) = (NameOf(book, last), asked.Me.DateAndTime(last.At));
        return new($"Sist bevitnet av {who} {at}, med {stored.Checkpoint.Size} hendelser.", $"Sist bevitna av {who} {at}, med {stored.Checkpoint.Size} hendingar.");
    }

    static string NameOf(LogBook book, StoredCosignature cosignature) =>
        book.Witnesses.LastOrDefault(entry => NoteKey.Read(entry.Key) is { } key && key.Name == cosignature.Name && key.Id == cosignature.Signature.KeyId)?.Name ?? cosignature.Name;

    static async Task<IResult> Post(HttpContext http)
    {
        if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
        var (form, unreadable) = await PageForm.Of(http);
        if (form is null) return PageResults.Message(asked.Me, unreadable);
        return form.Act switch
        {
            nameof(AdmitWitness) => await Run(asked, form, new AdmitWitness(form.Binder.Text("key").Trim(), form.Binder.Text("name"))),
            nameof(DismissWitness) => await Run(asked, form, new DismissWitness(form.Binder.Text("key"))),
            nameof(RetireLogKey) => await Run(asked, form, new RetireLogKey(form.Binder.Text("key"))),
            "ChangeLogKey" => await Answer(asked, form, await asked.Service<CheckpointMaker>().ChangeKey(asked.Actor, asked.Aborted)),
            "CheckRecord" => await asked.Service<RecordChecker>().Start(asked.Actor, asked.Aborted) ? PageResults.Done(Root, form.Act) : PageResults.Message(asked.Me, StatusCodes.Status403Forbidden),
            "TakeCosignature" => await Cosign(asked, form),
            _ => PageResults.Message(asked.Me, StatusCodes.Status400BadRequest),
        };
    }

    static async Task<IResult> Run(Asked asked, PageForm form, LogRequest request) => await Answer(asked, form, await asked.Service<LogPath>().Run(request, asked.Actor, asked.Aborted));

    static async Task<IResult> Answer(Asked asked, PageForm form, LogResult result) => result switch
    {
        LogResult.Refused { Forbidden: true } => PageResults.Message(asked.Me, StatusCodes.Status403Forbidden),
        LogResult.Refused refused => await Show(ProcessPages.With(asked, form, refused.Reasons)),
        _ => PageResults.Done(Root, form.Act),
    };

    static async Task<IResult> Cosign(Asked asked, PageForm form)
    {
        var text = "";
        if (form.Files.GetFile("fil") is { Length: > 0 and <= SignedNote.Longest } file)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            text = await reader.ReadToEndAsync(asked.Aborted);
        }

        return await asked.Service<Cosigning>().Take(text, asked.Aborted) is { } refusal ? await Show(ProcessPages.With(asked, form, [refusal])) : PageResults.Done(Root, form.Act);
    }
}
