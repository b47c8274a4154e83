using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Reads BPMN 2.0 from any tool: a model of the whole file to judge, and a definition the engine can execute. What the engine does not execute is refused here,
/// with the element's id and a sentence: a case never meets an element nobody understands. Never throws for what a file contains.
/// </summary>
public static class BpmnReader
{
    /// <param name="xml">The file.</param>
    /// <param name="vocabulary">Variables and actions the definition may use.</param>
    /// <param name="version">Number the catalogue gives this content.</param>
    public static ReadResult Read(ReadOnlyMemory<byte> xml, ProcessVocabulary vocabulary, int version = 1)
    {
        var findings = new FindingList();
        var (document, finding) = SecureXml.Read(xml);
        if (finding is not null) findings.Add(finding);
        if (document?.Root is not { } root || !IsBpmn(root, findings)) return new(null, null, [.. findings.All]);

        var model = new ModelReader(root, vocabulary, findings).Read();
        var definition = model?.Driving is { } driving && !findings.HasErrors ? Definition(driving, version, xml) : null;
        return new(definition, model, [.. findings.All]);
    }

    static bool IsBpmn(XElement root, FindingList findings)
    {
        if (root.IsModel("definitions")) return true;
        findings.Broken("readable", root, "Filen er ikke en BPMN 2.0-tegning. Lagre den som BPMN 2.0 XML.", "Fila er ikkje ei BPMN 2.0-teikning. Lagre ho som BPMN 2.0 XML.");
        return false;
    }

    static ProcessDefinition Definition(ProcessModel process, int version, ReadOnlyMemory<byte> xml)
    {
        InclusiveJoin.Prepare(process.Elements);
        var start = process.Inside(null).Single(element => element.Kind == ElementKind.StartEvent);
        return new(process.Id, process.Name, version, Hash(xml), start, process.Elements) { Flow = process.Flow };
    }

    static string Hash(ReadOnlyMemory<byte> xml) => Convert.ToHexStringLower(SHA256.HashData(xml.Span));
}
