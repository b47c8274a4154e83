using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>One task as <c>standard-metode.bpmn</c> has it, attribute for attribute; a test holds them together.</summary>
sealed record StandardStep(string Id, Words Name, string? Kind, string? Role, string? Documents = null, string? Done = null)
{
    public Gate? Gate { get; init; }

    /// <summary>Sides that sign.</summary>
    public string? Sides { get; init; }

    public string? Due { get; init; }

    public string? DueWorkingDays { get; init; }

    /// <summary>Of a service task, which has no role.</summary>
    public string? Action { get; init; }
}

/// <summary>What a step is when it is put in: documents, roles and both sides as in Standard metode.</summary>
static class StandardSteps
{
    const string Both = "fagperson brukerrepresentant";
    const string Joint = "fagperson brukerrepresentant koordinator";

    public static StandardStep Task { get; } = new("", Words.Same(""), null, "koordinator");

    public static StandardStep Document(ImmutableArray<DocumentKind> kinds) => new(
        "", Words.Same(""), "document", kinds.Any(GateDocuments.IsJoint) ? Joint : "koordinator", string.Join(' ', kinds), SetDocuments.Complete(kinds.Select(kind => kind.ToString())));

    public static StandardStep Meeting(Phase? phase) => new("", Words.Same(""), "meeting", Joint, "D09 D10", phase switch
    {
        Phase.Planning => "meetings.planning.valid",
        Phase.Evaluation => "meetings.evaluation.valid",
        _ => null,
    });

    public static StandardStep Decision(Phase? phase) => phase switch
    {
        Phase.Forankring => Anchor with { Name = Words.Same("") },
        Phase.Continuation => Continue with { Name = Words.Same("") },
        _ => new("", Words.Same(""), "decision", "leder"),
    };

    /// <summary>What is done in the phase before its gate.</summary>
    public static ImmutableArray<StandardStep> Before(Phase phase) => phase switch
    {
        Phase.Forankring =>
        [
            new("avklar_engasjement", Words.Same("Avklar engasjement på begge sider"), "contacts", "koordinator", Done: "contacts.complete"),
            new("sjekk_tilbud", new("Sjekk tilbud som finnes", "Sjekk tilbod som finst"), "document", "koordinator", "D02", "document.D02.complete"),
            Anchor,
        ],
        Phase.NeedsAssessment =>
        [
            new("etabler_arbeidsgruppe", Words.Same("Etabler arbeidsgruppe"), "group", "koordinator", "D04 D05", "group.bothSides"),
            new("avklar_roller", new("Avklar roller og taushetsplikt", "Avklar roller og teieplikt"), "roleClarification", "brukerrepresentant koordinator", "D06 D07", "group.clarified"),
            new("skriv_behovsvurdering", new("Skriv behovsvurderingen sammen", "Skriv behovsvurderinga saman"), "document", Joint, "D08", "document.D08.complete"),
        ],
        Phase.Planning =>
        [
            new("hold_oppstartsmote", new("Hold planleggingsmøte", "Hald planleggingsmøte"), "meeting", Joint, "D09 D10", "meetings.planning.valid"),
            new("skriv_kursplan", Words.Same("Skriv mandat, kursplan og evalueringsplan"), "document", Joint, "D11 D12 D15", "document.D11.complete and document.D12.complete and document.D15.complete"),
            new("lag_program", new("Lag programmet sammen", "Lag programmet saman"), "document", Joint, "D13", "document.D13.complete"),
            new("sett_opp_budsjett", new("Sett opp budsjettet", "Set opp budsjettet"), "document", "koordinator", "D14", "document.D14.complete"),
            new("skriv_kunngjoring", new("Skriv kunngjøringen", "Skriv kunngjeringa"), "document", Joint, "D16", "document.D16.complete"),
        ],
        Phase.Delivery =>
        [
            new("kunngjor", new("Kunngjør kurset", "Kunngjer kurset"), "announce", "koordinator", "D17", "run.announced"),
            new("ta_imot_pamelding", new("Ta imot påmeldinger", "Ta imot påmeldingar"), "registration", "koordinator", Done: "run.registered or run.recorded"),
            new("klargjor_kurs", new("Klargjør kurset", "Gjer klart kurset"), "readiness", "koordinator", "D18", "run.ready or run.recorded"),
            new("gjennomfor_samlinger", new("Gjennomfør samlingene", "Gjennomfør samlingane"), "run", Joint, "D19 D20", "run.recorded"),
            new("avslutt_kurs", new("Skriv oversikt over gjennomføringen", "Skriv oversikt over gjennomføringa"), "document", "koordinator fagperson brukerrepresentant", "D21", "run.finished and document.D21.complete"),
        ],
        Phase.Evaluation =>
        [
            new("lukk_deltakerevaluering", new("Lukk deltakerevalueringen", "Lukk deltakarevalueringa"), "evaluation", "koordinator", "D22", "evaluation.closed"),
            new("svar_samarbeid", new("Svar på samarbeidsevalueringen", "Svar på samarbeidsevalueringa"), "collaboration", Both, "D23", "collaboration.bothSides"),
            new("hold_evalueringsmote", new("Hold evalueringsmøte", "Hald evalueringsmøte"), "meeting", Joint, "D09 D10", "meetings.evaluation.valid") { Due = "P30D" },
            new("skriv_kursrapport", new("Skriv kursrapporten sammen", "Skriv kursrapporten saman"), "document", Joint, "D24", "document.D24.complete and learning.recorded"),
        ],
        Phase.Continuation => [Continue],
        _ => [],
    };

