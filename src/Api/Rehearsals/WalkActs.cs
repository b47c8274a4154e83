using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>Something a person can do where a walk stands, beside saying that a task is done.</summary>
/// <param name="Step">It as a step of the scenario; several where one thing leads to the next.</param>
public sealed record WalkAct(Words Name, string Step);

/// <summary>Where a walk stands, in the walk's own names.</summary>
/// <param name="Known">Null for a person the walk does not name.</param>
/// <param name="Called">The person by the code; null when the walk has none.</param>
/// <param name="UnitCode">Null for a unit the walk does not name.</param>
/// <param name="Written">Steps of the example in which somebody writes a document.</param>
sealed record WalkPlace(CaseFile File, DateTimeOffset Now, Func<PersonId, WalkPerson?> Known, Func<string, WalkPerson?> Called, Func<UnitId, string?> UnitCode, ImmutableArray<string> Written);

/// <summary>What people do where a process waits for them, and what they can do to the whole case, as steps that need nothing written. The rest is written as a step.</summary>
static class WalkActs
{
    const string Tried = "Prøvd i en gjennomgang for hånd";
    const string Reason = $"{{\"reason\": \"{Tried}\"}}";
    const int MeetingHour = 10;
    const int MeetingMinutes = 60;

    static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ImmutableArray<WalkAct> At(WalkPlace at, ProcessElement? task, IReadOnlyCollection<WalkPerson> who) => task?.Lms switch
    {
        { Work: "freeze" or "revise", Gate: { } gate } => [.. who.Select(person => Freeze(person, gate))],
        { Work: "signOff", Gate: { } gate } when at.File.SignOffs.Current(gate) is { } package => [.. who.Except(Signed(at, gate, package.Number)).SelectMany(person => Answers(person, gate, package.Number))],
        { Work: "dialogue", Gate: { } gate } => [.. Blocking(at, gate).SelectMany(objection => Dialogue(at, objection))],
        { Work: "escalation", Gate: { } gate } => [.. Blocking(at, gate).Where(objection => objection.Status == ObjectionStatus.Escalated).SelectMany(objection => who.SelectMany(leader => Ends(leader, objection)))],
        { Work: "meeting" } => [.. Meet(at, at.File.Phase == Phase.Evaluation ? MeetingType.Evaluation : MeetingType.Planning)],
        { Work: "decision", Gate: Gate.G0 } => [.. who.SelectMany(leader => Anchor(at, leader))],
        { Work: "decision" } => [.. who.SelectMany(Continue)],
        { Documents.IsEmpty: false } lms => [.. lms.Documents.Select(kind => Write(at, kind)).OfType<WalkAct>()],
        _ => [],
    };

    public static ImmutableArray<WalkAct> OfCase(CaseFile file, WalkPerson? coordinator) => (file.Standing, coordinator) switch
    {
        (Standing.Open, { } person) => [Hold(person), Cancel(person)],
        (Standing.OnHold, { } person) => [Resume(person), Cancel(person)],
        _ => [],
    };

    static IEnumerable<WalkPerson> Signed(WalkPlace at, Gate gate, int package) =>
        at.File.SignOffs.Given.Where(given => given.Gate == gate && given.Package == package && given.Counts).Select(given => at.Known(given.Person)).OfType<WalkPerson>();

    static IEnumerable<Objection> Blocking(WalkPlace at, Gate gate) => at.File.Objections.All.Where(objection => objection.Gate == gate && objection.Blocks);

    static WalkAct Freeze(WalkPerson who, Gate gate) =>
        new(new($"Lås teksten ved {gate}, som {who.Name}", $"Lås teksten ved {gate}, som {who.Name}"), $"{who.Code} POST cases/{{sak}}/gates/{gate}/packages");

    static IEnumerable<WalkAct> Answers(WalkPerson who, Gate gate, int package) =>
    [
        new(new($"Godkjenn, som {who.Name}", $"Godkjenn, som {who.Name}"), $"{who.Code} signs {gate}"),
        new(new($"Be om endring, som {who.Name}", $"Be om endring, som {who.Name}"), $"{who.Code} POST cases/{{sak}}/gates/{gate}/change-requests {{\"package\": {package}, {Reason[1..]}"),
        new(new($"Kom med innsigelse, som {who.Name}", $"Kom med innseiing, som {who.Name}"), $"{who.Code} POST cases/{{sak}}/gates/{gate}/objections {Reason}"),
    ];

