using System.Collections.Immutable;
using System.Text.Json;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>One slip as bytes. Texts lie with it, seal and all: it is no event, and is forgotten once the closing fact is stored.</summary>
static class SlipText
{
    public static byte[] Write(AnswerSlip slip) => JsonSerializer.SerializeToUtf8Bytes(
        slip.Answers.Select(answer => new StoredAnswer(answer.Question, answer.Number, answer.Choice, answer.Text?.Field, answer.Text?.Salt, answer.Text?.Value)));

    public static AnswerSlip Read(byte[] bytes) => new(JsonSerializer.Deserialize<ImmutableArray<StoredAnswer>>(bytes).Select(Answer).ToImmutableArray());

    static QuestionAnswer Answer(StoredAnswer stored) =>
        new(stored.Question, stored.Number, stored.Choice, stored.Value is null ? null : SealedText.Seal(stored.Field!, stored.Value, stored.Salt!));

    sealed record StoredAnswer(string Question, int? Number, string? Choice, string? Field, string? Salt, string? Value);
}
