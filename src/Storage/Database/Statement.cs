namespace LmsWorkflow.Storage;

/// <summary>One write: SQL that both databases understand, and its values for <c>$1</c>, <c>$2</c> … (long, string, byte[] or null).</summary>
sealed record Statement(string Sql, params object?[] Values);
