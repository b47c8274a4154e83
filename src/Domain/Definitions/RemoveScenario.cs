namespace LmsWorkflow.Domain;

/// <summary>A scenario is not to be run any more before a publishing. What it said stays in the record.</summary>
public sealed record RemoveScenario(string Name) : DefinitionRequest
{
    public override Act Act => Act.EditDefinition;

    public override Decision Decide(DefinitionContext context) =>
        ScenarioNames.Of(context).Contains(Name) ? Decision.Accept(new ScenarioRemoved(Name)) : Decision.Refuse(new NoSuchScenario());
}

public sealed record ScenarioRemoved(string Name) : DefinitionFact
{
    public override DefinitionFile Apply(DefinitionFile file, Stamp stamp) => file.With(new ScenarioChange(Name, null, stamp.Person, stamp.At));
}

public sealed record NoSuchScenario() : Refusal(new Words(
    "Scenarioet er ikke tatt vare på med denne prosessen. Last siden på nytt.", "Scenarioet er ikkje teke vare på med denne prosessen. Last sida på nytt."));
