using System.Collections.Frozen;
using System.Reflection;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>
/// A refusal told afterwards. Only its name was kept, so one that spoke of a day, a number or a field is told without it; one that always says the same is told as it was said.
/// </summary>
static class ReasonWords
{
    /// <summary>Null when no refusal has that name any more.</summary>
    public static Words? Of(string code) => Sentences.GetValueOrDefault(code);

    static readonly FrozenDictionary<string, Words> General = new Dictionary<string, Words>
    {
        ["AttendanceMissing"] = new("Oppmøtet på en samling er ikke registrert.", "Oppmøtet på ei samling er ikkje registrert."),
        ["BudgetAmountOutOfRange"] = new("Antall eller sats i en linje i budsjettet kunne ikke stemme.", "Tal eller sats i ei linje i budsjettet kunne ikkje stemme."),
        ["BudgetLineKindUnknown"] = new("En linje i budsjettet hadde en ukjent type.", "Ei linje i budsjettet hadde ein ukjend type."),
        ["CaseFollowsAnotherVersion"] = new("Saken følger en annen utgave og hører ikke med i denne flyttingen.", "Saka følgjer ei anna utgåve og høyrer ikkje med i denne flyttinga."),
        ["ChecklistItemOpen"] = new("Et punkt i sjekklisten er ikke krysset av.", "Eit punkt i sjekklista er ikkje kryssa av."),
        ["CollaborationAnswerMissing"] = new("En av sidene har ikke svart på samarbeidsevalueringen.", "Ei av sidene har ikkje svart på samarbeidsevalueringa."),
        ["CollaborationGapUntreated"] = new("Sidene svarte svært ulikt på en påstand om samarbeidet, og det er ikke skrevet noen endring.", "Sidene svarte svært ulikt på ein påstand om samarbeidet, og det er ikkje skrive noka endring."),
        ["ConditionIsWrong"] = new("Vilkåret kan ikke leses.", "Vilkåret kan ikkje lesast."),
        ["ContactMissing"] = new("Kontakt på en av sidene er ikke registrert.", "Kontakt på ei av sidene er ikkje registrert."),
        ["DayLogMissing"] = new("Dagsloggen for en samling er ikke bekreftet av begge kurslederne.", "Dagsloggen for ei samling er ikkje stadfesta av begge kursleiarane."),
        ["DayLogOverdue"] = new("Det er mer enn 48 timer siden en samling, og dagsloggen er ikke skrevet.", "Det er meir enn 48 timar sidan ei samling, og dagsloggen er ikkje skriven."),
        ["DefinitionDraftIsStale"] = new("Noen andre hadde lagret utkastet i mellomtiden.", "Nokon andre hadde lagra utkastet i mellomtida."),
        ["DefinitionPublishedSince"] = new("En ny utgave var publisert i mellomtiden.", "Ei ny utgåve var publisert i mellomtida."),
        ["DidacticElementMissing"] = new("Kursplanen mangler en av de seks delene.", "Kursplanen manglar ein av dei seks delane."),
        ["DocumentMissing"] = new("Et dokument er ikke påbegynt.", "Eit dokument er ikkje påbyrja."),
        ["DraftHasNoForm"] = new("Utkastet mangler et skjema.", "Utkastet manglar eit skjema."),
        ["DrawingCannotBeRead"] = new("Filen med tegningen kan ikke leses.", "Fila med teikninga kan ikkje lesast."),
        ["DrawingHasError"] = new("Tegningen har en feil.", "Teikninga har ein feil."),
        ["ElementMustBeChecked"] = new("En del av planen må ses på på nytt, fordi noe annet er endret.", "Ein del av planen må sjåast på på nytt, fordi noko anna er endra."),
        ["EquityAspectUnanswered"] = new("Kursplanen sier ikke nok om likeverdig tilgang.", "Kursplanen seier ikkje nok om likeverdig tilgang."),
        ["EquityReasonMissing"] = new("Det mangler en begrunnelse for at noe ikke er relevant for likeverdig tilgang.", "Det manglar ei grunngiving for at noko ikkje er relevant for likeverdig tilgang."),
        ["ErasureAlreadyProposed"] = new("Et annet forslag gjelder alt en av tekstene.", "Eit anna forslag gjeld alt ein av tekstane."),
        ["EvaluationMeetingOverdue"] = new("Det er mer enn 30 dager siden siste samling, og det er ikke holdt et gyldig evalueringsmøte.", "Det er meir enn 30 dagar sidan siste samling, og det er ikkje halde eit gyldig evalueringsmøte."),
        ["EvaluationMeetingPlannedLate"] = new("Evalueringsmøtet er lagt mer enn 30 dager etter siste samling.", "Evalueringsmøtet er lagt meir enn 30 dagar etter siste samling."),
        ["FieldHasWrongType"] = new("Et svar var av feil slag, for eksempel tekst der det skulle stå et tall.", "Eit svar var av feil slag, til dømes tekst der det skulle stå eit tal."),
        ["FieldMissing"] = new("Et felt som må fylles ut, var tomt.", "Eit felt som må fyllast ut, var tomt."),
        ["FormCannotBeRead"] = new("Et skjema kan ikke leses.", "Eit skjema kan ikkje lesast."),
        ["FormDiffersFromPlan"] = new("Skjemaet er et annet enn det som står i evalueringsplanen.", "Skjemaet er eit anna enn det som står i evalueringsplanen."),
        ["FormFileCannotBeRead"] = new("Filen med skjemaet kan ikke leses.", "Fila med skjemaet kan ikkje lesast."),
        ["FormIsForAnother"] = new("Filen er skjemaet for et annet dokument.", "Fila er skjemaet for eit anna dokument."),
        ["FormWouldNotBeReadable"] = new("Skjemaet ville ikke kunne leses.", "Skjemaet ville ikkje kunne lesast."),
        ["GateAlreadyPassed"] = new("Godkjenningen er allerede fullført.", "Godkjenninga er alt fullført."),
        ["GateIsThere"] = new("Porten er i tegningen fra før.", "Porten er i teikninga frå før."),
        ["GateWouldLieBehind"] = new("En port som gjenstår i saken, ville ligge bak den i den nye utgaven.", "Ein port som står att i saka, ville liggje bak ho i den nye utgåva."),
        ["GroupSizeOutsideCourseType"] = new("Gruppen er mindre eller større enn kurstypen er laget for.", "Gruppa er mindre eller større enn kurstypen er laga for."),
        ["ItemIncomplete"] = new("En post i programmet er ikke fylt ut.", "Ein post i programmet er ikkje fylt ut."),
        ["ItemsOverlap"] = new("To poster i programmet overlapper.", "To postar i programmet overlappar."),
        ["JoinHasNoTarget"] = new("Saken venter ved et samlingspunkt som ikke finnes likt i den nye utgaven.", "Saka ventar ved eit samlingspunkt som ikkje finst likt i den nye utgåva."),
        ["KeptByDecision"] = new("Lederen har bestemt at dette skal oppbevares lenger.", "Leiaren har bestemt at dette skal takast vare på lenger."),
        ["KeptNoLonger"] = new("Noe av dette blir uansett oppbevart lenger enn det.", "Noko av dette blir uansett teke vare på lenger enn det."),
        ["KeyIsAnother"] = new("Filen er laget for en annen prosess.", "Fila er laga for ein annan prosess."),
        ["KnowledgeMissing"] = new("Behovsvurderingen mangler det den ene siden skal skrive.", "Behovsvurderinga manglar det den eine sida skal skrive."),
        ["MandatoryFieldMissing"] = new("Et felt som må fylles ut i et dokument, var tomt.", "Eit felt som må fyllast ut i eit dokument, var tomt."),
        ["MeetingNotValid"] = new("Møtet var ikke gyldig.", "Møtet var ikkje gyldig."),
        ["MinutesOutOfRange"] = new("Minutter per deltaker stemte ikke med undervisningstiden i samlingen.", "Minutt per deltakar stemte ikkje med undervisningstida i samlinga."),
        ["MissingSignOff"] = new("Godkjenning fra en av sidene mangler.", "Godkjenning frå ei av sidene manglar."),
        ["NationalIdentityNumberWritten"] = new("Det så ut som det sto et fødselsnummer i et felt.", "Det såg ut til at det stod eit fødselsnummer i eit felt."),
        ["NoParentsGathering"] = new("Samlingen er ikke en foreldresamling i programmet.", "Samlinga er ikkje ei foreldresamling i programmet."),
        ["NotAllowed"] = new("Rollen gir ikke adgang til dette.", "Rolla gir ikkje høve til dette."),
        ["NotOnThatSide"] = new("Bare den som er oppnevnt på siden i en åpen sak ved senteret, kan svare for den.", "Berre den som er oppnemnd på sida i ei open sak ved senteret, kan svare for ho."),
        ["NotThisGatesPhase"] = new("Saken er ikke i fasen der denne godkjenningen gjøres.", "Saka er ikkje i fasen der denne godkjenninga blir gjord."),
        ["NumberOutOfRange"] = new("Et tall var for stort eller hadde mer enn to desimaler.", "Eit tal var for stort eller hadde meir enn to desimalar."),
        ["NumberOutsideLimits"] = new("Et tall var utenfor grensene for feltet.", "Eit tal var utanfor grensene for feltet."),
        ["OralEvaluationMissing"] = new("En samling slutter ikke med en muntlig evaluering på minst 5 minutter.", "Ei samling sluttar ikkje med ei munnleg evaluering på minst 5 minutt."),
        ["ParticipationNotDescribed"] = new("Rapporten sier ikke hvordan brukersiden medvirket i en av fasene.", "Rapporten seier ikkje korleis brukarsida medverka i ein av fasane."),
        ["PassedGateWouldLieAhead"] = new("En port som er passert i saken, ville ligge foran den i den nye utgaven.", "Ein port som er passert i saka, ville liggje framfor ho i den nye utgåva."),
        ["PhaseIsThere"] = new("Fasen er i tegningen fra før.", "Fasen er i teikninga frå før."),
        ["PlaceOutsideList"] = new("Plassen finnes ikke på ventelisten.", "Plassen finst ikkje på ventelista."),
        ["PlacesOutsideCourseType"] = new("Antallet plasser er et annet enn kurstypen er laget for.", "Talet på plassar er eit anna enn kurstypen er laga for."),
        ["PlanNamesUnknown"] = new("Planen nevner noe som ikke finnes i tegningen.", "Planen nemner noko som ikkje finst i teikninga."),
        ["PreviousDayLogMissing"] = new("Dagsloggen for samlingen før mangler.", "Dagsloggen for samlinga før manglar."),
        ["ProgrammeValueOutOfRange"] = new("Programmet hadde en dato, en varighet eller et valg som ikke kunne stemme.", "Programmet hadde ein dato, ei lengd eller eit val som ikkje kunne stemme."),
        ["RetentionNotBegunThere"] = new("Oppbevaringstiden har ikke begynt å løpe i saken.", "Oppbevaringstida har ikkje byrja å gå i saka."),
        ["RetentionNotOut"] = new("Oppbevaringstiden er ikke ute.", "Oppbevaringstida er ikkje ute."),
        ["SamlingDateMissing"] = new("En samling mangler dato.", "Ei samling manglar dato."),
        ["SamlingIsEmpty"] = new("En samling har ingen poster.", "Ei samling har ingen postar."),
        ["SamlingIsHeld"] = new("Samlingen er holdt. Bare resten av programmet kan endres.", "Samlinga er halden. Berre resten av programmet kan endrast."),
        ["SamlingNotYet"] = new("Samlingen har ikke vært ennå.", "Samlinga har ikkje vore enno."),
        ["ScenarioCannotBeRead"] = new("Scenarioet kan ikke leses.", "Scenarioet kan ikkje lesast."),
        ["ScenarioDoesNotHold"] = new("Et scenario går ikke som ventet med dette utkastet.", "Eit scenario går ikkje som venta med dette utkastet."),
        ["SideHasConsented"] = new("Siden har allerede samtykket.", "Sida har alt samtykt."),
        ["SideMissing"] = new("En av sidene mangler i arbeidsgruppen.", "Ei av sidene manglar i arbeidsgruppa."),
        ["StepHasNoTarget"] = new("Saken står i et trinn som ikke finnes i den nye utgaven.", "Saka står i eit trinn som ikkje finst i den nye utgåva."),
        ["StepIsAtAnotherGate"] = new("Saken står i et trinn som gjelder en annen port i den nye utgaven.", "Saka står i eit trinn som gjeld ein annan port i den nye utgåva."),
        ["StepIsInAnotherPhase"] = new("Saken står i et trinn som ligger i en annen fase i den nye utgaven.", "Saka står i eit trinn som ligg i ein annan fase i den nye utgåva."),
        ["StepIsOfAnotherKind"] = new("Saken står i et trinn som er en annen slags oppgave i den nye utgaven.", "Saka står i eit trinn som er ei anna slags oppgåve i den nye utgåva."),
        ["StepLiesElsewhere"] = new("Saken står i et trinn som ligger i en annen delprosess i den nye utgaven.", "Saka står i eit trinn som ligg i ein annan delprosess i den nye utgåva."),
        ["StretchTooLong"] = new("En samling varer for lenge uten pause.", "Ei samling varer for lenge utan pause."),
        ["StructureDeviates"] = new("En samling er bygd opp annerledes enn den første.", "Ei samling er bygd opp annleis enn den første."),
        ["TextIsTooLong"] = new("Teksten var for lang.", "Teksten var for lang."),
        ["TextTooShort"] = new("Teksten var for kort til at de andre kan forstå den.", "Teksten var for kort til at dei andre kan forstå han."),
        ["TimerHangsElsewhere"] = new("En frist som løper i saken, hører til et annet trinn i den nye utgaven.", "Ein frist som løper i saka, høyrer til eit anna trinn i den nye utgåva."),
        ["TooManyRows"] = new("Det var for mange rader i en tabell.", "Det var for mange rader i ein tabell."),
        ["UnknownOption"] = new("Et svar var ikke blant valgene.", "Eit svar var ikkje blant vala."),
        ["ValidMeetingMissing"] = new("Det er ikke holdt et gyldig møte med begge sider til stede.", "Det er ikkje halde eit gyldig møte med begge sider til stades."),
        ["WrittenByOtherSide"] = new("Feltet skrives av den andre siden.", "Feltet blir skrive av den andre sida."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, Words> Sentences = new[] { typeof(Refusal), typeof(CaseWorkflow), typeof(ReasonWords) }
        .SelectMany(type => type.Assembly.GetTypes())
        .Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)
        .Select(type => (type.Name, Words: General.GetValueOrDefault(type.Name) ?? Always(type)))
        .Where(known => known.Words is not null)
        .ToFrozenDictionary(known => known.Name, known => known.Words!, StringComparer.Ordinal);

    /// <summary>What it says whatever it is about; null when that differs.</summary>
    static Words? Always(Type type) => type.GetConstructors() is [var only] && Said(only, 0) is { } first && Said(only, 1) == first ? first : null;

    static Words? Said(ConstructorInfo made, int turn)
    {
        try
        {
            return ((Refusal)made.Invoke([.. made.GetParameters().Select(parameter => Some(parameter, turn))])).Sentence;
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    static object? Some(ParameterInfo parameter, int turn) => parameter.ParameterType switch
    {
        _ when parameter.HasDefaultValue && turn == 0 => parameter.DefaultValue,
        var type when type == typeof(string) => turn == 0 ? "a" : "b",
        var type when type == typeof(Words) => turn == 0 ? Words.Same("a") : Words.Same("b"),
        var type when type == typeof(int) => turn + 2,
        var type when type == typeof(DateOnly) => new DateOnly(2026, 1, turn + 2),
        { IsEnum: true } type => type.GetEnumValues() is { Length: > 1 } values ? values.GetValue(turn) : null,
        _ => null,
    };
}
