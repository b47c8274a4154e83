using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Sums of a budget against the anchored frame (R70–R73). The frame is held against the costs: expected income is an estimate and excuses no excess.</summary>
public sealed record BudgetFigures(
    ImmutableSortedDictionary<BudgetLineKind, decimal> Sums, decimal Costs, decimal Income, decimal Frame, decimal FagParticipation, decimal UserParticipation)
{
    /// <summary>Costs less frame: above zero when the budget exceeds it.</summary>
    public decimal Deviation => Costs - Frame;

    public bool ExceedsFrame => Deviation > 0;

    public decimal Net => Costs - Income;

    public static BudgetFigures Of(BudgetContent budget, IEnumerable<Anchoring> anchorings) => new(
        budget.Lines.GroupBy(line => line.Kind).ToImmutableSortedDictionary(kind => kind.Key, kind => kind.Sum(line => line.Amount)),
        CostsOf(budget), budget.Lines.Where(line => line.IsIncome).Sum(line => line.Amount), anchorings.Sum(anchoring => anchoring.MoneyFrame),
        Participation(budget, Side.Fag), Participation(budget, Side.Bruker));

    public static decimal CostsOf(BudgetContent budget) => budget.Lines.Where(line => !line.IsIncome).Sum(line => line.Amount);

    /// <summary>Two decimals, half away from zero (R73).</summary>
    public static decimal Shown(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    static decimal Participation(BudgetContent budget, Side side) => budget.Lines
        .Where(line => line.Side == side && line.Kind is (BudgetLineKind.Honorar or BudgetLineKind.Reise or BudgetLineKind.TaptArbeidsfortjeneste))
        .Sum(line => line.Amount);
}

public static class BudgetNames
{
    public static Words Words(this BudgetLineKind kind) => kind switch
    {
        BudgetLineKind.Honorar => new("Honorar", "Honorar"),
        BudgetLineKind.Reise => new("Reise", "Reise"),
        BudgetLineKind.TaptArbeidsfortjeneste => new("Tapt arbeidsfortjeneste", "Tapt arbeidsforteneste"),
        BudgetLineKind.Bevertning => new("Bevertning", "Servering"),
        BudgetLineKind.Lokale => new("Lokale", "Lokale"),
        BudgetLineKind.Materiell => new("Materiell", "Materiell"),
        BudgetLineKind.EksterneForelesere => new("Eksterne forelesere", "Eksterne førelesarar"),
        BudgetLineKind.Tolk => new("Tolk", "Tolk"),
        BudgetLineKind.AnnenKostnad => new("Annen kostnad", "Annan kostnad"),
        BudgetLineKind.Egenandel => new("Egenandel", "Eigendel"),
        BudgetLineKind.Isf => new("Anslått ISF-inntekt", "Rekna ISF-inntekt"),
        BudgetLineKind.Tilskudd => new("Tilskudd", "Tilskot"),
        _ => new("Annen inntekt", "Annan inntekt"),
    };
}
