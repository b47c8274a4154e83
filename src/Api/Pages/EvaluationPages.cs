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
    ];

    static (CaseRequest?, ImmutableArray<Refusal>) Collaboration(CaseAskedFor asked, PageForm form)
    {
        var binder = form.Binder;
        var ratings = CollaborationStatements.All.Select((_, at) => int.TryParse(binder.Text($"rating{at + 1}"), out var rating) ? rating : 0);
        return (new AnswerCollaboration([.. ratings], binder.Text("differently").Length > 0 ? binder.Written("differently") : null), []);
    }
}
