using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A timer has fallen due. Goes down the same road as any other request; asked twice it does nothing the second time.</summary>
/// <param name="Timer">The timer's number in the process.</param>
public sealed record FireDueTimer(int Timer) : ProcessRequest
{
    public override Act Act => Act.SystemAct;

    public override Decision Decide(CaseContext context)
    {
        if (Require.Open(context) is { } waits) return Decision.Refuse(waits);
        var timer = context.Case.Process?.Timers.FirstOrDefault(timer => timer.Number == Timer);
        return timer is not null && timer.DueAt > context.Now ? Decision.Refuse(new TimerIsNotDue()) : Decision.Accept();
    }

    internal override void Move(EngineRun run) => run.Fire(Timer);
}

public sealed record TimerIsNotDue() : Refusal(new Words("Fristen er ikke ute ennå.", "Fristen er ikkje ute enno."));
