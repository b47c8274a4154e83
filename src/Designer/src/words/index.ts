import { bpmnWords } from "./bpmn";
import { isNynorsk } from "./say";

function translate(template: string, replacements: Record<string, string> = {}): string {
  const pair = bpmnWords[template];
  return (pair ? pair[isNynorsk ? 1 : 0] : template).replace(/{([^}]+)}/g, (_, name: string) => replacements[name] ?? `{${name}}`);
}

/** bpmn-js in our own words. */
export const wordsModule = { translate: ["value", translate] };
