import { button, h, unique } from "../dom/h";
import type { Variable, Vocabulary } from "../server/answers";
import type { Server } from "../server/Server";
import { say, told } from "../words/say";
import { readCondition, writeCondition, type Comparison, type Condition, type Term } from "./feel";
import { area, field, select, text, type Choice } from "./fields";

const comparisons = (variable: Variable | undefined): Choice[] => {
  if (!variable || variable.type === "Boolean") return [{ value: "is", label: say("stemmer", "stemmer") }, { value: "isNot", label: say("stemmer ikke", "stemmer ikkje") }];
  const same = [{ value: "=", label: say("er", "er") }, { value: "!=", label: say("er ikke", "er ikkje") }];
  if (variable.type === "String") return same;
  return [...same, { value: "<", label: say("er mindre enn", "er mindre enn") }, { value: "<=", label: say("er høyst", "er høgst") }, { value: ">", label: say("er mer enn", "er meir enn") }, { value: ">=", label: say("er minst", "er minst") }];
};

/**
 * A condition as rows – field, comparison, value, joined by «og» or «eller» – written as FEEL; or as FEEL itself for who wants it. The server checks what is typed and says where
 * it goes wrong.
 */
export class ConditionField {
  readonly element: HTMLElement;
  /** Conditions somebody chose to write as FEEL; the choice outlives the panel being drawn again. */
  private static readonly written = new Set<string>();

  private readonly id = unique("designer-condition");
  private readonly status = h("p", { class: "designer-check-line", id: `${this.id}-status`, "aria-live": "polite" });
  private asFeel: boolean;
  private timer?: number;

  constructor(
    private readonly of: string, private readonly legend: string, private value: string, private readonly empty: string, private readonly vocabulary: Vocabulary, private readonly server: Server,
    private readonly commit: (value: string) => void,
  ) {
    this.asFeel = ConditionField.written.has(of) || readCondition(value, vocabulary.variables) === undefined;
    this.element = h("fieldset", { class: "fieldset designer-condition" });
    this.draw();
  }

  private draw(): void {
    const rows = readCondition(this.value, this.vocabulary.variables);
    this.element.replaceChildren(
      h("legend", {}, this.legend),
      ...(this.asFeel || !rows ? this.feel(rows !== undefined) : this.rows(rows)),
      this.status,
    );
  }

  private rows(condition: Condition): (HTMLElement | string)[] {
    const all = condition.terms.map((term, i) => this.row(condition, term, i));
    const joint = condition.terms.length > 1
      ? select(condition.joint, [{ value: "and", label: say("alt dette stemmer", "alt dette stemmer") }, { value: "or", label: say("minst ett av dette stemmer", "minst eitt av dette stemmer") }], (to) => this.write({ ...condition, joint: to as Condition["joint"] }), say("Hvordan radene hører sammen", "Korleis radene høyrer saman"))
      : "";
    return [
      condition.terms.length === 0 ? h("p", { class: "hint" }, this.empty) : "",
      joint,
      ...all,
      h("div", { class: "row" },
        button(condition.terms.length === 0 ? say("Lag et vilkår", "Lag eit vilkår") : say("Legg til rad", "Legg til rad"), () => this.write({ ...condition, terms: [...condition.terms, this.first()] })),
        button(say("Skriv som FEEL", "Skriv som FEEL"), () => this.turn(true), { variant: "tertiary" })),
    ];
  }

  private row(condition: Condition, term: Term, at: number): HTMLElement {
    const variable = this.vocabulary.variables.find((one) => one.name === term.name);
    const put = (changed: Term | undefined): void => this.write({ ...condition, terms: condition.terms.flatMap((other, i) => (i === at ? (changed ? [changed] : []) : [other])) });
    const remove = button("×", () => put(undefined), { variant: "tertiary", title: say("Ta bort raden", "Ta bort rada") });
    remove.setAttribute("aria-label", say(`Ta bort rad ${at + 1}`, `Ta bort rad ${at + 1}`));
    return h("div", { class: "designer-term", role: "group", "aria-label": say(`Rad ${at + 1}`, `Rad ${at + 1}`) },
      select(term.name, this.fields(), (name) => put(this.termFor(name)), say("Hva", "Kva")),
      select(term.comparison, comparisons(variable), (comparison) => put({ ...term, comparison: comparison as Comparison }), say("Sammenligning", "Samanlikning")),
      variable && variable.type !== "Boolean" ? this.valueOf(variable, term, put) : null,
      remove);
  }

