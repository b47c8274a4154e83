using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>Sentences of meetings, the run, the evaluation and what follows.</summary>
public static partial class FactSentences
{
    static Words? OfWork(CaseFact fact, string who, Viewer me) => fact switch
    {
        _ => null,
    };
}
