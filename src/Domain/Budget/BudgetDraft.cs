using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <param name="Id">The line's identity in the version that was edited; null for a new line.</param>
public sealed record BudgetLineDraft(int? Id, BudgetLineKind Kind, WrittenText? Text, Side? Side, decimal Quantity, decimal Rate);

/// <summary>The budget as typed (D14).</summary>
public sealed record BudgetDraft(ImmutableArray<BudgetLineDraft> Lines) : DraftContent
{
    public const int MostLines = 200;

    public override DraftSealing Seal(CaseContext context, DocumentKind kind, DocumentContent? before) =>
        kind == DocumentKind.D14 ? new BudgetSealing(before as BudgetContent ?? BudgetContent.Empty).Seal(this) : TextSealing.Refused(new NotABudget());
}

sealed class BudgetSealing(BudgetContent before)
{
    const decimal Largest = 100_000_000m;
    static readonly Words Text = new("Beskrivelse", "Skildring");

    readonly TextSealing texts = new(DocumentKind.D14);
    readonly Dictionary<int, BudgetLine> known = before.Lines.DistinctBy(line => line.Id).ToDictionary(line => line.Id);
    int lastId = before.Lines.Select(line => line.Id).DefaultIfEmpty().Max();

    public DraftSealing Seal(BudgetDraft draft)
    {
        var lines = draft.Lines.IsDefault ? [] : draft.Lines;
        if (lines.Length > BudgetDraft.MostLines) return TextSealing.Refused(new BudgetTooLong());
        return texts.Answer(new BudgetContent([.. lines.Select(Line)]));
    }

    BudgetLine Line(BudgetLineDraft draft, int index)
    {
        var earlier = draft.Id is { } id && known.Remove(id, out var line) ? line : null;
        if (!Enum.IsDefined(draft.Kind) || draft.Side is { } side && !Enum.IsDefined(side)) texts.Refuse(new BudgetLineKindUnknown(index + 1));
        if (!IsMoney(draft.Quantity) || !IsMoney(draft.Rate)) texts.Refuse(new BudgetAmountOutOfRange(index + 1));
        return new(earlier?.Id ?? ++lastId, draft.Kind, texts.Seal("linje.tekst", Text, draft.Text, earlier?.Text), draft.Side, draft.Quantity, draft.Rate);
    }

    static bool IsMoney(decimal value) => value is >= 0 and <= Largest && decimal.Round(value, 2) == value;
}

public sealed record NotABudget() : Refusal(new Words(
    "Dette dokumentet er ikke et budsjett. Rediger budsjettet på budsjettsiden.", "Dette dokumentet er ikkje eit budsjett. Rediger budsjettet på budsjettsida."));

public sealed record BudgetTooLong() : Refusal(new Words(
    "Budsjettet kan ha høyst 200 linjer. Slå sammen linjer som hører sammen.", "Budsjettet kan ha høgst 200 linjer. Slå saman linjer som høyrer saman."));

public sealed record BudgetLineKindUnknown(int Line) : Refusal(new Words(
    $"Linje {Line} i budsjettet har en ukjent type. Velg en av typene i listen.", $"Linje {Line} i budsjettet har ein ukjend type. Vel ein av typane i lista."));

/// <summary>R73.</summary>
public sealed record BudgetAmountOutOfRange(int Line) : Refusal(new Words(
    $"Antall og sats i linje {Line} må være null eller mer, med høyst to desimaler. Rett tallene.",
    $"Tal og sats i linje {Line} må vere null eller meir, med høgst to desimalar. Rett tala."));

/// <summary>R71, R13: user participation costs something; an empty budget says nothing.</summary>
public sealed record BudgetIsEmpty() : Refusal(new Words(
    "Budsjettet har ingen linjer. Legg inn kostnadene, også til brukermedvirkning.", "Budsjettet har ingen linjer. Legg inn kostnadene, også til brukarmedverknad."));
