namespace LmsWorkflow.Domain;

/// <summary>Consent to a child's participation, by those with parental responsibility or by a youth of 16 or more (R194): kind and date, never the paper's content.</summary>
/// <param name="Child">The child's number in the attendance lists.</param>
/// <param name="Family">The family's number; siblings share one.</param>
public sealed record RecordParentalConsent(int Child, int Family, ConsentKind Kind, DateOnly On) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            ChildrenRules.MustBeForChildren(context),
            ChildrenRules.MustBeNumber(Child) ?? ChildrenRules.MustBeNumber(Family),
            Enum.IsDefined(Kind) ? null : new FieldMissing("kind", new("hvordan samtykket er gitt", "korleis samtykket er gitt")),
            context.Case.Families.OfChild(Child) is { } other && other.Number != Family ? new ChildInOtherFamily() : null,
            On > context.Today ? new DateInTheFuture() : null,
        ],
        () => [new ParentalConsentRecorded(Child, Family, Kind, On)]);
}

public sealed record ParentalConsentRecorded(int Child, int Family, ConsentKind Kind, DateOnly On) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Families = file.Families.With(Family, family => family with { Consents = [.. family.Consents.Where(one => one.Child != Child), new(Child, Kind, On)], HasWithdrawn = false }),
    };
}

public sealed record ChildInOtherFamily() : Refusal(new Words(
    "Barnet er ført under en annen familie. Bruk familienummeret som står i listen.", "Barnet er ført under ein annan familie. Bruk familienummeret som står i lista."));
