type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** An element with attributes and children. What begins with `on` is listened to; what is false or missing is left out. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return element;
}

let last = 0;

/** An id nobody else has, for labels and descriptions. */
export const unique = (prefix: string): string => `${prefix}-${++last}`;

type ButtonOptions = { variant?: "primary" | "secondary" | "tertiary"; danger?: boolean; title?: string; keys?: string };

export function button(label: string, press: () => void, { variant = "secondary", danger = false, title, keys }: ButtonOptions = {}): HTMLButtonElement {
  return h("button", { type: "button", class: "ds-button", "data-variant": variant, "data-size": "sm", "data-color": danger && "danger", title, "aria-keyshortcuts": keys, onclick: press }, label);
}
