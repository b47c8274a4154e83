using System.Collections.Immutable;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>A drawing changed in one place.</summary>
/// <param name="Kind">What sort of change.</param>
/// <param name="Where">The phase it is in.</param>
sealed record Mutant(string Kind, string What, Phase Where, XDocument Drawing)
{
    public override string ToString() => $"{Kind}: {What}";
}

/// <summary>Changes a definition in one place at a time, around each sign-off: to the worse (<see cref="Mutants"/>) and to the same (<see cref="Rewrites"/>).</summary>
sealed class Mutator(byte[] shipped)
{
    static readonly string[] Conditions = ["gate.{0}.frozen", "case.onHold"];

    readonly XDocument original = XDocument.Load(new MemoryStream(shipped));

    /// <summary>One sign-off and what belongs to it, in a copy of the drawing.</summary>
    sealed class Place(XDocument drawing, string task)
    {
        public XDocument Drawing => drawing;
        public XElement SignOff { get; } = Find(drawing, task);
        public XElement Scope => SignOff.Parent!;
        public Gate Gate => Enum.Parse<Gate>(SignOff.LmsAttribute("gate")!);
        public Phase Phase => PhaseMachine.Move(Gate).From;
        public XElement Pass => Scope.Elements(BpmnNames.Model + "serviceTask").First(other => other.LmsAttribute("action") == "passGate");
        public XElement Freeze => Scope.Elements(BpmnNames.Model + "userTask").First(other => other.LmsAttribute("kind") == "freeze");

        /// <summary>What comes after the gate.</summary>
        public XElement Past => Find(drawing, Out(Pass.Id()!).First().Text("targetRef")!);

        public IEnumerable<XElement> Flows => Scope.Elements(BpmnNames.Model + "sequenceFlow");

        public IEnumerable<XElement> Out(string id) => Flows.Where(flow => flow.Text("sourceRef") == id);

        public IEnumerable<XElement> In(string id) => Flows.Where(flow => flow.Text("targetRef") == id);

        public Place Copy() => new(new XDocument(drawing), SignOff.Id()!);

        public XElement At(string id) => Find(drawing, id);

        public XElement Add(string kind, string id, params object?[] content)
        {
            var element = new XElement(BpmnNames.Model + kind, new XAttribute("id", id), content);
            Scope.Add(element);
            return element;
        }

        public XElement Flow(string from, string to, string? condition = null, bool first = false)
        {
            var flow = new XElement(BpmnNames.Model + "sequenceFlow", new XAttribute("id", $"m_{from}_{to}_{Flows.Count()}"), new XAttribute("sourceRef", from), new XAttribute("targetRef", to),
                condition is null ? null : new XElement(BpmnNames.Model + "conditionExpression", condition));
            if (first && Out(from).FirstOrDefault() is { } before) before.AddBeforeSelf(flow);
            else Scope.Add(flow);
            return flow;
        }

        /// <summary>Puts a flow node on a flow.</summary>
        public void Insert(XElement flow, string id)
        {
            var to = flow.Text("targetRef")!;
            flow.SetAttributeValue("targetRef", id);
            Flow(id, to);
        }

        /// <summary>Another way out of an exclusive gateway, tried first.</summary>
        public void Branch(string gateway, string to, string condition)
        {
            var at = At(gateway);
            if (Out(gateway).Count() == 1) at.SetAttributeValue("default", Out(gateway).First().Id());
            Flow(gateway, to, condition, first: true);
        }

        public XElement Task(string id, string? kind, string? documents, string roles = "fagperson brukerrepresentant koordinator") =>
            Add("userTask", id, new XAttribute(BpmnNames.Lms + "role", roles), kind is null ? null : new XAttribute(BpmnNames.Lms + "kind", kind), documents is null ? null : new XAttribute(BpmnNames.Lms + "documents", documents));

        static XElement Find(XDocument drawing, string id) => drawing.Descendants().First(element => element.Id() == id);
    }

    IEnumerable<Place> Places() => original.Descendants(BpmnNames.Model + "userTask").Where(task => task.LmsAttribute("kind") == "signOff").Select(task => new Place(original, task.Id()!));

