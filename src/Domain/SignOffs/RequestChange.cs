namespace LmsWorkflow.Domain;

/// <summary>Ber om endring: the work goes back to joint editing and the frozen text is superseded. Not an objection.</summary>
public sealed record RequestChange(Gate Gate, int Package, WrittenText Reason) : CaseRequest
{
    public override Act Act => Act.SignOff;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Passed(Gate) is not null ? new GateAlreadyPassed(Gate) : null,
            context.ActorsMembership is null ? new NotAppointedNow() : null,
            context.Case.SignOffs.Current(Gate)?.Number != Package ? new PackageIsStale() : null,
            Require.AtLeast(Reason, 10, "reason", new("hva som bør endres", "kva som bør endrast")),
        ],
        () => [new ChangeRequested(Gate, Package, context.Actor.Person!.Value, context.ActorsMembership!.Side, Reason.Seal("changeRequest.reason"))]);
}

public sealed record ChangeRequested(Gate Gate, int Package, PersonId Person, Side Side, SealedText Reason) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp)
    {
        var signOffs = file.SignOffs.Supersede(Gate, stamp.At);
        return file with { SignOffs = signOffs with { Wishes = signOffs.Wishes.Add(new(Gate, Package, Person, Side, Reason, stamp.At)) } };
    }
}
