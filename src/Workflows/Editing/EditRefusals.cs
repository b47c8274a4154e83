using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

public sealed record DrawingIsUnreadable() : Refusal(new Words(
    "Tegningen i utkastet kan ikke leses, så den kan ikke endres her. Lagre en ny tegning i utkastet.", "Teikninga i utkastet kan ikkje lesast, så ho kan ikkje endrast her. Lagre ei ny teikning i utkastet."));

/// <param name="Field">The member of the edit that names it.</param>
public sealed record NotInTheDrawing(string Field) : Refusal(new Words(
    "Steget finnes ikke i utkastet lenger. Last siden på nytt, og velg et som står der.", "Steget finst ikkje i utkastet lenger. Last sida på nytt, og vel eit som står der."));

public sealed record StepNameIsNotUsable() : Refusal(new Words(
    $"Skriv et navn på én linje, med høyst {EmptyDrawing.LongestName} tegn.", $"Skriv eit namn på éi linje, med høgst {EmptyDrawing.LongestName} teikn."))
{
    public static string Field => "name";
}

public sealed record NothingComesAfterAnEnd() : Refusal(new Words(
    "Etter en slutt kommer det ingenting. Velg steget foran slutten.", "Etter ein slutt kjem det ingenting. Vel steget framfor slutten."))
{
    public static string Field => "after";
}

public sealed record ChooseTheWay() : Refusal(new Words(
    "Herfra går flere veier. Velg hvilken av dem det skal stå på.", "Herifrå går fleire vegar. Vel kva for ein av dei det skal stå på."))
{
    public static string Field => "after";
}

public sealed record ChooseGateOfSignOff() : Refusal(new Words(
    "Velg hvilken port godkjenningen gjelder. Ved G0 og G4b er det lederen som vedtar.", "Vel kva port godkjenninga gjeld. Ved G0 og G4b er det leiaren som vedtek."))
{
    public static string Field => "gate";
}

public sealed record ChoosePhase() : Refusal(new Words("Velg hvilken fase det er.", "Vel kva fase det er."))
{
    public static string Field => "phase";
}

public sealed record PhaseIsThere(Words Phase) : Refusal(new Words(
    $"Fasen {Phase.Nb} er i tegningen fra før. Flytt den, eller velg en annen.", $"Fasen {Phase.Nn} er i teikninga frå før. Flytt han, eller vel ein annan."))
{
    public static string Field => "phase";
}

public sealed record GateIsThere(Gate Gate) : Refusal(new Words(
    $"Porten {Gate} passeres i tegningen fra før. Ta den bort der først.", $"Porten {Gate} blir passert i teikninga frå før. Ta han bort der først."))
{
    public static string Field => "gate";
}

public sealed record ChooseDocuments() : Refusal(new Words("Velg hvilket dokument steget gjelder.", "Vel kva dokument steget gjeld."))
{
    public static string Field => "documents";
}

public sealed record StartStays() : Refusal(new Words(
    "Starten kan ikke tas bort eller flyttes: alt begynner der.", "Starten kan ikkje takast bort eller flyttast: alt byrjar der."));

public sealed record LastEndStays() : Refusal(new Words(
    "Den siste slutten kan ikke tas bort. Sett inn en annen slutt først.", "Den siste slutten kan ikkje takast bort. Set inn ein annan slutt først."));

public sealed record StepHasSeveralWays() : Refusal(new Words(
    "Flere veier går ut herfra. Ta bort veiene til det bare er én igjen, og ta så bort steget.", "Fleire vegar går ut herifrå. Ta bort vegane til det berre er éin att, og ta så bort steget."));

public sealed record OnlyWayStays() : Refusal(new Words(
    "Dette er den eneste veien videre herfra. Led den et annet sted, eller ta bort steget.", "Dette er den einaste vegen vidare herifrå. Leid han ein annan stad, eller ta bort steget."));

public sealed record CannotBeMovedThere() : Refusal(new Words(
    "Steget kan ikke flyttes dit. Det må ha én vei inn og én vei ut, og det må bli i samme fase.", "Steget kan ikkje flyttast dit. Det må ha éin veg inn og éin veg ut, og det må bli i same fase."))
{
    public static string Field => "after";
}

public sealed record IsNoTask() : Refusal(new Words(
    "Bare oppgaver kan ha dette. Velg en oppgave.", "Berre oppgåver kan ha dette. Vel ei oppgåve."));

public sealed record SomebodyMustDoIt() : Refusal(new Words("Velg minst én som kan gjøre oppgaven.", "Vel minst éin som kan gjere oppgåva."))
{
    public static string Field => "roles";
}

public sealed record DeadlineIsOutside() : Refusal(new Words(
    $"Skriv et helt tall fra 1 til {SetDeadline.Longest}, enten dager eller virkedager.", $"Skriv eit heilt tal frå 1 til {SetDeadline.Longest}, anten dagar eller verkedagar."))
{
    public static string Field => "days";
}

public sealed record WayCannotLeadThere() : Refusal(new Words(
    "Veien kan ikke gå dit. Velg et steg i samme fase som ikke er en start.", "Vegen kan ikkje gå dit. Vel eit steg i same fase som ikkje er ein start."))
{
    public static string Field => "target";
}

public sealed record ConditionIsWrong(Words Why) : Refusal(new Words($"Vilkåret kan ikke leses: {Why.Nb}", $"Vilkåret kan ikkje lesast: {Why.Nn}"))
{
    public static string Field => "condition";
}

public sealed record ConditionHasNoPlace() : Refusal(new Words(
    "Et vilkår kan bare stå på en vei ut av et valg. Sett inn en forgrening først.", "Eit vilkår kan berre stå på ein veg ut av eit val. Set inn ei forgreining først."))
{
    public static string Field => "condition";
}

public sealed record ChoiceNeedsCondition() : Refusal(new Words(
    "Skriv når den nye veien skal brukes.", "Skriv når den nye vegen skal brukast."))
{
    public static string Field => "condition";
}

public sealed record NothingToMend() : Refusal(new Words(
    "Dette funnet er borte, eller det kan ikke rettes av seg selv. Se listen over det som må rettes.", "Dette funnet er borte, eller det kan ikkje rettast av seg sjølv. Sjå lista over det som må rettast."));
