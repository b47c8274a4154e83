using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What somebody wants erased: all that goes with a person, texts of one fact of a case or of a process, or of what falls due in it.</summary>
/// <param name="Texts">Commitments of the texts; left out, all of the fact's.</param>
/// <param name="Kinds">All texts of these kinds of retention in the case.</param>
/// <param name="Definition">Key of a process, in place of a case: texts of one fact of its history.</param>
public sealed record ErasureBody(
    ErasureGround Ground, WrittenText Reason, PersonId? Person = null, CaseId? Case = null, long? Version = null, ImmutableArray<string>? Texts = null, ImmutableArray<RetentionKind>? Kinds = null,
    string? Definition = null);

public sealed record DeclineBody(WrittenText Reason);

/// <summary>An erasure for programs. Texts are named by place only.</summary>
public sealed record ErasureView(
    int Number, ErasureStanding Standing, PersonId? Person, ErasureGround Ground, ImmutableArray<TextPlace> Texts, SealedText Reason, PersonId ProposedBy, DateTimeOffset ProposedAt, PersonId? DecidedBy,
    DateTimeOffset? DecidedAt, SealedText? Answer, DateTimeOffset? CleanedAt, DateOnly? GoneFromBackups)
{
    public static ErasureView Of(Erasure erasure, LmsOptions options) => new(
        erasure.Number, erasure.Standing, erasure.Person, erasure.Ground, erasure.Texts, erasure.Reason, erasure.ProposedBy, erasure.ProposedAt, erasure.DecidedBy, erasure.DecidedAt, erasure.Answer, erasure.CleanedAt, erasure.GoneFromBackups(options.BackupDays));
}

/// <summary>Erasures for programs, by the same rules as the pages.</summary>
static class ErasureEndpoints
{
    public static async Task<IResult> All(HttpContext http)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (!ErasureAccess.MayReadList(actor)) return new ProblemResult(Problem.NotAllowed);
        var sight = http.RequestServices.GetRequiredService<ErasureSight>();
        ImmutableArray<Erasure> listed;
        switch (http.Request.Query["awaiting"].FirstOrDefault())
        {
            case null or "": listed = await sight.Visible(actor, http.RequestAborted); break;
            case "me": listed = await sight.Awaiting(actor, http.RequestAborted); break;
            default: return new ProblemResult(Problem.Malformed());
        }

