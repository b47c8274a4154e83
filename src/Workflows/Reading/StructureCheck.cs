namespace LmsWorkflow.Workflows;

/// <summary>What must hold of a drawing before a token can run in it.</summary>
static class StructureCheck
{
    public static void Check(IReadOnlyList<ProcessElement> elements, IReadOnlyList<SequenceFlow> flows, FindingList findings)
    {
        foreach (var element in elements)
        {
            CheckEnds(element, findings);
            CheckGateway(element, findings);
        }

        foreach (var flow in flows) CheckCondition(flow, findings);
    }

    static void CheckEnds(ProcessElement element, FindingList findings)
    {
        var beginsHere = element.Kind is ElementKind.StartEvent or ElementKind.BoundaryEvent;
        if (beginsHere && !element.Incoming.IsEmpty)
            findings.Error("connected", element, $"Ingen flyt kan gå inn i «{element.Id}».", $"Ingen flyt kan gå inn i «{element.Id}».");
        if (!beginsHere && element.Incoming.IsEmpty)
            findings.Error("connected", element, $"Ingen flyt fører til «{element.Id}», så det blir aldri gjort.", $"Ingen flyt fører til «{element.Id}», så det blir aldri gjort.");
        if (element.Kind == ElementKind.EndEvent && !element.Outgoing.IsEmpty)
            findings.Error("connected", element, $"Ingen flyt kan gå ut av slutthendelsen «{element.Id}».", $"Ingen flyt kan gå ut av slutthendinga «{element.Id}».");
        if (element.Kind != ElementKind.EndEvent && element.Outgoing.IsEmpty)
            findings.Error("connected", element, $"Ingen flyt går ut av «{element.Id}». Før den til en slutthendelse.", $"Ingen flyt går ut av «{element.Id}». Før han til ei slutthending.");
    }

    static void CheckGateway(ProcessElement element, FindingList findings)
    {
        if (element.Kind is not (ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway) || element.Outgoing.Length < 2) return;
        foreach (var flow in element.Outgoing)
            if (flow.Condition is null && flow != element.Default)
                findings.Error("gateway-conditions", flow,
                    $"Flyten «{flow.Id}» ut av «{element.Id}» mangler vilkår. Skriv et vilkår eller gjør den til standardflyt.",
                    $"Flyten «{flow.Id}» ut av «{element.Id}» manglar vilkår. Skriv eit vilkår eller gjer han til standardflyt.");
    }

    static void CheckCondition(SequenceFlow flow, FindingList findings)
    {
        if (flow.Condition is null) return;
        if (flow.Source.Kind is not (ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway))
            findings.Error("conditional-flows", flow,
                $"Vilkåret på «{flow.Id}» har ingen plass her. Sett en eksklusiv eller inklusiv port foran.",
                $"Vilkåret på «{flow.Id}» har ingen plass her. Set ein eksklusiv eller inklusiv port framfor.");
        else if (flow == flow.Source.Default)
            findings.Error("conditional-flows", flow,
                $"«{flow.Id}» er standardflyt og kan ikke ha vilkår.", $"«{flow.Id}» er standardflyt og kan ikkje ha vilkår.");
    }
}