    /// <summary>Only a valid dialogue lets anybody but the objector go on (R96).</summary>
    static IEnumerable<WalkAct> Dialogue(WalkPlace at, Objection objection)
    {
        if (at.Known(objection.By) is not { } by) yield break;
        yield return new(new($"Trekk innsigelsen, som {by.Name}", $"Trekk innseiinga, som {by.Name}"), $"{by.Code} POST cases/{{sak}}/objections/{objection.Number}/withdrawals");
        if (objection.Status != ObjectionStatus.Open) yield break;
        if (at.File.Meetings.All.LastOrDefault(meeting => meeting is { Type: MeetingType.Dialogue, IsValid: true } && meeting.Start > objection.OpenSince) is not { } held)
        {
            foreach (var meet in Meet(at, MeetingType.Dialogue)) yield return meet;
            yield break;
        }

        yield return new(new($"Bli enige om en ny tekst, som {by.Name}", $"Bli samde om ein ny tekst, som {by.Name}"), $"{by.Code} POST cases/{{sak}}/objections/{objection.Number}/agreements {{\"meeting\": {held.Number}}}");
        yield return new(new($"Løft uenigheten til lederen, som {by.Name}", $"Løft usemja til leiaren, som {by.Name}"), $"{by.Code} POST cases/{{sak}}/objections/{objection.Number}/escalations {{\"meeting\": {held.Number}}}");
    }

    static IEnumerable<WalkAct> Ends(WalkPerson leader, Objection objection) =>
    [
        new(new($"Send tilbake med råd, som {leader.Name}", $"Send tilbake med råd, som {leader.Name}"), Decides(leader, objection, EscalationOutcome.Return)),
        new(new($"La saken gå videre med dissens, som {leader.Name}", $"La saka gå vidare med dissens, som {leader.Name}"), Decides(leader, objection, EscalationOutcome.Dissent)),
        new(new($"Stopp saken, som {leader.Name}", $"Stopp saka, som {leader.Name}"), Decides(leader, objection, EscalationOutcome.Stop)),
    ];

    static string Decides(WalkPerson leader, Objection objection, EscalationOutcome outcome) => $"{leader.Code} POST cases/{{sak}}/objections/{objection.Number}/decisions {{\"outcome\": \"{outcome}\", {Reason[1..]}";

    /// <summary>Called in time, and everybody in the group meets: valid when both sides are there (R39, R41).</summary>
    static IEnumerable<WalkAct> Meet(WalkPlace at, MeetingType type)
    {
        var day = OsloTime.Date(at.Now).AddDays(Settings.Default.NoticeDays + 1);
        var start = OsloTime.At(day, new(MeetingHour, 0));
        var members = at.File.Group.At(start).DistinctBy(member => member.Person).Select(member => (member.Side, Person: at.Known(member.Person))).Where(member => member.Person is not null).ToList();
        if (at.File.Identity is not { } identity || at.Known(identity.Koordinator) is not { } caller || members.Select(member => member.Side).Distinct().Count() < 2) yield break;
        var (number, code) = (at.File.Meetings.All.Length + 1, caller.Code);
        var template = type switch { MeetingType.Evaluation => "E1", MeetingType.Dialogue => "Dialogue", _ => "P1" };
        var present = string.Join(", ", members.Select(member => member.Person!.Code).Prepend(code).Distinct().Select(person => $"\"{{{person}}}\""));
        yield return new(
            new($"Kall inn og hold møtet {day.Day}.{day.Month}., med begge sider til stede, som {caller.Name}", $"Kall inn og hald møtet {day.Day}.{day.Month}., med begge sider til stades, som {caller.Name}"),
            string.Create(CultureInfo.InvariantCulture, $$"""
            {{code}} POST cases/{sak}/meetings {"type": "{{type}}", "start": "{{start.UtcDateTime:yyyy-MM-ddTHH:mm}}Z", "minutes": {{MeetingMinutes}}, "form": "Physical", "place": "Møterommet", "template": "{{template}}"}
            {{code}} POST cases/{sak}/meetings/{{number}}/notices
            {{WalkText.ClockAt(start.AddMinutes(2 * MeetingMinutes))}}
            {{code}} POST cases/{sak}/meetings/{{number}}/attendance {"present": [{{present}}], "notified": []}
            """));
    }

