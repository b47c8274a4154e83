namespace LmsWorkflow.Workflows;

/// <summary>Variables that exist in a repetition's own conditions only (BPMN 2.0.2 tables 10.28 and 10.30).</summary>
public static class LoopVariables
{
    public const string Instances = "numberOfInstances";
    public const string Completed = "numberOfCompletedInstances";
    public const string Active = "numberOfActiveInstances";

    /// <summary>Always 0 when it is asked: instances fall away together, when the whole activity does.</summary>
    public const string Terminated = "numberOfTerminatedInstances";

    /// <summary>Of a standard loop: how many times it has been done.</summary>
    public const string Counter = "loopCounter";

    public static FeelType? OfMultiInstance(string name) => name is Instances or Completed or Active or Terminated ? FeelType.Number : null;

    public static FeelType? OfStandardLoop(string name) => name == Counter ? FeelType.Number : null;
}
