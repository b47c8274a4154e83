namespace LmsWorkflow.Workflows;

/// <summary>What people do has a name, in both written forms: it is what stands in their list of tasks. A name that is the same in both needs no <c>lms:nameNn</c>.</summary>
static class Named
{
    public static Check Check { get; } = new("named", CheckedDrawings.All, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        foreach (var element in process.Elements)
        {
            if (!element.Kind.IsActivity()) continue;
            if (string.IsNullOrWhiteSpace(element.Name.Nb))
                report.Advise(Place.Of(element), new(
                    $"«{element.Id}» har ikke noe navn. Skriv hva som skal gjøres, slik de som skal gjøre det, ville sagt det.",
                    $"«{element.Id}» har ikkje noko namn. Skriv kva som skal gjerast, slik dei som skal gjere det, ville sagt det."));
            else if (string.IsNullOrWhiteSpace(element.Name.Nn))
                report.Advise(Place.Of(element), new(
                    $"{element.Nb()} mangler navn på nynorsk. Skriv det, eller la feltet stå tomt når navnet er likt.",
                    $"{element.Nb()} manglar namn på nynorsk. Skriv det, eller lat feltet stå tomt når namnet er likt."),
                    QuickFix.Set(element, "lms:nameNn", element.Name.Nb));
        }
    }
}
