using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>A form of a draft in the list.</summary>
/// <param name="Title">Null when the draft has no form for a document that the process needs.</param>
/// <param name="SignedIn">Elements of the drawing where both sides sign it.</param>
/// <param name="Changes">What it means that the published version did not.</param>
public sealed record FormSummary(
    DocumentKind Document, Words? Title, int Questions, ImmutableArray<string> UsedIn, ImmutableArray<string> SignedIn, ImmutableArray<MeaningChange> Changes);

public enum FormAct { AddQuestion, ChangeQuestion, MoveQuestion, RemoveQuestion, AddSection, RenameSection, RetitleForm, RestoreForm, UseShippedForm }

/// <summary>One edit of a form.</summary>
/// <param name="BasedOn">Revision the editor had open; may stand in If-Match instead.</param>
/// <param name="Place">Key of the question, or id of the section; of a column in a list of rows: <c>list.column</c>.</param>
/// <param name="Into">Of an added question: id of the section or key of the list it is put last in; left out: last in the form.</param>
/// <param name="Words">Of a section: its heading; of the form: its title.</param>
/// <param name="Intro">Of the form: what the person should know first; left out: nothing.</param>
/// <param name="Revision">To restore: the revision whose form is wanted.</param>
public sealed record FormEditBody(
    FormAct Edit, int? BasedOn = null, string? Place = null, string? Into = null, FormQuestionBody? Question = null, Words? Words = null, Words? Intro = null, MoveDirection? Direction = null,
    int? Revision = null)
{
    /// <summary>Null when something the edit needs is left out.</summary>
    internal FormWish? Wish() => this switch
    {
        { Edit: FormAct.AddQuestion, Question: { } question } => new FormWish.Edit(new AddQuestion(question.Question, Into)),
        { Edit: FormAct.ChangeQuestion, Place: { } place, Question: { } question } => new FormWish.Edit(new ChangeQuestion(place, question.Question)),
        { Edit: FormAct.MoveQuestion, Place: { } place, Direction: { } direction } => new FormWish.Edit(new MoveQuestion(place, direction)),
        { Edit: FormAct.RemoveQuestion, Place: { } place } => new FormWish.Edit(new RemoveQuestion(place)),
        { Edit: FormAct.AddSection, Words: { } words } => new FormWish.Edit(new AddSection(words)),
        { Edit: FormAct.RenameSection, Place: { } place, Words: { } words } => new FormWish.Edit(new RenameSection(place, words)),
        { Edit: FormAct.RetitleForm, Words: { } words } => new FormWish.Edit(new RetitleForm(words, Intro)),
        { Edit: FormAct.RestoreForm, Revision: { } revision } => new FormWish.Restore(revision),
        { Edit: FormAct.UseShippedForm } => new FormWish.AsShipped(),
        _ => null,
    };
}

/// <param name="Answers">Of a choice: what there is to choose between.</param>
public sealed record FormQuestionBody(
    FieldType Type, Words Label, Words? Help = null, bool Required = false, decimal? Least = null, decimal? Most = null, ImmutableArray<FormAnswerBody>? Answers = null)
{
    internal FormQuestion Question => new(Type, Label, Help, Required, Least, Most, Answers is { } answers ? [.. answers.Select(answer => new FormAnswer(answer.Value, answer.Label))] : null);
}

/// <param name="Value">What cases store; left out for a new answer, which gets one.</param>
public sealed record FormAnswerBody(Words Label, string? Value = null);

public sealed record EditIsIncomplete() : Refusal(new Words(
    "Endringen mangler noe den trenger, for eksempel hvilket spørsmål den gjelder. Se API-beskrivelsen.", "Endringa manglar noko ho treng, til dømes kva spørsmål ho gjeld. Sjå API-skildringa."));
