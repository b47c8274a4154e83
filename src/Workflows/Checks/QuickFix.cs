using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What is done to a drawing to mend it.</summary>
public enum MendOperation
{
    /// <summary>A start event in the first element (a sub-process or the process), leading to the second where there is one.</summary>
    AddStart,

    /// <summary>An end event after the element.</summary>
    AddEnd,

    /// <summary>The element goes, with its flows.</summary>
    RemoveElement,

    /// <summary>The flow goes.</summary>
    RemoveFlow,

    /// <summary>The element goes, and what led to it leads on to what it led to.</summary>
    Bypass,

    /// <summary>A parallel gateway after the element takes over its outgoing flows.</summary>
    ForkAfter,

    /// <summary>An exclusive gateway before the element takes over its incoming flows.</summary>
    MergeBefore,

    /// <summary>A gateway that joins and forks becomes two of the same kind, one after the other.</summary>
    SplitGateway,

    /// <summary>The flow, named second, becomes the default flow of the element, named first, and loses its condition.</summary>
    MakeDefault,

    /// <summary>The flow loses its condition.</summary>
    RemoveCondition,

    /// <summary>The attribute of the element is given the value.</summary>
    SetAttribute,
}

/// <summary>A mechanical way to mend a drawing, as one step that can be undone.</summary>
/// <param name="Element">Id of the element or flow it is done to.</param>
/// <param name="Other">Id of the second one, for operations that need it.</param>
public sealed record QuickFix(MendOperation Operation, string Element, string? Other = null)
{
    /// <summary>For <see cref="MendOperation.SetAttribute"/>: the name with its prefix, e.g. <c>lms:sides</c>.</summary>
    public string? Attribute { get; init; }

    public string? Value { get; init; }

    public static QuickFix Set(ProcessElement element, string attribute, string value) => new(MendOperation.SetAttribute, element.Id) { Attribute = attribute, Value = value };

    /// <summary>What the modeller is offered.</summary>
    public Words Told => Operation switch
    {
        MendOperation.AddStart => new("Sett inn en starthendelse.", "Set inn ei starthending."),
        MendOperation.AddEnd => new("Sett inn en slutthendelse etter elementet.", "Set inn ei slutthending etter elementet."),
        MendOperation.RemoveElement => new("Ta bort elementet.", "Ta bort elementet."),
        MendOperation.RemoveFlow => new("Ta bort flyten.", "Ta bort flyten."),
        MendOperation.Bypass => new("Ta bort elementet og koble sammen det som står foran og bak.", "Ta bort elementet og kople saman det som står framfor og bak."),
        MendOperation.ForkAfter => new("Sett inn en parallell port etter elementet.", "Set inn ein parallell port etter elementet."),
        MendOperation.MergeBefore => new("Sett inn en eksklusiv port foran elementet.", "Set inn ein eksklusiv port framfor elementet."),
        MendOperation.SplitGateway => new("Del porten i to: én som samler og én som deler.", "Del porten i to: éin som samlar og éin som deler."),
        MendOperation.MakeDefault => new($"Gjør «{Other}» til standardflyt.", $"Gjer «{Other}» til standardflyt."),
        MendOperation.RemoveCondition => new("Ta bort vilkåret.", "Ta bort vilkåret."),
        _ => Attribute switch
        {
            "lms:sides" => new("La begge sider godkjenne.", "La begge sider godkjenne."),
            "lms:role" => new("La begge sider kunne gjøre den.", "La begge sider kunne gjere ho."),
            "lms:documents" => new("Ta med dokumentene som mangler.", "Ta med dokumenta som manglar."),
            "lms:nameNn" => new("Bruk samme navn på nynorsk.", "Bruk same namn på nynorsk."),
            _ => new($"Sett inn «{Value}».", $"Set inn «{Value}»."),
        },
    };
}
