import type { BpmnFactory, BusinessObject, Canvas, Connection, Element, ElementFactory, ElementRegistry, Point, Shape } from "../modeler/types";
import { words, type Words } from "../words/say";
import { phasePlans, planOfGate, together, type PhasePlan, type Step } from "./phases";

type Ids = { assigned(id: string): unknown; nextPrefixed(prefix: string, element: unknown): string; claim(id: string, element: unknown): void };

/** What is dropped in one go: shapes, and the flows between them. The first is what is selected afterwards. */
export type Part = (Shape | Connection)[];

const stride = 160;

/** Makes what the palette offers: each right from the start, with roles, documents, both sides and gate. */
export class Parts {
  static $inject = ["elementFactory", "bpmnFactory", "elementRegistry", "canvas", "moddle"];

  private readonly ids: Ids;

  constructor(private readonly elements: ElementFactory, private readonly factory: BpmnFactory, private readonly registry: ElementRegistry, private readonly canvas: Canvas, moddle: { ids: Ids }) {
    this.ids = moddle.ids;
  }

  task(): Shape {
    return this.userTask({ id: "oppgave", name: words("Ny oppgave", "Ny oppgåve"), kind: "", role: "koordinator" });
  }

  document(): Shape {
    const used = this.registry.getAll().flatMap((element) => String(element.businessObject.get?.("lms:documents") ?? "").split(/[\s,]+/));
    const kind = ["D08", "D11", "D12", "D13", "D14", "D15", "D16", "D21", "D24", "D01", "D02"].find((candidate) => !used.includes(candidate)) ?? "D08";
    return this.userTask({ id: "skriv", name: words("Skriv dokumentet sammen", "Skriv dokumentet saman"), kind: "document", role: together, documents: kind, done: `document.${kind}.complete` });
  }

  meeting(): Shape {
    return this.userTask({ id: "felles_mote", name: words("Felles møte", "Felles møte"), kind: "meeting", role: together, documents: "D09 D10", done: "meetings.planning.valid" });
  }

  decision(): Shape {
    return this.userTask({ id: "lederbeslutning", name: words("Lederbeslutning", "Leiaravgjerd"), kind: "decision", role: "leder" });
  }

  /** A timer that does not interrupt, to be put on the edge of a task. What comes after it is added when it is known what it sits on. */
  deadline(): Shape {
    const timer = this.factory.create("bpmn:TimerEventDefinition", { timeDuration: this.expression("P7D") });
    const event = this.object("bpmn:BoundaryEvent", "frist", words("Etter 7 dager", "Etter 7 dagar"), { cancelActivity: false, eventDefinitions: [timer] });
    timer.$parent = event;
    return this.elements.createShape({ type: "bpmn:BoundaryEvent", businessObject: event });
  }

