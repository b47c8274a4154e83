using System.Collections.Immutable;
using System.Security.Cryptography;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>The pages of a case: addresses, what they show, what their forms ask for.</summary>
static partial class CasePages
{
    public static ImmutableArray<CaseRoute> Routes { get; } =
    [
        new("", Overview, PageAct.Of<CompleteWorkItem>(), PageAct.Of<RetryStuck>(), PageAct.Of<RecordContact>(), PageAct.Of<PutOnHold>(), PageAct.Of<ResumeCase>(), PageAct.Of<CancelCase>()),
        new("/arbeidsgruppe", Group,
            PageAct.Of<AppointMember>(), PageAct.Of<EndAppointment>(), PageAct.Of<WithdrawFromGroup>(), PageAct.Of<OfferRoleClarification>(), PageAct.Of<AcceptRoleClarification>(),
            PageAct.Of<AcceptConfidentiality>(), PageAct.Of<ReadCaseSummary>()),
        CaseRoute.At("/dokumenter", asked => PageResults.View<DocumentsPage>(asked.Me, DocumentsView.From(asked.Context, asked.Me))),
        new("/dokumenter/{kind}", Document, ListRows.Act(Draft), PageAct.Of<AcceptAnnouncement>(), PageAct.Of<CheckElement>()),
        new("/godkjenninger/{gate}", SignOff,
            PageAct.Of<FreezePackage>(), PageAct.Of<GiveSignOff>(), PageAct.Of<WithdrawSignOff>(), PageAct.Of<RequestChange>(), PageAct.Of<RaiseObjection>(), PageAct.Of<WithdrawObjection>(),
            PageAct.Of<AgreeOnNewVersion>(), PageAct.Of<EscalateObjection>(), PageAct.Of<DecideEscalation>(), PageAct.Of<AssessSafetyConcern>(), PageAct.Of<ConfirmPaperSignOff>(),
            new PageAct(nameof(RegisterPaperSignOff), Paper)),
        CaseRoute.At("/moter", asked => PageResults.View<MeetingsPage>(asked.Me, MeetingsView.From(asked.Context, asked.Me)), PageAct.Of<PlanMeeting>()),
        CaseRoute.At("/moter/{number}", Meeting,
            PageAct.Of<CallMeeting>(), PageAct.Of<ConsentShortNotice>(), PageAct.Of<CancelMeeting>(), PageAct.Of<AddAgendaItem>(), PageAct.Of<HoldMeeting>(), PageAct.Of(nameof(WriteMinutes), MinutesForm.Read),
            PageAct.Of<ConfirmMinutes>(), PageAct.Of<AddMinutesNote>(), PageAct.Of<CommentMinutes>(), PageAct.Of<ConfirmProposal>(), PageAct.Of<RejectProposal>()),
        Text("/program", DocumentKind.D13, asked => PageResults.View<ProgrammePage>(asked.Me, ProgrammeView.From(asked.Context, Sealed<ProgrammeContent>(asked, DocumentKind.D13), asked.Me)),
            RowForm.Act<ProgrammeDraft>(DocumentKind.D13, "samlinger")),
        Text("/budsjett", DocumentKind.D14, asked => PageResults.View<BudgetPage>(asked.Me, BudgetView.From(asked.Context, Sealed<BudgetContent>(asked, DocumentKind.D14), asked.Me)),
            RowForm.Act<BudgetDraft>(DocumentKind.D14, "lines"), PageAct.Of<ApproveBudget>(), PageAct.Of<ApproveExcess>()),
        CaseRoute.At("/endringer-fra-forrige-gang", asked => Portal.RerunView.From(asked.Context, asked.Me) is { } view ? PageResults.View<RerunPage>(asked.Me, view) : null, PageAct.Of<TreatChange>()),
        CaseRoute.At("/familier", asked => FamiliesView.From(asked.Context, asked.Me) is { } view ? PageResults.View<FamiliesPage>(asked.Me, view) : null,
            PageAct.Of<RegisterPoliceCertificate>(), PageAct.Of<RecordParentalConsent>(), PageAct.Of<RecordPreConversation>(), PageAct.Of<OfferPostConversation>(), PageAct.Of<WithdrawFamily>()),
        CaseRoute.At("/gjennomforing", asked => PageResults.View<DeliveryPage>(asked.Me, DeliveryView.From(asked.Context, asked.Me)),
            PageAct.Of<AnnounceCourse>(), PageAct.Of<RegisterParticipants>(), PageAct.Of<JoinWaitingList>(), PageAct.Of<MoveOnWaitingList>(), PageAct.Of<GiveWaitingPlace>(), PageAct.Of<LeaveWaitingList>(), PageAct.Of<ConfirmReadiness>(), PageAct.Of<ChooseRunOutcome>(), PageAct.Of<PostponeForSafety>(),
            PageAct.Of(nameof(RecordAttendance), AttendanceForm.Read), PageAct.Of<WriteDayLog>(), PageAct.Of<ConfirmDayLog>(), PageAct.Of<ChangeProgramme>(), PageAct.Of<ConsentToProgrammeChange>(),
            PageAct.Of<FinishCourse>(), PageAct.Of<DeliverCounts>(), PageAct.Of<CountParents>()),
        CaseRoute.At("/evaluering", asked => PageResults.View<EvaluationPage>(asked.Me, Portal.EvaluationView.From(asked.Context, asked.Me)), EvaluationPages.Acts),
        CaseRoute.At("/vedtak", asked => PageResults.View<DecisionsPage>(asked.Me, DecisionsView.From(asked.Context, asked.Me)),
            PageAct.Of<AnchorCase>(), PageAct.Of<DecideContinuation>(), PageAct.Of<DecideEscalation>()),
        new("/flytting", MovePages.OfCase, PageAct.Of<ConsentToMove>(), PageAct.Of<RefuseMove>()),
        CaseRoute.At("/saksmappe", DossierJobs, PageAct.Carried("MakeDossier", (asked, _) =>
        {
            asked.Asked.Service<Dossiers>().Start(asked.File, asked.Asked.Actor, asked.Context.Capacity);
            return ValueTask.FromResult<(CommandResult, IResult?)>((new CommandResult.Done(asked.File, []), null));
        })),
        CaseRoute.At("/balanse", BalancePages.OfCase),
        CaseRoute.At("/avlevering", HandOverPages.OfCase, HandOverPages.Act),
        new("/oppbevaring", RetentionPages.OfCase, RetentionPages.Acts),
        new("/samsvar", CompliancePages.OfCase),
        new("/kart", MapPages.OfCase),
        new("/historikk", HistoryPages.List),
        new("/historikk/{version:long}", HistoryPages.One),
    ];

