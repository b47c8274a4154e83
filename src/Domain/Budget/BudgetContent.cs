using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Kinds of budget line (R71): costs, then income.</summary>
public enum BudgetLineKind
{
    Honorar, Reise, TaptArbeidsfortjeneste, Bevertning, Lokale, Materiell, EksterneForelesere, Tolk, AnnenKostnad,
    Egenandel, Isf, Tilskudd, AnnenInntekt,
}

/// <summary>One line. Money is NOK (R73): quantity and rate have at most two decimals; the product is exact and rounded only where it is shown.</summary>
/// <param name="Id">Stays with the line from version to version.</param>
/// <param name="Side">Whom a fee, travel or lost earnings are for, so that all members see the sums for each side (R70).</param>
public sealed record BudgetLine(int Id, BudgetLineKind Kind, SealedText? Text, Side? Side, decimal Quantity, decimal Rate)
{
    public decimal Amount => Quantity * Rate;

    public bool IsIncome => Kind >= BudgetLineKind.Egenandel;

    internal void WriteCanonical(CanonicalWriter writer)
    {
        writer.Number("line", Id);
        writer.Value("kind", Kind.ToString());
        writer.Text("text", Text);
        writer.Value("side", Side?.ToString());
        writer.Number("quantity", Quantity);
        writer.Number("rate", Rate);
    }
}

/// <summary>Budsjett (D14): cost and income lines, user participation among them (R70, R71).</summary>
public sealed record BudgetContent(ImmutableArray<BudgetLine> Lines) : DocumentContent
{
    public static BudgetContent Empty { get; } = new([]);

    public bool Equals(BudgetContent? other) => other is not null && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => Lines.Length;

    public override void WriteCanonical(CanonicalWriter writer)
    {
        writer.Number("lines", Lines.Length);
        foreach (var line in Lines) line.WriteCanonical(writer);
    }
}
