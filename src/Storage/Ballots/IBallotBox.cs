using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>What the ballot box said to one slip.</summary>
public enum BallotResult { Dropped, CodeNotValid, Sealed }

/// <summary>
/// Where participants' answers lie until their evaluation is closed: in no order, without time, and with nothing that ties a slip to a code (R122,
/// docs/decisions/anonymous-answers.md). Outside the event log on purpose.
/// </summary>
public interface IBallotBox
{
    /// <summary>In one transaction the code goes from unused to used and the slip lies in the box. Durable when answered.</summary>
    /// <param name="issued">Hashes of all codes the record has issued (<see cref="Evaluation.CodeHashes"/>).</param>
    Task<BallotResult> Drop(CaseId caseId, IReadOnlyCollection<string> issued, string codeHash, AnswerSlip slip, CancellationToken ct);

    /// <summary>How many slips lie in the box.</summary>
    Task<int> Count(CaseId caseId, CancellationToken ct);

    /// <summary>Takes no more slips and answers those it has. Done again, it answers the same.</summary>
    Task<ImmutableArray<AnswerSlip>> Seal(CaseId caseId, CancellationToken ct);

    /// <summary>Forgets slips and codes once the closing fact that holds the answers is stored. The box stays sealed.</summary>
    Task Empty(CaseId caseId, CancellationToken ct);
}