    public IEnumerable<Mutant> Mutants() => Places().SelectMany(place => (IEnumerable<Mutant>[])
    [
        Dropped(place), Bypassed(place), Rerouted(place), Reordered(place), Weakened(place), Raced(place), Timed(place), LedAround(place),
    ]).SelectMany(all => all);

    static Mutant Made(string kind, string what, Place from, Action<Place> change)
    {
        var place = from.Copy();
        change(place);
        foreach (var told in place.Drawing.Descendants().Where(element => element.Name.LocalName is "incoming" or "outgoing").ToList()) told.Remove();
        return new(kind, $"{from.Gate} {what}", from.Phase, place.Drawing);
    }

    static IEnumerable<Mutant> Dropped(Place place)
    {
        foreach (var kind in (string?[])["meeting", "contactSigner", "announcement", "revise", null])
            yield return Made("drop", $"the sign-off is {kind ?? "nothing in particular"}", place, at =>
            {
                foreach (var attribute in (string[])["sides", "done"]) at.SignOff.Attribute(BpmnNames.Lms + attribute)!.Remove();
                at.SignOff.SetAttributeValue(BpmnNames.Lms + "kind", kind);
            });
        yield return Made("drop", "taken out", place, at =>
        {
            var host = at.Freeze.Id()!;
            foreach (var edge in at.Scope.Elements(BpmnNames.Model + "boundaryEvent").Where(edge => edge.Text("attachedToRef") == at.SignOff.Id())) edge.SetAttributeValue("attachedToRef", host);
            var on = at.Out(at.SignOff.Id()!).Single();
            foreach (var flow in at.In(at.SignOff.Id()!).ToList()) flow.SetAttributeValue("targetRef", on.Text("targetRef"));
            on.Remove();
            at.SignOff.Remove();
        });
        yield return Made("drop", "the gate taken out", place, at =>
        {
            var on = at.Out(at.Pass.Id()!).Single();
            foreach (var flow in at.In(at.Pass.Id()!).ToList()) flow.SetAttributeValue("targetRef", on.Text("targetRef"));
            on.Remove();
            at.Pass.Remove();
        });
    }

    static IEnumerable<Mutant> Bypassed(Place place)
    {
        foreach (var gateway in place.Scope.Elements(BpmnNames.Model + "exclusiveGateway").Select(gateway => gateway.Id()!))
            foreach (var condition in Conditions)
            {
                yield return Made("bypass", $"{gateway} to the gate if {string.Format(null, condition, place.Gate)}", place, at => at.Branch(gateway, at.Pass.Id()!, string.Format(null, condition, at.Gate)));
                yield return Made("bypass", $"{gateway} past the gate if {string.Format(null, condition, place.Gate)}", place, at => at.Branch(gateway, at.Past.Id()!, string.Format(null, condition, at.Gate)));
            }
    }

    /// <summary>Every flow of the phase led elsewhere; where nothing would lead to the old end any more, only sometimes.</summary>
    static IEnumerable<Mutant> Rerouted(Place place)
    {
        foreach (var flow in place.Flows.Select(flow => flow.Id()!))
            foreach (var (name, to) in ((string, Func<Place, XElement>)[])[("to the gate", at => at.Pass), ("past it", at => at.Past), ("to the sign-off", at => at.SignOff)])
            {
                if (to(place).Id() == place.At(flow).Text("targetRef") || to(place).Id() == place.At(flow).Text("sourceRef")) continue;
                yield return Made("re-route", $"{flow} {name}", place, at =>
                {
                    var led = at.At(flow);
                    if (at.In(led.Text("targetRef")!).Count() > 1)
                    {
                        led.SetAttributeValue("targetRef", to(at).Id());
                        return;
                    }

                    at.Add("exclusiveGateway", "veiskille");
                    at.Insert(led, "veiskille");
                    at.Branch("veiskille", to(at).Id()!, "case.onHold");
                });
            }
    }

