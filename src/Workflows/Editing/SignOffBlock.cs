using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// A gate both sides sign, as one thing: the text is locked, both sides sign, who has not is reminded, a change leads back to joint work and an objection to dialogue, and the gate is
/// passed when both have signed the same (R78, R88, R96). A sub-process, so that it comes and goes whole.
/// </summary>
static class SignOffBlock
{
    static readonly int[] ReminderDays = [3, 7, 14];
    const int ContactDay = 21;

    public static bool IsPassed(DrawingXml drawing, Gate gate) =>
        drawing.Processes().Descendants().Any(element => element.LmsAttribute("action") == "passGate" && string.Equals(element.LmsAttribute("gate"), gate.ToString(), StringComparison.OrdinalIgnoreCase));

    public static XElement Insert(DrawingXml drawing, Opening way, Gate gate, Words? name)
    {
        var around = NewSteps.Make(drawing, "subProcess", $"{StandardSteps.Id(gate)}_godkjenning", name ?? new($"Godkjenning ved {gate}: {gate.Words().Nb}", $"Godkjenning ved {gate}: {gate.Words().Nn}"));
        drawing.Add(around, way.Source);
        var block = Fill(drawing, around, gate);
        if (way.MakeRoom(drawing, block.Width, block.Height) is { } place) drawing.Shapes.Place(around.Id()!, place, expanded: true);
        block.Draw();
        way.Lead(drawing, around, around);
        return around;
    }

    static Block Fill(DrawingXml drawing, XElement around, Gate gate)
    {
        var id = StandardSteps.Id(gate);
        var block = new Block(drawing, around);
        var start = block.Node("startEvent", $"{id}_godkjenning_start", Words.Same("Start"), 0, 1);
        var gather = block.Node("exclusiveGateway", $"{id}_samle_inn", null, 1, 1);
        var fork = block.Node("inclusiveGateway", $"{id}_del", Words.Same("Sendt tilbake?"), 2, 1);
        var freeze = block.Step(StandardSteps.Freeze(gate), 3, 1);
        var revise = block.Step(StandardSteps.Revise(gate), 3, 0);
        var join = block.Node("inclusiveGateway", $"{id}_samle", null, 4, 1);
        var ready = block.Node("exclusiveGateway", $"{id}_til_godkjenning", null, 5, 1);
        block.Flow(start, gather);
        block.Flow(gather, fork);
        block.Flow(fork, freeze, Words.Same("alltid"), "true");
        block.Flow(fork, revise, Words.Same("ja"), $"gate.{gate}.returned");
        block.Flow(freeze, join);
        block.Flow(revise, join);
        block.Flow(join, ready);
        var (answer, column) = Answers(block, ready, gate);
        var passes = block.Step(StandardSteps.Pass(gate), column + 1, 1);
        var end = block.Node("endEvent", $"{id}_ferdig", Words.Same($"{gate} passert"), column + 2, 1);
        end.Add(new XElement(BpmnNames.Model + "terminateEventDefinition", new XAttribute("id", end.Id() + "_def")));
        var dialogue = Objection(block, ready, gate, column, Below(StandardSteps.Answers(gate).Length));
        block.Flow(answer, dialogue, new("Innsigelse", "Innseiing"), $"gate.{gate}.objected");
        block.Flow(answer, gather, new("Teksten må endres", "Teksten må endrast"), $"not(gate.{gate}.frozen)");
        drawing.MakeDefault(answer, block.Flow(answer, passes, Words.Same("Begge sider")));
        block.Flow(passes, end);
        return block;
    }

    /// <summary>What is answered side by side while the text is locked, and the question of what was answered.</summary>
    static (XElement Answer, double Column) Answers(Block block, XElement ready, Gate gate)
    {
        var id = StandardSteps.Id(gate);
        var steps = StandardSteps.Answers(gate);
        var column = steps.Length > 1 ? 7d : 6;
        var tasks = steps.Select((step, at) => block.Step(step, column, steps.Length > 1 ? 2 - at : 1)).ToList();
        var answer = block.Node("exclusiveGateway", $"{id}_svar", Words.Same("Svar?"), steps.Length > 1 ? 9 : 7, 1);
        if (tasks is [var only])
        {
            block.Flow(ready, only);
            block.Flow(only, answer);
        }
        else
        {
            var (fork, join) = (block.Node("parallelGateway", $"{id}_parallelt", null, 6, 1), block.Node("parallelGateway", $"{id}_alle_svar", null, 8, 1));
            block.Flow(ready, fork);
            foreach (var task in tasks)
            {
                block.Flow(fork, task);
                block.Flow(task, join);
            }

            block.Flow(join, answer);
        }

        Reminders(block, tasks[0], gate, column, Below(steps.Length) + 1);
        return (answer, steps.Length > 1 ? 9 : 7);
    }

    /// <summary>The first row below what is answered.</summary>
    static double Below(int answers) => answers > 1 ? 3 : 2;

    static void Reminders(Block block, XElement sign, Gate gate, double column, double row)
    {
        var id = StandardSteps.Id(gate);
        var remind = block.Step(StandardSteps.Remind(gate), column + 1, row);
        block.Flow(remind, block.Node("endEvent", $"{id}_minnet", new("Minnet", "Minna"), column + 2, row));
        for (var at = 0; at < ReminderDays.Length; at++) block.Flow(block.Reminder(sign, $"{id}_dag_{ReminderDays[at]}", ReminderDays[at], 0.2 + (0.3 * at)), remind);
        var contact = block.Step(StandardSteps.Contact(gate), column + 1, row + 1);
        block.Flow(contact, block.Node("endEvent", $"{id}_kontaktet", new("Kontaktet", "Kontakta"), column + 2, row + 1));
        block.Flow(block.Reminder(sign, $"{id}_dag_{ContactDay}", ContactDay, 0), contact);
    }

    /// <summary>Dialogue until they agree; the leader settles it where they do not.</summary>
    static XElement Objection(Block block, XElement ready, Gate gate, double column, double row)
    {
        var id = StandardSteps.Id(gate);
        var into = block.Node("exclusiveGateway", $"{id}_til_dialog", null, column, row);
        var meet = block.Step(StandardSteps.Dialogue(gate), column + 1, row);
        var agree = block.Node("exclusiveGateway", $"{id}_enige", new("Enige?", "Samde?"), column + 2, row);
        var settle = block.Step(StandardSteps.Settle(gate), column + 3, row);
        var decided = block.Node("exclusiveGateway", $"{id}_vedtak", Words.Same("Vedtak?"), column + 4, row);
        block.Flow(into, meet);
        block.Flow(meet, agree);
        block.Flow(agree, settle, Words.Same("nei"), $"gate.{gate}.escalated");
        MakeDefault(agree, block.Flow(agree, ready, Words.Same("ja")));
        block.Flow(settle, decided);
        block.Flow(decided, into, Words.Same("tilbake med råd"), $"gate.{gate}.objected");
        MakeDefault(decided, block.Flow(decided, ready));
        return into;
    }

    static void MakeDefault(XElement gateway, XElement flow) => gateway.SetAttributeValue("default", flow.Id());
}
