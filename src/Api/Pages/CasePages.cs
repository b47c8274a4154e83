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
        CaseRoute.At("/arbeidsgruppe", asked => PageResults.View<GroupPage>(asked.Me, GroupView.From(asked.Context, asked.Me)),
            PageAct.Of<AppointMember>(), PageAct.Of<EndAppointment>(), PageAct.Of<WithdrawFromGroup>(), PageAct.Of<OfferRoleClarification>(), PageAct.Of<AcceptRoleClarification>(),
            PageAct.Of<AcceptConfidentiality>(), PageAct.Of<ReadCaseSummary>()),
        CaseRoute.At("/dokumenter", asked => PageResults.View<DocumentsPage>(asked.Me, DocumentsView.From(asked.Context, asked.Me))),
        CaseRoute.At("/dokumenter/{kind}", Document, PageAct.Of(nameof(SaveDraft), Draft), PageAct.Of<AcceptAnnouncement>(), PageAct.Of<CheckElement>()),
        new("/godkjenninger/{gate}", SignOff,
            PageAct.Of<FreezePackage>(), PageAct.Of<GiveSignOff>(), PageAct.Of<WithdrawSignOff>(), PageAct.Of<RequestChange>(), PageAct.Of<RaiseObjection>(), PageAct.Of<WithdrawObjection>(),
            PageAct.Of<AgreeOnNewVersion>(), PageAct.Of<EscalateObjection>(), PageAct.Of<DecideEscalation>(), PageAct.Of<AssessSafetyConcern>(), PageAct.Of<ConfirmPaperSignOff>(),
            new PageAct(nameof(RegisterPaperSignOff), Paper)),
        new("/historikk", async asked => PageResults.Page<HistoryPage>(asked.Me, new { Frame = CaseFrame.From(asked.Context, asked.Me), Lines = await asked.History(1_000) })),
    ];

    static async ValueTask<IResult?> Overview(CaseAskedFor asked) =>
        PageResults.View<CasePage>(asked.Me, Portal.CaseView.From(asked.Context, asked.Me, asked.Book, await asked.History(5)));

    static IResult? Document(CaseAskedFor asked)
    {
        if (Address.Choice<DocumentKind>(asked.Asked.Http, "kind") is not { } kind) return null;
        if (DocumentNames.Slug(kind) is var slug && !slug.StartsWith("/dokumenter", StringComparison.Ordinal)) return PageResults.Go(CaseFrame.PathOf(asked.File.Id) + slug);
        if (kind == DocumentKind.D17) return PageResults.View<InvitationPage>(asked.Me, InvitationView.From(asked.Context, asked.Me));
        return PageResults.View<DocumentPage>(asked.Me, DocumentView.From(asked.Context, kind, Number(asked, "versjon"), Number(asked, "fra"), asked.Me));
    }

    static int? Number(CaseAskedFor asked, string name) =>
        int.TryParse(asked.Asked.Http.Request.Query[name].FirstOrDefault(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    static (CaseRequest?, ImmutableArray<Refusal>) Draft(CaseAskedFor asked, PageForm form)
    {
        if (Address.Choice<DocumentKind>(asked.Asked.Http, "kind") is not { } kind) return (null, [new FormIsMissing()]);
        if (asked.Context.Forms[kind] is not { } definition) return (null, [new FormIsMissing()]);
        var posted = form.Fields.Where(field => definition.Field(field.Key) is not null)
            .Select(field => KeyValuePair.Create(field.Key, ImmutableArray.CreateRange(field.Value.Select(value => FormBinder.Clean(value ?? "")))));
        return (new SaveDraft(kind, FormDraft.Read(definition, posted, WrittenTextFromString.FreshSalt), Position(form)), []);
    }

    static DraftPosition? Position(PageForm form) =>
        int.TryParse(form.Binder.Text("version"), out var version) && int.TryParse(form.Binder.Text("revision"), out var revision) ? new(version, revision) : null;

    /// <summary>Going to the page is opening the text (R84). A live refresh and a form that came back are not.</summary>
    static async ValueTask<IResult?> SignOff(CaseAskedFor asked)
    {
        if (Address.Choice<Gate>(asked.Asked.Http, "gate") is not { } gate || GateDocuments.Of(gate).IsEmpty) return null;
        var context = asked.Context;
        if (HttpMethods.IsGet(asked.Asked.Http.Request.Method) && !asked.Asked.IsLive && context.ActorsMembership is { } member && context.Case.SignOffs.Current(gate) is { } package)
        {
            await asked.Asked.Service<Openings>().Open(context.Case.Id, gate, package.Number, asked.Asked.Actor, asked.Asked.Aborted);
            context = context with { Readings = new(context.Readings.Opened.Add((member.Person, gate, package.Number))) };
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
