using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// Values in facts that whoever may read the history is not thereby shown: how one person rated the collaboration (docs/decisions/small-numbers.md), and what single participants answered
/// (domain notes §3.5, R125, R126). As <see cref="ConfidentialTexts"/>, for what is not text.
/// </summary>
public static class ConfidentialValues
{
    /// <summary>Names of the fact's members, as they are stored.</summary>
    public static ImmutableArray<string> Of(Fact fact) => fact switch
    {
        CollaborationAnswered or CollaborationAnsweredOpenly => ["ratings"],
        EvaluationClosed or PaperAnswersEntered or EvaluationClosedOpenly or PaperAnswersEnteredOpenly => ["slips"],
        _ => [],
    };
}
