using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>The four answers every case page owes its reader.</summary>
public static class CaseAnswers
{
    public static FourAnswers From(CaseContext context, Viewer me, Gate? gate, ImmutableArray<Refusal> missing, ImmutableArray<TaskLine> tasks) =>
        new(Now(context, me, gate), Waiting(context, me, gate, missing, tasks), Mine(context, me, gate, tasks), IfNothing(context, me, gate));

    static string Now(CaseContext context, Viewer me, Gate? gate)
    {
        switch (context.Case.Standing)
        {
            case Standing.OnHold: return me.Say("Saken er satt på vent.", "Saka er sett på vent.");
            case Standing.Cancelled: return me.Say("Saken er avlyst.", "Saka er avlyst.");
            case Standing.Closed: return me.Say("Saken er avsluttet.", "Saka er avslutta.");
        }

        if (context.Case.Objections.HasOpen)
            return me.Say("Det er en åpen innsigelse. Partene møtes til dialog, og saken står til den er løst.", "Det er ei open innseiing. Partane møtest til dialog, og saka står til ho er løyst.");
        if (gate is { } next && context.Case.SignOffs.Current(next) is { } package)
            return me.Say($"Teksten er låst (versjon {package.Number}) og ligger til godkjenning hos begge sider.", $"Teksten er låst (versjon {package.Number}) og ligg til godkjenning hos begge sider.");
        return context.Case.Phase switch
        {
            Phase.Forankring => me.Say("Behovet er meldt. Koordinator avklarer engasjement og tilbud som finnes, og lederen forankrer saken.", "Behovet er meldt. Koordinator avklarar engasjement og tilbod som finst, og leiaren forankrar saka."),
            Phase.NeedsAssessment => me.Say("Arbeidsgruppen kartlegger behovet sammen: erfaringskunnskap og fagkunnskap.", "Arbeidsgruppa kartlegg behovet saman: erfaringskunnskap og fagkunnskap."),
            Phase.Planning => me.Say("Arbeidsgruppen planlegger kurset sammen.", "Arbeidsgruppa planlegg kurset saman."),
            Phase.Delivery => me.Say("Kurset kunngjøres og gjennomføres.", "Kurset blir kunngjort og gjennomført."),
            Phase.Evaluation => me.Say("Arbeidsgruppen evaluerer kurset og samarbeidet.", "Arbeidsgruppa evaluerer kurset og samarbeidet."),
            Phase.Continuation => me.Say("Begge sider har anbefalt. Lederen vedtar om tilbudet videreføres.", "Begge sider har tilrådd. Leiaren vedtek om tilbodet blir vidareført."),
            _ => me.Say("Saken er ferdig.", "Saka er ferdig."),
        };
    }

    static string Waiting(CaseContext context, Viewer me, Gate? gate, ImmutableArray<Refusal> missing, ImmutableArray<TaskLine> tasks)
    {
        if (!context.Case.IsOpen) return me.Say("Ingen.", "Ingen.");
        List<Side> sides = [.. missing.OfType<MissingSignOff>().Select(reason => reason.Side).OrderByDescending(side => side)];
        if (gate is { } next && context.Case.SignOffs.Current(next) is not null && sides.Count > 0)
            return string.Join(" ", sides.Select(side => OneOf(context, me, side)));
        var roles = tasks.Aggregate(TaskRoles.None, (all, task) => all | task.Roles);
        return roles == TaskRoles.None ? "Koordinator." : Capital(me.Say(TaskRoleNames.Words(roles)).ToLowerInvariant()) + ".";
    }

    static string OneOf(CaseContext context, Viewer me, Side side)
    {
        var names = TaskRoleNames.Join(context.NamesOn(side, me), "eller");
        return (side, names.Length) switch
        {
            (Side.Bruker, 0) => me.Say("En brukerrepresentant må oppnevnes.", "Ein brukarrepresentant må oppnemnast."),
            (_, 0) => me.Say("En fagperson må oppnevnes.", "Ein fagperson må oppnemnast."),
            (Side.Bruker, _) => me.Say($"Brukersiden: {names}.", $"Brukarsida: {names}."),
            _ => me.Say($"Fagsiden: {names}.", $"Fagsida: {names}."),
        };
    }

    static string Mine(CaseContext context, Viewer me, Gate? gate, ImmutableArray<TaskLine> tasks)
    {
        if (!context.Case.IsOpen) return me.Say("Ingenting.", "Ingenting.");
        if (gate is { } next && context.ActorsMembership is { } member && context.Case.SignOffs.Current(next) is { } package && context.Case.SignOffs.Of(member.Person, package) is null)
            return me.Say("Les den låste teksten, og ta stilling: godkjenn, be om endring eller meld innsigelse.", "Les den låste teksten, og ta stilling: godkjenn, be om endring eller meld innseiing.");
        List<string> mine = [.. tasks.Where(task => task.Mine).Select(task => me.Say(task.Name))];
        return mine.Count == 0 ? me.Say("Ingenting akkurat nå.", "Ingenting akkurat no.") : string.Join(" · ", mine.Take(4)) + ".";
    }

    static string IfNothing(CaseContext context, Viewer me, Gate? gate)
    {
        if (!context.Case.IsOpen) return me.Say("Ingenting endrer seg.", "Ingenting endrar seg.");
        if (context.Case.Objections.HasOpen)
            return me.Say("Saken står. En innsigelse løses aldri av at tiden går.", "Saka står. Ei innseiing blir aldri løyst av at tida går.");
        if (gate is { } next && context.Case.SignOffs.Current(next) is not null)
            return me.Say("Saken venter. Vi minner om det etter 3, 7 og 14 dager, og etter 21 dager tar koordinator kontakt. Stillhet blir aldri en godkjenning.", "Saka ventar. Vi minner om det etter 3, 7 og 14 dagar, og etter 21 dagar tek koordinator kontakt. Tagnad blir aldri ei godkjenning.");
        return me.Say("Saken blir stående her. Ingenting går videre av seg selv.", "Saka blir ståande her. Ingenting går vidare av seg sjølv.");
    }

    static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
