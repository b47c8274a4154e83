using System.Security.Cryptography;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Reads BPMN 2.0 into a definition the engine can execute. What the engine does not execute is refused here, with the element's id and a sentence:
/// a case never meets an element nobody understands. Never throws for what a file contains.
/// </summary>
public static class BpmnReader
{
    /// <param name="xml">The file.</param>
    /// <param name="vocabulary">Variables and actions the definition may use.</param>
    /// <param name="version">Number the catalogue gives this content.</param>
    public static ReadResult Read(ReadOnlyMemory<byte> xml, ProcessVocabulary vocabulary, int version = 1)
    {
        var findings = new FindingList();
        var definition = Read(xml, vocabulary, version, findings);
        return new ReadResult(findings.HasErrors ? null : definition, [.. findings.All]);
    }

    static ProcessDefinition? Read(ReadOnlyMemory<byte> xml, ProcessVocabulary vocabulary, int version, FindingList findings)
    {
        var (document, finding) = SecureXml.Read(xml);
        if (finding is not null) findings.Add(finding);
        if (document?.Root is not { } root) return null;
        if (!root.IsModel("definitions"))
        {
            findings.Error(root, "Filen er ikke en BPMN 2.0-tegning. Lagre den som BPMN 2.0 XML.", "Fila er ikkje ei BPMN 2.0-teikning. Lagre ho som BPMN 2.0 XML.");
            return null;
        }

        return ProcessOf(root, findings) is { } process ? Definition(root, process, vocabulary, version, Hash(xml), findings) : null;
    }

    static XElement? ProcessOf(XElement root, FindingList findings)
    {
        List<XElement> processes = [.. root.Elements(BpmnNames.Model + "process")];
        if (processes.Count > 1) processes.RemoveAll(process => process.Text("isExecutable") != "true");
        if (processes.Count == 1 && !string.IsNullOrWhiteSpace(processes[0].Id())) return processes[0];
        findings.Error(root,
            "Filen må ha nøyaktig én kjørbar prosess, og den må ha en id.", "Fila må ha nøyaktig éin køyrbar prosess, og han må ha ein id.");
        return null;
    }

    static ProcessDefinition? Definition(XElement root, XElement process, ProcessVocabulary vocabulary, int version, string hash, FindingList findings)
    {
        var elements = new ScopeReader(root, vocabulary, findings);
        var start = elements.Read(process);
        if (!findings.HasErrors) StructureCheck.Check(elements.Elements, elements.Flows, findings);
        if (findings.HasErrors || start is null) return null;
        InclusiveJoin.Prepare(elements.Elements);
        return new ProcessDefinition(process.Id()!, LmsReader.NameOf(process), version, hash, start, elements.Elements);
    }

    static string Hash(ReadOnlyMemory<byte> xml) => Convert.ToHexStringLower(SHA256.HashData(xml.Span));
}
