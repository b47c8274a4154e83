using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>Each kind of fact as a sentence in both written forms. One place, so that a fact without a sentence is seen by a test.</summary>
public static partial class FactSentences
{
    /// <summary>What happened, for a reader. Null for movements of the process by itself.</summary>
    public static Words? Of(CaseFact fact, Stamp stamp, Viewer me)
    {
        var who = me.NameOf(stamp.Person);
        return OfCase(fact, who, me) ?? OfSignOff(fact, who, me) ?? OfWork(fact, who, me);
    }

    public static bool IsSilent(Type fact) => Silent.Contains(fact);

    /// <summary>How the process went is seen in the tasks it opened; it is in the record, and told by <see cref="ProcessSentences"/> to who asks for it, not in the story.</summary>
    static readonly HashSet<Type> Silent = [typeof(ProcessMoved), typeof(ProcessUnstuck), typeof(ProcessDeadlinesMoved)];

    static Words? OfCase(CaseFact fact, string who, Viewer me) => fact switch
    {
        NeedRegistered need => need.OnBehalfOfReporter
            ? new($"{who} registrerte behovet på vegne av andre og opprettet saken.", $"{who} registrerte behovet på vegner av andre og oppretta saka.")
            : new($"{who} registrerte behovet og opprettet saken.", $"{who} registrerte behovet og oppretta saka."),
        CourseTemplateUsed used => new(
            $"Saken begynte med malen «{Readable(used.Key)}». Forslagene ligger som utkast som begge sider kan endre.", $"Saka byrja med malen «{Readable(used.Key)}». Forslaga ligg som utkast som begge sider kan endre."),
        RerunBegun begun => new(
            $"Saken er et gjentak av et fast tilbud. Dokumentene begynner som kopier av det som sist ble godkjent, og {begun.Changes.Length} endringer fra forrige gang skal behandles.",
            $"Saka er eit gjentak av eit fast tilbod. Dokumenta byrjar som kopiar av det som sist blei godkjent, og {begun.Changes.Length} endringar frå førre gong skal handsamast."),
        ChangeTreated treated => new(
            $"{who} skrev at endring {treated.Number} fra forrige gang er {RerunNames.Of(treated.Outcome).Nb.ToLowerInvariant()}.", $"{who} skreiv at endring {treated.Number} frå førre gong er {RerunNames.Of(treated.Outcome).Nn.ToLowerInvariant()}."),
        ContactRecorded { IsAttempt: true } contact => new(
            $"{who} skrev ned et forsøk på å finne en kontakt på {Sida(contact.Side).Nb}.", $"{who} skreiv ned eit forsøk på å finne ein kontakt på {Sida(contact.Side).Nn}."),
        ContactRecorded contact => new($"{who} registrerte en kontakt på {Sida(contact.Side).Nb}.", $"{who} registrerte ein kontakt på {Sida(contact.Side).Nn}."),
        CaseAnchored anchored => new(
            $"{who} forankret saken for {me.UnitName(anchored.Unit)}, med ramme {Viewer.Kroner(anchored.MoneyFrame)}.", $"{who} forankra saka for {me.UnitName(anchored.Unit)}, med ramme {Viewer.Kroner(anchored.MoneyFrame)}."),
        CaseKeptLonger kept => new(
            $"{who} bestemte at noe i saken skal oppbevares til {me.Date(kept.Until)}: {RetentionNames.List(kept.Kinds).Nb}.", $"{who} avgjorde at noko i saka skal takast vare på til {me.Date(kept.Until)}: {RetentionNames.List(kept.Kinds).Nn}."),
        CasePutOnHold => new($"{who} satte saken på vent.", $"{who} sette saka på vent."),
        CaseResumed => new($"{who} tok saken opp igjen.", $"{who} tok saka opp att."),
        CaseCancelled => new($"{who} avlyste saken.", $"{who} avlyste saka."),
        CaseClosed => new("Saken ble avsluttet.", "Saka blei avslutta."),
        MemberAppointed member => new($"{who} oppnevnte {me.NameOf(member.Person)} som {member.Side.Words().Nb}.", $"{who} oppnemnde {me.NameOf(member.Person)} som {member.Side.Words().Nn}."),
        RoleClarificationOffered offered => new($"{who} sendte rolleavklaring til {me.NameOf(offered.Person)}.", $"{who} sende rolleavklaring til {me.NameOf(offered.Person)}."),
        RoleClarificationAccepted accepted => new($"{me.NameOf(accepted.Person)} godtok rolleavklaringen.", $"{me.NameOf(accepted.Person)} godtok rolleavklaringa."),
        ConfidentialityAccepted accepted => new($"{me.NameOf(accepted.Person)} godtok taushetserklæringen.", $"{me.NameOf(accepted.Person)} godtok teieplikterklæringa."),
        CaseSummaryRead read => new($"{me.NameOf(read.Person)} leste sammendraget av saken.", $"{me.NameOf(read.Person)} las samandraget av saka."),
        MemberLeft { Withdrew: true } left => new($"{me.NameOf(left.Person)} trakk seg fra arbeidsgruppen.", $"{me.NameOf(left.Person)} trekte seg frå arbeidsgruppa."),
        MemberLeft left => new($"{who} avsluttet oppnevningen av {me.NameOf(left.Person)}.", $"{who} avslutta oppnemninga av {me.NameOf(left.Person)}."),
        ProcessStarted started => new($"Saken følger prosessen «{Readable(started.Definition)}», utgave {started.DefinitionVersion}.", $"Saka følgjer prosessen «{Readable(started.Definition)}», utgåve {started.DefinitionVersion}."),
        ProcessMigrated moved => new(
            $"{who} flyttet saken fra utgave {moved.From} til utgave {moved.To} av prosessen. Det som er gjort, står som det er.",
            $"{who} flytta saka frå utgåve {moved.From} til utgåve {moved.To} av prosessen. Det som er gjort, står som det er."),
        MoveProposed move => new(
            $"{who} spurte begge sider om saken kan flyttes til utgave {move.To} av prosessen.", $"{who} spurde begge sider om saka kan flyttast til utgåve {move.To} av prosessen."),
        MoveConsented move => new(
            $"{who} samtykket for {Sida(move.Side).Nb} til å flytte saken til utgave {move.To}.", $"{who} samtykte for {Sida(move.Side).Nn} til å flytte saka til utgåve {move.To}."),
        MoveRefused move => new(
            $"{who} sa nei for {Sida(move.Side).Nb} til å flytte saken til utgave {move.To}. Saken blir på sin utgave.",
            $"{who} sa nei for {Sida(move.Side).Nn} til å flytte saka til utgåve {move.To}. Saka blir på si utgåve."),
        ProcessStuck => new("Prosessen stoppet og trenger en person. Saken står der den var.", "Prosessen stoppa og treng ein person. Saka står der ho var."),
        _ => null,
    };

