namespace LmsWorkflow.Workflows;

/// <summary>Which drawings a check is for.</summary>
enum CheckedDrawings
{
    /// <summary>Any BPMN drawing, whoever it was drawn for.</summary>
    All,

    /// <summary>Only those somebody means to run here: they speak of roles, phases, gates and documents.</summary>
    MeantToRun,
}

/// <summary>
/// One thing a drawing is judged by. A check sees a process and has a reporter; it cannot do anything else. Its name is also the name of its page in <c>docs/checks</c> and of
/// its folder of drawings.
/// </summary>
/// <param name="Name">English, as the sentence is short: <c>no-fake-join</c>.</param>
sealed record Check(string Name, CheckedDrawings Drawings, Action<CheckedProcess, Reporter> Look)
{
    /// <summary>What it finds would make the engine stop in the middle of a case, so the reader asks it too.</summary>
    public bool BeforeRunning { get; init; }
}
