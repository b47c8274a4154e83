using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

public sealed record CaseFollowsAnotherVersion(int Version) : Refusal(new Words(
    $"Saken følger utgave {Version} og hører ikke med i denne flyttingen.", $"Saka følgjer utgåve {Version} og høyrer ikkje med i denne flyttinga."));

public sealed record CalledProcessesDiffer() : Refusal(new Words(
    "Den nye utgaven bruker andre underprosesser enn saken er festet til. Saken kan ikke flyttes dit.",
    "Den nye utgåva bruker andre underprosessar enn saka er festa til. Saka kan ikkje flyttast dit."));

public sealed record ProcessIsEnded() : Refusal(new Words("Prosessen i saken er ferdig. Det er ingenting å flytte.", "Prosessen i saka er ferdig. Det er ingenting å flytte."));

public sealed record StepHasNoTarget(Words Step) : Refusal(new Words(
    $"Saken står i {Step.Nb}, som ikke finnes i den nye utgaven. Si i planen hvilket trinn det blir til.",
    $"Saka står i {Step.Nn}, som ikkje finst i den nye utgåva. Sei i planen kva trinn det blir til."));

public sealed record StepIsOfAnotherKind(Words Step) : Refusal(new Words(
    $"Saken står i {Step.Nb}, som er en annen slags oppgave i den nye utgaven. Velg et trinn av samme slag.",
    $"Saka står i {Step.Nn}, som er ei anna slags oppgåve i den nye utgåva. Vel eit trinn av same slag."));

public sealed record StepLiesElsewhere(Words Step) : Refusal(new Words(
    $"Saken står i {Step.Nb}, som ligger i en annen delprosess i den nye utgaven. Vent til trinnet er ferdig, eller endre planen.",
    $"Saka står i {Step.Nn}, som ligg i ein annan delprosess i den nye utgåva. Vent til trinnet er ferdig, eller endre planen."));

public sealed record StepIsInAnotherPhase(Words Step) : Refusal(new Words(
    $"Saken står i {Step.Nb}, som ligger i en annen fase i den nye utgaven. En flytting kan ikke føre saken til en annen fase.",
    $"Saka står i {Step.Nn}, som ligg i ein annan fase i den nye utgåva. Ei flytting kan ikkje føre saka til ein annan fase."));

public sealed record StepIsAtAnotherGate(Words Step) : Refusal(new Words(
    $"Saken står i {Step.Nb}, som gjelder en annen port i den nye utgaven.", $"Saka står i {Step.Nn}, som gjeld ein annan port i den nye utgåva."));

public sealed record JoinHasNoTarget(Words Join) : Refusal(new Words(
    $"En del av saken venter ved {Join.Nb} på at de andre blir ferdige, og det samlingspunktet finnes ikke likt i den nye utgaven. Vent til delene har møttes.",
    $"Ein del av saka ventar ved {Join.Nn} på at dei andre blir ferdige, og det samlingspunktet finst ikkje likt i den nye utgåva. Vent til delane har møttest."));

public sealed record TimerHangsElsewhere(Words Timer) : Refusal(new Words(
    $"Fristen {Timer.Nb} løper i saken, men hører til et annet trinn i den nye utgaven.", $"Fristen {Timer.Nn} løper i saka, men høyrer til eit anna trinn i den nye utgåva."));

public sealed record PassedGateWouldLieAhead(Gate Gate) : Refusal(new Words(
    $"Porten {Gate} er passert i saken, men ville ligge foran den i den nye utgaven.", $"Porten {Gate} er passert i saka, men ville liggje framfor ho i den nye utgåva."));

public sealed record GateWouldLieBehind(Gate Gate) : Refusal(new Words(
    $"Porten {Gate} gjenstår i saken, men ville ligge bak den i den nye utgaven. Ingen port kan hoppes over.",
    $"Porten {Gate} står att i saka, men ville liggje bak ho i den nye utgåva. Ingen port kan hoppast over."));

/// <summary>Both sides of the case must say yes first.</summary>
public sealed record MoveAwaitsConsent() : Refusal(new Words(
    "Den nye utgaven svekker medvirkningen. Begge sider i saken må samtykke før den flyttes.",
    "Den nye utgåva svekkjer medverknaden. Begge sider i saka må samtykkje før ho blir flytta."));

public sealed record MoveWasRefused() : Refusal(new Words(
    "En av sidene i saken har sagt nei til flyttingen. Saken blir på sin utgave.", "Ei av sidene i saka har sagt nei til flyttinga. Saka blir på si utgåve."));
