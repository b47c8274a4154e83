namespace LmsWorkflow.Domain;

/// <summary>A member has looked at an element again after another was changed (R52). One from each side must.</summary>
public sealed record CheckElement(DidacticElement Element) : CaseRequest
{
    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.ActorsMembership is null ? new NotAMember() : null,
            context.ActorsMembership is { } member && !Awaits(context, member.Side) ? new ElementNeedsNoCheck() : null,
        ],
        () => [new ElementChecked(Element, context.Actor.Person!.Value, context.ActorsMembership!.Side)]);

    bool Awaits(CaseContext context, Side side) => Enum.IsDefined(Element) && context.Case.Plan.Of(Element).Awaits(side);
}

public sealed record ElementChecked(DidacticElement Element, PersonId Person, Side Side) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Plan = file.Plan with
        {
            Elements = file.Plan.Elements.SetItem((int)Element, Side == Side.Fag
                ? file.Plan.Of(Element) with { CheckedByFag = Person }
                : file.Plan.Of(Element) with { CheckedByBruker = Person }),
        },
    };
}

public sealed record ElementNeedsNoCheck() : Refusal(new Words(
    "Denne delen av kursplanen venter ikke på at din side ser på den. Last siden på nytt for å se hva som gjenstår.",
    "Denne delen av kursplanen ventar ikkje på at di side ser på han. Last sida på nytt for å sjå kva som står att."));
