using System.Collections.Immutable;
using System.Text;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>A case moved while a part of it waits for the others.</summary>
public class MoveJoinsTests
{
    const string Head = """<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lms="urn:lmsworkflow:bpmn:1"><process id="p" isExecutable="true">""";
    const string Tail = "</process></definitions>";

    const string Forked = """
        <startEvent id="s"/><parallelGateway id="del"/><userTask id="a" name="A" lms:kind="group" lms:role="koordinator"/><userTask id="b" name="B" lms:kind="group" lms:role="koordinator"/>
        <parallelGateway id="samle"/><endEvent id="e"/>
        <sequenceFlow id="f1" sourceRef="s" targetRef="del"/><sequenceFlow id="f2" sourceRef="del" targetRef="a"/><sequenceFlow id="f3" sourceRef="del" targetRef="b"/>
        <sequenceFlow id="f4" sourceRef="a" targetRef="samle"/><sequenceFlow id="f5" sourceRef="b" targetRef="samle"/><sequenceFlow id="f6" sourceRef="samle" targetRef="e"/>
        """;

    [Fact]
    public void A_token_that_waits_at_a_join_waits_there_still_and_is_joined_once()
    {
        var plan = Plan(Forked, Forked.Replace("samle", "mot", StringComparison.Ordinal).Replace("f4", "g4", StringComparison.Ordinal), ("samle", "mot"), ("f4", "g4"));
        var waiting = CaseRun.Registered(plan.From);
        Complete(waiting, "a");
        waiting.File.Process!.Waiting.Should().ContainSingle();

        var after = Moved(plan, waiting);
        after.Process!.Waiting.Should().Equal(new WaitingToken("mot", "g4", 0));
        var done = ProcessEngine.CompleteItem(plan.To, after.Process, new FakeEnvironment(), after.Process.Items.Single().Number);
        done.OfType<ProcessMoved>().SelectMany(moved => moved.Steps).Select(step => step.Kind).Should().Contain(StepKind.Join).And.Contain(StepKind.End);
    }

    [Fact]
    public void A_join_that_is_gone_keeps_the_case_where_it_is()
    {
        var plan = Plan(Forked, Forked.Replace("samle", "mot", StringComparison.Ordinal));
        var waiting = CaseRun.Registered(plan.From);
        Complete(waiting, "a");
        MoveCheck.Of(plan, Context(waiting)).Should().ContainSingle().Which.Should().BeOfType<JoinHasNoTarget>();
    }

    [Fact]
    public void Flows_and_elements_that_the_plan_names_must_exist() =>
        Plan(Forked, Forked, ("a", "finnes_ikke"), ("f4", "f5")).Unknown.Should().Equal("finnes_ikke");

    static void Complete(CaseRun run, string element) =>
        run.Happens(new ProcessMoved([ProcessStep.Close(run.Item(element)), ProcessStep.Wait("samle", "f4", 0)]));

    static MovePlan Plan(string from, string to, params (string From, string To)[] mapping) =>
        new(Read(from, 1), Read(to, 2), FormCatalogue.Empty, mapping.ToImmutableDictionary(entry => entry.From, entry => entry.To), "plan", null);

    static ProcessDefinition Read(string inner, int version)
    {
        var read = CaseWorkflow.Read(Encoding.UTF8.GetBytes(Head + inner + Tail), version);
        return read.Definition ?? throw new InvalidOperationException(string.Join("; ", read.Findings.Select(finding => finding.Sentence.Nb)));
    }

    static CaseContext Context(CaseRun run) => run.Context(Domain.Tests.TestCase.Koord1, Role.Koordinator);

    static CaseFile Moved(MovePlan plan, CaseRun run)
    {
        var facts = CaseWorkflow.Decide(plan.From, Context(run), new MoveToVersion(plan)).Should().BeOfType<Decision.Accepted>().Which.Facts;
        return facts.Aggregate(run.File, (file, fact) => file.After(fact, new Stamp(run.Now, null, Role.Administrator, "test")));
    }
}
