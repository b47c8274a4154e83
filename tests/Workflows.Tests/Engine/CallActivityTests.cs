using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>BPMN 2.0.2 §10.3.6, §13.3.5; answers in <c>docs/engine/call-activity.md</c>.</summary>
public class CallActivityTests
{
    [Fact]
    public void A_called_process_goes_on_inside_the_call()
    {
        var walk = Walk.Of("call-activity/valid").With("ferdig", false).Start();
        walk.Open.Should().Equal("kurs/a");
        walk.Complete("kurs/a").Open.Should().Equal("b");
    }

    [Fact]
    public void An_error_in_a_called_process_is_caught_by_the_caller() =>
        Walk.Of("call-activity/valid-version").With("ferdig", true).Start().Complete("kurs/a").Open.Should().Equal("c");

    [Fact]
    public void A_deadline_on_the_call_ends_the_called_process() =>
        Walk.Of("call-activity/valid-version").Start().Fire("frist").State.Items.Select(item => item.ElementId).Should().Equal("d");

    [Fact]
    public void A_called_process_lies_in_the_phase_of_the_call() =>
        Drawing.Bound(Drawing.Read("call-activity/valid-version"))["kurs/a"]!.Phase.Should().Be(Phase.Planning);

    [Fact]
    public void A_process_may_be_called_several_times()
    {
        var walk = Walk.Of("call-activity/valid-several").With("ferdig", false).Start().Complete("kurs/a");
        walk.Open.Should().Equal("kurs/a");
        walk.Complete("kurs/a").Open.Should().Equal("b");
    }

    [Fact]
    public void A_called_process_may_call_another()
    {
        var definition = Bind("call-activity/valid", site => Drawing.Called(site.Definition == "kalt" && !site.Element.Contains('/') ? "kaller_videre" : site.Definition)).Definition!;
        var walk = new Walk(definition).With("ferdig", false).Start();
        walk.Open.Should().Equal("kurs/a/a");
        walk.Complete("kurs/a/a").Open.Should().Equal("kurs/etter");
        walk.State.Calls.Select(call => (call.Element, call.Definition)).Should().Equal(("kurs", "kaller_videre"), ("kurs/a", "kalt"));
    }

    [Fact]
    public void Events_and_terminate_of_a_called_process_stay_inside_it()
    {
        var walk = new Walk(Bind("call-activity/valid", _ => Drawing.Called("med_hendelser")).Definition!).Start().Deliver("brev");
        walk.Open.Should().Equal("kurs/h");
        walk.Complete("kurs/h").Open.Should().Equal("b");
    }

    [Fact]
    public void The_case_keeps_the_versions_that_were_found_when_it_began()
    {
        var asked = new List<CallSite>();
        var definition = Drawing.Read("call-activity/valid-version");
        var first = DefinitionBinder.Bind(definition, site =>
        {
            asked.Add(site);
            return Drawing.Called("kalt");
        }).Definition!;
        asked.Single().Binding.Should().Be(new CallBinding(CallBindingKind.Version, 3));

        var again = DefinitionBinder.Bind(definition, first.Calls, (id, version) => version == 1 ? Drawing.Called(id) : null);
        again.Definition!.Calls.Should().Equal(first.Calls);
    }

    [Fact]
    public void A_process_that_is_not_there_is_refused_at_the_call() =>
        Bind("call-activity/valid", _ => null).Findings.Single().ElementId.Should().Be("kurs");

    [Fact]
    public void A_process_that_comes_to_call_itself_is_refused() =>
        Bind("call-activity/valid", site => Drawing.Called(site.Element == "kurs" ? "kaller_seg_selv" : site.Definition)).Findings.Single().ElementId.Should().Be("kurs/a/a");

    [Fact]
    public void A_call_that_was_never_bound_needs_a_person()
    {
        var walk = new Walk(Drawing.Read("call-activity/valid")).Start();
        walk.State.StuckItems.Single().Stuck.Should().Equal(StuckReasons.CalledProcessMissing);
    }

    static BoundDefinition Bind(string drawing, Func<CallSite, ProcessDefinition?> find) => DefinitionBinder.Bind(Drawing.Read(drawing), find);
}
