using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>One more way out of a gateway that has ways already: a third thing that is done at the same time, or a third thing that may be chosen.</summary>
/// <param name="From">A gateway with ways out of it.</param>
/// <param name="Name">Of the task on the new way; null: the way leads straight on.</param>
/// <param name="Condition">In FEEL; of a choice.</param>
/// <param name="Target">Where the way leads; null: where the others meet.</param>
public sealed record AddWay(string From, string? Name = null, string? NameNn = null, string? Condition = null, string? Target = null) : DrawingEdit
{
    internal override string At => From;

    internal override Refusal? Apply(DrawingXml drawing)
    {
        if (drawing.Node(From) is not { } gateway) return new NotInTheDrawing("from");
        if (!Outline.MayHaveMoreWays(gateway.Name.LocalName, DrawingXml.Outgoing(gateway).Count())) return new IsNoGatewayWithWays();
        if (!string.IsNullOrWhiteSpace(Name) && !StepName.IsUsable(Name, NameNn)) return new StepNameIsNotUsable();
        if (DrawingXml.Chooses(gateway) && string.IsNullOrWhiteSpace(Condition)) return new ChoiceNeedsCondition();
        if (DrawingXml.Chooses(gateway) && SetCondition.Wrong(Condition!) is { } wrong) return wrong;
        if (!DrawingXml.Chooses(gateway) && !string.IsNullOrWhiteSpace(Condition)) return new ConditionHasNoPlace();
        var target = string.IsNullOrWhiteSpace(Target) ? MeetingOf(gateway) : drawing.Node(Target);
        if (target is null) return string.IsNullOrWhiteSpace(Target) ? new WaysMeetNowhere() : new NotInTheDrawing("target");
        if (target == gateway || !LeadFlow.MayLead(DrawingXml.Outgoing(gateway).First(), target)) return new WayCannotLeadThere();
        Build(drawing, gateway, target);
        return null;
    }

    void Build(DrawingXml drawing, XElement gateway, XElement target)
    {
        var last = gateway;
        if (!string.IsNullOrWhiteSpace(Name))
        {
            last = NewSteps.Make(drawing, StandardSteps.Task with { Id = Name, Name = new(Name.Trim(), string.IsNullOrWhiteSpace(NameNn) ? Name.Trim() : NameNn.Trim()) });
            drawing.Add(last, gateway);
            Draw(drawing, gateway, target, last);
        }

        var onward = drawing.Connect(last, LeadFlow.Meeting(drawing, target));
        var first = last == gateway ? onward : drawing.Connect(gateway, last);
        if (DrawingXml.Chooses(gateway)) drawing.Condition(first, Condition!.Trim());
        drawing.At = last.Id();
    }

    /// <summary>In a column of its own after the gateway, below all that stands there.</summary>
    static void Draw(DrawingXml drawing, XElement gateway, XElement target, XElement step)
    {
        if (drawing.Shapes.Of(gateway.Id()) is not { } from) return;
        if (drawing.Shapes.Of(target.Id()) is { } to && to.X >= from.Right) drawing.Shapes.MakeColumn(gateway.Parent!, from.Right + 1, from.Right + (2 * DrawingShapes.Gap) + NewSteps.Width - to.X);
        var left = from.Right + DrawingShapes.Gap;
        var lowest = from.Bottom;
        // what hangs below something hangs below it too
        for (var again = true; again;)
        {
            again = false;
            foreach (var box in gateway.Parent!.Elements().Select(node => drawing.Shapes.Of(node.Id())).OfType<Box>())
                if (box.X < left + NewSteps.Width && box.Right > left && box.Y < lowest + NewSteps.Height + DrawingShapes.Gap && box.Bottom > lowest && box.Bottom > from.Y) (lowest, again) = (box.Bottom, true);
        }

        var place = new Box(left, lowest + (DrawingShapes.Gap / 2), NewSteps.Width, NewSteps.Height);
        drawing.Shapes.Place(step.Id()!, place);
        drawing.Shapes.Surround(gateway.Parent!, place);
    }

    /// <summary>The first place all the ways out come to, in the order they come to it.</summary>
    static XElement? MeetingOf(XElement gateway)
    {
        var ways = DrawingXml.Outgoing(gateway).Select(DrawingXml.Target).OfType<XElement>().Select(first => From(first, gateway)).ToList();
        return ways.Count == 0 ? null : ways[0].FirstOrDefault(place => ways.TrueForAll(way => way.Contains(place)));

        static List<XElement> From(XElement first, XElement gateway)
        {
            var (found, ahead) = (new List<XElement>(), new Queue<XElement>([first]));
            while (ahead.TryDequeue(out var node))
            {
                if (node == gateway || found.Contains(node)) continue;
                found.Add(node);
                foreach (var next in DrawingXml.Outgoing(node).Select(DrawingXml.Target).OfType<XElement>()) ahead.Enqueue(next);
            }

            return found;
        }
    }
}

public sealed record IsNoGatewayWithWays() : Refusal(new Words(
    "En vei til kan bare gå ut fra en forgrening. Sett inn en forgrening først.", "Ein veg til kan berre gå ut frå ei forgreining. Set inn ei forgreining først."));

public sealed record WaysMeetNowhere() : Refusal(new Words(
    "Veiene herfra møtes ikke noe sted. Velg hvor den nye veien skal føre.", "Vegane herifrå møtest ikkje nokon stad. Vel kvar den nye vegen skal føre."))
{
    public static string Field => "target";
}
