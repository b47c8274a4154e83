import { NotAtHand, type Part } from "../lms/Fragments";
import { Parts } from "../lms/Parts";
import type { EventBus, Shape } from "../modeler/types";
import type { Hints } from "./Adapting";
import { say } from "../words/say";

type Create = { start(event: Event, part: Shape | Part, context?: object): void };
type Tool = Record<string, (event: Event) => void>;
type Entry = { group: string; html?: string; className?: string; title?: string; separator?: boolean; action?: object };

/** What is offered to draw with: only what the engine runs, our own first, each with its name. */
export class Palette {
  static $inject = ["palette", "create", "lmsParts", "spaceTool", "lassoTool", "handTool", "globalConnect", "eventBus"];

  private static readonly Noticeable = 300;

  constructor(
    palette: { registerProvider(provider: unknown): void }, private readonly create: Create, private readonly parts: Parts,
    private readonly space: Tool, private readonly lasso: Tool, private readonly hand: Tool, private readonly connect: Tool, private readonly events: EventBus,
  ) {
    palette.registerProvider(this);
  }

  getPaletteEntries(): Record<string, Entry> {
    const { parts } = this;
    return {
      "lms.phase": this.offer("lms", "bpmn-icon-subprocess-expanded", say("Fase", "Fase"), say("Neste fase som mangler, med oppgaver, godkjenning og port", "Neste fase som manglar, med oppgåver, godkjenning og port"), () => parts.phase(), { chain: true }),
      "lms.task": this.offer("lms", "bpmn-icon-user-task", say("Oppgave", "Oppgåve"), say("En oppgave noen gjør", "Ei oppgåve nokon gjer"), () => parts.task(), { adapt: true }),
      "lms.document": this.offer("lms", "bpmn-icon-data-object", say("Dokument", "Dokument"), say("Et dokument begge sider skriver sammen", "Eit dokument begge sider skriv saman"), () => parts.document(), { adapt: true }),
      "lms.meeting": this.offer("lms", "bpmn-icon-participant", say("Felles møte", "Felles møte"), say("Et møte med begge sider", "Eit møte med begge sider"), () => parts.meeting(), { adapt: true }),
      "lms.sign-off": this.offer("lms", "bpmn-icon-manual-task", say("Godkjenning (begge parter)", "Godkjenning (begge partar)"), say("Begge sider godkjenner den samme låste teksten", "Begge sider godkjenner den same låste teksten"), () => parts.signing(), { signings: () => parts.signings() }),
      "lms.decision": this.offer("lms", "bpmn-icon-business-rule-task", say("Lederbeslutning", "Leiaravgjerd"), say("Noe lederen avgjør", "Noko leiaren avgjer"), () => parts.decision(), { adapt: true }),
      "lms.deadline": this.offer("lms", "bpmn-icon-intermediate-event-catch-non-interrupting-timer", say("Frist / påminnelse", "Frist / påminning"), say("Slipp den på kanten av en oppgave", "Slepp han på kanten av ei oppgåve"), () => parts.deadline(), { follow: true }),
      "lms-separator": { group: "lms", separator: true },
      "create.start": this.offer("bpmn", "bpmn-icon-start-event-none", say("Start", "Start"), say("Der det begynner", "Der det byrjar"), () => parts.plain("bpmn:StartEvent", "start", { nb: "Start", nn: "Start" })),
      "create.end": this.offer("bpmn", "bpmn-icon-end-event-none", say("Slutt", "Slutt"), say("Der det er ferdig", "Der det er ferdig"), () => parts.end()),
      "create.choice": this.offer("bpmn", "bpmn-icon-gateway-xor", say("Valg", "Val"), say("Én av veiene, etter vilkår", "Éin av vegane, etter vilkår"), () => parts.plain("bpmn:ExclusiveGateway", "valg")),
      "create.parallel": this.offer("bpmn", "bpmn-icon-gateway-parallel", say("Samtidig", "Samtidig"), say("Alle veiene på en gang", "Alle vegane på éin gong"), () => parts.plain("bpmn:ParallelGateway", "samtidig")),
      "create.scope": this.offer("bpmn", "bpmn-icon-subprocess-expanded", say("Delprosess", "Delprosess"), say("Flere steg som hører sammen", "Fleire steg som høyrer saman"), () => parts.scope()),
      "bpmn-separator": { group: "bpmn", separator: true },
      "hand-tool": this.tool("bpmn-icon-hand-tool", say("Flytt utsnittet", "Flytt utsnittet"), (event) => this.hand.activateHand(event)),
      "lasso-tool": this.tool("bpmn-icon-lasso-tool", say("Merk flere", "Merk fleire"), (event) => this.lasso.activateSelection(event)),
      "space-tool": this.tool("bpmn-icon-space-tool", say("Lag plass", "Lag plass"), (event) => this.space.activateSelection(event)),
      "global-connect-tool": this.tool("bpmn-icon-connection-multi", say("Tegn flyt", "Teikn flyt"), (event) => this.connect.start(event)),
    };
  }

  private offer(group: string, icon: string, name: string, title: string, make: () => Shape | Part | Promise<Part>, { signings, ...hints }: Omit<Hints, "signings"> & { signings?: () => Promise<Map<string, Part>> } = {}): Entry {
    const start = async (event: Event): Promise<void> => {
      const asked = await this.atHand(async () => ({ part: await make(), signings: await signings?.() }));
      if (!asked) return;
      const { part } = asked;
      const lms = { ...hints, signings: asked.signings };
      this.create.start(event, part, { hints: { lms, autoSelect: Array.isArray(part) ? [part[0]] : undefined } });
    };
    return { group, html: entryOf(icon, name), title: `${name}: ${title}`, action: { dragstart: start, click: start } };
  }

  /** Phases and sign-offs are fetched. Who has to wait is told so, and who has no connection is told what to do. */
  private async atHand<T>(make: () => Promise<T>): Promise<T | undefined> {
    const slow = window.setTimeout(() => this.events.fire("lms.awaited", { sentence: say("Henter det du valgte …", "Hentar det du valde …") }), Palette.Noticeable);
    try {
      return await make();
    } catch (failure) {
      if (!(failure instanceof NotAtHand)) throw failure;
      const sentence = say(
        "Faser og godkjenninger kunne ikke hentes, for forbindelsen er borte. Prøv igjen når den er tilbake. Det andre i paletten virker, og det du tegner blir tatt vare på.",
        "Fasar og godkjenningar kunne ikkje hentast, for sambandet er borte. Prøv igjen når det er tilbake. Det andre i paletten verkar, og det du teiknar blir teke vare på.");
      this.events.fire("lms.told", { sentence });
      return undefined;
    } finally {
      clearTimeout(slow);
      this.events.fire("lms.awaited", { sentence: "" });
    }
  }

  private tool(icon: string, name: string, use: (event: Event) => void): Entry {
    return { group: "tools", html: entryOf(icon, name), title: name, action: { click: use } };
  }
}

const entryOf = (icon: string, name: string): string => `<div class="entry designer-entry" draggable="true"><span class="${icon}" aria-hidden="true"></span><span>${name}</span></div>`;
