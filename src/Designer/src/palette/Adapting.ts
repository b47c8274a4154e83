import CommandInterceptor from "diagram-js/lib/command/CommandInterceptor";
import type { Part } from "../lms/Fragments";
import { Parts, phaseAround } from "../lms/Parts";
import { is, type Element, type Modeling, type Shape } from "../modeler/types";

/** What becomes of a thing where it is dropped. `adapt`: it takes after its phase. `signings`: it is the sign-off of its phase. `follow`: what belongs after it is added. `chain`: it takes its place in the row. */
export type Hints = { adapt?: boolean; signings?: Map<string, Part>; follow?: boolean; chain?: boolean };

type Dropped = { context: { hints?: { lms?: Hints }; elements: Element[]; parent: Element } };

const sorts = { document: "document", meeting: "meeting", decision: "decision" } as const;

/** What was dropped takes after where it was dropped: a sign-off is that of its phase, a deadline gets what follows it. It is part of the same undoable step. */
export class Adapting extends (CommandInterceptor as any) {
  static $inject = ["eventBus", "modeling", "lmsParts"];

  private static readonly BeforeRoomIsMade = 3_000;

  constructor(eventBus: unknown, private readonly modeling: Modeling, private readonly parts: Parts) {
    super(eventBus);
    (this as any).preExecute(["elements.create"], Adapting.BeforeRoomIsMade, ({ context }: Dropped) => {
      context.elements = context.hints?.lms?.signings?.get(phaseAround(context.parent) ?? "") ?? context.elements;
    });
    (this as any).postExecuted(["elements.create"], ({ context }: Dropped) => {
      if (context.hints?.lms?.adapt) this.adapt(context.elements[0]);
      if (context.hints?.lms?.follow) this.follow(context.elements[0] as Shape);
    });
    (this as any).postExecuted(["shape.replace"], ({ context }: { context: { newShape: Shape } }) => this.somebodyDoes(context.newShape));
  }

  private adapt(element: Element | undefined): void {
    const phase = phaseAround(element?.parent);
    const sort = sorts[element?.businessObject.get("lms:kind") as keyof typeof sorts];
    if (element && phase && sort) this.modeling.updateProperties(element, this.parts.inPhase(phase, sort));
  }

  private follow(timer: Shape): void {
    if (!is(timer, "bpmn:BoundaryEvent") || !timer.host) return;
    const at = { x: timer.x + timer.width / 2, y: timer.y + timer.height + 110 };
    const reminder = this.modeling.appendShape(timer, this.parts.reminder(timer.host.businessObject.get("lms:gate") || undefined), at, timer.parent);
    this.modeling.appendShape(reminder, this.parts.end(), { x: at.x + 150, y: at.y }, timer.parent);
  }

  /** A user task nobody may do is no task: the coordinator does it until another is chosen. */
  private somebodyDoes(shape: Shape): void {
    if (is(shape, "bpmn:UserTask") && !shape.businessObject.get("lms:role")) this.modeling.updateProperties(shape, { "lms:role": "koordinator" });
  }
}
