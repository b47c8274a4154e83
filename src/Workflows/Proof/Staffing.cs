using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Every task has somebody who may do it, and the two sides can be two different people, each with a vara: fagperson and brukerrepresentant are appointed in the case, as many
/// as wanted (R18, R79, R90), and the other roles are held by unit. What can go wrong in a drawing is that a task is given to roles none of which may do what completes it.
/// </summary>
static class Staffing
{
    public static PropertyVerdict Judge(ProcessModel process)
    {
        var idle = process.Elements.Where(element => element.Kind == ElementKind.UserTask).Select(task => (Task: task, Why: Unmet(task))).Where(found => found.Why is not null).ToList();
        if (idle.Count == 0) return PropertyVerdict.Kept;
        return PropertyVerdict.Broken(idle.Select(found => found.Task.Id), []) with { Sentence = idle[0].Why };
    }

    static Words? Unmet(ProcessElement task)
    {
        var name = ToldPath.Name(task);
        var roles = TaskRoleNames.Each(task.Lms.Roles).ToImmutableArray();
        if (roles.IsEmpty) return new($"Oppgaven {name.Nb} er ikke gitt til noen.", $"Oppgåva {name.Nn} er ikkje gitt til nokon.");
        foreach (var side in task.Lms.Sides)
            if (!roles.Contains(RoleOf(side)))
                return new(
                    $"Ved {name.Nb} skal {side.Words().Nb} godkjenne, men oppgaven er ikke gitt til {side.Words().Nb}. Da kan ingen fra den siden gjøre den.",
                    $"Ved {name.Nn} skal {side.Words().Nn} godkjenne, men oppgåva er ikkje gitt til {side.Words().Nn}. Då kan ingen frå den sida gjere ho.");
        var may = MayComplete(task);
        if (roles.Any(may.Contains)) return null;
        var those = ToldPath.Listed(may.Select(role => role.Words().Nb.ToLowerInvariant()), "eller");
        return new(
            $"Oppgaven {name.Nb} er gitt til noen som ikke kan gjøre den ferdig. Det kan bare {those}.",
            $"Oppgåva {name.Nn} er gitt til nokon som ikkje kan gjere ho ferdig. Det kan berre {ToldPath.Listed(may.Select(role => role.Words().Nn.ToLowerInvariant()), "eller")}.");
    }

    static Role RoleOf(Side side) => side == Side.Fag ? Role.Fagperson : Role.Brukerrepresentant;

    /// <summary>Roles that may do the act which completes this sort of task.</summary>
    static ImmutableArray<Role> MayComplete(ProcessElement task) => CaseAccess.May(task.Lms.Work switch
    {
        "freeze" => Act.FreezePackage,
        "signOff" or "announcement" or "collaboration" => Act.SignOff,
        "decision" or "budget" or "escalation" => Act.Decide,
        "document" or "revise" when task.Lms.Documents.Any(document => GateDocuments.GateOf(document) is not null) => Act.EditJointDocument,
        _ => Act.CompleteWorkItem,
    });
}
