namespace LmsWorkflow.Domain;

/// <summary>The koordinator confirms that everything on the checklist (D18) is in place (step 3.3).</summary>
public sealed record ConfirmReadiness() : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        DocumentCompleteness.Unmet(context, DocumentKind.D18).Cast<Refusal?>()
            .Append(Require.Open(context))
            .Append(context.Case.Delivery.Announcement is null ? new CourseNotAnnounced() : null),
        () => [new ReadinessConfirmed()]);
}

public sealed record ReadinessConfirmed() : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Delivery = file.Delivery with { ReadyAt = stamp.At } };
}
