using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Says when a way is taken.</summary>
/// <param name="Condition">In FEEL; null: when no other way is.</param>
public sealed record SetCondition(string Way, string? Condition = null) : DrawingEdit
{
    internal override string At => Way;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Flow(Way) is not { } flow || DrawingXml.Source(flow) is not { } source) return new NotInTheDrawing("way");
        if (Condition is not { } text || string.IsNullOrWhiteSpace(text))
        {
            if (DrawingXml.Chooses(source)) drawing.MakeDefault(source, flow);
            else drawing.Condition(flow, null);
            return null;
        }

        if (!DrawingXml.Chooses(source)) return new ConditionHasNoPlace();
        if (Wrong(text) is { } wrong) return wrong;
        drawing.Condition(flow, text.Trim());
        return null;
    }

    internal static Refusal? Wrong(string condition) => FeelParser.Condition(condition, CaseVariables.TypeOf).Error is { } error
        ? new ConditionIsWrong(new($"{error.Sentence.Nb} (tegn {error.At + 1})", $"{error.Sentence.Nn} (teikn {error.At + 1})")) : null;
}
