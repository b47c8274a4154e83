using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A phase with what it has in Standard metode, one thing after the other, and with the way back when the gate before it is opened again (R35, R86).</summary>
static class PhaseBlock
{
    const double Width = 260;
    const double Height = 160;

    public static XElement Insert(DrawingXml drawing, Opening way, Phase phase, Words? name)
    {
        var id = $"fase{(int)phase}_{StepIds.From(phase.Words().Nb)}";
        var around = NewSteps.Make(drawing, "subProcess", id, name ?? new($"{(int)phase} {phase.Words().Nb}", $"{(int)phase} {phase.Words().Nn}"));
        drawing.SetLms(around, "phase", char.ToLowerInvariant(phase.ToString()[0]) + phase.ToString()[1..]);
        NewSteps.Insert(drawing, way, around, Width, Height);
        Fill(drawing, around, phase);
        if (way.Source.LmsAttribute("phase") is { } before) LeadBack(drawing, around, way.Source, before);
        return around;
    }

    static void Fill(DrawingXml drawing, XElement around, Phase phase)
    {
        var block = new Block(drawing, around);
        var at = block.Node("startEvent", around.Id() + "_start", Words.Same("Start"), 0, 0.25);
        block.Flow(at, block.Node("endEvent", around.Id() + "_slutt", new("Ferdig", "Ferdig"), 0.7, 0.25));
        block.Draw();
        foreach (var step in StandardSteps.Before(phase)) at = NewSteps.Insert(drawing, On(drawing, at), step);
        var gate = PhaseMachine.GateOutOf(phase)!.Value;
        at = GateDocuments.Of(gate).IsEmpty ? NewSteps.Insert(drawing, On(drawing, at), StandardSteps.Pass(gate)) : SignOffBlock.Insert(drawing, On(drawing, at), gate, null);
        foreach (var step in StandardSteps.After(phase)) at = NewSteps.Insert(drawing, On(drawing, at), step);
    }

    static Opening On(DrawingXml drawing, XElement node) => new(node, DrawingXml.Outgoing(node).Single());

    static void LeadBack(DrawingXml drawing, XElement around, XElement before, string phase)
    {
        if (!Enum.TryParse<Phase>(phase, true, out var left) || PhaseMachine.GateOutOf(left) is not { } gate || PhaseMachine.BackwardMoves.All(back => back.Gate != gate)) return;
        var opened = NewSteps.Make(drawing, "boundaryEvent", $"{StandardSteps.Id(gate)}_apnes_igjen", new($"{gate} åpnet igjen", $"{gate} opna att"));
        opened.Add(
            new XAttribute("attachedToRef", around.Id()!),
            new XElement(BpmnNames.Model + "messageEventDefinition", new XAttribute("id", opened.Id() + "_def"), new XAttribute("messageRef", drawing.Message($"gate.{gate}.reopened"))));
        drawing.Add(opened, around);
        if (drawing.Shapes.Of(around.Id()) is { } box) drawing.Shapes.Place(opened.Id()!, Box.Around(box.X + 60, box.Bottom, 36, 36));
        drawing.Connect(opened, before);
    }
}
