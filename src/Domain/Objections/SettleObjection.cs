namespace LmsWorkflow.Domain;

/// <summary>The objector, or a member of the same side, lets go (R98).</summary>
public sealed record WithdrawObjection(int Number) : CaseRequest
{
    public override Act Act => Act.SignOff;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [Require.Open(context), ObjectionRules.MustBlock(context, Number), ObjectionRules.MustBeSameSide(context, Number)],
        () => [new ObjectionWithdrawn(Number)]);
}

public sealed record ObjectionWithdrawn(int Number) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Objections = file.Objections.Replace(Number, objection => objection with { Status = ObjectionStatus.Withdrawn }) };
}

/// <summary>Agreed in a valid dialogue meeting: a new version will be made (R96, R97). Only the objector's side can say so (R98).</summary>
public sealed record AgreeOnNewVersion(int Number, int Meeting) : CaseRequest
{
    public override Act Act => Act.SignOff;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context), ObjectionRules.MustBlock(context, Number), ObjectionRules.MustBeSameSide(context, Number),
            ObjectionRules.MustBeValidDialogue(context, Number, Meeting),
        ],
        () => [new ObjectionAgreed(Number, Meeting)]);
}

/// <summary>The text that was objected to is superseded; joint work makes the new one.</summary>
public sealed record ObjectionAgreed(int Number, int Meeting) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Objections = file.Objections.Replace(Number, objection => objection with { Status = ObjectionStatus.Agreed }),
        SignOffs = file.SignOffs.Supersede(file.Objections.Numbered(Number)!.Gate, stamp.At),
    };
}

/// <summary>Still disagreeing after a valid dialogue meeting: lifted to the leader of the owning unit (R99).</summary>
public sealed record EscalateObjection(int Number, int Meeting) : CaseRequest
{
    public override Act Act => Act.EscalateObjection;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context), ObjectionRules.MustBlock(context, Number), ObjectionRules.MustBeValidDialogue(context, Number, Meeting),
            context.Case.Objections.Numbered(Number)?.Status == ObjectionStatus.Escalated ? new AlreadyEscalated() : null,
        ],
        () => [new ObjectionEscalated(Number, Meeting)]);
}

public sealed record ObjectionEscalated(int Number, int Meeting) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Objections = file.Objections.Replace(Number, objection => objection with { Status = ObjectionStatus.Escalated }) };
}

static class ObjectionRules
{
    public static Refusal? MustBlock(CaseContext context, int number) =>
        context.Case.Objections.Numbered(number) is { Blocks: true } ? null : new NoOpenObjection();

    public static Refusal? MustBeSameSide(CaseContext context, int number) =>
        context.Case.Objections.Numbered(number) is { } objection && context.ActorsMembership?.Side != objection.Side ? new OnlyObjectorsSide() : null;

    public static Refusal? MustBeValidDialogue(CaseContext context, int number, int meeting) =>
        context.Case.Meetings.Numbered(meeting) is { Type: MeetingType.Dialogue, IsValid: true } dialogue
        && (context.Case.Objections.Numbered(number) is not { } objection || dialogue.Start > objection.OpenSince) ? null : new ValidDialogueMissing();
}

public sealed record NoOpenObjection() : Refusal(new Words(
    "Det er ingen åpen innsigelse med dette nummeret.", "Det er inga open innseiing med dette nummeret."));

/// <summary>R98.</summary>
public sealed record OnlyObjectorsSide() : Refusal(new Words(
    "Bare den som meldte innsigelsen, eller noen på samme side, kan gjøre dette.", "Berre den som melde innseiinga, eller nokon på same side, kan gjere dette."));

/// <summary>R96.</summary>
public sealed record ValidDialogueMissing() : Refusal(new Words(
    "Dere må først holde et gyldig dialogmøte med begge sider til stede. Kall inn til dialogmøte.",
    "De må først halde eit gyldig dialogmøte med begge sider til stades. Kall inn til dialogmøte."));

public sealed record AlreadyEscalated() : Refusal(new Words(
    "Innsigelsen er allerede løftet til lederen.", "Innseiinga er alt løfta til leiaren."));
