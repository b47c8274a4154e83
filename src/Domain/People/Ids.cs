namespace LmsWorkflow.Domain;

/// <summary>Identity of a case. Random; says nothing of its content.</summary>
public readonly record struct CaseId(Guid Value)
{
    public override string ToString() => Value.ToString("n");
}

/// <summary>Identity of a person in the directory. Random; never a national identity number (R173).</summary>
public readonly record struct PersonId(Guid Value)
{
    public override string ToString() => Value.ToString("n");
}

/// <summary>Identity of an organisational unit.</summary>
public readonly record struct UnitId(Guid Value)
{
    public override string ToString() => Value.ToString("n");
}

/// <summary>Identity of a lærings- og mestringstilbud.</summary>
public readonly record struct TilbudId(Guid Value)
{
    public override string ToString() => Value.ToString("n");
}
