using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A hand-over that is being made, or was.</summary>
/// <param name="Link">Where it is fetched; null until it is done.</param>
/// <param name="IsValidated">Held against the published schemas; null until it is done.</param>
public sealed record HandOverLine(DateTimeOffset Began, Words Progress, bool Failed, string? Link, string Name, string Sha256, int Cases, int Documents, bool? IsValidated);

/// <param name="IsFinished">Only a finished case goes to the archive.</param>
public sealed record HandOverView(CaseFrame Frame, bool May, bool IsFinished, ImmutableArray<HandOverLine> Jobs);

/// <param name="Units">Centres whose cases the reader can hand over.</param>
public sealed record HandOverUnitView(ImmutableArray<Choice> Units, string From, string To, ImmutableArray<HandOverLine> Jobs);
