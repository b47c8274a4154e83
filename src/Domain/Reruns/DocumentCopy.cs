using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// What was approved in one case as a draft in another. Texts get a fresh seal, so that erasing one erases nothing in the other; an erased text stays away.
/// Dates belong to the run and are left for the new group to decide.
/// </summary>
/// <param name="salt">A fresh salt for each text: the domain knows no chance.</param>
public sealed class DocumentCopy(Func<string> salt)
{
    public DocumentContent Of(DocumentContent content) => content switch
    {
        FormContent form => new FormContent([.. form.Fields.Select(Field).OfType<FormField>()]),
        ProgrammeContent programme => new ProgrammeContent([.. programme.Samlinger.Select(Samling)], [.. programme.Leaders.Select(Person)], Text(programme.LeadersReason)),
        BudgetContent budget => new BudgetContent([.. budget.Lines.Select(line => line with { Text = Text(line.Text) })]),
        _ => content,
    };

    public Anchoring Of(Anchoring anchoring) => anchoring with
    {
        Purpose = Always(anchoring.Purpose),
        Pathway = Always(anchoring.Pathway),
        ZeroParticipationReason = Text(anchoring.ZeroParticipationReason),
    };

    /// <summary>The text under a seal of its own; an erased one keeps its old seal, which shows nothing.</summary>
    public SealedText Always(SealedText text) => Text(text) ?? text;

    FormField? Field(FormField field) => field.Value switch
    {
        { Date: not null } => null,
        { Text: { } text } => Text(text) is { } copy ? new(field.Key, FieldValue.Of(copy)) : null,
        { Rows: { } rows } => new(field.Key, FieldValue.Of(rows.Select(row => new FormRow([.. row.Cells.Select(Field).OfType<FormField>()])).Where(row => !row.Cells.IsEmpty))),
        _ => field,
    };

    Samling Samling(Samling samling) => samling with
    {
        Date = null,
        Place = Text(samling.Place),
        NoOralEvaluationReason = Text(samling.NoOralEvaluationReason),
        Items = [.. samling.Items.Select(Item)],
    };

    ProgrammeItem Item(ProgrammeItem item) => item with { Title = Text(item.Title), Method = Text(item.Method), Responsible = [.. item.Responsible.Select(Person)] };

    Responsible Person(Responsible person) => person with { External = Text(person.External) };

    SealedText? Text(SealedText? text) => text is { Field: { } field, Value: { } value } ? SealedText.Seal(field, value, salt()) : null;
}
