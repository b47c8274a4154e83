using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Somebody took a list out as a file: a reading, in the companion stream of the case's reads or of the person.</summary>
/// <param name="List">Stable name, e.g. <c>historikk</c>.</param>
/// <param name="Format"><c>csv</c> or <c>xlsx</c>.</param>
/// <param name="Filters">Names of what it was narrowed by; never what was typed.</param>
public sealed record ListTakenOut(string List, string Format, ImmutableArray<string> Filters) : Fact;
