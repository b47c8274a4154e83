using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// A course leader proposes to change the rest of the programme while the course runs (R113). In force when every course leader has consented. Removing the
/// last lived-experience item is possible only as a recorded deviation (R114).
/// </summary>
/// <param name="TeachingMinutes">The samling's teaching minutes after the change; null when they stay.</param>
public sealed record ChangeProgramme(int Samling, ProgrammeChangeKind Kind, WrittenText What, WrittenText Reason, int? TeachingMinutes = null) : CaseRequest
{
    public override Act Act => Act.RunCourse;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        DayLogRules.Unmet(context, Samling).Concat(
        [
            context.Case.Delivery.Standing is RunStanding.Announced or RunStanding.Running ? null : new RunIsNotOpen(),
            context.Case.Delivery.Samling(Samling) is { Attendance: not null } ? new SamlingIsHeld(Samling) : null,
            TeachingMinutes is < 0 or > 24 * 60 ? new MinutesOutOfRange(24 * 60) : null,
            Require.Written(What, "what", new("hva som endres", "kva som blir endra")),
            Require.AtLeast(Reason, 10, "reason", new("hvorfor programmet endres", "kvifor programmet blir endra")),
        ]),
        () => ProgrammeChanges.WithConsequences(
            context,
            new ProgrammeChangeProposed(context.Case.Delivery.Changes.Length + 1, Samling, Kind, What.Seal("D20.endring"), Reason.Seal("D20.endringsgrunn"),
                TeachingMinutes, context.Actor.Person!.Value)));
}

/// <summary>Proposing is the proposer's consent.</summary>
public sealed record ProgrammeChangeProposed(
    int Number, int Samling, ProgrammeChangeKind Kind, SealedText What, SealedText Reason, int? TeachingMinutes, PersonId Person) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Delivery = file.Delivery with
        {
            Changes = file.Delivery.Changes.Add(new(Number, Samling, Kind, What, Reason, TeachingMinutes, Person, stamp.At) { ConsentedBy = [Person] }),
        },
    };
}

/// <summary>The other course leader consents to a change (R113).</summary>
public sealed record ConsentToProgrammeChange(int Number) : CaseRequest
{
    public override Act Act => Act.RunCourse;

    public override Decision Decide(CaseContext context)
    {
        var change = Number >= 1 && Number <= context.Case.Delivery.Changes.Length ? context.Case.Delivery.Changes[Number - 1] : null;
        return Decision.Unless(
            [
                Require.Open(context),
                change is null or { InForceAt: not null } ? new NoOpenProgrammeChange() : null,
                context.Case.Delivery.Plan?.IsLeader(context.Actor.Person) == true ? null : new OnlyCourseLeaders(),
                change is not null && context.Case.Delivery.Samling(change.Samling) is { Attendance: not null } ? new SamlingIsHeld(change.Samling) : null,
            ],
            () => change!.ConsentedBy.Contains(context.Actor.Person!.Value)
                ? [] : ProgrammeChanges.WithConsequences(context, new ProgrammeChangeConsented(Number, context.Actor.Person.Value)));
    }
}

public sealed record ProgrammeChangeConsented(int Number, PersonId Person) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Delivery = file.Delivery.Replace(Number, change => change with { ConsentedBy = change.ConsentedBy.Add(Person) }) };
}

/// <summary>Every course leader has consented (R113).</summary>
public sealed record ProgrammeChanged(int Number) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Delivery = file.Delivery.Replace(Number, change => change with { InForceAt = stamp.At }) };
}

/// <summary>Avvik: the run no longer has what the method asks (R114).</summary>
public sealed record DeviationLogged(DeviationKind Kind, int Samling) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Delivery = file.Delivery with { Deviations = file.Delivery.Deviations.Add(new(Kind, Samling, stamp.At)) } };
}

static class ProgrammeChanges
{
    public static ImmutableArray<Fact> WithConsequences(CaseContext context, CaseFact fact)
    {
        var after = fact.Apply(context.Case, new Stamp(context.Now, context.Actor.Person, context.Capacity, context.Actor.SignIn)).Delivery;
        var change = fact is ProgrammeChangeConsented consented ? after.Changes[consented.Number - 1] : after.Changes[^1];
        if (!after.Plan!.Leaders.All(leader => change.ConsentedBy.Contains(leader))) return [fact];
        return LosesLastExperience(after, change)
            ? [fact, new ProgrammeChanged(change.Number), new DeviationLogged(DeviationKind.ExperienceItemMissing, change.Samling)]
            : [fact, new ProgrammeChanged(change.Number)];
    }

    public static Delivery Replace(this Delivery delivery, int number, Func<ProgrammeChange, ProgrammeChange> change) =>
        delivery with { Changes = delivery.Changes.SetItem(number - 1, change(delivery.Changes[number - 1])) };

    static bool LosesLastExperience(Delivery delivery, ProgrammeChange change) =>
        change.Kind == ProgrammeChangeKind.RemoveExperienceItem
        && delivery.Plan!.Samlinger.Sum(samling => samling.ExperienceItems)
            <= delivery.Changes.Count(other => other.Kind == ProgrammeChangeKind.RemoveExperienceItem && (other.InForceAt is not null || other == change));
}

public sealed record SamlingIsHeld(int Samling) : Refusal(new Words(
    $"Samling {Samling} er holdt. Bare resten av programmet kan endres.", $"Samling {Samling} er halden. Berre resten av programmet kan endrast."));

public sealed record NoOpenProgrammeChange() : Refusal(new Words(
    "Det er ingen programendring med dette nummeret som venter på svar.", "Det er inga programendring med dette nummeret som ventar på svar."));
