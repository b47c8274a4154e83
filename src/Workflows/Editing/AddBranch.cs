using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

public enum BranchSort
{
    /// <summary>One way or the other, by a condition.</summary>
    Choice,

    /// <summary>Both at the same time; what comes after waits for both.</summary>
    Together,
}

/// <summary>A gateway with two ways that meet again. A choice leads through the new step when the condition holds, and straight on when it does not.</summary>
/// <param name="After">A step with one way on, or a way.</param>
/// <param name="Name">Of the task on the new way.</param>
/// <param name="Question">Of a choice: what stands at the gateway.</param>
/// <param name="Condition">Of a choice, in FEEL.</param>
/// <param name="Other">Name of the task on the other way; must be there when both are done at the same time.</param>
public sealed record AddBranch(
    string After, BranchSort Sort, string Name, string? NameNn = null, string? Question = null, string? Condition = null, string? Other = null, string? OtherNn = null) : DrawingEdit
{
    const double Between = NewSteps.Width + (2 * DrawingShapes.Gap);
    const double Row = 110;

    internal override string At => After;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        var (way, refused) = Opening.After(drawing, After);
        if (way is null) return refused;
        if (!StepName.IsUsable(Name, NameNn)) return new StepNameIsNotUsable();
        if (!string.IsNullOrWhiteSpace(Question) && !EmptyDrawing.IsName(Question)) return new StepNameIsNotUsable();
        if ((Sort == BranchSort.Together || !string.IsNullOrWhiteSpace(Other)) && !StepName.IsUsable(Other, OtherNn)) return new OtherNameIsNotUsable();
        if (Sort == BranchSort.Choice && string.IsNullOrWhiteSpace(Condition)) return new ChoiceNeedsCondition();
        if (Sort == BranchSort.Choice && SetCondition.Wrong(Condition!) is { } wrong) return wrong;
        Build(drawing, way);
        return null;
    }

    void Build(DrawingXml drawing, Opening way)
    {
        var kind = Sort == BranchSort.Choice ? "exclusiveGateway" : "parallelGateway";
        var split = NewSteps.Make(drawing, kind, way.Source.Id() + "_del", Sort == BranchSort.Choice && !string.IsNullOrWhiteSpace(Question) ? Words.Same(Question.Trim()) : null);
        drawing.Add(split, way.Source);
        var step = NewSteps.Make(drawing, Task(Name, NameNn));
        drawing.Add(step, split);
        var other = string.IsNullOrWhiteSpace(Other) ? null : NewSteps.Make(drawing, Task(Other, OtherNn));
        if (other is not null) drawing.Add(other, step);
        var join = NewSteps.Make(drawing, kind, way.Source.Id() + "_samle");
        drawing.Add(join, other ?? step);
        Draw(drawing, way, split, step, other, join);

        var onward = drawing.Connect(split, step);
        var beside = drawing.Connect(split, other ?? join);
        drawing.Connect(step, join);
        if (other is not null) drawing.Connect(other, join);
        if (Sort == BranchSort.Choice)
        {
            drawing.Condition(onward, Condition!.Trim());
            drawing.MakeDefault(split, beside);
        }

        way.Lead(drawing, split, join);
        drawing.At = step.Id();
    }

    static void Draw(DrawingXml drawing, Opening way, XElement split, XElement step, XElement? other, XElement join)
    {
        if (way.MakeRoom(drawing, (2 * NewGateways.Size) + Between, NewGateways.Size) is not { } place) return;
        var below = Box.Around(place.MidX, place.MidY + Row, NewSteps.Width, NewSteps.Height);
        drawing.Shapes.Place(split.Id()!, Box.Around(place.X + (NewGateways.Size / 2), place.MidY, NewGateways.Size, NewGateways.Size));
        drawing.Shapes.Place(join.Id()!, Box.Around(place.Right - (NewGateways.Size / 2), place.MidY, NewGateways.Size, NewGateways.Size));
        drawing.Shapes.Place(step.Id()!, below);
        if (other is not null) drawing.Shapes.Place(other.Id()!, Box.Around(place.MidX, place.MidY, NewSteps.Width, NewSteps.Height));
        drawing.Shapes.Surround(split.Parent!, below);
    }

    static StandardStep Task(string name, string? nameNn) => StandardSteps.Task with { Id = name, Name = new(name.Trim(), string.IsNullOrWhiteSpace(nameNn) ? name.Trim() : nameNn.Trim()) };
}

public sealed record OtherNameIsNotUsable() : Refusal(new StepNameIsNotUsable().Sentence)
{
    public static string Field => "other";
}
