namespace LmsWorkflow.Domain;

/// <summary>The koordinator offers a rolleavklaring (D06) after the conversation: what the task is and is not, time, support, fee and travel terms (domain notes §3.3).</summary>
public sealed record OfferRoleClarification(
    PersonId Person, WrittenText Task, WrittenText NotTask, WrittenText TimeUse, WrittenText Support, WrittenText Terms) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Group.Active(Person, context.Today) is null ? new NotAMember() : null,
            Require.Written(Task, "task", new("hva oppgaven er", "kva oppgåva er")),
            Require.Written(NotTask, "notTask", new("hva som ikke er oppgaven", "kva som ikkje er oppgåva")),
            Require.Written(TimeUse, "timeUse", new("forventet tidsbruk", "forventa tidsbruk")),
            Require.Written(Support, "support", new("hvilken støtte som tilbys", "kva støtte som blir tilbydd")),
            Require.Written(Terms, "terms", new("vilkårene for honorar og reise", "vilkåra for honorar og reise")),
        ],
        () =>
        [
            new RoleClarificationOffered(Person, Task.Seal("D06.oppgave"), NotTask.Seal("D06.ikkeoppgave"), TimeUse.Seal("D06.tidsbruk"),
                Support.Seal("D06.stotte"), Terms.Seal("D06.vilkar")),
        ]);
}

public sealed record RoleClarificationOffered(
    PersonId Person, SealedText Task, SealedText NotTask, SealedText TimeUse, SealedText Support, SealedText Terms) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Group = file.Group.Replace(Person, member => member with { Clarification = new(Task, NotTask, TimeUse, Support, Terms, stamp.At, null) }),
    };
}

/// <summary>The member accepts the rolleavklaring. Required before the first sign-off (R29), valid for a time (R30).</summary>
public sealed record AcceptRoleClarification() : CaseRequest
{
    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [Require.Open(context), context.ActorsMembership?.Clarification is null ? new NoRoleClarificationOffered() : null],
        () => [new RoleClarificationAccepted(context.Actor.Person!.Value)]);
}

public sealed record RoleClarificationAccepted(PersonId Person) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Group = file.Group.Replace(Person, member => member with { Clarification = member.Clarification! with { AcceptedAt = stamp.At, AcceptedOn = OsloTime.Date(stamp.At) } }),
    };
}

public sealed record NoRoleClarificationOffered() : Refusal(new Words(
    "Det finnes ingen rolleavklaring å godta ennå. Koordinator må først ta samtalen og fylle den ut.",
    "Det finst inga rolleavklaring å godta enno. Koordinator må først ta samtalen og fylle ho ut."));

/// <summary>Taushetserklæring (D07): the member accepts the confidentiality text (R32).</summary>
public sealed record AcceptConfidentiality(int TextVersion) : CaseRequest
{
    /// <summary>Version of the text in force.</summary>
    public const int Current = 1;

    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.ActorsMembership is null ? new NotAMember() : null,
            TextVersion != Current ? new ConfidentialityTextChanged() : null,
        ],
        () => [new ConfidentialityAccepted(context.Actor.Person!.Value, TextVersion)]);
}

public sealed record ConfidentialityAccepted(PersonId Person, int TextVersion) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Group = file.Group.Replace(Person, member => member with { ConfidentialityAt = stamp.At }),
    };
}

public sealed record ConfidentialityTextChanged() : Refusal(new Words(
    "Taushetserklæringen er endret siden du åpnet den. Les den nye teksten og godta på nytt.",
    "Teieplikterklæringa er endra sidan du opna ho. Les den nye teksten og godta på nytt."));

/// <summary>A replacement has read the summary of the case: gates can open again (R35).</summary>
public sealed record ReadCaseSummary() : CaseRequest
{
    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context) => context.ActorsMembership is { } member
        ? Decision.Accept(new CaseSummaryRead(member.Person, member.Side))
        : Decision.Refuse(new NotAMember());
}

public sealed record CaseSummaryRead(PersonId Person, Side Side) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Group = file.Group.Replace(Person, member => member with { SummaryReadAt = stamp.At }) with
        {
            WithoutBrukerSince = Side == Side.Bruker ? null : file.Group.WithoutBrukerSince,
        },
    };
}
