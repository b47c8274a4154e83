using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>The table of <c>/api/v1</c>. A new act is one line.</summary>
public static class ApiRoutes
{
    public const string Root = "/api/v1";

    public static ImmutableArray<ActRoute> Acts { get; } =
    [
        ActRoute.Post<CompleteWorkItem>("work-items/{item}/completions"),
        ActRoute.Post<RetryStuck>("stuck/{item}/retries"),
        ActRoute.Post<RecordContact>("contacts"),
        ActRoute.Post<AnchorCase>("anchorings"),
        ActRoute.Post<PutOnHold>("holds"),
        ActRoute.Delete<ResumeCase>("holds"),
        ActRoute.Post<CancelCase>("cancellations"),

        ActRoute.Post<AppointMember>("members"),
        ActRoute.Delete<EndAppointment>("members/{person}"),
        ActRoute.Post<WithdrawFromGroup>("members/withdrawals"),
        ActRoute.Post<OfferRoleClarification>("members/{person}/role-clarifications"),
        ActRoute.Post<AcceptRoleClarification>("role-clarification-acceptances"),
        ActRoute.Post<AcceptConfidentiality>("confidentiality-acceptances"),
        ActRoute.Post<ReadCaseSummary>("summary-readings"),

        ActRoute.Post<FreezePackage>("gates/{gate}/packages"),
        ActRoute.Post<GiveSignOff>("gates/{gate}/sign-offs"),
        ActRoute.Delete<WithdrawSignOff>("gates/{gate}/sign-offs"),
        ActRoute.Post<RequestChange>("gates/{gate}/change-requests"),
        ActRoute.Post<RegisterPaperSignOff>("gates/{gate}/paper-sign-offs"),
        ActRoute.Post<ConfirmPaperSignOff>("gates/{gate}/paper-sign-off-confirmations"),
        ActRoute.Post<RaiseObjection>("gates/{gate}/objections"),
        ActRoute.Post<WithdrawObjection>("objections/{number}/withdrawals"),
        ActRoute.Post<EscalateObjection>("objections/{number}/escalations"),
        ActRoute.Post<DecideEscalation>("objections/{number}/decisions"),
        ActRoute.Post<AssessSafetyConcern>("objections/{number}/safety-assessments"),
        ActRoute.Post<AgreeOnNewVersion>("objections/{number}/agreements"),

        ActRoute.Post<PlanMeeting>("meetings"),
        ActRoute.Post<CallMeeting>("meetings/{meeting}/notices"),
        ActRoute.Post<ConsentShortNotice>("meetings/{meeting}/short-notice-consents"),
        ActRoute.Post<AddAgendaItem>("meetings/{meeting}/agenda-items"),
        ActRoute.Post<HoldMeeting>("meetings/{meeting}/attendance"),
        ActRoute.Put<WriteMinutes>("meetings/{meeting}/minutes"),
        ActRoute.Post<ConfirmMinutes>("meetings/{meeting}/minutes/confirmations"),
        ActRoute.Post<AddMinutesNote>("meetings/{meeting}/minutes/notes"),
        ActRoute.Post<CommentMinutes>("meetings/{meeting}/minutes/comments"),
        ActRoute.Post<ConfirmProposal>("meetings/{meeting}/proposals/{item}/confirmations"),
        ActRoute.Post<RejectProposal>("meetings/{meeting}/proposals/{item}/rejections"),
        ActRoute.Post<CancelMeeting>("meetings/{meeting}/cancellations"),

        ActRoute.Post<TreatChange>("inherited-changes/{number}/treatments"),

        ActRoute.Post<CheckElement>("plan/element-checks"),
        ActRoute.Post<ApproveBudget>("budget/approvals"),
        ActRoute.Post<ApproveExcess>("budget/excess-approvals"),
        ActRoute.Post<AcceptAnnouncement>("announcement-acceptances"),

        ActRoute.Post<AnnounceCourse>("announcements"),
        ActRoute.Post<RegisterParticipants>("registrations"),
        ActRoute.Post<JoinWaitingList>("waiting-list"),
        ActRoute.Put<MoveOnWaitingList>("waiting-list/{number}/place"),
        ActRoute.Post<GiveWaitingPlace>("waiting-list/{number}/places-given"),
        ActRoute.Delete<LeaveWaitingList>("waiting-list/{number}"),
        ActRoute.Post<ChooseRunOutcome>("run-outcomes"),
        ActRoute.Post<PostponeForSafety>("postponements"),
        ActRoute.Post<ConfirmReadiness>("readiness"),
        ActRoute.Put<RecordAttendance>("samlinger/{samling}/attendance"),
        ActRoute.Put<WriteDayLog>("samlinger/{samling}/day-log"),
        ActRoute.Post<ConfirmDayLog>("samlinger/{samling}/day-log/confirmations"),
        ActRoute.Post<ChangeProgramme>("samlinger/{samling}/programme-changes"),
        ActRoute.Post<ConsentToProgrammeChange>("programme-changes/{number}/consents"),
        ActRoute.Post<FinishCourse>("run/completion"),
        ActRoute.Post<DeliverCounts>("run/deliveries"),

        ActRoute.Post<RegisterPoliceCertificate>("police-certificates"),
        ActRoute.Post<RecordParentalConsent>("families/{family}/consents"),
        ActRoute.Post<RecordPreConversation>("families/{family}/pre-conversations"),
        ActRoute.Post<OfferPostConversation>("families/{family}/post-conversation-offers"),
        ActRoute.Post<WithdrawFamily>("families/{family}/withdrawals"),
        ActRoute.Put<CountParents>("samlinger/{samling}/parents"),

        ActRoute.Put<ChooseEvaluationForm>("evaluation/form"),
        ActRoute.Post<OpenEvaluation>("evaluation/openings"),
        ActRoute.Post<EnterPaperAnswers>("evaluation/paper-answers"),
        ActRoute.Post<CloseEvaluation>("evaluation/closings"),
        ActRoute.Post<ModerateAnswer>("evaluation/moderations"),
        ActRoute.Put<WriteThemes>("evaluation/themes"),
        ActRoute.Post<AnswerCollaboration>("collaboration-answers"),
        ActRoute.Post<AddChangeProposal>("change-proposals"),
        ActRoute.Post<RecordLearningPoint>("learning-points"),
        ActRoute.Post<Recommend>("recommendations"),
        ActRoute.Post<DecideContinuation>("decisions"),

        ActRoute.Post<KeepLonger>("retention/extensions"),

        ActRoute.Post<ConsentToMove>("process-move/consents"),
        ActRoute.Post<RefuseMove>("process-move/refusals"),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Root).DisableAntiforgery();
        foreach (var act in Acts) Map(api, act);

