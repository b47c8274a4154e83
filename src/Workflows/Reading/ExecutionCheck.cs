namespace LmsWorkflow.Workflows;

/// <summary>What must hold of each element, where it stands, for the engine to give it the meaning of BPMN 2.0.2 chapter 13.</summary>
static class ExecutionCheck
{
    public static void Check(IReadOnlyList<ProcessElement> elements, FindingList findings)
    {
        foreach (var element in elements)
        {
            switch (element.Kind)
            {
                case ElementKind.StartEvent:
                    CheckStart(element, findings);
                    break;
                case ElementKind.BoundaryEvent:
                    CheckBoundary(element, findings);
                    break;
                case ElementKind.EventBasedGateway:
                    CheckChoice(element, findings);
                    break;
                case ElementKind.ReceiveTask when element.Instantiates:
                    findings.Error("supported-elements", element,
                        $"{element.Nb()} kan ikke starte prosessen: det gjør saken. Sett en starthendelse foran.", $"{element.Nn()} kan ikkje starte prosessen: det gjer saka. Set ei starthending framfor.");
                    break;
            }

            if (element.Trigger == Trigger.Link) CheckLink(element, findings);
            if (element.Timer is { Repeats: true }) CheckCycle(element, findings);
        }
    }

    /// <summary>§10.5.2: a case begins without being asked for; within it, events start event sub-processes only.</summary>
    static void CheckStart(ProcessElement start, FindingList findings)
    {
        var handles = start.Parent?.Kind == ElementKind.EventSubProcess;
        if (handles && start.Trigger == Trigger.None)
            findings.Error("events", start,
                $"Hendelsesdelprosessen {start.Parent!.Nb()} må starte med det den venter på: melding, signal, tid, feil eller eskalering.",
                $"Hendingsdelprosessen {start.Parent!.Nn()} må starte med det han ventar på: melding, signal, tid, feil eller eskalering.");
        if (!handles && start.Trigger != Trigger.None)
            findings.Error("supported-elements", start,
                $"{start.Nb()} må være en vanlig starthendelse: prosessen starter når saken registreres. Bruk en hendelsesdelprosess for det som kommer siden.",
                $"{start.Nn()} må vere ei vanleg starthending: prosessen startar når saka blir registrert. Bruk ein hendingsdelprosess for det som kjem sidan.");
        if (handles && start is { Trigger: Trigger.Error, Interrupts: false }) MustInterrupt(start, findings);
    }

    /// <summary>§10.5.4 and table 10.92: where it may sit, and that an error always interrupts.</summary>
    static void CheckBoundary(ProcessElement boundary, FindingList findings)
    {
        var host = boundary.AttachedTo!;
        var inside = host.Kind is ElementKind.SubProcess or ElementKind.CallActivity;
        if (!inside && host.Kind is not (ElementKind.UserTask or ElementKind.ReceiveTask))
            findings.Error("supported-elements", boundary,
                $"Kanthendelsen {boundary.Nb()} kan ikke sitte på {host.Nb()}: der er det ingenting som tar tid. Sett den på en oppgave eller delprosess.",
                $"Kanthendinga {boundary.Nn()} kan ikkje sitje på {host.Nn()}: der er det ingenting som tek tid. Set ho på ei oppgåve eller ein delprosess.");
        else if (!inside && boundary.Trigger is Trigger.Error or Trigger.Escalation)
            findings.Error("events", boundary,
                $"Ingenting i oppgaven {host.Nb()} kan melde feil eller eskalere. Sett {boundary.Nb()} på en delprosess.",
                $"Ingenting i oppgåva {host.Nn()} kan melde feil eller eskalere. Set {boundary.Nn()} på ein delprosess.");
        if (boundary is { Trigger: Trigger.Error, Interrupts: false }) MustInterrupt(boundary, findings);
    }

