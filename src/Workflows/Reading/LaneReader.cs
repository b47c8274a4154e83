using System.Collections.Frozen;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Lanes as candidate roles (BPMN 2.0.2 §10.8): a lane that says <c>lms:role</c>, or is simply called by the name of a role, lends it to the user tasks in it.
/// The innermost lane that says something counts.
/// </summary>
sealed class LaneReader(LmsReader lms)
{
    static readonly FrozenDictionary<string, TaskRoles> Names = new Dictionary<string, TaskRoles>(StringComparer.OrdinalIgnoreCase)
    {
        ["koordinator"] = TaskRoles.Koordinator,
        ["fagperson"] = TaskRoles.Fagperson,
        ["brukerrepresentant"] = TaskRoles.Brukerrepresentant,
        ["brukarrepresentant"] = TaskRoles.Brukerrepresentant,
        ["leder"] = TaskRoles.Leder,
        ["leiar"] = TaskRoles.Leder,
        ["administrator"] = TaskRoles.Administrator,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static readonly string[] Between = [" og ", " / ", "/", ","];

    readonly Dictionary<string, TaskRoles> byNode = [];

    /// <summary>The lanes drawn directly in a process or sub-process.</summary>
    public void Read(XElement container)
    {
        foreach (var set in container.Elements(BpmnNames.Model + "laneSet")) ReadSet(set, TaskRoles.None);
    }

    /// <summary>What the node's own lane says; none when it lies in no lane that says anything.</summary>
    public TaskRoles Of(string node) => byNode.GetValueOrDefault(node);

    void ReadSet(XElement set, TaskRoles around)
    {
        foreach (var lane in set.Elements(BpmnNames.Model + "lane"))
        {
            var roles = RolesOf(lane) is var own && own != TaskRoles.None ? own : around;
            foreach (var node in lane.Elements(BpmnNames.Model + "flowNodeRef")) byNode[BpmnNames.LocalPart(node.Value)] = roles;
            foreach (var inner in lane.Elements(BpmnNames.Model + "childLaneSet")) ReadSet(inner, roles);
        }
    }

    TaskRoles RolesOf(XElement lane)
    {
        lms.CheckNames(lane, LmsReader.OnLane);
        if (lane.LmsAttribute("role") is not null) return lms.RolesOf(lane);
        var words = (lane.Text("name") ?? "").Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return words.All(Names.ContainsKey) ? words.Aggregate(TaskRoles.None, (all, word) => all | Names[word]) : TaskRoles.None;
    }
}