    static IEnumerable<Mutant> Reordered(Place place)
    {
        var into = place.In(place.Pass.Id()!).Select(flow => flow.Id()!).ToList();
        var after = place.Out(place.SignOff.Id()!).Select(flow => flow.Id()!).ToList();
        foreach (var document in GateDocuments.Of(place.Gate))
            foreach (var kind in (string?[])["document", "revise", null])
            {
                foreach (var flow in into)
                    yield return Made("re-order", $"{document} edited ({kind}) before the gate", place, at =>
                    {
                        at.Task("rediger", kind, document.ToString());
                        at.Insert(at.At(flow), "rediger");
                    });
                foreach (var flow in after)
                    yield return Made("re-order", $"{document} edited ({kind}) after the sign-off", place, at =>
                    {
                        at.Task("rediger", kind, document.ToString());
                        at.Insert(at.At(flow), "rediger");
                    });
            }

        foreach (var flow in into)
            yield return Made("re-order", "frozen anew before the gate", place, at =>
            {
                at.Task("las", "freeze", string.Join(' ', GateDocuments.Of(at.Gate))).SetAttributeValue(BpmnNames.Lms + "gate", at.Gate);
                at.Insert(at.At(flow), "las");
            });
        yield return Made("re-order", "work after the gate, in the phase before", place, at =>
        {
            at.Task("snakk", "meeting", null);
            at.Insert(at.Out(at.Pass.Id()!).Single(), "snakk");
        });
        yield return Made("re-order", "sign-off and freezing change places", place, at =>
        {
            foreach (var attribute in (string[])["kind", "sides", "role", "done"])
            {
                var (one, other) = (at.SignOff.LmsAttribute(attribute), at.Freeze.LmsAttribute(attribute));
                if (attribute != "kind")
                {
                    at.Freeze.SetAttributeValue(BpmnNames.Lms + attribute, one);
                    at.SignOff.SetAttributeValue(BpmnNames.Lms + attribute, other);
                }
            }

            var freeze = at.Freeze;
            at.SignOff.SetAttributeValue(BpmnNames.Lms + "kind", "freeze");
            freeze.SetAttributeValue(BpmnNames.Lms + "kind", "signOff");
        });
    }

    static IEnumerable<Mutant> Weakened(Place place)
    {
        foreach (var sides in (string?[])["fag", "bruker", null])
            yield return Made("weaken", $"sides {sides ?? "none"}", place, at => at.SignOff.SetAttributeValue(BpmnNames.Lms + "sides", sides));
        foreach (var document in GateDocuments.Of(place.Gate))
            yield return Made("weaken", $"without {document}", place, at =>
                at.SignOff.SetAttributeValue(BpmnNames.Lms + "documents", string.Join(' ', GateDocuments.Of(at.Gate).Where(kind => kind != document)) is { Length: > 0 } some ? some : null));
        yield return Made("split", "one sign-off for each side, at once", place, at =>
        {
            Second(at);
            at.Add("parallelGateway", "del");
            at.Add("parallelGateway", "samle");
            at.Insert(at.In(at.SignOff.Id()!).First(), "del");
            at.Insert(at.Out(at.SignOff.Id()!).Single(), "samle");
            at.Flow("del", "m_godkjenn");
            at.Flow("m_godkjenn", "samle");
        });
        foreach (var done in (string[])["gate.{0}.frozen", "gate.{0}.ready or gate.{0}.frozen", "case.onHold or gate.{0}.ready"])
            yield return Made("weaken", $"done when {string.Format(null, done, place.Gate)}", place, at => at.SignOff.SetAttributeValue(BpmnNames.Lms + "done", string.Format(null, done, at.Gate)));
        foreach (var gate in Enum.GetValues<Gate>().Where(gate => gate != place.Gate))
        {
            yield return Made("weaken", $"the gate is {gate}", place, at => at.Pass.SetAttributeValue(BpmnNames.Lms + "gate", gate));
            if (gate is not (Gate.G0 or Gate.G4b)) yield return Made("weaken", $"the sign-off is for {gate}", place, at => at.SignOff.SetAttributeValue(BpmnNames.Lms + "gate", gate));
        }
    }

