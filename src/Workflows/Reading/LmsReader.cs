using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Reads our own attributes. A misspelt one is refused: it would otherwise be a rule that silently does nothing.</summary>
sealed class LmsReader(ProcessVocabulary vocabulary, FindingList findings)
{
    public static readonly FrozenSet<string> OnAnything = new[] { "nameNn" }.ToFrozenSet();
    public static readonly FrozenSet<string> OnLane = new[] { "nameNn", "role" }.ToFrozenSet();
    public static readonly FrozenSet<string> OnProcess = new[] { "nameNn", "version", "flow" }.ToFrozenSet();
    static readonly FrozenSet<string> OnUserTask =
        new[] { "nameNn", "kind", "documents", "role", "due", "dueWorkingDays", "gate", "sides", "done" }.ToFrozenSet();
    static readonly FrozenSet<string> OnServiceTask = new[] { "nameNn", "action", "gate" }.ToFrozenSet();
    static readonly FrozenSet<string> OnSubProcess = new[] { "nameNn", "phase" }.ToFrozenSet();
    static readonly FrozenSet<string> OnCall = new[] { "nameNn", "phase", "binding" }.ToFrozenSet();
    static readonly FrozenSet<string> OnTimer = new[] { "nameNn", "workingDays" }.ToFrozenSet();

    /// <summary>Most working days a deadline may have; keeps dates inside the calendar.</summary>
    const int MostWorkingDays = 2_500;

    public static Words NameOf(XElement xml)
    {
        var bokmal = xml.Text("name")?.Trim() ?? "";
        return new Words(bokmal, xml.LmsAttribute("nameNn")?.Trim() ?? bokmal);
    }

    /// <summary>Either a duration or a number of working days; null when neither or both.</summary>
    public static DueRule? DueOf(string? duration, string? workingDays) => (duration, workingDays) switch
    {
        ({ Length: > 0 }, null) => IsoDuration.TryParse(duration) is { } read ? new DueRule(read, null) : null,
        (null or "", { } days) => int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostWorkingDays
            ? new DueRule(null, number) : null,
        _ => null,
    };

    public void CheckNames(XElement xml, FrozenSet<string> allowed)
    {
        foreach (var attribute in xml.Attributes())
            if (attribute.Name.Namespace == BpmnNames.Lms && !allowed.Contains(attribute.Name.LocalName))
                findings.Error("attributes", xml,
                    $"{xml.Nb()} har en opplysning systemet ikke kjenner der: «{attribute.Name.LocalName}». Sett inn steget på nytt fra paletten, eller rett filen i verktøyet den kom fra.",
                    $"{xml.Nn()} har ei opplysning systemet ikkje kjenner der: «{attribute.Name.LocalName}». Set inn steget på nytt frå paletten, eller rett fila i verktøyet ho kom frå.");
    }

    public LmsAttributes Read(XElement xml, ProcessElement element)
    {
        CheckNames(xml, AllowedOn(element));
        return element.Kind switch
        {
            ElementKind.UserTask => UserTask(xml, element.LaneRoles),
            ElementKind.ServiceTask => ServiceTask(xml),
            ElementKind.SubProcess or ElementKind.CallActivity when xml.LmsAttribute("phase") is { } phase => new LmsAttributes { Phase = One<Phase>(xml, "phase", phase) },
            _ => LmsAttributes.None,
        };
    }

    public CaseFlow FlowOf(XElement process) =>
        process.LmsAttribute("flow") is { } flow ? One<CaseFlow>(process, "flow", flow) ?? CaseFlow.Ny : CaseFlow.Ny;

    public TaskRoles RolesOf(XElement xml) => Many<TaskRoles>(xml, "role").Aggregate(TaskRoles.None, (all, role) => all | role);

    /// <summary>A condition of a flow, task or event, type-checked against the vocabulary.</summary>
    /// <param name="more">Variables that exist here only.</param>
    public FeelExpression? Condition(XElement where, string text, Func<string, FeelType?>? more = null)
    {
        var (expression, error) = FeelParser.Condition(text, more is null ? vocabulary.Variables : name => more(name) ?? vocabulary.Variables(name));
        if (error is not null)
            findings.Error("conditions", where, $"Vilkåret på {where.Nb()}: {error.Sentence.Nb} (tegn {error.At + 1})", $"Vilkåret på {where.Nn()}: {error.Sentence.Nn} (teikn {error.At + 1})");
        return expression;
    }

