using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>One difference in meaning between two versions of a definition, as people are told it.</summary>
/// <param name="Kind">Stable name for programs, e.g. <c>signOffSideRemoved</c>.</param>
/// <param name="ElementId">Where; null when it is about a form or the whole.</param>
/// <param name="Weakens">It lets through with less participation than before, or cannot be shown not to. Then both sides are asked.</param>
public sealed record MeaningChange(string Kind, string? ElementId, Words Sentence, bool Weakens);
