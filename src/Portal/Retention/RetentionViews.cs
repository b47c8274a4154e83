using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>Where something that falls due stands.</summary>
public enum RetentionState
{
    /// <summary>The time is out, and nobody has proposed anything.</summary>
    Overdue,

    /// <summary>Proposed erased; another has to confirm.</summary>
    Proposed,

    /// <summary>Falls due later.</summary>
    Later,
}

/// <summary>What falls due in one case on one day.</summary>
/// <param name="Kinds">Its kinds, in words.</param>
/// <param name="Rules">Their rules, in words; more than one when kinds with different rules fall due together.</param>
/// <param name="Erasure">Number of the erasure that waits.</param>
public sealed record RetentionLine(CaseId Case, string Number, string Title, DateOnly On, RetentionState State, ImmutableArray<Words> Kinds, ImmutableArray<Words> Rules, bool IsKept, int? Erasure);

/// <param name="State">Null: all.</param>
/// <param name="Next">What <c>etter</c> is on the next page.</param>
public sealed record RetentionView(
    UnitPeriodForm Asked, RetentionState? State, int Overdue, int Proposed, int Later, ImmutableArray<RetentionLine> Lines, int? Next, bool IsLater, int BackupDays)
{
    public int Of(RetentionState state) => state switch { RetentionState.Overdue => Overdue, RetentionState.Proposed => Proposed, _ => Later };
}

/// <param name="Own">The unit has set it itself.</param>
public sealed record RetentionRuleLine(RetentionKind Kind, RetentionRule Rule, string Whose, bool Own);

/// <summary>How long a unit keeps what.</summary>
/// <param name="Unit">Null: the organisation.</param>
public sealed record RetentionRulesView(UnitId? Unit, ImmutableArray<Choice> Units, ImmutableArray<RetentionRuleLine> Lines, bool MayChange, bool MayReadList, string? History, int BackupDays);

/// <param name="On">Null while the time has not begun.</param>
public sealed record CaseRetentionLine(RetentionKind Kind, int Texts, RetentionRule Rule, string Whose, DateOnly? On, DateOnly? KeptUntil, int? Erasure, bool IsDue);

/// <summary>How long the texts of one case are kept.</summary>
/// <param name="MayPropose">May propose to erase what is due.</param>
public sealed record CaseRetentionView(CaseFrame Frame, ImmutableArray<CaseRetentionLine> Lines, bool MayPropose, bool MayKeep, int BackupDays)
{
    public IEnumerable<CaseRetentionLine> Ready => Lines.Where(line => line is { IsDue: true, Erasure: null });
}

/// <summary>Words of retention.</summary>
public static class RetentionNames
{
    public static Words Of(RetentionKind kind) => kind switch
    {
        RetentionKind.RawAnswers => new("Enkeltsvar i evalueringene", "Enkeltsvar i evalueringane"),
        RetentionKind.Contacts => new("Hvem det var kontakt med", "Kven det var kontakt med"),
        RetentionKind.CaseTexts => new("Begrunnelser og innsigelser", "Grunngivingar og innseiingar"),
        _ => DocumentNames.Of(kind.Document()!.Value),
    };

    public static Words? Help(RetentionKind kind) => kind switch
    {
        RetentionKind.RawAnswers => new("det hver deltaker og hvert medlem krysset av og skrev. Tallene for alle samlet blir stående", "det kvar deltakar og kvar medlem kryssa av og skreiv. Tala for alle samla blir ståande"),
        RetentionKind.CaseTexts => new("det som er skrevet i saken, men ikke i et dokument", "det som er skrive i saka, men ikkje i eit dokument"),
        _ => null,
    };

    public static Words Of(RetentionState state) => state switch
    {
        RetentionState.Overdue => new("Forfalt", "Forfalle"),
        RetentionState.Proposed => new("Foreslått slettet, venter på en annen", "Føreslått sletta, ventar på ein annan"),
        _ => new("Forfaller senere", "Forfell seinare"),
    };

    public static Words List(IEnumerable<RetentionKind> kinds)
    {
        ImmutableArray<Words> names = [.. kinds.Select(Of)];
        return new(string.Join(", ", names.Select(name => name.Nb.ToLowerInvariant())), string.Join(", ", names.Select(name => name.Nn.ToLowerInvariant())));
    }

    public static string Whose(AppliedRule applied, Viewer me) =>
        applied.IsShipped ? me.Say("følger med systemet", "følgjer med systemet") : applied.Unit is { } unit ? me.UnitName(unit) : me.Say("hele organisasjonen", "heile organisasjonen");
}
