import Modeler from "bpmn-js/lib/Modeler";
import minimapModule from "diagram-js-minimap";
import { lmsDescriptor } from "../lms/descriptor";
import { wordsModule } from "../words";
import type { Canvas, CommandStack, Element, ElementRegistry, EventBus } from "./types";

export type Snapshot = (xml: string) => void;

/** The drawing on the screen, and word of each change as the file it would be. */
export class Drawing {
  private readonly modeler: any;
  private readonly listeners: Snapshot[] = [];
  private waiting?: number;

  /** Long enough for one act to end, short enough that nobody loses more than a moment's work. */
  private static readonly Pause = 120;

  private static readonly Readable = 0.5;
  private static readonly Comfortable = 0.8;

  constructor(container: HTMLElement, modules: object[]) {
    this.modeler = new (Modeler as any)({
      container,
      moddleExtensions: { lms: lmsDescriptor },
      additionalModules: [minimapModule, wordsModule, ...modules],
      textRenderer: { defaultStyle: { fontFamily: "Inter, Arial, sans-serif" }, externalStyle: { fontFamily: "Inter, Arial, sans-serif" } },
      minimap: { open: false },
    });
    this.on("commandStack.changed", (event) => {
      if (event.trigger !== "clear") this.soon();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && this.waiting !== undefined) void this.tell();
    });
  }

  get<T>(service: string): T {
    return this.modeler.get(service) as T;
  }

  on(event: string, listener: (event: any) => void): void {
    this.get<EventBus>("eventBus").on(event, listener);
  }

  get registry(): ElementRegistry {
    return this.get("elementRegistry");
  }

  get canvas(): Canvas {
    return this.get("canvas");
  }

  get commands(): CommandStack {
    return this.get("commandStack");
  }

  changed(listener: Snapshot): void {
    this.listeners.push(listener);
  }

  async open(xml: string): Promise<void> {
    await document.fonts.load("12px Inter");
    await this.modeler.importXML(xml);
    this.show();
  }

  /** All of it where it can be read whole, else from the beginning. */
  private show(): void {
    if (this.canvas.zoom("fit-viewport", "auto") >= Drawing.Readable) return;
    const { inner } = this.canvas.viewbox();
    this.canvas.zoom(Drawing.Readable);
    const { width, height } = this.canvas.viewbox();
    this.canvas.viewbox({ x: inner.x - 30, y: inner.y - 30, width, height });
  }

  /** Brings an element into view, large enough to be read. */
  see(element: Element): void {
    const root = this.canvas.findRoot(element);
    if (root && root !== this.canvas.getRootElement()) this.canvas.setRootElement(root);
    if (element === root) return;
    if (this.canvas.zoom() < Drawing.Readable) this.canvas.zoom(Drawing.Comfortable);
    this.canvas.scrollToElement(element, 120);
  }

  /** What stands beside the drawing, not on it. */
  get palette(): HTMLElement | null {
    return this.canvas.getContainer().querySelector(".djs-palette");
  }

  async xml(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  async svg(): Promise<string> {
    return (await this.modeler.saveSVG()).svg;
  }

  private soon(): void {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.tell(), Drawing.Pause);
  }

  private async tell(): Promise<void> {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    const xml = await this.xml();
    for (const listener of this.listeners) listener(xml);
  }
}
