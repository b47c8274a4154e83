namespace LmsWorkflow.Domain;

/// <summary>How many parents met at a gathering with parents. They are counted for themselves and are not participants (R198).</summary>
public sealed record CountParents(int Samling, int Parents) : CaseRequest
{
    public override Act Act => Act.RunCourse;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Delivery.Samling(Samling) is null ? new UnknownSamling() : null,
            context.Case.Delivery.Samling(Samling) is { Attendance: null } ? new AttendanceMissing(Samling) : null,
            Programme(context)?.Numbered(Samling) is { Category: null } ? new NoParentsGathering(Samling) : null,
            Parents is < 0 or > 500 ? new NegativeCount() : null,
        ],
        () => [new ParentsCounted(Samling, Parents)]);

    static ProgrammeContent? Programme(CaseContext context) => context.Case.Documents.Latest(DocumentKind.D13)?.Content as ProgrammeContent;
}

public sealed record ParentsCounted(int Samling, int Parents) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Families = file.Families with { Parents = [.. file.Families.Parents.Where(met => met.Samling != Samling), new(Samling, Parents)] },
    };
}

/// <summary>R198.</summary>
public sealed record NoParentsGathering(int Samling) : Refusal(new Words(
    $"Samling {Samling} er ikke en foreldresamling i programmet. Velg en samling med foreldre.",
    $"Samling {Samling} er ikkje ei foreldresamling i programmet. Vel ei samling med foreldre."));
