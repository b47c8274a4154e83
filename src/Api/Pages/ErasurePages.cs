using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Erasures for people: the list, one with its decision, and a proposal from the page of an event or of a person.</summary>
static class ErasurePages
{
    const string Root = "/sletting";

    public static void Map(IEndpointRouteBuilder app)
    {
        RecordPages.Get(app, Root, All);
        RecordPages.Get(app, Root + "/{number:int}", One);
        RecordPages.Get(app, Root + "/ny", New);
        app.MapPost(Root + "/{number:int}", (Delegate)Decide).DisableAntiforgery().ExcludeFromDescription();
        app.MapPost(Root + "/ny", (Delegate)Propose).DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>Where a text of this event is proposed erased; null when the reader may not.</summary>
    public static string? ToPropose(Asked asked, CaseFile file, long version) =>
        ErasureAccess.ToPropose(asked.Actor, false, [file], asked.Me.Directory, asked.Me.Today) is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Root}/ny?sak={file.Id}&hending={version}");

    /// <summary>The same of an event in the history of a process.</summary>
    public static string? ToPropose(Asked asked, string process, long version) =>
        ErasureAccess.ToPropose(asked.Actor, false, [], asked.Me.Directory, asked.Me.Today) is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Root}/ny?prosess={Uri.EscapeDataString(process)}&hending={version}");

    /// <summary>Where all of a person is proposed erased; null when the reader may not.</summary>
    public static string? ToPropose(Asked asked, PersonId person) =>
        ErasureAccess.ToPropose(asked.Actor, true, [], asked.Me.Directory, asked.Me.Today) is null ? null : $"{Root}/ny?person={person}";

    /// <summary>What waits for the reader's answer, for the inbox.</summary>
    public static async Task<ImmutableArray<OverviewLine>> Awaiting(Asked asked) =>
    [
        .. (await asked.Service<ErasureSight>().Awaiting(asked.Actor, asked.Aborted)).Select(erasure => Line(erasure, asked.Me)).Select(line => new OverviewLine(
            asked.Me.Say($"Forslag {line.Number} om sletting: {line.What}", $"Forslag {line.Number} om sletting: {line.What}"), $"{Root}/{line.Number}",
            new($"Foreslått av {line.ProposedBy} {asked.Me.Date(line.ProposedAt)}. Venter på at du bekrefter eller avslår", $"Føreslått av {line.ProposedBy} {asked.Me.Date(line.ProposedAt)}. Ventar på at du stadfester eller avslår"), "mark--wait")),
    ];

    static async Task<IResult> All(Asked asked)
    {
        if (!ErasureAccess.MayReadList(asked.Actor)) return RecordPages.NotAllowed(asked);
        var lines = (await asked.Service<ErasureSight>().Visible(asked.Actor, asked.Aborted)).Select(erasure => Line(erasure, asked.Me)).ToLookup(line => line.Standing == ErasureStanding.Waiting);
        return PageResults.View<ErasuresPage>(asked.Me, new ErasuresView([.. lines[true]], [.. lines[false]], ErasureAccess.ToPropose(asked.Actor, true, [], asked.Me.Directory, asked.Me.Today) is not null, asked.Service<LmsOptions>().BackupDays));
    }

    static async Task<IResult> One(Asked asked)
    {
        if (!ErasureAccess.MayReadList(asked.Actor)) return RecordPages.NotAllowed(asked);
        if (await Found(asked) is not { } erasure) return RecordPages.NotFound(asked);
        var (waits, days) = (erasure.Standing == ErasureStanding.Waiting, asked.Service<LmsOptions>().BackupDays);
        var (_, mayConfirm) = await asked.Service<ErasureSight>().Rights(asked.Actor, erasure, asked.Aborted);
        return PageResults.View<ErasurePage>(asked.Me, new ErasurePageView(
            Line(erasure, asked.Me), [.. await Texts(asked, erasure)], asked.Me.Text(erasure.Reason), erasure.DecidedBy is { } decided ? asked.Me.NameOf(decided) : null, erasure.Answer is { } answer ? asked.Me.Text(answer) : null,
            mayConfirm && asked.Actor.Person is { } person && erasure.CanBeAnsweredBy(person), waits && erasure.ProposedBy == asked.Actor.Person, erasure.GoneFromBackups(days), days));
    }

    static async Task<Erasure?> Found(Asked asked) =>
        int.TryParse(asked.Http.Request.RouteValues["number"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (await asked.Service<ErasureSight>().Visible(asked.Actor, asked.Aborted)).FirstOrDefault(erasure => erasure.Number == number) : null;

    static ErasureLine Line(Erasure erasure, Viewer me)
    {
        var count = erasure.Texts.Select(place => place.Text).Distinct().Count();
        var what = erasure.Person is { } person ? me.Say($"opplysninger om {me.NameOf(person)}", $"opplysningar om {me.NameOf(person)}") : count == 1 ? me.Say("én tekst", "éin tekst") : me.Say($"{count} tekster", $"{count} tekstar");
        return new(erasure.Number, what, erasure.Ground, erasure.Standing, me.NameOf(erasure.ProposedBy), erasure.ProposedAt, erasure.DecidedAt, erasure.CleanedAt);
    }

    static async Task<IEnumerable<ErasureTextLine>> Texts(Asked asked, Erasure erasure)
    {
        var (files, today) = ((await asked.Service<ErasureTexts>().CasesOf(erasure.Texts, asked.Aborted)).ToDictionary(file => StreamId.Case(file.Id).Value), asked.Me.Today);
        var forms = new Dictionary<string, FormCatalogue>(StringComparer.Ordinal);
        foreach (var (stream, file) in files) forms[stream] = await Forms(asked, file);
        return erasure.Texts.DistinctBy(place => place.Text).Select(place =>
        {
            var file = files.GetValueOrDefault(place.Stream);
            var mayRead = file is not null && CaseAccess.Capacity(asked.Actor, Act.ReadHistory, file, today) is not null && CaseAccess.Capacity(asked.Actor, Act.ReadCase, file, today) is not null;
            return new ErasureTextLine(
                asked.Me.Say(FieldNames.Of(place.Field, forms.GetValueOrDefault(place.Stream, FormCatalogue.Empty))), file?.Identity is { } identity ? asked.Me.Say($"Sak {identity.Number}", $"Sak {identity.Number}") : Elsewhere(new(place.Stream), asked.Me), mayRead ? $"{CaseFrame.PathOf(file!.Id)}/historikk" : null, null);
        });
    }

    static string Elsewhere(StreamId stream, Viewer me) =>
        stream.AsDefinition is { } key ? me.Say($"Prosessen {key}", $"Prosessen {key}") : stream == StreamId.Directory ? me.Say("Katalogen", "Katalogen") : me.Say("Tilbudet", "Tilbodet");

    static async Task<IResult> New(Asked asked)
    {
        var (view, status) = await Proposal(asked);
        return view is null ? PageResults.Message(asked.Me, status) : PageResults.View<NewErasurePage>(asked.Me, view);
    }

    /// <summary>What the address asks to have erased, to those who may propose it.</summary>
    static async Task<(NewErasureView? View, int Status)> Proposal(Asked asked)
    {
        var query = asked.Http.Request.Query;
        var action = $"{Root}/ny{asked.Http.Request.QueryString}";
        if (Guid.TryParse(query["person"].FirstOrDefault(), out var person))
        {
            if (ToPropose(asked, new PersonId(person)) is null) return (null, StatusCodes.Status403Forbidden);
            return asked.Me.Directory.Find(new(person)) is null
                ? (null, StatusCodes.Status404NotFound)
                : (new(asked.Me.Say($"Opplysninger om {asked.Me.NameOf(new(person))}", $"Opplysningar om {asked.Me.NameOf(new(person))}"), true, [], action, DirectoryPages.PathOf(new PersonId(person))), StatusCodes.Status200OK);
        }

        if (!long.TryParse(query["hending"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return (null, StatusCodes.Status404NotFound);
        if (query["prosess"].FirstOrDefault() is { Length: > 0 } process) return await OfProcess(asked, process, version, action);
        if (!Guid.TryParse(query["sak"].FirstOrDefault(), out var id)) return (null, StatusCodes.Status404NotFound);
        var file = (await asked.Service<CaseLoader>().Current(new(id), asked.Aborted)).File;
        if (file.Identity is not { } identity) return (null, StatusCodes.Status404NotFound);
        if (ToPropose(asked, file, version) is null) return (null, StatusCodes.Status403Forbidden);
        return (new(asked.Me.Say($"Sak {identity.Number}, hendelse {version}", $"Sak {identity.Number}, hending {version}"), false, await Choices(asked, StreamId.Case(file.Id), version, await Forms(asked, file)), action, $"{CaseFrame.PathOf(file.Id)}/historikk/{version}"), StatusCodes.Status200OK);
    }

    static async Task<(NewErasureView? View, int Status)> OfProcess(Asked asked, string process, long version, string action)
    {
        if (ToPropose(asked, process, version) is null) return (null, StatusCodes.Status403Forbidden);
        var choices = await Choices(asked, StreamId.Definition(process), version, FormCatalogue.Empty);
        return choices.IsEmpty ? (null, StatusCodes.Status404NotFound)
            : (new(asked.Me.Say($"Prosessen {process}, hendelse {version}", $"Prosessen {process}, hending {version}"), false, choices, action, $"/prosesser/{process}/historikk/{version}"), StatusCodes.Status200OK);
    }

    static async Task<ImmutableArray<Choice>> Choices(Asked asked, StreamId stream, long version, FormCatalogue forms) =>
    [
        .. (await asked.Service<ErasureTexts>().OfFact(stream, version, asked.Aborted)).Select(text => new Choice(text.Commitment, asked.Me.Say(FieldNames.Of(text.Field, forms)))
        { Hint = ConfidentialTexts.Include(text.Field) ? asked.Me.Say("Teksten vises ikke her.", "Teksten blir ikkje vist her.") : Shortened(text.Value) }),
    ];

    static async Task<FormCatalogue> Forms(Asked asked, CaseFile file)
    {
        var definitions = asked.Service<Definitions>();
        await definitions.Ensure(file, asked.Aborted);
        return definitions.FormsOf(file);
    }

    static string Shortened(string text) => text.Length <= 200 ? text : text[..200] + " …";

    static async Task<IResult> Propose(HttpContext http)
    {
        if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
        var (form, unreadable) = await PageForm.Of(http);
        if (form is null) return PageResults.Message(asked.Me, unreadable);
        if (form.Act != nameof(ProposeErasure)) return PageResults.Message(asked.Me, StatusCodes.Status400BadRequest);
        if (!Enum.TryParse<ErasureGround>(form.Binder.Text("ground"), out var ground) || !Enum.IsDefined(ground)) return await New(ProcessPages.With(asked, form, [new ErasureGroundMissing()]));
        PersonId? person = Guid.TryParse(http.Request.Query["person"].FirstOrDefault(), out var id) ? new PersonId(id) : null;
        ImmutableArray<string> texts = [.. form.Fields.GetValueOrDefault("texts").OfType<string>()];
        return await asked.Service<ErasurePath>().Run(new ProposeErasure(person, ground, form.Binder.Written("reason")), texts, asked.Actor, asked.Aborted) switch
        {
            ErasureResult.Refused { Forbidden: true } => PageResults.Message(asked.Me, StatusCodes.Status403Forbidden),
            ErasureResult.Refused refused => await New(ProcessPages.With(asked, form, refused.Reasons)),
            ErasureResult.Done done => PageResults.Done($"{Root}/{done.Erasure.Number}", form.Act),
            _ => throw new InvalidOperationException("an act is done or refused"),
        };
    }

    static async Task<IResult> Decide(HttpContext http)
    {
        if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
        var (form, unreadable) = await PageForm.Of(http);
        if (form is null) return PageResults.Message(asked.Me, unreadable);
        if (!int.TryParse(http.Request.RouteValues["number"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return RecordPages.NotFound(asked);
        ErasureRequest? request = form.Act switch
        {
            nameof(ConfirmErasure) => new ConfirmErasure(number),
            nameof(DeclineErasure) => new DeclineErasure(number, form.Binder.Written("reason")),
            nameof(WithdrawErasure) => new WithdrawErasure(number),
            _ => null,
        };
        if (request is null) return PageResults.Message(asked.Me, StatusCodes.Status400BadRequest);
        return await asked.Service<ErasurePath>().Run(request, [], asked.Actor, asked.Aborted) switch
        {
            ErasureResult.Refused { Forbidden: true } => PageResults.Message(asked.Me, StatusCodes.Status403Forbidden),
            ErasureResult.Refused refused => await One(ProcessPages.With(asked, form, refused.Reasons)),
            _ => PageResults.Done($"{Root}/{number}", form.Act),
        };
    }
}

public sealed record ErasureGroundMissing(string Field = "ground") : Refusal(new Words("Velg hjemmelen det blir slettet med.", "Vel heimelen det blir sletta med."));
