import type { BpmnFactory, BusinessObject, Canvas, Connection, Element, ElementFactory, ElementRegistry, Shape } from "../modeler/types";
import type { StepOfMethod } from "../server/answers";
import { words, type Words } from "../words/say";
import { Fragments, type Part } from "./Fragments";
import { Ids } from "./Ids";
import { Method } from "./Method";

/** Makes what the palette offers: each right from the start, with roles, documents, both sides and gate. */
export class Parts {
  static $inject = ["elementFactory", "bpmnFactory", "elementRegistry", "canvas", "lmsIds", "lmsMethod", "lmsFragments"];

  constructor(
    private readonly elements: ElementFactory, private readonly factory: BpmnFactory, private readonly registry: ElementRegistry, private readonly canvas: Canvas,
    private readonly ids: Ids, private readonly method: Method, private readonly fragments: Fragments,
  ) {}

  task(): Shape {
    return this.userTask("oppgave", words("Ny oppgave", "Ny oppgåve"), this.method.step("task"));
  }

  document(): Shape {
    return this.userTask("skriv", words("Skriv dokumentet sammen", "Skriv dokumentet saman"), this.method.document(this.written));
  }

  meeting(): Shape {
    return this.userTask("felles_mote", words("Felles møte", "Felles møte"), this.method.step("meeting"));
  }

  decision(): Shape {
    return this.userTask("lederbeslutning", words("Lederbeslutning", "Leiaravgjerd"), this.method.step("decision"));
  }

  /** What a step says of itself in the phase it is dropped in. */
  inPhase(phase: string, sort: StepOfMethod["sort"]): Record<string, unknown> {
    return saying(sort === "document" ? this.method.document(this.written, phase) : this.method.step(sort, phase));
  }

  /** A timer that does not interrupt, to be put on the edge of a task. What comes after it is added when it is known what it sits on. */
  deadline(): Shape {
    const timer = this.factory.create("bpmn:TimerEventDefinition", { timeDuration: this.factory.create("bpmn:FormalExpression", { body: "P7D" }) });
    const event = this.object("bpmn:BoundaryEvent", "frist", words("Etter 7 dager", "Etter 7 dagar"), { cancelActivity: false, eventDefinitions: [timer] });
    timer.$parent = event;
    return this.elements.createShape({ type: "bpmn:BoundaryEvent", businessObject: event });
  }

  /** The system reminds those who have not signed, or the coordinator makes contact where there is no gate to remind of. */
  reminder(gate: string | undefined): Shape {
    return gate
      ? this.shape("bpmn:ServiceTask", `${gate.toLowerCase()}_minn`, words("Minn om godkjenning", "Minn om godkjenning"), { "lms:action": "remind", "lms:gate": gate })
      : this.userTask("ta_kontakt", words("Ta kontakt", "Ta kontakt"), this.method.step("task"));
  }

  /** Interrupts a phase when the gate before it is opened again. */
  reopened(gate: string): Shape {
    const definition = this.factory.create("bpmn:MessageEventDefinition", { messageRef: this.message(`gate.${gate}.reopened`, `melding_${gate.toLowerCase()}_apnet`) });
    const event = this.object("bpmn:BoundaryEvent", `${gate.toLowerCase()}_apnes_igjen`, words(`${gate} åpnet igjen`, `${gate} opna att`), { eventDefinitions: [definition] });
    definition.$parent = event;
    return this.elements.createShape({ type: "bpmn:BoundaryEvent", businessObject: event });
  }

  end(name: Words = words("Slutt")): Shape {
    return this.shape("bpmn:EndEvent", "slutt", name, {});
  }

  plain(type: string, id: string, name?: Words): Shape {
    return this.shape(type, id, name ?? words(""), {});
  }

