import type { GateWords, StepOfMethod, Vocabulary } from "../server/answers";

/** What Standard metode says of phases, gates and steps, as the server tells it. */
export class Method {
  private phases: string[] = [];
  private gates: GateWords[] = [];
  private steps: StepOfMethod[] = [];

  learn({ phases, gates, steps }: Vocabulary): void {
    this.phases = phases.map((phase) => phase.name);
    this.gates = gates;
    this.steps = steps;
  }

  /** As it is in the phase, else as it is anywhere. */
  step(sort: StepOfMethod["sort"], phase?: string): StepOfMethod {
    const all = this.steps.filter((step) => step.sort === sort);
    return all.find((step) => step.phase === (phase ?? null)) ?? all[0];
  }

  /** The first both sides write together that is not written yet; when all are, the last: in the phase, where it has any, else in the whole method. */
  document(written: string[], phase?: string): StepOfMethod {
    const all = this.steps.filter((step) => step.sort === "document");
    const step = all.find((one) => one.phase === phase) ?? all[0];
    const kinds = all.some((one) => one.phase === phase) ? step.documents : all.flatMap((one) => one.documents);
    const kind = kinds.find((candidate) => !written.includes(candidate)) ?? kinds[kinds.length - 1];
    return { ...step, documents: [kind], done: `document.${kind}.complete` };
  }

  nextPhase(drawn: unknown[]): string {
    return this.phases.find((phase) => !drawn.includes(phase)) ?? this.phases[0];
  }

  /** The next gate both sides sign that nothing passes. */
  gateToSign(passed: string[]): string {
    return (this.signedPhases.find(({ gate }) => !passed.includes(gate)) ?? this.signedPhases[0]).gate;
  }

  get signedPhases(): { phase: string; gate: string }[] {
    return this.gates.filter((gate) => gate.documents.length > 0).map(({ phase, name }) => ({ phase, gate: name }));
  }

  phaseBefore(phase: string): string | undefined {
    return this.phases[this.phases.indexOf(phase) - 1];
  }

  /** The gate out of a phase, when both sides sign it. */
  signedGateOf(phase: string): string | undefined {
    return this.signedPhases.find((signed) => signed.phase === phase)?.gate;
  }
}
