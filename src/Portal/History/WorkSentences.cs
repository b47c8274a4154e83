using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>Sentences of meetings, the plan, the run, the evaluation and what follows.</summary>
public static partial class FactSentences
{
    static Words? OfWork(CaseFact fact, string who, Viewer me) => OfMeeting(fact, who, me) ?? OfRun(fact, who, me) ?? OfEvaluation(fact, who, me);

    static Words? OfMeeting(CaseFact fact, string who, Viewer me) => fact switch
    {
        MeetingPlanned planned => new($"{who} planla {MeetingNames.Type(planned.Type).Nb.ToLowerInvariant()} {me.DateAndTime(planned.Start)}.", $"{who} planla {MeetingNames.Type(planned.Type).Nn.ToLowerInvariant()} {me.DateAndTime(planned.Start)}."),
        MeetingCalled called => new($"{who} kalte inn {called.To.Length} i arbeidsgruppen til møte {called.Meeting}, alle samtidig.", $"{who} kalla inn {called.To.Length} i arbeidsgruppa til møte {called.Meeting}, alle samtidig."),
        ShortNoticeConsented consented => new($"{who} sa ja til kort frist for møte {consented.Meeting}.", $"{who} sa ja til kort frist for møte {consented.Meeting}."),
        AgendaItemAdded item => new($"{who} foreslo en sak til møte {item.Meeting}.", $"{who} foreslo ei sak til møte {item.Meeting}."),
        MeetingHeld { Invalidities.IsEmpty: true } held => new($"{who} registrerte at møte {held.Meeting} er holdt. Møtet er gyldig.", $"{who} registrerte at møte {held.Meeting} er halde. Møtet er gyldig."),
        MeetingHeld held => new($"{who} registrerte at møte {held.Meeting} er holdt. {string.Join(" ", held.Invalidities.Select(reason => MeetingNames.Invalid(reason).Nb))} Vedtakene er forslag til de er bekreftet.", $"{who} registrerte at møte {held.Meeting} er halde. {string.Join(" ", held.Invalidities.Select(reason => MeetingNames.Invalid(reason).Nn))} Vedtaka er framlegg til dei er stadfesta."),
        MeetingCancelled cancelled => new($"{who} avlyste møte {cancelled.Meeting}.", $"{who} avlyste møte {cancelled.Meeting}."),
        MinutesWritten minutes => new($"{who} skrev referat fra møte {minutes.Meeting}, utgave {minutes.Version}.", $"{who} skreiv referat frå møte {minutes.Meeting}, utgåve {minutes.Version}."),
        MinutesConfirmed minutes => new($"{who} bekreftet referatet fra møte {minutes.Meeting} for {Sida(minutes.Side).Nb}.", $"{who} stadfesta referatet frå møte {minutes.Meeting} for {Sida(minutes.Side).Nn}."),
        MinutesNoteAdded note => new($"{who} la til en rettelse i referatet fra møte {note.Meeting}.", $"{who} la til ei retting i referatet frå møte {note.Meeting}."),
        MinutesCommented comment => new($"{who} kommenterte referatet fra møte {comment.Meeting}.", $"{who} kommenterte referatet frå møte {comment.Meeting}."),
        ProposalConfirmed proposal => new($"{who} bekreftet forslaget i sak {proposal.Item} fra møte {proposal.Meeting}.", $"{who} stadfesta framlegget i sak {proposal.Item} frå møte {proposal.Meeting}."),
        ProposalRejected proposal => new($"{who} avviste forslaget i sak {proposal.Item} fra møte {proposal.Meeting}.", $"{who} avviste framlegget i sak {proposal.Item} frå møte {proposal.Meeting}."),
        ElementChecked => new($"{who} så over en del av kursplanen på nytt.", $"{who} såg over ein del av kursplanen på nytt."),
        BudgetApproved approved => new($"{who} godkjente budsjettet, versjon {approved.Version}.", $"{who} godkjende budsjettet, versjon {approved.Version}."),
        ExcessApproved excess => new($"{who} godtok at kostnadene går over rammen, opptil {Viewer.Kroner(excess.UpTo)}.", $"{who} godtok at kostnadene går over ramma, opptil {Viewer.Kroner(excess.UpTo)}."),
        AnnouncementAccepted accepted => new($"{me.NameOf(accepted.Person)} leste og godtok kunngjøringen, versjon {accepted.Version}.", $"{me.NameOf(accepted.Person)} las og godtok kunngjeringa, versjon {accepted.Version}."),
        SignersReminded reminded => new($"Påminnelse: {TaskRoleNames.Join(reminded.Missing.Select(side => Sida(side).Nb), "og")} har ikke godkjent versjon {reminded.Package} ennå.", $"Påminning: {TaskRoleNames.Join(reminded.Missing.Select(side => Sida(side).Nn), "og")} har ikkje godkjent versjon {reminded.Package} enno."),
        _ => null,
    };

