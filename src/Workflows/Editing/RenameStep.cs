using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Gives a step, a way or the process itself another name.</summary>
/// <param name="NameNn">Left out where the name is the same in both written forms.</param>
public sealed record RenameStep(string Step, string Name, string? NameNn = null) : DrawingEdit
{
    internal override string At => Step;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Find(Step) is not { } element || !(DrawingXml.IsNode(element) || element.IsModel("sequenceFlow") || element.IsModel("process"))) return new NotInTheDrawing("step");
        if (!StepName.IsUsable(Name, NameNn)) return new StepNameIsNotUsable();
        drawing.Name(element, Name, NameNn);
        return null;
    }
}
