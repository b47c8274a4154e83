using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>One appointment as the group sees it. No health details, no assessment of anyone (R27, R31).</summary>
public sealed record MemberCard(
    PersonId Person, string Name, Side Side, Words Assignment, Words? Perspective, DateOnly From, DateOnly To, string? Contact, string? VaraFor, bool Physician,
    Words Clarification, string ClarificationMark, bool Confidential, bool IsMe, bool IsActive, DateTimeOffset? LeftAt, ClarificationText? Text, bool MayOffer, bool MayEnd);

/// <summary>What was agreed in the role clarification; shown to the member and the koordinator only.</summary>
public sealed record ClarificationText(string Task, string NotTask, string TimeUse, string Support, string Terms, bool Accepted);

/// <summary>Somebody of the previous group who could be appointed again.</summary>
/// <param name="IsClarified">The earlier role clarification still holds for the same assignment (R30).</param>
public sealed record SuggestedCard(SuggestedMember Member, string Name, bool IsClarified);

/// <summary>The working group, each side alike.</summary>
public sealed record GroupView(
    CaseFrame Frame, ImmutableArray<MemberCard> Bruker, ImmutableArray<MemberCard> Fag, ImmutableArray<MemberCard> Former, string Koordinator, ImmutableArray<Words> Warnings,
    bool MayAppoint, ImmutableArray<Choice> Candidates, ImmutableArray<Choice> Employees, ImmutableArray<Choice> Members, bool MustReadSummary, DateOnly Today,
    ImmutableArray<SuggestedCard> Suggested)
{
    public static GroupView From(CaseContext context, Viewer me)
    {
        var group = context.Case.Group;
        ImmutableArray<MemberCard> cards = [.. group.Members.Select(member => Card(context, member, me))];
        return new(
            CaseFrame.From(context, me), [.. cards.Where(card => card is { Side: Side.Bruker, IsActive: true })], [.. cards.Where(card => card is { Side: Side.Fag, IsActive: true })],
            [.. cards.Where(card => !card.IsActive)], me.NameOf(context.Case.Identity?.Koordinator), [.. WarningsOf(context)],
            context.May(Act.AppointMember) && context.Case.IsOpen,
            People(me, _ => true), People(me, person => person.Grants.Length > 0 || person.EmployedIn.Length > 0),
            [.. cards.Where(card => card.IsActive).Select(card => new Choice(card.Person.ToString(), card.Name))],
            group.WithoutBrukerSince is not null && context.ActorsMembership is { Side: Side.Bruker, SummaryReadAt: null }, context.Today,
            [.. SuggestedOf(context, me)]);
    }

    /// <summary>R144: the previous group is suggested. Each is appointed by the koordinator, or not.</summary>
    static IEnumerable<SuggestedCard> SuggestedOf(CaseContext context, Viewer me) => (context.Case.Rerun?.Suggested ?? [])
        .Where(member => context.Case.Group.SideOf(member.Person) is null)
        .Select(member => new SuggestedCard(member, me.NameOf(member.Person), IsValid(context, member)));

    static bool IsValid(CaseContext context, SuggestedMember member) =>
        member.ClarifiedOn is { } day && day.AddMonths(context.Settings.RoleClarificationMonths) >= context.Today;

    static MemberCard Card(CaseContext context, Member member, Viewer me)
    {
        var active = member.ActiveOn(context.Today);
        var isMe = member.Person == context.Actor.Person;
        var coordinates = context.May(Act.CoordinateCase);
        var (words, mark) = ClarificationState(context, member, me);
        return new(
            member.Person, me.NameOf(member.Person), member.Side, GroupNames.Of(member.Assignment), member.Perspective is { } perspective ? GroupNames.Of(perspective) : null, member.From, member.To,
            member.ContactPerson is { } contact ? me.NameOf(contact) : null, member.VaraFor is { } represented ? me.NameOf(represented) : null, member.IsResponsiblePhysician,
            words, mark, member.ConfidentialityAt is not null, isMe, active, member.LeftAt,
            member.Clarification is { } text && (isMe || coordinates) ? new(me.Text(text.Task), me.Text(text.NotTask), me.Text(text.TimeUse), me.Text(text.Support), me.Text(text.Terms), text.AcceptedAt is not null) : null,
            active && coordinates && context.Case.IsOpen, active && context.May(Act.AppointMember) && context.Case.IsOpen);
    }

    static (Words, string) ClarificationState(CaseContext context, Member member, Viewer me)
    {
        if (member.ClarifiedOn(context.Today, context.Settings.RoleClarificationMonths))
            return (new($"Rolleavklart {me.Date((member.Clarification?.AcceptedOn ?? member.ClarifiedBefore)!.Value)}", $"Rolleavklart {me.Date((member.Clarification?.AcceptedOn ?? member.ClarifiedBefore)!.Value)}"), "mark--done");
        return member.Clarification switch
        {
            { AcceptedAt: not null } => (new("Rolleavklaringen er utløpt", "Rolleavklaringa er utgått"), "mark--warn"),
            not null => (new("Rolleavklaringen venter på svar", "Rolleavklaringa ventar på svar"), "mark--now"),
            null => (new("Ikke rolleavklart ennå", "Ikkje rolleavklart enno"), "mark--wait"),
        };
    }

    /// <summary>R19, R20, R21: said, never stopped.</summary>
    static IEnumerable<Words> WarningsOf(CaseContext context)
    {
        List<Member> active = [.. context.Case.Group.ActiveOn(context.Today)];
        var bruker = active.Count(member => member.Side == Side.Bruker);
        var fag = active.Count - bruker;
        if (bruker == 1)
            yield return new("Det er bare én brukerrepresentant. Vi anbefaler minst to, så ingen står alene og sykdom ikke stopper arbeidet.", "Det er berre éin brukarrepresentant. Vi rår til minst to, så ingen står åleine og sjukdom ikkje stoppar arbeidet.");
        if (bruker > 0 && fag > 2 * bruker)
            yield return new("Det er mer enn dobbelt så mange fagpersoner som brukerrepresentanter. Vurder å oppnevne flere brukerrepresentanter.", "Det er meir enn dobbelt så mange fagpersonar som brukarrepresentantar. Vurder å oppnemne fleire brukarrepresentantar.");
        if (bruker > 0 && context.Case.Identity?.Participants.Contains(ParticipantKind.Parorende) == true && active.All(member => member.Perspective != Perspective.Parorende))
            yield return new("Tilbudet er også for pårørende, men ingen i gruppen har den erfaringen.", "Tilbodet er også for pårørande, men ingen i gruppa har den erfaringa.");
        // R199
        if (context.Case.Identity?.Participants.Contains(ParticipantKind.Barn) == true)
            yield return new(
                "Tilbudet er for barn eller unge. Vurder å ta med en ungdomsrepresentant eller spørre ungdomsrådet. Den som er under 18 år, trenger informasjon til foresatte, og møtene kan ikke bare være om kvelden.",
                "Tilbodet er for barn eller unge. Vurder å ta med ein ungdomsrepresentant eller spørje ungdomsrådet. Den som er under 18 år, treng informasjon til føresette, og møta kan ikkje berre vere om kvelden.");
    }

    static ImmutableArray<Choice> People(Viewer me, Func<Person, bool> which) =>
        [.. me.Directory.People.Values.Where(which).Select(person => new Choice(person.Id.ToString(), me.NameOf(person.Id))).OrderBy(choice => choice.Label, StringComparer.Ordinal)];
}

