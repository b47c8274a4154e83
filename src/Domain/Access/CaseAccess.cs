using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// Authorisation, decided here and nowhere else: pages, API, hub and export ask the same function (domain notes §3.5). Answers the capacity the act is
/// allowed in, or null. Fagperson and brukerrepresentant stand in every row together: identical rights on the case's planning objects.
/// </summary>
public static class CaseAccess
{
    static readonly ImmutableArray<Role> Members = [Role.Brukerrepresentant, Role.Fagperson];
    static readonly ImmutableArray<Role> Group = [Role.Brukerrepresentant, Role.Fagperson, Role.Koordinator];

    /// <summary>Roles that may do an act, first match wins.</summary>
    public static ImmutableArray<Role> May(Act act) => act switch
    {
        Act.ReadCase or Act.ReadBalance => [Role.Brukerrepresentant, Role.Fagperson, Role.Koordinator, Role.Leder, Role.Revisor],
        Act.ReadHistory => [Role.Brukerrepresentant, Role.Fagperson, Role.Koordinator, Role.Leder, Role.Revisor, Role.Administrator],
        Act.ReadCompliance => [Role.Koordinator, Role.Leder, Role.Revisor],
        Act.RegisterNeed => [Role.Koordinator],
        Act.PrepareCase or Act.EditKoordinatorDocument or Act.AppointMember or Act.FreezePackage => [Role.Koordinator],
        Act.CoordinateCase => [Role.Koordinator],
        Act.CancelCase or Act.HandOver => [Role.Koordinator, Role.Leder],
        Act.EditJointDocument or Act.ProposeAndMinute or Act.EscalateObjection or Act.RunCourse => Group,
        Act.ActAsMember or Act.SignOff => Members,
        Act.ConfirmPaper => [Role.Koordinator, Role.Fagperson, Role.Leder],
        Act.Decide => [Role.Leder],
        Act.CompleteWorkItem => [Role.Brukerrepresentant, Role.Fagperson, Role.Koordinator, Role.Leder],
        Act.ResolveStuck => [Role.Koordinator, Role.Administrator],
        Act.EditDefinition or Act.PublishDefinition or Act.MoveCase or Act.ManageLog or Act.ManageDirectory => [Role.Administrator],
        Act.CheckRecord or Act.ReadRecord => [Role.Revisor, Role.Administrator],
        Act.ConsentToDefinition => Members,
        Act.ProposeErasure => [Role.Koordinator, Role.Leder],
        Act.ConfirmErasure => [Role.Leder],
        Act.ProposePersonErasure => [Role.Administrator],
        Act.ConfirmPersonErasure => [Role.Leder, Role.Administrator],
        Act.ReadErasures => [Role.Koordinator, Role.Leder, Role.Revisor, Role.Administrator],
        Act.ReadRetention => [Role.Koordinator, Role.Leder, Role.Revisor],
        // who decides in the unit also decides how long it keeps; an administrator sets what all units begin with, and what a unit has nobody to set
        Act.ManageRetention => [Role.Leder, Role.Administrator],
        Act.KeepLonger => [Role.Leder],
        _ => [Role.System],
    };

    /// <summary>The capacity in which the actor may do the act on the case, or null when not allowed.</summary>
    public static Role? Capacity(Actor actor, Act act, CaseFile file, DateOnly today)
    {
        foreach (var role in May(act))
            if (Holds(actor, role, file, today)) return role;
        return null;
    }

    /// <summary>
    /// The capacity in which the actor may do an act that is not on a case – on a process definition or on the proof log – or null. An administrator or revisor by the directory; a
    /// fagperson or brukerrepresentant by an appointment in an open case of the unit that is asked.
    /// </summary>
    /// <param name="sides">The sides the actor is appointed to there today.</param>
    public static Role? Capacity(Actor actor, Act act, ImmutableArray<Side> sides)
    {
        foreach (var role in May(act))
            if (HoldsApart(actor, role, sides)) return role;
        return null;
    }

    static bool HoldsApart(Actor actor, Role role, ImmutableArray<Side> sides) =>
        role is Role.Administrator or Role.Revisor or Role.System ? actor.Has(role) : sides.Any(side => side.Role() == role);

    /// <summary>
    /// The capacity in which the actor may do an act on a whole unit, or null. A koordinator or leder of that unit, a revisor or administrator of any; a fagperson or
    /// brukerrepresentant by an appointment in an open case of the unit.
    /// </summary>
    /// <param name="unit">Null: the whole organisation, for those whose right is for all of it.</param>
    /// <param name="sides">The sides the actor is appointed to there today.</param>
    public static Role? Capacity(Actor actor, Act act, UnitId? unit, ImmutableArray<Side> sides)
    {
        foreach (var role in May(act))
            if (role is Role.Koordinator or Role.Leder ? HoldsIn(actor, role, unit) : HoldsApart(actor, role, unit is null ? [] : sides)) return role;
        return null;
    }

    static bool HoldsIn(Actor actor, Role role, UnitId? unit) => unit is { } one ? actor.Has(role, one) : actor.Grants.Any(grant => grant.Role == role && grant.Unit is null);

    /// <summary>Does the actor hold the role towards this case today?</summary>
    public static bool Holds(Actor actor, Role role, CaseFile file, DateOnly today) => role switch
    {
        Role.System => actor.Has(Role.System),
        Role.Fagperson => SideToday(actor, file, today) == Side.Fag,
        Role.Brukerrepresentant => SideToday(actor, file, today) == Side.Bruker,
        Role.Koordinator => file.Identity is null ? actor.Has(Role.Koordinator) : actor.Has(Role.Koordinator, file.Identity.LmsUnit),
        Role.Leder => file.Identity is { } identity && LeadsAnOwner(actor, identity),
        Role.Revisor => actor.Has(Role.Revisor),
        Role.Administrator => actor.Has(Role.Administrator),
        _ => false,
    };

