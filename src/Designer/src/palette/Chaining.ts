import CommandInterceptor from "diagram-js/lib/command/CommandInterceptor";
import { phasePlans } from "../lms/phases";
import { Parts } from "../lms/Parts";
import { is, type Element, type ElementRegistry, type Modeling, type Shape } from "../modeler/types";

type Hints = { lms?: { chain?: boolean } };

/**
 * A phase that is dropped takes its place in the row: after the phase before it, before what came after that, with the way back when the gate before it is opened again. It is
 * part of the same undoable step.
 */
export class Chaining extends (CommandInterceptor as any) {
  static $inject = ["eventBus", "modeling", "elementRegistry", "lmsParts"];

  constructor(eventBus: unknown, private readonly modeling: Modeling, private readonly registry: ElementRegistry, private readonly parts: Parts) {
    super(eventBus);
    (this as any).postExecuted(["elements.create"], ({ context }: { context: { hints?: Hints; elements: Element[] } }) => {
      const phase = context.elements.find((element) => element.businessObject.get("lms:phase")) as Shape | undefined;
      if (context.hints?.lms?.chain && phase) this.chain(phase);
    });
  }

  private chain(phase: Shape): void {
    const at = phasePlans.findIndex((plan) => plan.phase === phase.businessObject.get("lms:phase"));
    const earlier = this.phaseIn(phase.parent!, phasePlans[at - 1]?.phase);
    const before = earlier ?? this.startIn(phase.parent!);
    if (!before) return;
    const onward = before.outgoing.find((flow) => is(flow, "bpmn:SequenceFlow"));
    if (onward) {
      const next = onward.target;
      this.modeling.reconnectEnd(onward, phase, { x: phase.x + phase.width / 2, y: phase.y + phase.height / 2 });
      this.modeling.connect(phase, next);
    } else this.modeling.connect(before, phase);
    if (earlier && phasePlans[at - 1].signOff) this.wayBack(phase, earlier, phasePlans[at - 1].gate);
  }

  /** When a gate that was passed is opened again, the later phase stops and the work goes back (R35, R86). */
  private wayBack(phase: Shape, earlier: Shape, gate: string): void {
    const event = this.modeling.createShape(this.parts.reopened(gate), { x: phase.x + 90, y: phase.y }, phase, { attach: true });
    this.modeling.connect(event, earlier);
  }

  private phaseIn(parent: Element, phase: string | undefined): Shape | undefined {
    return phase ? (this.registry.filter((element) => element.parent === parent && element.businessObject.get?.("lms:phase") === phase)[0] as Shape | undefined) : undefined;
  }

  private startIn(parent: Element): Shape | undefined {
    return this.registry.filter((element) => element.parent === parent && is(element, "bpmn:StartEvent") && element.type !== "label")[0] as Shape | undefined;
  }
}
