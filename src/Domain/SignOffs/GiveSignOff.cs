namespace LmsWorkflow.Domain;

/// <summary>
/// Godkjenning: an active act by the signed-in person on exactly the frozen text they opened (R78–R92). Never by time, silence, a link, or for someone else.
/// </summary>
/// <param name="PackageHash">What the person saw; a stale one is refused.</param>
public sealed record GiveSignOff(Gate Gate, int Package, string PackageHash) : CaseRequest
{
    public override Act Act => Act.SignOff;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        SignOffRules.Unmet(context, Gate, Package, PackageHash, context.ActorsMembership, context.Actor.Person)
            .Append(context.Actor.Person is { } person && !context.Readings.Has(person, Gate, Package) ? new NotOpenedBySigner() : null),
        () => [new SignOffGiven(Gate, Package, PackageHash, context.Actor.Person!.Value, context.ActorsMembership!.Side, SignOffText.Current, null)]);
}

/// <param name="Person">The signer; on paper (R89) not the one who registered it.</param>
/// <param name="PaperScan">SHA-256 of the scanned paper, or null.</param>
public sealed record SignOffGiven(Gate Gate, int Package, string PackageHash, PersonId Person, Side Side, int TextVersion, string? PaperScan) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp)
    {
        var paper = PaperScan is null ? null : new PaperEvidence(PaperScan, stamp.Person!.Value, null);
        var signOff = new SignOff(Gate, Package, PackageHash, Person, Side, TextVersion, paper is null ? stamp.SignIn : "papir", stamp.At, paper);
        return file with { SignOffs = file.SignOffs with { Given = file.SignOffs.Given.Add(signOff) } };
    }
}

/// <summary>What every approval must meet, however it is given.</summary>
static class SignOffRules
{
    public static IEnumerable<Refusal?> Unmet(CaseContext context, Gate gate, int number, string hash, Member? signer, PersonId? person)
    {
        yield return Require.Open(context);
        var package = context.Case.SignOffs.Latest(gate);
        if (package is null)
        {
            yield return new NothingToSign(gate);
            yield break;
        }

        if (context.Case.Passed(gate) is not null) yield return new GateAlreadyPassed(gate);
        if (!package.IsCurrent || package.Number != number || package.Hash != hash) yield return new PackageIsStale();
        if (signer is null)
        {
            yield return new NotAppointedNow();
            yield break;
        }

        if (person is not null && context.Case.SignOffs.Given.Any(given => given.Person == person && given.Side != signer.Side)) yield return new SignedForOtherSide();
        if (context.Case.SignOffs.Of(signer.Person, package) is not null) yield return new AlreadySigned();
        if (signer.Side == Side.Bruker && !signer.ClarifiedOn(context.Today, context.Settings.RoleClarificationMonths)) yield return new RoleClarificationMissing();
    }
}

public sealed record NothingToSign(Gate Gate) : Refusal(new Words(
    "Det er ingen låst tekst å godkjenne ennå. Koordinator må først gjøre dokumentene klare.",
    "Det er ingen låst tekst å godkjenne enno. Koordinator må først gjere dokumenta klare."));

public sealed record GateAlreadyPassed(Gate Gate) : Refusal(new Words(
    $"«{Gate.Words().Nb}» er allerede fullført. Er du uenig, kan du melde en innsigelse.",
    $"«{Gate.Words().Nn}» er alt fullført. Er du usamd, kan du melde ei innseiing."));

/// <summary>R83: the text has changed since the person opened it.</summary>
public sealed record PackageIsStale() : Refusal(new Words(
    "Teksten er endret siden du åpnet den. Åpne den nye versjonen, les den og ta stilling på nytt.",
    "Teksten er endra sidan du opna han. Opne den nye versjonen, les han og ta stilling på nytt."));

/// <summary>R28, R80, R90.</summary>
public sealed record NotAppointedNow() : Refusal(new Words(
    "Du har ingen gyldig oppnevning som fagperson eller brukerrepresentant i saken i dag. Be koordinator om å oppnevne deg.",
    "Du har inga gyldig oppnemning som fagperson eller brukarrepresentant i saka i dag. Be koordinator om å oppnemne deg."));

/// <summary>R79.</summary>
public sealed record SignedForOtherSide() : Refusal(new Words(
    "Du har allerede godkjent for den andre siden i denne saken. Samme person kan aldri godkjenne for begge sider. En annen må godkjenne.",
    "Du har alt godkjent for den andre sida i denne saka. Same person kan aldri godkjenne for begge sider. Ein annan må godkjenne."));

public sealed record AlreadySigned() : Refusal(new Words(
    "Du har allerede godkjent denne versjonen.", "Du har alt godkjent denne versjonen."));

/// <summary>R29, R91.</summary>
public sealed record RoleClarificationMissing() : Refusal(new Words(
    "Rolleavklaringen mangler eller er utløpt. Ta samtalen med koordinator og godta rolleavklaringen først.",
    "Rolleavklaringa manglar eller er utgått. Ta samtalen med koordinator og godta rolleavklaringa først."));

/// <summary>R84.</summary>
public sealed record NotOpenedBySigner() : Refusal(new Words(
    "Du må åpne og lese den låste teksten før du kan godkjenne den.", "Du må opne og lese den låste teksten før du kan godkjenne han."));
