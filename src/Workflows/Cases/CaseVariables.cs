using System.Collections.Frozen;
using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>One thing a condition can ask of a case.</summary>
/// <param name="Meaning">For the modeller's list of variables.</param>
public sealed record CaseVariable(string Name, FeelType Type, Words Meaning, Func<CaseContext, FeelValue> Value)
{
    /// <summary>All values it can have, where there are few.</summary>
    public ImmutableArray<FeelValue>? Values { get; init; }
}

/// <summary>
/// All that conditions in a definition can ask of a case. Nothing personal and no free text can be reached from here, so no definition can leak it.
/// Where the phase table has a condition, the variable is that condition: process and guard cannot disagree.
/// </summary>
public static class CaseVariables
{
    static readonly FrozenDictionary<string, CaseVariable> ByName = Table().ToFrozenDictionary(variable => variable.Name);

    public static IEnumerable<CaseVariable> All => ByName.Values.OrderBy(variable => variable.Name, StringComparer.Ordinal);

    public static CaseVariable? Find(string name) => ByName.GetValueOrDefault(name);

    public static FeelType? TypeOf(string name) => Find(name)?.Type;

    static IEnumerable<CaseVariable> Table() =>
    [
        YesNo("contacts.complete", "kontakt på begge sider er registrert", "kontakt på begge sider er registrert", GateConditions.ContactsOnBothSides),
        YesNo("anchored", "alle eierenheter har forankret", "alle eigareiningar har forankra", GateConditions.EveryOwnerAnchored),
        YesNo("group.bothSides", "begge sider er med i arbeidsgruppen", "begge sider er med i arbeidsgruppa", GateConditions.BothSidesInGroup),
        YesNo("group.clarified", "alle brukerrepresentanter har gyldig rolleavklaring", "alle brukarrepresentantar har gyldig rolleavklaring", static context =>
            GateConditions.BothSidesInGroup.Unmet(context) is null && GateConditions.RolesClarified.Unmet(context) is null),
        YesNo("meetings.planning.valid", "gyldig planleggingsmøte er holdt", "gyldig planleggingsmøte er halde", MeetingConditions.PlanningMeetingHeld),
        YesNo("meetings.evaluation.valid", "gyldig evalueringsmøte er holdt", "gyldig evalueringsmøte er halde", MeetingConditions.EvaluationMeetingHeld),
        YesNo("changes.treated", "endringslisten fra forrige gjennomføring er behandlet", "endringslista frå førre gjennomføring er handsama", RerunConditions.ChangesTreated),
        YesNo("themes.settled", "kurstypens temaer er med, eller det er skrevet hvorfor ikke", "temaa til kurstypen er med, eller det er skrive kvifor ikkje", CourseThemes.Settled),
        YesNo("leaders.certified", "politiattesten er sett for alle som leder kurs for barn", "politiattesten er sett for alle som leier kurs for barn", SafeStart.LeadersCertified),
        YesNo("families.prepared", "hver familie har gitt samtykke og hatt forsamtale", "kvar familie har gitt samtykke og hatt forsamtale", SafeStart.FamiliesPrepared),
        YesNo("families.offered", "hver familie har fått tilbud om ettersamtale", "kvar familie har fått tilbod om ettersamtale", SafeStart.PostConversationsOffered),
        YesNo("budget.approved", "lederen har godkjent budsjettet", "leiaren har godkjent budsjettet", static context =>
            context.Case.SignOffs.Current(Gate.G2) is not null && PlanConditions.BudgetApproved.Unmet(context) is null),
        YesNo("announcement.read", "en brukerrepresentant har lest kunngjøringen", "ein brukarrepresentant har lese kunngjeringa", static context =>
            context.Case.SignOffs.Current(Gate.G2) is not null && PlanConditions.AnnouncementRead.Unmet(context) is null),
        YesNo("run.announced", "kurset er kunngjort", "kurset er kunngjort", static context => context.Case.Delivery.Announcement is not null),
        YesNo("run.registered", "påmeldinger er ført", "påmeldingar er førte", static context => context.Case.Delivery.Registration is not null),
        YesNo("run.ready", "sjekklisten før kurs er bekreftet", "sjekklista før kurs er stadfesta", static context => context.Case.Delivery.ReadyAt is not null),
        YesNo("run.recorded", "alle samlinger er ført", "alle samlingar er førte", DeliveryConditions.EverySamlingRecorded),
        YesNo("run.finished", "kurset er avsluttet med endelige tall", "kurset er avslutta med endelege tal", static context => context.Case.Delivery.Final is not null),
        YesNo("evaluation.closed", "deltakerevalueringen er lukket", "deltakarevalueringa er lukka", EvaluationConditions.ParticipantEvaluationClosed),
        YesNo("collaboration.bothSides", "begge sider har svart på samarbeidsevalueringen", "begge sider har svart på samarbeidsevalueringa", EvaluationConditions.CollaborationAnsweredByBothSides),
        YesNo("learning.recorded", "minst ett læringspunkt er skrevet", "minst eitt læringspunkt er skrive", EvaluationConditions.LearningPointRecorded),
        YesNo("decision.made", "lederen har fattet vedtak om videreføring", "leiaren har gjort vedtak om vidareføring", GateConditions.LeaderDecidedContinuation),
        YesNo("objection.open", "det er en åpen innsigelse", "det er ei open innseiing", static context => context.Case.Objections.HasOpen),
        YesNo("case.onHold", "saken er på vent", "saka er på vent", static context => context.Case.Standing == Standing.OnHold),
        new("case.flow", FeelType.String, new("ny, gjentak eller revisjon", "ny, gjentak eller revisjon"), static context =>
            FeelValue.Of(context.Case.Identity?.Flow switch { CaseFlow.Gjentak => "gjentak", CaseFlow.Revisjon => "revisjon", _ => "ny" }))
        {
            Values = [FeelValue.Of("ny"), FeelValue.Of("gjentak"), FeelValue.Of("revisjon")],
        },
        new("today", FeelType.Date, new("dagens dato", "dagens dato"), static context => FeelValue.Of(context.Today)),
        .. Enum.GetValues<DocumentKind>().Select(Document),
        .. Enum.GetValues<Gate>().SelectMany(OfGate),
    ];