    static IResult? DossierJobs(CaseAskedFor asked) => PageResults.Page<DossierJobPage>(asked.Me, new
    {
        Frame = CaseFrame.From(asked.Context, asked.Me),
        Jobs = asked.Asked.Service<Dossiers>().Of(asked.File.Id, asked.Me.Person).Select(job => new DossierJobLine(
            job.Began, job.Progress, job.Failed, DossierJobView.Of(job).File, job.Made?.Name ?? "", job.Made?.Sha256 ?? "")).ToImmutableArray(),
    });

    static async ValueTask<IResult?> Overview(CaseAskedFor asked) =>
        PageResults.View<CasePage>(asked.Me, Portal.CaseView.From(asked.Context, asked.Me, asked.Book, await asked.History(5)));

    /// <summary>A page that shows the latest version of a document.</summary>
    static CaseRoute Text(string pattern, DocumentKind kind, Func<CaseAskedFor, IResult?> show, params ImmutableArray<PageAct> acts) => new(
        pattern, async asked =>
        {
            await Opened(asked, asked.File.Documents.Latest(kind));
            return show(asked);
        }, acts);

    /// <summary>A frozen version that somebody chose to read.</summary>
    static async ValueTask Opened(CaseAskedFor asked, DocumentVersion? shown)
    {
        if (asked.Asked.IsReading && shown is { Hash: not null }) await asked.Asked.Service<Openings>().Document(asked.File.Id, shown.Kind, shown.Number, asked.Asked.Actor, asked.Asked.Aborted);
    }

    static async ValueTask<IResult?> Group(CaseAskedFor asked)
    {
        var view = GroupView.From(asked.Context, asked.Me);
        if (asked.Asked.IsReading)
            foreach (var card in view.Bruker.Concat(view.Fag).Concat(view.Former).Where(card => card.Text is not null))
                await asked.Asked.Service<Openings>().RoleClarification(asked.File.Id, card.Person, asked.Asked.Actor, asked.Asked.Aborted);
        return PageResults.View<GroupPage>(asked.Me, view);
    }

