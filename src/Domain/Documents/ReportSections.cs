namespace LmsWorkflow.Domain;

/// <summary>The report (D24) describes user participation in each phase, or says that it was missing (R135). Holds whatever its form calls mandatory.</summary>
static class ReportSections
{
    static readonly (string Key, Phase Phase)[] Participation =
    [
        ("medvirkning_behov", Phase.NeedsAssessment), ("medvirkning_planlegging", Phase.Planning),
        ("medvirkning_gjennomforing", Phase.Delivery), ("medvirkning_evaluering", Phase.Evaluation),
    ];

    public static IEnumerable<Refusal> Unmet(FormContent report, FormDefinition? form)
    {
        foreach (var (key, phase) in Participation)
            if (report[key] is null && form?.Field(key) is not { Required: true }) yield return new ParticipationNotDescribed(phase);
    }
}

/// <summary>R135.</summary>
public sealed record ParticipationNotDescribed(Phase Phase) : Refusal(new Words(
    $"Rapporten sier ikke hvordan brukersiden medvirket i fasen {Phase.Words().Nb.ToLowerInvariant()}. Beskriv det, eller skriv at medvirkningen manglet.",
    $"Rapporten seier ikkje korleis brukarsida medverka i fasen {Phase.Words().Nn.ToLowerInvariant()}. Skildre det, eller skriv at medverknaden mangla."));
