namespace LmsWorkflow.Workflows.Tests;

/// <summary>The four properties on drawings small enough to see the answer, reduced and not.</summary>
public class SoundnessTests
{
    [Theory]
    [InlineData("a task", "s:start a:task e:end s>a a>e", "++++")]
    [InlineData("nothing at all between", "s:start e:end s>e", "++++")]
    [InlineData("no events at all", "a:task b:task a>b", "++++")]
    [InlineData("a choice", "s:start x:xor a:task b:task y:xor e:end s>x x>a x>b a>y b>y y>e", "++++")]
    [InlineData("two at once", "s:start x:and a:task b:task y:and e:end s>x x>a x>b a>y b>y y>e", "++++")]
    [InlineData("any of them", "s:start x:or a:task b:task y:or e:end s>x x>a x>b a>y b>y y>e", "++++")]
    [InlineData("forked, merged as a choice", "s:start x:and a:task b:task y:xor e:end s>x x>a x>b a>y b>y y>e", "-+-+")]
    [InlineData("forked, each with its own end", "s:start x:and a:task b:task e:end f:end s>x x>a x>b a>e b>f", "++++")]
    [InlineData("forked, both to one end", "s:start x:and a:task b:task e:end s>x x>a x>b a>e b>e", "++-+")]
    [InlineData("chosen, joined", "s:start x:xor a:task b:task y:and c:task e:end s>x x>a x>b a>y b>y y>c c>e", "+-+-")]
    [InlineData("any of them, joined", "s:start x:or a:task b:task y:and e:end s>x x>a x>b a>y b>y y>e", "+-++")]
    [InlineData("any of them, merged as a choice", "s:start x:or a:task b:task y:xor e:end s>x x>a x>b a>y b>y y>e", "-+-+")]
    [InlineData("a loop", "s:start m:xor a:task x:xor e:end s>m m>a a>x x>m x>e", "++++")]
    [InlineData("a loop nobody leaves", "s:start m:xor a:task b:task e:end s>m m>a a>b b>m", "+-++")]
    [InlineData("what nothing leads to", "s:start a:task b:task e:end s>a a>e b>e", "+++-")]
    [InlineData("a fork in a loop", "s:start m:xor x:and a:task e:end s>m m>x x>m x>a a>e", "---+")]
    [InlineData("terminated", "s:start x:and a:task b:task e:terminate f:end s>x x>a x>b a>e b>f", "++++")]
    [InlineData("terminated on the way to a join", "s:start x:and a:task b:task y:and e:terminate f:end s>x x>a x>b a>e b>y y>f", "++++")]
    [InlineData("a sub-process", "s:start u:sub u/s:start u/a:task u/e:end e:end s>u u/s>u/a u/a>u/e u>e", "++++")]
    [InlineData("a dead join in a sub-process", "s:start u:sub u/s:start u/x:xor u/a:task u/b:task u/y:and u/e:end e:end s>u u/s>u/x u/x>u/a u/x>u/b u/a>u/y u/b>u/y u/y>u/e u>e", "+-++")]
    [InlineData("a dead join in a sub-process with a way out", "s:start u:sub u/s:start u/x:xor u/a:task u/b:task u/y:and u/e:end e:end t:timer@u s>u u/s>u/x u/x>u/a u/x>u/b u/a>u/y u/b>u/y u/y>u/e u>e t>e", "++++")]
    [InlineData("a deadline", "s:start a:task t:timer@a b:task e:end f:end s>a a>e t>b b>f", "++++")]
    [InlineData("a deadline that leads to the join", "s:start x:and a:task t:timer@a b:task c:task y:and e:end s>x x>a x>b a>y b>y t>c c>y y>e", "+-++")]
    [InlineData("a reminder", "s:start a:task t:timer~a b:task e:end f:end s>a a>e t>b b>f", "++++")]
    [InlineData("three reminders to one end", "s:start a:task t:timer~a u:timer~a v:timer~a b:task e:end f:end s>a a>e t>b u>b v>b b>f", "++++")]
    [InlineData("a message beside, again and again", "s:start a:task t:message~a b:task e:end f:end s>a a>e t>b b>f", "++++")]
    [InlineData("a reminder that goes on in the main flow", "s:start a:task t:timer~a b:task e:end s>a a>b t>b b>e", "-+-+")]
    [InlineData("a reminder merged into the main flow", "s:start a:task t:timer~a m:xor b:task e:end s>a a>m t>m m>b b>e", "-+-+")]
    [InlineData("the first that happens", "s:start g:event t:timer m:message a:task b:task y:xor e:end s>g g>t g>m t>a m>b a>y b>y y>e", "++++")]
    [InlineData("an error caught", "s:start u:sub u/s:start u/x:xor u/e:end u/f:error h:task b:error@u e:end g:end s>u u/s>u/x u/x>u/e u/x>u/f u>e b>h h>g", "++++")]
    [InlineData("an error nobody throws", "s:start u:sub u/s:start u/e:end u/t:timer h:task b:error@u e:end g:end s>u u/s>u/t u/t>u/e u>e b>h h>g", "+++-")]
    [InlineData("work beside work", "s:start a:task e:end v:eventsub v/start:message! v/b:task v/e:end s>a a>e v/start>v/b v/b>v/e", "++++")]
    [InlineData("work instead of work", "s:start x:xor a:task e:end f:end v:eventsub v/start:message v/b:task v/e:end s>x x>a a>e x>f v/start>v/b v/b>v/e", "++++")]
    [InlineData("an escalation caught beside", "s:start u:sub u/s:start u/a:escalate u/e:end h:task b:escalate~u e:end g:end s>u u/s>u/a u/a>u/e u>e b>h h>g", "++++")]
    [InlineData("a signal heard", "s:start x:and a:signal b:task t:throw y:and e:end s>x x>a x>b b>t t>y a>y y>e", "+-++")]
    [InlineData("links", "s:start a:tolink b:link c:task e:end s>a b>c c>e", "++++")]
    [InlineData("conditions out of a task", "s:start a:task b:task c:task y:or e:end s>a a?>b a>>c b>y c>y y>e", "++++")]
    [InlineData("two inclusive joins that wait for each other", "s:start x:and a:or b:or c:task d:task e:end f:end s>x x>a x>b a>c c>b b>d d>a", "+-+-")]
    public void It_is_judged(string what, string sketch, string expected)
    {
        Verdict(sketch, reduced: false).Should().Be(expected, "{0}, everything explored", what);
        Verdict(sketch, reduced: true).Should().Be(expected, "{0}, reduced", what);
    }

