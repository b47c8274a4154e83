using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A sign-off names its gate, both sides and all the gate's documents, and both sides can do it (R78, R79). Each gate that both sides sign has one in its phase.</summary>
static class SignOffBothSides
{
    const TaskRoles BothRoles = TaskRoles.Fagperson | TaskRoles.Brukerrepresentant;

    public static Check Check { get; } = new("sign-off-both-sides", CheckedDrawings.MeantToRun, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        foreach (var element in process.Elements)
        {
            if (element.Lms.Work == "signOff") Names(element, report);
            else if (element.Lms is { Action: "passGate", Gate: { } gate } && !GateDocuments.Of(gate).IsEmpty && !IsSigned(process, element, gate)) NotSigned(element, gate, report);
        }
    }

    static void Names(ProcessElement element, Reporter report)
    {
        if (element.Lms.Gate is not { } gate)
        {
            report.Refuse(Place.Of(element), new(
                $"Godkjenningen {element.Nb()} sier ikke hvilken port den gjelder. Velg porten.", $"Godkjenninga {element.Nn()} seier ikkje kva port ho gjeld. Vel porten."));
            return;
        }

        if (element.Lms.Sides.Distinct().Count() < 2)
            report.Refuse(Place.Of(element), new(
                $"Godkjenningen {element.Nb()} må be om svar fra både fagsiden og brukersiden. Kryss av for begge.", $"Godkjenninga {element.Nn()} må be om svar frå både fagsida og brukarsida. Kryss av for begge."),
                QuickFix.Set(element, "lms:sides", "fag bruker"));
        if ((element.Lms.Roles & BothRoles) != BothRoles)
            report.Refuse(Place.Of(element), new(
                $"Både fagperson og brukerrepresentant må kunne gjøre {element.Nb()}. Kryss av for begge rollene.", $"Både fagperson og brukarrepresentant må kunne gjere {element.Nn()}. Kryss av for begge rollene."),
                QuickFix.Set(element, "lms:role", "fagperson brukerrepresentant"));
        if (GateDocuments.Of(gate).Except(element.Lms.Documents).ToList() is { Count: > 0 } missing)
            report.Refuse(Place.Of(element), new(
                $"Godkjenningen {element.Nb()} mangler {string.Join(", ", missing)}, som godkjennes ved {gate}. Ta dem med.",
                $"Godkjenninga {element.Nn()} manglar {string.Join(", ", missing)}, som blir godkjende ved {gate}. Ta dei med."),
                QuickFix.Set(element, "lms:documents", string.Join(' ', element.Lms.Documents.Concat(missing).Distinct().Order())));
    }

    static bool IsSigned(CheckedProcess process, ProcessElement passes, Gate gate) =>
        process.Elements.Any(element => element.Lms.Work == "signOff" && element.Lms.Gate == gate && element.PhaseAround() == passes.PhaseAround());

    static void NotSigned(ProcessElement passes, Gate gate, Reporter report) => report.Refuse(Place.Of(passes), new(
        $"Porten {gate} har ingen godkjenning i sin fase. Sett inn en godkjenning fra begge parter ved {gate} foran den.",
        $"Porten {gate} har inga godkjenning i fasen sin. Set inn ei godkjenning frå begge partar ved {gate} framfor han."));
}
