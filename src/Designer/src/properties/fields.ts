import { h, unique } from "../dom/h";
import { say } from "../words/say";

export type Choice = { value: string; label: string; group?: string };

/** A label over its control, with help under the label. */
export function field(label: string, control: HTMLElement, help?: string): HTMLElement {
  control.id ||= unique("designer-field");
  const hint = help ? h("div", { class: "hint", id: `${control.id}-help` }, help) : undefined;
  if (hint) control.setAttribute("aria-describedby", hint.id);
  return h("div", { class: "field" }, h("label", { for: control.id }, label), hint, control);
}

export function text(value: string, commit: (value: string) => void, attributes: Record<string, string | number> = {}): HTMLInputElement {
  const input: HTMLInputElement = h("input", { class: "ds-input", type: "text", value, ...attributes, onchange: () => commit(input.value.trim()) });
  return input;
}

export function area(value: string, commit: (value: string) => void, rows = 3): HTMLTextAreaElement {
  const input: HTMLTextAreaElement = h("textarea", { class: "ds-input", rows, onchange: () => commit(input.value.trim()) });
  input.value = value;
  return input;
}

/** A value that is none of the choices is kept and shown as it is. */
export function select(value: string, choices: readonly Choice[], commit: (value: string) => void, label?: string): HTMLSelectElement {
  const known = choices.some((choice) => choice.value === value);
  const input: HTMLSelectElement = h("select", { class: "ds-input", "aria-label": label, onchange: () => commit(input.value) });
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const choice of known ? choices : [{ value, label: value || say("Velg", "Vel") }, ...choices]) {
    const option = h("option", { value: choice.value }, choice.label);
    if ("group" in choice && choice.group) {
      const group = groups.get(choice.group) ?? h("optgroup", { label: choice.group });
      groups.set(choice.group, group);
      group.append(option);
      if (!group.parentElement) input.append(group);
    } else input.append(option);
  }

  input.value = value;
  return input;
}

export function check(label: string, checked: boolean, commit: (checked: boolean) => void): HTMLElement {
  const input: HTMLInputElement = h("input", { type: "checkbox", class: "ds-input", id: unique("designer-check"), onchange: () => commit(input.checked) });
  input.checked = checked;
  return h("div", { class: "choice" }, input, h("label", { for: input.id }, label));
}

/** Some of a list. What is chosen and not in the list stays chosen. */
export function several(legend: string, chosen: readonly string[], choices: readonly Choice[], commit: (chosen: string[]) => void): HTMLElement {
  return h("fieldset", { class: "fieldset" }, h("legend", {}, legend),
    ...choices.map(({ value, label }) => check(label, chosen.includes(value), (on) => commit(inOrder(on ? [...chosen, value] : chosen.filter((other) => other !== value), choices)))));
}

const inOrder = (chosen: string[], choices: readonly Choice[]): string[] => {
  const order = choices.map((choice) => choice.value);
  return [...new Set(chosen)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
};

/** A number with its unit. Empty: none. */
export function amount(label: string, value: string, unit: string, units: readonly Choice[], commit: (value: string, unit: string) => void, help?: string): HTMLElement {
  const id = unique("designer-amount");
  const which: HTMLSelectElement = select(unit, units, () => number.value && commit(number.value, which.value), say(`${label}: enhet`, `${label}: eining`));
  const number: HTMLInputElement = h("input", { id, class: "ds-input", type: "number", min: 1, max: 2500, step: 1, value, "aria-describedby": help && `${id}-help`, onchange: () => commit(number.value, which.value) });
  return h("div", { class: "field" }, h("label", { for: id }, label), help && h("div", { class: "hint", id: `${id}-help` }, help), h("div", { class: "designer-amount" }, number, which));
}
