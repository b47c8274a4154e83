using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What the proof says of one property. <paramref name="Holds"/> is null where it does not apply or was not decided.</summary>
public sealed record PropertyView(bool? Holds, ImmutableArray<string> Elements, ImmutableArray<string> CounterExample);

public sealed record PropertiesView(
    PropertyView Safeness, PropertyView OptionToComplete, PropertyView ProperCompletion, PropertyView NoDeadActivities, PropertyView Participation, PropertyView Staffable);

/// <summary>Something found in a drawing, with a sentence in both written forms.</summary>
public sealed record FindingView(string Check, string Severity, string? Element, int Line, MessageView Message, MessageView? Fix);

public sealed record MessageView(string Nb, string Nn);

/// <summary>The same answer from the command line and from <c>/api/v1/definitions/verify</c>.</summary>
/// <param name="Executable">Our engine can run it.</param>
/// <param name="States">States looked at.</param>
public sealed record VerificationView(string? File, bool Executable, PropertiesView Properties, int States, double Milliseconds, ImmutableArray<FindingView> Findings)
{
    public static VerificationView Of(string? file, Verification verification, TimeSpan took) => new(
        file, verification.Executable,
        new(Of(verification.Safeness), Of(verification.OptionToComplete), Of(verification.ProperCompletion), Of(verification.NoDeadActivities), Of(verification.Participation), Of(verification.Staffable)),
        verification.States, Math.Round(took.TotalMilliseconds, 1), [.. verification.Findings.Select(Of)]);

    static PropertyView Of(PropertyVerdict verdict) => new(verdict.Holds, verdict.Elements, verdict.CounterExample);

    static FindingView Of(Finding finding) => new(
        finding.Check, finding.Severity == Severity.Error ? "error" : "warning", finding.ElementId, finding.Line, Of(finding.Sentence), finding.Fix is { } fix ? Of(fix) : null);

    static MessageView Of(Words words) => new(words.Nb, words.Nn);
}
