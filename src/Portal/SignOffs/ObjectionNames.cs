using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

public static class ObjectionNames
{
    public static Words State(ObjectionStatus status) => status switch
    {
        ObjectionStatus.Open => new("Åpen", "Open"),
        ObjectionStatus.Escalated => new("Løftet til lederen", "Løfta til leiaren"),
        ObjectionStatus.Agreed => new("Enighet om ny versjon", "Semje om ny versjon"),
        ObjectionStatus.Withdrawn => new("Trukket", "Trekt"),
        ObjectionStatus.Dissent => new("Dissens ført", "Dissens ført"),
        _ => new("Saken ble stoppet", "Saka blei stoppa"),
    };
}
