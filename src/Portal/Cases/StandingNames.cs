using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

public static class StandingNames
{
    public static Words Of(Standing standing) => standing switch
    {
        Standing.Open => new("Åpen", "Open"),
        Standing.OnHold => new("Satt på vent", "Sett på vent"),
        Standing.Cancelled => new("Avlyst", "Avlyst"),
        Standing.Closed => new("Avsluttet", "Avslutta"),
        _ => new("Ikke registrert", "Ikkje registrert"),
    };
}
