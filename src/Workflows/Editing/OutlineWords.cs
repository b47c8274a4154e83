using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What things in a drawing are called in its outline.</summary>
public static class OutlineWords
{
    const int Furthest = 4;

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

    /// <summary>A condition as a sentence where it asks one thing; else as it is written.</summary>
    public static Words Condition(string text)
    {
        var asked = text.Trim();
        if (CaseVariables.Find(asked) is { } variable) return new($"når {variable.Meaning.Nb}", $"når {variable.Meaning.Nn}");
        if (asked.StartsWith("not(", StringComparison.Ordinal) && asked.EndsWith(')') && CaseVariables.Find(asked[4..^1].Trim()) is { } denied)
            return new($"når det ikke er slik at {denied.Meaning.Nb}", $"når det ikkje er slik at {denied.Meaning.Nn}");
        return new($"når {asked}", $"når {asked}");
    }

    static Words Name(ProcessElement element, int left)
    {
        if (element.Name.Nb.Length > 0) return element.Name.Nn.Length > 0 ? element.Name : Words.Same(element.Name.Nb);
        if (left > 0 && element.Outgoing.Length > 1 && element.Incoming.Length > 0 && Name(element.Incoming[0].Source, left - 1) is var before) return new($"etter {before.Nb}", $"etter {before.Nn}");
        if (left > 0 && element.Outgoing.Length == 1 && Name(element.Outgoing[0].Target, left - 1) is var next) return new($"før {next.Nb}", $"før {next.Nn}");
        return Words.Same(element.Id);
    }

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
