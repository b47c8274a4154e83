namespace LmsWorkflow.Domain;

/// <summary>How a brukerrepresentant was found (R25). Schools, kindergartens and volunteer centres only pass the request on (R26).</summary>
public enum RecruitmentChannel { Brukerorganisasjon, Avdeling, TidligereDeltaker, SkoleBarnehageFrivilligsentral, Annonse }

/// <summary>Oppnevning (D05): appoints a person to one side of the working group for a period (R17–R28). Never a score of anyone's suitability (R27).</summary>
/// <param name="VaraFor">The same-side member this person stands in for (R90).</param>
public sealed record AppointMember(
    PersonId Person, Side Side, AssignmentType Assignment, Perspective? Perspective, DateOnly From, DateOnly To, PersonId? ContactPerson,
    PersonId? VaraFor = null, bool IsResponsiblePhysician = false, RecruitmentChannel? Channel = null, WrittenText? ChannelReason = null) : CaseRequest
{
    public override Act Act => Act.AppointMember;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Directory.Find(Person) is null ? new UnknownPerson() : null,
            To < From ? new PeriodEndsBeforeStart() : null,
            context.Case.Group.SideOf(Person) is { } side && side != Side ? new OtherSideAlready() : null,
            context.Case.Group.Active(Person, context.Today) is not null ? new AlreadyMember() : null,
            Side == Side.Bruker ? UnmetForBrukerrepresentant(context) : null,
            VaraFor is { } represented && context.Case.Group.SideOf(represented) != Side ? new VaraOnOtherSide() : null,
        ],
        () =>
        [
            new MemberAppointed(Person, Side, Assignment, Perspective, From, To, ContactPerson, VaraFor, Side == Side.Fag && IsResponsiblePhysician, Channel,
                ChannelReason is { IsBlank: false } reason ? reason.Seal("appointment.channelReason") : null),
        ]);

    Refusal? UnmetForBrukerrepresentant(CaseContext context)
    {
        if (Person == context.Case.Identity?.Koordinator) return new KoordinatorIsNotBrukerrepresentant();
        if (ContactPerson is not { } contact || context.Directory.Find(contact) is null || contact == Person) return new ContactPersonMissing();
        if (Channel is not null and not RecruitmentChannel.Brukerorganisasjon && ChannelReason is not { IsBlank: false }) return new ChannelReasonMissing();
        return context.Settings.EmployedRepresentative == EmployedRepresentative.Block && IsEmployedInOwner(context) ? new EmployedInOwningUnit() : null;
    }

    bool IsEmployedInOwner(CaseContext context) =>
        context.Directory.Find(Person) is { } person && person.EmployedIn.Any(unit => context.Case.Identity?.Owners.Contains(unit) == true);
}

public sealed record MemberAppointed(
    PersonId Person, Side Side, AssignmentType Assignment, Perspective? Perspective, DateOnly From, DateOnly To, PersonId? ContactPerson,
    PersonId? VaraFor, bool IsResponsiblePhysician, RecruitmentChannel? Channel, SealedText? ChannelReason) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Group = file.Group with
        {
            Members = file.Group.Members.Add(new(Person, Side, Assignment, Perspective, From, To, ContactPerson, VaraFor, IsResponsiblePhysician, stamp.At)
            {
                ClarifiedBefore = file.Rerun?.ClarifiedOn(Person, Assignment),
            }),
            // R35 also when the last one's period ran out: nobody left, so no fact has said it
            WithoutBrukerSince = file.Group.WithoutBrukerSince ?? (Side == Side.Bruker && file.Group.HasLost(Side.Bruker, OsloTime.Date(stamp.At)) ? stamp.At : null),
        },
    };
}

public sealed record UnknownPerson() : Refusal(new Words(
    "Personen finnes ikke i katalogen. Velg en person fra listen.", "Personen finst ikkje i katalogen. Vel ein person frå lista."));

/// <summary>R23: dual competence means choosing one role in the case.</summary>
public sealed record OtherSideAlready() : Refusal(new Words(
    "Personen er allerede på den andre siden i denne saken. Samme person kan bare ha én rolle i en sak. Velg en annen person.",
    "Personen er alt på den andre sida i denne saka. Same person kan berre ha éi rolle i ei sak. Vel ein annan person."));

public sealed record AlreadyMember() : Refusal(new Words(
    "Personen er allerede med i arbeidsgruppen.", "Personen er alt med i arbeidsgruppa."));

/// <summary>R22.</summary>
public sealed record KoordinatorIsNotBrukerrepresentant() : Refusal(new Words(
    "Koordinator kan ikke være brukerrepresentant i saken. Oppnevn en annen.", "Koordinator kan ikkje vere brukarrepresentant i saka. Oppnemn ein annan."));

/// <summary>R33.</summary>
public sealed record ContactPersonMissing() : Refusal(new Words(
    "Velg en kontaktperson blant de ansatte. Alle brukerrepresentanter skal ha en.", "Vel ein kontaktperson blant dei tilsette. Alle brukarrepresentantar skal ha ein."));

/// <summary>R25.</summary>
public sealed record ChannelReasonMissing() : Refusal(new Words(
    "Brukerorganisasjonene spørres først. Skriv hvorfor dere brukte en annen vei.", "Brukarorganisasjonane blir spurde først. Skriv kvifor de brukte ein annan veg."));

/// <summary>R24.</summary>
public sealed record EmployedInOwningUnit() : Refusal(new Words(
    "Personen er ansatt i enheten som eier kurset og kan ikke være brukerrepresentant her. Spør brukerorganisasjonen om en annen.",
    "Personen er tilsett i eininga som eig kurset og kan ikkje vere brukarrepresentant her. Spør brukarorganisasjonen om ein annan."));

/// <summary>R90.</summary>
public sealed record VaraOnOtherSide() : Refusal(new Words(
    "En vara må være på samme side som den hun eller han møter for. Velg en annen.", "Ein vara må vere på same side som den ho eller han møter for. Vel ein annan."));
