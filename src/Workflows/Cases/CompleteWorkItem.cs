using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Marks a task as done. Only tasks that nothing in the case completes by itself; a sign-off can never be ticked off.</summary>
/// <param name="Item">The task's number in the process.</param>
public sealed record CompleteWorkItem(int Item) : ProcessRequest
{
    public override Act Act => Act.CompleteWorkItem;

    public override Decision Decide(CaseContext context)
    {
        if (Require.Open(context) is { } closed) return Decision.Refuse(closed);
        if (context.Case.Process?.Find(Item) is not { Kind: ItemKind.UserTask } item) return Decision.Refuse(new WorkItemIsGone());
        return MayDo(item, context) ? Decision.Accept() : Decision.Refuse(new NotYourWorkItem());
    }

    internal override Refusal? Unmet(ProcessDefinition definition, CaseFile file) =>
        file.Process?.Find(Item) is { } item && definition[item.ElementId]?.Lms.Done is not null ? new WorkItemCompletesItself() : null;

    internal override void Move(EngineRun run) => run.Complete(Item);

    static bool MayDo(ProcessItem item, CaseContext context) =>
        TaskRoleNames.Each(item.Roles).Any(role => CaseAccess.Holds(context.Actor, role, context.Case, context.Today));
}

public sealed record WorkItemIsGone() : Refusal(new Words(
    "Oppgaven er ikke åpen lenger. Last siden på nytt og se hva som gjenstår.", "Oppgåva er ikkje open lenger. Last sida på nytt og sjå kva som står att."));

public sealed record NotYourWorkItem() : Refusal(new Words(
    "Oppgaven hører til en annen rolle i saken. Be den det gjelder om å gjøre den.", "Oppgåva høyrer til ei anna rolle i saka. Be den det gjeld om å gjere ho."));

public sealed record WorkItemCompletesItself() : Refusal(new Words(
    "Denne oppgaven kan ikke krysses av. Den er ferdig når det den ber om, er gjort i saken.",
    "Denne oppgåva kan ikkje kryssast av. Ho er ferdig når det ho ber om, er gjort i saka."));