    static IEnumerable<Mutant> Raced(Place place)
    {
        foreach (var document in GateDocuments.Of(place.Gate))
            foreach (var kind in (string?[])["document", "revise", null])
            {
                yield return Made("race", $"{document} edited ({kind}) beside the sign-off", place, at =>
                {
                    var (before, on) = (at.In(at.SignOff.Id()!).First(), at.Out(at.SignOff.Id()!).Single());
                    at.Add("parallelGateway", "del");
                    at.Add("parallelGateway", "samle");
                    at.Insert(before, "del");
                    at.Insert(on, "samle");
                    at.Task("rediger", kind, document.ToString());
                    at.Flow("del", "rediger");
                    at.Flow("rediger", "samle");
                });
                yield return Made("race", $"{document} edited ({kind}) and left running", place, at =>
                {
                    var before = at.In(at.SignOff.Id()!).First();
                    at.Add("parallelGateway", "del");
                    at.Insert(before, "del");
                    at.Task("rediger", kind, document.ToString());
                    at.Add("endEvent", "redigert");
                    at.Flow("del", "rediger");
                    at.Flow("rediger", "redigert");
                });
                yield return Made("race", $"{document} edited ({kind}) beside a task before the gate", place, at =>
                {
                    at.Add("parallelGateway", "del");
                    at.Add("parallelGateway", "samle");
                    at.Insert(at.In(at.Pass.Id()!).First(), "del");
                    at.Out("del").Single().SetAttributeValue("targetRef", "vent");
                    at.Task("vent", "meeting", null);
                    at.Task("rediger", kind, document.ToString());
                    at.Flow("del", "rediger");
                    at.Flow("vent", "samle");
                    at.Flow("rediger", "samle");
                    at.Flow("samle", at.Pass.Id()!);
                });
            }
    }

    static IEnumerable<Mutant> Timed(Place place)
    {
        foreach (var timer in place.Scope.Elements(BpmnNames.Model + "boundaryEvent").Where(edge => edge.Text("attachedToRef") == place.SignOff.Id()).Select(edge => edge.Id()!))
            foreach (var (name, to) in ((string, Func<Place, XElement>)[])[("to the gate", at => at.Pass), ("past it", at => at.Past)])
                foreach (var interrupts in (bool[])[true, false])
                    yield return Made("timer", $"{timer} leads {name}{(interrupts ? ", interrupting" : "")}", place, at =>
                    {
                        at.At(timer).SetAttributeValue("cancelActivity", interrupts ? "true" : "false");
                        Lead(at, timer, to(at).Id()!);
                    });
    }

    /// <summary>An event that led somewhere needed leads to both.</summary>
    static void Lead(Place at, string edge, string to)
    {
        var flow = at.Out(edge).Single();
        if (at.In(flow.Text("targetRef")!).Count() > 1) flow.SetAttributeValue("targetRef", to);
        else
        {
            at.Add("exclusiveGateway", "veiskille");
            at.Insert(flow, "veiskille");
            at.Branch("veiskille", to, "case.onHold");
        }
    }

    static IEnumerable<Mutant> LedAround(Place place)
    {
        foreach (var host in (Func<Place, XElement>[])[at => at.SignOff, at => at.Freeze])
            foreach (var (trigger, reference) in ((string, string?)[])[("message", "m_melding"), ("signal", "m_signal"), ("error", null), ("escalation", null)])
                foreach (var (name, to) in ((string, Func<Place, XElement>)[])[("to the gate", at => at.Pass), ("past it", at => at.Past)])
                    yield return Made(trigger, $"{host(place).Id()} led {name} by {trigger}", place, at =>
                    {
                        if (reference is not null) at.Drawing.Root!.AddFirst(new XElement(BpmnNames.Model + trigger, new XAttribute("id", reference), new XAttribute("name", "admin.override")));
                        at.Add("boundaryEvent", "m_kant", new XAttribute("attachedToRef", host(at).Id()!),
                            new XElement(BpmnNames.Model + (trigger + "EventDefinition"), reference is null ? null : new XAttribute(trigger + "Ref", reference)));
                        at.Flow("m_kant", to(at).Id()!);
                    });
    }

