using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// One change to a draft drawing, as a person says it in the outline or the designer. What it says is done to the BPMN file itself, so that drawing and outline can never disagree;
/// all that it does not speak of is left as it is.
/// </summary>
public abstract record DrawingEdit
{
    /// <summary>The step, way or process it speaks of: where whoever asked for it goes on.</summary>
    internal abstract string At { get; }

    /// <summary>Null when it was done.</summary>
    internal abstract Refusal? Apply(DrawingXml drawing);
}
