namespace LmsWorkflow.Workflows;

/// <summary>What a step may be called.</summary>
static class StepName
{
    public static bool IsUsable(string? name, string? nameNn) => name is not null && EmptyDrawing.IsName(name) && (string.IsNullOrWhiteSpace(nameNn) || EmptyDrawing.IsName(nameNn));
}