    static Words? OfRun(CaseFact fact, string who, Viewer me) => fact switch
    {
        PoliceCertificateSeen seen => new($"{who} registrerte at politiattesten til {me.NameOf(seen.Person)} er sett.", $"{who} registrerte at politiattesten til {me.NameOf(seen.Person)} er sett."),
        ParentalConsentRecorded consent => new($"{who} registrerte samtykke for barn {consent.Child}.", $"{who} registrerte samtykke for barn {consent.Child}."),
        PreConversationHeld held => new($"{who} registrerte forsamtale med familie {held.Family}.", $"{who} registrerte forsamtale med familie {held.Family}."),
        PostConversationOffered offered => new($"{who} registrerte at familie {offered.Family} har fått tilbud om ettersamtale.", $"{who} registrerte at familie {offered.Family} har fått tilbod om ettersamtale."),
        FamilyWithdrew withdrew => new($"{who} registrerte at familie {withdrew.Family} har trukket seg.", $"{who} registrerte at familie {withdrew.Family} har trekt seg."),
        ParentsCounted counted => new($"{who} registrerte {counted.Parents} foreldre på samling {counted.Samling}.", $"{who} registrerte {counted.Parents} foreldre på samling {counted.Samling}."),
        CourseAnnounced announced => new($"{who} kunngjorde kurset med påmeldingsfrist {me.Date(announced.RegistrationDeadline)}.", $"{who} kunngjorde kurset med påmeldingsfrist {me.Date(announced.RegistrationDeadline)}."),
        ParticipantsRegistered registered => new($"{who} registrerte {registered.Confirmed.Total} bekreftede deltakere.", $"{who} registrerte {registered.Confirmed.Total} stadfesta deltakarar."),
        WaitingListJoined joined => new($"{who} satte nummer {joined.Number} på ventelisten, prioritet {joined.Priority}.", $"{who} sette nummer {joined.Number} på ventelista, prioritet {joined.Priority}."),
        WaitingListReordered moved => new($"{who} flyttet nummer {moved.Number} til plass {moved.Place} på ventelisten.", $"{who} flytta nummer {moved.Number} til plass {moved.Place} på ventelista."),
        WaitingPlaceGiven given => new($"{who} ga plass til nummer {given.Number} på ventelisten.", $"{who} gav plass til nummer {given.Number} på ventelista."),
        WaitingListLeft left => new($"{who} tok nummer {left.Number} av ventelisten.", $"{who} tok nummer {left.Number} av ventelista."),
        RunOutcomeChosen chosen => new($"{who} mente for {Sida(chosen.Side).Nb}: {DeliveryNames.Outcome(chosen.Outcome).Nb.ToLowerInvariant()}.", $"{who} meinte for {Sida(chosen.Side).Nn}: {DeliveryNames.Outcome(chosen.Outcome).Nn.ToLowerInvariant()}."),
        RunDecided decided => new($"Begge sider valgte det samme: {DeliveryNames.Outcome(decided.Outcome).Nb.ToLowerInvariant()}.", $"Begge sider valde det same: {DeliveryNames.Outcome(decided.Outcome).Nn.ToLowerInvariant()}."),
        RunPostponedForSafety => new($"{who} utsatte kurset av hensyn til helse eller sikkerhet.", $"{who} utsette kurset av omsyn til helse eller tryggleik."),
        ReadinessConfirmed => new($"{who} bekreftet at alt er klart til kurset.", $"{who} stadfesta at alt er klart til kurset."),
        AttendanceRecorded attendance => new($"{who} registrerte oppmøtet på samling {attendance.Samling}: {attendance.Met.Total} møtte.", $"{who} registrerte oppmøtet på samling {attendance.Samling}: {attendance.Met.Total} møtte."),
        DayLogWritten log => new($"{who} skrev dagslogg for samling {log.Samling}.", $"{who} skreiv dagslogg for samling {log.Samling}."),
        DayLogConfirmed log => new($"{who} bekreftet dagsloggen for samling {log.Samling}.", $"{who} stadfesta dagsloggen for samling {log.Samling}."),
        ProgrammeChangeProposed change => new($"{who} foreslo en endring i programmet for samling {change.Samling}.", $"{who} foreslo ei endring i programmet for samling {change.Samling}."),
        ProgrammeChangeConsented change => new($"{who} sa ja til endring {change.Number} i programmet.", $"{who} sa ja til endring {change.Number} i programmet."),
        ProgrammeChanged change => new($"Endring {change.Number} i programmet gjelder.", $"Endring {change.Number} i programmet gjeld."),
        DeviationLogged deviation => new($"Avvik: samling {deviation.Samling} fikk ikke erfaringsinnlegg.", $"Avvik: samling {deviation.Samling} fekk ikkje erfaringsinnlegg."),
        CourseFinished finished => new($"{who} avsluttet kurset: {finished.Met.Total} møtte, {finished.EightyPercent.Total} var med på minst 80 prosent.", $"{who} avslutta kurset: {finished.Met.Total} møtte, {finished.EightyPercent.Total} var med på minst 80 prosent."),
        CountsDelivered => new($"{who} leverte tallene til kodeansvarlig.", $"{who} leverte tala til kodeansvarleg."),
        _ => null,
    };

