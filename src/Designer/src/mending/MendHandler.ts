import { Parts } from "../lms/Parts";
import { is, type Connection, type Element, type ElementRegistry, type Modeling, type Point, type Shape } from "../modeler/types";
import { gap, Room } from "../room/Room";
import type { Mend } from "../server/answers";

type Operation = (element: Element, other: Element | undefined, mend: Mend) => void;

const middle = (shape: Shape): Point => ({ x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 });

/** Carries out a quick fix. All it does is done before the command itself, so that one «Angre» takes all of it back. */
export class MendHandler {
  static $inject = ["modeling", "elementRegistry", "lmsParts", "autoPlace", "lmsRoom"];

  constructor(
    private readonly modeling: Modeling, private readonly registry: ElementRegistry, private readonly parts: Parts, private readonly place: { append(source: Element, shape: object): Shape },
    private readonly room: Room,
  ) {}

  preExecute({ mend }: { mend: Mend }): void {
    const element = this.registry.get(mend.element);
    if (element) this.operations[mend.operation]?.(element, mend.other ? this.registry.get(mend.other) : undefined, mend);
  }

  execute(): Element[] {
    return [];
  }

  revert(): Element[] {
    return [];
  }

  private readonly operations: Record<string, Operation> = {
    AddStart: (scope, first) => this.addStart(scope as Shape, first as Shape | undefined),
    AddEnd: (element) => void this.place.append(element, this.parts.end()),
    RemoveElement: (element) => this.modeling.removeElements([element]),
    RemoveFlow: (flow) => this.modeling.removeElements([flow]),
    Bypass: (element) => this.bypass(element as Shape),
    ForkAfter: (element) => this.after(element as Shape, this.parts.plain("bpmn:ParallelGateway", "samtidig")),
    MergeBefore: (element) => this.before(element as Shape, this.parts.plain("bpmn:ExclusiveGateway", "samle")),
    SplitGateway: (element) => this.after(element as Shape, this.parts.plain(element.type, "del")),
    MakeDefault: (element, flow) => this.makeDefault(element, flow),
    RemoveCondition: (flow) => this.modeling.updateProperties(flow, { conditionExpression: undefined }),
    SetAttribute: (element, _, { attribute, value }) => attribute && this.modeling.updateProperties(element, { [attribute]: value ?? undefined }),
  };

  private addStart(scope: Shape, first?: Shape): void {
    const start = this.parts.plain("bpmn:StartEvent", "start", { nb: "Start", nn: "Start" });
    if (first) this.room.before(first, start.width + 2 * gap);
    const at = first ? { x: first.x - gap - start.width / 2, y: middle(first).y } : { x: (scope.x ?? 0) + 60, y: (scope.y ?? 0) + (scope.height ?? 200) / 2 };
    this.modeling.createShape(start, at, scope);
    if (first) this.modeling.connect(start, first);
  }

  /** What led to it leads on to what it led to. */
  private bypass(element: Shape): void {
    const [onward] = element.outgoing;
    if (onward) for (const flow of [...element.incoming]) this.modeling.reconnectEnd(flow, onward.target, middle(onward.target));
    this.modeling.removeElements([element]);
  }

  private after(element: Shape, gateway: Shape): void {
    const outgoing = flowsOf(element.outgoing);
    this.room.after(element, gateway.width + 2 * gap);
    const made = this.modeling.createShape(gateway, { x: element.x + element.width + gap + gateway.width / 2, y: middle(element).y }, element.parent!);
    for (const flow of outgoing) this.modeling.reconnectStart(flow, made, middle(made));
    this.modeling.connect(element, made);
  }

  private before(element: Shape, gateway: Shape): void {
    const incoming = flowsOf(element.incoming);
    this.room.before(element, gateway.width + 2 * gap);
    const made = this.modeling.createShape(gateway, { x: element.x - gap - gateway.width / 2, y: middle(element).y }, element.parent!);
    for (const flow of incoming) this.modeling.reconnectEnd(flow, made, middle(made));
    this.modeling.connect(made, element);
  }

  private makeDefault(element: Element, flow: Element | undefined): void {
    if (!flow) return;
    this.modeling.updateProperties(flow, { conditionExpression: undefined });
    this.modeling.updateProperties(element, { default: flow.businessObject });
  }
}

const flowsOf = (connections: Connection[]): Connection[] => connections.filter((connection) => is(connection, "bpmn:SequenceFlow"));
