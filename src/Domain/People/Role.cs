namespace LmsWorkflow.Domain;

/// <summary>Capacity a person acts in (domain notes §3.1). Fagperson and Brukerrepresentant come from an appointment in the case, the others from the directory.</summary>
public enum Role { Koordinator, Fagperson, Brukerrepresentant, Leder, Administrator, Revisor, System }

/// <summary>The two sides whose knowledge has the same standing.</summary>
public enum Side { Fag, Bruker }

public static class SideNames
{
    public static Role Role(this Side side) => side == Side.Fag ? Domain.Role.Fagperson : Domain.Role.Brukerrepresentant;

    public static Side Other(this Side side) => side == Side.Fag ? Side.Bruker : Side.Fag;

    public static Words Words(this Side side) => side == Side.Fag ? new("fagperson", "fagperson") : new("brukerrepresentant", "brukarrepresentant");
}
