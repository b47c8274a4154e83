using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

public class LanesAndPoolsTests
{
    [Fact]
    public void A_lane_lends_its_role_to_the_tasks_in_it()
    {
        var drawn = Drawing.Read("lane/valid");
        drawn["a"]!.Lms.Roles.Should().Be(TaskRoles.Koordinator);
        drawn["x"]!.Lms.Roles.Should().Be(TaskRoles.Koordinator, "it lies in a sub-process in the lane");
        drawn["b"]!.Lms.Roles.Should().Be(TaskRoles.Fagperson | TaskRoles.Brukerrepresentant);
        drawn["c"]!.Lms.Roles.Should().Be(TaskRoles.Leder, "the attribute says more than the name");
        drawn["d"]!.Lms.Roles.Should().Be(TaskRoles.Administrator, "it says so itself");
    }

    [Fact]
    public void The_innermost_lane_that_says_something_counts()
    {
        var drawn = Drawing.Read("lane/valid-nested");
        drawn["a"]!.Lms.Roles.Should().Be(TaskRoles.Fagperson);
        drawn["b"]!.Lms.Roles.Should().Be(TaskRoles.Leder);
    }

    [Fact]
    public void Only_the_executable_pool_is_run_and_the_others_may_hold_anything()
    {
        var read = BpmnReader.Read(Drawing.Bytes("pools/valid"), Drawing.Vocabulary);
        read.Definition!.Id.Should().Be("p");
        read.Model!.Processes.Select(process => process.Id).Should().Equal("p", "andre");
        read.Model.MessageFlows.Should().HaveCount(2);
    }
}
