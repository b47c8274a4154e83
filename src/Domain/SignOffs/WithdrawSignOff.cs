namespace LmsWorkflow.Domain;

/// <summary>The signer takes the approval back before the gate has opened (R87); afterwards only an objection is possible.</summary>
public sealed record WithdrawSignOff(Gate Gate) : CaseRequest
{
    public override Act Act => Act.SignOff;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Passed(Gate) is not null ? new GateAlreadyPassed(Gate) : null,
            Own(context) is null ? new NoSignOffToWithdraw() : null,
        ],
        () => [new SignOffWithdrawn(Gate, Own(context)!.Package, context.Actor.Person!.Value)]);

    SignOff? Own(CaseContext context) =>
        context.Actor.Person is { } person && context.Case.SignOffs.Current(Gate) is { } package ? context.Case.SignOffs.Of(person, package) : null;
}

public sealed record SignOffWithdrawn(Gate Gate, int Package, PersonId Person) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        SignOffs = file.SignOffs with
        {
            Given = [.. file.SignOffs.Given.Select(given =>
                given.Gate == Gate && given.Package == Package && given.Person == Person && given.WithdrawnAt is null ? given with { WithdrawnAt = stamp.At } : given)],
        },
    };
}

public sealed record NoSignOffToWithdraw() : Refusal(new Words(
    "Du har ingen godkjenning av denne versjonen å trekke tilbake.", "Du har inga godkjenning av denne versjonen å trekkje tilbake."));
