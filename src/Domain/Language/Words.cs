namespace LmsWorkflow.Domain;

/// <summary>The written forms (målform) the product speaks.</summary>
public enum Language { Nb, Nn }

/// <summary>One sentence in every written form. Leaving one out does not compile; a further language is one more parameter.</summary>
public sealed record Words(string Nb, string Nn)
{
    /// <summary>A word that is the same in every written form.</summary>
    public static Words Same(string text) => new(text, text);

    public string In(Language language) => language == Language.Nn ? Nn : Nb;
}
