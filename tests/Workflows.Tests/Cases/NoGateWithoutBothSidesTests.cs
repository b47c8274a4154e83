using FsCheck;
using FsCheck.Fluent;
using LmsWorkflow.Domain;
using LmsWorkflow.Domain.Tests;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>R78: whatever anybody asks for, in whatever order, no gate is passed without both sides' sign-offs valid at that instant.</summary>
public class NoGateWithoutBothSidesTests
{
    static readonly PersonId[] People = [Koord1, Fag1, Fag2, Br1, Br2, Leder1, Admin, Outsider];
    static readonly TestCase Known = Empty();

    [Fact]
    public void R078_R079_Random_commands_by_random_people_never_pass_a_gate_without_both_sides()
    {
        var passed = 0;
        var steps = Gen.Choose(0, 1_000_000).ArrayOf(60).ToArbitrary();
        Prop.ForAll(steps, walk =>
        {
            var run = CaseRun.AtG1();
            foreach (var step in walk)
            {
                var history = run.History.Count;
                Ask(run, step);
                foreach (var gate in run.History.Skip(history).OfType<GatePassed>()) passed += BothHadSigned(run, gate);
                run.File.Process.Should().Be(Replay(run));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(120));
        passed.Should().BeGreaterThan(10, "the walks must get somewhere for the test to mean anything");
    }

    static int BothHadSigned(CaseRun run, GatePassed passed)
    {
        var package = run.File.SignOffs.Packages.Single(package => package.Gate == passed.Gate && package.Number == passed.Package);
        var given = run.File.SignOffs.Given.Where(given => given.Gate == passed.Gate && given.Package == package.Number && given.PackageHash == package.Hash && given.WithdrawnAt is null).ToList();
        given.Select(signOff => signOff.Side).Distinct().Should().HaveCount(2);
        given.GroupBy(signOff => signOff.Person).Should().OnlyContain(person => person.Select(signOff => signOff.Side).Distinct().Count() == 1);
        return 1;
    }

    static void Ask(CaseRun run, int step)
    {
        var who = People[step / 100 % People.Length];
        if (step % 5 != 0) run.Opens(who, Gate.G1);
        if (step % 17 == 0) run.At(run.Now.AddDays(1));
        run.When(step % 23 == 0 ? Actor.System : Known.Actor(who), Request(run, step));
    }

    static CaseRequest Request(CaseRun run, int step) => (step % 24) switch
    {
        < 10 => run.SignOff(Gate.G1),
        10 => new RequestChange(Gate.G1, run.File.SignOffs.Latest(Gate.G1)!.Number, Written("teksten bør endres litt")),
        11 => new RaiseObjection(Gate.G1, Written("dette er jeg uenig i, se her"), null),
        12 => new WithdrawObjection(Math.Max(1, run.File.Objections.All.Length)),
        13 => new WithdrawSignOff(Gate.G1),
        14 or 15 or 16 => new FreezePackage(Gate.G1),
        17 => new CompleteWorkItem(step / 24 % Math.Max(1, run.File.Process!.Next)),
        18 => new FireDueTimer(step / 24 % Math.Max(1, run.File.Process!.Next)),
        19 => new RetryStuck(step / 24 % Math.Max(1, run.File.Process!.Next)),
        20 => new FreezePackage((Gate)(step / 24 % 6)),
        _ => run.SignOff((Gate)(step / 24 % 6)),
    };

    static ProcessState? Replay(CaseRun run)
    {
        var file = CaseFile.Unregistered(run.File.Id);
        foreach (var (fact, at) in run.Dated) file = file.After(fact, new Stamp(at, Koord1, Role.Koordinator, "test"));
        return file.Process;
    }
}
