namespace LmsWorkflow.Workflows;

/// <summary>What can be put into a drawing as one thing, right from the start.</summary>
public enum StepSort
{
    /// <summary>Something a person does, and says is done.</summary>
    Task,

    /// <summary>A document that is written; done when all that must be filled in is.</summary>
    Document,

    /// <summary>A meeting of both sides.</summary>
    Meeting,

    /// <summary>A gate that both sides sign: locking, signing, reminders, changes, objections, and the gate itself.</summary>
    SignOff,

    /// <summary>What the leader decides. In the first and the last phase it is the gate's own decision.</summary>
    Decision,

    /// <summary>A phase with all it has in Standard metode, gate and all.</summary>
    Phase,
}
