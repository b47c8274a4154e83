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
            Wrong(xml, $"loopMaximum på «{xml.Id()}» må være et helt tall fra 1.", $"loopMaximum på «{xml.Id()}» må vere eit heilt tal frå 1.");
        if (condition is null && maximum is null)
            Wrong(xml, $"«{xml.Id()}» gjentas uten ende. Skriv et vilkår eller hvor mange ganger.", $"«{xml.Id()}» blir gjenteken utan ende. Skriv eit vilkår eller kor mange gonger.");
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
            Wrong(xml, $"«{xml.Id()}» sier ikke hvor mange ganger den gjøres. Skriv et tall eller et uttrykk i loopCardinality.",
                $"«{xml.Id()}» seier ikkje kor mange gonger ho blir gjord. Skriv eit tal eller eit uttrykk i loopCardinality.");
        if (loop.Text("behavior") is not (null or "All"))
            Wrong(xml, $"«{xml.Id()}» sender hendelser for hver gang den er gjort (behavior). Det kan ikke kjøres.", $"«{xml.Id()}» sender hendingar for kvar gong ho er gjord (behavior). Det kan ikkje køyrast.");
    }

    void Wrong(XElement xml, string nb, string nn) => findings.Error("loops", xml, nb, nn);
}
