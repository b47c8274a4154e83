/** The parts of bpmn-js this tool speaks to, as narrow as it uses them. */
export type Point = { x: number; y: number };
export type Bounds = Point & { width: number; height: number };

export type BusinessObject = {
  id: string;
  $type: string;
  $parent?: BusinessObject;
  $attrs: Record<string, string>;
  $instanceOf(type: string): boolean;
  get(name: string): any;
  [name: string]: any;
};

export type Element = {
  id: string;
  type: string;
  businessObject: BusinessObject;
  parent?: Shape;
  labelTarget?: Element;
};

export type Shape = Element & Bounds & { children: Element[]; incoming: Connection[]; outgoing: Connection[]; host?: Shape; attachers: Shape[]; labels?: Element[] };
export type Connection = Element & { waypoints: Point[]; source: Shape; target: Shape };

export interface EventBus {
  on(events: string | string[], listener: (event: any) => any): void;
  on(events: string | string[], priority: number, listener: (event: any) => any): void;
  fire(event: string, data?: object): any;
}

export interface ElementRegistry {
  get(id: string): Element | undefined;
  getAll(): Element[];
  filter(matches: (element: Element) => boolean): Element[];
  getGraphics(element: Element | string): SVGElement;
}

export interface Canvas {
  addMarker(element: Element | string, marker: string): void;
  removeMarker(element: Element | string, marker: string): void;
  scrollToElement(element: Element | string, padding?: number): void;
  zoom(level?: number | "fit-viewport", center?: "auto" | Point): number;
  viewbox(box?: Bounds): Bounds & { inner: Bounds };
  getRootElement(): Shape;
  setRootElement(root: Element): void;
  findRoot(element: Element | string): Element | undefined;
  getContainer(): HTMLElement;
}

export interface CommandStack {
  execute(command: string, context: object): void;
  registerHandler(command: string, handler: unknown): void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

export interface Modeling {
  updateProperties(element: Element, properties: Record<string, unknown>): void;
  updateModdleProperties(element: Element, moddleElement: BusinessObject, properties: Record<string, unknown>): void;
  updateLabel(element: Element, text: string): void;
  createShape(shape: object, position: Point | Bounds, target: Element, hints?: object): Shape;
  appendShape(source: Element, shape: object, position?: Point, target?: Element, hints?: object): Shape;
  connect(source: Element, target: Element, attributes?: object): Connection;
  reconnectStart(connection: Connection, source: Element, docking: Point): void;
  reconnectEnd(connection: Connection, target: Element, docking: Point): void;
  removeElements(elements: Element[]): void;
  moveElements(elements: Element[], delta: Point): void;
}

export interface Selection {
  get(): Element[];
  select(element: Element | Element[] | null): void;
}

export interface ElementFactory {
  createShape(attributes: object): Shape;
  createConnection(attributes: object): Connection;
}

export interface BpmnFactory {
  create(type: string, attributes?: object): BusinessObject;
}

export const is = (element: Element | BusinessObject | undefined | null, ...types: string[]): boolean => {
  const object = element && ("businessObject" in element ? (element as Element).businessObject : (element as BusinessObject));
  return !!object && types.some((type) => object.$instanceOf?.(type));
};

/** A name that stands beside what it names. */
export const isLabel = (element: Element): boolean => element.type === "label";
