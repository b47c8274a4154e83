using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>What was asked of a history that is no case's, as it stands in the form again.</summary>
public sealed record RecordAsked(string Text, string Part, string By, string From, string To, bool IsEverything);

/// <summary>A page of the history of a definition, a person's rights or a unit.</summary>
/// <param name="Parts">Empty when only what happened may be seen.</param>
/// <param name="Next">Link to what is older; null at the beginning.</param>
/// <param name="Unreadable">A value in the address was none it may be; everything is shown.</param>
public sealed record RecordHistoryView(ImmutableArray<HistoryRow> Rows, RecordAsked Asked, ImmutableArray<Choice> Parts, ImmutableArray<Choice> People, string Path, string? Next, bool Unreadable)
{
    /// <summary>Where the whole list is taken out, narrowed in the same way; empty where it cannot be.</summary>
    public string Whole { get; init; } = "";
}

/// <summary>Where a page is found from.</summary>
public sealed record Crumb(Words Name, string? Link);

/// <summary>A person as the directory has known her: rights now, appointments, history, and who has seen what about her.</summary>
/// <param name="Rights">Roles of the directory.</param>
public sealed record PersonRecordView(
    string Name, bool IsMe, ImmutableArray<string> Units, ImmutableArray<string> Rights, ImmutableArray<AppointmentLine> Appointments, RecordHistoryView History, ImmutableArray<HistoryRow> Seen)
{
    /// <summary>Lists across cases that the person has taken out, the latest.</summary>
    public ImmutableArray<HistoryRow> TakenOut { get; init; } = [];

    /// <summary>Where all of them are taken out.</summary>
    public string AllTakenOut { get; init; } = "";

    /// <summary>Where the person's data is proposed erased, for those who may.</summary>
    public string? Erase { get; init; }

    /// <summary>What is said of the erased name.</summary>
    public Words? Erased { get; init; }

    /// <summary>The viewer gives roles and takes them.</summary>
    public bool MayGrant { get; init; }

    /// <summary>Roles that can be taken away, in the order of <see cref="Rights"/>.</summary>
    public ImmutableArray<GrantLine> Grants { get; init; } = [];

    public ImmutableArray<Choice> Roles { get; init; } = [];

    public ImmutableArray<Choice> UnitChoices { get; init; } = [];
}

/// <summary>A role of the directory.</summary>
/// <param name="Unit"><see cref="Everywhere"/> for one that is not of one unit.</param>
public sealed record GrantLine(Role Role, string Unit, string Name)
{
    public const string Everywhere = "alle";
}

/// <summary>What the person is or was in a case: appointed to a side (R28), or its koordinator.</summary>
/// <param name="To">Null for the koordinator.</param>
/// <param name="Link">To the case's history; null for who may not read the case.</param>
public sealed record AppointmentLine(string Case, string? Link, Words Role, DateOnly From, DateOnly? To, DateTimeOffset? LeftAt);

/// <summary>A unit: who has a role there now, its cases, and its history.</summary>
public sealed record UnitRecordView(string Name, bool IsLms, ImmutableArray<RightLine> Rights, ImmutableArray<UnitCaseLine> Cases, string? NextCases, RecordHistoryView History);

/// <param name="Link">To the person's record; null for who may not read it.</param>
public sealed record RightLine(string Name, string? Link, Words Role);

/// <param name="Link">To the case's history; null for who may not read the case.</param>
public sealed record UnitCaseLine(string Number, string Title, Words Phase, DateTimeOffset ChangedAt, string? Link);

/// <summary>People and units with where their records are.</summary>
public sealed record DirectoryView(ImmutableArray<DirectoryPersonLine> People, ImmutableArray<DirectoryUnitLine> Units)
{
    /// <summary>The viewer registers people and units.</summary>
    public bool MayManage { get; init; }

    public ImmutableArray<Choice> UnitChoices { get; init; } = [];
}

public sealed record DirectoryPersonLine(string Name, string Link, ImmutableArray<string> Rights);

public sealed record DirectoryUnitLine(string Name, string Link, bool IsLms);