        Read<CaseView>(api, "cases/{id}", CaseReads.Case);
        Read<ImmutableArray<GateView>>(api, "cases/{id}/gates", CaseReads.Gates);
        Read<GateView>(api, "cases/{id}/gates/{gate}", CaseReads.Gate);
        Read<PackageView>(api, "cases/{id}/gates/{gate}/packages/{package}", CaseReads.Package);
        Read<ImmutableArray<DocumentSummary>>(api, "cases/{id}/documents", CaseReads.Documents).CanBeTakenOut();
        Read<DocumentVersion>(api, "cases/{id}/documents/{kind}", CaseReads.Document);
        Read<ImmutableArray<DocumentSummary>>(api, "cases/{id}/documents/{kind}/versions", CaseReads.Versions);
        Read<DocumentVersion>(api, "cases/{id}/documents/{kind}/versions/{number}", CaseReads.Version);
        Read<ImmutableArray<WorkItemView>>(api, "cases/{id}/work-items", CaseReads.WorkItems).CanBeTakenOut();
        Read<ImmutableArray<SignOff>>(api, "cases/{id}/sign-offs", CaseReads.SignOffs).CanBeTakenOut();
        Read<ProgrammeView>(api, "cases/{id}/programme", CaseReads.Programme);
        Read<BudgetView>(api, "cases/{id}/budget", CaseReads.Budget).CanBeTakenOut();
        Read<ImmutableArray<Meeting>>(api, "cases/{id}/meetings", CaseReads.Meetings).CanBeTakenOut();
        Read<Meeting>(api, "cases/{id}/meetings/{meeting}", CaseReads.Meeting);
        Read<ImmutableArray<Objection>>(api, "cases/{id}/objections", CaseReads.Objections).CanBeTakenOut();
        Read<ImmutableArray<Problem.Reason>>(api, "cases/{id}/warnings", CaseReads.Warnings);
        Read<RerunView>(api, "cases/{id}/rerun", CaseReads.Rerun);
        Read<Families>(api, "cases/{id}/families", CaseReads.Families);
        Read<RunView>(api, "cases/{id}/run", CaseReads.Run);
        Read<EvaluationView>(api, "cases/{id}/evaluation", CaseReads.Evaluation);
        Read<ImmutableArray<BreakdownCell>>(api, "cases/{id}/evaluation/breakdowns/{question}/{by}", CaseReads.Breakdown);
        Read<CaseMapView>(api, "cases/{id}/map", CaseMaps.Get);
        Read<CaseBalance>(api, "cases/{id}/balance", BalanceEndpoint.OfCase).CanBeTakenOut();
        api.MapGet("balance", (Delegate)BalanceEndpoint.OfUnit).Produces<UnitBalanceView>().WithTags("balance").CanBeTakenOut().Asks("unit", "from", "to");
        api.MapGet("cases/{id}/compliance", (Delegate)ComplianceEndpoints.OfCase).Produces<CaseComplianceView>().WithTags("compliance").Asks("at");
        api.MapGet("compliance", (Delegate)ComplianceEndpoints.OfUnit).Produces<UnitComplianceView>().WithTags("compliance").Asks("unit", "from", "to");
        api.MapGet("compliance/cases", (Delegate)ComplianceEndpoints.Cases).Produces<Storage.CompliancePage>().WithTags("compliance").CanBeTakenOut().Asks("unit", "from", "to", "figure", "after", "limit");
        api.MapGet("retention", (Delegate)RetentionEndpoints.List).Produces<RetentionPageView>().WithTags("retention").CanBeTakenOut().Asks("unit", "from", "to", "state", "after", "limit");
        api.MapGet("retention/rules", (Delegate)RetentionEndpoints.Rules).Produces<ImmutableArray<RetentionRuleView>>().WithTags("retention").CanBeTakenOut().Asks("unit");
        api.MapPut("retention/rules", (Delegate)RetentionEndpoints.SetRules).Accepts<SetRetentionRules>("application/json").Produces<ImmutableArray<RetentionRuleView>>().WithTags("retention");
        api.MapGet("cases/{id}/retention", (Delegate)RetentionEndpoints.OfCase).Produces<ImmutableArray<CaseRetentionKindView>>().WithTags("retention").CanBeTakenOut();
        api.MapGet("cases/{id}/history", (Delegate)HistoryEndpoint.Get).Produces<HistoryPage>().WithTags("history").Asks("at", "after");
        api.MapGet("cases/{id}/history/search", (Delegate)HistoryEndpoint.Search).Produces<HistoryPage>().WithTags("history").CanBeTakenOut().Asks("part", "person", "capacity", "phase", "document", "kind", "from", "to", "q", "at", "before");
        api.MapGet("cases/{id}/history/{version}", (Delegate)HistoryEndpoint.One).Produces<HistoryFact>().WithTags("history").Asks("part", "at");
        api.MapGet("cases/{id}/attempts", (Delegate)HistoryEndpoint.Attempts).Produces<HistoryPage>().WithTags("history").Asks("after");
        api.MapGet("definitions", (Delegate)DefinitionEndpoints.All).Produces<ImmutableArray<DefinitionView>>().WithTags("definitions").CanBeTakenOut();
        api.MapGet("definitions/{key}/history", (Delegate)RecordHistoryEndpoints.OfDefinition).Produces<HistoryPage>().WithTags("history").CanBeTakenOut().Asks("part=record-part", "by", "from", "to", "q", "before");
        api.MapGet("definitions/{key}/history/{version}", (Delegate)RecordHistoryEndpoints.OneOfDefinition).Produces<HistoryFact>().WithTags("history");
        api.MapGet("directory/history", (Delegate)RecordHistoryEndpoints.OfDirectory).Produces<HistoryPage>().WithTags("history").CanBeTakenOut().Asks("part=record-part", "by", "from", "to", "q", "before");
        api.MapGet("directory/history/{version}", (Delegate)RecordHistoryEndpoints.OneOfDirectory).Produces<HistoryFact>().WithTags("history");
        api.MapGet("people/{person}/history", (Delegate)RecordHistoryEndpoints.OfPerson).Produces<HistoryPage>().WithTags("history").CanBeTakenOut().Asks("part=record-part", "by", "from", "to", "q", "before");
        api.MapGet("people/{person}/taken-out", (Delegate)RecordHistoryEndpoints.TakenOut).Produces<HistoryPage>().WithTags("history").CanBeTakenOut().Asks("before");
        api.MapGet("units/{unit}/history", (Delegate)RecordHistoryEndpoints.OfUnit).Produces<HistoryPage>().WithTags("history").CanBeTakenOut().Asks("part=record-part", "by", "from", "to", "q", "before");
        api.MapGet("definitions/{key}", (Delegate)DefinitionEndpoints.One).Produces<DefinitionDetail>().WithTags("definitions");
        api.MapGet("definitions/{key}/versions", (Delegate)DefinitionEndpoints.Versions).Produces<ImmutableArray<VersionView>>().WithTags("definitions").CanBeTakenOut();
        api.MapGet("definitions/{key}/versions/{version}", (Delegate)DefinitionEndpoints.Version).Produces<VersionDetail>().WithTags("definitions");
        api.MapGet("definitions/{key}/drafts", (Delegate)DefinitionEndpoints.Drafts).Produces<ImmutableArray<DraftSummary>>().WithTags("definitions").CanBeTakenOut();
        api.MapGet("definitions/{key}/drafts/{draft}", (Delegate)DefinitionEndpoints.Draft).Produces<DraftDetail>().WithTags("definitions");
        api.MapGet("definitions/{key}/drafts/{draft}/source", (Delegate)DefinitionEndpoints.DraftSource).Produces<string>(contentType: "application/xml").WithTags("definitions");
        api.MapPost("definitions/{key}/drafts/{draft}/verification", (Delegate)LiveVerificationEndpoint.Post).Accepts<byte[]>("application/xml", "text/xml", "application/octet-stream").Produces<LiveVerificationView>().WithTags("definitions");
        api.MapGet("definitions/{key}/drafts/{draft}/vocabulary", (Delegate)DrawingVocabulary.Get).Produces<VocabularyView>().WithTags("definitions");
        api.MapGet("definitions/{key}/drafts/{draft}/parts", (Delegate)DrawingVocabulary.Parts).Produces<ImmutableArray<PartView>>().WithTags("definitions");
        api.MapPost("definitions/{key}/drafts/{draft}/conditions", (Delegate)DrawingVocabulary.Check).Accepts<ConditionBody>("application/json").Produces<ConditionView>().WithTags("definitions");
        api.MapPost("definitions/{key}/drafts", (Delegate)DefinitionEndpoints.NewDraft).Accepts<DefinitionDraftBody>("application/json").Produces<DefinitionAnswer>(StatusCodes.Status201Created).WithTags("definitions");
        api.MapPut("definitions/{key}/drafts/{draft}", (Delegate)DefinitionEndpoints.SaveDraft).Accepts<DefinitionDraftBody>("application/json").Produces<DefinitionAnswer>().WithTags("definitions");
        api.MapGet("definitions/{key}/drafts/{draft}/forms", (Delegate)FormEndpoints.All).Produces<ImmutableArray<FormSummary>>().WithTags("definitions");
        api.MapGet("definitions/{key}/drafts/{draft}/forms/{document}", (Delegate)FormEndpoints.One).Produces<string>(contentType: "application/json").WithTags("definitions");
        api.MapPut("definitions/{key}/drafts/{draft}/forms/{document}", (Delegate)FormEndpoints.Put).Accepts<System.Text.Json.Nodes.JsonObject>("application/json").Produces<DefinitionAnswer>().WithTags("definitions");
        api.MapPost("definitions/{key}/drafts/{draft}/forms/{document}/edits", (Delegate)FormEndpoints.Edit).Accepts<FormEditBody>("application/json").Produces<DefinitionAnswer>(StatusCodes.Status201Created).WithTags("definitions");
        api.MapGet("definitions/{key}/versions/{version}/forms/{document}", (Delegate)FormEndpoints.Published).Produces<string>(contentType: "application/json").WithTags("definitions");
        api.MapPost("definitions/{key}/drafts/{draft}/edits", (Delegate)DraftEditEndpoint.Post).Accepts<DraftEditBody>("application/json").Produces<DraftEditedView>().WithTags("definitions");
        OnDefinition<DiscardDefinitionDraft>(api.MapDelete("definitions/{key}/drafts/{draft}", (Delegate)DefinitionEndpoints.Discard), "draft");
        OnDefinition<PublishDefinition>(api.MapPost("definitions/{key}/drafts/{draft}/publications", (Delegate)DefinitionEndpoints.Publish), "draft").WithRequestTimeout(Rehearsals.LongestWithWaiting);
        api.MapPost("definitions/{key}/drafts/{draft}/rehearsals", (Delegate)ScenarioEndpoints.Rehearse).Accepts<RehearsalBody>("application/json").Produces<RehearsalView>().WithTags("definitions").WithRequestTimeout(Rehearsals.LongestWithWaiting);
        api.MapPost("definitions/{key}/drafts/{draft}/walks", (Delegate)ScenarioEndpoints.Walk).Accepts<ScenarioBody>("application/json").Produces<Walk>().WithTags("definitions").WithRequestTimeout(Rehearsals.LongestWithWaiting);
        api.MapGet("definitions/{key}/scenarios", (Delegate)ScenarioEndpoints.All).Produces<ImmutableArray<ScenarioSummary>>().WithTags("definitions");
        api.MapGet("definitions/{key}/scenarios/{name}", (Delegate)ScenarioEndpoints.One).Produces<ScenarioDetail>().WithTags("definitions");
        api.MapPut("definitions/{key}/scenarios/{name}", (Delegate)ScenarioEndpoints.Keep).Accepts<ScenarioBody>("application/json").Produces<DefinitionAnswer>().WithTags("definitions");
        OnDefinition<RemoveScenario>(api.MapDelete("definitions/{key}/scenarios/{name}", (Delegate)ScenarioEndpoints.Remove), "name");
        OnDefinition<ConsentToDefinition>(api.MapPost("definitions/{key}/proposals/{proposal}/consents", (Delegate)DefinitionEndpoints.Consent), "proposal");
        OnDefinition<RefuseDefinition>(api.MapPost("definitions/{key}/proposals/{proposal}/refusals", (Delegate)DefinitionEndpoints.Refuse), "proposal");
        OnDefinition<WithdrawProposal>(api.MapDelete("definitions/{key}/proposals/{proposal}", (Delegate)DefinitionEndpoints.Withdraw), "proposal");
        api.MapPost("definitions/{key}/moves", (Delegate)DefinitionEndpoints.Move).Accepts<MoveBody>("application/json").Produces<MoveView>().WithTags("definitions");
        api.MapGet("definitions/{key}/versions/{version}/source", (Delegate)DefinitionEndpoints.Source).Produces<string>(contentType: "application/xml").WithTags("definitions");
        api.MapGet("definitions/{key}/versions/{version}/drawing", (Delegate)DefinitionEndpoints.Drawing).Produces<string>(contentType: "image/svg+xml").WithTags("definitions");
        api.MapGet("definitions/{key}/versions/{version}/step-times", (Delegate)StepTimesList.Get).Produces<ImmutableArray<StepTimeView>>().WithTags("definitions").CanBeTakenOut();
        api.MapGet("definitions/{key}/versions/{version}/cases", (Delegate)ListReads.OnVersion).Produces<IReadOnlyList<Storage.CaseRow>>().WithTags("definitions").CanBeTakenOut();
        api.MapGet("definitions/{key}/comparisons/{from}/{to}", (Delegate)Comparisons.Get).Produces<ComparisonView>().WithTags("definitions");
        api.MapGet("definitions/{key}/template", DefinitionEndpoints.Template).Produces<CaseTemplate>().WithTags("definitions");
        api.MapPost("definitions/verify", (Delegate)VerifyEndpoint.Post).Accepts<byte[]>("application/xml", "text/xml", "application/octet-stream").Produces<VerificationView>().WithTags("definitions");
        api.MapGet("cases", ListReads.Cases).Produces<Storage.CasePage>().WithTags("cases").CanBeTakenOut().Asks("phase", "standing", "unit", "member", "after", "limit");
        api.MapGet("inbox", ListReads.Inbox).Produces<IReadOnlyList<Storage.InboxRow>>().WithTags("inbox").CanBeTakenOut();
        api.MapGet("stuck", ListReads.Stuck).Produces<IReadOnlyList<Storage.StuckRow>>().WithTags("stuck").CanBeTakenOut();
        api.MapGet("tilbud/{id}", (Delegate)TilbudEndpoint.Get).Produces<TilbudView>().WithTags("tilbud");
        api.MapGet("tilbud", ListReads.Tilbud).Produces<IReadOnlyList<Storage.TilbudRow>>().WithTags("tilbud").CanBeTakenOut();

