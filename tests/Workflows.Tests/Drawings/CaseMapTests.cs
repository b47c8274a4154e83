using LmsWorkflow.Domain;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>A case on the drawing it follows: where it is, what is done, by whom, when, and how long it took.</summary>
public sealed class CaseMapTests
{
    static readonly ProcessDefinition Definition = CaseWorkflow.Read(Drawing.Shipped("standard-metode")).Definition!;
    static readonly Picture Picture = PictureReader.Read(Drawing.Shipped("standard-metode"))!;

    [Fact]
    public void Steps_that_are_done_tell_by_whom_and_the_open_ones_since_when()
    {
        var run = CaseRun.Registered().At(Start.AddDays(4)).Does(Koord1, new RecordContact(Side.Fag, Written("Fag3"), false)).Does(Koord1, new RecordContact(Side.Bruker, Written("Brukerorganisasjon"), false));
        var map = Map(run);
        var contacts = map.Steps.Single(step => step.Id == "avklar_engasjement");
        contacts.State.Should().Be(StepState.Done);
        contacts.Visits.Should().ContainSingle().Which.Should().Match<StepVisit>(visit => visit.From == Start && visit.To == Start.AddDays(4) && visit.By == Koord1 && visit.End == VisitEnd.Done);
        contacts.Days(Start.AddDays(9)).Should().Be(4);
        var open = map.Steps.Single(step => step.Id == "sjekk_tilbud");
        open.State.Should().Be(StepState.Here);
        open.Days(Start.AddDays(9)).Should().Be(9);
    }

    [Fact]
    public void The_drawing_is_marked_where_the_case_is_and_where_it_has_been_and_nowhere_else()
    {
        var run = CaseRun.AtG1();
        var map = Map(run);
        var marks = map.Marks(Picture, run.Now.AddDays(2));
        foreach (var item in run.File.Process!.UserTasks) marks.Of(item.ElementId)!.Kind.Should().Be(MarkKind.Here);
        marks.Of("g1_godkjenn")!.Pill.Should().Be("2 d");
        marks.Of("forankre")!.Kind.Should().Be(MarkKind.Done);
        marks.Of("g0_passer")!.Kind.Should().Be(MarkKind.Done, "a gate that was passed is done");
        marks.Of("fase1_behovsvurdering")!.Kind.Should().Be(MarkKind.Here, "the phase around is marked too");
        marks.Of("behov_meldt")!.Kind.Should().Be(MarkKind.Done);
        marks.Of("g2_godkjenn").Should().BeNull();
        map.Part(Picture).Should().Be("fase1_behovsvurdering");
    }

    [Fact]
    public void A_text_that_was_sent_back_leaves_nothing_at_its_gate_that_seems_done()
    {
        var run = CaseRun.AtG1();
        var open = run.File.Process!.UserTasks.Select(item => item.ElementId).ToList();
        open.Should().Contain("g1_godkjenn");
        run.At(run.Now.AddDays(2)).Does(Br1, new RequestChange(Gate.G1, 1, Written("Hva med dem som bor langt unna?")));
        var map = Map(run);
        foreach (var step in open)
        {
            map.Steps.Single(one => one.Id == step).State.Should().Be(StepState.SentBack, step);
            map.Marks(Picture, run.Now).Of(step).Should().BeNull("it is neither done nor is the case there");
        }
    }

    [Fact]
    public void A_step_that_asks_for_what_was_done_before_is_nobodys_work_of_that_day()
    {
        var run = CaseRun.AtG1().Happens(new DraftSaved(DocumentKind.D14, 1, 1, Content("budsjett"))).At(Start.AddDays(20)).Signs(Fag1).Signs(Br1);
        var map = Map(run);
        map.Steps.Single(step => step.Id == "sett_opp_budsjett").Visits.Should().ContainSingle().Which.Should().Match<StepVisit>(visit => visit.End == VisitEnd.AlreadyDone && visit.From == visit.To);
        map.Steps.Single(step => step.Id == "forankre").Visits.Should().ContainSingle().Which.End.Should().Be(VisitEnd.Done);
    }

    [Fact]
    public void A_gate_that_was_opened_again_is_no_longer_done()
    {
        var run = CaseRun.InPlanning();
        Map(run).Steps.Single(step => step.Id == "g1_passer").State.Should().Be(StepState.Done);
        var (reopened, stamp) = (new GateReopened(Gate.G1, ReopenCause.Objection), new Stamp(run.Now, Koord1, Role.Koordinator, "test"));
        var map = CaseMap.Of(Definition, run.File.After(reopened, stamp), CaseTrace.Of(run.File.Id, [.. run.Dated.Select(dated => (dated.Fact, stamp with { At = dated.At })), (reopened, stamp)]));
        map.Steps.Single(step => step.Id == "g1_passer").State.Should().Be(StepState.Interrupted);
    }

    [Fact]
    public void Each_visit_in_the_trace_agrees_with_the_state_the_case_is_in()
    {
        var run = CaseRun.InPlanning();
        var open = Map(run).Steps.SelectMany(step => step.Visits).Where(visit => visit.End == VisitEnd.Open).ToList();
        open.Select(visit => (visit.Item, visit.Element)).Should().BeEquivalentTo(run.File.Process!.Items.Select(item => (item.Number, item.ElementId)));
        open.Should().OnlyContain(visit => visit.To == null && visit.By == null);
    }

    [Fact]
    public void A_step_inside_something_drawn_closed_or_called_is_seen_at_what_is_drawn()
    {
        var called = Drawing.Bound(Drawing.Read("call-activity/valid"));
        var picture = PictureReader.Read(Drawing.Bytes("call-activity/valid"))!;
        var inside = called.Elements.Where(element => element.Id.Contains('/', StringComparison.Ordinal)).ToList();
        inside.Should().NotBeEmpty();
        foreach (var element in inside) picture.Seen(element).Should().Be(element.Id.Split('/')[0]);
    }

    static CaseMap Map(CaseRun run) => CaseMap.Of(Definition, run.File, CaseTrace.Of(run.File.Id, run.Dated.Select(dated => (dated.Fact, new Stamp(dated.At, Koord1, Role.Koordinator, "test")))));
}
