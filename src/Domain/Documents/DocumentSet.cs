using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

public enum DocumentStatus { Draft, Frozen, SignedOff }

/// <summary>What a version of a document says. Form, programme or budget.</summary>
public abstract record DocumentContent
{
    /// <summary>Canonical bytes: ordered field commitments and typed values. What <see cref="DocumentVersion.Hash"/> is over (R82).</summary>
    public abstract void WriteCanonical(CanonicalWriter writer);
}

/// <summary>One version. A draft may be saved many times (<paramref name="Revision"/>); a frozen one never changes (R83).</summary>
/// <param name="Hash">Lower-case hex SHA-256 of the canonical content; null while a draft.</param>
public sealed record DocumentVersion(DocumentKind Kind, int Number, int Revision, DocumentContent Content, DocumentStatus Status, string? Hash, PersonId? SavedBy, DateTimeOffset SavedAt);

/// <summary>All versions of one document, oldest first.</summary>
public sealed record DocumentFile(DocumentKind Kind, ImmutableArray<DocumentVersion> Versions)
{
    public DocumentVersion Latest => Versions[^1];

    public DocumentVersion? Numbered(int number) => number >= 1 && number <= Versions.Length ? Versions[number - 1] : null;
}

/// <summary>The content of a case is a set of documents.</summary>
public sealed record DocumentSet(ImmutableSortedDictionary<DocumentKind, DocumentFile> Files)
{
    public static DocumentSet Empty { get; } = new(ImmutableSortedDictionary<DocumentKind, DocumentFile>.Empty);

    public DocumentFile? File(DocumentKind kind) => Files.GetValueOrDefault(kind);

    public DocumentVersion? Latest(DocumentKind kind) => Files.TryGetValue(kind, out var file) ? file.Latest : null;

    public DocumentSet With(DocumentFile file) => new(Files.SetItem(file.Kind, file));
}
