using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>
/// The proof tried on drawings that were spoilt on purpose. What is bad is decided by driving the engine in every way with the guard switched off (<see cref="BruteForce"/>);
/// everything bad must be refused, and everything drawn otherwise but meaning the same must not.
/// </summary>
public class MutantTests
{
    /// <summary>Refused on principle although the engine, which goes from rest to rest, never gets that far; <c>docs/engine/proof.md</c> says why of each.</summary>
    static bool IsStrict(Mutant mutant) => mutant.Kind switch
    {
        "race" or "split" or "error" or "escalation" => true,
        "re-order" => mutant.What.Contains("edited", StringComparison.Ordinal),
        "re-route" => mutant.What.EndsWith("to the sign-off", StringComparison.Ordinal),
        "weaken" => mutant.What.Contains("the sign-off is for", StringComparison.Ordinal),
        _ => false,
    };

    const int MostRests = 700;

    /// <summary>Each shipped definition, and which share of its mutants is tried: one in so many.</summary>
    public static TheoryData<string, int, int> Definitions => new()
    {
        { "standard-metode", 5, 150 }, { "gjentak", 20, 30 }, { "mestringstreff", 20, 30 }, { "smil", 20, 30 }, { "grunnkurs-helsepedagogikk", 20, 30 },
    };

    [Fact]
    public void Every_shipped_definition_with_a_sign_off_is_tried() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Definitions"), "*.bpmn").Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Should().BeEquivalentTo(Definitions.Select(row => row.Data.Item1));

    [Theory, MemberData(nameof(Definitions))]
    public void Whatever_leads_around_a_side_is_refused_and_shown(string definition, int oneIn, int least)
    {
        var judged = new ConcurrentBag<Judged>();
        var mutants = new Mutator(Drawing.Shipped(definition)).Mutants().Where((_, at) => at % oneIn == 0);
        Parallel.ForEach(mutants, mutant => judged.Add(Judge(mutant)));

        judged.Where(one => one.Wrong != Wrong.None && !one.IsRefused).Select(one => one.Mutant.ToString()).Should().BeEmpty("every bad mutant is refused");
        judged.Where(one => one.Wrong != Wrong.None && !one.IsHeld).Select(one => one.Mutant.ToString()).Should().BeEmpty("with the guard on the same way is stuck or refused");
        judged.Where(one => one.Wrong == Wrong.None && one.IsWhole && one.IsBroken && !IsStrict(one.Mutant)).Select(one => one.Mutant.ToString()).Should().BeEmpty("nothing harmless is said to lead around a side, but what is refused on principle");
        judged.Count(one => one.Wrong == Wrong.None && !one.IsWhole).Should().BeLessThan(judged.Count * 2 / 5, "of most drawings the oracle sees every way");

        var bad = judged.Where(one => one.Wrong != Wrong.None).ToList();
        judged.Should().HaveCountGreaterThan(least);
        bad.Should().HaveCountGreaterThan(least / 2);
        bad.Count(one => one.IsShown).Should().BeGreaterThan(bad.Count * 4 / 5, "nearly every counter-example is one the engine follows to where it goes wrong; the rest suppose what a text's standing may be");
        bad.Select(one => one.Mutant.Kind).Distinct().Should().HaveCountGreaterThan(definition == "standard-metode" ? 7 : 4);
    }

    [Theory, MemberData(nameof(Definitions))]
    public void What_means_the_same_is_not_refused(string definition, int oneIn, int least)
    {
        var rewrites = new Mutator(Drawing.Shipped(definition)).Rewrites().Where((rewrite, at) => at % (oneIn * 2) == 0 || rewrite.Kind is not ("harmless task" or "merge")).ToList();
        var refused = new ConcurrentBag<string>();
        Parallel.ForEach(rewrites, rewrite =>
        {
            var verification = DefinitionVerifier.Verify(BruteForce.Bytes(rewrite.Drawing));
            if (!verification.MayBePublished) refused.Add($"{rewrite}: {string.Join(", ", verification.Findings.Select(finding => finding.Check))}");
        });
        refused.Should().BeEmpty();
        rewrites.Should().HaveCountGreaterThan(least / 8);
        rewrites.Select(rewrite => rewrite.Kind).Distinct().Should().BeEquivalentTo("harmless task", "merge", "reminder", "renamed", "order", "prefix");
    }

    /// <param name="IsRefused">It may not be published, for whatever reason; <paramref name="IsBroken"/>: because it leads around a side.</param>
    /// <param name="IsWhole">Every way was looked at.</param>
    /// <param name="IsShown">The engine follows the counter-example to where it goes wrong.</param>
    /// <param name="IsHeld">With the guard on, the way there ends stuck or in a refusal.</param>
    sealed record Judged(Mutant Mutant, Wrong Wrong, bool IsRefused, bool IsBroken, bool IsWhole, bool IsShown, bool IsHeld);

    static Judged Judge(Mutant mutant)
    {
        var bytes = BruteForce.Bytes(mutant.Drawing);
        var participation = CaseWorkflow.Read(bytes).Model is { Driving: { } process } ? new ParticipationJudge(process, DefinitionVerifier.MostStates).Judge() : PropertyVerdict.NotApplicable;
        var refused = participation.Holds == false || !DefinitionVerifier.Verify(bytes).MayBePublished;
        var broken = participation.Holds == false;
        if (BruteForce.Of(mutant.Drawing) is not { } walk) return new(mutant, Wrong.None, refused, broken, false, false, true);
        var (found, way, _, isWhole) = walk.FirstWrong(phase => phase == mutant.Where, MostRests);
        var shown = participation.CounterExample.IsEmpty ? null : walk.Follow(participation.CounterExample, MostRests);
        if (found is null && shown is null) return new(mutant, Wrong.None, refused, broken, isWhole, false, true);
        return new(mutant, found?.Wrong ?? shown!.Value.Found.Wrong, refused, broken, isWhole, shown is not null, (found is null || IsHeld(walk, found, way)) && (shown is not { } followed || IsHeld(walk, followed.Found, followed.Way)));
    }

    /// <summary>Working together is the drawing's part, and the proof's; the guard asks who has signed what.</summary>
    static bool IsHeld(BruteForce walk, BruteForce.Rest found, ImmutableArray<BruteForce.Deed> way) => found.Wrong == Wrong.NoJointWork || walk.IsHeldBack(way);
}
