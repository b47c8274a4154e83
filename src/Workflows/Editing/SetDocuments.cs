using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Says which documents a task is about. A task that is done when its documents are complete stays so, with these.</summary>
public sealed record SetDocuments(string Step, ImmutableArray<DocumentKind> Documents) : DrawingEdit
{
    internal override string At => Step;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Node(Step) is null) return new NotInTheDrawing("step");
        if (drawing.Task(Step) is not { } task) return new IsNoTask();
        var documents = Documents.IsDefault ? [] : Documents.Distinct().Order().ToList();
        if (documents.Count == 0 && task.LmsAttribute("kind") is "document" or "signOff" or "freeze" or "revise") return new ChooseDocuments();
        if (task.LmsAttribute("done") is { } done && done == Complete(Words(task.LmsAttribute("documents")))) drawing.SetLms(task, "done", documents.Count == 0 ? null : Complete(Words(documents)));
        drawing.SetLms(task, "documents", documents.Count == 0 ? null : string.Join(' ', documents));
        return null;
    }

    internal static string Complete(IEnumerable<string> documents) => string.Join(" and ", documents.Select(document => $"document.{document}.complete"));

    static string[] Words(string? attribute) => (attribute ?? "").Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries);

    static IEnumerable<string> Words(IEnumerable<DocumentKind> documents) => documents.Select(document => document.ToString());
}
