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
                        $"«{element.Id}» kan ikke starte prosessen: det gjør saken. Sett en starthendelse foran.", $"«{element.Id}» kan ikkje starte prosessen: det gjer saka. Set ei starthending framfor.");
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
                $"Hendelsesdelprosessen «{start.Parent!.Id}» må starte med det den venter på: melding, signal, tid, feil eller eskalering.",
                $"Hendingsdelprosessen «{start.Parent!.Id}» må starte med det han ventar på: melding, signal, tid, feil eller eskalering.");
        if (!handles && start.Trigger != Trigger.None)
            findings.Error("supported-elements", start,
                $"«{start.Id}» må være en vanlig starthendelse: prosessen starter når saken registreres. Bruk en hendelsesdelprosess for det som kommer siden.",
                $"«{start.Id}» må vere ei vanleg starthending: prosessen startar når saka blir registrert. Bruk ein hendingsdelprosess for det som kjem sidan.");
        if (handles && start is { Trigger: Trigger.Error, Interrupts: false }) MustInterrupt(start, findings);
    }

    /// <summary>§10.5.4 and table 10.92: where it may sit, and that an error always interrupts.</summary>
    static void CheckBoundary(ProcessElement boundary, FindingList findings)
    {
        var host = boundary.AttachedTo!;
        var inside = host.Kind is ElementKind.SubProcess or ElementKind.CallActivity;
        if (!inside && host.Kind is not (ElementKind.UserTask or ElementKind.ReceiveTask))
            findings.Error("supported-elements", boundary,
                $"Kanthendelsen «{boundary.Id}» kan ikke sitte på «{host.Id}»: der er det ingenting som tar tid. Sett den på en oppgave eller delprosess.",
                $"Kanthendinga «{boundary.Id}» kan ikkje sitje på «{host.Id}»: der er det ingenting som tek tid. Set ho på ei oppgåve eller ein delprosess.");
        else if (!inside && boundary.Trigger is Trigger.Error or Trigger.Escalation)
            findings.Error("events", boundary,
                $"Ingenting i oppgaven «{host.Id}» kan melde feil eller eskalere. Sett «{boundary.Id}» på en delprosess.",
                $"Ingenting i oppgåva «{host.Id}» kan melde feil eller eskalere. Set «{boundary.Id}» på ein delprosess.");
        if (boundary is { Trigger: Trigger.Error, Interrupts: false }) MustInterrupt(boundary, findings);
    }

    static void MustInterrupt(ProcessElement element, FindingList findings) => findings.Error("events", element,
        $"En feil avbryter alltid: «{element.Id}» kan ikke være uten avbrudd. Bruk eskalering hvis arbeidet skal gå videre.",
        $"Ein feil avbryt alltid: «{element.Id}» kan ikkje vere utan avbrot. Bruk eskalering dersom arbeidet skal gå vidare.");

    /// <summary>§10.6.6: events or receive tasks with no other way in, at least two, and not both messages and receive tasks.</summary>
    static void CheckChoice(ProcessElement gateway, FindingList findings)
    {
        if (gateway.Instantiates || gateway.IsParallelChoice)
            findings.Error("supported-elements", gateway,
                $"«{gateway.Id}» kan bare velge den første av hendelsene etter seg. Den kan ikke starte prosessen eller vente på alle.",
                $"«{gateway.Id}» kan berre velje den første av hendingane etter seg. Han kan ikkje starte prosessen eller vente på alle.");
        if (gateway.Outgoing.Length < 2)
            findings.Error("event-based-gateway", gateway, $"«{gateway.Id}» må ha minst to hendelser å velge mellom.", $"«{gateway.Id}» må ha minst to hendingar å velje mellom.");
        foreach (var flow in gateway.Outgoing)
            if (!MayFollowChoice(flow.Target))
                findings.Error("event-based-gateway", flow.Target,
                    $"Etter den hendelsesbaserte porten «{gateway.Id}» kan det bare stå ventende hendelser og mottaksoppgaver uten kanthendelser, løkker og andre flyter inn. Det er ikke «{flow.Target.Id}».",
                    $"Etter den hendingsbaserte porten «{gateway.Id}» kan det berre stå ventande hendingar og mottaksoppgåver utan kanthendingar, løkker og andre flytar inn. Det er ikkje «{flow.Target.Id}».");
        if (gateway.Outgoing.Any(flow => flow.Target.Kind == ElementKind.ReceiveTask) && gateway.Outgoing.Any(flow => flow.Target.Trigger == Trigger.Message))
            findings.Error("event-based-gateway", gateway,
                $"Etter «{gateway.Id}» står både meldingshendelser og mottaksoppgaver. Bruk bare det ene slaget.", $"Etter «{gateway.Id}» står både meldingshendingar og mottaksoppgåver. Bruk berre det eine slaget.");
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
            $"Lenken «{link.Id}» må ha et navn som nøyaktig én mottakende og minst én sendende lenke ved siden av den har.",
            $"Lenkja «{link.Id}» må ha eit namn som nøyaktig éi mottakande og minst éi sendande lenkje ved sida av ho har.");
    }

    static void CheckCycle(ProcessElement timer, FindingList findings)
    {
        if (timer is { Interrupts: false, Kind: ElementKind.BoundaryEvent or ElementKind.StartEvent }) return;
        findings.Error("timers", timer,
            $"«{timer.Id}» skjer bare én gang, så den kan ikke gjentas. Skriv en varighet eller dato, eller la den ikke avbryte.",
            $"«{timer.Id}» skjer berre éin gong, så ho kan ikkje gjentakast. Skriv ei lengd eller ein dato, eller la ho ikkje avbryte.");
    }
}
