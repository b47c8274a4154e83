namespace LmsWorkflow.Domain;

/// <summary>Puts the case on hold: timers wait, and deadlines move by the length of the hold (domain notes §4.10).</summary>
public sealed record PutOnHold(WrittenText Reason, DateOnly? Until) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [Require.Open(context), Require.AtLeast(Reason, 10, "reason", new("hvorfor saken settes på vent", "kvifor saka blir sett på vent"))],
        () => [new CasePutOnHold(Reason.Seal("hold.reason"), Until)]);
}

public sealed record CasePutOnHold(SealedText Reason, DateOnly? Until) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Standing = Standing.OnHold, Hold = new(stamp.At, Until, Reason) };
}

/// <summary>Takes the case up again after a hold.</summary>
public sealed record ResumeCase() : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => context.Case.Standing == Standing.OnHold
        ? Decision.Accept(new CaseResumed())
        : Decision.Refuse(new CaseIsNotOnHold());
}

public sealed record CaseResumed() : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file.WithoutHold(stamp.At) with { Standing = Standing.Open };
}

public sealed record CaseIsNotOnHold() : Refusal(new Words("Saken er ikke på vent.", "Saka er ikkje på vent."));

/// <summary>Avlyser: ends a case that is not finished, with a reason everyone can read.</summary>
public sealed record CancelCase(WrittenText Reason) : CaseRequest
{
    public override Act Act => Act.CancelCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            context.Case.Standing is Standing.Open or Standing.OnHold ? null : Require.Open(context),
            Require.AtLeast(Reason, 10, "reason", new("hvorfor saken avlyses", "kvifor saka blir avlyst")),
        ],
        () => [new CaseCancelled(Reason.Seal("cancel.reason"))]);
}

public sealed record CaseCancelled(SealedText Reason) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file.WithoutHold(stamp.At) with { Standing = Standing.Cancelled, EndedAt = stamp.At };
}

/// <summary>The process has ended: the case is read-only from now on (R139).</summary>
public sealed record CaseClosed() : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Standing = Standing.Closed, Phase = Phase.Ended, EndedAt = stamp.At };
}

static class HoldEnds
{
    public static CaseFile WithoutHold(this CaseFile file, DateTimeOffset at) =>
        file.Hold is { } hold ? file with { Hold = null, PastHolds = file.PastHolds.Push(new(hold.Since, at)) } : file;
}
