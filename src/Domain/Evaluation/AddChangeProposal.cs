namespace LmsWorkflow.Domain;

/// <summary>A change for the next time: owner, due date and target version are mandatory (R136). Follows into the tilbud's next version.</summary>
/// <param name="TargetVersion">Version of the tilbud that shall have it.</param>
/// <param name="Statement">The collaboration statement (1–8) it answers (R134).</param>
public sealed record AddChangeProposal(WrittenText What, PersonId Owner, DateOnly Due, int TargetVersion, int? Statement = null) : CaseRequest
{
    public override Act Act => Act.ProposeAndMinute;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            ReportIsFrozen.Check(context.Case),
            Require.Written(What, "what", new("hva som skal endres", "kva som skal endrast")),
            context.Directory.Find(Owner) is null ? new UnknownPerson() : null,
            Due < context.Today ? new DueInThePast() : null,
            TargetVersion is < 1 or > 999 ? new TargetVersionMissing() : null,
            Statement is < 1 or > 8 ? new RatingsIncomplete() : null,
        ],
        () =>
        [
            new ChangeProposed(context.Case.Evaluation.Changes.Length + 1, What.Seal("D24.endring"), Owner, Due, TargetVersion, Statement,
                context.Actor.Person!.Value, context.ActorsMembership?.Side),
        ]);
}

public sealed record ChangeProposed(
    int Number, SealedText What, PersonId Owner, DateOnly Due, int TargetVersion, int? Statement, PersonId Person, Side? Side) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Evaluation = file.Evaluation with
        {
            Changes = file.Evaluation.Changes.Add(new(Number, What, Owner, Due, TargetVersion, Statement, Person, Side, stamp.At)),
        },
    };
}

/// <summary>A concrete learning point of the group (step 4.5).</summary>
public sealed record RecordLearningPoint(WrittenText Text) : CaseRequest
{
    public override Act Act => Act.ProposeAndMinute;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [Require.Open(context), ReportIsFrozen.Check(context.Case), Require.Written(Text, "text", new("hva dere har lært", "kva de har lært"))],
        () => [new LearningPointRecorded(Text.Seal("D24.laringspunkt"))]);
}

public sealed record LearningPointRecorded(SealedText Text) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Evaluation = file.Evaluation with { LearningPoints = file.Evaluation.LearningPoints.Add(Text) } };
}

/// <summary>The group's recommendation (R137). Joint by the approval of the report by both sides; the latest before freezing counts.</summary>
public sealed record Recommend(RecommendationKind Kind, int? RunsPerYear = null, WrittenText? Reason = null) : CaseRequest
{
    public override Act Act => Act.ProposeAndMinute;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            ReportIsFrozen.Check(context.Case),
            context.Case.Delivery.Final is null ? new CourseNotFinished() : null,
            Enum.IsDefined(Kind) ? null : new RecommendationMissing(),
            RunsPerYear is < 1 or > 52 ? new RunsPerYearOutOfRange() : null,
            Require.Clean(Reason, "reason"),
        ],
        () => [new ContinuationRecommended(Kind, RunsPerYear, Reason is { IsBlank: false } text ? text.Seal("D24.anbefaling") : null, context.Actor.Person!.Value)]);
}

public sealed record ContinuationRecommended(RecommendationKind Kind, int? RunsPerYear, SealedText? Reason, PersonId Person) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Evaluation = file.Evaluation with { Recommendation = new(Kind, RunsPerYear, Reason, Person, stamp.At) } };
}

public sealed record DueInThePast() : Refusal(new Words("Fristen er passert. Velg en dato fra i dag av.", "Fristen er passert. Vel ein dato frå i dag av."));

public sealed record TargetVersionMissing() : Refusal(new Words(
    "Skriv hvilken versjon av tilbudet endringen skal inn i.", "Skriv kva versjon av tilbodet endringa skal inn i."));

public sealed record RunsPerYearOutOfRange() : Refusal(new Words(
    "Antall gjennomføringer i året må være fra 1 til 52.", "Talet på gjennomføringar i året må vere frå 1 til 52."));

/// <summary>What both sides sign must stand still while they sign it (R83).</summary>
public sealed record ReportIsFrozen() : Refusal(new Words(
    "Kursrapporten er låst for godkjenning. Be om endring først; da må begge sider godkjenne på nytt.",
    "Kursrapporten er låst for godkjenning. Be om endring først; då må begge sider godkjenne på nytt."))
{
    internal static Refusal? Check(CaseFile file) => file.Passed(Gate.G4) is not null || file.SignOffs.Current(Gate.G4) is not null ? new ReportIsFrozen() : null;
}
