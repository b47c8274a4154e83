using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>The group chooses the form (step 2.6): one of those shipped, or questions from the bank in their own order. Never changed once opened (R121).</summary>
/// <param name="Form">Key of a shipped form.</param>
/// <param name="Questions">Keys from the bank; empty for the form's own.</param>
/// <param name="For">Parents may have a form of their own beside the children's.</param>
public sealed record ChooseEvaluationForm(string Form, ImmutableArray<string> Questions = default, Answerers For = Answerers.Participants) : CaseRequest
{
    /// <summary>What stands for no form of their own for the parents.</summary>
    public const string NoForm = "ingen";

    public override Act Act => Act.EditJointDocument;

    public override Decision Decide(CaseContext context)
    {
        if (For == Answerers.Parents && Form == NoForm) return Drop(context);
        var shipped = EvaluationForms.Named(Form);
        var chosen = shipped is null || Questions.IsDefaultOrEmpty ? shipped : EvaluationForms.Pick(shipped.Key, shipped.Title, Questions);
        return Decision.Unless(
            [
                Require.Open(context),
                chosen is null || !Questions.IsDefaultOrEmpty && Questions.Any(key => EvaluationForms.Find(key) is null) ? new UnknownQuestion() : null,
                !Questions.IsDefaultOrEmpty && Questions.Distinct().Count() != Questions.Length ? new UnknownQuestion() : null,
                context.Case.Evaluation.Standing != EvaluationStanding.NotOpened ? new FormIsOpened() : null,
                chosen is not null && chosen.Questions.All(question => question.Kind != QuestionKind.Open) ? new OpenQuestionMissing() : null,
                chosen is not null && EvaluationForms.IsMixed(chosen) ? new ChildrensFormIsShort() : null,
                For == Answerers.Parents && (chosen is not null && EvaluationForms.IsForChildren(chosen) || PlannedEvaluation.Chosen(context.Case) is not { } first || !EvaluationForms.IsForChildren(first))
                    ? new ParentsFormStandsBesideChildrens() : null,
            ],
            () => Chosen(chosen!.Key, [.. chosen.Questions.Select(question => question.Key)]));
    }

    ImmutableArray<Fact> Chosen(string form, ImmutableArray<string> questions) =>
        For == Answerers.Parents ? [new ParentsFormChosen(form, questions)] : [new EvaluationFormChosen(form, questions)];

    static Decision Drop(CaseContext context) => Decision.Unless(
        [Require.Open(context), context.Case.Evaluation.Standing != EvaluationStanding.NotOpened ? new FormIsOpened() : null],
        () => context.Case.Evaluation.ParentsForm is null ? [] : [new ParentsFormChosen(NoForm, [])]);

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

/// <summary>What the evalueringsplan (D15) says: the group decides there, and is not asked again.</summary>
public static class PlannedEvaluation
{
    /// <summary>The shipped form the plan names; null when there is no plan yet, or it says the evaluation is oral.</summary>
    public static EvaluationForm? FormOf(CaseFile file) =>
        (file.Documents.Latest(DocumentKind.D15)?.Content as FormContent)?["skjema"]?.Choice is { } key ? EvaluationForms.Named(key) : null;

    /// <summary>The form that will be opened: the one the group has chosen by itself, else the plan's.</summary>
    public static EvaluationForm? Chosen(CaseFile file) => file.Evaluation.Form ?? FormOf(file);

    /// <summary>The group has chosen another form than the one both sides signed in the plan. To think about, never to stop for.</summary>
    public static Refusal? Warning(CaseFile file) =>
        file.Evaluation is { Standing: EvaluationStanding.NotOpened, Form: { } chosen } && FormOf(file) is { } planned && planned.Key != chosen.Key ? new FormDiffersFromPlan(planned.Title) : null;
}

/// <summary>D15.</summary>
public sealed record FormDiffersFromPlan(Words Planned) : Refusal(new Words(
    $"I evalueringsplanen står «{Planned.Nb}». Velg det skjemaet, eller rett planen, så begge sider er enige.",
    $"I evalueringsplanen står «{Planned.Nn}». Vel det skjemaet, eller rett planen, så begge sider er samde."));

/// <param name="Questions">Keys of the bank, in order.</param>
public sealed record EvaluationFormChosen(string Form, ImmutableArray<string> Questions) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp)
    {
        var title = EvaluationForms.Shipped.FirstOrDefault(form => form.Key == Form)?.Title ?? Words.Same(Form);
        var form = EvaluationForms.Pick(Form, title, Questions);
        return file with { Evaluation = file.Evaluation with { Form = form, ParentsForm = EvaluationForms.IsForChildren(form) ? file.Evaluation.ParentsForm : null } };
    }
}

/// <summary>Who answers a form.</summary>
public enum Answerers { Participants, Parents }

/// <summary>Parents answer a form of their own beside the children's, or none.</summary>
/// <param name="Questions">Keys of the bank, in order; empty for none.</param>
public sealed record ParentsFormChosen(string Form, ImmutableArray<string> Questions) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Evaluation = file.Evaluation with
        {
            ParentsForm = Questions.IsDefaultOrEmpty ? null : EvaluationForms.Pick(Form, EvaluationForms.Named(Form)?.Title ?? Words.Same(Form), Questions),
        },
    };
}

/// <summary>R127: children's questions are never in one form with adults'.</summary>
public sealed record ParentsFormStandsBesideChildrens() : Refusal(new Words(
    "Foreldrene kan ha et eget skjema når barna har barneskjemaet. Velg barneskjemaet til deltakerne først, og et skjema for voksne til foreldrene.",
    "Foreldra kan ha eit eige skjema når barna har barneskjemaet. Vel barneskjemaet til deltakarane først, og eit skjema for vaksne til foreldra."));

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
