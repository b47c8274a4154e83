using System.Collections.Frozen;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>A refused attempt as a sentence: what was tried, and what was said to the person. Only kinds are kept of an attempt, so what was typed is in none of it.</summary>
public static class AttemptWords
{
    public static Words Of(AttemptRefused attempt, string nbWho, string nnWho)
    {
        if (attempt.Request == Attempts.More)
            return new(
                $"{nbWho} prøvde mer enn {Attempts.MostPerMinute} ganger på ett minutt og ble avvist. Resten av minuttet er ikke ført enkeltvis.",
                $"{nnWho} prøvde meir enn {Attempts.MostPerMinute} gonger på eitt minutt og vart avvist. Resten av minuttet er ikkje ført enkeltvis.");
        var (tried, reasons) = (Tried(attempt.Request), attempt.Reasons.Select(Reason).ToList());
        return new($"{nbWho} prøvde å {tried.Nb}, og svaret var: {string.Join(" ", reasons.Select(reason => reason.Nb))}", $"{nnWho} prøvde å {tried.Nn}, og svaret var: {string.Join(" ", reasons.Select(reason => reason.Nn))}");
    }

    /// <summary>What the kind of request asks for, after «å». A kind that no longer exists is told by its name.</summary>
    public static Words Tried(string request) => Acts.TryGetValue(request, out var words) ? words : new($"gjøre noe ({request})", $"gjere noko ({request})");

    /// <summary>What the person was told; of a reason that no longer exists its name.</summary>
    static Words Reason(string code) => ReasonWords.Of(code) ?? Words.Same($"({code})");

