import ContextPadProvider from "bpmn-js/lib/features/context-pad/ContextPadProvider";
import { Parts } from "../lms/Parts";
import { is, type Shape } from "../modeler/types";
import { say } from "../words/say";

type Entry = { group: string; className: string; title: string; action: Record<string, (event: Event, element: Shape) => unknown> };
type Entries = Record<string, Entry>;

const kept = ["replace", "delete", "connect", "append.text-annotation", "lane-insert-above", "lane-insert-below", "lane-divide-two", "lane-divide-three",
  "append.message-intermediate-event", "append.timer-intermediate-event", "append.condition-intermediate-event", "append.signal-intermediate-event"];

/** What stands beside an element that is selected: the same few things everywhere, made as the palette makes them. */
export class ContextPad extends (ContextPadProvider as any) {
  static $inject = [...(ContextPadProvider as unknown as { $inject: string[] }).$inject, "lmsParts"];

  private readonly parts: Parts;

  constructor(...services: unknown[]) {
    super(...services);
    this.parts = services[services.length - 1] as Parts;
  }

  getContextPadEntries(element: Shape): Entries {
    const all = super.getContextPadEntries(element) as Entries;
    const entries: Entries = {};
    if (all["append.append-task"]) {
      entries["append.task"] = this.append("bpmn-icon-user-task", say("Legg til oppgave", "Legg til oppgåve"), () => this.parts.task());
      entries["append.choice"] = this.append("bpmn-icon-gateway-xor", say("Legg til valg", "Legg til val"), () => this.parts.plain("bpmn:ExclusiveGateway", "valg"));
      entries["append.end"] = this.append("bpmn-icon-end-event-none", say("Legg til slutt", "Legg til slutt"), () => this.parts.end());
    }

    for (const [name, entry] of Object.entries(all)) if (kept.includes(name) && !(name === "replace" && is(element, "bpmn:Participant", "bpmn:Lane"))) entries[name] = entry;
    return entries;
  }

  private append(className: string, title: string, make: () => Shape): Entry {
    const drag = (event: Event, source: Shape): void => (this as any)._create.start(event, make(), { source });
    return { group: "model", className, title, action: { dragstart: drag, click: (_: Event, source: Shape) => (this as any)._autoPlace.append(source, make()) } };
  }
}