        return TakeOut.IsAsked(http) ? TakeOut.Of(http, ErasureSheet.Of(Options(http)).With(listed)) : new ViewResult(listed.Select(erasure => ErasureView.Of(erasure, Options(http))).ToImmutableArray());
    }

    public static async Task<IResult> One(HttpContext http)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (!ErasureAccess.MayReadList(actor)) return new ProblemResult(Problem.NotAllowed);
        return Number(http) is { } number && (await http.RequestServices.GetRequiredService<ErasureSight>().Visible(actor, http.RequestAborted)).FirstOrDefault(erasure => erasure.Number == number) is { } found
            ? new ViewResult(ErasureView.Of(found, Options(http))) : new ProblemResult(Problem.NotFound);
    }

    public static async Task<IResult> Propose(HttpContext http)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        var body = (ErasureBody)RequestBody.Parse(await RequestBody.Bytes(http), typeof(ErasureBody), []);
        IReadOnlyCollection<string> asked = body is { Case: { } of, Kinds: { IsDefaultOrEmpty: false } kinds } ? await http.RequestServices.GetRequiredService<ErasureTexts>().OfKinds(of, kinds, http.RequestAborted)
            : body is { Version: { } version } && (body.Case is { } id ? StreamId.Case(id) : body.Definition is { Length: > 0 } key ? StreamId.Definition(key) : (StreamId?)null) is { } stream
            ? [.. (await http.RequestServices.GetRequiredService<ErasureTexts>().OfFact(stream, version, http.RequestAborted)).Select(text => text.Commitment).Where(text => body.Texts is not { } only || only.Contains(text))]
            : body.Texts ?? [];
        return await Run(http, actor, new ProposeErasure(body.Person, body.Ground, body.Reason), asked);
    }

    public static Task<IResult> Confirm(HttpContext http) => Decide(http, (number, _) => new ConfirmErasure(number));

    public static Task<IResult> Decline(HttpContext http) => Decide(http, (number, body) => new DeclineErasure(number, ((DeclineBody)RequestBody.Parse(body, typeof(DeclineBody), [])).Reason));

    public static Task<IResult> Withdraw(HttpContext http) => Decide(http, (number, _) => new WithdrawErasure(number));

    static async Task<IResult> Decide(HttpContext http, Func<int, byte[], ErasureRequest> request)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        return Number(http) is { } number ? await Run(http, actor, request(number, await RequestBody.Bytes(http)), []) : new ProblemResult(Problem.NotFound);
    }

    static async Task<IResult> Run(HttpContext http, Actor actor, ErasureRequest request, IReadOnlyCollection<string> asked) =>
        await http.RequestServices.GetRequiredService<ErasurePath>().Run(request, asked, actor, http.RequestAborted) switch
        {
            ErasureResult.Refused { Forbidden: true } => new ProblemResult(Problem.NotAllowed),
            ErasureResult.Refused { Reasons: [UnknownErasure] } => new ProblemResult(Problem.NotFound),
            ErasureResult.Refused refused => new ProblemResult(Problem.Refused(StatusCodes.Status422UnprocessableEntity, refused.Reasons)),
            ErasureResult.Done done => Results.Json(ErasureView.Of(done.Erasure, Options(http)), ApiJson.Writing, statusCode: http.Request.Method == HttpMethods.Post ? StatusCodes.Status201Created : StatusCodes.Status200OK),
            _ => throw new InvalidOperationException("an act is done or refused"),
        };

    static LmsOptions Options(HttpContext http) => http.RequestServices.GetRequiredService<LmsOptions>();

    static int? Number(HttpContext http) => int.TryParse(http.Request.RouteValues["number"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Erasures as they are taken out. The reason is free text and stays on the page.</summary>
static class ErasureSheet
{
    public static Sheet<Erasure> Of(LmsOptions options) => new(
        "slettinger", new("Slettinger", "Slettingar"),
        new("Nummer", "Nummer", (erasure, _) => erasure.Number),
        new("Hjemmel", "Heimel", (erasure, me) => me.Say(erasure.Ground.Words())),
        new("Tekster", "Tekstar", (erasure, _) => erasure.Texts.Select(place => place.Text).Distinct().Count()),
        new("Foreslått av", "Føreslått av", (erasure, me) => me.NameOf(erasure.ProposedBy)),
        new("Foreslått", "Føreslått", (erasure, _) => erasure.ProposedAt),
        new("Tilstand", "Tilstand", (erasure, me) => me.Say(Portal.ErasureNames.Of(erasure.Standing))),
        new("Avgjort av", "Avgjort av", (erasure, me) => erasure.DecidedBy is { } decided ? me.NameOf(decided) : ""),
        new("Avgjort", "Avgjort", (erasure, _) => erasure.DecidedAt),
        new("Databasen ryddet", "Databasen rydda", (erasure, _) => erasure.CleanedAt),
        new("Borte fra sikkerhetskopier", "Borte frå tryggingskopiar", (erasure, _) => erasure.GoneFromBackups(options.BackupDays) is { } gone ? gone : Cell.Empty))
    { Filters = ["awaiting"] };
}

/// <summary>Which erasures somebody sees: revisor and administrator all, others those they could have proposed or may confirm.</summary>
public sealed class ErasureSight(ICaseStore store, ErasureTexts texts, People people, TimeProvider clock)
{
    ErasureBook known = ErasureBook.Empty;

    /// <summary>Latest first.</summary>
    public async Task<ImmutableArray<Erasure>> Visible(Actor actor, CancellationToken ct)
    {
        var visible = ImmutableArray.CreateBuilder<Erasure>();
        foreach (var erasure in (await ErasurePath.Load(store, ct)).Erasures.Reverse())
            if (actor.Has(Role.Revisor) || actor.Has(Role.Administrator) || await Rights(actor, erasure, ct) is { Propose: true } or { Confirm: true }) visible.Add(erasure);
        return visible.ToImmutable();
    }

    /// <summary>Those that wait for this person's answer, oldest first.</summary>
    public async Task<ImmutableArray<Erasure>> Awaiting(Actor actor, CancellationToken ct)
    {
        if (actor.Person is not { } person || !ErasureAccess.MayConfirmSome(actor)) return [];
        var awaiting = ImmutableArray.CreateBuilder<Erasure>();
        foreach (var erasure in (await Known(ct)).Erasures)
            if (erasure.CanBeAnsweredBy(person) && (await Rights(actor, erasure, ct)).Confirm) awaiting.Add(erasure);
        return awaiting.ToImmutable();
    }

    /// <summary>All erasures but for their reasons. Asked for on every page, so the book is only read on from where it was.</summary>
    public async Task<ErasureBook> Known(CancellationToken ct)
    {
        var book = known;
        if (await store.Read(StreamId.Erasures, book.Version, ct) is { Count: > 0 } since) known = book = WithoutTexts(since.Aggregate(book, (so, recorded) => so.After(recorded.Fact, recorded.Stamp)));
        return book;
    }

    /// <summary>What is kept in memory must not hold a text that may be erased itself.</summary>
    static ErasureBook WithoutTexts(ErasureBook book) => book with { Erasures = [.. book.Erasures.Select(erasure => erasure with { Reason = erasure.Reason with { Salt = null, Value = null }, Answer = null })] };

    public async Task<(bool Propose, bool Confirm)> Rights(Actor actor, Erasure erasure, CancellationToken ct)
    {
        var (cases, today, ofPerson, elsewhere) = (await texts.CasesOf(erasure.Texts, ct), OsloTime.Date(clock.GetUtcNow()), erasure.Person is not null, ErasureTexts.LieElsewhere(erasure.Texts));
        return (ErasureAccess.ToPropose(actor, ofPerson, cases, people.Directory, today, elsewhere) is not null, ErasureAccess.ToConfirm(actor, ofPerson, cases, people.Directory, today, elsewhere) is not null);
    }
}
