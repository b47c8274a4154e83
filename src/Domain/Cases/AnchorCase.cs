namespace LmsWorkflow.Domain;

/// <summary>What a leader of an owning unit decided (D03): resources, frame, and what is set aside for user participation (R11–R15).</summary>
public sealed record Anchoring(
    UnitId Unit, PersonId Leader, SealedText Purpose, SealedText Pathway, decimal StaffHours, decimal MoneyFrame, decimal ParticipationAmount,
    SealedText? ZeroParticipationReason, bool AimsAtPermanentOffer, DateOnly From, DateOnly To, DateTimeOffset At);

/// <summary>Forankringsvedtak (D03): the leader of an owning unit anchors the case (R11). One decision for each owning unit (R15).</summary>
/// <param name="StaffHours">Hours set aside for the leading professional and the group leaders (R12).</param>
/// <param name="MoneyFrame">NOK.</param>
/// <param name="ParticipationAmount">NOK for fees, travel and lost earnings; zero only with a reason (R13).</param>
public sealed record AnchorCase(
    UnitId Unit, WrittenText Purpose, WrittenText Pathway, decimal StaffHours, decimal MoneyFrame, decimal ParticipationAmount,
    WrittenText? ZeroParticipationReason, bool AimsAtPermanentOffer, DateOnly From, DateOnly To) : CaseRequest
{
    public override Act Act => Act.Decide;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Phase != Phase.Forankring ? new AlreadyAnchored() : null,
            context.Case.Identity?.Owners.Contains(Unit) != true || !context.Actor.Has(Role.Leder, Unit) ? new NotLeaderOfOwner() : null,
            context.Case.Anchorings.Any(anchoring => anchoring.Unit == Unit) ? new AlreadyAnchored() : null,
            Require.Written(Purpose, "purpose", new("formålet med tilbudet", "føremålet med tilbodet")),
            Require.Written(Pathway, "pathway", new("hvilket pasientforløp tilbudet hører til", "kva pasientforløp tilbodet høyrer til")),
            StaffHours <= 0 ? new StaffHoursMissing() : null,
            MoneyFrame < 0 || ParticipationAmount < 0 ? new NegativeAmount() : null,
            ParticipationAmount == 0 && ZeroParticipationReason is not { IsBlank: false } ? new ParticipationAmountMissing() : null,
            To < From ? new PeriodEndsBeforeStart() : null,
        ],
        () =>
        [
            new CaseAnchored(Unit, Purpose.Seal("D03.formal"), Pathway.Seal("D03.forlop"), StaffHours, MoneyFrame, ParticipationAmount,
                ZeroParticipationReason is { IsBlank: false } reason ? reason.Seal("D03.nullbegrunnelse") : null, AimsAtPermanentOffer, From, To),
        ]);
}

public sealed record CaseAnchored(
    UnitId Unit, SealedText Purpose, SealedText Pathway, decimal StaffHours, decimal MoneyFrame, decimal ParticipationAmount,
    SealedText? ZeroParticipationReason, bool AimsAtPermanentOffer, DateOnly From, DateOnly To) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Anchorings = file.Anchorings.Add(new(Unit, stamp.Person!.Value, Purpose, Pathway, StaffHours, MoneyFrame, ParticipationAmount,
            ZeroParticipationReason, AimsAtPermanentOffer, From, To, stamp.At)),
    };
}

public sealed record AlreadyAnchored() : Refusal(new Words(
    "Enheten har allerede forankret saken. Vedtaket står i historikken.", "Eininga har alt forankra saka. Vedtaket står i historikken."));

public sealed record NotLeaderOfOwner() : Refusal(new Words(
    "Bare lederen for en eierenhet kan forankre saken. Be lederen for enheten om vedtaket.",
    "Berre leiaren for ei eigareining kan forankre saka. Be leiaren for eininga om vedtaket."));

public sealed record StaffHoursMissing() : Refusal(new Words(
    "Skriv hvor mange timer som er satt av til fagansvarlig og gruppeledere.", "Skriv kor mange timar som er sette av til fagansvarleg og gruppeleiarar."));

public sealed record NegativeAmount() : Refusal(new Words(
    "Beløp og timer kan ikke være negative. Rett tallene.", "Beløp og timar kan ikkje vere negative. Rett tala."));

public sealed record ParticipationAmountMissing() : Refusal(new Words(
    "Sett av et beløp til brukermedvirkning, eller begrunn hvorfor det ikke trengs.",
    "Set av eit beløp til brukarmedverknad, eller grunngje kvifor det ikkje trengst."));

public sealed record PeriodEndsBeforeStart() : Refusal(new Words(
    "Perioden slutter før den begynner. Rett datoene.", "Perioden sluttar før han byrjar. Rett datoane."));
