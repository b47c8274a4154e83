using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Keeps texts of some kinds longer than the rule says: a leader's decision, with an end and a reason.</summary>
public sealed record KeepLonger(ImmutableArray<RetentionKind> Kinds, DateOnly Until, WrittenText Reason) : CaseRequest
{
    /// <summary>Longest a decision may reach from today, in years.</summary>
    public const int LongestYears = 50;

    public override Act Act => Act.KeepLonger;

    public override Decision Decide(CaseContext context)
    {
        if (CaseRetention.Of(context.Case) is not { } retention) return Decision.Refuse(new RetentionNotBegun());
        ImmutableArray<RetentionKind> kinds = Kinds.IsDefault ? [] : [.. Kinds.Where(Enum.IsDefined).Distinct().Order()];
        var otherwise = kinds.Select(kind => retention.Due(kind, context.Directory.Retention).On).Max();
        return Decision.Unless(
            [
                kinds.IsEmpty ? new NoKindChosen() : null,
                Until <= context.Today ? new KeptUntilThePast() : otherwise >= Until ? new KeptNoLonger(otherwise.Value) : Until > context.Today.AddYears(LongestYears) ? new KeptTooLong() : null,
                Require.Written(Reason, "reason", new("hvorfor det skal oppbevares lenger", "kvifor det skal takast vare på lenger")),
            ],
            () => [new CaseKeptLonger(kinds, Until, Reason.Seal("retention.reason"))]);
    }
}

public sealed record CaseKeptLonger(ImmutableArray<RetentionKind> Kinds, DateOnly Until, SealedText Reason) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Kept = [.. file.Kept.Where(kept => !Kinds.Contains(kept.Kind)), .. Kinds.Select(kind => new KeptLonger(kind, Until))] };
}

public sealed record RetentionNotBegun() : Refusal(new Words(
    "Oppbevaringstiden har ikke begynt å løpe. Den regnes fra kursrapporten, vedtaket eller den dagen saken blir avsluttet. Kom tilbake da.",
    "Oppbevaringstida har ikkje byrja å gå. Ho blir rekna frå kursrapporten, vedtaket eller den dagen saka blir avslutta. Kom tilbake då."));

public sealed record NoKindChosen(string Field = "kinds") : Refusal(new Words("Velg hva det gjelder.", "Vel kva det gjeld."));

public sealed record KeptUntilThePast(string Field = "until") : Refusal(new Words("Velg en dag som ikke har vært.", "Vel ein dag som ikkje har vore."));

public sealed record KeptNoLonger(DateOnly On, string Field = "until") : Refusal(new Words(
    $"Noe av dette blir uansett oppbevart til {DateWords.Short(On)}. Velg en senere dag, eller færre slag.", $"Noko av dette blir uansett teke vare på til {DateWords.Short(On)}. Vel ein seinare dag, eller færre slag."));

public sealed record KeptTooLong(string Field = "until") : Refusal(new Words(
    $"Det er mer enn {KeepLonger.LongestYears} år til. Avlever saken til arkivet, eller velg en tidligere dag.", $"Det er meir enn {KeepLonger.LongestYears} år til. Avlever saka til arkivet, eller vel ein tidlegare dag."));
