namespace LmsWorkflow.Domain;

/// <summary>Figures of one run as they are reported (domain notes §9.2). Children as relatives are relatives under 18, never patients (R197); parents at gatherings of their own are counted apart (R198).</summary>
/// <param name="Started">Met at least once.</param>
/// <param name="Completed">Attended at least 80 % (R112).</param>
/// <param name="Parents">Most parents at one gathering; null where parents have none.</param>
/// <param name="InPatientStatistics">False for courses for professionals and open low-threshold events (R8, R105).</param>
public sealed record RunStatistics(
    int Courses, int Samlinger, int Started, int Completed, int Patients, int Relatives, int ChildrenAsRelatives, int Others, int? Parents, bool InPatientStatistics)
{
    /// <summary>Null until the course is finished.</summary>
    public static RunStatistics? Of(CaseFile file)
    {
        if (file.Delivery.Final is not { } final) return null;
        var counts = file.Identity?.Type is not (TilbudType.Helsepedagogisk or TilbudType.Lavterskel);
        return new(1, file.Delivery.Samlinger.Length, final.Met.Total, final.EightyPercent.Total, counts ? final.Met.Patients : 0, final.Met.Relatives, final.Met.Children,
            final.Met.Others + (counts ? 0 : final.Met.Patients), file.Families.MostParents, counts);
    }
}