        api.MapGet("permanent-offers", (Delegate)NeedEndpoint.Offers).Produces<ImmutableArray<PermanentOfferView>>().WithTags("tilbud");
        Accepting<RegisterNeed>(api.MapPost("cases", NeedEndpoint.Post), "cases", "number");
        Accepting<DraftBody>(api.MapPut("cases/{id}/documents/{kind}", DraftEndpoint.Put), "documents");
        Accepting<CodesBody>(api.MapPost("cases/{id}/evaluation/codes", EvaluationEndpoints.Codes), "evaluation");
        Accepting<AnswerBody>(api.MapPost("answers/{id}", EvaluationEndpoints.Answer), "evaluation");
        api.MapGet("answers/{id}", (Delegate)EvaluationEndpoints.Questions).Produces<QuestionsView>().WithTags("evaluation");
        Accepting<OpeningBody>(api.MapPost("cases/{id}/readings", OpeningEndpoint.Post), "readings");

        api.MapPost("cases/{id}/dossiers", (Delegate)DossierEndpoints.Start).Produces<DossierJobView>(StatusCodes.Status202Accepted).WithTags("dossiers");
        api.MapGet("cases/{id}/dossiers/{job}", (Delegate)DossierEndpoints.Progress).Produces<DossierJobView>().WithTags("dossiers");
        api.MapGet("cases/{id}/dossiers/{job}/file", (Delegate)DossierEndpoints.File).Produces<byte[]>(contentType: "application/zip").WithTags("dossiers");
        api.MapPost("cases/{id}/hand-overs", (Delegate)HandOverEndpoints.StartCase).Produces<HandOverView>(StatusCodes.Status202Accepted).WithTags("hand-overs");
        api.MapGet("cases/{id}/hand-overs/{job}", (Delegate)HandOverEndpoints.CaseProgress).Produces<HandOverView>().WithTags("hand-overs");
        api.MapGet("cases/{id}/hand-overs/{job}/file", (Delegate)HandOverEndpoints.OfCase).Produces<byte[]>(contentType: "application/zip").WithTags("hand-overs");
        api.MapPost("units/{unit}/hand-overs", (Delegate)HandOverEndpoints.StartUnit).Accepts<HandOverBody>("application/json").Produces<HandOverView>(StatusCodes.Status202Accepted).WithTags("hand-overs");
        api.MapGet("units/{unit}/hand-overs/{job}", (Delegate)HandOverEndpoints.UnitProgress).Produces<HandOverView>().WithTags("hand-overs");
        api.MapGet("units/{unit}/hand-overs/{job}/file", (Delegate)HandOverEndpoints.OfUnit).Produces<byte[]>(contentType: "application/zip").WithTags("hand-overs");
        api.MapGet("log/checkpoint", (Delegate)LogEndpoints.Latest).Produces<string>(contentType: "text/plain").WithTags("log");
        api.MapGet("log/checkpoints", (Delegate)LogEndpoints.Checkpoints).Produces<CheckpointsView>().WithTags("log").CanBeTakenOut().Asks("before");
        api.MapGet("log/checkpoints/{size}", (Delegate)LogEndpoints.At).Produces<string>(contentType: "text/plain").WithTags("log");
        api.MapGet("log/witness-request", (Delegate)LogEndpoints.WitnessRequest).Produces<string>(contentType: "text/plain").WithTags("log").Asks("old");
        api.MapPost("log/cosignatures", (Delegate)LogEndpoints.Cosign).Accepts<string>("text/plain").Produces(StatusCodes.Status201Created).WithTags("log");
        api.MapGet("log/keys", (Delegate)LogEndpoints.Keys).Produces<LogKeysView>().WithTags("log");
        api.MapGet("log/inclusion", (Delegate)LogEndpoints.Inclusion).Produces<LogProofView>().WithTags("log").Asks("position", "size");
        api.MapGet("log/consistency", (Delegate)LogEndpoints.Consistency).Produces<LogProofView>().WithTags("log").Asks("from=from-size", "size");
        api.MapGet("cases/{id}/log-head", (Delegate)LogEndpoints.Head).Produces<HeadView>().WithTags("log");
        api.MapPost("log/keys", (Delegate)LogEndpoints.ChangeKey).Produces(StatusCodes.Status201Created).WithTags("log");
        OnLog<RetireLogKey>(api.MapDelete("log/keys", (Delegate)LogEndpoints.Retire));
        OnLog<AdmitWitness>(api.MapPost("log/witnesses", (Delegate)LogEndpoints.Admit));
        OnLog<DismissWitness>(api.MapDelete("log/witnesses", (Delegate)LogEndpoints.Dismiss));
        api.MapPost("log/checks", (Delegate)LogEndpoints.StartCheck).Produces(StatusCodes.Status202Accepted).WithTags("log");
        api.MapGet("log/checks/latest", (Delegate)LogEndpoints.Check).Produces<RecordCheckView>().WithTags("log");