  scope(): Part {
    const scope = this.shape("bpmn:SubProcess", "del", words("Delprosess"), {}, { isExpanded: true, x: 0, y: 0, width: 400, height: 200 });
    const start = this.put(this.plain("bpmn:StartEvent", "del_start", words("Start")), 60, 100, scope);
    const task = this.put(this.task(), 200, 100, scope);
    const end = this.put(this.end(), 340, 100, scope);
    return [scope, start, task, end, this.flow(start, task), this.flow(task, end)];
  }

  /** Both sides sign the same locked text, and the gate opens only when both have. That of the next gate nothing passes yet. */
  signing(): Promise<Part> {
    return this.fragments.signOff(this.method.gateToSign(this.passed));
  }

  /** For each phase that has one, its own. */
  async signings(): Promise<Map<string, Part>> {
    return new Map(await Promise.all(this.method.signedPhases.map(async ({ phase, gate }): Promise<[string, Part]> => [phase, await this.fragments.signOff(gate)])));
  }

  /** The next phase the drawing lacks. */
  phase(): Promise<Part> {
    return this.fragments.phase(this.method.nextPhase(this.registry.getAll().map((element) => element.businessObject.get?.("lms:phase"))));
  }

  private get passed(): string[] {
    return this.registry.getAll().filter((element) => element.businessObject.get?.("lms:action") === "passGate").map((element) => element.businessObject.get("lms:gate"));
  }

  private get written(): string[] {
    return this.registry.getAll().flatMap((element) => String(element.businessObject.get?.("lms:documents") ?? "").split(/[\s,]+/));
  }

  private userTask(id: string, name: Words, step: StepOfMethod): Shape {
    return this.shape("bpmn:UserTask", id, name, saying(step));
  }

  private shape(type: string, id: string, name: Words, attributes: Record<string, unknown>, size: object = {}): Shape {
    return this.elements.createShape({ type, businessObject: this.object(type, id, name, attributes), ...size });
  }

  private object(type: string, id: string, name: Words, attributes: Record<string, unknown>): BusinessObject {
    const said = Object.fromEntries(Object.entries({ name: name.nb || undefined, "lms:nameNn": name.nn !== name.nb ? name.nn : undefined, ...attributes }).filter(([, value]) => value !== undefined));
    return this.factory.create(type, { id: this.ids.free(id), ...said });
  }

  private flow(source: Shape, target: Shape): Connection {
    const object = this.object("bpmn:SequenceFlow", `${source.businessObject.id}_til_${target.businessObject.id}`, words(""), {});
    const y = source.y + source.height / 2;
    return this.elements.createConnection({ type: "bpmn:SequenceFlow", businessObject: object, source, target, parent: source.parent, waypoints: [{ x: source.x + source.width, y }, { x: target.x, y }] });
  }

  /** The drawing's message of that name, made when it has none. */
  private message(name: string, id: string): BusinessObject {
    const definitions = this.canvas.getRootElement().businessObject.$parent!;
    const roots = definitions.get("rootElements") as BusinessObject[];
    const known = roots.find((root) => root.$type === "bpmn:Message" && root.name === name);
    if (known) return known;
    const made = this.factory.create("bpmn:Message", { id: this.ids.free(id), name });
    made.$parent = definitions;
    roots.push(made);
    return made;
  }

  private put(shape: Shape, x: number, y: number, parent: Shape): Shape {
    return Object.assign(shape, { x: x - shape.width / 2, y: y - shape.height / 2, parent });
  }
}

const saying = ({ kind, role, documents, gate, done }: StepOfMethod): Record<string, unknown> => ({
  "lms:kind": kind ?? undefined, "lms:gate": gate ?? undefined, "lms:documents": documents.length > 0 ? documents.join(" ") : undefined, "lms:role": role ?? undefined, "lms:done": done ?? undefined,
});

/** The phase an element lies in, from the inside out. */
export function phaseAround(element: Element | undefined): string | undefined {
  for (let at: Element | undefined = element; at; at = at.parent) {
    const phase = at.businessObject?.get?.("lms:phase");
    if (phase) return String(phase);
  }

  return undefined;
}