    static IEnumerable<WalkAct> Anchor(WalkPlace at, WalkPerson leader)
    {
        var today = OsloTime.Date(at.Now);
        return (at.File.Identity?.Owners ?? []).Where(unit => at.File.Anchorings.All(anchoring => anchoring.Unit != unit)).Select(at.UnitCode).OfType<string>().Select(unit => new WalkAct(
            new($"Forankre, som {leader.Name}", $"Forankre, som {leader.Name}"),
            string.Create(CultureInfo.InvariantCulture, $$"""
            {{leader.Code}} POST cases/{sak}/anchorings {"unit": "{{{unit}}}", "purpose": "{{Tried}}", "pathway": "{{Tried}}", "staffHours": 60, "moneyFrame": 22000, "participationAmount": 13500, "aimsAtPermanentOffer": false, "from": "{{today:yyyy-MM-dd}}", "to": "{{today.AddYears(1):yyyy-MM-dd}}"}
            """)));
    }

    static IEnumerable<WalkAct> Continue(WalkPerson leader) =>
    [
        new(new($"Vedta å fortsette, som {leader.Name}", $"Vedta å halde fram, som {leader.Name}"), $"{leader.Code} POST cases/{{sak}}/decisions {{\"outcome\": \"Continue\", {Reason[1..]}"),
        new(new($"Vedta å avslutte tilbudet, som {leader.Name}", $"Vedta å avslutte tilbodet, som {leader.Name}"), $"{leader.Code} POST cases/{{sak}}/decisions {{\"outcome\": \"Stop\", {Reason[1..]}"),
    ];

    /// <summary>As the example writes the document, on top of what the case has: first the first who writes there, then the next.</summary>
    static WalkAct? Write(WalkPlace at, DocumentKind kind)
    {
        var latest = at.File.Documents.Latest(kind);
        var all = at.Written.Where(step => step.Split((char[])[' ', '\n'])[2] == $"cases/{{sak}}/documents/{kind}").ToList();
        if (all.ElementAtOrDefault(latest?.Revision ?? 0) is not { } step || at.Called(step.Split(' ')[0]) is not { } who) return null;
        if (BodyOf(step) is not { } body) return null;
        body.Remove("basedOn");
        if (latest is not null) body["basedOn"] = new JsonObject { ["version"] = latest.Number, ["revision"] = latest.Revision };
        var name = DocumentNames.Of(kind);
        return new(
            new($"Fyll ut «{name.Nb}» med eksempelet, som {who.Name}", $"Fyll ut «{name.Nn}» med dømet, som {who.Name}"), $"{who.Code} PUT cases/{{sak}}/documents/{kind} {body.ToJsonString(AsWritten)}");
    }

    static JsonObject? BodyOf(string step)
    {
        var body = step.IndexOf("{\"", StringComparison.Ordinal);
        try
        {
            return body < 0 ? null : JsonNode.Parse(step[body..]) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static WalkAct Hold(WalkPerson who) => new(new($"Sett saken på vent, som {who.Name}", $"Set saka på vent, som {who.Name}"), $"{who.Code} POST cases/{{sak}}/holds {Reason}");

    static WalkAct Resume(WalkPerson who) => new(new($"Ta saken opp igjen, som {who.Name}", $"Ta opp att saka, som {who.Name}"), $"{who.Code} DELETE cases/{{sak}}/holds");

    static WalkAct Cancel(WalkPerson who) => new(new($"Avlys, som {who.Name}", $"Avlys, som {who.Name}"), $"{who.Code} POST cases/{{sak}}/cancellations {Reason}");
}
