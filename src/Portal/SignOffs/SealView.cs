using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

public enum SealState { NotReady, Waiting, Given, Objection }

/// <summary>One person's line in a seal.</summary>
public sealed record SealLine(string Name, Words State, bool Done);

/// <summary>One side's part in a gate. Both sides are made by the same function and shown alike (R92).</summary>
public sealed record SealView(Side Side, SealState State, ImmutableArray<SealLine> Lines)
{
    /// <summary>Both sides, always in the same order, whoever signed first.</summary>
    public static ImmutableArray<SealView> Pair(CaseContext context, Gate gate, Viewer me) => [Of(context, gate, Side.Bruker, me), Of(context, gate, Side.Fag, me)];

    static SealView Of(CaseContext context, Gate gate, Side side, Viewer me)
    {
        var signOffs = context.Case.SignOffs;
        var package = context.Case.Passed(gate)?.Package is { } passed
            ? signOffs.Packages.FirstOrDefault(candidate => candidate.Gate == gate && candidate.Number == passed)
            : signOffs.Current(gate);
        var objects = context.Case.Objections.All.Any(objection => objection.Gate == gate && objection.Side == side && objection.Blocks);
        var state = objects ? SealState.Objection
            : package is null ? SealState.NotReady
            : signOffs.Counting(side, package) is not null ? SealState.Given : SealState.Waiting;
        return new(side, state, [.. LinesOf(context, gate, package, side, me)]);
    }

    static IEnumerable<SealLine> LinesOf(CaseContext context, Gate gate, Package? package, Side side, Viewer me)
    {
        List<SignOff> signed = package is null ? [] : [.. context.Case.SignOffs.Given.Where(given =>
            given.Gate == gate && given.Package == package.Number && given.Side == side && given.WithdrawnAt is null)];
        foreach (var given in signed)
            yield return new(me.NameOf(given.Person), Said(given, me), given.Counts);
        if (context.Case.Passed(gate) is not null) yield break;
        foreach (var member in context.Case.Group.ActiveOn(context.Today))
            if (member.Side == side && signed.All(given => given.Person != member.Person))
                yield return new(me.NameOf(member.Person), Silent(context, gate, member, package), false);
    }

    static Words Said(SignOff given, Viewer me) => given switch
    {
        { Paper: { ConfirmedBy: null } } => new("Godkjent på papir – venter på at en annen ansatt bekrefter", "Godkjent på papir – ventar på at ein annan tilsett stadfestar"),
        { Paper: not null } => Words.Same($"Godkjent på papir {me.DateAndTime(given.At)}"),
        _ => Words.Same($"Godkjent {me.DateAndTime(given.At)}"),
    };

    static Words Silent(CaseContext context, Gate gate, Member member, Package? package) =>
        context.Case.Objections.All.Any(objection => objection.Gate == gate && objection.By == member.Person && objection.Blocks) ? new("Har meldt innsigelse", "Har meldt innseiing")
        : package is null ? new("Kan godkjenne når teksten er klar", "Kan godkjenne når teksten er klar")
        : new("Har ikke tatt stilling ennå", "Har ikkje teke stilling enno");
}