  /** The system reminds those who have not signed, or the coordinator makes contact where there is no gate to remind of. */
  reminder(gate: string | undefined): Shape {
    return gate
      ? this.shape("bpmn:ServiceTask", `${gate.toLowerCase()}_minn`, words("Minn om godkjenning", "Minn om godkjenning"), { "lms:action": "remind", "lms:gate": gate })
      : this.userTask({ id: "ta_kontakt", name: words("Ta kontakt", "Ta kontakt"), kind: "", role: "koordinator" });
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

  /** Both sides sign the same locked text, and the gate opens only when both have. */
  signing(gate: string): Part {
    return this.signingAt(planOfGate(gate) ?? phasePlans[1], 0, 0).all;
  }

  /** The next phase the drawing lacks. */
  phase(): Part {
    const drawn = this.registry.getAll().map((element) => element.businessObject.get?.("lms:phase"));
    return this.phaseOf(phasePlans.find((plan) => !drawn.includes(plan.phase)) ?? phasePlans[1]);
  }

  /** The gate that is signed by both sides and that nothing in the drawing passes yet. */
  nextGate(): string {
    const passed = this.registry.getAll().filter((element) => element.businessObject.get?.("lms:action") === "passGate").map((element) => element.businessObject.get("lms:gate"));
    return phasePlans.find((plan) => plan.signOff && !passed.includes(plan.gate))?.gate ?? "G1";
  }

  private phaseOf(plan: PhasePlan): Part {
    const middle = plan.signOff && plan.signOff.beside.length > 0 ? 320 : 140;
    const scope = this.shape("bpmn:SubProcess", plan.id, plan.name, { "lms:phase": plan.phase }, { isExpanded: true, x: 0, y: 0 });
    const all: Part = [];
    let last = this.put(this.plain("bpmn:StartEvent", `${plan.id}_start`, words("Start")), 60, middle, scope);
    all.push(last);
    let x = 60;
    const next = (shape: Shape): Shape => {
      x += stride;
      all.push(this.put(shape, x, middle, scope), this.flow(last, shape));
      return (last = shape);
    };
    for (const before of plan.before) next(this.userTask(before));
    if (plan.write) next(this.userTask({ ...plan.write }, plan.gate));
    if (plan.signOff) {
      const signing = this.signingAt(plan, x + stride, middle, scope);
      all.push(...signing.all, this.flow(last, signing.first));
      last = signing.last;
      x = signing.right;
    } else {
      if (plan.decision) next(this.userTask(plan.decision, plan.gate));
      next(this.gate(plan.gate));
    }

    if (plan.closes) next(this.shape("bpmn:ServiceTask", "avslutt_saken", words("Avslutt saken", "Avslutt saka"), { "lms:action": "closeCase" }));
    next(this.shape("bpmn:EndEvent", `${plan.id}_ferdig`, words("Ferdig"), {}));
    Object.assign(scope, { width: x + 70, height: middle + (plan.signOff ? 220 : 100) });
    return [scope, ...shapesFirst(all)];
  }

  private signingAt(plan: PhasePlan, left: number, middle: number, scope?: Shape): { all: Part; first: Shape; last: Shape; right: number } {
    const { gate } = plan;
    const id = gate.toLowerCase();
    const signOff = plan.signOff!;
    const changed = `gate.${gate}.objected or not(gate.${gate}.frozen)`;
    const first = this.put(this.plain("bpmn:ExclusiveGateway", `${id}_samle`), left, middle, scope);
    const freeze = this.put(this.userTask({ id: `${id}_klargjor`, name: words("Klargjør til godkjenning", "Gjer klart til godkjenning"), kind: "freeze", role: "koordinator", documents: signOff.documents, done: `gate.${gate}.frozen or gate.${gate}.objected` }, gate), left + stride, middle, scope);
    const fork = signOff.beside.length > 0;
    const signX = left + 2 * stride + (fork ? 120 : 0);
    const sign = this.put(this.userTask({ id: `${id}_godkjenn`, name: signOff.name, kind: "signOff", role: "fagperson brukerrepresentant", documents: signOff.documents, done: `gate.${gate}.ready or ${changed}` }, gate, "fag bruker"), signX, middle, scope);
    const answerX = signX + stride + (fork ? 100 : 0);
    const answer = this.put(this.plain("bpmn:ExclusiveGateway", `${id}_svar`, words("Svar?")), answerX, middle, scope);
    const pass = this.put(this.gate(gate), answerX + stride, middle, scope);
    const revise = this.put(this.userTask({ id: `${id}_bearbeid`, name: words("Bearbeid teksten sammen", "Arbeid om teksten saman"), kind: "revise", role: together, documents: signOff.documents }, gate), left + stride, middle + 140, scope);
    const both = this.flow(answer, pass, { name: words("Begge sider") });
    const back = this.flow(answer, revise, { name: words("Teksten må endres", "Teksten må endrast"), condition: changed, bends: [{ x: answerX, y: middle + 140 }] });
    answer.businessObject.set("default", both.businessObject);
    const all: Part = [first, freeze, sign, answer, pass, revise, this.flow(first, freeze), both, back, this.flow(revise, first, { bends: [{ x: left, y: middle + 140 }] })];
    if (!fork) all.push(this.flow(freeze, sign), this.flow(sign, answer));
    else all.push(...this.besides(signOff.beside, gate, freeze, sign, answer, middle, scope));
    return { all: shapesFirst(all), first, last: pass, right: answerX + stride };
  }

  /** What others decide while both sides sign. */
  private besides(steps: Step[], gate: string, freeze: Shape, sign: Shape, answer: Shape, middle: number, scope?: Shape): Part {
    const id = gate.toLowerCase();
    const [forkX, joinX] = [centre(sign).x - 120, centre(answer).x - 110];
    const fork = this.put(this.plain("bpmn:ParallelGateway", `${id}_del`), forkX, middle, scope);
    const join = this.put(this.plain("bpmn:ParallelGateway", `${id}_samlet`), joinX, middle, scope);
    const all: Part = [fork, join, this.flow(freeze, fork), this.flow(fork, sign), this.flow(sign, join), this.flow(join, answer)];
    steps.forEach((beside, i) => {
      const y = middle - 110 * (i + 1);
      const task = this.put(this.userTask(beside, gate), centre(sign).x, y, scope);
      all.push(task, this.flow(fork, task, { bends: [{ x: forkX, y }] }), this.flow(task, join, { bends: [{ x: joinX, y }] }));
    });
    return all;
  }

  private gate(gate: string): Shape {
    return this.shape("bpmn:ServiceTask", `${gate.toLowerCase()}_passer`, words(`Passer ${gate}`), { "lms:action": "passGate", "lms:gate": gate });
  }

  private userTask({ id, name, kind, role, documents, done, due }: Step, gate?: string, sides?: string): Shape {
    return this.shape("bpmn:UserTask", id, name, { "lms:kind": kind || undefined, "lms:gate": gate, "lms:sides": sides, "lms:documents": documents, "lms:role": role, "lms:done": done, "lms:due": due });
  }

  private shape(type: string, id: string, name: Words, attributes: Record<string, unknown>, size: object = {}): Shape {
    return this.elements.createShape({ type, businessObject: this.object(type, id, name, attributes), ...size });
  }

  private object(type: string, id: string, name: Words, attributes: Record<string, unknown>): BusinessObject {
    const said = Object.fromEntries(Object.entries({ name: name.nb || undefined, "lms:nameNn": name.nn !== name.nb ? name.nn : undefined, ...attributes }).filter(([, value]) => value !== undefined));
    return this.factory.create(type, { id: this.free(id), ...said });
  }

  /** Ids people can read: the word itself where nothing has it, else with a tail. */
  private free(id: string): string {
    const taken = this.ids.assigned(id);
    const chosen = taken ? this.ids.nextPrefixed(`${id}_`, {}) : id;
    if (!taken) this.ids.claim(id, {});
    return chosen;
  }

  private flow(source: Shape, target: Shape, { name = words(""), condition, bends = [] }: { name?: Words; condition?: string; bends?: Point[] } = {}): Connection {
    const object = this.object("bpmn:SequenceFlow", `${source.businessObject.id}_til_${target.businessObject.id}`, name, {});
    if (condition) {
      object.set("conditionExpression", this.expression(condition));
      object.conditionExpression.$parent = object;
    }

    return this.elements.createConnection({ type: "bpmn:SequenceFlow", businessObject: object, source, target, parent: source.parent, waypoints: docked(source, target, bends) });
  }

  /** The drawing's message of that name, made when it has none. */
  private message(name: string, id: string): BusinessObject {
    const definitions = this.canvas.getRootElement().businessObject.$parent!;
    const roots = definitions.get("rootElements") as BusinessObject[];
    const known = roots.find((root) => root.$type === "bpmn:Message" && root.name === name);
    if (known) return known;
    const made = this.factory.create("bpmn:Message", { id: this.free(id), name });
    made.$parent = definitions;
    roots.push(made);
    return made;
  }

  private expression(body: string): BusinessObject {
    return this.factory.create("bpmn:FormalExpression", { body });
  }

  private put(shape: Shape, x: number, y: number, parent?: Shape): Shape {
    return Object.assign(shape, { x: x - shape.width / 2, y: y - shape.height / 2 }, parent ? { parent } : {});
  }
}

const centre = (shape: Shape): Point => ({ x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 });

/** Flows are made after what they join. */
const shapesFirst = (part: Part): Part => [...part.filter((element) => !("waypoints" in element)), ...part.filter((element) => "waypoints" in element)];

/** From edge to edge, by way of the bends. */
function docked(source: Shape, target: Shape, bends: Point[]): Point[] {
  const [from, to] = [centre(source), centre(target)];
  return [edge(source, bends[0] ?? to), ...bends, edge(target, bends[bends.length - 1] ?? from)];
}

function edge(shape: Shape, towards: Point): Point {
  const middle = centre(shape);
  if (Math.abs(towards.x - middle.x) >= Math.abs(towards.y - middle.y)) return { x: middle.x + (Math.sign(towards.x - middle.x) * shape.width) / 2, y: middle.y };
  return { x: middle.x, y: middle.y + (Math.sign(towards.y - middle.y) * shape.height) / 2 };
}

/** The phase an element lies in, from the inside out. */
export function phaseAround(element: Element | undefined): string | undefined {
  for (let at: Element | undefined = element; at; at = at.parent) {
    const phase = at.businessObject?.get?.("lms:phase");
    if (phase) return String(phase);
  }

  return undefined;
}
