namespace LmsWorkflow.Domain;

/// <summary>What the phase table asks of a re-run beyond what it asks of every case.</summary>
public static class RerunConditions
{
    /// <summary>R140: the gates that were skipped were passed with both sides' sign-offs in an earlier case.</summary>
    public static GateCondition RestsOnJointWork { get; } = new("RestsOnJointWork", static context =>
        context.Case.Rerun is { } rerun && rerun.RestsOn(Gate.G1) && rerun.RestsOn(Gate.G2) ? null : new NoApprovedOffer());

    /// <summary>R142.</summary>
    public static GateCondition ChangesTreated { get; } = new("ChangesTreated", static context =>
    {
        if (context.Case.Rerun is not { } rerun) return null;
        foreach (var change in rerun.Changes)
            if (rerun.TreatmentOf(change.Number) is null) return new ChangesUntreated();
        return null;
    });
}

/// <summary>R140, R141.</summary>
public sealed record NoApprovedOffer() : Refusal(new Words(
    "Et gjentak må bygge på et fast tilbud der begge sider har godkjent behovsvurderingen og kursplanen i en tidligere sak. Velg et fast tilbud, eller meld et nytt behov.",
    "Eit gjentak må byggje på eit fast tilbod der begge sider har godkjent behovsvurderinga og kursplanen i ei tidlegare sak. Vel eit fast tilbod, eller meld eit nytt behov."));

/// <summary>R142.</summary>
public sealed record ChangesUntreated() : Refusal(new Words(
    "Endringslisten fra forrige gjennomføring er ikke ferdig behandlet. Skriv for hver endring om den er gjort, utsatt eller avvist.",
    "Endringslista frå førre gjennomføring er ikkje ferdig handsama. Skriv for kvar endring om ho er gjord, utsett eller avvist."));
