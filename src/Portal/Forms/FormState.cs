using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A form that came back: which one, all that was typed, and why it was not carried out.</summary>
/// <param name="Form">Key of the form on its page.</param>
/// <param name="Changed">Sentences of what others did in the meantime, when the case had moved on.</param>
public sealed record FormState(
    string Form, ImmutableDictionary<string, ImmutableArray<string>> Typed, ImmutableArray<Refusal> Reasons, ImmutableArray<string> Changed)
{
    /// <summary>A form that was never sent in, filled from a draft the server computed on.</summary>
    public bool IsPreview { get; init; }

    public string? Value(string field) => Typed.TryGetValue(field, out var values) && values.Length > 0 ? values[0] : null;

    public ImmutableArray<string> Values(string field) => Typed.GetValueOrDefault(field, []);

    public Refusal? Fault(string field) => Reasons.FirstOrDefault(reason => RefusalFields.Of(reason) == field);
}

/// <summary>The form a field stands in.</summary>
/// <param name="State">What came back, when it was this form.</param>
public sealed record FormScope(string Key, FormState? State)
{
    public string Id(string field) => $"{Key}-{field}";
}