    static Side? SideToday(Actor actor, CaseFile file, DateOnly today) =>
        actor.Person is { } person ? file.Group.Active(person, today)?.Side : null;

    static bool LeadsAnOwner(Actor actor, CaseIdentity identity)
    {
        foreach (var owner in identity.Owners)
            if (actor.Has(Role.Leder, owner)) return true;
        return false;
    }
}

/// <summary>The actor holds no role in the case that may do this. Recorded as an attempt; for an approval also as a security event (N2).</summary>
public sealed record NotAllowed(Act Act) : Refusal(For(Act))
{
    static Words For(Act act) => act switch
    {
        Act.SignOff => new(
            "Bare en oppnevnt fagperson eller brukerrepresentant i saken kan gjøre dette, og aldri på vegne av andre. Be den det gjelder om å gjøre det selv.",
            "Berre ein oppnemnd fagperson eller brukarrepresentant i saka kan gjere dette, og aldri på vegner av andre. Be den det gjeld om å gjere det sjølv."),
        Act.EditDefinition or Act.PublishDefinition or Act.MoveCase => new(
            "Bare administrator kan endre prosesser og flytte saker.", "Berre administrator kan endre prosessar og flytte saker."),
        Act.ReadBalance => new(
            "Balansen for en enhet kan leses av enhetens koordinator og leder, av den som er oppnevnt i en åpen sak der, og av revisor. Velg en annen enhet, eller kontakt koordinator.",
            "Balansen for ei eining kan lesast av koordinatoren og leiaren til eininga, av den som er oppnemnd i ei open sak der, og av revisor. Vel ei anna eining, eller kontakt koordinator."),
        Act.HandOver => new("Bare koordinator og leder kan avlevere saken til arkivet.", "Berre koordinator og leiar kan avlevere saka til arkivet."),
        Act.ReadCompliance => new(
            "Samsvarsrapporten for en enhet kan leses av enhetens koordinator og leder, og av revisor. Rapporten for én sak leser du i saken. Velg en annen enhet, eller kontakt koordinator.",
            "Samsvarsrapporten for ei eining kan lesast av koordinatoren og leiaren til eininga, og av revisor. Rapporten for éi sak les du i saka. Vel ei anna eining, eller kontakt koordinator."),
        Act.ManageLog => new("Bare administrator kan endre nøkler og vitner.", "Berre administrator kan endre nøklar og vitne."),
        Act.ManageDirectory => new("Bare administrator kan endre personer, enheter og roller.", "Berre administrator kan endre personar, einingar og roller."),
        Act.ReadRecord => new(
            "Du kan se hva som er registrert om deg selv. Resten kan bare revisor og administrator se.", "Du kan sjå kva som er registrert om deg sjølv. Resten kan berre revisor og administrator sjå."),
        Act.ProposeErasure => new(
            "Bare koordinator og leder for saken kan foreslå å slette en tekst. Be en av dem om det.", "Berre koordinator og leiar for saka kan føreslå å slette ein tekst. Be ein av dei om det."),
        Act.ConfirmErasure => new("Bare lederen for eierenheten kan bekrefte eller avslå. Be lederen om det.", "Berre leiaren for eigareininga kan stadfeste eller avslå. Be leiaren om det."),
        Act.ProposePersonErasure => new("Bare administrator kan foreslå dette. Be administrator om det.", "Berre administrator kan føreslå dette. Be administrator om det."),
        Act.ConfirmPersonErasure => new("Bare en leder eller en administrator kan bekrefte eller avslå. Be en av dem om det.", "Berre ein leiar eller ein administrator kan stadfeste eller avslå. Be ein av dei om det."),
        Act.ReadErasures => new("Slettinger kan ses av koordinator, leder, revisor og administrator.", "Slettingar kan sjåast av koordinator, leiar, revisor og administrator."),
        Act.ReadRetention => new(
            "Listen over det som forfaller, kan leses av enhetens koordinator og leder, og av revisor. Velg en annen enhet, eller kontakt koordinator.",
            "Lista over det som forfell, kan lesast av koordinatoren og leiaren til eininga, og av revisor. Vel ei anna eining, eller kontakt koordinator."),
        Act.ManageRetention => new(
            "Bare lederen for enheten og administrator kan endre hvor lenge noe oppbevares. Be en av dem om det.",
            "Berre leiaren for eininga og administrator kan endre kor lenge noko blir teke vare på. Be ein av dei om det."),
        Act.KeepLonger => new("Bare lederen for eierenheten kan bestemme at noe skal oppbevares lenger. Be lederen om det.", "Berre leiaren for eigareininga kan avgjere at noko skal takast vare på lenger. Be leiaren om det."),
        Act.CheckRecord => new("Bare revisor og administrator kan kontrollere hele loggen.", "Berre revisor og administrator kan kontrollere heile loggen."),
        Act.ConsentToDefinition => new(
            "Bare den som er oppnevnt som fagperson eller brukerrepresentant i en åpen sak ved senteret, kan svare, og aldri på vegne av andre.",
            "Berre den som er oppnemnd som fagperson eller brukarrepresentant i ei open sak ved senteret, kan svare, og aldri på vegner av andre."),
        Act.Decide => new("Bare lederen for eierenheten kan fatte vedtak i saken.", "Berre leiaren for eigareininga kan gjere vedtak i saka."),
        _ => new(
            "Rollen din i saken gir ikke adgang til dette. Kontakt koordinator hvis du mener det er feil.",
            "Rolla di i saka gir ikkje høve til dette. Kontakt koordinator dersom du meiner det er feil."),
    };
}