  private valueOf(variable: Variable, term: Term, put: (term: Term) => void): HTMLElement {
    const label = say("Verdi", "Verdi");
    if (variable.values.length > 0) return select(term.value, variable.values.map((value) => ({ value, label: value.replace(/"/g, "") })), (value) => put({ ...term, value }), label);
    if (variable.type === "Date") return text(term.value.replace(/^date\("|"\)$/g, ""), (value) => put({ ...term, value: `date("${value}")` }), { type: "date", "aria-label": label });
    const isText = variable.type === "String";
    return text(isText ? term.value.replace(/^"|"$/g, "") : term.value, (value) => put({ ...term, value: isText ? `"${value.replace(/["\\]/g, "")}"` : value || "0" }), { "aria-label": label, type: isText ? "text" : "number" });
  }

  private fields(): Choice[] {
    return this.vocabulary.variables.map((variable) => ({ value: variable.name, label: capital(told(variable.meaning)), group: this.groupOf(variable.name) }));
  }

  private groupOf(name: string): string {
    const [first, second] = name.split(".");
    if (first === "gate") return this.titled(this.vocabulary.gates.find((gate) => gate.name === second), second);
    if (first === "document") return say("Dokumenter", "Dokument");
    return say("Saken", "Saka");
  }

  private titled(gate: { title: { nb: string; nn: string } } | undefined, name: string): string {
    return gate ? `${name} – ${told(gate.title)}` : name;
  }

  private first(): Term {
    return this.termFor(this.vocabulary.variables.find((variable) => variable.name === "gate.G1.signed")?.name ?? this.vocabulary.variables[0].name);
  }

  private termFor(name: string): Term {
    const variable = this.vocabulary.variables.find((one) => one.name === name);
    if (!variable || variable.type === "Boolean") return { name, comparison: "is", value: "" };
    const value = variable.values[0] ?? (variable.type === "Date" ? `date("${new Date().toISOString().slice(0, 10)}")` : variable.type === "Number" ? "0" : '""');
    return { name, comparison: "=", value };
  }

  private feel(canBeRows: boolean): HTMLElement[] {
    const input = area(this.value, (value) => this.put(value), 3);
    input.classList.add("designer-feel");
    input.spellcheck = false;
    input.setAttribute("aria-errormessage", this.status.id);
    input.addEventListener("input", () => this.checkSoon(input));
    void this.checkNow(input);
    return [
      field(say("FEEL", "FEEL"), input, say("Skrives som i tegningen, for eksempel gate.G1.signed and not(objection.open)", "Blir skrive som i teikninga, til dømes gate.G1.signed and not(objection.open)")),
      canBeRows ? button(say("Vis som rader", "Vis som rader"), () => this.turn(false), { variant: "tertiary" }) : h("p", { class: "hint" }, say("Vilkåret er for sammensatt til å vises som rader.", "Vilkåret er for samansett til å visast som rader.")),
    ];
  }

  private checkSoon(input: HTMLTextAreaElement): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.checkNow(input), 250);
  }

  private async checkNow(input: HTMLTextAreaElement): Promise<void> {
    const asked = input.value.trim();
    if (asked === "") return this.tell("", true, input);
    const answer = await this.server.condition(asked);
    if (answer.kind !== "done" || input.value.trim() !== asked) return;
    const { usable, at, message } = answer.value;
    this.tell(usable ? say("Vilkåret kan brukes.", "Vilkåret kan brukast.") : `${told(message!)} ${say(`(tegn ${at! + 1})`, `(teikn ${at! + 1})`)}`, usable, input);
  }

  private tell(sentence: string, usable: boolean, input: HTMLTextAreaElement): void {
    this.status.textContent = sentence;
    this.status.dataset.usable = String(usable);
    input.setAttribute("aria-invalid", String(!usable));
  }

  private turn(feel: boolean): void {
    this.asFeel = feel;
    if (feel) ConditionField.written.add(this.of);
    else ConditionField.written.delete(this.of);
    this.status.textContent = "";
    this.draw();
    this.element.querySelector<HTMLElement>("textarea, select, button")?.focus();
  }

  private write(condition: Condition): void {
    this.put(writeCondition(condition));
  }

  private put(value: string): void {
    if (value === this.value) return;
    this.value = value;
    this.commit(value);
  }
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
