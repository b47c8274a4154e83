namespace LmsWorkflow.Domain;

/// <summary>What phases, gates and roles are called on screen.</summary>
public static class Names
{
    public static Words Words(this Phase phase) => phase switch
    {
        Phase.Forankring => new("Forankring", "Forankring"),
        Phase.NeedsAssessment => new("Behovsvurdering", "Behovsvurdering"),
        Phase.Planning => new("Planlegging", "Planlegging"),
        Phase.Delivery => new("Gjennomføring", "Gjennomføring"),
        Phase.Evaluation => new("Evaluering", "Evaluering"),
        Phase.Continuation => new("Videreføring", "Vidareføring"),
        _ => new("Avsluttet", "Avslutta"),
    };

    public static Words Words(this Gate gate) => gate switch
    {
        Gate.G0 => new("Forankringsvedtak", "Forankringsvedtak"),
        Gate.G1 => new("Godkjenning av behovsvurderingen", "Godkjenning av behovsvurderinga"),
        Gate.G2 => new("Godkjenning av kursplanen", "Godkjenning av kursplanen"),
        Gate.G3 => new("Godkjenning av gjennomføringen", "Godkjenning av gjennomføringa"),
        Gate.G4 => new("Godkjenning av kursrapporten", "Godkjenning av kursrapporten"),
        _ => new("Vedtak om videreføring", "Vedtak om vidareføring"),
    };

    public static Words Words(this Role role) => role switch
    {
        Role.Koordinator => new("Koordinator", "Koordinator"),
        Role.Fagperson => new("Fagperson", "Fagperson"),
        Role.Brukerrepresentant => new("Brukerrepresentant", "Brukarrepresentant"),
        Role.Leder => new("Leder", "Leiar"),
        Role.Administrator => new("Administrator", "Administrator"),
        Role.Revisor => new("Revisor", "Revisor"),
        _ => new("Systemet", "Systemet"),
    };
}
