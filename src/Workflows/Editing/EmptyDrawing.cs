using System.Security;
using System.Text;
using System.Xml;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What a new definition begins as when it begins from nothing: a start, an end and the flow between them, with shapes, so that any modeller opens it.</summary>
public static class EmptyDrawing
{
    public const int LongestName = 100;

    /// <summary>Written on one line, with nothing in it that a file cannot hold.</summary>
    public static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Trim().Length <= LongestName && name.Trim().All(c => !char.IsControl(c)) && IsXml(name);

    /// <param name="key">The process's own id.</param>
    /// <param name="name">A name for which <see cref="IsName"/> holds, in both written forms.</param>
    public static byte[] Of(string key, Words name) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="{BpmnNames.Model}" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:lms="{BpmnNames.Lms}" id="{key}_definisjon" targetNamespace="urn:lmsworkflow:definitions" expressionLanguage="https://www.omg.org/spec/DMN/20191111/FEEL/">
          <bpmn:process id="{key}" name="{Text(name.Nb)}"{Nynorsk(name)} isExecutable="true">
            <bpmn:startEvent id="{key}_start" name="Start">
              <bpmn:outgoing>{key}_start_til_slutt</bpmn:outgoing>
            </bpmn:startEvent>
            <bpmn:endEvent id="{key}_slutt" name="Slutt">
              <bpmn:incoming>{key}_start_til_slutt</bpmn:incoming>
            </bpmn:endEvent>
            <bpmn:sequenceFlow id="{key}_start_til_slutt" sourceRef="{key}_start" targetRef="{key}_slutt" />
          </bpmn:process>
          <bpmndi:BPMNDiagram id="{key}_tegning">
            <bpmndi:BPMNPlane id="{key}_tegning_flate" bpmnElement="{key}">
              <bpmndi:BPMNShape id="{key}_start_form" bpmnElement="{key}_start">
                <dc:Bounds x="160" y="102" width="36" height="36" />
                <bpmndi:BPMNLabel>
                  <dc:Bounds x="133" y="145" width="90" height="14" />
                </bpmndi:BPMNLabel>
              </bpmndi:BPMNShape>
              <bpmndi:BPMNShape id="{key}_slutt_form" bpmnElement="{key}_slutt">
                <dc:Bounds x="320" y="102" width="36" height="36" />
                <bpmndi:BPMNLabel>
                  <dc:Bounds x="293" y="145" width="90" height="14" />
                </bpmndi:BPMNLabel>
              </bpmndi:BPMNShape>
              <bpmndi:BPMNEdge id="{key}_start_til_slutt_strek" bpmnElement="{key}_start_til_slutt">
                <di:waypoint x="196" y="120" />
                <di:waypoint x="320" y="120" />
              </bpmndi:BPMNEdge>
            </bpmndi:BPMNPlane>
          </bpmndi:BPMNDiagram>
        </bpmn:definitions>

        """);

    static string Nynorsk(Words name) => name.Nn == name.Nb ? "" : $" lms:nameNn=\"{Text(name.Nn)}\"";

    static string Text(string name) => SecurityElement.Escape(name.Trim());

    static bool IsXml(string name)
    {
        try
        {
            XmlConvert.VerifyXmlChars(name);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