    static void MustInterrupt(ProcessElement element, FindingList findings) => findings.Error("events", element,
        $"En feil avbryter alltid: {element.Nb()} kan ikke være uten avbrudd. Bruk eskalering hvis arbeidet skal gå videre.",
        $"Ein feil avbryt alltid: {element.Nn()} kan ikkje vere utan avbrot. Bruk eskalering dersom arbeidet skal gå vidare.");

    /// <summary>§10.6.6: events or receive tasks with no other way in, at least two, and not both messages and receive tasks.</summary>
    static void CheckChoice(ProcessElement gateway, FindingList findings)
    {
        if (gateway.Instantiates || gateway.IsParallelChoice)
            findings.Error("supported-elements", gateway,
                $"{gateway.Nb()} kan bare velge den første av hendelsene etter seg. Den kan ikke starte prosessen eller vente på alle.",
                $"{gateway.Nn()} kan berre velje den første av hendingane etter seg. Han kan ikkje starte prosessen eller vente på alle.");
        if (gateway.Outgoing.Length < 2)
            findings.Error("event-based-gateway", gateway, $"{gateway.Nb()} må ha minst to hendelser å velge mellom.", $"{gateway.Nn()} må ha minst to hendingar å velje mellom.");
        foreach (var flow in gateway.Outgoing)
            if (!MayFollowChoice(flow.Target))
                findings.Error("event-based-gateway", flow.Target,
                    $"Etter den hendelsesbaserte porten {gateway.Nb()} kan det bare stå ventende hendelser og mottaksoppgaver uten kanthendelser, løkker og andre flyter inn. Det er ikke {flow.Target.Nb()}.",
                    $"Etter den hendingsbaserte porten {gateway.Nn()} kan det berre stå ventande hendingar og mottaksoppgåver utan kanthendingar, løkker og andre flytar inn. Det er ikkje {flow.Target.Nn()}.");
        if (gateway.Outgoing.Any(flow => flow.Target.Kind == ElementKind.ReceiveTask) && gateway.Outgoing.Any(flow => flow.Target.Trigger == Trigger.Message))
            findings.Error("event-based-gateway", gateway,
                $"Etter {gateway.Nb()} står både meldingshendelser og mottaksoppgaver. Bruk bare det ene slaget.", $"Etter {gateway.Nn()} står både meldingshendingar og mottaksoppgåver. Bruk berre det eine slaget.");
    }

    static bool MayFollowChoice(ProcessElement target) =>
        target is { Kind: ElementKind.CatchEvent, Trigger: not Trigger.Link } or { Kind: ElementKind.ReceiveTask, Loop: LoopKind.None, Boundaries.IsEmpty: true }
        && target.Incoming.Length == 1;

    /// <summary>§10.5.5.8: one catching link for each name, and a throwing one to reach it from.</summary>
    static void CheckLink(ProcessElement link, FindingList findings)
    {
        var partners = link.Siblings.Where(other => other.Trigger == Trigger.Link && other.EventName == link.EventName).ToList();
        var caught = partners.Count(other => other.Kind == ElementKind.CatchEvent);
        if (link.EventName is not null && caught == 1 && caught < partners.Count) return;
        findings.Error("links", link,
            $"Lenken {link.Nb()} må ha et navn som nøyaktig én mottakende og minst én sendende lenke ved siden av den har.",
            $"Lenkja {link.Nn()} må ha eit namn som nøyaktig éi mottakande og minst éi sendande lenkje ved sida av ho har.");
    }

    static void CheckCycle(ProcessElement timer, FindingList findings)
    {
        if (timer is { Interrupts: false, Kind: ElementKind.BoundaryEvent or ElementKind.StartEvent }) return;
        findings.Error("timers", timer,
            $"{timer.Nb()} skjer bare én gang, så den kan ikke gjentas. Skriv en varighet eller dato, eller la den ikke avbryte.",
            $"{timer.Nn()} skjer berre éin gong, så ho kan ikkje gjentakast. Skriv ei lengd eller ein dato, eller la ho ikkje avbryte.");
    }
}
