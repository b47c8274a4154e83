import CommandInterceptor from "diagram-js/lib/command/CommandInterceptor";
import { Method } from "../lms/Method";
import { Parts } from "../lms/Parts";
import { is, isLabel, type Connection, type Element, type ElementRegistry, type Modeling, type Point, type Shape } from "../modeler/types";
import { gap, Room } from "../room/Room";
import type { Hints } from "./Adapting";

type Dropped = { context: { hints?: { lms?: Hints }; elements: Element[]; parent: Element; position: Point } };

/**
 * A phase that is dropped takes its place in the row, wherever it was dropped: below the phase before it, before what came after that, with the way back when the gate before it is
 * opened again. It is part of the same undoable step.
 */
export class Chaining extends (CommandInterceptor as any) {
  static $inject = ["eventBus", "modeling", "elementRegistry", "lmsParts", "lmsMethod", "lmsRoom"];

  private static readonly BeforeRoomIsMade = 3_000;

  constructor(
    eventBus: unknown, private readonly modeling: Modeling, private readonly registry: ElementRegistry, private readonly parts: Parts, private readonly method: Method, private readonly room: Room,
  ) {
    super(eventBus);
    (this as any).preExecute(["elements.create"], Chaining.BeforeRoomIsMade, ({ context }: Dropped) => {
      const phase = phaseOf(context);
      const before = phase && this.before(phase, context.parent);
      if (!before) return;
      context.parent = before.parent!;
      context.position = this.place(phase, before);
    });
    (this as any).postExecuted(["elements.create"], ({ context }: Dropped) => {
      const phase = phaseOf(context);
      if (phase) this.chain(phase);
    });
  }

  /** After the start, on its row; else below the phase before, where what stood there moves down. */
  private place(phase: Shape, before: Shape): Point {
    if (is(before, "bpmn:StartEvent")) return { x: before.x + before.width + gap + phase.width / 2, y: before.y + before.height / 2 };
    const top = before.y + before.height + gap;
    this.room.below(before.parent!, before.y + before.height, phase.height + 2 * gap);
    return { x: before.x + phase.width / 2, y: top + phase.height / 2 };
  }

  private chain(phase: Shape): void {
    const before = this.before(phase, phase.parent!);
    if (!before) return;
    const onward = before.outgoing.find((flow) => is(flow, "bpmn:SequenceFlow"));
    if (onward) this.leadThrough(onward, phase);
    else this.modeling.connect(before, phase);
    const name = this.method.phaseBefore(phase.businessObject.get("lms:phase"));
    const gate = name && this.method.signedGateOf(name);
    if (gate && before.businessObject.get("lms:phase") === name) this.wayBack(phase, before, gate);
  }

  private leadThrough(onward: Connection, phase: Shape): void {
    const next = onward.target;
    this.modeling.reconnectEnd(onward, phase, { x: phase.x + phase.width / 2, y: phase.y + phase.height / 2 });
    if (is(next, "bpmn:EndEvent")) this.modeling.moveElements([next], { x: phase.x + phase.width + gap - next.x, y: phase.y + phase.height / 2 - next.height / 2 - next.y });
    this.modeling.connect(phase, next);
  }

  /** When a gate that was passed is opened again, the later phase stops and the work goes back (R35, R86). */
  private wayBack(phase: Shape, earlier: Shape, gate: string): void {
    const event = this.modeling.createShape(this.parts.reopened(gate), { x: phase.x + 90, y: phase.y }, phase, { attach: true });
    this.modeling.connect(event, earlier);
  }

  /** The phase before it, or else the start. */
  private before(phase: Shape, parent: Element): Shape | undefined {
    const name = this.method.phaseBefore(phase.businessObject.get("lms:phase"));
    const earlier = name && this.registry.filter((element) => element.businessObject.get?.("lms:phase") === name && !isLabel(element))[0];
    return (earlier || this.registry.filter((element) => is(element, "bpmn:StartEvent") && !isLabel(element) && element.parent === sheetOf(parent))[0]) as Shape | undefined;
  }
}

const phaseOf = ({ hints, elements }: Dropped["context"]): Shape | undefined =>
  hints?.lms?.chain ? (elements.find((element) => element.businessObject.get("lms:phase")) as Shape | undefined) : undefined;

/** What a process is drawn on: the sheet itself, or a pool on it. */
function sheetOf(element: Element): Element {
  let at = element;
  while (at.parent && !is(at, "bpmn:Participant")) at = at.parent;
  return at;
}
