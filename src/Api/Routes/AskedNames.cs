using System.Collections.Frozen;
using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What an address can be asked after its question mark, for the description of the API.</summary>
sealed record AskedNames(ImmutableArray<AskedName> Names);

/// <param name="Choices">The only values it may have; empty: any that the description says.</param>
sealed record AskedName(string Name, string Description, ImmutableArray<string> Choices);

static class Asking
{
    /// <summary>Names from <see cref="Known"/>; a name that means something else on this route is given as <c>name=key</c>.</summary>
    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder route, params string[] names) => route.WithMetadata(new AskedNames([.. names.Select(Of)]));

    static AskedName Of(string asked)
    {
        var parts = asked.Split('=');
        return new(parts[0], Known[parts[^1]].Description, Known[parts[^1]].Choices);
    }

    static readonly FrozenDictionary<string, (string Description, ImmutableArray<string> Choices)> Known = new Dictionary<string, (string, ImmutableArray<string>)>
    {
        ["unit"] = ("Id of a unit. Left out: the whole organisation, for those who may read it.", []),
        ["from"] = ("First day, 2026-01-31.", []),
        ["to"] = ("Last day, 2026-12-31.", []),
        ["limit"] = ("Most to a page.", []),
        ["after"] = ("What the page before gave as next.", []),
        ["before"] = ("What the page before gave as next: further back in time.", []),
        ["at"] = ("The case as it was: a moment (2026-10-01T12:30:00Z), a day, or v57, right after that event.", []),
        ["q"] = ("Words looked for in the sentences, in both written forms, and in the texts people wrote.", []),
        ["by"] = ("Id of the person who did it.", []),
        ["person"] = ("Id of the person who did it.", []),
        ["member"] = ("Id of a person who is in the working group.", []),
        ["awaiting"] = ("Those that wait for an answer from whoever asks.", ["me"]),
        ["figure"] = ("The figure whose cases are wanted.", Names<ComplianceFigure>()),
        ["state"] = ("Whether it is due, proposed erased, or falls due later.", Names<RetentionState>()),
        ["phase"] = ("Phase of the case.", Names<Phase>()),
        ["standing"] = ("Standing of the case.", Names<Standing>()),
        ["part"] = ("What happened, attempts that were refused, or what was opened and taken out.", Names<HistoryPart>()),
        ["record-part"] = ("What happened, or attempts that were refused.", [nameof(HistoryPart.Happened), nameof(HistoryPart.Refused)]),
        ["capacity"] = ("The role it was done in.", Names<Role>()),
        ["document"] = ("The document it is about.", Names<DocumentKind>()),
        ["kind"] = ("What sort of fact.", Names<HistoryKind>()),
        ["position"] = ("Position of an event in the log, from 1.", []),
        ["size"] = ("How many events the checkpoint has.", []),
        ["from-size"] = ("How many events the earlier checkpoint has.", []),
        ["old"] = ("How many events the witness saw last; left out: none.", []),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static ImmutableArray<string> Names<T>() where T : struct, Enum => [.. Enum.GetNames<T>()];
}
