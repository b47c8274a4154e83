namespace LmsWorkflow.Domain;

/// <summary>A member withdraws, at any time and without giving a reason (R34).</summary>
public sealed record WithdrawFromGroup() : CaseRequest
{
    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context) => context.ActorsMembership is { } member
        ? Decision.Accept(new MemberLeft(member.Person, Withdrew: true, LastBrukerLeft(context, member)))
        : Decision.Refuse(new NotAMember());

    internal static bool LastBrukerLeft(CaseContext context, Member leaving) =>
        leaving.Side == Side.Bruker && !context.Case.Group.ActiveOn(context.Today).Any(member => member.Side == Side.Bruker && member != leaving);
}

/// <summary>The koordinator ends an appointment, for instance when the period is cut short by agreement.</summary>
public sealed record EndAppointment(PersonId Person) : CaseRequest
{
    public override Act Act => Act.AppointMember;

    public override Decision Decide(CaseContext context) => context.Case.Group.Active(Person, context.Today) is { } member
        ? Decision.Accept(new MemberLeft(member.Person, Withdrew: false, WithdrawFromGroup.LastBrukerLeft(context, member)))
        : Decision.Refuse(new NotAMember());
}

/// <param name="WasLastBruker">No brukerrepresentant is left: every gate is closed until a replacement has read the summary (R35).</param>
public sealed record MemberLeft(PersonId Person, bool Withdrew, bool WasLastBruker) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Group = file.Group.Replace(Person, member => member with { LeftAt = stamp.At }) with
        {
            WithoutBrukerSince = WasLastBruker ? stamp.At : file.Group.WithoutBrukerSince,
        },
    };
}

public sealed record NotAMember() : Refusal(new Words(
    "Du eller personen er ikke med i arbeidsgruppen i denne saken nå. Be koordinator om en oppnevning.",
    "Du eller personen er ikkje med i arbeidsgruppa i denne saka no. Be koordinator om ei oppnemning."));
