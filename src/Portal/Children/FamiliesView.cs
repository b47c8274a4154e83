using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A course leader and whether the police certificate has been seen (R193).</summary>
public sealed record CertificateLine(string Name, DateOnly? SeenOn, string CheckedBy);

/// <summary>What is recorded so that children can take part safely (R193–R195). Families and children are numbers; who they are is not here.</summary>
public sealed record FamiliesView(
    CaseFrame Frame, ImmutableArray<CertificateLine> Leaders, ImmutableArray<Choice> Candidates, ImmutableArray<Family> Families, ImmutableArray<Choice> Staying, int Next,
    ImmutableArray<Refusal> Missing, bool MayEdit, bool HasStarted, DateOnly Today)
{
    /// <summary>Null for a case without children.</summary>
    public static FamiliesView? From(CaseContext context, Viewer me)
    {
        var file = context.Case;
        if (!PlanCompleteness.ForChildren(file)) return null;
        var leaders = LeadersOf(file);
        return new(
            CaseFrame.From(context, me), [.. leaders.Select(leader => Line(file.Families, leader, me))], [.. CandidatesOf(context, leaders).Select(person => new Choice(person.ToString(), me.NameOf(person)))],
            file.Families.All, [.. file.Families.Staying.Select(family => FamilyChoice(family, me))], file.Families.All.Select(family => family.Number).DefaultIfEmpty().Max() + 1,
            [.. new[] { SafeStart.LeadersCertified, SafeStart.FamiliesPrepared }.Select(condition => condition.Unmet(context)).OfType<Refusal>()],
            file.IsOpen && context.May(Act.CoordinateCase), file.Delivery.HasStarted, context.Today);
    }

    /// <summary>The leaders of the announced course; before that, those in the programme.</summary>
    static ImmutableArray<PersonId> LeadersOf(CaseFile file) => file.Delivery.Plan?.Leaders
        ?? [.. ((file.Documents.Latest(DocumentKind.D13)?.Content as ProgrammeContent)?.Leaders ?? []).Select(leader => leader.Member).OfType<PersonId>()];

    static IEnumerable<PersonId> CandidatesOf(CaseContext context, ImmutableArray<PersonId> leaders) =>
        leaders.Concat(context.Case.Group.ActiveOn(context.Today).Select(member => member.Person)).Distinct();

    static CertificateLine Line(Families families, PersonId leader, Viewer me)
    {
        var seen = families.Certificates.FirstOrDefault(one => one.Person == leader);
        return new(me.NameOf(leader), seen?.SeenOn, seen is null ? "" : me.NameOf(seen.CheckedBy));
    }

    static Choice FamilyChoice(Family family, Viewer me) => new(family.Number.ToString(CultureInfo.InvariantCulture), me.Say($"Familie {family.Number}", $"Familie {family.Number}"));
}

public static class ChildrenNames
{
    public static Words Of(ConsentKind kind) => kind switch
    {
        ConsentKind.Papir => new("På papir", "På papir"),
        ConsentKind.IdPorten => new("Gjennom ID-porten", "Gjennom ID-porten"),
        _ => new("Ungdom over 16 år samtykker selv", "Ungdom over 16 år samtykkjer sjølv"),
    };

    public static Words Of(SamlingCategory category) => category == SamlingCategory.MedForeldre
        ? new("Barn og foreldre", "Barn og foreldre") : new("Bare foreldre", "Berre foreldre");
}
