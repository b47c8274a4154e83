using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>Name of a stream of facts. One stream per case holds what people did and where the process went; companions never raise the case's version.</summary>
public readonly record struct StreamId(string Value)
{
    /// <summary>What the streams of process definitions begin with.</summary>
    public const string DefinitionPrefix = "definition-";

    /// <summary>What the companions that tell of erased texts begin with.</summary>
    internal const string ErasedPrefix = "erased-";

    const string CasePrefix = "case-";

    /// <summary>The directory of people and units.</summary>
    public static StreamId Directory { get; } = new("directory");

    /// <summary>The proof log's own keys and witnesses.</summary>
    public static StreamId Log { get; } = new("log");

    /// <summary>Refused attempts on the proof log (companion).</summary>
    public static StreamId LogAttempts { get; } = new("attempts-log");

    /// <summary>Refused attempts on the directory (companion).</summary>
    public static StreamId DirectoryAttempts { get; } = new("attempts-directory");

    /// <summary>Erasures, from proposal to decision.</summary>
    public static StreamId Erasures { get; } = new("erasures");

    /// <summary>Refused attempts on erasures (companion).</summary>
    public static StreamId ErasureAttempts { get; } = new("attempts-erasures");

    public static StreamId Case(CaseId id) => new(CasePrefix + id);

    /// <summary>Refused attempts on a case (companion).</summary>
    public static StreamId Attempts(CaseId id) => new("attempts-" + id);

    /// <summary>Who opened what of a case (companion).</summary>
    public static StreamId Reads(CaseId id) => new("reads-" + id);

    /// <summary>Which texts of a stream were erased, by which decision (companion).</summary>
    public static StreamId ErasedOf(StreamId stream) => new(ErasedPrefix + stream.Value);

    public static StreamId Tilbud(TilbudId id) => new("tilbud-" + id);

    /// <param name="key">Key of the process definition, e.g. <c>standard-metode</c>.</param>
    public static StreamId Definition(string key) => new(DefinitionPrefix + key);

    /// <summary>Refused attempts on a process definition (companion).</summary>
    public static StreamId DefinitionAttempts(string key) => new("attempts-definition-" + key);

    /// <summary>What concerns a person and no case (companion).</summary>
    public static StreamId Person(PersonId id) => new("person-" + id);

    /// <summary>The stream whose erased texts this tells of, if it is such a companion.</summary>
    public StreamId? AsErasedOf => Value.StartsWith(ErasedPrefix, StringComparison.Ordinal) ? new StreamId(Value[ErasedPrefix.Length..]) : null;

    /// <summary>The case this is the stream of, if it is one.</summary>
    public CaseId? AsCase =>
        Value.StartsWith(CasePrefix, StringComparison.Ordinal) && Guid.TryParseExact(Value.AsSpan(CasePrefix.Length), "n", out var id) ? new CaseId(id) : null;

    /// <summary>The key of the process definition this is the stream of, if it is one.</summary>
    public string? AsDefinition => Value.StartsWith(DefinitionPrefix, StringComparison.Ordinal) ? Value[DefinitionPrefix.Length..] : null;

    public override string ToString() => Value;
}
