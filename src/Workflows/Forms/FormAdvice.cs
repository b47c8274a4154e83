using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Advice on a draft whose forms ask less of a sign-off than the version before: no required field is lost unnoticed.</summary>
public static class FormAdvice
{
    /// <summary>Name of the advice. Not one of the checks of a drawing: it compares two versions.</summary>
    public const string Name = "forms-ask-less";

    public static IEnumerable<Finding> Of(ProcessDefinition process, FormCatalogue before, FormCatalogue after) =>
        from use in FormUses.Of(process)
        where use.IsSignOff
        from change in FormChanges.OfOne(use.Kind, before[use.Kind], after[use.Kind])
        where change.Weakens
        select new Finding(Name, Severity.Warning, use.ElementId, process[use.ElementId]?.Line ?? 0, new(
            $"{change.Sentence.Nb} Begge sider godkjenner skjemaet i «{use.Name.Nb}», og må samtykke før utkastet gjelder.",
            $"{change.Sentence.Nn} Begge sider godkjenner skjemaet i «{use.Name.Nn}», og må samtykkje før utkastet gjeld."));
}
