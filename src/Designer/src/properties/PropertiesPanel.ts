import { h, unique } from "../dom/h";
import type { Drawing } from "../modeler/Drawing";
import { is, type Element, type Selection } from "../modeler/types";
import { nameOf } from "../proof/PathPlayer";
import type { Vocabulary } from "../server/answers";
import type { Server } from "../server/Server";
import { say } from "../words/say";
import type { Editing } from "./Editing";
import { sectionsOf } from "./sections";

/** What is chosen in the drawing, and what can be said of it. The process itself while nothing is chosen. */
export class PropertiesPanel {
  readonly element: HTMLElement;
  private readonly heading = h("h2", { id: unique("designer-properties") });
  private readonly body = h("div", { class: "stack" });
  private shown?: Element;
  private waiting?: number;
  private pressed = false;

  constructor(private readonly drawing: Drawing, private readonly vocabulary: Vocabulary, private readonly server: Server, private readonly isOpen: boolean) {
    this.element = h("section", { class: "box designer-properties", "aria-labelledby": this.heading.id }, this.heading, this.body);
    this.element.addEventListener("pointerdown", () => (this.pressed = true));
    addEventListener("pointerup", () => this.released());
    addEventListener("pointercancel", () => this.released());
    drawing.on("selection.changed", () => this.show());
    drawing.on("elements.changed", (event: { elements: Element[] }) => this.changed(event.elements));
    drawing.on("import.done", () => this.show());
  }

  private changed(elements: Element[]): void {
    if (this.shown && elements.some((element) => element === this.shown || element.businessObject === this.shown!.businessObject)) this.soon();
  }

  /** Drawn again when the act that changed it is over: a button that is being pressed must still be there when it is let go, and Tab must find the next field. */
  private soon(): void {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => {
      if (!this.pressed) this.show();
    });
  }

  private released(): void {
    if (!this.pressed) return;
    this.pressed = false;
    if (this.waiting !== undefined) this.soon();
  }

  private show(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    const chosen = this.drawing.get<Selection>("selection").get();
    const element = chosen.length === 1 ? (chosen[0].labelTarget ?? chosen[0]) : this.processOf(chosen);
    const [open, focused] = [this.openParts(), this.focused()];
    const isSame = element !== undefined && element === this.shown;
    this.shown = element;
    if (!element) return this.several(chosen.length);
    this.heading.textContent = `${kindOf(element)} ${element.businessObject.get("name") ? nameOf(element) : ""}`.trim();
    const fields = h("fieldset", { class: "fieldset stack", disabled: !this.isOpen }, ...sectionsOf(element, { editing: this.drawing.get<Editing>("lmsEditing"), vocabulary: this.vocabulary, server: this.server }));
    fields.prepend(h("legend", { class: "ds-sr-only" }, say("Egenskaper", "Eigenskapar")));
    this.body.replaceChildren(fields);
    if (!isSame) return;
    for (const part of this.body.querySelectorAll<HTMLDetailsElement>("[data-keep]")) part.open = open.includes(part.dataset.keep!);
    this.controls()[focused]?.focus();
  }

  private several(count: number): void {
    this.heading.textContent = say(`${count} er merket`, `${count} er merkte`);
    this.body.replaceChildren(h("p", { class: "subtle" }, say("Velg ett element for å se og endre det.", "Vel eitt element for å sjå og endre det.")));
  }

  private processOf(chosen: Element[]): Element | undefined {
    const root = this.drawing.canvas.getRootElement();
    return chosen.length === 0 && is(root, "bpmn:Process", "bpmn:SubProcess") ? root : undefined;
  }

  private openParts(): string[] {
    return [...this.body.querySelectorAll<HTMLDetailsElement>("[data-keep][open]")].map((part) => part.dataset.keep!);
  }

  /** A field that is left for the next one redraws the panel; who tabs on must not be thrown out of it. */
  private focused(): number {
    return this.controls().indexOf(document.activeElement as HTMLElement);
  }

  private controls(): HTMLElement[] {
    return [...this.body.querySelectorAll<HTMLElement>("input, select, textarea, button, summary")];
  }
}

const kindNames: [type: string, nb: string, nn: string][] = [
  ["bpmn:Process", "Prosessen", "Prosessen"], ["bpmn:UserTask", "Oppgave", "Oppgåve"], ["bpmn:ServiceTask", "Systemoppgave", "Systemoppgåve"], ["bpmn:Task", "Oppgave uten innhold", "Oppgåve utan innhald"],
  ["bpmn:CallActivity", "Annen prosess", "Annan prosess"], ["bpmn:SubProcess", "Delprosess", "Delprosess"], ["bpmn:StartEvent", "Start", "Start"], ["bpmn:EndEvent", "Slutt", "Slutt"], ["bpmn:BoundaryEvent", "Hendelse", "Hending"],
  ["bpmn:Event", "Hendelse", "Hending"], ["bpmn:ExclusiveGateway", "Valg", "Val"], ["bpmn:ParallelGateway", "Samtidig", "Samtidig"], ["bpmn:Gateway", "Valg", "Val"], ["bpmn:SequenceFlow", "Flyt", "Flyt"], ["bpmn:Lane", "Bane", "Bane"],
  ["bpmn:Participant", "Basseng", "Basseng"], ["bpmn:TextAnnotation", "Merknad", "Merknad"],
];

function kindOf(element: Element): string {
  if (element.businessObject.get("lms:phase")) return say("Fase", "Fase");
  const [, nb, nn] = kindNames.find(([type]) => is(element, type)) ?? ["", "Element", "Element"];
  return say(nb, nn);
}
