namespace LmsWorkflow.Domain;

/// <summary>A request that opens a case. It alone names the process definition; the case is pinned to it from the first fact.</summary>
public abstract record OpeningRequest : CaseRequest
{
    /// <summary>Key of the definition; null for Standard metode as drawn for a new tilbud.</summary>
    public abstract string? Definition { get; init; }

    /// <summary>Which way through the phases the case will take. The definition must be drawn for it.</summary>
    public abstract CaseFlow Way { get; }

    public override Act Act => Act.RegisterNeed;

    /// <summary>What the report itself lacks, in the order people are asked for it; a form that cannot be read in full can still be told all of it.</summary>
    public abstract IEnumerable<Refusal> Unmet(PeopleDirectory directory);
}

/// <summary>The definition is drawn for another way through the phases than the case would take.</summary>
public sealed record DefinitionIsForAnotherFlow() : Refusal(new Words(
    "Prosessen er tegnet for en annen slags sak. Velg sakstypen på nytt på siden «Ny sak».",
    "Prosessen er teikna for ei anna slags sak. Vel sakstypen på nytt på sida «Ny sak»."));

public sealed record UnknownDefinition() : Refusal(new Words(
    "Sakstypen finnes ikke. Velg en fra listen på siden «Ny sak».", "Sakstypen finst ikkje. Vel ein frå lista på sida «Ny sak»."));
