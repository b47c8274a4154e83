using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Seals the texts of one draft and collects what is wrong with it. A text that is unchanged keeps its seal.</summary>
sealed class TextSealing(DocumentKind kind)
{
    readonly ImmutableArray<Refusal>.Builder reasons = ImmutableArray.CreateBuilder<Refusal>();

    /// <param name="field">The name of its input, for what is refused.</param>
    /// <param name="sealedAs">What the seal calls it; null: as its input.</param>
    public SealedText? Seal(string field, Words label, WrittenText? written, SealedText? before, string? sealedAs = null)
    {
        if (written is null || written.IsBlank) return null;
        var text = Tidy(written);
        Refuse(Require.NotTooLong(text, field));
        if (NationalIdentityNumber.IsIn(text.Value)) Refuse(new NationalIdentityNumberWritten(field, label));
        return before?.Value == text.Value ? before : text.Seal($"{kind}.{sealedAs ?? field}");
    }

    public static WrittenText Tidy(WrittenText written) => written with { Value = written.Value.ReplaceLineEndings("\n").Trim() };

    public void Refuse(Refusal? reason)
    {
        if (reason is not null) reasons.Add(reason);
    }

    public DraftSealing Answer(DocumentContent content) =>
        reasons.Count == 0 ? new DraftSealing.Sealed(content) : new DraftSealing.Refused(reasons.ToImmutable());

    public static DraftSealing Refused(Refusal reason) => new DraftSealing.Refused([reason]);
}
