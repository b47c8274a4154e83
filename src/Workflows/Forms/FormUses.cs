using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A step of a process that a document's form is written or signed in.</summary>
/// <param name="IsSignOff">Both sides sign what the form says.</param>
public sealed record FormUse(DocumentKind Kind, string ElementId, Words Name, bool IsSignOff);

/// <summary>Where in a process each form is used.</summary>
public static class FormUses
{
    public static ImmutableArray<FormUse> Of(ProcessDefinition process) =>
    [
        .. from element in process.Elements
           from kind in element.Lms.Documents
           select new FormUse(kind, element.Id, NameOf(element), Meaning.IsSignOff(element)),
        .. Gates(process),
    ];

    /// <summary>What a gate asks for is signed whether a sign-off names it or not.</summary>
    static IEnumerable<FormUse> Gates(ProcessDefinition process) =>
        from element in process.Elements
        where Meaning.IsGate(element) && element.Lms.Gate is not null
        from kind in GateDocuments.Of(element.Lms.Gate!.Value)
        where !process.Elements.Any(other => Meaning.IsSignOff(other) && other.Lms.Documents.Contains(kind))
        select new FormUse(kind, element.Id, element.Lms.Gate!.Value.Words(), true);

    static Words NameOf(ProcessElement element) => element.Name.Nb.Length > 0 ? element.Name : Words.Same(element.Id.Replace('_', ' '));
}
