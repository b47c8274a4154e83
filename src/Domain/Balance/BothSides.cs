namespace LmsWorkflow.Domain;

/// <summary>The same figure of each side, beside each other. There are two sides and no persons in it.</summary>
public sealed record BothSides<T>(T Fag, T Bruker)
{
    public T Of(Side side) => side == Side.Fag ? Fag : Bruker;
}

public static class BothSides
{
    public static BothSides<T> Of<T>(Func<Side, T> figure) => new(figure(Side.Fag), figure(Side.Bruker));
}