    static Words? OfEvaluation(CaseFact fact, string who, Viewer me) => fact switch
    {
        EvaluationFormChosen chosen => new($"{who} valgte evalueringsskjema med {chosen.Questions.Length} spørsmål.", $"{who} valde evalueringsskjema med {chosen.Questions.Length} spørsmål."),
        ParentsFormChosen { Questions.IsDefaultOrEmpty: true } => new($"{who} tok bort foreldrenes eget skjema.", $"{who} tok bort det eigne skjemaet til foreldra."),
        ParentsFormChosen chosen => new($"{who} valgte et eget skjema til foreldrene med {chosen.Questions.Length} spørsmål.", $"{who} valde eit eige skjema til foreldra med {chosen.Questions.Length} spørsmål."),
        EvaluationOpened => new($"{who} åpnet evalueringsskjemaet for svar.", $"{who} opna evalueringsskjemaet for svar."),
        AnswerCodesIssued issued => new($"{who} laget {issued.CodeHashes.Length} engangslenker til evalueringen.", $"{who} laga {issued.CodeHashes.Length} eingongslenkjer til evalueringa."),
        PaperAnswersEntered paper => OnPaper(paper.Slips.Length, who),
        PaperAnswersEnteredOpenly paper => OnPaper(paper.Slips.Length, who),
        EvaluationClosed closed => Closed(closed.Slips.Length, who),
        EvaluationClosedOpenly closed => Closed(closed.Slips.Length, who),
        AnswerModerated => new($"{who} leste et fritekstsvar for navn og helseopplysninger.", $"{who} las eit fritekstsvar for namn og helseopplysningar."),
        EvaluationFiguresKept kept => FiguresKept(kept, who),
        ThemesWritten => new($"{who} skrev temaene i svarene.", $"{who} skreiv temaa i svara."),
        CollaborationAnswered answered => Answered(answered.Side),
        CollaborationAnsweredOpenly answered => Answered(answered.Side),
        LearningPointRecorded => new($"{who} skrev et læringspunkt.", $"{who} skreiv eit læringspunkt."),
        ChangeProposed change => new($"{who} foreslo endring {change.Number} til neste gang, med {me.NameOf(change.Owner)} som ansvarlig.", $"{who} foreslo endring {change.Number} til neste gong, med {me.NameOf(change.Owner)} som ansvarleg."),
        ContinuationRecommended recommended => new($"{who} skrev anbefalingen: {EvaluationNames.Of(recommended.Kind).Nb.ToLowerInvariant()}.", $"{who} skreiv tilrådinga: {EvaluationNames.Of(recommended.Kind).Nn.ToLowerInvariant()}."),
        ContinuationDecided decided => new($"{who} vedtok: {EvaluationNames.Of(decided.Outcome).Nb.ToLowerInvariant()}.", $"{who} vedtok: {EvaluationNames.Of(decided.Outcome).Nn.ToLowerInvariant()}."),
        _ => null,
    };

    static Words FiguresKept(EvaluationFiguresKept kept, string who)
    {
        var answers = kept switch
        {
            { Ratings: null } => new Words("enkeltsvarene i deltakerevalueringen", "enkeltsvara i deltakarevalueringa"),
            { Answers: null } => new("enkeltsvarene i samarbeidsevalueringen", "enkeltsvara i samarbeidsevalueringa"),
            _ => new("enkeltsvar i evalueringene", "enkeltsvar i evalueringane"),
        };
        return new(
            $"{who} bekreftet at {answers.Nb} skulle slettes fordi oppbevaringstiden var ute. Tallene for alle samlet ble tatt vare på.",
            $"{who} stadfesta at {answers.Nn} skulle slettast fordi oppbevaringstida var ute. Tala for alle samla vart tekne vare på.");
    }

    static Words OnPaper(int slips, string who) => new($"{who} la inn {slips} svar på papir.", $"{who} la inn {slips} svar på papir.");

    static Words Closed(int slips, string who) => new(
        $"{who} lukket evalueringsskjemaet. Svar fra engangslenker: {slips}. Alle svarene ble vist til begge sider samtidig.",
        $"{who} lukka evalueringsskjemaet. Svar frå eingongslenkjer: {slips}. Alle svara blei viste til begge sider samtidig.");

    static Words Answered(Side side) => new($"En fra {Sida(side).Nb} svarte på samarbeidsevalueringen.", $"Ein frå {Sida(side).Nn} svarte på samarbeidsevalueringa.");
}
