using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>What the ballot box said to one slip.</summary>
public enum BallotResult { Dropped, CodeNotValid, Sealed }

/// <summary>
/// Where answers lie, in no order and without time, until the evaluation closes (R122; docs/decisions/anonymous-answers.md). Storage keeps it in two tables
/// that share no column but the case: codes (hash, used or not) and slips (random key, content). Lies outside the event log on purpose.
/// </summary>
public interface IBallotBox
{
    /// <summary>Makes codes usable; those known already stay as they are.</summary>
    Task AddCodes(CaseId caseId, ImmutableArray<string> codeHashes, CancellationToken cancel);

    /// <summary>In one transaction: the code goes from unused to used, and the slip is put under a fresh random key. Durable when answered.</summary>
    Task<BallotResult> Drop(CaseId caseId, string codeHash, AnswerSlip slip, CancellationToken cancel);

    /// <summary>How many slips lie in the box.</summary>
    Task<int> Count(CaseId caseId, CancellationToken cancel);

    /// <summary>Takes no more slips from now on and answers those it has, in order of their random keys. Done again, it answers the same.</summary>
    Task<ImmutableArray<AnswerSlip>> Seal(CaseId caseId, CancellationToken cancel);

    /// <summary>Forgets slips and codes, once the closing fact that holds the answers is stored.</summary>
    Task Empty(CaseId caseId, CancellationToken cancel);
}

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