    /// <summary>What is done in the phase after its gate.</summary>
    public static ImmutableArray<StandardStep> After(Phase phase) => phase == Phase.Continuation
        ? [new("folg_opp", new("Følg opp deltakerne og takk gruppen", "Følg opp deltakarane og takk gruppa"), "followUp", "koordinator"), new("avslutt_saken", new("Avslutt saken", "Avslutt saka"), null, null) { Action = "closeCase" }]
        : [];

    public static StandardStep Freeze(Gate gate) =>
        new($"{Id(gate)}_klargjor", new("Klargjør til godkjenning", "Gjer klart til godkjenning"), "freeze", "koordinator", Documents(gate), $"gate.{gate}.frozen or gate.{gate}.objected") { Gate = gate };

    public static StandardStep Revise(Gate gate) =>
        new($"{Id(gate)}_bearbeid", new("Bearbeid teksten sammen", "Arbeid om teksten saman"), "revise", Joint, Documents(gate), $"gate.{gate}.frozen or gate.{gate}.objected") { Gate = gate };

    /// <summary>What must be answered while the text is locked: the sign-off, and at G2 the budget and the announcement.</summary>
    public static ImmutableArray<StandardStep> Answers(Gate gate)
    {
        var sign = new StandardStep($"{Id(gate)}_godkjenn", SignOffName(gate), "signOff", Both, Documents(gate), $"gate.{gate}.ready or {Changed(gate)}") { Gate = gate, Sides = "fag bruker" };
        return gate != Gate.G2 ? [sign] :
        [
            sign,
            new("godkjenn_budsjett", Words.Same("Godkjenn budsjettet"), "budget", "leder", "D14", $"budget.approved or {Changed(gate)}") { Gate = gate },
            new("les_kunngjoring", new("Les og godta kunngjøringen", "Les og godta kunngjeringa"), "announcement", "brukerrepresentant", "D16", $"announcement.read or {Changed(gate)}") { Gate = gate },
        ];
    }

    public static StandardStep Remind(Gate gate) => new($"{Id(gate)}_minn", Words.Same("Minn om godkjenning"), null, null) { Action = "remind", Gate = gate };

    public static StandardStep Contact(Gate gate) =>
        new($"{Id(gate)}_ta_kontakt", new("Ta kontakt på annen måte", "Ta kontakt på annan måte"), "contactSigner", "koordinator") { Gate = gate, DueWorkingDays = "2" };

    public static StandardStep Dialogue(Gate gate) =>
        new($"{Id(gate)}_dialogmote", new("Hold dialogmøte", "Hald dialogmøte"), "dialogue", Joint, Done: $"not(gate.{gate}.objected) or gate.{gate}.escalated") { Gate = gate, Due = "P14D" };

    public static StandardStep Settle(Gate gate) =>
        new($"{Id(gate)}_avgjor", new("Avgjør uenigheten", "Avgjer usemja"), "escalation", "leder", Done: $"not(gate.{gate}.escalated)") { Gate = gate };

    public static StandardStep Pass(Gate gate) => new($"{Id(gate)}_passer", Words.Same($"Passer {gate}"), null, null) { Action = "passGate", Gate = gate };

    public static string Id(Gate gate) => gate.ToString().ToLowerInvariant();

    static StandardStep Anchor { get; } = new("forankre", new("Forankre tilbudet", "Forankre tilbodet"), "decision", "leder", "D03", "anchored") { Gate = Gate.G0 };

    static StandardStep Continue { get; } = new("vedta_videreforing", new("Vedta videreføring", "Vedta vidareføring"), "decision", "leder", "D25", "decision.made") { Gate = Gate.G4b };

    static string Documents(Gate gate) => string.Join(' ', GateDocuments.Of(gate));

    static string Changed(Gate gate) => $"gate.{gate}.objected or not(gate.{gate}.frozen)";

    static Words SignOffName(Gate gate) => gate switch
    {
        Gate.G1 => new("Godkjenn behovsvurderingen", "Godkjenn behovsvurderinga"),
        Gate.G2 => Words.Same("Godkjenn kursplanen"),
        Gate.G3 => new("Bekreft gjennomføringen", "Stadfest gjennomføringa"),
        _ => Words.Same("Godkjenn kursrapporten"),
    };
}