/// <summary>What appointments are called.</summary>
public static class GroupNames
{
    public static Words Of(AssignmentType type) => type switch
    {
        AssignmentType.PaVegneAv => new("På vegne av en gruppe", "På vegner av ei gruppe"),
        AssignmentType.Erfaringsformidler => new("Erfaringsformidler", "Erfaringsformidlar"),
        AssignmentType.MedKursleder => new("Kursleder sammen med andre", "Kursleiar saman med andre"),
        AssignmentType.Likeperson => new("Likeperson", "Likeperson"),
        AssignmentType.Fagansvarlig => new("Fagansvarlig", "Fagansvarleg"),
        _ => new("Faglig bidrag", "Fagleg bidrag"),
    };

    public static Words Of(Perspective perspective) => perspective == Perspective.Pasient ? new("Egen erfaring", "Eiga erfaring") : new("Erfaring som pårørende", "Erfaring som pårørande");

    public static Words Of(RecruitmentChannel channel) => channel switch
    {
        RecruitmentChannel.Brukerorganisasjon => new("Brukerorganisasjon", "Brukarorganisasjon"),
        RecruitmentChannel.Avdeling => new("Avdeling", "Avdeling"),
        RecruitmentChannel.TidligereDeltaker => new("Tidligere deltaker", "Tidlegare deltakar"),
        RecruitmentChannel.SkoleBarnehageFrivilligsentral => new("Skole, barnehage eller frivilligsentral", "Skule, barnehage eller frivilligsentral"),
        _ => new("Annonse", "Annonse"),
    };

    public static Words Of(TilbudType type) => type switch
    {
        TilbudType.Diagnosespesifikt => new("Diagnosespesifikt", "Diagnosespesifikt"),
        TilbudType.Diagnoseuavhengig => new("Diagnoseuavhengig", "Diagnoseuavhengig"),
        TilbudType.Temaspesifikt => new("Temaspesifikt", "Temaspesifikt"),
        TilbudType.ParorendeBarn => new("Pårørende eller barn", "Pårørande eller barn"),
        TilbudType.Helsepedagogisk => new("Helsepedagogisk", "Helsepedagogisk"),
        _ => new("Lavterskel", "Lågterskel"),
    };

    public static Words Of(ParticipantKind kind) => kind switch
    {
        ParticipantKind.Pasient => new("Pasienter eller brukere", "Pasientar eller brukarar"),
        ParticipantKind.Parorende => new("Pårørende", "Pårørande"),
        ParticipantKind.Barn => new("Barn og unge", "Barn og unge"),
        ParticipantKind.Foreldre => new("Foreldre", "Foreldre"),
        _ => new("Fagpersoner", "Fagpersonar"),
    };

    public static Words Of(ReporterCategory category) => category switch
    {
        ReporterCategory.Bruker => new("Bruker", "Brukar"),
        ReporterCategory.Pasient => new("Pasient", "Pasient"),
        ReporterCategory.Parorende => new("Pårørende", "Pårørande"),
        ReporterCategory.Brukerorganisasjon => new("Brukerorganisasjon", "Brukarorganisasjon"),
        ReporterCategory.Fagperson => new("Fagperson", "Fagperson"),
        _ => new("Nasjonal føring", "Nasjonal føring"),
    };
}
