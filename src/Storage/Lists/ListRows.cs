using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>
/// What the lists show of one case (or one tilbud), made by a pure projection. Ids, codes, dates and commitments only: texts are joined when
/// a list is read, so erasing one needs no second place.
/// </summary>
public sealed record ListRows(
    CaseRow? Case, ImmutableArray<InboxRow> Inbox, ImmutableArray<DueTimerRow> Timers, ImmutableArray<StuckRow> Stuck, ImmutableArray<TilbudRow> Tilbud,
    EndedCase? Balance, CaseCompliance? Compliance)
{
    public static ListRows Empty { get; } = new(null, [], [], [], [], null, null);

    /// <summary>Null while no time of retention runs.</summary>
    public CaseRetention? Retention { get; init; }
}

/// <summary>A case in the list of cases.</summary>
/// <param name="TitleCommitment">Commitment of the title in the case's own stream.</param>
/// <param name="WaitingFor">Codes of what and whom the case waits for; no spaces in a code.</param>
/// <param name="Members">People who see the case because they work in it.</param>
public sealed record CaseRow(
    CaseId Id, string Number, string TitleCommitment, UnitId LmsUnit, ImmutableArray<UnitId> Owners, PersonId Koordinator,
    Phase Phase, Standing Standing, long Version, ImmutableArray<string> WaitingFor, DateTimeOffset? NextDue, DateTimeOffset ChangedAt,
    ImmutableArray<PersonId> Members)
{
    /// <summary>Joined when read; null in a projection and when erased.</summary>
    public string? Title { get; init; }
}

/// <summary>Something one person must do.</summary>
/// <param name="Item">The work item's number in its case; 0 or less for what is no task of the drawing.</param>
/// <param name="ElementId">The BPMN element; empty when there is none.</param>
public sealed record InboxRow(
    CaseId Case, int Item, PersonId Person, string ElementId, string Kind, string Role, DateTimeOffset? Due, DateTimeOffset Opened)
{
    /// <summary>Joined when read.</summary>
    public string? CaseNumber { get; init; }

    /// <inheritdoc cref="CaseRow.Title"/>
    public string? CaseTitle { get; init; }
}

/// <summary>A timer of a case that fires by itself when its time has come; it goes down the same road as a person's command.</summary>
public sealed record DueTimerRow(CaseId Case, string Timer, DateTimeOffset DueAt);

/// <summary>A place where a case's process needs a person.</summary>
/// <param name="ReasonCodes">Codes of the refusals that stopped it; no spaces in a code.</param>
public sealed record StuckRow(CaseId Case, int Item, string ElementId, DateTimeOffset Since, ImmutableArray<string> ReasonCodes)
{
    /// <inheritdoc cref="InboxRow.CaseNumber"/>
    public string? CaseNumber { get; init; }

    /// <inheritdoc cref="CaseRow.Title"/>
    public string? CaseTitle { get; init; }
}

/// <summary>A tilbud as one case leaves it.</summary>
/// <param name="Standing">Code, e.g. <c>permanent</c>.</param>
public sealed record TilbudRow(TilbudId Tilbud, CaseId Case, string TitleCommitment, UnitId LmsUnit, TilbudType Type, string Standing, DateTimeOffset Since)
{
    /// <inheritdoc cref="CaseRow.Title"/>
    public string? Title { get; init; }
}
