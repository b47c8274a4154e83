import { say } from "../words/say";
import type { Choice } from "./fields";

/** Kinds of work the pages of a case know a place for (`lms:kind`). */
export const kinds = (): Choice[] => [
  { value: "", label: say("Vanlig oppgave", "Vanleg oppgåve") },
  ...kindsOf(say("Felles arbeid", "Felles arbeid"), [
    ["document", "Dokument", "Dokument"], ["meeting", "Felles møte", "Felles møte"], ["group", "Arbeidsgruppe", "Arbeidsgruppe"], ["roleClarification", "Rolleavklaring", "Rolleavklaring"],
    ["contacts", "Kontakt med begge sider", "Kontakt med begge sider"], ["themes", "Temaer i programmet", "Tema i programmet"],
  ]),
  ...kindsOf(say("Godkjenning", "Godkjenning"), [
    ["freeze", "Klargjør til godkjenning", "Gjer klart til godkjenning"], ["signOff", "Godkjenning (begge parter)", "Godkjenning (begge partar)"], ["revise", "Bearbeid teksten sammen", "Arbeid om teksten saman"],
    ["dialogue", "Dialogmøte", "Dialogmøte"], ["escalation", "Avgjør uenighet", "Avgjer usemje"], ["contactSigner", "Ta kontakt om godkjenning", "Ta kontakt om godkjenning"],
  ]),
  ...kindsOf(say("Beslutning", "Avgjerd"), [["decision", "Lederbeslutning", "Leiaravgjerd"], ["budget", "Godkjenn budsjett", "Godkjenn budsjett"], ["announcement", "Les kunngjøringen", "Les kunngjeringa"], ["resume", "Ta saken opp igjen", "Ta saka opp att"]]),
  ...kindsOf(say("Kurset", "Kurset"), [
    ["announce", "Kunngjør kurset", "Kunngjer kurset"], ["registration", "Påmelding", "Påmelding"], ["readiness", "Sjekkliste før kurs", "Sjekkliste før kurs"], ["run", "Samlinger", "Samlingar"], ["certificates", "Politiattester", "Politiattestar"],
    ["families", "Familier", "Familiar"], ["invite", "Inviter", "Inviter"], ["youth", "Ungdom", "Ungdom"],
  ]),
  ...kindsOf(say("Etterpå", "Etterpå"), [["evaluation", "Deltakerevaluering", "Deltakarevaluering"], ["collaboration", "Samarbeidsevaluering", "Samarbeidsevaluering"], ["inheritedChanges", "Endringer fra forrige gang", "Endringar frå førre gong"], ["followUp", "Oppfølging", "Oppfølging"]]),
];

const kindsOf = (group: string, all: [value: string, nb: string, nn: string][]): Choice[] => all.map(([value, nb, nn]) => ({ value, label: say(nb, nn), group }));

export const messages = (gates: readonly string[]): Choice[] => [
  { value: "case.cancelled", label: say("Saken avlyses", "Saka blir avlyst") },
  { value: "case.held", label: say("Saken settes på vent", "Saka blir sett på vent") },
  { value: "case.resumed", label: say("Saken tas opp igjen", "Saka blir teken opp att") },
  { value: "objection.raised", label: say("Noen reiser en innsigelse", "Nokon reiser ei innseiing") },
  { value: "member.left", label: say("Noen går ut av arbeidsgruppen", "Nokon går ut av arbeidsgruppa") },
  ...gates.map((gate) => ({ value: `gate.${gate}.reopened`, label: say(`${gate} åpnes igjen`, `${gate} blir opna att`) })),
];

export const flows = (): Choice[] => [
  { value: "", label: say("Nytt tilbud", "Nytt tilbod") },
  { value: "gjentak", label: say("Gjentak av fast tilbud", "Gjentak av fast tilbod") },
  { value: "revisjon", label: say("Revisjon av fast tilbud", "Revisjon av fast tilbod") },
];