    [Fact]
    public void A_message_sent_again_and_again_that_nobody_fetches_is_not_decided_and_said_to_be_why()
    {
        var verification = DefinitionVerifier.Verify(System.Text.Encoding.UTF8.GetBytes("""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
              <collaboration id="c"><participant id="a" processRef="p"/><participant id="b" processRef="q"/><messageFlow id="m" sourceRef="send" targetRef="motta"/></collaboration>
              <process id="p"><startEvent id="s"/><exclusiveGateway id="inn"/><sendTask id="send"/><exclusiveGateway id="ut"/><endEvent id="e"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="inn"/><sequenceFlow id="f2" sourceRef="inn" targetRef="send"/><sequenceFlow id="f3" sourceRef="send" targetRef="ut"/>
                <sequenceFlow id="f4" sourceRef="ut" targetRef="inn"/><sequenceFlow id="f5" sourceRef="ut" targetRef="e"/></process>
              <process id="q"><startEvent id="t"/><receiveTask id="motta"/><endEvent id="g"/><sequenceFlow id="g1" sourceRef="t" targetRef="motta"/><sequenceFlow id="g2" sourceRef="motta" targetRef="g"/></process>
            </definitions>
            """));

        verification.OptionToComplete.Holds.Should().BeNull();
        verification.MayBePublished.Should().BeFalse();
        verification.Findings.Should().ContainSingle(finding => finding.Check == "not-decided").Which.Sentence.Nb.Should().Contain("sendt igjen og igjen");
    }