    static readonly FrozenDictionary<string, Words> Acts = new Dictionary<string, Words>
    {
        ["ProposeErasure"] = new("foreslå en sletting", "føreslå ei sletting"),
        ["ConfirmErasure"] = new("bekrefte en sletting", "stadfeste ei sletting"),
        ["DeclineErasure"] = new("avslå en sletting", "avslå ei sletting"),
        ["WithdrawErasure"] = new("trekke et forslag om sletting", "trekkje eit forslag om sletting"),
        ["SetRetentionRules"] = new("endre hvor lenge noe oppbevares", "endre kor lenge noko blir teke vare på"),
        ["KeepLonger"] = new("bestemme at noe skal oppbevares lenger", "avgjere at noko skal takast vare på lenger"),
        ["RegisterNeed"] = new("melde et behov", "melde eit behov"),
        ["RegisterRerun"] = new("åpne en ny gjennomføring", "opne ei ny gjennomføring"),
        ["CompleteWorkItem"] = new("gjøre en oppgave ferdig", "gjere ei oppgåve ferdig"),
        ["RetryStuck"] = new("sette prosessen i gang igjen", "setje prosessen i gang att"),
        ["FireDueTimer"] = new("la en frist utløpe", "la ein frist gå ut"),
        ["RecordContact"] = new("skrive ned en kontakt", "skrive ned ein kontakt"),
        ["AnchorCase"] = new("forankre saken", "forankre saka"),
        ["PutOnHold"] = new("sette saken på vent", "setje saka på vent"),
        ["ResumeCase"] = new("ta opp igjen saken", "ta opp att saka"),
        ["CancelCase"] = new("avlyse saken", "avlyse saka"),
        ["HandOverCase"] = new("avlevere saken til arkivet", "avlevere saka til arkivet"),
        [HandOverEndpoints.OfUnitRequest] = new("avlevere de ferdige sakene ved et senter til arkivet", "avlevere dei ferdige sakene ved eit senter til arkivet"),
        ["AppointMember"] = new("oppnevne et medlem", "oppnemne ein medlem"),
        ["EndAppointment"] = new("avslutte en oppnevning", "avslutte ei oppnemning"),
        ["WithdrawFromGroup"] = new("trekke seg fra arbeidsgruppen", "trekkje seg frå arbeidsgruppa"),
        ["OfferRoleClarification"] = new("sende en rolleavklaring", "sende ei rolleavklaring"),
        ["AcceptRoleClarification"] = new("godta rolleavklaringen", "godta rolleavklaringa"),
        ["AcceptConfidentiality"] = new("godta taushetserklæringen", "godta teieplikterklæringa"),
        ["ReadCaseSummary"] = new("bekrefte å ha lest sammendraget", "stadfeste å ha lese samandraget"),
        ["SaveDraft"] = new("lagre et dokument", "lagre eit dokument"),
        ["CheckElement"] = new("bekrefte å ha sett på en del av planen på nytt", "stadfeste å ha sett på ein del av planen på nytt"),
        ["FreezePackage"] = new("låse en tekst for godkjenning", "låse ein tekst for godkjenning"),
        ["GiveSignOff"] = new("godkjenne en låst tekst", "godkjenne ein låst tekst"),
        ["WithdrawSignOff"] = new("trekke en godkjenning", "trekkje ei godkjenning"),
        ["RequestChange"] = new("be om en endring", "be om ei endring"),
        ["RegisterPaperSignOff"] = new("legge inn en godkjenning på papir", "leggje inn ei godkjenning på papir"),
        ["ConfirmPaperSignOff"] = new("bekrefte en godkjenning på papir", "stadfeste ei godkjenning på papir"),
        ["RaiseObjection"] = new("melde en innsigelse", "melde ei innseiing"),
        ["WithdrawObjection"] = new("trekke en innsigelse", "trekkje ei innseiing"),
        ["EscalateObjection"] = new("løfte en innsigelse til lederen", "løfte ei innseiing til leiaren"),
        ["DecideEscalation"] = new("avgjøre en innsigelse", "avgjere ei innseiing"),
        ["AssessSafetyConcern"] = new("vurdere risikoen i en innsigelse", "vurdere risikoen i ei innseiing"),
        ["AgreeOnNewVersion"] = new("bli enig om en ny versjon", "bli samd om ein ny versjon"),
        ["PlanMeeting"] = new("planlegge et møte", "planleggje eit møte"),
        ["CallMeeting"] = new("kalle inn til et møte", "kalle inn til eit møte"),
        ["ConsentShortNotice"] = new("godta kort frist for et møte", "godta kort frist for eit møte"),
        ["AddAgendaItem"] = new("sette noe på sakslisten", "setje noko på sakslista"),
        ["HoldMeeting"] = new("notere hvem som møtte", "notere kven som møtte"),
        ["WriteMinutes"] = new("skrive et referat", "skrive eit referat"),
        ["ConfirmMinutes"] = new("bekrefte et referat", "stadfeste eit referat"),
        ["AddMinutesNote"] = new("rette et referat", "rette eit referat"),
        ["CommentMinutes"] = new("skrive en merknad til et referat", "skrive ein merknad til eit referat"),
        ["ConfirmProposal"] = new("si ja til et forslag", "seie ja til eit forslag"),
        ["RejectProposal"] = new("si nei til et forslag", "seie nei til eit forslag"),
        ["CancelMeeting"] = new("avlyse et møte", "avlyse eit møte"),
        ["TreatChange"] = new("behandle en endring fra forrige gang", "behandle ei endring frå førre gong"),
        ["ApproveBudget"] = new("godkjenne budsjettet", "godkjenne budsjettet"),
        ["ApproveExcess"] = new("godta at budsjettet går over rammen", "godta at budsjettet går over ramma"),
        ["AcceptAnnouncement"] = new("si ja til kunngjøringen", "seie ja til kunngjeringa"),
        ["AnnounceCourse"] = new("kunngjøre kurset", "kunngjere kurset"),
        ["RegisterParticipants"] = new("registrere påmeldte", "registrere påmelde"),
        ["JoinWaitingList"] = new("sette noen på ventelisten", "setje nokon på ventelista"),
        ["MoveOnWaitingList"] = new("flytte noen på ventelisten", "flytte nokon på ventelista"),
        ["GiveWaitingPlace"] = new("gi noen på ventelisten plass", "gi nokon på ventelista plass"),
        ["LeaveWaitingList"] = new("ta noen av ventelisten", "ta nokon av ventelista"),
        ["ChooseRunOutcome"] = new("velge hva som skal skje med kurset", "velje kva som skal skje med kurset"),
        ["PostponeForSafety"] = new("utsette kurset", "utsetje kurset"),
        ["ConfirmReadiness"] = new("bekrefte sjekklisten før kurset", "stadfeste sjekklista før kurset"),
        ["RecordAttendance"] = new("registrere oppmøte", "registrere oppmøte"),
        ["WriteDayLog"] = new("skrive dagslogg", "skrive dagslogg"),
        ["ConfirmDayLog"] = new("bekrefte dagsloggen", "stadfeste dagsloggen"),
        ["ChangeProgramme"] = new("endre programmet", "endre programmet"),
        ["ConsentToProgrammeChange"] = new("si ja til en endring i programmet", "seie ja til ei endring i programmet"),
        ["FinishCourse"] = new("avslutte kurset", "avslutte kurset"),
        ["DeliverCounts"] = new("notere at tallene er levert", "notere at tala er leverte"),
        ["RegisterPoliceCertificate"] = new("registrere en politiattest", "registrere ein politiattest"),
        ["RecordParentalConsent"] = new("registrere et samtykke fra foreldre", "registrere eit samtykke frå foreldre"),
        ["RecordPreConversation"] = new("registrere en forsamtale", "registrere ein forsamtale"),
        ["OfferPostConversation"] = new("tilby en ettersamtale", "tilby ein ettersamtale"),
        ["WithdrawFamily"] = new("trekke en familie", "trekkje ein familie"),
        ["CountParents"] = new("telle foreldre", "telje foreldre"),
        ["ChooseEvaluationForm"] = new("velge skjema for evaluering", "velje skjema for evaluering"),
        ["OpenEvaluation"] = new("åpne evalueringen", "opne evalueringa"),
        ["IssueAnswerCodes"] = new("lage lenker til evalueringen", "lage lenkjer til evalueringa"),
        ["EnterPaperAnswers"] = new("skrive inn svar på papir", "skrive inn svar på papir"),
        ["CloseEvaluation"] = new("lukke evalueringen", "lukke evalueringa"),
        ["ModerateAnswer"] = new("gå gjennom et fritekstsvar", "gå gjennom eit fritekstsvar"),
        ["WriteThemes"] = new("skrive temaer", "skrive tema"),
        ["AnswerCollaboration"] = new("svare om samarbeidet", "svare om samarbeidet"),
        ["AddChangeProposal"] = new("foreslå en endring til neste gang", "foreslå ei endring til neste gong"),
        ["RecordLearningPoint"] = new("skrive ned noe gruppen lærte", "skrive ned noko gruppa lærte"),
        ["Recommend"] = new("anbefale hva som skal skje videre", "tilrå kva som skal skje vidare"),
        ["DecideContinuation"] = new("vedta hva som skal skje videre", "vedta kva som skal skje vidare"),
        ["ConsentToMove"] = new("samtykke til flytting av saken", "samtykkje til flytting av saka"),
        ["RefuseMove"] = new("si nei til flytting av saken", "seie nei til flytting av saka"),
        ["ProposeMove"] = new("foreslå å flytte saken til en annen utgave", "foreslå å flytte saka til ei anna utgåve"),
        ["MoveToVersion"] = new("flytte saken til en annen utgave", "flytte saka til ei anna utgåve"),
        ["SaveDefinitionDraft"] = new("lagre et utkast til prosess", "lagre eit utkast til prosess"),
        ["DiscardDefinitionDraft"] = new("forkaste et utkast", "forkaste eit utkast"),
        ["PublishDefinition"] = new("gi ut en prosess", "gi ut ein prosess"),
        ["ConsentToDefinition"] = new("samtykke til en ny utgave", "samtykkje til ei ny utgåve"),
        ["RefuseDefinition"] = new("si nei til en ny utgave", "seie nei til ei ny utgåve"),
        ["WithdrawProposal"] = new("trekke forslaget om en ny utgave", "trekkje forslaget om ei ny utgåve"),
        ["MoveCases"] = new("flytte saker til en annen utgave", "flytte saker til ei anna utgåve"),
        ["KeepScenario"] = new("ta vare på et scenario", "ta vare på eit scenario"),
        ["RemoveScenario"] = new("fjerne et scenario", "fjerne eit scenario"),
        ["IntroduceLogKey"] = new("ta i bruk en ny nøkkel", "ta i bruk ein ny nøkkel"),
        ["RetireLogKey"] = new("ta en nøkkel ut av bruk", "ta ein nøkkel ut av bruk"),
        ["AdmitWitness"] = new("godta et vitne", "godta eit vitne"),
        ["DismissWitness"] = new("fjerne et vitne", "fjerne eit vitne"),
        ["RecordCheck"] = new("kontrollere hele loggen", "kontrollere heile loggen"),
        ["RegisterPerson"] = new("registrere en person", "registrere ein person"),
        ["RegisterUnit"] = new("registrere en enhet", "registrere ei eining"),
        ["GrantRole"] = new("gi en rolle", "gi ei rolle"),
        ["RevokeRole"] = new("ta fra noen en rolle", "ta frå nokon ei rolle"),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
