namespace LmsWorkflow.Domain;

/// <summary>The six mutually dependent elements of the didaktisk relasjonsmodell (R51).</summary>
public enum DidacticElement { Malgruppe, Mal, Rammer, Innhold, Metoder, Vurdering }

public static class DidacticElements
{
    /// <summary>The element a field of the kursplan (D12) belongs to: its key is the element's, alone or before an underscore. Null for the other sections.</summary>
    public static DidacticElement? Of(string field)
    {
        var underscore = field.IndexOf('_', StringComparison.Ordinal);
        return (underscore < 0 ? field : field[..underscore]) switch
        {
            "malgruppe" => DidacticElement.Malgruppe,
            "mal" => DidacticElement.Mal,
            "rammer" => DidacticElement.Rammer,
            "innhold" => DidacticElement.Innhold,
            "metoder" => DidacticElement.Metoder,
            "vurdering" => DidacticElement.Vurdering,
            _ => null,
        };
    }

    /// <summary>The field that must be filled for the element to be there.</summary>
    public static string Field(this DidacticElement element) => element switch
    {
        DidacticElement.Malgruppe => "malgruppe",
        DidacticElement.Mal => "mal",
        DidacticElement.Rammer => "rammer",
        DidacticElement.Innhold => "innhold",
        DidacticElement.Metoder => "metoder",
        _ => "vurdering",
    };

    public static Words Words(this DidacticElement element) => element switch
    {
        DidacticElement.Malgruppe => new("Målgruppe", "Målgruppe"),
        DidacticElement.Mal => new("Mål", "Mål"),
        DidacticElement.Rammer => new("Rammer", "Rammer"),
        DidacticElement.Innhold => new("Innhold", "Innhald"),
        DidacticElement.Metoder => new("Metoder", "Metodar"),
        _ => new("Evaluering", "Evaluering"),
    };
}
