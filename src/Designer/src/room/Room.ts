import { is, isLabel, type Element, type Shape } from "../modeler/types";

type Axis = "x" | "y";
type SpaceTool = { makeSpace(moving: Element[], resizing: Element[], delta: { x: number; y: number }, direction: string, start: number): void };

/** Between two things that follow each other. */
export const gap = 50;

/**
 * Makes room for what is put in: what stands farther on in the same scope moves on, whole, and what surrounds it grows. The server's own edits do the same
 * (`DrawingShapes.MakeRoom`).
 */
export class Room {
  static $inject = ["spaceTool"];

  constructor(private readonly spaceTool: SpaceTool) {}

  /** All that begins after `from` moves on by so much. */
  make(scope: Shape, axis: Axis, from: number, by: number): void {
    if (by <= 0) return;
    const far = (shape: Shape): number => shape[axis] + (axis === "x" ? shape.width : shape.height);
    const isDrawn = isAround(scope);
    const end = far(scope);
    const beyond = standingIn(scope).filter((shape) => (shape.host ? middleOf(shape, axis) : shape[axis]) > from && (!shape.host || shape.host.parent === scope));
    const growing = isDrawn ? [scope, ...lanesOf(scope).filter((lane) => lane[axis] <= from && far(lane) > from)] : [];
    const moving = [...new Set([...beyond, ...(isDrawn ? scope.attachers.filter((shape) => middleOf(shape, axis) > from) : [])].flatMap(whole))];
    if (moving.length + growing.length > 0) this.spaceTool.makeSpace(moving, growing, { x: axis === "x" ? by : 0, y: axis === "y" ? by : 0 }, axis === "x" ? "e" : "s", from);
    if (isDrawn && scope.parent) this.make(scope.parent, axis, end - 1, by);
  }

  /** So much free before an element, on its row. */
  before(element: Shape, wanted: number): void {
    const nearest = onTheRow(element).filter((other) => other.x < element.x).map((other) => other.x + other.width);
    const edge = isAround(element.parent!) ? [element.parent!.x] : [];
    const free = element.x - Math.max(...nearest, ...edge, Number.NEGATIVE_INFINITY);
    this.make(element.parent!, "x", element.x - 1, wanted - free);
  }

  /** So much free after it. */
  after(element: Shape, wanted: number): void {
    const right = element.x + element.width;
    const next = Math.min(...onTheRow(element).filter((other) => other.x >= right).map((other) => other.x), Number.POSITIVE_INFINITY);
    this.make(element.parent!, "x", right - 1, wanted - (next - right));
  }

  /** So much free below a line; what stands nearer moves down. */
  below(scope: Shape, line: number, wanted: number): void {
    const next = Math.min(...standingIn(scope).filter((other) => !other.host && other.y >= line - 1).map((other) => other.y), Number.POSITIVE_INFINITY);
    this.make(scope, "y", line - 1, wanted - (next - line));
  }

  /** A place this large that would lie on others: they move down. */
  clear(scope: Shape, box: { x: number; y: number; width: number; height: number }): void {
    const under = standingIn(scope).filter((other) => !other.host && other.y > box.y + box.height / 2 && other.x < box.x + box.width && other.x + other.width > box.x);
    if (under.length === 0) return;
    const top = Math.min(...under.map((other) => other.y));
    this.make(scope, "y", top - 1, box.y + box.height + gap - top);
  }
}

/** The sheet itself has no edge to grow. */
const isAround = (scope: Shape): boolean => !!scope.parent && is(scope, "bpmn:SubProcess", "bpmn:Participant");

const middleOf = (shape: Shape, axis: Axis): number => shape[axis] + (axis === "x" ? shape.width : shape.height) / 2;

const standingIn = (scope: Shape): Shape[] => (scope.children as Shape[]).filter((child) => !("waypoints" in child) && !isLabel(child) && !is(child, "bpmn:Lane"));

const onTheRow = (element: Shape): Shape[] =>
  standingIn(element.parent!).filter((other) => other !== element && other.host !== element && other.y < element.y + element.height && other.y + other.height > element.y);

const lanesOf = (scope: Shape): Shape[] => ((scope.children ?? []) as Shape[]).filter((child) => is(child, "bpmn:Lane")).flatMap((lane) => [lane, ...lanesOf(lane)]);

/** With what sits on its edge, its names, and all inside it. */
function whole(shape: Shape): Shape[] {
  const inside = ((shape.children ?? []) as Shape[]).filter((child) => !("waypoints" in child));
  return [shape, ...((shape.labels ?? []) as Shape[]), ...(shape.attachers ?? []).flatMap(whole), ...inside.flatMap(whole)];
}
