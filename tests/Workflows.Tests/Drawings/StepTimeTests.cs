using LmsWorkflow.Domain;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Steps of a version across cases: how many stand there, how long it usually takes, and whom it waits for.</summary>
public sealed class StepTimeTests
{
    static readonly ProcessDefinition Definition = CaseWorkflow.Read(Drawing.Shipped("standard-metode")).Definition!;

    [Fact]
    public void The_median_is_told_when_three_cases_tell_of_it_and_not_before()
    {
        Of("avklar_engasjement", Contacted(2), Contacted(9)).MedianDays.Should().BeNull("two cases would tell of single persons");
        var step = Of("avklar_engasjement", Contacted(2), Contacted(9), Contacted(4));
        step.MedianDays.Should().Be(4);
        step.Finished.Should().Be(3);
        step.Here.Should().Be(0);
        step.Roles.Should().ContainSingle().Which.Should().Be(new RoleTime(Role.Koordinator, 3, 4));
    }

    [Fact]
    public void Cases_that_stand_at_a_step_are_counted_there()
    {
        var step = Of("sjekk_tilbud", Contacted(2), Contacted(9));
        step.Here.Should().Be(2);
        step.Finished.Should().Be(0);
        step.Roles.Should().BeEmpty();
    }

    [Fact]
    public void At_a_sign_off_each_side_counts_until_it_signed_also_while_the_other_has_not()
    {
        var step = Of("g1_godkjenn", Signed(1, 5), Signed(2, 6), Signed(3, 30), Trace(CaseRun.AtG1().At(Start.AddDays(1)).Signs(Fag1)));
        var fag = step.Roles.Single(role => role.Role == Role.Fagperson);
        fag.Finished.Should().Be(4);
        fag.MedianDays.Should().Be(1.5);
        step.Roles.Single(role => role.Role == Role.Brukerrepresentant).Should().Be(new RoleTime(Role.Brukerrepresentant, 3, 6));
        step.Here.Should().Be(1);
    }

    static StepTime Of(string element, params CaseTrace[] cases) => StepTime.Of(Definition, cases).Single(step => step.Element.Id == element);

    static CaseTrace Contacted(int days) => Trace(CaseRun.Registered().At(Start.AddDays(days))
        .Does(Koord1, new RecordContact(Side.Fag, Written("Fag3"), false)).Does(Koord1, new RecordContact(Side.Bruker, Written("Brukerorganisasjon"), false)));

    static CaseTrace Signed(int fag, int bruker) => Trace(CaseRun.AtG1().At(Start.AddDays(fag)).Signs(Fag1).At(Start.AddDays(bruker)).Signs(Br1));

    static CaseTrace Trace(CaseRun run)
    {
        var trace = new CaseTrace(new(Guid.NewGuid()));
        foreach (var (fact, at) in run.Dated) trace.Add(fact, new(at, Koord1, Role.Koordinator, "test"));
        return trace;
    }
}
