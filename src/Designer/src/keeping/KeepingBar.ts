import { button, h } from "../dom/h";
import { download } from "../toolbar/download";
import { say } from "../words/say";
import type { DraftKeeper, Keeping } from "./DraftKeeper";

/** Says how it is with the saving, and asks when somebody else saved first. */
export class KeepingBar {
  readonly line = h("p", { class: "designer-saved", role: "status", "aria-live": "polite" });
  readonly notice = h("div", { class: "designer-notice" });

  constructor(private readonly keeper: DraftKeeper, private readonly file: string, private readonly use: (xml: string) => Promise<void>, private readonly drafts: string) {
    keeper.onChange((state) => this.show(state));
  }

  private show(state: Keeping): void {
    this.line.textContent = lineOf(state);
    this.line.dataset.state = state.kind;
    if (state.kind === "conflict") this.ask(state);
    else if (this.notice.dataset.about === "conflict") this.clear();
  }

  private ask(state: Extract<Keeping, { kind: "conflict" }>): void {
    if (this.notice.dataset.about === "conflict") return;
    this.notice.dataset.about = "conflict";
    const changes = state.changes ?? [];
    this.notice.replaceChildren(
      h("div", { class: "message message--warn", role: "alert" },
        h("h2", {}, say("Noen andre har lagret utkastet mens du tegnet", "Nokon andre har lagra utkastet medan du teikna")),
        h("p", {}, say("Ingenting er borte. Tegningen din er her og i nettleseren. Velg hva som skal skje med den.", "Ingenting er borte. Teikninga di er her og i nettlesaren. Vel kva som skal skje med henne.")),
        changes.length > 0 && h("p", {}, say("Dette endret de:", "Dette endra dei:")),
        changes.length > 0 && h("ul", {}, ...changes.map((change) => h("li", {}, say(change.nb, change.nn)))),
        h("div", { class: "row" },
          button(say("Lagre min over deres", "Lagre mi over deira"), () => void this.keeper.saveOver(), { variant: "primary" }),
          button(say("Bruk deres", "Bruk deira"), () => void this.theirs()),
          button(say("Lagre min som eget utkast", "Lagre mi som eige utkast"), () => void this.aside()),
          button(say("Last ned min", "Last ned mi"), () => download(this.file, "application/xml", this.keeper.drawing), { variant: "tertiary" }))),
    );
  }

  private async theirs(): Promise<void> {
    const mine = this.keeper.drawing;
    const xml = await this.keeper.takeTheirs();
    if (xml === undefined) return;
    await this.use(xml);
    this.offerBack(mine, say("Du ser nå det de andre lagret. Tegningen din er lagt til side.", "Du ser no det dei andre lagra. Teikninga di er lagd til side."));
  }

  /** What was set aside can be fetched back, in this session and the next. */
  offerBack(mine: string, sentence: string, forget: () => void = () => undefined): void {
    this.notice.dataset.about = "aside";
    this.notice.replaceChildren(
      h("div", { class: "message message--info", role: "status" },
        h("p", {}, sentence),
        h("div", { class: "row" },
          button(say("Hent min fram igjen", "Hent mi fram att"), () => void this.use(mine).then(() => this.keeper.changed(mine)).then(() => this.clear(forget))),
          button(say("Last ned min", "Last ned mi"), () => download(this.file, "application/xml", mine)),
          button(say("Lukk", "Lukk"), () => this.clear(forget), { variant: "tertiary" }))),
    );
  }

  /** What is waited for, on the line itself: nothing on the page moves. An empty sentence when it has come. */
  await(sentence: string): void {
    this.line.textContent = sentence || lineOf(this.keeper.state);
  }

  /** Something the person should know, but need not answer. What must be answered stays until it is. */
  tell(sentence: string): void {
    if (this.notice.dataset.about === "conflict") return;
    this.notice.dataset.about = "told";
    this.notice.replaceChildren(h("div", { class: "message message--info", role: "status" }, h("p", {}, sentence), button(say("Lukk", "Lukk"), () => this.clear(), { variant: "tertiary" })));
  }

  private async aside(): Promise<void> {
    const draft = await this.keeper.saveAside();
    if (draft !== undefined) location.assign(`${this.drafts}/${draft}/tegning`);
  }

  private clear(then: () => void = () => undefined): void {
    delete this.notice.dataset.about;
    this.notice.replaceChildren();
    then();
  }
}

function lineOf(state: Keeping): string {
  switch (state.kind) {
    case "saved":
      return state.at ? say(`Lagret kl. ${clock(state.at)} (lagring ${state.revision})`, `Lagra kl. ${clock(state.at)} (lagring ${state.revision})`) : say(`Lagret (lagring ${state.revision})`, `Lagra (lagring ${state.revision})`);
    case "changed":
      return say("Endret, lagres straks", "Endra, blir lagra straks");
    case "saving":
      return say("Lagrer …", "Lagrar …");
    case "away":
      return state.keptHere
        ? say("Uten forbindelse. Alt er tatt vare på i nettleseren og lagres når forbindelsen er tilbake.", "Utan samband. Alt er teke vare på i nettlesaren og blir lagra når sambandet er tilbake.")
        : say("Uten forbindelse, og nettleseren er full. Last ned tegningen før du lukker siden.", "Utan samband, og nettlesaren er full. Last ned teikninga før du lukkar sida.");
    case "conflict":
      return say("Ikke lagret: noen andre lagret først", "Ikkje lagra: nokon andre lagra først");
    case "signedOut":
      return say("Du er logget ut. Tegningen er tatt vare på i nettleseren. Logg inn i en ny fane, og kom tilbake hit.", "Du er logga ut. Teikninga er teken vare på i nettlesaren. Logg inn i ei ny fane, og kom tilbake hit.");
    case "refused":
      return say(`Ikke lagret. ${state.problem.reasons[0]?.nb ?? ""}`, `Ikkje lagra. ${state.problem.reasons[0]?.nn ?? ""}`);
  }
}

const clock = (at: Date): string => `${String(at.getHours()).padStart(2, "0")}.${String(at.getMinutes()).padStart(2, "0")}`;
