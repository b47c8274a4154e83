using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A form as published beside a definition: these bytes, for this document.</summary>
public sealed record PublishedForm(DocumentKind Kind, string ContentHash);

/// <summary>A version of a process definition with its forms can drive cases from now on. Immutable; a case is pinned to its version (design §5).</summary>
/// <param name="ContentHash">Lower-case hex SHA-256 of the BPMN file; the bytes lie in the content store.</param>
public sealed record DefinitionPublished(string Key, int Version, string ContentHash, ImmutableArray<PublishedForm> Forms) : Fact;
