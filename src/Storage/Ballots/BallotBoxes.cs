using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>What the ballot box said to one slip.</summary>
public enum BallotResult { Dropped, CodeNotValid, Sealed }

/// <summary>
/// Where participants' answers lie until their evaluation is closed: in no order, without time, and with nothing that ties a slip to a code (R122,
/// docs/decisions/anonymous-answers.md). Outside the event log on purpose; tables of script 0003.
/// </summary>
public sealed class BallotBoxes
{
    readonly RecordStore store;

    internal BallotBoxes(RecordStore store) => this.store = store;

    /// <summary>In one transaction the code goes from unused to used and the slip lies in the box. Durable when answered.</summary>
    /// <param name="issued">Hashes of all codes the record has issued (<see cref="Evaluation.CodeHashes"/>).</param>
    public Task<BallotResult> Drop(CaseId caseId, IReadOnlyCollection<string> issued, string codeHash, AnswerSlip slip, CancellationToken ct) => store.Write(
        async (connection, transaction) =>
        {
            var box = new OpenBox(connection, transaction, store.Dialect, caseId.ToString(), ct);
            if (!await box.Lock()) return BallotResult.Sealed;
            foreach (var hash in issued.Order(StringComparer.Ordinal)) await box.Learn(hash);
            if (!await box.IsUnused(codeHash)) return BallotResult.CodeNotValid;
            await box.Put(codeHash, SlipText.Write(slip));
            return BallotResult.Dropped;
        }, ct);

    /// <summary>How many slips lie in the box.</summary>
    public async Task<int> Count(CaseId caseId, CancellationToken ct)
    {
        await using var connection = await store.Dialect.Open(ct);
        return (int)await connection.ExecuteScalarAsync<long>(new CommandDefinition("select count(*) from ballot_slips where case_id = @id", new { id = caseId.ToString() }, cancellationToken: ct));
    }

    /// <summary>Takes no more slips and answers those it has. Done again, it answers the same.</summary>
    public Task<ImmutableArray<AnswerSlip>> Seal(CaseId caseId, CancellationToken ct) => store.Write<ImmutableArray<AnswerSlip>>(
        async (connection, transaction) =>
        {
            var id = caseId.ToString();
            await connection.Execute(store.Dialect, new("insert into ballot_boxes (case_id, sealed) values ($1, 1) on conflict (case_id) do update set sealed = 1", id), ct, transaction);
            var contents = await connection.Rows("select content from ballot_slips where case_id = @id order by slip", new { id }, row => row.Bytes(0), ct, transaction);
            return [.. contents.Select(SlipText.Read)];
        }, ct);

    /// <summary>Forgets slips and codes once the closing fact that holds the answers is stored. The box stays sealed.</summary>
    public Task Empty(CaseId caseId, CancellationToken ct) => store.Write(
        async (connection, transaction) =>
        {
            await connection.Execute(store.Dialect, new("delete from ballot_slips where case_id = $1", caseId.ToString()), ct, transaction);
            return await connection.Execute(store.Dialect, new("delete from ballot_codes where case_id = $1", caseId.ToString()), ct, transaction);
        }, ct);

    sealed class OpenBox(DbConnection connection, DbTransaction transaction, IDatabase database, string caseId, CancellationToken ct)
    {
        /// <summary>False when the box is sealed. Until the transaction ends, nobody else drops into or seals this box.</summary>
        public async Task<bool> Lock()
        {
            await Run("insert into ballot_boxes (case_id, sealed) values ($1, 0) on conflict (case_id) do nothing", caseId);
            return await Run("update ballot_boxes set sealed = 0 where case_id = $1 and sealed = 0", caseId) == 1;
        }

        public Task<int> Learn(string codeHash) => Run("insert into ballot_codes (case_id, code_hash, used) values ($1, $2, 0) on conflict (case_id, code_hash) do nothing", caseId, codeHash);

        public async Task<bool> IsUnused(string codeHash) => await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select count(*) from ballot_codes where case_id = @caseId and code_hash = @codeHash and used = 0", new { caseId, codeHash }, transaction, cancellationToken: ct)) == 1;

        /// <summary>
        /// Every code and every slip of the box is written anew, so that in PostgreSQL all rows name the same last transaction: else xmin would tell which
        /// slip was written with which code.
        /// </summary>
        public async Task Put(string codeHash, byte[] slip)
        {
            await Run("update ballot_codes set used = case when code_hash = $2 then 1 else used end where case_id = $1", caseId, codeHash);
            await Run("insert into ballot_slips (case_id, slip, content) values ($1, $2, $3)", caseId, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), slip);
            await Run("update ballot_slips set content = content where case_id = $1", caseId);
        }

        Task<int> Run(string sql, params object?[] values) => connection.Execute(database, new(sql, values), ct, transaction);
    }
}
