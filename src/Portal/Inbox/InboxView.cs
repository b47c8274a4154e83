using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>Something the reader must do.</summary>
public sealed record InboxLine(string Key, Words Task, string Link, string CaseNumber, string CaseTitle, Words As, DateTimeOffset? Due);

/// <summary>A case whose process needs a person.</summary>
public sealed record StuckLine(CaseId Case, int Item, string CaseNumber, string CaseTitle, string Link, Words Where, DateTimeOffset Since, ImmutableArray<Words> Reasons)
{
    public string Key => $"{Case}-{Item}";
}

public sealed record InboxView(ImmutableArray<InboxLine> Lines, ImmutableArray<StuckLine> Stuck, bool SeesStuck)
{
    /// <summary>New versions of processes that wait for what the reader can say.</summary>
    public ImmutableArray<OverviewLine> Consents { get; init; } = [];

    /// <summary>Proposals to erase something that wait for the reader to confirm or decline.</summary>
    public ImmutableArray<OverviewLine> Erasures { get; init; } = [];
}

/// <summary>A case in the list of cases.</summary>
public sealed record CaseLine(CaseId Id, string Number, string Title, Phase Phase, Standing Standing, ImmutableArray<Words> WaitingFor, DateTimeOffset ChangedAt);

/// <summary>One page of the list of cases.</summary>
/// <param name="Phase">Null: every phase.</param>
/// <param name="Next">Query of the next page.</param>
public sealed record CasesView(ImmutableArray<CaseLine> Cases, IReadOnlyDictionary<Phase, int> Counts, Phase? Phase, bool Mine, string? Next)
{
    public int Total => Counts.Values.Sum();
}

/// <summary>What a case waits for, from the codes of the list.</summary>
public static class WaitingNames
{
    public static Words? Of(string code) => code switch
    {
        "hold" => new("Satt på vent", "Sett på vent"),
        "objection" => new("Åpen innsigelse", "Open innseiing"),
        "signoff:Bruker" => new("Godkjenning fra brukersiden", "Godkjenning frå brukarsida"),
        "signoff:Fag" => new("Godkjenning fra fagsiden", "Godkjenning frå fagsida"),
        "stuck" => new("Prosessen har stoppet", "Prosessen har stoppa"),
        _ when code.StartsWith("task:", StringComparison.Ordinal) && Enum.TryParse<Role>(code[5..], out var role) => role.Words(),
        _ => null,
    };
}

/// <summary>A sort of case the koordinator can open, with the template's proposals.</summary>
/// <param name="Help">A sentence for the one who chooses; null for a definition without a template.</param>
public sealed record CaseKindChoice(string Key, Words Name, Words? Help, bool IsRerun, TilbudType? Type, ImmutableArray<ParticipantKind> Participants);

/// <summary>A permanent offer that can be run again.</summary>
/// <param name="RevisionIsDue">R143.</param>
public sealed record OfferChoice(string Tilbud, string Title, int Changes, bool RevisionIsDue);

/// <summary>Choices of the page that opens a case.</summary>
public sealed record NewCaseView(
    bool MayRegister, ImmutableArray<CaseKindChoice> Kinds, CaseKindChoice Chosen, ImmutableArray<OfferChoice> Offers, ImmutableArray<Choice> LmsUnits, ImmutableArray<Choice> Owners)
{
    /// <summary>The fields in the order they are asked for, which is the order of an error summary.</summary>
    public static ImmutableArray<string> Asked { get; } = ["tilbud", "title", "reporters", "targetGroup", "need", "participants", "type", "lmsUnit", "owners"];

    /// <summary>The only centre the koordinator works at; null when there are several.</summary>
    public string? OwnUnit { get; init; }
}
