using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.RunCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class WaitingListTests
{
    static readonly WrittenText Reason = Written("reiser sammen med en som har plass");

    /// <summary>Numbers 1, 2 and 3 in groups 2, 1 and 2.</summary>
    static TestCase Waiting() => Announced(PlanA)
        .Does(Koord1, new JoinWaitingList(AttendeeKind.Patient, 2)).Does(Koord1, new JoinWaitingList(AttendeeKind.Relative, 1)).Does(Koord1, new JoinWaitingList(AttendeeKind.Patient, 2));

    static IEnumerable<int> Order(TestCase file) => file.File.Delivery.WaitingList.Entries.Select(entry => entry.Number);

    [Fact]
    public void R109_First_come_is_first_within_the_priority_group()
    {
        Order(Waiting()).Should().Equal(2, 1, 3);
        Order(Waiting().Does(Koord1, new JoinWaitingList(AttendeeKind.Patient, 1))).Should().Equal(2, 4, 1, 3);
        Order(Waiting().Does(Koord1, new JoinWaitingList(AttendeeKind.Patient, 3))).Should().Equal(2, 1, 3, 4);
    }

    [Fact]
    public void R109_Another_order_requires_a_reason()
    {
        Waiting().When(Koord1, new MoveOnWaitingList(3, 1, Written("bytt"))).ShouldBeRefusedWith<TextTooShort>();
        var file = Waiting();
        file.When(Koord1, new MoveOnWaitingList(3, 1, Reason)).ShouldGive<WaitingListReordered>();
        Order(file).Should().Equal(3, 2, 1);
        file.File.Delivery.WaitingList.Entries[0].MovedBecause!.Value.Should().Be(Reason.Value, "whoever sees the order sees why");
        Order(file.Does(Koord1, new MoveOnWaitingList(3, 3, Reason))).Should().Equal(2, 1, 3);
        file.When(Koord1, new MoveOnWaitingList(3, 3, Reason)).Should().BeOfType<Decision.Accepted>().Which.Facts.Should().BeEmpty("it stands there already");
    }

    [Fact]
    public void R109_The_place_goes_to_the_first_in_line_who_is_then_counted()
    {
        var file = Waiting();
        file.When(Koord1, new GiveWaitingPlace(1)).ShouldBeRefusedWith<NotFirstInLine>();

        file.When(Koord1, new GiveWaitingPlace(2)).ShouldGive<ParticipantsRegistered>().Should().Be(new ParticipantsRegistered(ConfirmedA with { Relatives = ConfirmedA.Relatives + 1 }, 2));
        Order(file).Should().Equal(1, 3);
        file.File.Delivery.Waiting.Should().Be(2);
    }

    [Fact]
    public void R109_A_number_is_never_given_again()
    {
        var file = Waiting().Does(Koord1, new LeaveWaitingList(3));
        file.When(Koord1, new LeaveWaitingList(3)).ShouldBeRefusedWith<NotOnWaitingList>();
        file.When(Koord1, new JoinWaitingList(AttendeeKind.Other, 1)).ShouldGive<WaitingListJoined>().Number.Should().Be(4);
    }

    [Fact]
    public void R109_What_is_counted_elsewhere_counts_until_the_list_is_kept_here()
    {
        Announced(PlanA).File.Delivery.Waiting.Should().Be(2);
        Waiting().Does(Koord1, new LeaveWaitingList(1)).Does(Koord1, new LeaveWaitingList(2)).Does(Koord1, new LeaveWaitingList(3)).File.Delivery.Waiting.Should().Be(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void R109_There_are_three_priority_groups(int priority) =>
        Waiting().When(Koord1, new JoinWaitingList(AttendeeKind.Patient, priority)).ShouldBeRefusedWith<UnknownPriority>();

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void R109_A_place_outside_the_list_is_refused(int place) => Waiting().When(Koord1, new MoveOnWaitingList(1, place, Reason)).ShouldBeRefusedWith<PlaceOutsideList>();

    [Fact]
    public void R106_The_list_holds_numbers_and_never_who() =>
        typeof(WaitingListJoined).GetConstructors()[0].GetParameters().Select(parameter => parameter.ParameterType).Should().Equal(typeof(int), typeof(AttendeeKind), typeof(int));

    [Fact]
    public void R109_Only_the_koordinator_keeps_it_and_only_for_an_announced_course()
    {
        Waiting().When(Fag1, new GiveWaitingPlace(2)).ShouldBeRefusedWith<NotAllowed>();
        Approved().When(Koord1, new JoinWaitingList(AttendeeKind.Patient, 1)).ShouldBeRefusedWith<CourseNotAnnounced>();
        FinishedA().When(Koord1, new JoinWaitingList(AttendeeKind.Patient, 1)).ShouldBeRefusedWith<CourseNotAnnounced>();
    }
}
