using System.Collections.Frozen;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What a service task can do to a case: facts, or the reasons it cannot yet.</summary>
/// <param name="NeedsGate">The task must say which gate, in <c>lms:gate</c>.</param>
public sealed record CaseAction(string Name, bool NeedsGate, Words Meaning, Func<CaseContext, ProcessElement, Decision> Decide);

/// <summary>The named actions a definition can use. There are no others: no script, no call out.</summary>
public static class CaseActions
{
    static readonly FrozenDictionary<string, CaseAction> ByName =
        new[] { PassGate.Action, RemindSigners.Action, CloseCase.Action }.ToFrozenDictionary(action => action.Name);

    public static IEnumerable<CaseAction> All => ByName.Values.OrderBy(action => action.Name, StringComparer.Ordinal);

    public static CaseAction? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);
}
