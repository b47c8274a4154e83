using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// The record inside a dossier, <c>record.json</c>: the case's streams byte for byte, the texts that may be shown, single events of other streams that it rests on, and what proves them all.
/// Byte strings are base64.
/// </summary>
public sealed record DossierRecord(
    string Format, string Case, string Checkpoint, ImmutableArray<string> Keys, ImmutableArray<DossierStream> Streams, ImmutableArray<DossierEvent> Others, ImmutableArray<DossierEarlier> Earlier,
    ImmutableArray<string> WithheldFields)
{
    public const string CurrentFormat = "lmsworkflow-dossier/3";

    /// <summary>Knows no event whose bytes are held back.</summary>
    public const string FormatWithOpenAnswers = "lmsworkflow-dossier/2";

    /// <summary>Does not say which texts were held back, so that one that is gone cannot be told from one that was.</summary>
    public const string FormatWithoutGaps = "lmsworkflow-dossier/1";
}

/// <summary>A whole stream up to the checkpoint; without events when the checkpoint has none of that name.</summary>
public sealed record DossierStream(string Name, ImmutableArray<DossierEvent> Events, ImmutableArray<KeptText> Texts, ImmutableArray<StreamHead> Bucket, ImmutableArray<byte[]> BucketPath)
{
    /// <summary>Commitments of texts that are there and not for whoever may read the case.</summary>
    public ImmutableArray<string> Withheld { get; init; } = [];
}

/// <param name="Stream">Only of a single event of another stream.</param>
/// <param name="Previous">Hash of the leaf before it in its stream; for a whole stream it is worked out.</param>
public sealed record DossierEvent(long Position, long Version, string Name, byte[] Body, ImmutableArray<byte[]> Path, string? Stream = null, byte[]? Previous = null)
{
    /// <summary>SHA-256 of the bytes that were stored, where they are held back (<see cref="OpenAnswers"/>) and <see cref="Body"/> is what may be told of them. Null: they are here.</summary>
    public byte[]? BodyHash { get; init; }

    /// <summary>SHA-256 of the bytes that were stored.</summary>
    public byte[] StoredHash() => BodyHash ?? LogLeaf.HashOf(Body);

    /// <summary>Texts of a single event of another stream.</summary>
    public ImmutableArray<KeptText> Texts { get; init; } = [];
}

/// <summary>An earlier checkpoint that somebody may have kept, with the proof that this one goes on from it.</summary>
public sealed record DossierEarlier(string Checkpoint, ImmutableArray<byte[]> Path);

/// <summary>What lies in the file, <c>manifest.json</c>.</summary>
/// <param name="Files">Path and SHA-256 of each other file.</param>
public sealed record DossierManifest(string Format, string Case, string Number, DateTimeOffset MadeAt, long Events, ImmutableSortedDictionary<string, string> Files)
{
    /// <summary>What the pages say of backups, so that they can be written again; null in files from before they were.</summary>
    public int? BackupDays { get; init; }
}

static class DossierJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        MaxDepth = 32,
        // two readers could see two files in one
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };
}