    /// <summary>Other ways to draw the same.</summary>
    public IEnumerable<Mutant> Rewrites() => Places().SelectMany(Rewritten).Concat(Whole());

    static IEnumerable<Mutant> Rewritten(Place place)
    {
        foreach (var flow in place.Flows.Select(flow => flow.Id()!))
            if (flow != place.In(place.Pass.Id()!).First().Id() && flow != place.Out(place.Pass.Id()!).First().Id() && flow != place.Out(place.SignOff.Id()!).First().Id())
                yield return Made("harmless task", $"on {flow}", place, at =>
                {
                    at.Task("snakk", "meeting", null);
                    at.Insert(at.At(flow), "snakk");
                });
        foreach (var flow in place.Flows.Select(flow => flow.Id()!))
            yield return Made("merge", $"on {flow}", place, at =>
            {
                at.Add("exclusiveGateway", "flett");
                at.Insert(at.At(flow), "flett");
            });
        yield return Made("reminder", "one more", place, at =>
        {
            at.Add("boundaryEvent", "m_dag", new XAttribute("attachedToRef", at.SignOff.Id()!), new XAttribute("cancelActivity", "false"),
                new XElement(BpmnNames.Model + "timerEventDefinition", new XElement(BpmnNames.Model + "timeDuration", "P10D")));
            at.Add("serviceTask", "m_minn", new XAttribute(BpmnNames.Lms + "action", "remind"), new XAttribute(BpmnNames.Lms + "gate", at.Gate));
            at.Add("endEvent", "m_minnet");
            at.Flow("m_dag", "m_minn");
            at.Flow("m_minn", "m_minnet");
        });
    }

    static void Second(Place at)
    {
        var second = new XElement(at.SignOff);
        second.SetAttributeValue("id", "m_godkjenn");
        second.SetAttributeValue(BpmnNames.Lms + "sides", "bruker");
        at.SignOff.SetAttributeValue(BpmnNames.Lms + "sides", "fag");
        at.Scope.Add(second);
    }

    IEnumerable<Mutant> Whole()
    {
        yield return new("renamed", "every id", Phase.Ended, Renamed());
        yield return new("order", "elements in the file", Phase.Ended, Turned());
        yield return new("prefix", "another namespace prefix", Phase.Ended, Prefixed());
    }

    XDocument Renamed()
    {
        var copy = new XDocument(original);
        string[] references = ["id", "sourceRef", "targetRef", "default", "attachedToRef", "messageRef", "bpmnElement"];
        foreach (var attribute in copy.Descendants().Attributes().Where(attribute => references.Contains(attribute.Name.LocalName))) attribute.Value = "x" + attribute.Value;
        foreach (var told in copy.Descendants().Where(element => element.Name.LocalName is "incoming" or "outgoing")) told.Value = "x" + told.Value;
        return copy;
    }

    /// <summary>Flows out of one element keep their order: conditions are tried in it.</summary>
    XDocument Turned()
    {
        var copy = new XDocument(original);
        foreach (var scope in copy.Descendants().Where(element => element.Name.LocalName is "process" or "subProcess").ToList())
        {
            var nodes = scope.Elements().Where(element => element.Name.LocalName != "sequenceFlow" && element.Name.Namespace == BpmnNames.Model && element.Name.LocalName is not ("incoming" or "outgoing" or "documentation")).ToList();
            foreach (var node in nodes) node.Remove();
            nodes.Reverse();
            scope.Add(nodes);
        }

        return copy;
    }

    XDocument Prefixed()
    {
        var copy = new XDocument(original);
        copy.Root!.Attribute(XNamespace.Xmlns + "bpmn")!.Remove();
        copy.Root.Add(new XAttribute(XNamespace.Xmlns + "semantic", BpmnNames.Model.NamespaceName));
        foreach (var type in copy.Descendants().Attributes().Where(attribute => attribute.Value.StartsWith("bpmn:", StringComparison.Ordinal))) type.Value = "semantic:" + type.Value[5..];
        return copy;
    }
}
