import type { Words } from "../words/say";

/** The shapes of what `/api/v1` answers, as far as the drawing tool reads them. */
export type Mend = { operation: string; element: string; other: string | null; attribute: string | null; value: string | null };

export type Finding = { check: string; severity: "error" | "warning"; element: string | null; message: Words; fix: Words | null; mend: Mend | null; path: string[] };

export type Change = { kind: string; sentence: Words; weakens: boolean };

export type Verification = { mayBePublished: boolean; participation: boolean | null; weakens: boolean; against: number; findings: Finding[]; changes: Change[] };

export type Reason = { code: string; nb: string; nn: string };

export type Problem = { code: string; reasons: Reason[]; version?: number; kept?: string; changes?: Reason[] };

export type Named = { name: string; title: Words };

export type Variable = { name: string; type: string; meaning: Words; values: string[] };

export type GateWords = { name: string; title: Words; phase: string; documents: string[] };

export type Action = { name: string; title: Words; needsGate: boolean };

/** A step as it is put in, in its phase. */
export type StepOfMethod = { sort: "task" | "document" | "meeting" | "decision"; phase: string | null; kind: string | null; role: string | null; documents: string[]; gate: string | null; done: string | null };

/** A phase or a sign-off as it is put in whole: a BPMN file. */
export type PartOfMethod = { sort: "phase" | "signOff"; phase: string | null; gate: string | null; source: string };

export type Vocabulary = {
  variables: Variable[]; documents: Named[]; phases: Named[]; gates: GateWords[]; roles: Named[]; actions: Action[];
  steps: StepOfMethod[];
};

export type ConditionAnswer = { usable: boolean; at: number | null; message: Words | null };
