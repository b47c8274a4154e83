import CommandInterceptor from "diagram-js/lib/command/CommandInterceptor";
import { Parts, phaseAround } from "../lms/Parts";
import { planOf, type PhasePlan } from "../lms/phases";
import { is, type Element, type Modeling, type Shape } from "../modeler/types";

type Hints = { lms?: { adapt?: boolean; follow?: boolean } };

/** What was dropped takes after where it was dropped: a sign-off speaks of the gate of its phase, a deadline gets what follows it. It is part of the same undoable step. */
export class Adapting extends (CommandInterceptor as any) {
  static $inject = ["eventBus", "modeling", "lmsParts"];

  constructor(eventBus: unknown, private readonly modeling: Modeling, private readonly parts: Parts) {
    super(eventBus);
    (this as any).postExecuted(["elements.create"], ({ context }: { context: { hints?: Hints; elements: Element[] } }) => {
      if (context.hints?.lms?.adapt) this.adapt(context.elements);
      if (context.hints?.lms?.follow) this.follow(context.elements[0] as Shape);
    });
    (this as any).postExecuted(["shape.replace"], ({ context }: { context: { newShape: Shape } }) => this.somebodyDoes(context.newShape));
  }

  private adapt(elements: Element[]): void {
    const plan = planOf(phaseAround(elements[0]?.parent));
    if (!plan) return;
    for (const element of elements) {
      const properties = adaptedTo(plan, element);
      if (Object.keys(properties).length > 0) this.modeling.updateProperties(element, properties);
    }
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

function adaptedTo(plan: PhasePlan, element: Element): Record<string, unknown> {
  const object = element.businessObject;
  const gate = object.get("lms:gate") as string | undefined;
  const kind = object.get("lms:kind") as string | undefined;
  if (is(element, "bpmn:SequenceFlow") && object.conditionExpression) {
    object.conditionExpression.body = spokenOf(plan.gate, object.conditionExpression.body);
    return {};
  }

  if (gate && gate !== plan.gate && plan.signOff) return ofGate(plan, element, gate);
  if (kind === "meeting" && plan.phase === "evaluation") return { "lms:done": "meetings.evaluation.valid" };
  if (kind === "decision" && plan.decision) return { "lms:gate": plan.gate, "lms:done": plan.decision.done, "lms:documents": plan.decision.documents };
  if (kind === "document" && plan.write) return { "lms:documents": plan.write.documents, "lms:done": plan.write.done };
  return {};
}

function ofGate(plan: PhasePlan, element: Element, before: string): Record<string, unknown> {
  const object = element.businessObject;
  const done = object.get("lms:done") as string | undefined;
  return {
    "lms:gate": plan.gate,
    ...(done ? { "lms:done": spokenOf(plan.gate, done) } : {}),
    ...(object.get("lms:documents") ? { "lms:documents": plan.signOff!.documents } : {}),
    ...(object.get("lms:kind") === "signOff" ? { name: plan.signOff!.name.nb, "lms:nameNn": plan.signOff!.name.nn } : {}),
    ...(object.name === `Passer ${before}` ? { name: `Passer ${plan.gate}` } : {}),
  };
}

const spokenOf = (gate: string, condition: string): string => condition.replace(/\bgate\.G\d+b?\./g, `gate.${gate}.`);
