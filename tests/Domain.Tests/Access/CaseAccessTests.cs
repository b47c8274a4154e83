using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class CaseAccessTests
{
    public static TheoryData<Act> Acts => [.. Enum.GetValues<Act>()];

    [Theory]
    [MemberData(nameof(Acts))]
    public void Fagperson_and_brukerrepresentant_have_the_same_rights(Act act)
    {
        var may = CaseAccess.May(act);
        if (act == Act.ConfirmPaper) return; // R89 asks for an employee
        may.Contains(Role.Fagperson).Should().Be(may.Contains(Role.Brukerrepresentant));
    }

    [Theory]
    [InlineData(Act.SignOff)]
    [InlineData(Act.ActAsMember)]
    public void R080_No_administrative_role_may_do_what_belongs_to_the_sides(Act act) =>
        CaseAccess.May(act).Should().BeEquivalentTo([Role.Fagperson, Role.Brukerrepresentant]);

    [Fact]
    public void The_administrator_and_the_auditor_change_nothing_that_is_written_or_signed_in_a_case() =>
        (Enum.GetValues<Act>().Where(act => CaseAccess.May(act).Contains(Role.Administrator)), Enum.GetValues<Act>().Where(act => CaseAccess.May(act).Contains(Role.Revisor)))
            .Should().BeEquivalentTo((
                new[] { Act.ReadHistory, Act.ResolveStuck, Act.EditDefinition, Act.PublishDefinition, Act.MoveCase, Act.ManageLog, Act.ManageDirectory, Act.CheckRecord, Act.ReadRecord, Act.ProposePersonErasure, Act.ConfirmPersonErasure, Act.ReadErasures, Act.ManageRetention }, new[] { Act.ReadCase, Act.ReadHistory, Act.ReadBalance, Act.ReadCompliance, Act.CheckRecord, Act.ReadRecord, Act.ReadErasures, Act.ReadRetention }));

    [Fact]
    public void R175_Leaving_the_group_takes_the_rights_away()
    {
        var file = WithGroup();
        file.When(Br1, new WithdrawFromGroup());

        CaseAccess.Capacity(file.Actor(Br1), Act.ReadCase, file.File, new(2025, 9, 2)).Should().BeNull();
    }

    [Fact]
    public void A_koordinator_of_another_centre_and_a_leader_of_another_unit_have_no_access()
    {
        var file = WithGroup();
        var stranger = new Actor(Outsider, [new Grant(Role.Koordinator, Nevrologisk), new Grant(Role.Leder, Lms)], "test");

        foreach (var act in Enum.GetValues<Act>()) CaseAccess.Capacity(stranger, act, file.File, new(2025, 9, 2)).Should().BeNull();
    }

    [Fact]
    public void A_units_balance_is_for_its_koordinator_its_leder_the_auditor_and_those_appointed_in_an_open_case_there()
    {
        var file = WithGroup();
        Role? Reads(PersonId who, UnitId? unit, params ImmutableArray<Side> sides) => CaseAccess.Capacity(file.Actor(who), Act.ReadBalance, unit, sides);

        new[] { Reads(Koord1, Lms), Reads(Leder1, Nevrologisk), Reads(Revisor, Lms), Reads(Revisor, null), Reads(Fag1, Lms, Side.Fag), Reads(Br1, Lms, Side.Bruker) }
            .Should().Equal(Role.Koordinator, Role.Leder, Role.Revisor, Role.Revisor, Role.Fagperson, Role.Brukerrepresentant);
        new[] { Reads(Koord1, Nevrologisk), Reads(Koord1, null), Reads(Leder1, Lms), Reads(Fag1, Lms), Reads(Fag1, null, Side.Fag), Reads(Admin, Lms), Reads(Outsider, Lms) }.Should().OnlyContain(role => role == null);
    }

    [Fact]
    public void A_units_compliance_report_is_for_its_koordinator_its_leder_and_the_auditor_alone()
    {
        var file = WithGroup();
        Role? Reads(PersonId who, UnitId? unit) => CaseAccess.Capacity(file.Actor(who), Act.ReadCompliance, unit, [Side.Fag, Side.Bruker]);

        new[] { Reads(Koord1, Lms), Reads(Leder1, Nevrologisk), Reads(Revisor, Lms), Reads(Revisor, null) }.Should().Equal(Role.Koordinator, Role.Leder, Role.Revisor, Role.Revisor);
        new[] { Reads(Koord1, Nevrologisk), Reads(Koord1, null), Reads(Leder1, Lms), Reads(Leder1, null), Reads(Fag1, Lms), Reads(Br1, Lms), Reads(Admin, Lms), Reads(Outsider, Lms) }.Should().OnlyContain(role => role == null);
    }

    [Fact]
    public void R178_The_capacity_is_the_side_of_the_appointment() =>
        CaseAccess.Capacity(WithGroup().Actor(Br1), Act.SignOff, WithGroup().File, new(2025, 9, 2)).Should().Be(Role.Brukerrepresentant);
}