    [Fact]
    public void An_error_nobody_catches_stands_still_where_the_drawing_is_meant_to_run()
    {
        var verification = DefinitionVerifier.Verify(System.Text.Encoding.UTF8.GetBytes("""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lms="urn:lmsworkflow:bpmn:1"><error id="e1" errorCode="FEIL"/>
              <process id="p" isExecutable="true"><startEvent id="s"/><userTask id="a" lms:role="koordinator"/><endEvent id="e"><errorEventDefinition errorRef="e1"/></endEvent>
                <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="e"/></process>
            </definitions>
            """));

        verification.OptionToComplete.Holds.Should().BeFalse();
        verification.OptionToComplete.Elements.Should().Equal("e");
    }

    /// <summary>The branch that always terminates lets the process complete from everywhere; on the way there somebody is stuck all the same.</summary>
    [Fact]
    public void An_error_nobody_catches_keeps_a_drawing_from_being_published_even_beside_what_always_ends_it()
    {
        var verification = DefinitionVerifier.Verify(CheckDrawings.Bytes(Path.Combine("errors-caught", "invalid-beside-terminate.bpmn")));

        verification.OptionToComplete.Holds.Should().BeTrue();
        verification.MayBePublished.Should().BeFalse();
        verification.Findings.Should().ContainSingle(finding => finding.Check == "errors-caught").Which.ElementId.Should().Be("feil");
    }

    /// <summary>Engine and proof must agree on who catches, in whatever order the file has them.</summary>
    [Theory]
    [InlineData("", "errorRef=\"x\"")]
    [InlineData("errorRef=\"x\"", "")]
    public void An_error_goes_to_the_one_who_names_it_before_the_one_who_catches_all(string first, string second)
    {
        var xml = System.Text.Encoding.UTF8.GetBytes($"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lms="urn:lmsworkflow:bpmn:1"><error id="x" errorCode="X"/><error id="y" errorCode="Y"/>
              <process id="p" isExecutable="true"><startEvent id="s"/><userTask id="h" lms:role="koordinator"/><userTask id="i" lms:role="koordinator"/><endEvent id="f"/><endEvent id="g"/>
                <subProcess id="u"><startEvent id="us"/><userTask id="a" lms:role="koordinator"/><exclusiveGateway id="v" default="ve"/><endEvent id="ux"><errorEventDefinition errorRef="x"/></endEvent>
                  <endEvent id="uy"><errorEventDefinition errorRef="y"/></endEvent><sequenceFlow id="u1" sourceRef="us" targetRef="a"/><sequenceFlow id="u2" sourceRef="a" targetRef="v"/>
                  <sequenceFlow id="vx" sourceRef="v" targetRef="ux"><conditionExpression>case.onHold</conditionExpression></sequenceFlow><sequenceFlow id="ve" sourceRef="v" targetRef="uy"/></subProcess>
                <boundaryEvent id="b" attachedToRef="u"><errorEventDefinition {first}/></boundaryEvent><boundaryEvent id="c" attachedToRef="u"><errorEventDefinition {second}/></boundaryEvent>
                <sequenceFlow id="f1" sourceRef="s" targetRef="u"/><sequenceFlow id="f3" sourceRef="b" targetRef="h"/><sequenceFlow id="f4" sourceRef="h" targetRef="f"/>
                <sequenceFlow id="f5" sourceRef="c" targetRef="i"/><sequenceFlow id="f6" sourceRef="i" targetRef="g"/></process>
            </definitions>
            """);

        var verification = DefinitionVerifier.Verify(xml);

        verification.OptionToComplete.Holds.Should().BeTrue();
        verification.NoDeadActivities.Holds.Should().BeTrue();
    }

    static string Verdict(string sketch, bool reduced)
    {
        var soundness = new SoundnessJudge(new NetBuilder(Sketch.Model(sketch), new NoRules()).Build(), 10_000, reduced).Judge();
        return string.Concat(((PropertyVerdict[])[soundness.Safeness, soundness.OptionToComplete, soundness.ProperCompletion, soundness.NoDeadActivities])
            .Select(verdict => verdict.Holds switch { true => '+', false => '-', null => '?' }));
    }
}
