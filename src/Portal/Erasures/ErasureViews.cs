using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A text in an erasure, by what it is and where.</summary>
/// <param name="Text">What it says, to those who may read it in the case; null when it is not for the reader, or gone.</param>
/// <param name="Link">The case's history, for those who may read it.</param>
public sealed record ErasureTextLine(string Field, string Where, string? Link, string? Text);

/// <summary>An erasure in the list.</summary>
public sealed record ErasureLine(int Number, string What, ErasureGround Ground, ErasureStanding Standing, string ProposedBy, DateTimeOffset ProposedAt, DateTimeOffset? DecidedAt, DateTimeOffset? CleanedAt);

/// <param name="MayProposePerson">Somebody who may erase all of a person is told where that is done.</param>
public sealed record ErasuresView(ImmutableArray<ErasureLine> Waiting, ImmutableArray<ErasureLine> Decided, bool MayProposePerson, int BackupDays);

/// <summary>One erasure, with what this reader may do.</summary>
/// <param name="GoneFromBackups">When no backup taken before it is kept any more; null until the database is clean.</param>
/// <param name="BackupDays">How long backups are kept.</param>
public sealed record ErasurePageView(
    ErasureLine Line, ImmutableArray<ErasureTextLine> Texts, string Reason, string? DecidedBy, string? Answer, bool MayConfirm, bool MayWithdraw, DateOnly? GoneFromBackups, int BackupDays);

/// <summary>What can be proposed from here.</summary>
/// <param name="What">The person, or the event.</param>
/// <param name="Back">Where the reader came from.</param>
public sealed record NewErasureView(string What, bool OfPerson, ImmutableArray<Choice> Texts, string Action, string Back);

/// <summary>Words of erasures.</summary>
public static class ErasureNames
{
    public static Words Of(ErasureStanding standing) => standing switch
    {
        ErasureStanding.Waiting => new("Venter på en annen", "Ventar på ein annan"),
        ErasureStanding.Confirmed => new("Slettet", "Sletta"),
        ErasureStanding.Declined => new("Avslått", "Avslått"),
        _ => new("Trukket", "Trekt"),
    };

}
