using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class HandOverCaseTests
{
    [Fact]
    public void A_case_that_is_closed_or_cancelled_is_handed_over_by_its_koordinator_and_its_leader()
    {
        foreach (var finished in new[] { WithGroup().Given(Koord1, new CaseClosed()), WithGroup().Given(Koord1, new CaseCancelled(Sealed("ingen vil"))) })
            foreach (var who in new[] { Koord1, Leder1 })
                HandOverCase.Unmet(finished.File, finished.Actor(who), new(2025, 9, 2)).Should().BeEmpty();
    }

    [Fact]
    public void An_open_case_is_not_handed_over_and_neither_is_one_on_hold()
    {
        foreach (var open in new[] { WithGroup(), WithGroup().Given(Koord1, new CasePutOnHold(Sealed("venter"), null)) })
            HandOverCase.Unmet(open.File, open.Actor(Koord1), new(2025, 9, 2)).Should().Equal(new CaseNotFinished());
    }

    [Fact]
    public void Nobody_else_hands_a_case_over_though_it_is_finished()
    {
        var file = WithGroup().Given(Koord1, new CaseClosed());
        foreach (var who in new[] { Fag1, Br1, Revisor, Admin, Outsider })
            HandOverCase.Unmet(file.File, file.Actor(who), new(2025, 9, 2)).Should().Equal(new NotAllowed(Act.HandOver));
    }
}
