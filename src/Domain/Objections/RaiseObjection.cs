namespace LmsWorkflow.Domain;

/// <summary>
/// Melder innsigelse with a reason (R94). Blocks the gate at once (R95). After the gate has opened on others' approval it can be raised within
/// three working days and closes the gate again (R86).
/// </summary>
public sealed record RaiseObjection(Gate Gate, WrittenText Reason, WrittenText? Alternative, WrittenText? SafetyRisk = null, WrittenText? SafeAlternative = null) : CaseRequest
{
    /// <summary>Working days after a gate opened in which it can be closed again (R86).</summary>
    public const int DaysAfterPassing = 3;

    /// <summary>Days until the dialogue meeting is due (R96).</summary>
    public const int DialogueDays = 14;

    public override Act Act => Act.SignOff;

    public override Decision Decide(CaseContext context)
    {
        var package = context.Case.SignOffs.Latest(Gate);
        return Decision.Unless(
            [
                Require.Open(context),
                context.ActorsMembership is null ? new NotAppointedNow() : null,
                Require.AtLeast(Reason, 10, "reason", new("begrunnelsen", "grunngjevinga")),
                package is null ? new NothingToObjectTo() : null,
                LateUnmet(context),
                SafetyUnmet(context),
            ],
            () => Facts(context, package!));
    }

    Refusal? LateUnmet(CaseContext context)
    {
        if (context.Case.Passed(Gate) is not { } passing) return null;
        if (WorkingCalendar.Add(OsloTime.Date(passing.At), DaysAfterPassing) < context.Today) return new ObjectionTooLate();
        if (context.Case.Passings.Any(later => later.ReopenedAt is null && later.Gate > Gate)) return new ObjectionTooLate();
        return context.Case.SignOffs.Given.Any(given => given.Gate == Gate && given.Package == passing.Package && given.Person == context.Actor.Person && given.Counts)
            ? new OwnApprovalStands() : null;
    }

    Refusal? SafetyUnmet(CaseContext context)
    {
        if (SafetyRisk is not { IsBlank: false }) return null;
        if (context.ActorsMembership?.Side != Side.Fag) return new SafetyIsForFagpersoner();
        return SafeAlternative is not { IsBlank: false } ? new SafeAlternativeMissing() : null;
    }

    System.Collections.Immutable.ImmutableArray<Fact> Facts(CaseContext context, Package package)
    {
        var raised = new ObjectionRaised(
            context.Case.Objections.All.Length + 1, Gate, package.Number, context.Actor.Person!.Value, context.ActorsMembership!.Side,
            Reason.Seal("objection.reason"), Alternative is { IsBlank: false } text ? text.Seal("objection.alternative") : null,
            SafetyRisk is { IsBlank: false } risk ? risk.Seal("objection.risk") : null,
            SafetyRisk is { IsBlank: false } ? SafeAlternative!.Seal("objection.safeAlternative") : null,
            context.Today.AddDays(DialogueDays));
        return context.Case.Passed(Gate) is null ? [raised] : [raised, new GateReopened(Gate, ReopenCause.Objection)];
    }
}

public sealed record ObjectionRaised(
    int Number, Gate Gate, int Package, PersonId Person, Side Side, SealedText Reason, SealedText? Alternative, SealedText? SafetyRisk,
    SealedText? SafeAlternative, DateOnly DialogueDue) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp)
    {
        var safety = SafetyRisk is null ? null : new SafetyConcern(SafetyRisk, SafeAlternative!);
        var objection = new Objection(Number, Gate, Package, Person, Side, Reason, Alternative, safety, stamp.At) { DialogueDue = DialogueDue };
        return file with { Objections = new(file.Objections.All.Add(objection)) };
    }
}

public sealed record NothingToObjectTo() : Refusal(new Words(
    "Det er ingen tekst til godkjenning å melde innsigelse mot. Rediger dokumentet eller ta saken opp i neste møte.",
    "Det er ingen tekst til godkjenning å melde innseiing mot. Rediger dokumentet eller ta saka opp i neste møte."));

/// <summary>R86.</summary>
public sealed record ObjectionTooLate() : Refusal(new Words(
    "Fristen på tre virkedager etter at steget ble godkjent, er gått ut. Ta saken opp i neste møte, eller foreslå en endring til neste gang.",
    "Fristen på tre verkedagar etter at steget blei godkjent, er gått ut. Ta saka opp i neste møte, eller foreslå ei endring til neste gong."));

/// <summary>R86 speaks of approval given by another.</summary>
public sealed record OwnApprovalStands() : Refusal(new Words(
    "Du godkjente selv denne teksten. En annen på din side kan melde innsigelse. Du kan ta saken opp i neste møte.",
    "Du godkjende sjølv denne teksten. Ein annan på di side kan melde innseiing. Du kan ta saka opp i neste møte."));

/// <summary>R101.</summary>
public sealed record SafetyIsForFagpersoner() : Refusal(new Words(
    "Innsigelse om faglig forsvarlighet kan bare meldes av en fagperson. Meld en vanlig innsigelse; den stopper saken like fullt.",
    "Innseiing om fagleg forsvarlegheit kan berre meldast av ein fagperson. Meld ei vanleg innseiing; ho stoppar saka like fullt."));

/// <summary>R101.</summary>
public sealed record SafeAlternativeMissing() : Refusal(new Words(
    "Foreslå et forsvarlig alternativ når du peker på en risiko.", "Foreslå eit forsvarleg alternativ når du peikar på ein risiko."));
