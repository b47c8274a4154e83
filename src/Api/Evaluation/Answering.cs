using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// Participants' answers on their way through the ballot box (R122): codes are drawn here and kept by nobody, an answer is put in the box without sender or
/// time, and closing (see <see cref="CommandPath"/>) empties the box into the record in one fact.
/// </summary>
public sealed class Answering(ICaseStore store, CaseLoader loader, CommandPath path)
{
    const int CodeLength = 12;

    /// <summary>No letters that look like others: codes are read from paper.</summary>
    const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Draws codes and records their hashes. The codes themselves are answered once and never again.</summary>
    public async Task<(CommandResult Result, ImmutableArray<string> Codes)> Issue(CaseId id, int count, Actor actor, CancellationToken ct)
    {
        ImmutableArray<string> codes = count is < 1 or > IssueAnswerCodes.Most ? [] : [.. Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetString(Alphabet, CodeLength))];
        var result = await path.Run(id, new IssueAnswerCodes([.. codes.Select(Hash)]), actor, CommandOptions.None, ct);
        return (result, result is CommandResult.Done ? codes : []);
    }

    /// <summary>Puts an answer in the box. Nobody is signed in, and nothing but the answer is kept.</summary>
    public async Task<ImmutableArray<Refusal>> Drop(CaseId id, string code, ImmutableArray<WrittenAnswer> answers, CancellationToken ct)
    {
        var file = (await loader.Current(id, ct)).File;
        var hash = Hash(AsDrawn(code));
        if (AnswerEvaluation.Receive(file, hash, answers) is not AnswerReceipt.Accepted accepted)
            return ((AnswerReceipt.Refused)AnswerEvaluation.Receive(file, hash, answers)).Reasons;
        return await store.Ballots.Drop(id, file.Evaluation.CodeHashes, hash, accepted.Slip, ct) switch
        {
            BallotResult.Dropped => [],
            BallotResult.Sealed => [new FormIsNotOpen()],
            _ => [new UnknownAnswerCode()],
        };
    }

    /// <summary>The form while it is open for answers; null otherwise.</summary>
    /// <param name="parents">The form parents answer, where they have one of their own.</param>
    public async Task<EvaluationForm?> OpenForm(CaseId id, bool parents, CancellationToken ct) =>
        (await loader.Current(id, ct)).File is { IsOpen: true, Evaluation: { Standing: EvaluationStanding.Open } evaluation } ? parents ? evaluation.ParentsForm : evaluation.Form : null;

    /// <summary>As people type it from paper: capitals, spaces and hyphens make no difference.</summary>
    static string AsDrawn(string code) => new([.. code.Take(100).Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);

    internal static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