        api.MapGet("erasures", (Delegate)ErasureEndpoints.All).Produces<ImmutableArray<ErasureView>>().WithTags("erasures").CanBeTakenOut().Asks("awaiting");
        api.MapGet("erasures/{number}", (Delegate)ErasureEndpoints.One).Produces<ErasureView>().WithTags("erasures");
        api.MapPost("erasures", (Delegate)ErasureEndpoints.Propose).Accepts<ErasureBody>("application/json").Produces<ErasureView>(StatusCodes.Status201Created).WithTags("erasures");
        api.MapPost("erasures/{number}/confirmations", (Delegate)ErasureEndpoints.Confirm).Produces<ErasureView>(StatusCodes.Status201Created).WithTags("erasures");
        api.MapPost("erasures/{number}/refusals", (Delegate)ErasureEndpoints.Decline).Accepts<DeclineBody>("application/json").Produces<ErasureView>(StatusCodes.Status201Created).WithTags("erasures");
        api.MapDelete("erasures/{number}", (Delegate)ErasureEndpoints.Withdraw).Produces<ErasureView>().WithTags("erasures");

        api.MapGet("people", DirectoryEndpoints.People).Produces<ImmutableArray<PersonView>>().WithTags("people").CanBeTakenOut();
        api.MapGet("units", DirectoryEndpoints.Units).Produces<ImmutableArray<UnitView>>().WithTags("units").CanBeTakenOut();
        Accepting<RegisterPerson>(api.MapPost("people", (Delegate)DirectoryEndpoints.RegisterPerson), "people", "person");
        Accepting<RegisterUnit>(api.MapPost("units", (Delegate)DirectoryEndpoints.RegisterUnit), "units", "unit");
        Accepting<GrantRole>(api.MapPost("people/{person}/grants", (Delegate)DirectoryEndpoints.GrantRole), "people", "person");
        Accepting<RevokeRole>(api.MapDelete("people/{person}/grants", (Delegate)DirectoryEndpoints.RevokeRole), "people", "person");
    }

    static void Map(RouteGroupBuilder api, ActRoute act)
    {
        var inAddress = Names(act.Pattern);
        var builder = api.MapPlain(act.Verb, act.Address, http => ActEndpoint.Handle(http, act));
        Described(builder, act.Request, act.Pattern.Split('/')[0], inAddress);
    }

    static void Accepting<T>(RouteHandlerBuilder builder, string tag, params string[] fromAddress) => Described(builder, typeof(T), tag, fromAddress);

    static RouteHandlerBuilder OnDefinition<T>(RouteHandlerBuilder builder, params string[] fromAddress) where T : DefinitionRequest
    {
        builder.WithMetadata(new FilledByAddress(fromAddress)).WithName(typeof(T).Name).WithTags("definitions").Produces<DefinitionAnswer>(StatusCodes.Status201Created);
        if (typeof(T).GetConstructors()[0].GetParameters().Length > fromAddress.Length) builder.Accepts<T>("application/json");
        return builder;
    }

    static void OnLog<T>(RouteHandlerBuilder builder) where T : LogRequest => builder.WithName(typeof(T).Name).WithTags("log").Accepts<T>("application/json").Produces(StatusCodes.Status201Created);

    static void Described(RouteHandlerBuilder builder, Type body, string tag, string[] fromAddress)
    {
        builder.WithMetadata(new FilledByAddress(fromAddress)).WithName(body.Name).WithTags(tag).Produces<ActAnswer>(StatusCodes.Status201Created);
        // an act that the address says all of needs no body, and so no content type either
        if (body.GetConstructors()[0].GetParameters().Length > fromAddress.Length) builder.Accepts(body, "application/json");
    }

    static RouteHandlerBuilder Read<T>(RouteGroupBuilder api, string pattern, Func<HttpContext, Task<IResult>> handler) =>
        api.MapPlain(HttpMethods.Get, pattern, handler).Produces<T>().WithTags(pattern.Split('/').Skip(2).FirstOrDefault() ?? "cases").Asks("at");

    static string[] Names(string pattern) => [.. pattern.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'))];
}

/// <summary>Members of the body that the address or the host fills; not asked of the caller.</summary>
sealed record FilledByAddress(string[] Members);

/// <summary>The shape of <see cref="Answer"/>, for the description of the API.</summary>
public sealed record ActAnswer(CaseId Id, long Version, ImmutableArray<System.Text.Json.Nodes.JsonObject> Facts);
