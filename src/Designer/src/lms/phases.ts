import { words, type Words } from "../words/say";

/** One step of a phase: a user task, right from the start. */
export type Step = { id: string; name: Words; kind: string; role: string; documents?: string; done?: string; due?: string };

/** What a phase holds when it is dropped: what is done first, the text both sides sign, and its gate. */
export type PhasePlan = {
  phase: string;
  gate: string;
  id: string;
  name: Words;
  before: Step[];
  /** What is written together and signed by both sides; none where one person decides. */
  write?: Step;
  signOff?: { name: Words; documents: string; beside: Step[] };
  decision?: Step;
  /** The last phase closes the case. */
  closes?: boolean;
};

export const together = "fagperson brukerrepresentant koordinator";

const step = (id: string, nb: string, nn: string, kind: string, role: string, more: Partial<Step> = {}): Step => ({ id, name: words(nb, nn), kind, role, ...more });

/** The six phases of the method in their order (domain notes §4). */
export const phasePlans: readonly PhasePlan[] = [
  {
    phase: "forankring", gate: "G0", id: "fase0", name: words("0 Forankring"),
    before: [
      step("avklar_engasjement", "Avklar engasjement på begge sider", "Avklar engasjement på begge sider", "contacts", "koordinator", { done: "contacts.complete" }),
      step("sjekk_tilbud", "Sjekk tilbud som finnes", "Sjekk tilbod som finst", "document", "koordinator", { documents: "D02", done: "document.D02.complete" }),
    ],
    decision: step("forankre", "Forankre tilbudet", "Forankre tilbodet", "decision", "leder", { documents: "D03", done: "anchored" }),
  },
  {
    phase: "needsAssessment", gate: "G1", id: "fase1", name: words("1 Behovsvurdering"),
    before: [
      step("etabler_arbeidsgruppe", "Etabler arbeidsgruppe", "Etabler arbeidsgruppe", "group", "koordinator", { documents: "D04 D05", done: "group.bothSides" }),
      step("avklar_roller", "Avklar roller og taushetsplikt", "Avklar roller og teieplikt", "roleClarification", "brukerrepresentant koordinator", { documents: "D06 D07", done: "group.clarified" }),
    ],
    write: step("skriv_behovsvurdering", "Skriv behovsvurderingen sammen", "Skriv behovsvurderinga saman", "document", together, { documents: "D08", done: "document.D08.complete" }),
    signOff: { name: words("Godkjenn behovsvurderingen", "Godkjenn behovsvurderinga"), documents: "D08", beside: [] },
  },
  {
    phase: "planning", gate: "G2", id: "fase2", name: words("2 Planlegging"),
    before: [step("hold_planleggingsmote", "Hold planleggingsmøte", "Hald planleggingsmøte", "meeting", together, { documents: "D09 D10", done: "meetings.planning.valid" })],
    write: step("skriv_kursplan", "Skriv plan, program, budsjett og kunngjøring sammen", "Skriv plan, program, budsjett og kunngjering saman", "document", together, {
      documents: "D11 D12 D13 D14 D15 D16",
      done: ["D11", "D12", "D13", "D14", "D15", "D16"].map((kind) => `document.${kind}.complete`).join(" and "),
    }),
    signOff: {
      name: words("Godkjenn kursplanen"), documents: "D11 D12 D13 D14 D15 D16",
      beside: [
        step("godkjenn_budsjett", "Godkjenn budsjettet", "Godkjenn budsjettet", "budget", "leder", { documents: "D14", done: "budget.approved or gate.G2.objected or not(gate.G2.frozen)" }),
        step("les_kunngjoring", "Les og godta kunngjøringen", "Les og godta kunngjeringa", "announcement", "brukerrepresentant", { documents: "D16", done: "announcement.read or gate.G2.objected or not(gate.G2.frozen)" }),
      ],
    },
  },
  {
    phase: "delivery", gate: "G3", id: "fase3", name: words("3 Gjennomføring"),
    before: [
      step("kunngjor", "Kunngjør kurset", "Kunngjer kurset", "announce", "koordinator", { documents: "D17", done: "run.announced" }),
      step("gjennomfor_samlinger", "Gjennomfør samlingene", "Gjennomfør samlingane", "run", together, { documents: "D19 D20", done: "run.recorded" }),
    ],
    write: step("avslutt_kurs", "Skriv oversikt over gjennomføringen", "Skriv oversikt over gjennomføringa", "document", together, { documents: "D21", done: "run.finished and document.D21.complete" }),
    signOff: { name: words("Bekreft gjennomføringen", "Stadfest gjennomføringa"), documents: "D21", beside: [] },
  },
  {
    phase: "evaluation", gate: "G4", id: "fase4", name: words("4 Evaluering"),
    before: [
      step("lukk_deltakerevaluering", "Lukk deltakerevalueringen", "Lukk deltakarevalueringa", "evaluation", "koordinator", { documents: "D22", done: "evaluation.closed" }),
      step("svar_samarbeid", "Svar på samarbeidsevalueringen", "Svar på samarbeidsevalueringa", "collaboration", "fagperson brukerrepresentant", { documents: "D23", done: "collaboration.bothSides" }),
      step("hold_evalueringsmote", "Hold evalueringsmøte", "Hald evalueringsmøte", "meeting", together, { documents: "D09 D10", due: "P30D", done: "meetings.evaluation.valid" }),
    ],
    write: step("skriv_kursrapport", "Skriv kursrapporten sammen", "Skriv kursrapporten saman", "document", together, { documents: "D24", done: "document.D24.complete and learning.recorded" }),
    signOff: { name: words("Godkjenn kursrapporten"), documents: "D24", beside: [] },
  },
  {
    phase: "continuation", gate: "G4b", id: "fase5", name: words("5 Videreføring", "5 Vidareføring"),
    before: [],
    decision: step("vedta_videreforing", "Vedta videreføring", "Vedta vidareføring", "decision", "leder", { documents: "D25", done: "decision.made" }),
    closes: true,
  },
];

export const planOf = (phase: string | undefined): PhasePlan | undefined => phasePlans.find((plan) => plan.phase === phase);

export const planOfGate = (gate: string | undefined): PhasePlan | undefined => phasePlans.find((plan) => plan.gate === gate);
