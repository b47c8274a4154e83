using System.Collections.Immutable;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Reads every process of a file, and the messages between pools. What keeps a process from being executed counts only for the one that would drive cases;
/// what keeps the file from being read whole counts wherever it is.
/// </summary>
sealed class ModelReader(XElement root, ProcessVocabulary vocabulary, FindingList findings)
{
    readonly HashSet<string> ids = [];
    readonly Dictionary<string, ProcessElement> nodes = [];

    public BpmnModel? Read()
    {
        List<XElement> processes = [.. root.Elements(BpmnNames.Model + "process")];
        var driving = Driving(processes);
        var events = new EventReader(root);
        var models = processes.Select(xml => (Xml: xml, Model: ReadProcess(xml, events, xml == driving))).ToList();
        var flows = ReadMessageFlows(processes);
        if (findings.IsBroken || models.Count == 0) return null;
        return new()
        {
            Processes = [.. models.Select(entry => entry.Model)],
            MessageFlows = flows,
            Driving = models.FirstOrDefault(entry => entry.Xml == driving).Model,
            IsMeantToRun = processes.Any(SaysExecutable) || UsesOurs(),
        };
    }

    XElement? Driving(List<XElement> processes)
    {
        var candidates = processes.Count > 1 ? processes.FindAll(SaysExecutable) : processes;
        if (candidates.Count == 1 && !string.IsNullOrWhiteSpace(candidates[0].Id())) return candidates[0];
        findings.Error("one-process", root,
            "Filen må ha nøyaktig én kjørbar prosess, og den må ha en id.", "Fila må ha nøyaktig éin køyrbar prosess, og han må ha ein id.");
        return null;
    }

    static bool SaysExecutable(XElement process) => process.Text("isExecutable")?.Trim() is "true" or "1";

    bool UsesOurs() => root.DescendantsAndSelf().Any(element =>
        element.Name.Namespace == BpmnNames.Lms || element.Attributes().Any(attribute => attribute.Name.Namespace == BpmnNames.Lms));

    ProcessModel ReadProcess(XElement xml, EventReader events, bool drives)
    {
        var own = new FindingList();
        var reader = new ScopeReader(events, vocabulary, own, ids, nodes);
        reader.Read(xml);
        var model = new ProcessModel
        {
            Id = xml.Id() ?? "",
            Name = LmsReader.NameOf(xml),
            IsExecutable = SaysExecutable(xml),
            Line = xml.Line(),
            Flow = reader.FlowOf(xml),
            Elements = [.. reader.Elements],
            Flows = [.. reader.Flows],
        };
        if (drives && !own.HasErrors)
        {
            own.AddAll(CheckRun.BeforeRunning(model));
            ExecutionCheck.Check(reader.Elements, own);
        }

        if (drives || own.IsBroken) findings.AddAll(own);
        return model;
    }

    ImmutableArray<MessageFlow> ReadMessageFlows(List<XElement> processes)
    {
        var pools = Pools(processes);
        return
        [
            .. root.Elements(BpmnNames.Model + "collaboration").Elements(BpmnNames.Model + "messageFlow").Select(xml =>
                new MessageFlow(xml.Id() ?? "", EndOf(xml, "sourceRef", pools), EndOf(xml, "targetRef", pools))),
        ];
    }

    /// <summary>What a message flow may end in beside a flow node: a pool, by its own id or its process's.</summary>
    HashSet<string> Pools(List<XElement> processes) =>
    [
        .. processes.Select(process => process.Id() ?? ""),
        .. root.Elements(BpmnNames.Model + "collaboration").Elements(BpmnNames.Model + "participant").Select(pool => pool.Id() ?? ""),
    ];

    ProcessElement? EndOf(XElement flow, string attribute, HashSet<string> pools)
    {
        var id = flow.Reference(attribute) ?? "";
        if (nodes.TryGetValue(id, out var node) || pools.Contains(id)) return node;
        findings.Broken("references", flow,
            $"Meldingsflyten {flow.Nb()} går til eller fra «{id}», som ikke finnes i filen.", $"Meldingsflyten {flow.Nn()} går til eller frå «{id}», som ikkje finst i fila.");
        return null;
    }
}
