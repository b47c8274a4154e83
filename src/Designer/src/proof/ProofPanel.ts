import { button, h, unique } from "../dom/h";
import type { Drawing } from "../modeler/Drawing";
import type { Finding, Mend, Verification } from "../server/answers";
import { say, told, type Words } from "../words/say";
import type { Judgement } from "./LiveProof";
import { PathPlayer } from "./PathPlayer";

/** The calm panel: both sides are secured on all paths, or what is in the way and where. */
export class ProofPanel {
  private static readonly AtOnce = 6;

  readonly element: HTMLElement;
  private readonly verdict = h("p", { class: "designer-verdict", role: "status", "aria-live": "polite" });
  private readonly list = h("div", { class: "stack" });
  private readonly player: PathPlayer;
  private verification?: Verification;

  constructor(drawing: Drawing, private readonly mend: (mend: Mend) => void) {
    this.player = new PathPlayer(drawing);
    const heading = unique("designer-proof");
    this.element = h("section", { class: "designer-proof box", "aria-labelledby": heading, "data-state": "asking" },
      h("h2", { id: heading }, say("Er begge sider sikret?", "Er begge sider sikra?")), this.verdict, this.player.element, this.list);
    drawing.on("commandStack.changed", () => this.player.clear());
    drawing.on("import.done", () => this.player.clear());
  }

  show(judgement: Judgement): void {
    this.element.setAttribute("aria-busy", String(judgement.kind === "asking"));
    if (judgement.kind === "asking") {
      if (!this.verification) this.say(say("Ser på tegningen …", "Ser på teikninga …"), "asking");
      return;
    }
    if (judgement.kind === "away") return this.say(say("Kan ikke kontrollere uten forbindelse. Prøver igjen.", "Kan ikkje kontrollere utan samband. Prøver igjen."), "away");
    this.verification = judgement.verification;
    this.tell(judgement.verification);
  }

  private tell(verification: Verification): void {
    const errors = verification.findings.filter((finding) => finding.severity === "error");
    const advice = verification.findings.filter((finding) => finding.severity !== "error");
    this.say(verdictOf(verification, errors.length), verification.mayBePublished ? "right" : "wrong");
    this.list.replaceChildren(
      errors.length > 0 ? this.listOf(errors) : "",
      verification.weakens ? h("p", { class: "designer-weakens" }, say("Endringen svekker medvirkningen. Den gjelder først når begge sider ved senteret har samtykket.", "Endringa svekkjer medverknaden. Ho gjeld først når begge sider ved senteret har samtykt.")) : "",
      advice.length > 0 ? h("details", { class: "more" }, h("summary", {}, say(`Råd (${advice.length})`, `Råd (${advice.length})`)), this.listOf(advice)) : "",
      changesOf(verification) ?? "",
    );
  }

  private say(sentence: string, state: string): void {
    this.element.dataset.state = state;
    if (this.verdict.textContent !== sentence) this.verdict.textContent = sentence;
  }

  /** The first few at once, the rest behind a fold: fifty sentences help nobody. */
  private listOf(findings: Finding[]): HTMLElement {
    const [first, rest] = [findings.slice(0, ProofPanel.AtOnce), findings.slice(ProofPanel.AtOnce)];
    const list = (some: Finding[]) => h("ul", { class: "designer-findings" }, ...some.map((finding) => this.itemOf(finding)));
    if (rest.length === 0) return list(first);
    return h("div", { class: "stack" }, list(first), h("details", { class: "more" }, h("summary", {}, say(`Vis ${rest.length} til`, `Vis ${rest.length} til`)), list(rest)));
  }

  private itemOf(finding: Finding): HTMLElement {
    const canBeShown = finding.element !== null || finding.path.length > 0;
    return h("li", { "data-check": finding.check },
      canBeShown
        ? h("button", { type: "button", class: "designer-finding", onclick: () => this.player.show(finding.element, finding.path) }, told(finding.message))
        : h("p", {}, told(finding.message)),
      finding.mend && finding.fix && button(mendWords(finding.mend, finding.fix), () => this.mend(finding.mend!), { variant: "secondary" }));
  }
}

/** What a button that mends says. Attributes have names of their own in the panel, so they are not said as the file writes them. */
function mendWords(mend: Mend, fix: Words): string {
  switch (mend.operation === "SetAttribute" ? mend.attribute : undefined) {
    case "lms:sides": return say("La begge sider godkjenne", "La begge sider godkjenne");
    case "lms:role": return say("La begge sider kunne gjøre den", "La begge sider kunne gjere ho");
    case "lms:documents": return say("Ta med dokumentene som mangler", "Ta med dokumenta som manglar");
    default: return told(fix).replace(/\.$/, "");
  }
}

function verdictOf({ mayBePublished, participation }: Verification, errors: number): string {
  if (mayBePublished && participation === true) return say("Brukermedvirkning er sikret på alle veier.", "Brukarmedverknad er sikra på alle vegar.");
  if (mayBePublished) return say("Prosessen kan ikke stå fast. Den har ingen porter, så det er ingenting begge sider skal godkjenne.", "Prosessen kan ikkje stå fast. Han har ingen portar, så det er ingenting begge sider skal godkjenne.");
  const count = errors === 1 ? say("Én ting må rettes", "Éin ting må rettast") : say(`${errors} ting må rettes`, `${errors} ting må rettast`);
  return participation === true
    ? say(`Begge sider er sikret på alle veier. ${count} før det kan publiseres.`, `Begge sider er sikra på alle vegar. ${count} før det kan publiserast.`)
    : say(`${count} før det kan publiseres.`, `${count} før det kan publiserast.`);
}

function changesOf({ changes, against }: Verification): HTMLElement | undefined {
  if (changes.length === 0 || against === 0) return undefined;
  return h("details", { class: "more" },
    h("summary", {}, say(`Endret fra utgave ${against} (${changes.length})`, `Endra frå utgåve ${against} (${changes.length})`)),
    h("ul", {}, ...changes.map((change) => h("li", {}, told(change.sentence), change.weakens && h("span", { class: "tag tag--warn" }, say("Svekker medvirkningen", "Svekkjer medverknaden"))))));
}
