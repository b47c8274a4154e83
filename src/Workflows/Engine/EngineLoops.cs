using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Activities done more than once: standard loop (BPMN 2.0.2 §13.3.6) and multi-instance (§13.3.7). The activity as a whole is one item with its instances
/// inside, so that an event on its edge ends them all.
/// </summary>
sealed partial class EngineRun
{
    /// <summary>More instances than any centre has people or courses.</summary>
    const int MostInstances = 200;

    ProcessItem? LoopOf(ProcessElement element, int scope) =>
        scope != 0 && position.Find(scope) is { Kind: ItemKind.Loop } loop && loop.ElementId == element.Id ? loop : null;

    void OpenLoop(ProcessElement element, int scope)
    {
        if (Planned(element) is not { } most)
        {
            Stick(element, scope, StuckReasons.LoopNotCounted);
            return;
        }

        var number = position.Next;
        Step(ProcessStep.OpenLoop(number, element.Id, scope, most));
        SetBoundaryTimers(element, number);
        if (element.Loop == LoopKind.Parallel)
            for (var instance = 0; instance < most && position.Find(number) is not null; instance++) BeginInstance(element, number);
    }

    /// <summary>How many times at most; 0 when that is open; null when it cannot be computed.</summary>
    int? Planned(ProcessElement element)
    {
        if (element.Loop == LoopKind.Standard) return element.LoopRule?.Maximum ?? 0;
        var number = element.LoopRule?.Cardinality?.Evaluate(variables) ?? FeelValue.Null;
        return number.Type == FeelType.Number && number.AsNumber is >= 0 and <= MostInstances && decimal.IsInteger(number.AsNumber) ? (int)number.AsNumber : null;
    }

    void BeginInstance(ProcessElement element, int loop)
    {
        if (++entered > MostSteps) Stick(element, loop, StuckReasons.TooManySteps);
        else Begin(element, loop);
    }

    void CompleteInstance(ProcessItem loop, ProcessElement element)
    {
        Step(ProcessStep.CountOne(loop.Number));
        if (position.Find(loop.Number) is { } counted && element.LoopRule?.Completion?.Holds(name => Counted(name, counted)) == true) EndLoop(counted, element);
    }

    /// <summary>No instance is open: the next one, or on after the activity.</summary>
    void GoOnWithLoop(ProcessItem loop, ProcessElement element)
    {
        if (IsDoneAgain(loop, element)) BeginInstance(element, loop.Number);
        else EndLoop(loop, element);
    }

    bool IsDoneAgain(ProcessItem loop, ProcessElement element) => element.Loop switch
    {
        LoopKind.Sequential => loop.Completed < loop.Most,
        LoopKind.Standard => (loop.Most == 0 || loop.Completed < loop.Most) && AsksForMore(loop, element.LoopRule!),
        _ => false,
    };

    bool AsksForMore(ProcessItem loop, LoopRule rule) =>
        (loop.Completed == 0 && !rule.TestBefore) || (rule.Condition is null ? loop.Most > 0 : rule.Condition.Holds(name => Counted(name, loop)));

    void EndLoop(ProcessItem loop, ProcessElement element)
    {
        Step(ProcessStep.Close(loop.Number));
        Leave(element, loop.Scope);
    }

    /// <summary>What a repetition's own conditions can ask beside the case's variables (BPMN 2.0.2 tables 10.28 and 10.30).</summary>
    FeelValue Counted(string name, ProcessItem loop) => name switch
    {
        LoopVariables.Instances => FeelValue.Of(loop.Most),
        LoopVariables.Completed or LoopVariables.Counter => FeelValue.Of(loop.Completed),
        LoopVariables.Active => FeelValue.Of(Active(loop.Number)),
        LoopVariables.Terminated => FeelValue.Of(0),
        _ => variables(name),
    };

    int Active(int loop)
    {
        var active = 0;
        foreach (var item in position.Items)
            if (item.Scope == loop) active++;
        return active;
    }
}
