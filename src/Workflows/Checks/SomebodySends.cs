using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// A message or signal that is waited for is sent by somebody: thrown in this drawing, or one of those a case gives (<see cref="CaseMessages"/>). Where a called process may send it,
/// or the drawing is itself called, nothing is said.
/// </summary>
static class SomebodySends
{
    public static Check Check { get; } = new("somebody-sends", CheckedDrawings.MeantToRun, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        if (process.Elements.All(static element => element.Lms.IsOfParts) || process.Elements.Any(element => element.Kind == ElementKind.CallActivity)) return;
        var sent = process.Elements.Where(Sends).Select(element => (element.Trigger == Trigger.Signal, element.EventName)).ToHashSet();
        foreach (var waiting in process.Elements.Where(Waits))
        {
            var isSignal = waiting.Trigger == Trigger.Signal;
            if (sent.Contains((isSignal, waiting.EventName)) || (!isSignal && CaseMessages.Names.Contains(waiting.EventName!))) continue;
            if (IsOnTheWay(waiting))
                report.Refuse(Place.Of(waiting), new(
                    $"{waiting.Nb()} venter på «{waiting.EventName}», som ingen sender, så saken blir stående der. Bruk en melding som saken gir, eller send den fra et annet sted i tegningen.",
                    $"{waiting.Nn()} ventar på «{waiting.EventName}», som ingen sender, så saka blir ståande der. Bruk ei melding som saka gir, eller send ho frå ein annan stad i teikninga."));
            else
                report.Advise(Place.Of(waiting), new(
                    $"{waiting.Nb()} venter på «{waiting.EventName}», som ingen sender, så veien derfra blir aldri brukt. Send den fra et annet sted i tegningen, eller ta hendelsen bort.",
                    $"{waiting.Nn()} ventar på «{waiting.EventName}», som ingen sender, så vegen derifrå blir aldri brukt. Send ho frå ein annan stad i teikninga, eller ta hendinga bort."));
        }
    }

    static bool Sends(ProcessElement element) =>
        element.Kind == ElementKind.SendTask || (element.Kind is ElementKind.EndEvent or ElementKind.ThrowEvent && element.Trigger is Trigger.Message or Trigger.Signal);

    /// <summary>What is without a name is told by the reader.</summary>
    static bool Waits(ProcessElement element) => element.EventName is not null
        && (element.Kind == ElementKind.ReceiveTask || (element.Kind is ElementKind.CatchEvent or ElementKind.BoundaryEvent or ElementKind.StartEvent && element.Trigger is Trigger.Message or Trigger.Signal));

    /// <summary>Nothing goes on before it comes: it is no way beside another, and nothing on its edge takes over.</summary>
    static bool IsOnTheWay(ProcessElement waiting) =>
        waiting.Kind is ElementKind.CatchEvent or ElementKind.ReceiveTask
        && !waiting.Incoming.Any(flow => flow.Source.Kind == ElementKind.EventBasedGateway)
        && !waiting.Boundaries.Any(boundary => boundary.Interrupts);
}
