namespace LmsWorkflow.Domain;

/// <summary>The koordinator has seen a course leader's police certificate (R193). Only who, when and by whom; never what it says.</summary>
public sealed record RegisterPoliceCertificate(PersonId Person, DateOnly SeenOn) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            ChildrenRules.MustBeForChildren(context),
            context.Directory.Find(Person) is null ? new UnknownPerson() : null,
            Person == context.Actor.Person ? new OwnPoliceCertificate() : null,
            SeenOn > context.Today ? new DateInTheFuture() : null,
        ],
        () => [new PoliceCertificateSeen(Person, SeenOn)]);
}

public sealed record PoliceCertificateSeen(PersonId Person, DateOnly SeenOn) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Families = file.Families with
        {
            Certificates = [.. file.Families.Certificates.Where(one => one.Person != Person), new(Person, SeenOn, stamp.Person!.Value)],
        },
    };
}

/// <summary>What the acts for children share.</summary>
static class ChildrenRules
{
    public const int MostNumbers = 200;

    public static Refusal? MustBeForChildren(CaseContext context) => PlanCompleteness.ForChildren(context.Case) ? null : new NotForChildren();

    public static Refusal? MustBeNumber(int number) => number is < 1 or > MostNumbers ? new NumberOutOfList() : null;
}

public sealed record NotForChildren() : Refusal(new Words(
    "Tilbudet er ikke for barn. Politiattest, samtykke og familiesamtaler føres bare når barn deltar.",
    "Tilbodet er ikkje for barn. Politiattest, samtykke og familiesamtalar blir berre førte når barn deltek."));

public sealed record OwnPoliceCertificate() : Refusal(new Words(
    "Du kan ikke registrere din egen politiattest. Be en annen koordinator om å se den.", "Du kan ikkje registrere din eigen politiattest. Be ein annan koordinator om å sjå han."));

public sealed record DateInTheFuture() : Refusal(new Words("Datoen har ikke vært ennå. Rett datoen.", "Datoen har ikkje vore enno. Rett datoen."));

public sealed record NumberOutOfList() : Refusal(new Words(
    "Barn og familier føres med nummer fra 1 til 200. Rett nummeret.", "Barn og familiar blir førte med nummer frå 1 til 200. Rett nummeret."));
