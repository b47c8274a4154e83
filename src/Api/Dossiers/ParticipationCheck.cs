using System.Collections.Immutable;
using System.Text.Json;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>
/// Medvirkningsgrad (domain notes §4.12, N12) worked out once more by other code than the server's, from names and members of the stored events and nothing else: it needs no text, so erased ones change nothing.
/// </summary>
static class ParticipationCheck
{
    static readonly ImmutableArray<string> JointGates = ["G1", "G2", "G3", "G4"];

    /// <param name="events">Name and bytes of the case's events, in order.</param>
    public static Medvirkningsgrad Of(IEnumerable<(string Name, byte[] Body)> events)
    {
        var (gates, meetings, deviated) = (new Gates(), new Dictionary<int, Held>(), false);
        foreach (var (name, body) in events)
        {
            using var json = JsonDocument.Parse(body);
            var fact = json.RootElement.GetProperty("fact");
            gates.Take(name, fact);
            if (name == "meeting-planned.v1") meetings[Number(fact, "number")] = new(Text(fact, "type") == "Dialogue");
            else if (Has(fact, "meeting") && meetings.TryGetValue(Number(fact, "meeting"), out var meeting)) meeting.Take(name, fact);
            else if (name == "deviation-logged.v1") deviated = true;
        }

        var lacking = JointGates.Count(gate => !gates.IsJoint(gate));
        return lacking == JointGates.Length ? Medvirkningsgrad.IkkeDokumentert : lacking > 0 || deviated || meetings.Values.Any(meeting => meeting.Counts && !meeting.IsInOrder) ? Medvirkningsgrad.Delvis : Medvirkningsgrad.Full;
    }

    /// <summary>Which gates stand open on a text both sides have signed and neither has taken back.</summary>
    sealed class Gates
    {
        readonly Dictionary<(string Gate, int Package), string> texts = [];
        readonly Dictionary<(string Gate, int Package, string Person), (string Side, string Hash, bool Counts)> signed = [];
        readonly Dictionary<string, int> open = [];
        readonly HashSet<string> earlier = [];
        bool isRerun;

        public void Take(string name, JsonElement fact)
        {
            switch (name)
            {
                case "need-registered.v1":
                    isRerun = Text(fact, "flow") == "Gjentak";
                    break;
                case "rerun-begun.v1":
                    foreach (var gate in fact.GetProperty("gates").EnumerateArray()) earlier.Add(Text(gate, "gate"));
                    break;
                case "package-frozen.v1":
                    texts[(Text(fact, "gate"), Number(fact, "number"))] = Text(fact, "hash");
                    break;
                case "sign-off-given.v1":
                    signed[(Text(fact, "gate"), Number(fact, "package"), Text(fact, "person"))] = (Text(fact, "side"), Text(fact, "packageHash"), !Has(fact, "paperScan"));
                    break;
                case "paper-sign-off-confirmed.v1" when signed.TryGetValue((Text(fact, "gate"), Number(fact, "package"), Text(fact, "signer")), out var onPaper):
                    signed[(Text(fact, "gate"), Number(fact, "package"), Text(fact, "signer"))] = onPaper with { Counts = true };
                    break;
                case "sign-off-withdrawn.v1":
                    signed.Remove((Text(fact, "gate"), Number(fact, "package"), Text(fact, "person")));
                    break;
                case "gate-passed.v1" when Has(fact, "package"):
                    open[Text(fact, "gate")] = Number(fact, "package");
                    break;
                case "gate-reopened.v1":
                    // what rests on the gate closes with it
                    foreach (var gate in JointGates.Where(gate => string.CompareOrdinal(gate, Text(fact, "gate")) >= 0)) open.Remove(gate);
                    break;
            }
        }

        public bool IsJoint(string gate)
        {
            if (isRerun && gate == "G1") return earlier.Contains(gate);
            if (!open.TryGetValue(gate, out var package) || !texts.TryGetValue((gate, package), out var hash)) return false;
            var counting = signed.Where(one => one.Key.Gate == gate && one.Key.Package == package && one.Value.Hash == hash && one.Value.Counts).Select(one => one.Value.Side).ToHashSet();
            return counting.Contains("Fag") && counting.Contains("Bruker");
        }
    }

    /// <summary>One meeting: valid, or what was proposed there answered by the side that was not there (R42).</summary>
    sealed class Held(bool isDialogue)
    {
        readonly HashSet<string> invalid = [];
        readonly Dictionary<int, HashSet<string>> waiting = [];
        bool isHeld, hasMinutes;

        public bool Counts => isHeld && !isDialogue && invalid.Count > 0;

        public bool IsInOrder => hasMinutes && waiting.Count == 0;

        public void Take(string name, JsonElement fact)
        {
            switch (name)
            {
                case "meeting-held.v1":
                    isHeld = true;
                    foreach (var why in fact.GetProperty("invalidities").EnumerateArray()) invalid.Add(why.GetString() == "NoFagperson" ? "Fag" : "Bruker");
                    break;
                case "minutes-written.v1":
                    hasMinutes = true;
                    waiting.Clear();
                    foreach (var item in fact.GetProperty("items").EnumerateArray().Where(item => Has(item, "decision"))) waiting[Number(item, "item")] = [.. invalid];
                    break;
                case "proposal-rejected.v1":
                    waiting.Remove(Number(fact, "item"));
                    break;
                case "proposal-confirmed.v1" when waiting.TryGetValue(Number(fact, "item"), out var sides):
                    if (Has(fact, "side")) sides.Remove(Text(fact, "side"));
                    if (Has(fact, "inMeeting") || sides.Count == 0) waiting.Remove(Number(fact, "item"));
                    break;
            }
        }
    }

    static string Text(JsonElement fact, string name) => fact.GetProperty(name).GetString()!;

    static int Number(JsonElement fact, string name) => fact.GetProperty(name).GetInt32();

    static bool Has(JsonElement fact, string name) => fact.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
}
