import type { Variable } from "../server/answers";

/** One line of a condition: a field, how it is compared, and with what. */
export type Term = { name: string; comparison: Comparison; value: string };

export type Comparison = "is" | "isNot" | "=" | "!=" | "<" | "<=" | ">" | ">=";

export type Condition = { joint: "and" | "or"; terms: Term[] };

const name = String.raw`[A-Za-z_][\w]*(?:\.[A-Za-z_][\w]*)*`;
const literal = String.raw`"[^"\\]*"|-?\d+(?:\.\d+)?|date\("\d{4}-\d{2}-\d{2}"\)|true|false`;
const plain = new RegExp(`^(${name})$`);
const negated = new RegExp(`^not\\(\\s*(${name})\\s*\\)$`);
const compared = new RegExp(`^(${name})\\s*(!=|<=|>=|=|<|>)\\s*(${literal})$`);

/** The rows a condition is; nothing when it is more than rows joined by one word can say. */
export function readCondition(text: string, variables: readonly Variable[]): Condition | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return { joint: "and", terms: [] };
  const joints = ["and", "or"].filter((joint) => splitBy(trimmed, joint).length > 1);
  if (joints.length > 1) return undefined;
  const joint = (joints[0] ?? "and") as Condition["joint"];
  const terms = splitBy(trimmed, joint).map((part) => readTerm(part.trim(), variables));
  return terms.every((term) => term !== undefined) ? { joint, terms: terms as Term[] } : undefined;
}

export function writeCondition({ joint, terms }: Condition): string {
  return terms.map(writeTerm).join(` ${joint} `);
}

function readTerm(text: string, variables: readonly Variable[]): Term | undefined {
  const known = (candidate: string, boolean: boolean) => variables.some((variable) => variable.name === candidate && (variable.type === "Boolean") === boolean);
  const [, bare] = plain.exec(text) ?? [];
  if (bare) return known(bare, true) ? { name: bare, comparison: "is", value: "" } : undefined;
  const [, not] = negated.exec(text) ?? [];
  if (not) return known(not, true) ? { name: not, comparison: "isNot", value: "" } : undefined;
  const [, left, sign, right] = compared.exec(text) ?? [];
  return left && known(left, false) ? { name: left, comparison: sign as Comparison, value: right } : undefined;
}

function writeTerm({ name: variable, comparison, value }: Term): string {
  if (comparison === "is") return variable;
  return comparison === "isNot" ? `not(${variable})` : `${variable} ${comparison} ${value}`;
}

/** Splits at a word that stands outside quotes and parentheses. */
function splitBy(text: string, word: string): string[] {
  const parts: string[] = [];
  let [depth, quoted, from] = [0, false, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (depth === 0 && text.startsWith(word, at) && /\s|\)/.test(text[at - 1] ?? "") && /\s|\(/.test(text[at + word.length] ?? "")) {
      parts.push(text.slice(from, at));
      from = at + word.length;
    }
  }

  return [...parts, text.slice(from)];
}
