import CommandInterceptor from "diagram-js/lib/command/CommandInterceptor";
import RuleProvider from "diagram-js/lib/features/rules/RuleProvider";
import type { EventBus, ElementRegistry, Connection, Element, Point, Shape } from "../modeler/types";
import { is, isLabel } from "../modeler/types";
import { gap, Room } from "./Room";

type Rules = { canInsert(shape: Element, flow: Element): boolean; canCreate(shape: Element, target: Element): boolean };
type Dragging = { hover?: Element; hoverGfx?: SVGElement };

const aboveThoseOfBpmnJs = 2_000;

/** What is dropped on a flow is put in on it: on its row, with room on both sides and nothing under it. The name of a flow is as good a place to drop on as its line. */
export class DropOnFlow extends (CommandInterceptor as any) {
  static $inject = ["eventBus", "elementRegistry", "lmsRoom"];

  constructor(eventBus: EventBus, registry: ElementRegistry, private readonly room: Room) {
    super(eventBus);
    eventBus.on(["create", "shape.move"].flatMap((act) => ["hover", "move", "out", "end"].map((step) => `${act}.${step}`)), aboveThoseOfBpmnJs, (event: Dragging) => {
      if (!event.hover || !isNameOfFlow(event.hover)) return;
      event.hover = event.hover.labelTarget!;
      event.hoverGfx = registry.getGraphics(event.hover);
    });
    (this as any).preExecute(["elements.create"], aboveThoseOfBpmnJs, ({ context }: { context: { elements: Shape[]; parent: Element; position: Point } }) => {
      if (is(context.parent, "bpmn:SequenceFlow") && "waypoints" in context.parent) context.position = this.makeRoom(context.parent as Connection, context.elements[0], context.position);
    });
  }

  /** Where it goes. */
  private makeRoom(flow: Connection, shape: Shape, at: Point): Point {
    const [from, to] = nearestPart(flow.waypoints, at);
    const axis = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y) ? "x" : "y";
    const size = axis === "x" ? shape.width : shape.height;
    const begin = Math.min(from[axis], to[axis]);
    const length = Math.abs(to[axis] - from[axis]);
    const missing = size + 2 * gap - length;
    this.room.make(flow.parent!, axis, begin, missing);
    const along = missing > 0 ? begin + gap + size / 2 : Math.min(Math.max(at[axis], begin + gap + size / 2), begin + length - gap - size / 2);
    const across = axis === "x" ? from.y : from.x;
    const place = axis === "x" ? { x: along, y: across } : { x: across, y: along };
    this.room.clear(flow.parent!, { x: place.x - shape.width / 2, y: place.y - shape.height / 2, width: shape.width, height: shape.height });
    return place;
  }
}

/** A sub-process with all in it is one thing to put in. */
export class DropWhole extends (RuleProvider as any) {
  static $inject = ["eventBus", "bpmnRules"];

  constructor(eventBus: EventBus, private readonly rules: Rules) {
    super(eventBus);
  }

  init(): void {
    (this as any).addRule("elements.create", aboveThoseOfBpmnJs, ({ elements, target }: { elements: Shape[]; target: Element }) => {
      if (!target || elements.length < 2 || elements[0].parent || !elements.slice(1).every((element) => element.parent)) return undefined;
      return "waypoints" in target ? this.rules.canInsert(elements[0], target) : this.rules.canCreate(elements[0], target);
    });
  }
}

const isNameOfFlow = (element: Element): boolean => isLabel(element) && is(element.labelTarget, "bpmn:SequenceFlow");

function nearestPart(points: Point[], at: Point): [Point, Point] {
  const parts = points.slice(1).map((point, i): [Point, Point] => [points[i], point]);
  return parts.reduce((best, part) => (distance(part, at) < distance(best, at) ? part : best));
}

function distance([from, to]: [Point, Point], at: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}
