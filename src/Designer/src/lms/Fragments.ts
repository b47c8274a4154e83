import type { BusinessObject, Connection, ElementFactory, Shape } from "../modeler/types";
import type { PartOfMethod } from "../server/answers";
import type { Ids } from "./Ids";

/** What is dropped in one go: shapes, and the flows between them. The first is what is selected afterwards. */
export type Part = (Shape | Connection)[];

type Moddle = { fromXML(xml: string): Promise<{ rootElement: BusinessObject }> };
/** Neither fetched before nor to be had now. */
export class NotAtHand extends Error {}

type Places = Map<BusinessObject, BusinessObject>;

/** Phases and sign-offs come from the server as drawings, the very ones the outline puts in. Here they are made into what can be dropped. */
export class Fragments {
  static $inject = ["moddle", "elementFactory", "lmsIds"];

  private ask: () => Promise<PartOfMethod[] | undefined> = async () => undefined;
  private parts: PartOfMethod[] = [];

  constructor(private readonly moddle: Moddle, private readonly elements: ElementFactory, private readonly ids: Ids) {}

  /** Fetched ahead, so that what is dropped later is at hand; what was not to be had then is asked for when it is needed. */
  offer(ask: () => Promise<PartOfMethod[] | undefined>): void {
    this.ask = ask;
    this.known().catch(() => undefined);
  }

  phase(phase: string): Promise<Part> {
    return this.made((part) => part.sort === "phase" && part.phase === phase);
  }

  signOff(gate: string): Promise<Part> {
    return this.made((part) => part.sort === "signOff" && part.gate === gate);
  }

  private async known(): Promise<PartOfMethod[]> {
    if (this.parts.length === 0) this.parts = (await this.ask()) ?? [];
    if (this.parts.length === 0) throw new NotAtHand();
    return this.parts;
  }

  private async made(wanted: (part: PartOfMethod) => boolean): Promise<Part> {
    const { rootElement } = await this.moddle.fromXML((await this.known()).find(wanted)!.source);
    const process = (rootElement.get("rootElements") as BusinessObject[]).find((root) => root.$type === "bpmn:Process")!;
    const places: Places = new Map((rootElement.get("diagrams")[0].plane.get("planeElement") as BusinessObject[]).map((place) => [place.bpmnElement, place]));
    const whole = (process.get("flowElements") as BusinessObject[]).find((element) => element.$type === "bpmn:SubProcess")!;
    this.rename(whole);
    const shapes = new Map<BusinessObject, Shape>();
    const around = this.shape(whole, places, shapes);
    return [around, ...this.inside(whole, around, places, shapes)];
  }

  /** Shapes before flows, and what sits on an edge after what it sits on. */
  private inside(scope: BusinessObject, around: Shape, places: Places, shapes: Map<BusinessObject, Shape>): Part {
    const all = scope.get("flowElements") as BusinessObject[];
    const nodes = all.filter((element) => element.$type !== "bpmn:SequenceFlow").sort((a, b) => Number(!!a.attachedToRef) - Number(!!b.attachedToRef));
    const drawn = nodes.map((node) => this.shape(node, places, shapes, around));
    const deeper = nodes.filter((node) => node.$type === "bpmn:SubProcess").flatMap((node) => this.inside(node, shapes.get(node)!, places, shapes));
    const flows = all.filter((element) => element.$type === "bpmn:SequenceFlow").map((flow) => this.elements.createConnection({
      type: flow.$type, businessObject: flow, source: shapes.get(flow.sourceRef), target: shapes.get(flow.targetRef), parent: around,
      waypoints: (places.get(flow)!.get("waypoint") as BusinessObject[]).map(({ x, y }) => ({ x, y })),
    }));
    return [...drawn, ...deeper, ...flows];
  }

  private shape(object: BusinessObject, places: Places, shapes: Map<BusinessObject, Shape>, parent?: Shape): Shape {
    const { bounds, isExpanded } = places.get(object)!;
    const host = object.attachedToRef ? shapes.get(object.attachedToRef) : undefined;
    const { x, y, width, height } = bounds;
    const shape = this.elements.createShape({ type: object.$type, businessObject: object, x, y, width, height, ...(isExpanded ? { isExpanded } : {}), ...(parent ? { parent } : {}), ...(host ? { host } : {}) });
    shapes.set(object, shape);
    return shape;
  }

  /** The drawing may have some of these ids already. */
  private rename(object: BusinessObject, taken = new Set<string>()): void {
    object.set("id", this.ids.free(object.id, taken));
    for (const inside of [...((object.flowElements ?? []) as BusinessObject[]), ...((object.eventDefinitions ?? []) as BusinessObject[])]) this.rename(inside, taken);
  }
}
