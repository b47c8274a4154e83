using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// Opens a case for a new run of a permanent offer (R140–R144, domain notes §4.9). It starts in planning with copies of what was last approved; the joint planning meeting,
/// both sides' sign-offs, the participant evaluation, the evaluation meeting and the report are never skipped.
/// </summary>
/// <param name="Number">Case number the host has drawn.</param>
/// <param name="Need">Why it is run now, in the reporter's own words.</param>
public sealed record RegisterRerun(
    string Number, TilbudId Tilbud, ImmutableArray<ReporterCategory> Reporters, WrittenText Need, string? Definition = null) : OpeningRequest
{
    PermanentOffer? offer;
    CaseTemplate? template;
    Func<string>? salt;

    public override string? Definition { get; init; } = Definition;

    public override CaseFlow Way => CaseFlow.Gjentak;

    /// <summary>With the offer as the host found it among the cases the asking person may read. Only the host says this, never the one who asks.</summary>
    public RegisterRerun RestingOn(PermanentOffer? found, CaseTemplate? ofReruns, Func<string> freshSalt) => this with { offer = found, template = ofReruns, salt = freshSalt };

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            context.Case.Standing != Standing.NotRegistered ? new AlreadyRegistered() : null,
            offer is null || offer.Tilbud != Tilbud ? new NoApprovedOffer() : null,
            .. Unmet(context.Directory),
        ],
        () => Facts(context, offer!, new DocumentCopy(salt!)));

    public override IEnumerable<Refusal> Unmet(PeopleDirectory directory) => new[]
    {
        Reporters.IsDefaultOrEmpty ? new ReporterMissing() : null,
        Require.Written(Need, "need", new("hvorfor tilbudet skal holdes på nytt", "kvifor tilbodet skal haldast på nytt")),
    }.OfType<Refusal>();

    ImmutableArray<Fact> Facts(CaseContext context, PermanentOffer from, DocumentCopy copy)
    {
        var known = from.Approved.Identity!;
        return
        [
            new NeedRegistered(Number, copy.Always(known.Title), known.LmsUnit, known.Owners, context.Actor.Person!.Value, known.Tilbud, known.Type, known.Participants,
                [.. Reporters.Distinct()], copy.Always(TargetGroup(from.Approved)), Need.Seal("D01.behov"), context.Capacity == Role.Koordinator, CaseFlow.Gjentak),
            new RerunBegun(from.Approved.Id, from.EstablishedAt, from.Gates, [.. from.Approved.Anchorings.Select(copy.Of)], Changes(from.Last, copy), Suggested(from.Last)),
            .. Course(from.Approved),
            .. GateDocuments.Of(Gate.G2).Select(kind => SignedOff(from.Approved, kind)).OfType<DocumentVersion>().Select(version => new DraftSaved(version.Kind, 1, 1, copy.Of(version.Content))),
        ];
    }

    /// <summary>The course type goes along with its rules, and the evaluation forms with it; the meetings' agendas are a re-run's where it has its own.</summary>
    IEnumerable<Fact> Course(CaseFile approved)
    {
        var own = template?.Agendas ?? [];
        var known = approved.Course;
        ImmutableArray<MeetingAgenda> agendas = [.. own, .. (known?.Agendas ?? []).Where(agenda => own.All(other => other.Template != agenda.Template))];
        if (known is not null || !agendas.IsEmpty) yield return new CourseTemplateUsed(known?.Template ?? template!.Definition, known?.Kind ?? CourseKind.Annet, known?.Group, agendas);
        if (approved.Evaluation.Form is { } form) yield return new EvaluationFormChosen(form.Key, [.. form.Questions.Select(question => question.Key)]);
        if (approved.Evaluation.ParentsForm is { } parents) yield return new ParentsFormChosen(parents.Key, [.. parents.Questions.Select(question => question.Key)]);
    }

    static SealedText TargetGroup(CaseFile file) => (file.Documents.Latest(DocumentKind.D01)?.Content as FormContent)?["malgruppe"]?.Text ?? file.Identity!.Title;

    /// <summary>The version both sides signed, whatever was typed afterwards.</summary>
    static DocumentVersion? SignedOff(CaseFile file, DocumentKind kind) =>
        file.Documents.File(kind)?.Versions.LastOrDefault(version => version.Status == DocumentStatus.SignedOff);

    /// <summary>What the last run asked for, and what it had postponed itself.</summary>
    static ImmutableArray<InheritedChange> Changes(CaseFile last, DocumentCopy copy)
    {
        var postponed = (last.Rerun?.Changes ?? []).Where(change => last.Rerun!.TreatmentOf(change.Number)?.Outcome == ChangeOutcome.Postponed)
            .Select(change => (change.What, change.Owner, change.Due));
        return
        [
            .. postponed.Concat(last.Evaluation.Changes.Select(change => (change.What, change.Owner, change.Due)))
                .Select((change, at) => new InheritedChange(at + 1, copy.Always(change.What), change.Owner, change.Due)),
        ];
    }

    static ImmutableArray<SuggestedMember> Suggested(CaseFile last) =>
    [
        .. last.Group.Members.Where(member => member.LeftAt is null).Select(member => new SuggestedMember(
            member.Person, member.Side, member.Assignment, member.Perspective, member.ContactPerson, member.Clarification?.AcceptedOn ?? member.ClarifiedBefore)),
    ];
}

/// <summary>The case is a re-run and rests on this.</summary>
/// <param name="Source">The case whose approved documents were copied.</param>
/// <param name="EstablishedAt">When the whole way was last gone (R143).</param>
/// <param name="Anchorings">The decisions the offer rests on, with frame and resources.</param>
public sealed record RerunBegun(
    CaseId Source, DateTimeOffset EstablishedAt, ImmutableArray<InheritedGate> Gates, ImmutableArray<Anchoring> Anchorings,
    ImmutableArray<InheritedChange> Changes, ImmutableArray<SuggestedMember> Suggested) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Rerun = new(Source, EstablishedAt, Gates, Changes, Suggested),
        Anchorings = Anchorings,
    };
}