    static async ValueTask<IResult?> Document(CaseAskedFor asked)
    {
        if (Address.Choice<DocumentKind>(asked.Asked.Http, "kind") is not { } kind) return null;
        var (version, from) = (Number(asked, "versjon"), Number(asked, "fra"));
        if (version is null && DocumentNames.Slug(kind) is var slug && !slug.StartsWith("/dokumenter", StringComparison.Ordinal)) return PageResults.Go(CaseFrame.PathOf(asked.File.Id, asked.Me) + slug);
        if (kind == DocumentKind.D17) return PageResults.View<InvitationPage>(asked.Me, InvitationView.From(asked.Context, asked.Me));
        var file = asked.File.Documents.File(kind);
        if (new[] { version, from }.OfType<int>().Any(number => file?.Numbered(number) is null)) return null;
        foreach (var number in new[] { version ?? file?.Latest.Number, from }.OfType<int>()) await Opened(asked, file!.Numbered(number));
        return PageResults.View<DocumentPage>(asked.Me, DocumentView.From(asked.Context, kind, version, from, asked.Me) with { Goals = kind == DocumentKind.D12 ? Goals(asked) : [] });
    }

    static ImmutableArray<Words> Goals(CaseAskedFor asked) =>
        asked.File.Course is { } course && asked.Asked.Service<ShippedTemplates>().Find(course.Template) is { } template ? template.Goals : [];

    static IResult? Meeting(CaseAskedFor asked) =>
        Address.Number(asked.Asked.Http, "number") is { } number && MeetingView.From(asked.Context, number, asked.Me) is { } view ? PageResults.View<MeetingPage>(asked.Me, view) : null;

    /// <summary>The draft in a form that came back, sealed so that figures are computed by the same rules as when it is saved; null when it cannot be read.</summary>
    static T? Sealed<T>(CaseAskedFor asked, DocumentKind kind) where T : DocumentContent =>
        asked.Me.Form is { Form: nameof(SaveDraft) } form && RowForm.Draft(form, kind) is { } draft
        && draft.Seal(asked.Context, kind, asked.File.Documents.Latest(kind)?.Content) is DraftSealing.Sealed { Content: T content } ? content : null;

    static int? Number(CaseAskedFor asked, string name) =>
        int.TryParse(asked.Asked.Http.Request.Query[name].FirstOrDefault(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    static (CaseRequest?, ImmutableArray<Refusal>) Draft(CaseAskedFor asked, PageForm form)
    {
        if (Address.Choice<DocumentKind>(asked.Asked.Http, "kind") is not { } kind) return (null, [new FormIsMissing()]);
        if (asked.Context.Forms[kind] is not { } definition) return (null, [new FormIsMissing()]);
        var posted = form.Fields.Where(field => ListRows.IsOf(definition, field.Key))
            .Select(field => KeyValuePair.Create(field.Key, ImmutableArray.CreateRange(field.Value.Select(value => FormBinder.Clean(value ?? "")))));
        return (new SaveDraft(kind, FormDraft.Read(definition, posted, WrittenTextFromString.FreshSalt), Position(form)), []);
    }

    public static DraftPosition? Position(PageForm form) =>
        int.TryParse(form.Binder.Text("version"), out var version) && int.TryParse(form.Binder.Text("revision"), out var revision) ? new(version, revision) : null;

    /// <summary>Going to the page is opening the text (R84). A live refresh and a form that came back are not.</summary>
    static async ValueTask<IResult?> SignOff(CaseAskedFor asked)
    {
        if (Address.Choice<Gate>(asked.Asked.Http, "gate") is not { } gate || GateDocuments.Of(gate).IsEmpty) return null;
        var context = asked.Context;
        if (asked.Asked.IsReading && asked.Me.Person is { } person && context.Case.SignOffs.Current(gate) is { } package)
        {
            await asked.Asked.Service<Openings>().Package(context.Case.Id, gate, package.Number, asked.Asked.Actor, asked.Asked.Aborted);
            context = context with { Readings = context.Readings.After(new PackageOpened(person, gate, package.Number)) };
        }

        return PageResults.View<SignOffPage>(asked.Me, SignOffView.From(context, gate, asked.Me));
    }

    static async ValueTask<(CaseRequest?, ImmutableArray<Refusal>)> Paper(CaseAskedFor asked, PageForm form)
    {
        var fields = form.Fields.ToDictionary(field => field.Key, field => field.Value);
        if (form.Files.GetFile("scan") is { Length: > 0 } file)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, asked.Asked.Aborted);
            fields["scanHash"] = await asked.Asked.Service<ICaseStore>().PutContent(bytes.ToArray(), asked.Asked.Aborted);
        }

        var binder = new FormBinder(fields);
        var request = binder.Request(typeof(RegisterPaperSignOff));
        return (request, request is null && !fields.ContainsKey("scanHash") ? [new ScanMissing()] : binder.Faults);
    }
}
