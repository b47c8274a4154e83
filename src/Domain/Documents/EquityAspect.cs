namespace LmsWorkflow.Domain;

/// <summary>What equal access must be thought through for (R69).</summary>
public enum EquityAspect { Alder, Kjonn, Bosted, Sprak, Funksjon, Tilstand }

/// <summary>Keys of the aspects' fields in the kursplan (D12) and what they are called.</summary>
public static class EquityAspects
{
    public const string NotRelevant = "ikke_relevant";

    /// <summary>Field with the choice "vurdert" or "ikke relevant".</summary>
    public static string Answer(this EquityAspect aspect) => $"likeverd_{Key(aspect)}";

    /// <summary>Field with what is done, or why it is not relevant.</summary>
    public static string Text(this EquityAspect aspect) => $"likeverd_{Key(aspect)}_tekst";

    public static Words Words(this EquityAspect aspect) => aspect switch
    {
        EquityAspect.Alder => new("alder", "alder"),
        EquityAspect.Kjonn => new("kjønn", "kjønn"),
        EquityAspect.Bosted => new("bosted og reisevei", "bustad og reiseveg"),
        EquityAspect.Sprak => new("språk og etnisitet", "språk og etnisitet"),
        EquityAspect.Funksjon => new("funksjonsevne", "funksjonsevne"),
        _ => new("diagnose og tilstand", "diagnose og tilstand"),
    };

    static string Key(EquityAspect aspect) => aspect switch
    {
        EquityAspect.Alder => "alder",
        EquityAspect.Kjonn => "kjonn",
        EquityAspect.Bosted => "bosted",
        EquityAspect.Sprak => "sprak",
        EquityAspect.Funksjon => "funksjon",
        _ => "tilstand",
    };
}
