namespace LmsWorkflow.Domain;

/// <summary>The group says what became of a change the last run asked for: done, postponed, or rejected with a reason (R142). Said again, it corrects, until the plan is frozen.</summary>
public sealed record TreatChange(int Number, ChangeOutcome Outcome, WrittenText? Reason = null) : CaseRequest
{
    public override Act Act => Act.ProposeAndMinute;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Rerun?.Changes.Any(change => change.Number == Number) == true ? null : new NoSuchChange(),
            Enum.IsDefined(Outcome) ? null : new ChangesUntreated(),
            context.Case.Passed(Gate.G2) is not null || context.Case.SignOffs.Current(Gate.G2) is not null ? new ChangeListIsSettled() : null,
            Outcome == ChangeOutcome.Done ? Require.Clean(Reason, "reason")
                : Require.AtLeast(Reason, 10, "reason", new("hvorfor endringen ikke blir gjort nå", "kvifor endringa ikkje blir gjord no")),
        ],
        () => [new ChangeTreated(Number, Outcome, Reason is { IsBlank: false } text ? text.Seal("D12.endring.grunn") : null, context.ActorsMembership?.Side)]);
}

public sealed record ChangeTreated(int Number, ChangeOutcome Outcome, SealedText? Reason, Side? Side) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Rerun = file.Rerun! with
        {
            Treatments =
            [
                .. file.Rerun.Treatments.Where(treatment => treatment.Number != Number),
                new(Number, Outcome, Reason, stamp.Person!.Value, Side, stamp.At),
            ],
        },
    };
}

public sealed record NoSuchChange() : Refusal(new Words(
    "Endringen finnes ikke i listen fra forrige gjennomføring. Velg en fra listen.", "Endringa finst ikkje i lista frå førre gjennomføring. Vel ei frå lista."));

/// <summary>What both sides sign must stand still while they sign it (R83).</summary>
public sealed record ChangeListIsSettled() : Refusal(new Words(
    "Kursplanen er låst for godkjenning, og endringslisten med den. Be om endring i kursplanen hvis noe må rettes.",
    "Kursplanen er låst for godkjenning, og endringslista med han. Be om endring i kursplanen dersom noko må rettast."));
