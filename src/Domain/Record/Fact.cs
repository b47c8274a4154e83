namespace LmsWorkflow.Domain;

/// <summary>Something that happened. Facts are the only hand on the state, are stored for ever, and hold no personal or free text in the clear.</summary>
public abstract record Fact;

/// <summary>A fact of one case's stream. Applying it is total: a stored fact is never refused.</summary>
public abstract record CaseFact : Fact
{
    /// <summary>The case after this fact; does not touch <see cref="CaseFile.Version"/>.</summary>
    public abstract CaseFile Apply(CaseFile file, Stamp stamp);
}
