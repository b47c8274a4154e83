import { button, h } from "../dom/h";
import type { Drawing } from "../modeler/Drawing";
import type { Shape } from "../modeler/types";
import { say } from "../words/say";
import { download } from "./download";
import { keyHelp } from "./keys";
import { inPixels, print, type Cut } from "./picture";

/** What can be done with the drawing as a whole. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly undo = button(say("Angre", "Angre"), () => this.drawing.commands.undo(), { variant: "tertiary", keys: "Control+Z" });
  private readonly redo = button(say("Gjør om", "Gjer om"), () => this.drawing.commands.redo(), { variant: "tertiary", keys: "Control+Y" });
  private readonly keys = keyHelp();

  constructor(private readonly drawing: Drawing, private readonly name: string, private readonly file: string, private readonly report: (sentence: string) => void) {
    this.element = h("div", { class: "designer-tools", role: "group", "aria-label": say("Verktøy", "Verktøy") },
      this.undo, this.redo,
      h("span", { class: "designer-gap" }),
      this.icon("−", say("Zoom ut", "Zoom ut"), () => this.zoom(1 / 1.25)),
      this.icon("+", say("Zoom inn", "Zoom inn"), () => this.zoom(1.25)),
      button(say("Vis alt", "Vis alt"), () => this.drawing.canvas.zoom("fit-viewport", "auto"), { variant: "tertiary" }),
      h("span", { class: "designer-gap" }),
      button(say("Søk", "Søk"), () => this.search(), { variant: "tertiary", keys: "Control+F" }),
      button(say("Oversikt", "Oversikt"), () => drawing.get<{ toggle(): void }>("minimap").toggle(), { variant: "tertiary" }),
      this.exports(),
      button(say("Hurtigtaster", "Snøggtastar"), () => this.keys.showModal(), { variant: "tertiary" }),
      this.keys);
    drawing.on("commandStack.changed", () => this.update());
    this.update();
  }

  private update(): void {
    for (const [control, can] of [[this.undo, this.drawing.commands.canUndo()], [this.redo, this.drawing.commands.canRedo()]] as const) control.toggleAttribute("disabled", !can);
  }

  /** A click anywhere closes the search, so it opens when this one is over. */
  private search(): void {
    const pad = this.drawing.get<{ isOpen(): boolean; open(): void }>("searchPad");
    if (!pad.isOpen()) setTimeout(() => pad.open());
  }

  private icon(sign: string, label: string, press: () => void): HTMLButtonElement {
    const made = button(sign, press, { variant: "tertiary", title: label });
    made.setAttribute("aria-label", label);
    made.classList.add("designer-sign");
    return made;
  }

  private zoom(by: number): void {
    const canvas = this.drawing.canvas;
    canvas.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * by)));
  }

  private exports(): HTMLElement {
    const menu: HTMLDetailsElement = h("details", { class: "designer-menu" },
      h("summary", { class: "ds-button", "data-variant": "tertiary", "data-size": "sm" }, say("Ta ut", "Ta ut")),
      h("ul", {},
        ...[
          button(say("BPMN-fil", "BPMN-fil"), () => this.take(async () => download(this.file, "application/xml", await this.drawing.xml())), { variant: "tertiary" }),
          button(say("Bilde (SVG)", "Bilete (SVG)"), () => this.take(async () => download(this.named("svg"), "image/svg+xml", await this.drawing.svg())), { variant: "tertiary" }),
          button(say("Bilde (PNG)", "Bilete (PNG)"), () => this.take(async () => download(this.named("png"), "image/png", await inPixels(await this.drawing.svg()))), { variant: "tertiary" }),
          button(say("Skriv ut", "Skriv ut"), () => this.take(async () => print(await this.drawing.svg(), this.name, this.phases())), { variant: "tertiary" }),
        ].map((choice) => h("li", {}, choice))));
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
    });
    return menu;
  }

  private async take(act: () => Promise<void>): Promise<void> {
    this.element.querySelector("details")!.open = false;
    try {
      await act();
    } catch {
      this.report(say("Det gikk ikke. Ta ut BPMN-filen i stedet, eller prøv igjen.", "Det gjekk ikkje. Ta ut BPMN-fila i staden, eller prøv igjen."));
    }
  }

  private phases(): Cut[] {
    const phases = this.drawing.registry.filter((element) => !!element.businessObject.get?.("lms:phase") && element.type !== "label") as Shape[];
    return phases.map(({ x, y, width, height, businessObject }) => ({ name: say(businessObject.name ?? "", businessObject.get("lms:nameNn") ?? businessObject.name ?? ""), x, y, width, height }));
  }

  private named(ending: string): string {
    return this.file.replace(/\.bpmn$/, `.${ending}`);
  }
}
