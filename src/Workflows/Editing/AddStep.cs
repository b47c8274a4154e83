using System.Collections.Immutable;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Puts a step in after another, on the way it leads on by.</summary>
/// <param name="After">A step with one way on, or a way.</param>
/// <param name="Name">May be left out where the sort, gate or phase says it.</param>
/// <param name="Documents">Of a document.</param>
/// <param name="Gate">Of a sign-off.</param>
/// <param name="Phase">Of a phase.</param>
public sealed record AddStep(
    string After, StepSort Sort, string? Name = null, string? NameNn = null, ImmutableArray<DocumentKind> Documents = default, Gate? Gate = null, Phase? Phase = null) : DrawingEdit
{
    internal override string At => After;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        var (way, refused) = Opening.After(drawing, After);
        if (way is null) return refused;
        if (Sort is StepSort.Task or StepSort.Document or StepSort.Meeting or StepSort.Decision || !string.IsNullOrWhiteSpace(Name))
            if (!StepName.IsUsable(Name, NameNn)) return new StepNameIsNotUsable();
        return Sort switch
        {
            StepSort.SignOff => SignOff(drawing, way),
            StepSort.Phase => AddPhase(drawing, way),
            StepSort.Document when Documents.IsDefaultOrEmpty => new ChooseDocuments(),
            _ => Simple(drawing, way),
        };
    }

    Refusal? Simple(DrawingXml drawing, Opening way)
    {
        var step = Sort switch
        {
            StepSort.Document => StandardSteps.Document([.. Documents.Distinct().Order()]),
            StepSort.Meeting => StandardSteps.Meeting(PhaseAround(way.Source)),
            StepSort.Decision => StandardSteps.Decision(PhaseAround(way.Source)),
            _ => StandardSteps.Task,
        };
        drawing.At = NewSteps.Insert(drawing, way, step with { Id = Name!, Name = new(Name!.Trim(), string.IsNullOrWhiteSpace(NameNn) ? Name.Trim() : NameNn.Trim()) }).Id();
        return null;
    }

    Refusal? SignOff(DrawingXml drawing, Opening way)
    {
        if (Gate is not { } gate || GateDocuments.Of(gate).IsEmpty) return new ChooseGateOfSignOff();
        if (SignOffBlock.IsPassed(drawing, gate)) return new GateIsThere(gate);
        drawing.At = SignOffBlock.Insert(drawing, way, gate, Named).Id();
        return null;
    }

    Refusal? AddPhase(DrawingXml drawing, Opening way)
    {
        if (Phase is not { } phase || PhaseMachine.GateOutOf(phase) is not { } gate) return new ChoosePhase();
        if (drawing.Processes().Descendants().Any(element => IsPhase(element, phase))) return new PhaseIsThere(phase.Words());
        if (SignOffBlock.IsPassed(drawing, gate)) return new GateIsThere(gate);
        drawing.At = PhaseBlock.Insert(drawing, way, phase, Named).Id();
        return null;
    }

    Words? Named => string.IsNullOrWhiteSpace(Name) ? null : new(Name.Trim(), string.IsNullOrWhiteSpace(NameNn) ? Name.Trim() : NameNn.Trim());

    static Phase? PhaseAround(XElement node) =>
        node.Ancestors().Select(around => around.LmsAttribute("phase")).FirstOrDefault(phase => phase is not null) is { } stated && Enum.TryParse<Phase>(stated, true, out var phase) ? phase : null;

    static bool IsPhase(XElement element, Phase phase) => Enum.TryParse<Phase>(element.LmsAttribute("phase"), true, out var stated) && stated == phase;
}
