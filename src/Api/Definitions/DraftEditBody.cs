using System.Collections.Immutable;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>One edit to a draft: exactly one of the members beside <paramref name="BasedOn"/>.</summary>
/// <param name="BasedOn">Revision the editor had open; may stand in If-Match instead.</param>
/// <param name="Mend">Does what a finding offers.</param>
/// <param name="Restore">Goes back to an earlier saving.</param>
public sealed record DraftEditBody(
    int? BasedOn = null, AddStep? AddStep = null, RemoveStep? RemoveStep = null, ShiftStep? ShiftStep = null, MoveStep? MoveStep = null, RenameStep? RenameStep = null, SetRoles? SetRoles = null,
    SetDocuments? SetDocuments = null, SetDeadline? SetDeadline = null, AddReminder? AddReminder = null, AddBranch? AddBranch = null, AddWay? AddWay = null, LeadFlow? LeadFlow = null, SetCondition? SetCondition = null,
    RemoveWay? RemoveWay = null, MendFinding? Mend = null, RestoreRevision? Restore = null)
{
    /// <summary>All that is asked for; more than one is too many.</summary>
    internal ImmutableArray<DrawingEdit> Edits =>
    [
        .. new DrawingEdit?[]
        {
            AddStep, RemoveStep, ShiftStep, MoveStep, RenameStep, SetRoles, SetDocuments, SetDeadline, AddReminder, AddBranch, AddWay, LeadFlow, SetCondition, RemoveWay, Mend,
        }.OfType<DrawingEdit>(),
    ];
}

/// <summary>A draft after an edit, with what is to be said of it now.</summary>
/// <param name="Revision">What the next edit is based on; the ETag too.</param>
/// <param name="At">The step or way that was made or changed; empty when it is gone.</param>
public sealed record DraftEditedView(int Revision, string At, bool MayBePublished, PropertiesView Properties, ImmutableArray<FindingView> Findings);
