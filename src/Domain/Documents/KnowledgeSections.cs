namespace LmsWorkflow.Domain;

/// <summary>
/// The behovsvurdering (D08) has a section of lived experience and one of professional knowledge, each written by its own side (domain notes §4.4, step 1.3).
/// Holds whatever a form says: no definition can take a side's section away or let another write it.
/// </summary>
public static class KnowledgeSections
{
    public static Side? WriterOf(DocumentKind kind, FieldDefinition field) => field.WrittenBy ?? (kind, field.Key) switch
    {
        (DocumentKind.D08, "erfaringskunnskap") => Side.Bruker,
        (DocumentKind.D08, "fagkunnskap") => Side.Fag,
        _ => null,
    };

    internal static IEnumerable<Refusal> Unmet(FormContent content, FormDefinition? form)
    {
        foreach (var side in Enum.GetValues<Side>())
            if (content[Key(side)] is null && form?.Field(Key(side)) is not { Required: true }) yield return new KnowledgeMissing(side);
    }

    static string Key(Side side) => side == Side.Bruker ? "erfaringskunnskap" : "fagkunnskap";
}

public sealed record KnowledgeMissing(Side Side) : Refusal(new Words(
    Side == Side.Bruker ? "Behovsvurderingen mangler erfaringskunnskap. Be en brukerrepresentant skrive den." : "Behovsvurderingen mangler fagkunnskap. Be en fagperson skrive den.",
    Side == Side.Bruker ? "Behovsvurderinga manglar erfaringskunnskap. Be ein brukarrepresentant skrive han." : "Behovsvurderinga manglar fagkunnskap. Be ein fagperson skrive han."));
