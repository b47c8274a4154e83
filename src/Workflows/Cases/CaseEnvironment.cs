using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A case as the engine meets it: the case so far, and the facts of this run on top.</summary>
sealed class CaseEnvironment(CaseContext context) : IProcessEnvironment
{
    readonly Stamp stamp = new(context.Now, context.Actor.Person, context.Capacity, context.Actor.SignIn);
    CaseContext context = context;

    public CaseFile Case => context.Case;

    public DateTimeOffset Now => context.Now;

    public FeelValue Value(string name) => CaseVariables.Find(name)?.Value(context) ?? FeelValue.Null;

    public ActionOutcome Perform(ProcessElement serviceTask)
    {
        if (CaseActions.Find(serviceTask.Lms.Action) is not { } action) return new ActionOutcome.StuckBecause(["UnknownAction"]);
        switch (action.Decide(context, serviceTask))
        {
            case Decision.Accepted accepted:
                foreach (var fact in accepted.Facts) Apply(fact);
                return new ActionOutcome.Done(accepted.Facts);
            case Decision.Refused refused:
                return new ActionOutcome.StuckBecause([.. refused.Reasons.Select(reason => reason.Code).Distinct()]);
            default:
                throw new InvalidOperationException("A decision is accepted or refused.");
        }
    }

    public DateTimeOffset Due(DueRule rule) => DueCalendar.Due(rule, Now);

    public void Apply(Fact fact) => context = context with { Case = context.Case.After(fact, stamp) };
}
