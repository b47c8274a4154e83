using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>The evaluation's own acts.</summary>
static class EvaluationPages
{
    public static ImmutableArray<PageAct> Acts { get; } =
    [
        PageAct.Of<ChooseEvaluationForm>(), PageAct.Of<OpenEvaluation>(), PageAct.Of<ModerateAnswer>(), PageAct.Of<WriteThemes>(), PageAct.Of(nameof(AnswerCollaboration), Collaboration),
        PageAct.Of<RecordLearningPoint>(), PageAct.Of<AddChangeProposal>(), PageAct.Of<Recommend>(),
        PageAct.Carried(nameof(IssueAnswerCodes), Issue), PageAct.Of(nameof(EnterPaperAnswers), PaperSlip), PageAct.Of<CloseEvaluation>(),
    ];

    /// <summary>The address participants are given: <c>/svar/{case}-{code}</c>. The code is in no log of ours: the path is not logged with the answer.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/svar/{token}", (Delegate)Show).ExcludeFromDescription();
        app.MapPost("/svar/{token}", (Delegate)Answer).DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>Where parents have a form of their own, their address says so.</summary>
    const string ParentsQuery = "?skjema=foreldre";

    /// <summary>Shown on the page that answers, once: nobody keeps the codes.</summary>
    static async ValueTask<(CommandResult, IResult?)> Issue(CaseAskedFor asked, PageForm form)
    {
        var count = int.TryParse(form.Binder.Text("count"), out var wanted) ? wanted : 0;
        var (result, codes) = await asked.Asked.Service<Answering>().Issue(asked.File.Id, count, asked.Asked.Actor, asked.Asked.Aborted);
        if (result is not CommandResult.Done done) return (result, null);
        var request = asked.Asked.Http.Request;
        var forParents = form.Binder.Text("answerers") == nameof(Answerers.Parents) ? ParentsQuery : "";
        ImmutableArray<string> links = [.. codes.Select(code => $"{request.Scheme}://{request.Host}/svar/{asked.File.Id}-{code}{forParents}")];
        return (result, PageResults.View<EvaluationPage>(asked.Me, Portal.EvaluationView.From(asked.Context with { Case = done.File }, asked.Me, links)));
    }

    static async Task<IResult> Show(HttpContext http, string token, Answering answering) => Form(http, await FormOf(http, token, answering));

    static async Task<IResult> Answer(HttpContext http, string token, Answering answering)
    {
        var (posted, status) = await PageForm.Of(http);
        if (posted is null) return PageResults.Message(Asked.Somebody(http, Language.Nb), status);
        if (Parts(token) is not { } parts || await FormOf(http, token, answering) is not { } form) return Form(http, null);
        var refused = await answering.Drop(parts.Case, parts.Code, [.. form.Questions.Select(question => Written(question, posted.Binder))], http.RequestAborted);
        return refused.IsEmpty ? Page(http, null, received: true) : Form(http, form, posted.State(refused));
    }

    static IResult Form(HttpContext http, EvaluationForm? form, FormState? state = null) => Page(http, form, false, state);

    static IResult Page(HttpContext http, EvaluationForm? form, bool received, FormState? state = null) =>
        PageResults.Page<AnswerPage>(Asked.Somebody(http, Language.Nb) with { Form = state }, new { Form = form, Received = received }, state is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    static async Task<EvaluationForm?> FormOf(HttpContext http, string token, Answering answering) =>
        Parts(token) is { } parts ? await answering.OpenForm(parts.Case, http.Request.Query["skjema"] == "foreldre", http.RequestAborted) : null;

    static (CaseId Case, string Code)? Parts(string token) =>
        token.Length is > 33 and < 80 && token[32] == '-' && Guid.TryParseExact(token.AsSpan(0, 32), "n", out var id) ? (new(id), token[33..]) : null;

    /// <summary>One sheet of paper at a time (R129).</summary>
    static (CaseRequest?, ImmutableArray<Refusal>) PaperSlip(CaseAskedFor asked, PageForm form)
    {
        var evaluation = asked.File.Evaluation;
        var answered = form.Binder.Text("answerers") == nameof(Answerers.Parents) ? evaluation.ParentsForm : evaluation.Form;
        ImmutableArray<Question> questions = answered?.Questions ?? [];
        return (new EnterPaperAnswers([[.. questions.Select(question => Written(question, form.Binder))]]), []);
    }

    static WrittenAnswer Written(Question question, FormBinder answers)
    {
        var text = answers.Text(question.Key).Trim();
        return question.Kind switch
        {
            _ when text.Length == 0 => new(question.Key, null, null, null),
            QuestionKind.Open => new(question.Key, null, null, answers.Written(question.Key)),
            QuestionKind.Choice => new(question.Key, null, text, null),
            _ => new(question.Key, int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1, null, null),
        };
    }

    static (CaseRequest?, ImmutableArray<Refusal>) Collaboration(CaseAskedFor asked, PageForm form)
    {
        var binder = form.Binder;
        var ratings = CollaborationStatements.All.Select((_, at) => int.TryParse(binder.Text($"rating{at + 1}"), out var rating) ? rating : 0);
        return (new AnswerCollaboration([.. ratings], binder.Text("differently").Length > 0 ? binder.Written("differently") : null), []);
    }
}
