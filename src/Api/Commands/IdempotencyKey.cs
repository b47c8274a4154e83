using System.Security.Cryptography;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A repeated command answers as the first one did. A refusal leaves nothing behind, so a repeat of one is judged anew.</summary>
static class IdempotencyKey
{
    public const int Longest = 100;

    public static IdempotencyEntry? Of(CaseId id, CaseRequest request, Actor actor, CommandOptions options) =>
        options.IdempotencyKey is { } key && actor.Person is { } person ? new(key, person.ToString(), Fingerprint(id, request, key), "") : null;

    /// <summary>Texts enter without their salts, which are fresh each time. The key is mixed in, so that equal texts do not look equal in the table.</summary>
    static string Fingerprint(CaseId id, CaseRequest request, string key)
    {
        // the host draws the number and identities of a new case, so a repeat has others
        var (asked, where) = request switch
        {
            RegisterNeed need => (need with { Number = "", Tilbud = default }, ""),
            RegisterRerun rerun => (rerun with { Number = "" }, ""),
            _ => (request, id.ToString()),
        };
        var body = JsonSerializer.Serialize(asked, asked.GetType(), ApiJson.Reading);
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{key}\n{asked.GetType().Name}\n{where}\n{body}")));
    }
}
