using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Proposes that texts, or all that can be erased of a person, are erased. Nothing is erased before another person confirms.</summary>
/// <param name="Person">Null: single texts.</param>
public sealed record ProposeErasure(PersonId? Person, ErasureGround Ground, WrittenText Reason) : ErasureRequest
{
    public const int MostTexts = 5_000;

    public override Decision Decide(ErasureBook book, PersonId who, ImmutableArray<FoundText> texts)
    {
        ImmutableArray<FoundText> there = [.. texts.Where(text => text.IsThere)];
        return Decision.Unless(
            [
                there.IsEmpty ? new NothingToErase() : null,
                there.Length > MostTexts ? new TooMuchToErase() : null,
                Reason.IsBlank ? new ErasureReasonMissing() : Require.Clean(Reason, "reason"),
                ErasureRules.Signed(Ground, there),
                ErasureRules.Awaiting(there),
                ErasureRules.Retention(Ground, there),
                book.WaitingFor(there.Select(text => text.Place.Text)) is { } other ? new ErasureAlreadyProposed(other.Number) : null,
            ],
            () => [new ErasureProposed(book.Erasures.Length + 1, Person, [.. there.Select(text => text.Place)], Ground, Reason.Seal("erasure.reason"))]);
    }
}

public sealed record ErasureProposed(int Number, PersonId? Person, ImmutableArray<TextPlace> Texts, ErasureGround Ground, SealedText Reason) : ErasureFact
{
    public override ErasureBook Apply(ErasureBook book, Stamp stamp) =>
        book with { Erasures = book.Erasures.Add(new(Number, Person, Texts, Ground, Reason, stamp.Person ?? default, stamp.At)) };
}

/// <summary>What holds both when an erasure is proposed and when it is confirmed.</summary>
static class ErasureRules
{
    public static Refusal? Signed(ErasureGround ground, ImmutableArray<FoundText> texts) =>
        !ground.ReachesSignedTexts() && texts.Any(text => text.IsThere && text.IsSigned) ? new SignedTextStays() : null;

    /// <summary>Both sides sign the same text (R78): nothing is taken out of it between the first reading and the last sign-off.</summary>
    public static Refusal? Awaiting(ImmutableArray<FoundText> texts) => texts.Any(text => text.IsThere && text.AwaitsSignOff) ? new TextAwaitsSignOff() : null;

    /// <summary>A time that is not out is no ground. Asked again when another confirms: the rule may have been made longer, or the case decided to be kept.</summary>
    public static Refusal? Retention(ErasureGround ground, ImmutableArray<FoundText> texts)
    {
        if (ground != ErasureGround.RetentionExpired) return null;
        Refusal? latest = null;
        DateOnly? last = null;
        foreach (var text in texts.Where(text => text.IsThere && !text.IsDue))
        {
            if (text.Retention is not { } due) return new NoRetentionRule();
            if (due.On is not { } on) return new RetentionNotBegunThere(due.Applied.Rule);
            if (last >= on) continue;
            (latest, last) = (due.KeptUntil == on ? new KeptByDecision(on) : new RetentionNotOut(on, due.Applied.Rule), on);
        }

        return latest;
    }
}

public sealed record RetentionNotOut(DateOnly On, RetentionRule Rule, string Field = "ground") : Refusal(new Words(
    $"Oppbevaringstiden er ikke ute. Den går ut {DateWords.Short(On)}: {Rule.Words().Nb}. Vent til da, eller velg en annen hjemmel hvis det er en.",
    $"Oppbevaringstida er ikkje ute. Ho går ut {DateWords.Short(On)}: {Rule.Words().Nn}. Vent til då, eller vel ein annan heimel dersom det er ein."));

public sealed record KeptByDecision(DateOnly On, string Field = "ground") : Refusal(new Words(
    $"Lederen har bestemt at dette skal oppbevares til {DateWords.Short(On)}. Se hvorfor i historikken, og vent til da.",
    $"Leiaren har bestemt at dette skal takast vare på til {DateWords.Short(On)}. Sjå kvifor i historikken, og vent til då."));

public sealed record RetentionNotBegunThere(RetentionRule Rule, string Field = "ground") : Refusal(new Words(
    $"Oppbevaringstiden har ikke begynt å løpe i saken. Den er {Rule.Words().Nb}. Velg en annen hjemmel hvis det er en.",
    $"Oppbevaringstida har ikkje byrja å gå i saka. Ho er {Rule.Words().Nn}. Vel ein annan heimel dersom det er ein."));

public sealed record NoRetentionRule(string Field = "ground") : Refusal(new Words(
    "Noen av tekstene har ingen oppbevaringstid: tittelen på saken, navn og det som ikke ligger i en sak. Ta dem ut, eller velg en annen hjemmel.",
    "Nokre av tekstane har inga oppbevaringstid: tittelen på saka, namn og det som ikkje ligg i ei sak. Ta dei ut, eller vel ein annan heimel."));

public sealed record NothingToErase(string Field = "texts") : Refusal(new Words(
    "Velg minst én tekst som ikke er slettet fra før.", "Vel minst éin tekst som ikkje er sletta frå før."));

public sealed record TooMuchToErase(string Field = "texts") : Refusal(new Words(
    $"Det er mer enn {ProposeErasure.MostTexts} tekster. Del det opp i flere forslag.", $"Det er meir enn {ProposeErasure.MostTexts} tekstar. Del det opp i fleire forslag."));

public sealed record ErasureReasonMissing(string Field = "reason") : Refusal(new Words(
    "Skriv hvorfor, så den som skal bekrefte, kan ta stilling til det.", "Skriv kvifor, så den som skal stadfeste, kan ta stilling til det."));

public sealed record SignedTextStays(string Field = "ground") : Refusal(new Words(
    "Teksten står i et dokument som er låst eller godkjent, og er dokumentasjon på et vedtak. Den kan bare slettes etter personvernforordningen art. 17, når oppbevaringstiden er ute, eller når den er taushetsbelagt. Er noe feil, lag en ny versjon av dokumentet.",
    "Teksten står i eit dokument som er låst eller godkjent, og er dokumentasjon på eit vedtak. Han kan berre slettast etter personvernforordninga art. 17, når oppbevaringstida er ute, eller når han er under teieplikt. Er noko feil, lag ein ny versjon av dokumentet."));

public sealed record TextAwaitsSignOff(string Field = "texts") : Refusal(new Words(
    "Teksten er låst og ligger til godkjenning. Begge sider skal godkjenne den samme teksten. Be om endring i dokumentet eller vent til begge har godkjent, og foreslå slettingen da.",
    "Teksten er låst og ligg til godkjenning. Begge sider skal godkjenne den same teksten. Be om endring i dokumentet eller vent til begge har godkjent, og foreslå slettinga då."));

public sealed record ErasureAlreadyProposed(int Number, string Field = "texts") : Refusal(new Words(
    $"Forslag {Number} gjelder alt en av tekstene. Avgjør det først.", $"Forslag {Number} gjeld alt ein av tekstane. Avgjer det først."));