    /// <summary>An expression that gives a number.</summary>
    public FeelExpression? Number(XElement where, string text)
    {
        var (expression, error) = FeelParser.Expression(text, vocabulary.Variables);
        if (error is not null)
            findings.Error("loops", where, $"Antallet på {where.Nb()}: {error.Sentence.Nb} (tegn {error.At + 1})", $"Talet på {where.Nn()}: {error.Sentence.Nn} (teikn {error.At + 1})");
        if (expression is null or { Type: FeelType.Number }) return expression;
        findings.Error("loops", where, $"Antallet på {where.Nb()} må være et tall. Skriv for eksempel 3.", $"Talet på {where.Nn()} må vere eit tal. Skriv til dømes 3.");
        return null;
    }

    static FrozenSet<string> AllowedOn(ProcessElement element) => element.Kind switch
    {
        ElementKind.UserTask => OnUserTask,
        ElementKind.ServiceTask => OnServiceTask,
        ElementKind.SubProcess => OnSubProcess,
        ElementKind.CallActivity => OnCall,
        _ when element.Trigger == Trigger.Timer => OnTimer,
        _ => OnAnything,
    };

    LmsAttributes UserTask(XElement xml, TaskRoles lane)
    {
        var roles = xml.LmsAttribute("role") is null ? lane : RolesOf(xml);
        if (roles == TaskRoles.None)
            findings.Error("roles", xml,
                $"Oppgaven {xml.Nb()} sier ikke hvem som kan gjøre den. Velg hvem, eller legg den i en bane med rollens navn.",
                $"Oppgåva {xml.Nn()} seier ikkje kven som kan gjere ho. Vel kven, eller legg ho i ein bane med namnet på rolla.");
        return new LmsAttributes
        {
            Work = xml.LmsAttribute("kind"),
            Documents = Many<DocumentKind>(xml, "documents"),
            Roles = roles,
            Due = Due(xml),
            Gate = xml.LmsAttribute("gate") is { } gate ? One<Gate>(xml, "gate", gate) : null,
            Sides = Many<Side>(xml, "sides"),
            Done = xml.LmsAttribute("done") is { } done ? Condition(xml, done) : null,
        };
    }

    DueRule? Due(XElement xml)
    {
        var (due, days) = (xml.LmsAttribute("due"), xml.LmsAttribute("dueWorkingDays"));
        if (due is null && days is null) return null;
        var rule = DueOf(due, days);
        if (rule is null)
            findings.Error("deadlines", xml, $"Fristen på {xml.Nb()} må være ett antall dager eller ett antall virkedager. Skriv tallet på nytt.", $"Fristen på {xml.Nn()} må vere eitt tal dagar eller eitt tal verkedagar. Skriv talet på nytt.");
        return rule;
    }

    LmsAttributes ServiceTask(XElement xml)
    {
        var action = xml.LmsAttribute("action");
        if (action is null || !vocabulary.Actions.TryGetValue(action, out var needsGate))
        {
            findings.Error("actions", xml,
                $"Systemoppgaven {xml.Nb()} sier ikke hva systemet skal gjøre der. Velg en handling.",
                $"Systemoppgåva {xml.Nn()} seier ikkje kva systemet skal gjere der. Vel ei handling.");
            return LmsAttributes.None;
        }

        Gate? gate = xml.LmsAttribute("gate") is { } named ? One<Gate>(xml, "gate", named) : null;
        if (needsGate && gate is null)
            findings.Error("actions", xml, $"Handlingen på {xml.Nb()} må si hvilken port den gjelder. Velg porten.", $"Handlinga på {xml.Nn()} må seie kva port ho gjeld. Vel porten.");
        return new LmsAttributes { Action = action, Gate = gate };
    }

    ImmutableArray<T> Many<T>(XElement xml, string attribute) where T : struct, Enum =>
    [
        .. (xml.LmsAttribute(attribute) ?? "").Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => One<T>(xml, attribute, word)).OfType<T>().Distinct(),
    ];

    T? One<T>(XElement xml, string attribute, string word) where T : struct, Enum
    {
        if (char.IsAsciiLetter(word.FirstOrDefault()) && Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value)) return value;
        var asked = AttributeWords.Of(attribute);
        findings.Error("attributes", xml, $"{xml.Nb()}: «{word}» kan ikke velges som {asked.Nb}. Velg på nytt.", $"{xml.Nn()}: «{word}» kan ikkje veljast som {asked.Nn}. Vel på nytt.");
        return null;
    }
}
