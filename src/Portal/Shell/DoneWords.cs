using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>
/// What is said after something was carried out: what happened, and what comes next where that is not plain to see. The address carries only the name of the act,
/// and a name that is no act of ours is passed over.
/// </summary>
public static class DoneWords
{
    public static Words? Of(string act) => act switch
    {
        "RegisterNeed" => new(
            "Behovet er registrert, og saken er opprettet. Finn en kontakt på hver side.",
            "Behovet er registrert, og saka er oppretta. Finn ein kontakt på kvar side."),
        "CompleteWorkItem" => new(
            "Oppgaven er markert som ferdig. Se hva som kommer nå, på siden til saken.",
            "Oppgåva er merkt som ferdig. Sjå kva som kjem no, på sida til saka."),
        "RetryStuck" => new(
            "Prosessen er prøvd på nytt. Hvis den fortsatt står, ser du hvorfor her.",
            "Prosessen er prøvd på nytt. Dersom han framleis står, ser du kvifor her."),
        "RecordContact" => new(
            "Kontakten er skrevet ned. Saken kan gå videre når begge sider har en kontakt eller et forsøk.",
            "Kontakten er skriven ned. Saka kan gå vidare når begge sider har ein kontakt eller eit forsøk."),
        "PutOnHold" => new(
            "Saken er satt på vent. Frister flyttes til den tas opp igjen.",
            "Saka er sett på vent. Fristar blir flytte til ho blir teken opp att."),
        "ResumeCase" => new(
            "Saken er tatt opp igjen. Fristene er flyttet like langt som saken var på vent.",
            "Saka er teken opp att. Fristane er flytte like langt som saka var på vent."),
        "CancelCase" => new(
            "Saken er avlyst. Alle i saken kan lese grunnen, og ingenting mer kan gjøres i den.",
            "Saka er avlyst. Alle i saka kan lese grunnen, og ingenting meir kan gjerast i henne."),
        "AppointMember" => new(
            "Personen er oppnevnt. Send rolleavklaringen når dere har snakket sammen.",
            "Personen er oppnemnd. Send rolleavklaringa når de har snakka saman."),
        "EndAppointment" => new(
            "Oppnevningen er avsluttet. Se om begge sider fortsatt er med i gruppen.",
            "Oppnemninga er avslutta. Sjå om begge sider framleis er med i gruppa."),
        "WithdrawFromGroup" => new(
            "Du har trukket deg fra arbeidsgruppen. Du leser ikke saken lenger.",
            "Du har trekt deg frå arbeidsgruppa. Du les ikkje saka lenger."),
        "OfferRoleClarification" => new(
            "Rolleavklaringen er sendt. Personen må godta den før den første godkjenningen.",
            "Rolleavklaringa er send. Personen må godta henne før den første godkjenninga."),
        "AcceptRoleClarification" => new("Du har godtatt rolleavklaringen.", "Du har godteke rolleavklaringa."),
        "AcceptConfidentiality" => new("Du har godtatt taushetserklæringen.", "Du har godteke teieplikterklæringa."),
        "ReadCaseSummary" => new(
            "Det er notert at du har lest sammendraget. Du kan nå ta stilling sammen med de andre.",
            "Det er notert at du har lese samandraget. Du kan no ta stilling saman med dei andre."),
        "SaveDraft" => new("Utkastet er lagret. De andre i gruppen ser det nå.", "Utkastet er lagra. Dei andre i gruppa ser det no."),
        "AcceptAnnouncement" => new(
            "Du har sagt ja til kunngjøringen. Koordinator kan kunngjøre kurset når resten er på plass.",
            "Du har sagt ja til kunngjeringa. Koordinator kan kunngjere kurset når resten er på plass."),
        "CheckElement" => new(
            "Det er notert at du har sett på dette på nytt. Én fra hver side må gjøre det.",
            "Det er notert at du har sett på dette på nytt. Éin frå kvar side må gjere det."),
        "FreezePackage" => new("Teksten er låst. Begge sider kan nå ta stilling.", "Teksten er låst. Begge sider kan no ta stilling."),
        "GiveSignOff" => new(
            "Godkjenningen din er registrert. Porten åpnes når begge sider har godkjent og resten er på plass.",
            "Godkjenninga di er registrert. Porten blir opna når begge sider har godkjent og resten er på plass."),
        "WithdrawSignOff" => new(
            "Godkjenningen din er trukket. Porten er stengt til siden din godkjenner.",
            "Godkjenninga di er trekt. Porten er stengd til sida di godkjenner."),
        "RequestChange" => new("Teksten er sendt tilbake, og de andre ser hva du ønsker.", "Teksten er send tilbake, og dei andre ser kva du ønskjer."),
        "RaiseObjection" => new("Innsigelsen er meldt. Porten er stengt til den er løst.", "Innseiinga er meld. Porten er stengd til ho er løyst."),
        "WithdrawObjection" => new("Innsigelsen er trukket. Den stenger ikke porten lenger.", "Innseiinga er trekt. Ho stengjer ikkje porten lenger."),
        "AgreeOnNewVersion" => new(
            "Dere er enige om å lage en ny versjon. Rett teksten, og lås den på nytt.",
            "De er samde om å lage ein ny versjon. Rett teksten, og lås han på nytt."),
        "EscalateObjection" => new(
            "Innsigelsen er løftet til lederen, som må svare. Lederen kan ikke godkjenne for noen av sidene.",
            "Innseiinga er løfta til leiaren, som må svare. Leiaren kan ikkje godkjenne for nokon av sidene."),
        "DecideEscalation" => new(
            "Svaret ditt på innsigelsen er registrert. Gruppen ser det og grunnen.",
            "Svaret ditt på innseiinga er registrert. Gruppa ser det og grunnen."),
        "AssessSafetyConcern" => new("Det er notert at du har vurdert risikoen innsigelsen nevner.", "Det er notert at du har vurdert risikoen innseiinga nemner."),
        "RegisterPaperSignOff" => new(
            "Papirgodkjenningen er lagt inn. Den teller når en annen ansatt har bekreftet den.",
            "Papirgodkjenninga er lagd inn. Ho tel når ein annan tilsett har stadfesta henne."),
        "ConfirmPaperSignOff" => new("Papirgodkjenningen er bekreftet og teller nå.", "Papirgodkjenninga er stadfesta og tel no."),
        "PlanMeeting" => new("Møtet er planlagt. Åpne det, og kall inn alle.", "Møtet er planlagt. Opne det, og kall inn alle."),
        "CallMeeting" => new("Alle i arbeidsgruppen er innkalt.", "Alle i arbeidsgruppa er innkalla."),
        "ConsentShortNotice" => new(
            "Du har sagt ja til den korte innkallingsfristen. Alle brukerrepresentantene må gjøre det.",
            "Du har sagt ja til den korte innkallingsfristen. Alle brukarrepresentantane må gjere det."),
        "CancelMeeting" => new(
            "Møtet er avlyst, og alle i gruppen ser grunnen. Planlegg et nytt hvis det trengs.",
            "Møtet er avlyst, og alle i gruppa ser grunnen. Planlegg eit nytt om det trengst."),
        "AddAgendaItem" => new("Saken din står på sakslisten, med siden din.", "Saka di står på sakslista, med sida di."),
        "HoldMeeting" => new("Det er notert hvem som møtte. Skriv referatet nå.", "Det er notert kven som møtte. Skriv referatet no."),
        "WriteMinutes" => new("Referatet er lagret. Én fra hver side må bekrefte det.", "Referatet er lagra. Éin frå kvar side må stadfeste det."),
        "ConfirmMinutes" => new(
            "Du har bekreftet referatet. Det gjelder når én fra hver side har gjort det.",
            "Du har stadfesta referatet. Det gjeld når éin frå kvar side har gjort det."),
        "AddMinutesNote" => new(
            "Rettelsen står ved siden av referatet. Det som var skrevet, er ikke endret.",
            "Rettinga står ved sida av referatet. Det som var skrive, er ikkje endra."),
        "CommentMinutes" => new("Merknaden din står ved referatet.", "Merknaden din står ved referatet."),
        "ConfirmProposal" => new(
            "Du har sagt ja til forslaget. Det gjelder når hver side som manglet i møtet, har sagt ja.",
            "Du har sagt ja til forslaget. Det gjeld når kvar side som mangla i møtet, har sagt ja."),
        "RejectProposal" => new("Du har sagt nei til forslaget, og de andre ser hvorfor.", "Du har sagt nei til forslaget, og dei andre ser kvifor."),
        "ApproveBudget" => new(
            "Du har godkjent budsjettet i denne versjonen. Et endret budsjett må godkjennes på nytt.",
            "Du har godkjent budsjettet i denne versjonen. Eit endra budsjett må godkjennast på nytt."),
        "ApproveExcess" => new(
            "Du har godtatt at budsjettet går over rammen, opp til summen du skrev.",
            "Du har godteke at budsjettet går over ramma, opp til summen du skreiv."),
        "AnnounceCourse" => new(
            "Kurset er kunngjort. Registrer hvor mange som er påmeldt etter hvert.",
            "Kurset er kunngjort. Registrer kor mange som er påmelde etter kvart."),
        "RegisterParticipants" => new("Antallet påmeldte er lagret.", "Talet på påmelde er lagra."),
        "JoinWaitingList" => new("Nummeret står på ventelisten. Skriv det ned der dere har navnet.", "Nummeret står på ventelista. Skriv det ned der de har namnet."),
        "MoveOnWaitingList" => new("Rekkefølgen på ventelisten er endret, og grunnen står ved nummeret.", "Rekkjefølgja på ventelista er endra, og grunnen står ved nummeret."),
        "GiveWaitingPlace" => new("Den første på ventelisten har fått plass og er talt med.", "Den første på ventelista har fått plass og er talt med."),
        "LeaveWaitingList" => new("Nummeret er tatt av ventelisten.", "Nummeret er teke av ventelista."),
        "ConfirmReadiness" => new("Det er bekreftet at alt på sjekklisten er på plass.", "Det er stadfesta at alt på sjekklista er på plass."),
        "ChooseRunOutcome" => new(
            "Svaret ditt er registrert. Det er bestemt når én fra hver side har svart det samme.",
            "Svaret ditt er registrert. Det er bestemt når éin frå kvar side har svart det same."),
        "PostponeForSafety" => new("Kurset er utsatt. Gruppen ser grunnen.", "Kurset er utsett. Gruppa ser grunnen."),
        "RecordAttendance" => new(
            "Oppmøtet er lagret. Er noe feil, kan du registrere det på nytt.",
            "Oppmøtet er lagra. Er noko feil, kan du registrere det på nytt."),
        "WriteDayLog" => new("Dagsloggen er lagret. De andre kurslederne må bekrefte den.", "Dagsloggen er lagra. Dei andre kursleiarane må stadfeste han."),
        "ConfirmDayLog" => new("Du har bekreftet dagsloggen.", "Du har stadfesta dagsloggen."),
        "ChangeProgramme" => new(
            "Endringen er foreslått. Den gjelder når alle kurslederne har sagt ja.",
            "Endringa er foreslått. Ho gjeld når alle kursleiarane har sagt ja."),
        "ConsentToProgrammeChange" => new(
            "Du har sagt ja til endringen. Den gjelder når alle kurslederne har gjort det.",
            "Du har sagt ja til endringa. Ho gjeld når alle kursleiarane har gjort det."),
        "FinishCourse" => new("Kurset er avsluttet med tallene du skrev. Nå kommer evalueringen.", "Kurset er avslutta med tala du skreiv. No kjem evalueringa."),
        "DeliverCounts" => new("Det er notert at tallene er levert til den som koder.", "Det er notert at tala er leverte til den som kodar."),
        "ChooseEvaluationForm" => new("Skjemaet er valgt. Dere kan bytte til det åpnes for svar.", "Skjemaet er valt. De kan byte til det blir opna for svar."),
        "OpenEvaluation" => new(
            "Skjemaet er åpent for svar. Del ut lenker eller papir til deltakerne.",
            "Skjemaet er ope for svar. Del ut lenkjer eller papir til deltakarane."),
        "IssueAnswerCodes" => new(
            "Lenkene er laget. Del dem ut nå; de vises bare denne ene gangen.",
            "Lenkjene er laga. Del dei ut no; dei blir viste berre denne eine gongen."),
        "EnterPaperAnswers" => new("Papirsvaret er lagret. Du kan skrive inn det neste.", "Papirsvaret er lagra. Du kan skrive inn det neste."),
        "CloseEvaluation" => new(
            "Skjemaet er lukket, og begge sider ser svarene nå. Les gjennom fritekstene før gruppen får se dem.",
            "Skjemaet er lukka, og begge sider ser svara no. Les gjennom fritekstane før gruppa får sjå dei."),
        "ModerateAnswer" => new("Valget ditt for fritekstsvaret er lagret.", "Valet ditt for fritekstsvaret er lagra."),
        "WriteThemes" => new("Temaene er lagret med gruppens egne ord.", "Temaa er lagra med gruppa sine eigne ord."),
        "AnswerCollaboration" => new(
            "Takk, svaret ditt er lagret. Gjennomsnitt vises når minst to fra hver side har svart.",
            "Takk, svaret ditt er lagra. Gjennomsnitt blir vist når minst to frå kvar side har svart."),
        "RecordLearningPoint" => new("Læringspunktet er lagret.", "Læringspunktet er lagra."),
        "AddChangeProposal" => new(
            "Endringen er lagret med ansvarlig og frist, og følger tilbudet til neste versjon.",
            "Endringa er lagra med ansvarleg og frist, og følgjer tilbodet til neste versjon."),
        "Recommend" => new(
            "Anbefalingen er lagret. Begge sider godkjenner den sammen med kursrapporten.",
            "Tilrådinga er lagra. Begge sider godkjenner henne saman med kursrapporten."),
        "AnchorCase" => new(
            "Forankringsvedtaket er registrert. Alle eierenhetene må forankre saken.",
            "Forankringsvedtaket er registrert. Alle eigareiningane må forankre saka."),
        "DecideContinuation" => new(
            "Vedtaket om videreføring er registrert, og gruppen kan lese det.",
            "Vedtaket om vidareføring er registrert, og gruppa kan lese det."),
        "TreatChange" => new(
            "Det er notert hva dere gjorde med endringen. Hver endring fra forrige kurs må ha et svar før planen låses.",
            "Det er notert kva de gjorde med endringa. Kvar endring frå førre kurs må ha eit svar før planen blir låst."),
        "RegisterPoliceCertificate" => new(
            "Det er notert at du har sett politiattesten. Hva som står i den, lagres ikke.",
            "Det er notert at du har sett politiattesten. Kva som står i han, blir ikkje lagra."),
        "RecordParentalConsent" => new("Samtykket er notert. Papiret lagres ikke her.", "Samtykket er notert. Papiret blir ikkje lagra her."),
        "RecordPreConversation" => new("Forsamtalen med familien er notert.", "Forsamtalen med familien er notert."),
        "OfferPostConversation" => new("Det er notert at familien har fått tilbud om ettersamtale.", "Det er notert at familien har fått tilbod om ettersamtale."),
        "WithdrawFamily" => new(
            "Familien er meldt av. Grunnen verken spørres det om eller lagres.",
            "Familien er meld av. Grunnen blir det verken spurt om eller lagra."),
        "CountParents" => new("Antallet foreldre er lagret. De regnes ikke som deltakere.", "Talet på foreldre er lagra. Dei blir ikkje rekna som deltakarar."),
        "ConsentToMove" => new(
            "Samtykket ditt til flyttingen er registrert. Saken kan flyttes når begge sider har samtykket.",
            "Samtykket ditt til flyttinga er registrert. Saka kan flyttast når begge sider har samtykt."),
        "RefuseMove" => new(
            "Det er registrert at du ikke vil at saken flyttes. Den blir på versjonen den har.",
            "Det er registrert at du ikkje vil at saka blir flytta. Ho blir på versjonen ho har."),
        "RegisterRerun" => new(
            "Gjentaket er opprettet, med programmet og det dere lærte fra forrige gang. Begynn med å se gjennom hva som skal endres.",
            "Gjentaket er oppretta, med programmet og det de lærte frå førre gong. Begynn med å sjå gjennom kva som skal endrast."),
        "SaveDefinitionDraft" => new(
            "Tegningen er lagret i utkastet. Ingen saker endres før utkastet er publisert.",
            "Teikninga er lagra i utkastet. Ingen saker blir endra før utkastet er publisert."),
        "AddStep" => new("Steget er satt inn, og utkastet er lagret.", "Steget er sett inn, og utkastet er lagra."),
        "RemoveStep" => new("Steget er tatt bort. Det som førte til det, fører nå videre til det neste.", "Steget er teke bort. Det som førte til det, fører no vidare til det neste."),
        "ShiftStep" => new("Steget er flyttet ett hakk.", "Steget er flytta eitt hakk."),
        "MoveStep" => new("Steget er flyttet dit du valgte.", "Steget er flytta dit du valde."),
        "RenameStep" => new("Steget har fått det nye navnet.", "Steget har fått det nye namnet."),
        "SetRoles" => new("Det er lagret hvem som kan gjøre steget.", "Det er lagra kven som kan gjere steget."),
        "SetDocuments" => new("Dokumentene til steget er lagret.", "Dokumenta til steget er lagra."),
        "SetDeadline" => new("Fristen til steget er lagret.", "Fristen til steget er lagra."),
        "AddReminder" => new("Påminnelsen er satt inn. Steget står åpent mens den går ut.", "Påminninga er sett inn. Steget står ope medan ho går ut."),
        "AddBranch" => new("Forgreningen er satt inn. Du står på det nye steget i den.", "Forgreininga er sett inn. Du står på det nye steget i henne."),
        "AddWay" => new("Veien er satt inn ved siden av de andre.", "Vegen er sett inn ved sida av dei andre."),
        "LeadFlow" => new("Veien går nå dit du valgte.", "Vegen går no dit du valde."),
        "SetCondition" => new("Det er lagret når veien brukes.", "Det er lagra når vegen blir brukt."),
        "RemoveWay" => new("Veien er tatt bort, med det som bare den førte til.", "Vegen er teken bort, med det som berre han førte til."),
        "MendFinding" => new("Funnet er rettet. Se om noe annet står igjen.", "Funnet er retta. Sjå om noko anna står att."),
        "RestoreRevision" => new("Utkastet er igjen slik det var. Du kan gå fram igjen fra listen over lagringer.", "Utkastet er igjen slik det var. Du kan gå fram att frå lista over lagringar."),
        "PublishDefinition" => new(
            "Utkastet er sendt til publisering. Nye saker følger den nye utgaven når den står som gjeldende her; svekker den medvirkningen, må begge sider samtykke først.",
            "Utkastet er sendt til publisering. Nye saker følgjer den nye utgåva når ho står som gjeldande her; svekkjer ho medverknaden, må begge sider samtykkje først."),
        "DiscardDefinitionDraft" => new(
            "Utkastet er forkastet. Den gjeldende utgaven er som før.",
            "Utkastet er forkasta. Den gjeldande utgåva er som før."),
        "ConsentToDefinition" => new(
            "Samtykket ditt til den nye utgaven er registrert. Den gjelder når begge sider har samtykket.",
            "Samtykket ditt til den nye utgåva er registrert. Ho gjeld når begge sider har samtykt."),
        "RefuseDefinition" => new(
            "Det er registrert at du sier nei til den nye utgaven. Den gamle gjelder fortsatt.",
            "Det er registrert at du seier nei til den nye utgåva. Den gamle gjeld framleis."),
        "WithdrawProposal" => new(
            "Forslaget er trukket, og ingen blir spurt om samtykke. Utgaven som gjaldt, gjelder fortsatt.",
            "Framlegget er trekt, og ingen blir spurde om samtykke. Utgåva som galdt, gjeld framleis."),
        "KeepScenario" => new(
            "Scenarioet er tatt vare på. Det kjøres før hver publisering, og må gå som ventet.",
            "Scenarioet er teke vare på. Det blir køyrt før kvar publisering, og må gå som venta."),
        "RemoveScenario" => new(
            "Scenarioet er fjernet og kjøres ikke lenger før en publisering.",
            "Scenarioet er fjerna og blir ikkje lenger køyrt før ei publisering."),
        "AddQuestion" => new(
            "Spørsmålet er lagt til i skjemaet. Se hvordan det blir, i forhåndsvisningen.",
            "Spørsmålet er lagt til i skjemaet. Sjå korleis det blir, i førehandsvisinga."),
        "ChangeQuestion" => new("Spørsmålet er lagret slik det står nå.", "Spørsmålet er lagra slik det står no."),
        "MoveQuestion" => new("Det er flyttet ett hakk.", "Det er flytta eitt hakk."),
        "RemoveQuestion" => new(
            "Det er fjernet fra skjemaet. Svar i saker som alt er i gang, blir der de er. Du kan gå tilbake til en tidligere lagring.",
            "Det er fjerna frå skjemaet. Svar i saker som alt er i gang, blir der dei er. Du kan gå tilbake til ei tidlegare lagring."),
        "AddSection" => new("Overskriften er lagt til sist i skjemaet.", "Overskrifta er lagd til sist i skjemaet."),
        "RenameSection" => new("Overskriften er endret.", "Overskrifta er endra."),
        "RetitleForm" => new("Tittelen og innledningen er lagret.", "Tittelen og innleiinga er lagra."),
        "RestoreForm" => new(
            "Skjemaet er slik det var i den lagringen. De andre lagringene er fortsatt i listen.",
            "Skjemaet er slik det var i den lagringa. Dei andre lagringane er framleis i lista."),
        "UploadForm" => new("Skjemaet er hentet fra filen.", "Skjemaet er henta frå fila."),
        "UseShippedForm" => new("Skjemaet som følger med, er lagt inn i utkastet.", "Skjemaet som følgjer med, er lagt inn i utkastet."),
        "HandOverCase" => new(
            "Avleveringen av saken lages. Den ligger i listen her når den er ferdig.",
            "Avleveringa av saka blir laga. Ho ligg i lista her når ho er ferdig."),
        "HandOverUnit" => new(
            "Avleveringen av sakene i perioden lages. Den ligger i listen her når den er ferdig.",
            "Avleveringa av sakene i perioden blir laga. Ho ligg i lista her når ho er ferdig."),
        "MakeDossier" => new(
            "Saksmappen lages. Den ligger i listen her når den er ferdig.",
            "Saksmappa blir laga. Ho ligg i lista her når ho er ferdig."),
        "ProposeErasure" => new(
            "Forslaget er lagret. Ingenting er slettet ennå; en annen må bekrefte.",
            "Forslaget er lagra. Ingenting er sletta enno; ein annan må stadfeste."),
        "ConfirmErasure" => new("Slettet. Der teksten var, står det nå når og med hvilken hjemmel.", "Sletta. Der teksten var, står det no når og med kva heimel."),
        "DeclineErasure" => new("Forslaget er avslått. Teksten blir stående.", "Forslaget er avslått. Teksten blir ståande."),
        "WithdrawErasure" => new("Forslaget er trukket. Ingenting er slettet.", "Forslaget er trekt. Ingenting er sletta."),
        "SetRetentionRules" => new("Reglene er lagret. De gjelder også saker som er avsluttet fra før.", "Reglane er lagra. Dei gjeld òg saker som er avslutta frå før."),
        "KeepLonger" => new("Lagret. Det blir oppbevart så lenge du bestemte, og står i historikken.", "Lagra. Det blir teke vare på så lenge du bestemte, og står i historikken."),
        "CheckRecord" => new(
            "Kontrollen er i gang. Se hvor langt den er kommet, her.",
            "Kontrollen er i gang. Sjå kor langt han er komen, her."),
        "AdmitWitness" => new(
            "Vitnet er tatt inn. Underskrifter fra det blir tatt imot fra nå av.",
            "Vitnet er teke inn. Underskrifter frå det blir tekne imot frå no av."),
        "DismissWitness" => new(
            "Vitnet er avsluttet. Det som er underskrevet før, står.",
            "Vitnet er avslutta. Det som er underskrive før, står."),
        "RetireLogKey" => new(
            "Nøkkelen er tatt ut av bruk. Det som er underskrevet med den, gjelder fortsatt.",
            "Nøkkelen er teken ut av bruk. Det som er underskrive med han, gjeld framleis."),
        "ChangeLogKey" => new(
            "Nøkkelen er byttet. Gi den nye offentlige nøkkelen til vitnene.",
            "Nøkkelen er bytt. Gi den nye offentlege nøkkelen til vitna."),
        "RegisterPerson" => new(
            "Personen er registrert. Gi roller her, eller oppnevn i en sak.",
            "Personen er registrert. Gi roller her, eller oppnemn i ei sak."),
        "RegisterUnit" => new(
            "Enheten er registrert.",
            "Eininga er registrert."),
        "GrantRole" => new(
            "Rollen er gitt og gjelder fra nå.",
            "Rolla er gitt og gjeld frå no."),
        "RevokeRole" => new(
            "Rollen er tatt bort og gjelder ikke lenger.",
            "Rolla er teken bort og gjeld ikkje lenger."),
        "TakeCosignature" => new(
            "Underskriften stemmer og er lagt til kontrollpunktet.",
            "Underskrifta stemmer og er lagd til kontrollpunktet."),
        _ => null,
    };
}
