using System.Globalization;
using System.Xml.Linq;

namespace LmsWorkflow.Workflows;

/// <summary>Reads how an activity repeats (BPMN 2.0.2 §10.3.7): standard loop and multi-instance. Collections of data are not ours: the number is an expression.</summary>
sealed class LoopReader(LmsReader lms, FindingList findings)
{
    public void Read(XElement xml, ProcessElement element)
    {
        if (xml.Element(BpmnNames.Model + "standardLoopCharacteristics") is { } standard) ReadStandard(xml, standard, element);
        else if (xml.Element(BpmnNames.Model + "multiInstanceLoopCharacteristics") is { } several) ReadMultiInstance(xml, several, element);
    }

    void ReadStandard(XElement xml, XElement loop, ProcessElement element)
    {
        element.Loop = LoopKind.Standard;
        var condition = loop.Element(BpmnNames.Model + "loopCondition")?.Value;
        var maximum = loop.Text("loopMaximum")?.Trim();
        element.LoopRule = new LoopRule
        {
            Condition = condition is null ? null : lms.Condition(xml, condition, LoopVariables.OfStandardLoop),
            Maximum = int.TryParse(maximum, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0 ? most : null,
            TestBefore = loop.Text("testBefore") is "true" or "1",
        };
        if (maximum is not null && element.LoopRule.Maximum is null)
            Wrong(xml, $"Hvor mange ganger {xml.Nb()} høyst gjentas, må være et helt tall fra 1. Skriv tallet på nytt.", $"Kor mange gonger {xml.Nn()} høgst blir gjenteken, må vere eit heilt tal frå 1. Skriv talet på nytt.");
        if (condition is null && maximum is null)
            Wrong(xml, $"{xml.Nb()} gjentas uten ende. Skriv et vilkår eller hvor mange ganger.", $"{xml.Nn()} blir gjenteken utan ende. Skriv eit vilkår eller kor mange gonger.");
    }

    void ReadMultiInstance(XElement xml, XElement loop, ProcessElement element)
    {
        element.Loop = loop.Text("isSequential") is "true" or "1" ? LoopKind.Sequential : LoopKind.Parallel;
        var cardinality = loop.Element(BpmnNames.Model + "loopCardinality")?.Value;
        var completion = loop.Element(BpmnNames.Model + "completionCondition")?.Value;
        element.LoopRule = new LoopRule
        {
            Cardinality = cardinality is null ? null : lms.Number(xml, cardinality),
            Completion = completion is null ? null : lms.Condition(xml, completion, LoopVariables.OfMultiInstance),
        };
        if (cardinality is null)
            Wrong(xml, $"{xml.Nb()} sier ikke hvor mange ganger den gjøres. Skriv et tall.",
                $"{xml.Nn()} seier ikkje kor mange gonger ho blir gjord. Skriv eit tal.");
        if (loop.Text("behavior") is not (null or "All"))
            Wrong(xml, $"{xml.Nb()} sender hendelser for hver gang den er gjort. Det kan ikke kjøres. Tegn den på nytt fra paletten.", $"{xml.Nn()} sender hendingar for kvar gong ho er gjord. Det kan ikkje køyrast. Teikn ho på nytt frå paletten.");
    }

    void Wrong(XElement xml, string nb, string nn) => findings.Error("loops", xml, nb, nn);
}
