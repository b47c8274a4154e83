using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class HoldTests
{
    [Fact]
    public void On_hold_nothing_can_be_done_until_the_case_is_resumed()
    {
        var file = AtG1().Opened(Br1, Gate.G1);
        file.When(Koord1, new PutOnHold(Written("venter på nye lokaler"), null)).ShouldGive<CasePutOnHold>();

        file.When(Br1, file.SignOff(Gate.G1)).ShouldBeRefusedWith<CaseIsOnHold>();
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain(new CaseIsOnHold());
        file.When(Koord1, new ResumeCase()).ShouldGive<CaseResumed>();
        file.When(Br1, file.SignOff(Gate.G1)).ShouldGive<SignOffGiven>();
    }

    [Fact]
    public void R139_A_cancelled_case_is_read_only()
    {
        var file = AtG1().Opened(Br1, Gate.G1);
        file.When(Koord1, new CancelCase(Written("for få meldte seg på"))).ShouldGive<CaseCancelled>();

        file.When(Br1, file.SignOff(Gate.G1)).ShouldBeRefusedWith<CaseIsClosed>();
        file.When(Koord1, new CancelCase(Written("en gang til, for sikkerhets skyld"))).ShouldBeRefusedWith<CaseIsClosed>();
    }

    [Fact]
    public void One_more_hold_costs_the_same_however_many_there_were_before()
    {
        var file = CaseFile.Unregistered(new(Guid.NewGuid()));
        var first = Hold(1_000);
        Hold(20_000);
        Hold(1_000).Should().BeLessThan(first * 2);
        file.PastHolds.Should().HaveCount(22_000);

        long Hold(int times)
        {
            var reason = SealedText.Seal("hold.reason", "venter", new string('0', 32));
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var time = 0; time < times; time++)
                file = file.After(new CasePutOnHold(reason, null), new(DateTimeOffset.UnixEpoch, null, Role.Koordinator, "test")).After(new CaseResumed(), new(DateTimeOffset.UnixEpoch.AddDays(1), null, Role.Koordinator, "test"));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
