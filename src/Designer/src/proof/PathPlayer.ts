import { button, h } from "../dom/h";
import type { Drawing } from "../modeler/Drawing";
import { is, type Connection, type Element, type Shape } from "../modeler/types";
import { say } from "../words/say";

const here = "is-here";
const passed = "is-passed";
const found = "is-found";

/**
 * Shows in the drawing where a finding is, and walks the path that leads there, step by step. It moves on by itself unless the reader wants less motion; either way each step
 * can be taken by hand, and is said.
 */
export class PathPlayer {
  readonly element = h("div", { class: "designer-path" });
  private static readonly Pace = 1_100;

  private marked: [Element, string][] = [];
  private steps: Element[] = [];
  private at = 0;
  private timer?: number;
  private readonly said = h("p", { class: "designer-step", "aria-live": "polite" });
  private readonly back = button(say("Forrige", "Førre"), () => this.byHand(-1));
  private readonly next = button(say("Neste", "Neste"), () => this.byHand(1));
  private readonly play = button(say("Spill av", "Spel av"), () => this.toggle());

  constructor(private readonly drawing: Drawing) {}

  show(target: string | null, path: string[]): void {
    this.clear();
    const element = target ? this.drawing.registry.get(target) : undefined;
    if (element) this.mark(element, found);
    this.steps = path.map((id) => this.drawing.registry.get(id)).filter((step): step is Element => !!step);
    if (element && this.steps.length > 0 && this.steps[this.steps.length - 1] !== element && !this.steps.includes(element)) this.steps.push(element);
    if (element && this.steps.length === 0) this.drawing.see(element);
    if (this.steps.length === 0) return;
    this.element.append(
      h("h3", {}, say("Slik går det galt", "Slik går det gale")),
      this.said,
      h("div", { class: "designer-steps" }, this.back, this.next, this.play, button(say("Skjul", "Skjul"), () => this.clear(), { variant: "tertiary" })));
    this.go(0);
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) this.start();
  }

  clear(): void {
    this.stop();
    for (const [element, marker] of this.marked) if (this.drawing.registry.get(element.id)) this.drawing.canvas.removeMarker(element, marker);
    this.marked = [];
    this.steps = [];
    this.element.replaceChildren();
  }

  private byHand(by: number): void {
    this.stop();
    this.go(this.at + by);
  }

  private toggle(): void {
    if (this.timer !== undefined) return this.stop();
    if (this.at === this.steps.length - 1) this.go(0);
    this.start();
  }

  private start(): void {
    this.play.textContent = say("Stopp", "Stopp");
    this.timer = window.setInterval(() => (this.at < this.steps.length - 1 ? this.go(this.at + 1) : this.stop()), PathPlayer.Pace);
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.play.textContent = say("Spill av", "Spel av");
  }

  private go(to: number): void {
    this.at = Math.min(Math.max(0, to), this.steps.length - 1);
    this.unmark(here, passed);
    this.steps.slice(0, this.at).forEach((step, i) => {
      this.mark(step, passed);
      const flow = between(step, this.steps[i + 1]);
      if (flow) this.mark(flow, passed);
    });
    const step = this.steps[this.at];
    this.mark(step, here);
    this.drawing.see(step);
    this.said.textContent = say(`Steg ${this.at + 1} av ${this.steps.length}: ${nameOf(step)}`, `Steg ${this.at + 1} av ${this.steps.length}: ${nameOf(step)}`);
    this.back.toggleAttribute("disabled", this.at === 0);
    this.next.toggleAttribute("disabled", this.at === this.steps.length - 1);
  }

  private mark(element: Element, marker: string): void {
    this.drawing.canvas.addMarker(element, marker);
    this.marked.push([element, marker]);
  }

  private unmark(...markers: string[]): void {
    for (const [element, marker] of this.marked) if (markers.includes(marker) && this.drawing.registry.get(element.id)) this.drawing.canvas.removeMarker(element, marker);
    this.marked = this.marked.filter(([, marker]) => !markers.includes(marker));
  }
}

function between(from: Element, to: Element): Connection | undefined {
  return (from as Shape).outgoing?.find((flow) => flow.target === to);
}

/** What an element is called, or what it is when it has no name. */
export function nameOf(element: Element): string {
  const name = String(element.businessObject.get("name") ?? "").trim();
  if (name) return `«${name}»`;
  if (is(element, "bpmn:ParallelGateway")) return say("samtidig-tegnet", "samtidig-teiknet");
  if (is(element, "bpmn:Gateway")) return say("et valg", "eit val");
  if (is(element, "bpmn:SequenceFlow")) return say("en flyt", "ein flyt");
  return element.id;
}
