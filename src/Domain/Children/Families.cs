using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>How consent to a child's participation was given: by those with parental responsibility on paper or through ID-porten, or by a youth of 16 or more (R194).</summary>
public enum ConsentKind { Papir, IdPorten, Ungdom16 }

/// <summary>The police certificate of a course leader was seen; never what it says (R193).</summary>
public sealed record PoliceCertificate(PersonId Person, DateOnly SeenOn, PersonId CheckedBy);

/// <param name="Child">The child's number in the attendance lists; means nothing outside this run.</param>
public sealed record ParentalConsent(int Child, ConsentKind Kind, DateOnly On);

/// <summary>A family under a number that means nothing outside this run. Who they are is not here.</summary>
/// <param name="HasWithdrawn">They withdrew; why is not asked.</param>
public sealed record Family(int Number, ImmutableArray<ParentalConsent> Consents, DateOnly? PreConversation, DateOnly? PostConversationOffered, bool HasWithdrawn);

/// <summary>How many parents met at a gathering with parents (R198).</summary>
public sealed record ParentsMet(int Samling, int Parents);

/// <summary>What is recorded so that children can take part safely.</summary>
public sealed record Families(ImmutableArray<PoliceCertificate> Certificates, ImmutableArray<Family> All, ImmutableArray<ParentsMet> Parents)
{
    public static Families None { get; } = new([], [], []);

    public bool HasCertificate(PersonId person)
    {
        foreach (var certificate in Certificates)
            if (certificate.Person == person) return true;
        return false;
    }

    public IEnumerable<Family> Staying => All.Where(family => !family.HasWithdrawn);

    public Family? Numbered(int number) => All.FirstOrDefault(family => family.Number == number);

    public Family? OfChild(int child) => All.FirstOrDefault(family => family.Consents.Any(consent => consent.Child == child));

    public int Consented => All.Sum(family => family.Consents.Length);

    /// <summary>Most parents at one gathering; null when none is recorded.</summary>
    public int? MostParents => Parents.IsEmpty ? null : Parents.Max(met => met.Parents);

    internal Families With(int family, Func<Family, Family> change)
    {
        var before = Numbered(family) ?? new(family, [], null, null, false);
        return this with { All = [.. All.Where(one => one.Number != family).Append(change(before)).OrderBy(one => one.Number)] };
    }
}
