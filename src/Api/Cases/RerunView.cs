using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>What a re-run rests on, its inherited change list and whom the group could be (R140–R144).</summary>
public sealed record RerunView(
    CaseId Source, DateTimeOffset EstablishedAt, ImmutableArray<InheritedGate> Gates, ImmutableArray<InheritedChange> Changes, ImmutableArray<ChangeTreatment> Treatments,
    ImmutableArray<SuggestedMember> Suggested)
{
    public static RerunView? Of(CaseFile file) =>
        file.Rerun is { } rerun ? new(rerun.Source, rerun.EstablishedAt, rerun.Gates, rerun.Changes, rerun.Treatments, rerun.Suggested) : null;
}
