import { h, unique } from "../dom/h";
import type { Keeping } from "../keeping/DraftKeeper";
import type { Verification } from "../server/answers";
import { say } from "../words/say";
import type { Judgement } from "./LiveProof";

/** The way to publishing: open only while nothing is wrong and all is saved; otherwise it says why not. */
export class Publishing {
  readonly element: HTMLElement;
  private readonly reason = h("p", { class: "designer-reason", id: unique("designer-reason") });
  private readonly link: HTMLAnchorElement;
  private judged?: Verification;
  private isJudging = true;
  private keeping: Keeping["kind"] = "saved";

  constructor(private readonly draftPage: string, private readonly isOpen: boolean) {
    this.link = h("a", { class: "ds-button", "data-size": "sm", role: "link", "aria-describedby": this.reason.id }, say("Publiser …", "Publiser …"));
    this.element = h("div", { class: "designer-publish" }, this.link, this.reason);
    this.update();
  }

  judge(judgement: Judgement): void {
    this.isJudging = judgement.kind !== "told";
    if (judgement.kind === "told") this.judged = judgement.verification;
    this.update();
  }

  kept(state: Keeping): void {
    this.keeping = state.kind;
    this.update();
  }

  private update(): void {
    const why = this.whyNot();
    this.reason.textContent = why ?? "";
    this.link.toggleAttribute("data-off", why !== undefined);
    if (why === undefined) this.link.href = `${this.draftPage}#publisering`;
    else this.link.removeAttribute("href");
    this.link.setAttribute("aria-disabled", String(why !== undefined));
    this.link.tabIndex = 0;
  }

  private whyNot(): string | undefined {
    if (!this.isOpen) return say("Utkastet er ikke åpent lenger.", "Utkastet er ikkje ope lenger.");
    if (!this.judged) return say("Tegningen kontrolleres.", "Teikninga blir kontrollert.");
    if (!this.judged.mayBePublished) return say("Kan ikke publiseres før feilene er rettet.", "Kan ikkje publiserast før feila er retta.");
    if (this.isJudging) return say("Tegningen kontrolleres.", "Teikninga blir kontrollert.");
    return this.keeping === "saved" ? undefined : say("Kan publiseres når tegningen er lagret.", "Kan publiserast når teikninga er lagra.");
  }
}
