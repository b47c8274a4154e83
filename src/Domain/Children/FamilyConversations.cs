namespace LmsWorkflow.Domain;

/// <summary>Forsamtale: a conversation with the family before the first samling (R195). That it was held, not what was said.</summary>
public sealed record RecordPreConversation(int Family, DateOnly On) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context), ChildrenRules.MustBeForChildren(context), ChildrenRules.MustBeNumber(Family),
            On > context.Today ? new DateInTheFuture() : null,
        ],
        () => [new PreConversationHeld(Family, On)]);
}

public sealed record PreConversationHeld(int Family, DateOnly On) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Families = file.Families.With(Family, family => family with { PreConversation = On }) };
}

/// <summary>Ettersamtale: offered to each family when the course is over (R195).</summary>
public sealed record OfferPostConversation(int Family, DateOnly On) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context), ChildrenRules.MustBeForChildren(context),
            context.Case.Families.Numbered(Family) is null ? new UnknownFamily() : null,
            context.Case.Delivery.HasStarted ? null : new CourseNotStarted(),
            On > context.Today ? new DateInTheFuture() : null,
        ],
        () => [new PostConversationOffered(Family, On)]);
}

public sealed record PostConversationOffered(int Family, DateOnly On) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Families = file.Families.With(Family, family => family with { PostConversationOffered = On }) };
}

/// <summary>A family withdraws. Why is neither asked nor stored.</summary>
public sealed record WithdrawFamily(int Family) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [Require.Open(context), context.Case.Families.Numbered(Family) is { HasWithdrawn: false } ? null : new UnknownFamily()],
        () => [new FamilyWithdrew(Family)]);
}

public sealed record FamilyWithdrew(int Family) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Families = file.Families.With(Family, family => family with { HasWithdrawn = true }) };
}

public sealed record UnknownFamily() : Refusal(new Words(
    "Familien står ikke i listen, eller har trukket seg. Velg et familienummer fra listen.", "Familien står ikkje i lista, eller har trekt seg. Vel eit familienummer frå lista."));
