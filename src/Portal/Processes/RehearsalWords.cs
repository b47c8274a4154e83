using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>Rehearsals told in sentences.</summary>
public static class RehearsalWords
{
    /// <summary>In the history of a definition, at the version.</summary>
    public static Words Of(Rehearsed rehearsed)
    {
        var reach = Reach(rehearsed.Elements, rehearsed.AllElements, rehearsed.Flows, rehearsed.AllFlows);
        return rehearsed.Scenarios.Length == 1
            ? new($"Ett scenario ble prøvd før utgaven ble publisert, og det gikk som ventet. {reach.Nb}", $"Eitt scenario vart prøvd før utgåva vart publisert, og det gjekk som venta. {reach.Nn}")
            : new($"{rehearsed.Scenarios.Length} scenarioer ble prøvd før utgaven ble publisert, og alle gikk som ventet. {reach.Nb}", $"{rehearsed.Scenarios.Length} scenario vart prøvde før utgåva vart publisert, og alle gjekk som venta. {reach.Nn}");
    }

    public static Words Reach(int elements, int allElements, int flows, int allFlows) => new(
        $"Innom {elements} av {allElements} steg og {flows} av {allFlows} piler i tegningen.", $"Innom {elements} av {allElements} steg og {flows} av {allFlows} piler i teikninga.");
}
