using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LmsWorkflow.Api;

/// <summary>
/// Events from before single persons' answers lay apart: what each answered is in their very bytes. Bytes cannot be changed without breaking the log, so a dossier brings such an event's hash, and what may be
/// told of it (docs/decisions/sealed-answers.md).
/// </summary>
static class OpenAnswers
{
    public const string Collaboration = "collaboration-answered.v1", Closed = "evaluation-closed.v1", OnPaper = "paper-answers-entered.v1";

    public static bool AreIn(string name) => name is Collaboration or Closed or OnPaper;

    /// <summary>The event without what anybody ticked off; still read as what it is.</summary>
    public static byte[] Without(string name, byte[] body)
    {
        var told = JsonNode.Parse(body)!;
        var fact = told["fact"]!.AsObject();
        if (name == Collaboration) fact["ratings"] = new JsonArray();
        else foreach (var answer in fact["slips"]!.AsArray().SelectMany(slip => slip!["answers"]!.AsArray())) Silence(answer!.AsObject());
        return JsonSerializer.SerializeToUtf8Bytes(told, AsStored);
    }

    static void Silence(JsonObject answer)
    {
        answer.Remove("number");
        answer.Remove("choice");
    }

    static readonly JsonSerializerOptions AsStored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
