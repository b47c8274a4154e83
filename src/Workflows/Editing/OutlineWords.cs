using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What things in a drawing are called in its outline.</summary>
public static class OutlineWords
{
    const int Furthest = 6;

    /// <summary>What sort of thing it is.</summary>
    public static Words Sort(ProcessElement element) => element.Kind switch
    {
        ElementKind.StartEvent => new("Start", "Start"),
        ElementKind.EndEvent => new("Slutt", "Slutt"),
        ElementKind.BoundaryEvent when element is { Trigger: Trigger.Timer, Interrupts: false } => new("Påminnelse", "Påminning"),
        ElementKind.BoundaryEvent when element.Trigger == Trigger.Timer => new("Frist som avbryter", "Frist som avbryt"),
        ElementKind.CatchEvent when element.Trigger == Trigger.Timer => new("Vent", "Vent"),
        ElementKind.BoundaryEvent or ElementKind.CatchEvent or ElementKind.ThrowEvent => new("Hendelse", "Hending"),
        ElementKind.ExclusiveGateway or ElementKind.EventBasedGateway when element.Outgoing.Length > 1 => new("Valg", "Val"),
        ElementKind.ExclusiveGateway => new("Veiene møtes", "Vegane møtest"),
        ElementKind.ParallelGateway when element.Outgoing.Length > 1 => new("Samtidig", "Samtidig"),
        ElementKind.ParallelGateway => new("Venter på alle", "Ventar på alle"),
        ElementKind.InclusiveGateway when element.Outgoing.Length > 1 => new("Én eller flere veier", "Éin eller fleire vegar"),
        ElementKind.InclusiveGateway => new("Venter på dem som er i gang", "Ventar på dei som er i gang"),
        ElementKind.UserTask => Task(element),
        ElementKind.ServiceTask => Service(element),
        ElementKind.CallActivity => new("Egen prosess", "Eigen prosess"),
        ElementKind.SubProcess or ElementKind.Transaction or ElementKind.AdHocSubProcess => element.Lms.Phase is null ? new("Del", "Del") : new("Fase", "Fase"),
        ElementKind.EventSubProcess => new("Når noe hender", "Når noko hender"),
        _ => new("Annet", "Anna"),
    };

    /// <summary>Its name, or what can be said instead where it has none.</summary>
    public static Words Name(ProcessElement element) => Name(element, Furthest);

    /// <summary>When its task is due; null when it says nothing.</summary>
    public static Words? Due(ProcessElement element) =>
        element.Lms.Due is { } due ? DueLength.Of(due) : element.Timer is { } timer ? DueLength.Of(timer) : null;

    /// <summary>When a way is taken; null when always.</summary>
    public static Words? When(SequenceFlow flow)
    {
        if (flow.Source.Default == flow) return new("ellers", "elles");
        if (flow.Condition is not { } condition) return flow.IsConditional ? new("når et vilkår gjelder som ikke kan leses", "når eit vilkår gjeld som ikkje kan lesast") : null;
        return condition.Text.Trim() is "true" ? null : Condition(condition.Text);
    }

    /// <summary>A condition as a sentence where it asks a few things; else as it is written.</summary>
    public static Words Condition(string text)
    {
        var (or, and) = (text.Trim().Split(" or "), text.Trim().Split(" and "));
        var (parts, nb, nn) = and.Length > 1 && or.Length == 1 ? (and, " og ", " og ") : (or, " eller ", " eller ");
        var said = parts.Select(part => Asked(part.Trim())).ToList();
        return said.Contains(null) ? new($"når {text.Trim()}", $"når {text.Trim()}")
            : new("når " + string.Join(nb, said.Select(words => words!.Nb)), "når " + string.Join(nn, said.Select(words => words!.Nn)));
    }

    /// <summary>Null when it is not one yes or no.</summary>
    static Words? Asked(string text)
    {
        if (CaseVariables.Find(text) is { Type: FeelType.Boolean } variable) return variable.Meaning;
        return text.StartsWith("not(", StringComparison.Ordinal) && text.EndsWith(')') && CaseVariables.Find(text[4..^1].Trim()) is { Type: FeelType.Boolean } denied
            ? new($"det ikke er slik at {denied.Meaning.Nb}", $"det ikkje er slik at {denied.Meaning.Nn}") : null;
    }

    /// <summary>The nearest thing with a name says where something without one is.</summary>
    static Words Name(ProcessElement element, int left)
    {
        if (Named(element) is { } own) return own;
        var splits = element.Outgoing.Length > 1;
        for (var (at, steps) = (Beyond(element, splits), left); at is not null && steps > 0; (at, steps) = (Beyond(at, splits), steps - 1))
            if (Named(at) is { } near) return splits ? new($"etter {near.Nb}", $"etter {near.Nn}") : new($"før {near.Nb}", $"før {near.Nn}");
        return Words.Same(element.Id);
    }

    static Words? Named(ProcessElement element) => element.Name.Nb.Length == 0 ? null : element.Name.Nn.Length > 0 ? element.Name : Words.Same(element.Name.Nb);

    static ProcessElement? Beyond(ProcessElement element, bool back) => back ? element.Incoming.FirstOrDefault()?.Source : element.Outgoing.FirstOrDefault()?.Target;

    static Words Task(ProcessElement element) => element.Lms.Work switch
    {
        "document" or "revise" => new("Dokument", "Dokument"),
        "meeting" or "dialogue" => new("Felles møte", "Felles møte"),
        "signOff" => new("Godkjenning (begge parter)", "Godkjenning (begge partar)"),
        "decision" or "budget" or "escalation" => new("Lederbeslutning", "Leiaravgjerd"),
        _ => new("Oppgave", "Oppgåve"),
    };

    static Words Service(ProcessElement element) => element.Lms.Action switch
    {
        "passGate" => new("Port", "Port"),
        "remind" => new("Påminnelse sendes", "Påminning blir send"),
        _ => new("Systemet gjør", "Systemet gjer"),
    };
}
