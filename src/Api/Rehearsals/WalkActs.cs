using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>Something a person can do where a walk stands, beside saying that a task is done.</summary>
/// <param name="Step">It as a step of the scenario.</param>
public sealed record WalkAct(Words Name, string Step);

/// <summary>What the process waits for from people at a gate, and what they can do to the whole case, as steps that need nothing written. The rest is written as a step.</summary>
static class WalkActs
{
    const string Reason = "{\"reason\": \"Prøvd i en gjennomgang for hånd\"}";

    public static ImmutableArray<WalkAct> At(CaseFile file, ProcessElement? task, IEnumerable<WalkPerson> who, Func<PersonId, WalkPerson?> known) => task?.Lms switch
    {
        { Work: "freeze" or "revise", Gate: { } gate } => [.. who.Select(person => Freeze(person, gate))],
        { Work: "signOff", Gate: { } gate } when file.SignOffs.Current(gate) is { } package => [.. who.Except(Signed(file, gate, package.Number, known)).SelectMany(person => Answers(person, gate, package.Number))],
        { Work: "dialogue", Gate: { } gate } => [.. file.Objections.All.Where(objection => objection.Gate == gate && objection.Blocks).SelectMany(objection => LetGo(objection, known(objection.By)))],
        _ => [],
    };

    public static ImmutableArray<WalkAct> OfCase(CaseFile file, WalkPerson? coordinator) => (file.Standing, coordinator) switch
    {
        (Standing.Open, { } person) => [Hold(person), Cancel(person)],
        (Standing.OnHold, { } person) => [Resume(person), Cancel(person)],
        _ => [],
    };

    static IEnumerable<WalkPerson> Signed(CaseFile file, Gate gate, int package, Func<PersonId, WalkPerson?> known) =>
        file.SignOffs.Given.Where(given => given.Gate == gate && given.Package == package && given.Counts).Select(given => known(given.Person)).OfType<WalkPerson>();

    static WalkAct Freeze(WalkPerson who, Gate gate) =>
        new(new($"Lås teksten ved {gate}, som {who.Name}", $"Lås teksten ved {gate}, som {who.Name}"), $"{who.Code} POST cases/{{sak}}/gates/{gate}/packages");

    static IEnumerable<WalkAct> Answers(WalkPerson who, Gate gate, int package) =>
    [
        new(new($"Godkjenn, som {who.Name}", $"Godkjenn, som {who.Name}"), $"{who.Code} signs {gate}"),
        new(new($"Be om endring, som {who.Name}", $"Be om endring, som {who.Name}"), $"{who.Code} POST cases/{{sak}}/gates/{gate}/change-requests {{\"package\": {package}, {Reason[1..]}"),
        new(new($"Kom med innsigelse, som {who.Name}", $"Kom med innseiing, som {who.Name}"), $"{who.Code} POST cases/{{sak}}/gates/{gate}/objections {Reason}"),
    ];

    static IEnumerable<WalkAct> LetGo(Objection objection, WalkPerson? by) => by is null ? []
        : [new(new($"Trekk innsigelsen, som {by.Name}", $"Trekk innseiinga, som {by.Name}"), $"{by.Code} POST cases/{{sak}}/objections/{objection.Number}/withdrawals")];

    static WalkAct Hold(WalkPerson who) => new(new($"Sett saken på vent, som {who.Name}", $"Set saka på vent, som {who.Name}"), $"{who.Code} POST cases/{{sak}}/holds {Reason}");

    static WalkAct Resume(WalkPerson who) => new(new($"Ta saken opp igjen, som {who.Name}", $"Ta opp att saka, som {who.Name}"), $"{who.Code} DELETE cases/{{sak}}/holds");

    static WalkAct Cancel(WalkPerson who) => new(new($"Avlys, som {who.Name}", $"Avlys, som {who.Name}"), $"{who.Code} POST cases/{{sak}}/cancellations {Reason}");
}
