namespace LmsWorkflow.Domain;

/// <summary>Objections a side has raised and how they ended (R94–R102). Counts.</summary>
/// <param name="Agreed">A new text was agreed on.</param>
/// <param name="Dissent">The case went on with recorded dissent.</param>
/// <param name="Stopped">The leader stopped the case.</param>
public sealed record ObjectionCount(int Raised, int Agreed, int Withdrawn, int Dissent, int Stopped)
{
    public int Open => Raised - Agreed - Withdrawn - Dissent - Stopped;

    public static BothSides<ObjectionCount> Of(CaseFile file) => BothSides.Of(side => Of([.. file.Objections.All.Where(objection => objection.Side == side).Select(objection => objection.Status)]));

    public ObjectionCount Plus(ObjectionCount other) =>
        new(Raised + other.Raised, Agreed + other.Agreed, Withdrawn + other.Withdrawn, Dissent + other.Dissent, Stopped + other.Stopped);

    static ObjectionCount Of(List<ObjectionStatus> ends)
    {
        int Of(ObjectionStatus status) => ends.Count(end => end == status);
        return new(ends.Count, Of(ObjectionStatus.Agreed), Of(ObjectionStatus.Withdrawn), Of(ObjectionStatus.Dissent), Of(ObjectionStatus.Stopped));
    }
}