    static Words? OfSignOff(CaseFact fact, string who, Viewer me) => fact switch
    {
        DraftSaved saved => new(
            $"{who} lagret {DocumentNames.Of(saved.Kind).Nb.ToLowerInvariant()}, utkast {saved.Version}.", $"{who} lagra {DocumentNames.Of(saved.Kind).Nn.ToLowerInvariant()}, utkast {saved.Version}."),
        PackageFrozen frozen => new(
            $"{who} bekreftet at alt var med, og låste versjon {frozen.Number} til «{frozen.Gate.Words().Nb}».", $"{who} stadfesta at alt var med, og låste versjon {frozen.Number} til «{frozen.Gate.Words().Nn}»."),
        SignOffGiven { PaperScan: not null } given => new(
            $"{who} la inn en godkjenning på papir fra {me.NameOf(given.Person)} ({Sida(given.Side).Nb}) av versjon {given.Package}.", $"{who} la inn ei godkjenning på papir frå {me.NameOf(given.Person)} ({Sida(given.Side).Nn}) av versjon {given.Package}."),
        SignOffGiven given => new(
            $"{who} godkjente versjon {given.Package} av teksten til «{given.Gate.Words().Nb}» for {Sida(given.Side).Nb}.", $"{who} godkjende versjon {given.Package} av teksten til «{given.Gate.Words().Nn}» for {Sida(given.Side).Nn}."),
        PaperSignOffConfirmed confirmed => new($"{who} bekreftet papirgodkjenningen fra {me.NameOf(confirmed.Signer)}.", $"{who} stadfesta papirgodkjenninga frå {me.NameOf(confirmed.Signer)}."),
        SignOffWithdrawn withdrawn => new(
            $"{who} trakk godkjenningen sin av versjon {withdrawn.Package} av teksten til «{withdrawn.Gate.Words().Nb}».", $"{who} trekte godkjenninga si av versjon {withdrawn.Package} av teksten til «{withdrawn.Gate.Words().Nn}»."),
        ChangeRequested change => new(
            $"{who} ba om endring i versjon {change.Package} av teksten til «{change.Gate.Words().Nb}» for {Sida(change.Side).Nb}. Teksten gikk tilbake til felles arbeid.",
            $"{who} bad om endring i versjon {change.Package} av teksten til «{change.Gate.Words().Nn}» for {Sida(change.Side).Nn}. Teksten gjekk tilbake til felles arbeid."),
        ObjectionRaised objection => new($"{who} meldte innsigelse {objection.Number} for {Sida(objection.Side).Nb}.", $"{who} melde innseiing {objection.Number} for {Sida(objection.Side).Nn}."),
        ObjectionWithdrawn objection => new($"{who} trakk innsigelse {objection.Number}.", $"{who} trekte innseiing {objection.Number}."),
        ObjectionAgreed objection => new($"{who} meldte at partene ble enige om en ny versjon etter innsigelse {objection.Number}.", $"{who} melde at partane blei samde om ein ny versjon etter innseiing {objection.Number}."),
        ObjectionEscalated objection => new($"{who} løftet innsigelse {objection.Number} til lederen.", $"{who} løfta innseiing {objection.Number} til leiaren."),
        EscalationDecided decided => Escalation(decided, who),
        SafetyConcernAssessed assessed => new($"{who} vurderte risikoen i innsigelse {assessed.Number}.", $"{who} vurderte risikoen i innseiing {assessed.Number}."),
        GatePassed passed => new($"«{passed.Gate.Words().Nb}» er fullført.", $"«{passed.Gate.Words().Nn}» er fullført."),
        GateReopened reopened => reopened.Cause == ReopenCause.Objection
            ? new($"«{reopened.Gate.Words().Nb}» ble åpnet igjen etter en innsigelse.", $"«{reopened.Gate.Words().Nn}» blei opna att etter ei innseiing.")
            : new($"«{reopened.Gate.Words().Nb}» ble åpnet igjen fordi et godkjent dokument ble endret.", $"«{reopened.Gate.Words().Nn}» blei opna att fordi eit godkjent dokument blei endra."),
        _ => null,
    };

    static Words Escalation(EscalationDecided decided, string who) => decided.Outcome switch
    {
        EscalationOutcome.Return => new($"{who} sendte saken tilbake med råd etter innsigelse {decided.Number}.", $"{who} sende saka tilbake med råd etter innseiing {decided.Number}."),
        EscalationOutcome.Stop => new($"{who} stoppet saken etter innsigelse {decided.Number}.", $"{who} stoppa saka etter innseiing {decided.Number}."),
        _ => new($"{who} lot saken gå videre med dissens etter innsigelse {decided.Number}.", $"{who} lét saka gå vidare med dissens etter innseiing {decided.Number}."),
    };

    /// <summary>The drawing's id, <c>standard_metode</c>, as people write it.</summary>
    static string Readable(string definition) => definition.Length == 0 ? "" : char.ToUpperInvariant(definition[0]) + definition[1..].Replace('_', ' ');

    static Words Sida(Side side) => side == Side.Bruker ? new("brukersiden", "brukarsida") : new("fagsiden", "fagsida");
}
