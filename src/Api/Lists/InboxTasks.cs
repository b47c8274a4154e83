using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What the rows of inboxes and of the stuck list are called, and where the work is done.</summary>
public sealed class InboxTasks(CaseLoader loader, Definitions definitions)
{
    static readonly TaskInfo MoveTask = new(new("Svar på flytting til ny utgave av prosessen", "Svar på flytting til ny utgåve av prosessen"), "/flytting", false);

    public async Task<TaskInfo> Of(InboxRow row, CancellationToken ct) => row.Kind switch
    {
        InboxRows.MoveKind => MoveTask,
        InboxRows.NoticeKind => NoticeTask(-row.Item),
        _ => await Of(row.Case, row.ElementId, ct),
    };

    public async Task<TaskInfo> Of(Domain.CaseId @case, string element, CancellationToken ct)
    {
        var loaded = await loader.Load(@case, ct);
        await definitions.Ensure(loaded.File, ct);
        return definitions.Of(loaded.File).Tasks.Of(element);
    }

    static TaskInfo NoticeTask(int meeting) => new(
        new("Svar på om du godtar kort frist for et møte", "Svar på om du godtek kort frist for eit møte"), $"/moter/{meeting.ToString(System.Globalization.CultureInfo.InvariantCulture)}", false);
}
