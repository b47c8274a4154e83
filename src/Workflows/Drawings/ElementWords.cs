using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What sort of thing an element is, in plain words, for those who do not read BPMN's signs.</summary>
public static class ElementWords
{
    /// <summary>Name, sort, who and which documents, in one line.</summary>
    public static Words Line(ProcessElement element)
    {
        var sort = Sort(element);
        if (element.Name.Nb.Length == 0 && element.Kind.IsGateway()) return sort;
        var name = Named(element);
        var who = element.Lms.Roles == TaskRoles.None ? null : Meaning.Roles(element.Lms.Roles);
        var documents = element.Lms.Documents.IsEmpty ? "" : $". {Meaning.Documents(element.Lms.Documents)}";
        return new($"{name.Nb}. {sort.Nb}{(who is null ? "" : $" for {who.Nb}")}{documents}", $"{name.Nn}. {sort.Nn}{(who is null ? "" : $" for {who.Nn}")}{documents}");
    }

    /// <summary>Its name; a gateway nobody named is called by what it does, anything else by its id.</summary>
    public static Words Named(ProcessElement element) => element.Kind switch
    {
        _ when element.Name.Nb.Length > 0 => element.Name,
        ElementKind.ParallelGateway => new("Samtidig", "Samtidig"),
        ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway or ElementKind.EventBasedGateway or ElementKind.ComplexGateway => new("Veivalg", "Vegval"),
        _ => Words.Same(element.Id.Replace('_', ' ')),
    };

    public static Words Sort(ProcessElement element) => element.Kind switch
    {
        _ when element.Lms.Phase is not null => new("Fase", "Fase"),
        _ when Meaning.IsSignOff(element) => new($"Godkjenning fra {Meaning.Sides(element.Lms.Sides).Nb}", $"Godkjenning frå {Meaning.Sides(element.Lms.Sides).Nn}"),
        _ when Meaning.IsGate(element) => new($"Port {element.Lms.Gate}", $"Port {element.Lms.Gate}"),
        _ when element.Lms.Action == "remind" => new("Påminnelse", "Påminning"),
        ElementKind.StartEvent => new("Start", "Start"),
        ElementKind.EndEvent => new("Slutt", "Slutt"),
        ElementKind.BoundaryEvent or ElementKind.CatchEvent or ElementKind.ThrowEvent => Event(element.Trigger),
        ElementKind.ExclusiveGateway or ElementKind.EventBasedGateway => new("Veivalg: én av veiene", "Vegval: éin av vegane"),
        ElementKind.ParallelGateway => new("Samtidig: alle veiene", "Samtidig: alle vegane"),
        ElementKind.InclusiveGateway or ElementKind.ComplexGateway => new("Veivalg: en eller flere veier", "Vegval: éin eller fleire vegar"),
        ElementKind.EventSubProcess => new("Delprosess som begynner når noe hender", "Delprosess som byrjar når noko hender"),
        ElementKind.CallActivity => new("Bruker en annen prosess", "Brukar ein annan prosess"),
        ElementKind.SubProcess or ElementKind.Transaction or ElementKind.AdHocSubProcess => new("Delprosess", "Delprosess"),
        ElementKind.ServiceTask or ElementKind.SendTask or ElementKind.ScriptTask or ElementKind.BusinessRuleTask => new("Gjøres av systemet", "Blir gjort av systemet"),
        _ => new("Oppgave", "Oppgåve"),
    };

    static Words Event(Trigger trigger) => trigger switch
    {
        Trigger.Timer => new("Frist", "Frist"),
        Trigger.Message => new("Melding", "Melding"),
        Trigger.Signal => new("Signal", "Signal"),
        Trigger.Error => new("Feil", "Feil"),
        Trigger.Escalation => new("Løfting", "Løfting"),
        Trigger.Conditional => new("Vilkår", "Vilkår"),
        _ => new("Hendelse", "Hending"),
    };
}
