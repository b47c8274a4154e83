import type { BpmnFactory, BusinessObject, Element, Modeling } from "../modeler/types";

/** Writes what the panel's fields say into the drawing, each as one undoable step. Empty is left out. */
export class Editing {
  static $inject = ["modeling", "bpmnFactory"];

  constructor(private readonly modeling: Modeling, private readonly factory: BpmnFactory) {}

  set(element: Element, properties: Record<string, unknown>): void {
    this.modeling.updateProperties(element, Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value === "" ? undefined : value])));
  }

  name(element: Element, name: string): void {
    this.modeling.updateLabel(element, name);
  }

  condition(element: Element, body: string): void {
    this.modeling.updateProperties(element, { conditionExpression: body ? this.expression(body, element.businessObject) : undefined });
  }

  inDefinition(element: Element, definition: BusinessObject, properties: Record<string, unknown>): void {
    this.modeling.updateModdleProperties(element, definition, properties);
  }

  expression(body: string, parent: BusinessObject): BusinessObject {
    const made = this.factory.create("bpmn:FormalExpression", { body });
    made.$parent = parent;
    return made;
  }

  explanation(element: Element, text: string): void {
    const made = text ? [this.factory.create("bpmn:Documentation", { text })] : [];
    for (const one of made) one.$parent = element.businessObject;
    this.modeling.updateProperties(element, { documentation: made });
  }

  /** The drawing's message of that name; one is made where there is none. */
  message(element: Element, definition: BusinessObject, name: string): void {
    const definitions = rootOf(element.businessObject);
    const roots = definitions.get("rootElements") as BusinessObject[];
    let message = roots.find((root) => root.$type === "bpmn:Message" && root.name === name);
    if (!message && name) {
      message = this.factory.create("bpmn:Message", { name });
      message.$parent = definitions;
      roots.push(message);
    }

    this.inDefinition(element, definition, { messageRef: message });
  }
}

function rootOf(object: BusinessObject): BusinessObject {
  return object.$parent ? rootOf(object.$parent) : object;
}
