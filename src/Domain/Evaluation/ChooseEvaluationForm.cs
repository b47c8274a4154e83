using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>The group chooses the form (step 2.6): one of those shipped, or questions from the bank in their own order. Never changed once opened (R121).</summary>
/// <param name="Form">Key of a shipped form.</param>
/// <param name="Questions">Keys from the bank; empty for the form's own.</param>
public sealed record ChooseEvaluationForm(string Form, ImmutableArray<string> Questions = default) : CaseRequest
{
    public override Act Act => Act.EditJointDocument;

    public override Decision Decide(CaseContext context)
    {
        var shipped = EvaluationForms.Shipped.FirstOrDefault(form => form.Key == Form);
        var chosen = shipped is null || Questions.IsDefaultOrEmpty ? shipped : EvaluationForms.Pick(shipped.Key, shipped.Title, Questions);
        return Decision.Unless(
            [
                Require.Open(context),
                chosen is null || !Questions.IsDefaultOrEmpty && Questions.Any(key => EvaluationForms.Find(key) is null) ? new UnknownQuestion() : null,
                !Questions.IsDefaultOrEmpty && Questions.Distinct().Count() != Questions.Length ? new UnknownQuestion() : null,
                context.Case.Evaluation.Standing != EvaluationStanding.NotOpened ? new FormIsOpened() : null,
                chosen is not null && chosen.Questions.All(question => question.Kind != QuestionKind.Open) ? new OpenQuestionMissing() : null,
                chosen is not null && EvaluationForms.IsMixed(chosen) ? new ChildrensFormIsShort() : null,
            ],
            () => [new EvaluationFormChosen(chosen!.Key, [.. chosen.Questions.Select(question => question.Key)])]);
    }

    /// <summary>Warnings beside the choice: many questions (R120), questions on who the answerer is (R123).</summary>
    public static IEnumerable<Words> Warnings(EvaluationForm form)
    {
        if (form.Questions.Length > EvaluationForm.ManyQuestions)
            yield return new("Skjemaet har mer enn 15 spørsmål. Færre spørsmål gir flere og bedre svar.", "Skjemaet har meir enn 15 spørsmål. Færre spørsmål gir fleire og betre svar.");
        if (form.Questions.Any(question => question.IsBackground))
            yield return new(
                "Spørsmål om hvem den som svarer er, er til liten nytte for ett enkelt kurs og kan gjøre at folk kjennes igjen.",
                "Spørsmål om kven den som svarar er, er til lita nytte for eitt einskilt kurs og kan gjere at folk blir kjende att.");
    }
}

/// <param name="Questions">Keys of the bank, in order.</param>
public sealed record EvaluationFormChosen(string Form, ImmutableArray<string> Questions) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp)
    {
        var title = EvaluationForms.Shipped.FirstOrDefault(form => form.Key == Form)?.Title ?? Words.Same(Form);
        return file with { Evaluation = file.Evaluation with { Form = EvaluationForms.Pick(Form, title, Questions) } };
    }
}

public sealed record UnknownQuestion() : Refusal(new Words(
    "Skjemaet eller spørsmålet finnes ikke, eller står to ganger. Velg fra listen.", "Skjemaet eller spørsmålet finst ikkje, eller står to gonger. Vel frå lista."));

/// <summary>R121.</summary>
public sealed record FormIsOpened() : Refusal(new Words(
    "Skjemaet er åpnet for svar og kan ikke endres.", "Skjemaet er opna for svar og kan ikkje endrast."));

/// <summary>R119.</summary>
public sealed record OpenQuestionMissing() : Refusal(new Words(
    "Skjemaet må ha minst ett åpent spørsmål. Tallene forklarer ikke seg selv.", "Skjemaet må ha minst eitt ope spørsmål. Tala forklarer ikkje seg sjølve."));

/// <summary>R127.</summary>
public sealed record ChildrensFormIsShort() : Refusal(new Words(
    "Barn får et kort skjema uten spørsmål fra skjemaene for voksne. Fjern de andre spørsmålene.",
    "Barn får eit kort skjema utan spørsmål frå skjemaa for vaksne. Fjern dei andre spørsmåla."));
