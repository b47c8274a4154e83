using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Who reports the need (R1).</summary>
public enum ReporterCategory { Bruker, Pasient, Parorende, Brukerorganisasjon, Fagperson, Myndighet }

/// <summary>Registers a reported need and opens its case (D01, R1, R2). The koordinator may register on behalf of others; the record shows both.</summary>
/// <param name="Number">Case number the host has drawn, e.g. <c>2025-0041</c>.</param>
public sealed record RegisterNeed(
    string Number, WrittenText Title, UnitId LmsUnit, ImmutableArray<UnitId> Owners, TilbudId Tilbud, TilbudType Type,
    ImmutableArray<ParticipantKind> Participants, ImmutableArray<ReporterCategory> Reporters, WrittenText TargetGroup, WrittenText Need,
    CaseFlow Flow = CaseFlow.Ny, string? Definition = null) : OpeningRequest
{
    public override string? Definition { get; init; } = Definition;

    CaseTemplate? template;
    Func<string>? salt;

    public override CaseFlow Way => Flow;

    /// <summary>With the course type's template, if the definition has one. Only the host says this, never the one who asks.</summary>
    public RegisterNeed StartingFrom(CaseTemplate? found, Func<string> freshSalt) => this with { template = found, salt = freshSalt };

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [context.Case.Standing != Standing.NotRegistered ? new AlreadyRegistered() : null, Flow == CaseFlow.Gjentak ? new NoApprovedOffer() : null, .. Unmet(context.Directory)],
        () =>
        [
            new NeedRegistered(Number, Title.Seal("title"), LmsUnit, [.. Owners.Distinct()], context.Actor.Person!.Value, Tilbud, Type,
                [.. Participants.Distinct()], [.. Reporters.Distinct()], TargetGroup.Seal("D01.malgruppe"), Need.Seal("D01.behov"),
                context.Capacity == Role.Koordinator, Flow),
            .. template is null ? [] : Proposed(template, salt!, LanguageOf(context)),
        ]);

    public override IEnumerable<Refusal> Unmet(PeopleDirectory directory) => new[]
    {
        Require.Written(Title, "title", new("hva tilbudet skal hete", "kva tilbodet skal heite")),
        Reporters.IsDefaultOrEmpty ? new ReporterMissing() : null,
        Require.Written(TargetGroup, "targetGroup", new("hvem tilbudet er for", "kven tilbodet er for")),
        Require.Written(Need, "need", new("behovet med egne ord", "behovet med eigne ord")),
        Participants.IsDefaultOrEmpty ? new ParticipantsMissing() : null,
        !directory.Units.ContainsKey(LmsUnit) ? new UnknownUnit("lmsUnit") : null,
        Owners.IsDefaultOrEmpty ? new OwnersMissing() : null,
        !Owners.IsDefaultOrEmpty && Owners.Any(unit => !directory.Units.ContainsKey(unit)) ? new UnknownUnit("owners") : null,
    }.OfType<Refusal>();

    static Language LanguageOf(CaseContext context) => context.Actor.Person is { } person && context.Directory.Find(person) is { } known ? known.Language : Language.Nb;

    /// <summary>What the template proposes: drafts, which the group makes its own.</summary>
    static IEnumerable<Fact> Proposed(CaseTemplate template, Func<string> salt, Language language)
    {
        yield return new CourseTemplateUsed(template.Definition, template.Kind, template.Group, template.Agendas);
        if (template.ProgrammeDraft(language, salt) is { } programme) yield return new DraftSaved(DocumentKind.D13, 1, 1, programme);
        if (template.Evaluation is not { } forms) yield break;
        if (EvaluationForms.Named(forms.Form) is { } form) yield return new EvaluationFormChosen(form.Key, [.. form.Questions.Select(question => question.Key)]);
        if (EvaluationForms.Named(forms.Parents) is { } parents) yield return new ParentsFormChosen(parents.Key, [.. parents.Questions.Select(question => question.Key)]);
    }
}

public sealed record NeedRegistered(
    string Number, SealedText Title, UnitId LmsUnit, ImmutableArray<UnitId> Owners, PersonId Koordinator, TilbudId Tilbud, TilbudType Type,
    ImmutableArray<ParticipantKind> Participants, ImmutableArray<ReporterCategory> Reporters, SealedText TargetGroup, SealedText Need,
    bool OnBehalfOfReporter, CaseFlow Flow) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Standing = Standing.Open,
        Phase = PhaseMachine.FirstPhase(Flow),
        Identity = new(Number, Title, LmsUnit, Owners, Koordinator, Tilbud, Type, Participants, Flow, stamp.At),
        Documents = file.Documents.With(new(DocumentKind.D01, [Behovsmelding(stamp)])),
    };

    DocumentVersion Behovsmelding(Stamp stamp)
    {
        var content = new FormContent(
        [
            new("dato", FieldValue.Of(OsloTime.Date(stamp.At))),
            new("melder", FieldValue.Of(Reporters.Select(reporter => reporter.ToString()))),
            new("malgruppe", FieldValue.Of(TargetGroup)),
            new("behov", FieldValue.Of(Need)),
        ]);
        return new(DocumentKind.D01, 1, 1, content, DocumentStatus.Frozen, CanonicalWriter.Hash(content), stamp.Person, stamp.At);
    }
}

public sealed record AlreadyRegistered() : Refusal(new Words(
    "Saken er allerede opprettet. Åpne saken i stedet for å opprette den på nytt.",
    "Saka er alt oppretta. Opne saka i staden for å opprette ho på nytt."));

public sealed record ReporterMissing() : Refusal(new Words(
    "Velg hvem som melder behovet. Behovsmeldingen kan ikke registreres uten.",
    "Vel kven som melder behovet. Behovsmeldinga kan ikkje registrerast utan."));

public sealed record ParticipantsMissing() : Refusal(new Words(
    "Velg hvem som skal delta. Du kan velge flere.", "Vel kven som skal delta. Du kan velje fleire."));

public sealed record OwnersMissing() : Refusal(new Words(
    "Velg hvilke enheter som skal eie tilbudet. Minst én må forankre saken.",
    "Vel kva einingar som skal eige tilbodet. Minst éi må forankre saka."));

/// <param name="Field">Which of the fields names it.</param>
public sealed record UnknownUnit(string Field) : Refusal(new Words(
    "Enheten finnes ikke i katalogen. Velg en enhet fra listen.",
    "Eininga finst ikkje i katalogen. Vel ei eining frå lista."));
