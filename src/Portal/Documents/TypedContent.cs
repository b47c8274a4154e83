using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

public static partial class ContentView
{
    static ImmutableArray<ReadField> ReadTyped(DocumentContent? content, Viewer me) => content switch
    {
        _ => [],
    };
}
