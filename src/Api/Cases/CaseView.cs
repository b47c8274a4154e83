using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>A case as programs read it: what the people in it may see, without documents' content and participants' answers.</summary>
public sealed record CaseView(
    CaseId Id, long Version, string Number, SealedText Title, Phase Phase, Standing Standing, UnitId LmsUnit, ImmutableArray<UnitId> Owners, PersonId Koordinator,
    TilbudId Tilbud, TilbudType Type, ImmutableArray<ParticipantKind> Participants, CaseFlow Flow, DateTimeOffset RegisteredAt, DateTimeOffset ChangedAt,
    ImmutableArray<GatePassing> Passings, ImmutableArray<Contact> Contacts, ImmutableArray<Anchoring> Anchorings, ImmutableArray<Member> Members,
    ImmutableArray<DocumentSummary> Documents, ImmutableArray<Package> Packages, ImmutableArray<SignOff> SignOffs, ImmutableArray<ChangeWish> ChangeRequests,
    ImmutableArray<Objection> Objections, ImmutableArray<Meeting> Meetings, Continuation? Continuation, Hold? Hold, ImmutableArray<WorkItemView> WorkItems, NeedReport? Need)
{
    public static CaseView Of(CaseFile file)
    {
        var identity = file.Identity!;
        return new(
            file.Id, file.Version, identity.Number, identity.Title, file.Phase, file.Standing, identity.LmsUnit, identity.Owners, identity.Koordinator,
            identity.Tilbud, identity.Type, identity.Participants, identity.Flow, identity.RegisteredAt, file.ChangedAt,
            file.Passings, file.Contacts.All, file.Anchorings, file.Group.Members,
            [.. file.Documents.Files.Values.SelectMany(document => document.Versions).Select(DocumentSummary.Of)],
            file.SignOffs.Packages, file.SignOffs.Given, file.SignOffs.Wishes, file.Objections.All, file.Meetings.All, file.Continuation, file.Hold,
            [.. (file.Process?.Items ?? []).Where(item => item.Kind is ItemKind.UserTask || item.IsStuck).Select(WorkItemView.Of)], NeedReport.Of(file));
    }
}

/// <summary>A version of a document, without what it says.</summary>
public sealed record DocumentSummary(DocumentKind Kind, int Number, int Revision, DocumentStatus Status, string? Hash, PersonId? SavedBy, DateTimeOffset SavedAt)
{
    public static DocumentSummary Of(DocumentVersion version) =>
        new(version.Kind, version.Number, version.Revision, version.Status, version.Hash, version.SavedBy, version.SavedAt);
}

/// <summary>An open task, or a place where the process is stuck.</summary>
public sealed record WorkItemView(int Number, string ElementId, ImmutableArray<Role> Roles, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, ImmutableArray<string> Stuck)
{
    public static WorkItemView Of(ProcessItem item) => new(item.Number, item.ElementId, [.. TaskRoleNames.Each(item.Roles)], item.OpenedAt, item.DueAt, item.Stuck);
}

/// <summary>A gate, and what is missing before it: the same reasons a page shows beside its button.</summary>
public sealed record GateView(Gate Gate, bool Passed, DateTimeOffset? PassedAt, int? CurrentPackage, string? PackageHash, ImmutableArray<Problem.Reason> Missing)
{
    public static GateView Of(CaseContext context, Gate gate)
    {
        var passing = context.Case.Passed(gate);
        var package = context.Case.SignOffs.Current(gate);
        var missing = passing is null ? PhaseMachine.Unmet(context, gate) : [];
        return new(gate, passing is not null, passing?.At, package?.Number, package?.Hash, [.. missing.Select(Problem.Reason.Of)]);
    }
}

/// <summary>The exact frozen text both sides are asked to sign.</summary>
public sealed record PackageView(Gate Gate, int Number, string Hash, bool IsCurrent, string AcceptedTextNb, string AcceptedTextNn, ImmutableArray<DocumentVersion> Documents)
{
    public static PackageView Of(CaseFile file, Package package) => new(
        package.Gate, package.Number, package.Hash, package.IsCurrent, SignOffText.Version(SignOffText.Current).Nb, SignOffText.Version(SignOffText.Current).Nn,
        [.. package.Documents.Select(pinned => file.Documents.File(pinned.Kind)!.Numbered(pinned.Version)!)]);
}
