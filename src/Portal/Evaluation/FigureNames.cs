using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>Figures that were kept are shown where they belong, not as they are written down.</summary>
public static class FigureNames
{
    public static string Shown(string field, string text, Viewer me) =>
        field is KeptAnswers.Field or KeptRatings.Field ? me.Say("Tallene står på siden Evaluering i saken.", "Tala står på sida Evaluering i saka.") : text;
}
