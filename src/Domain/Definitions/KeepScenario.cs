using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Keeps a scenario with a definition, to be run before each publishing. One of the same name is replaced.</summary>
/// <param name="ContentHash">The text, read and found to be a scenario, in the content store already.</param>
public sealed record KeepScenario(string Name, string ContentHash) : DefinitionRequest
{
    /// <summary>So many that somebody can wait for all of them.</summary>
    public const int Most = 20;

    public override Act Act => Act.EditDefinition;

    public override Decision Decide(DefinitionContext context) => Decision.Unless(
        [
            IsName(Name) ? null : new ScenarioNameIsNotUsable(),
            context.File.Scenario(Name) is { IsRemoved: false } kept && kept.ContentHash == ContentHash ? new ScenarioIsUnchanged() : null,
            ScenarioNames.Of(context).Contains(Name) || ScenarioNames.Of(context).Length < Most ? null : new TooManyScenarios(),
        ],
        () => [new ScenarioKept(Name, ContentHash)]);

    static bool IsName(string name) => name.Length is > 0 and <= 60 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

/// <summary>The scenario is run before each publishing from now on.</summary>
public sealed record ScenarioKept(string Name, string ContentHash) : DefinitionFact
{
    public override DefinitionFile Apply(DefinitionFile file, Stamp stamp) => file.With(new ScenarioChange(Name, ContentHash, stamp.Person, stamp.At));
}

/// <summary>What was last done to a scenario of a definition.</summary>
/// <param name="ContentHash">Null when it was removed.</param>
public sealed record ScenarioChange(string Name, string? ContentHash, PersonId? By, DateTimeOffset At)
{
    public bool IsRemoved => ContentHash is null;
}

static class ScenarioNames
{
    /// <summary>Those that come with the product and those that were kept, without the removed.</summary>
    public static ImmutableArray<string> Of(DefinitionContext context) =>
    [
        .. context.ShippedScenarios.Where(name => context.File.Scenario(name) is null),
        .. context.File.Scenarios.Where(scenario => !scenario.IsRemoved).Select(scenario => scenario.Name),
    ];
}

public sealed record ScenarioNameIsNotUsable() : Refusal(new Words(
    "Navnet på scenarioet kan ha små bokstaver a–z, tall og bindestrek, og må begynne med en bokstav eller et tall. For eksempel «fristen-gar-ut».",
    "Namnet på scenarioet kan ha små bokstavar a–z, tal og bindestrek, og må byrje med ein bokstav eller eit tal. Til dømes «fristen-gar-ut»."))
{
    public static string Field => "name";
}

public sealed record ScenarioIsUnchanged() : Refusal(new Words(
    "Scenarioet er likt det som allerede er tatt vare på. Det er ingenting å lagre.", "Scenarioet er likt det som alt er teke vare på. Det er ingenting å lagre."))
{
    public static string Field => "text";
}

public sealed record TooManyScenarios() : Refusal(new Words(
    $"Prosessen har allerede {KeepScenario.Most} scenarioer. Fjern et du ikke trenger, først.", $"Prosessen har alt {KeepScenario.Most} scenario. Fjern eit du ikkje treng, først."));
