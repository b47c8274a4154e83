using System.Collections.Immutable;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>What a drawing calls its elements.</summary>
static class TaskBooks
{
    /// <summary>Its tasks, and where they are done.</summary>
    public static TaskBook OfTasks(ProcessDefinition process) => new(process.Elements
        .Where(element => element.Lms.Work is not null)
        .ToImmutableDictionary(element => element.Id, element => new TaskInfo(element.Name, TaskPlaces.Of(element.Lms), element.Lms.Done is null)));

    /// <summary>All that has a name in it.</summary>
    public static TaskBook OfNames(ProcessDefinition process) => new(process.Elements
        .Where(element => element.Name.Nb.Length > 0).ToImmutableDictionary(element => element.Id, element => new TaskInfo(element.Name, "", false)));
}
