using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>The order in which slips become part of the record.</summary>
public static class BallotBox
{
    /// <summary>An order that follows from the answers alone, so that the order they came in is gone.</summary>
    public static ImmutableArray<AnswerSlip> Shuffle(IEnumerable<AnswerSlip> slips) => [.. slips.OrderBy(Hash, StringComparer.Ordinal)];

    static string Hash(AnswerSlip slip)
    {
        using var writer = new CanonicalWriter();
        foreach (var answer in slip.Answers)
        {
            writer.Value("question", answer.Question);
            writer.Number("number", answer.Number);
            writer.Value("choice", answer.Choice);
            writer.Text("text", answer.Text);
        }

        return writer.Finish();
    }
}
