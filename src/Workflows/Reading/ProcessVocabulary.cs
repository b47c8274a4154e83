namespace LmsWorkflow.Workflows;

/// <summary>What a definition may speak of: variables conditions can read, and actions service tasks can ask for.</summary>
/// <param name="Variables">The type of a variable; null when there is none of that name.</param>
/// <param name="Actions">Names of actions; true for those that need <c>lms:gate</c>.</param>
public sealed record ProcessVocabulary(Func<string, FeelType?> Variables, IReadOnlyDictionary<string, bool> Actions);