    static CaseVariable Document(DocumentKind kind) =>
        YesNo($"document.{kind}.complete", $"alle obligatoriske felt i {kind} er fylt ut", $"alle obligatoriske felt i {kind} er fylte ut", context =>
            DocumentCompleteness.IsComplete(context.Case, context.Forms, kind));

    static IEnumerable<CaseVariable> OfGate(Gate gate) =>
    [
        YesNo($"gate.{gate}.ready", $"ingenting mangler før {gate}", $"ingenting manglar før {gate}", context => PhaseMachine.Allows(context, gate)),
        YesNo($"gate.{gate}.passed", $"{gate} er passert og gjelder", $"{gate} er passert og gjeld", context => context.Case.Passed(gate) is not null),
        YesNo($"gate.{gate}.reopened", $"{gate} er åpnet igjen", $"{gate} er opna att", context => GateQuestions.Reopened(context.Case, gate)),
        YesNo($"gate.{gate}.frozen", $"teksten til {gate} er låst", $"teksten til {gate} er låst", context => context.Case.SignOffs.Current(gate) is not null),
        YesNo($"gate.{gate}.signed", $"begge sider har godkjent {gate}", $"begge sider har godkjent {gate}", context =>
            context.Case.SignOffs.HasSigned(Side.Fag, gate) && context.Case.SignOffs.HasSigned(Side.Bruker, gate)),
        YesNo($"gate.{gate}.returned", $"teksten til {gate} er sendt tilbake og ikke låst på nytt", $"teksten til {gate} er send tilbake og ikkje låst på nytt", context =>
            context.Case.SignOffs.Latest(gate) is { IsCurrent: false }),
        YesNo($"gate.{gate}.edited", $"noe er redigert siden teksten til {gate} ble låst", $"noko er redigert sidan teksten til {gate} blei låst", context =>
            GateQuestions.Edited(context.Case, gate)),
        YesNo($"gate.{gate}.changeRequested", $"noen har bedt om endring før {gate}", $"nokon har bede om endring før {gate}", context =>
            GateQuestions.ChangeRequested(context.Case, gate)),
        YesNo($"gate.{gate}.objected", $"en innsigelse blokkerer {gate}", $"ei innseiing blokkerer {gate}", context => context.Case.Objections.Blocks(gate)),
        YesNo($"gate.{gate}.escalated", $"en innsigelse mot {gate} er løftet til leder", $"ei innseiing mot {gate} er løfta til leiar", context =>
            GateQuestions.Escalated(context.Case, gate)),
    ];

    static CaseVariable YesNo(string name, string nb, string nn, GateCondition condition) => YesNo(name, nb, nn, context => condition.Unmet(context) is null);

    static CaseVariable YesNo(string name, string nb, string nn, Func<CaseContext, bool> holds) =>
        new(name, FeelType.Boolean, new Words(nb, nn), context => FeelValue.Of(holds(context)));
}

/// <summary>What a process asks of a gate beyond what the phase table asks.</summary>
static class GateQuestions
{
    public static bool Reopened(CaseFile file, Gate gate) =>
        file.Passed(gate) is null && file.Passings.Any(passing => passing.Gate == gate && passing.ReopenedAt is not null);

    /// <summary>A document of the gate's latest package has a newer version than the package holds.</summary>
    public static bool Edited(CaseFile file, Gate gate) =>
        file.SignOffs.Latest(gate) is { } package && package.Documents.Any(pinned => file.Documents.Latest(pinned.Kind)?.Number > pinned.Version);

    public static bool ChangeRequested(CaseFile file, Gate gate) =>
        file.SignOffs.Latest(gate) is { IsCurrent: false } package && file.SignOffs.Wishes.Any(wish => wish.Gate == gate && wish.Package == package.Number);

    public static bool Escalated(CaseFile file, Gate gate) =>
        file.Objections.All.Any(objection => objection.Gate == gate && objection.Status == ObjectionStatus.Escalated);
}
