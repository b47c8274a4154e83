import type { ConditionAnswer, PartOfMethod, Problem, Verification, Vocabulary } from "./answers";

/** What came of asking the server. */
export type Answer<T> = { kind: "done"; value: T } | { kind: "refused"; status: number; problem: Problem } | { kind: "away" };

export type Source = { xml: string; revision: number; isPlacedByUs: boolean };

export type SavedRevision = { draft: number; revision: number };

/** The draft's addresses in `/api/v1`. No connection is an answer, never an exception. */
export class Server {
  constructor(private readonly key: string, readonly draft: number, private token: string) {}

  /** The file, with places for what it says no place of. */
  source(): Promise<Answer<Source>> {
    return this.ask("GET", this.of("/source?places=given"), undefined, async (response): Promise<Source> => ({
      xml: await response.text(), revision: Number(response.headers.get("ETag")?.match(/\d+/)?.[0]), isPlacedByUs: response.headers.get("Places") === "given",
    }));
  }

  /** Saves as the next revision, unless somebody has saved since `basedOn`. */
  async save(xml: string, basedOn: number): Promise<Answer<SavedRevision>> {
    return revisionIn(await this.ask("PUT", this.of(""), { source: inBase64(xml), basedOn }));
  }

  /** Saves as a draft of its own. */
  async saveAside(xml: string): Promise<Answer<SavedRevision>> {
    return revisionIn(await this.ask("POST", `/api/v1/definitions/${this.key}/drafts`, { source: inBase64(xml) }));
  }

  verify(xml: string, signal: AbortSignal): Promise<Answer<Verification>> {
    return this.ask("POST", this.of("/verification"), xml, (response) => response.json(), signal);
  }

  vocabulary(): Promise<Answer<Vocabulary>> {
    return this.ask("GET", this.of("/vocabulary"));
  }

  parts(): Promise<Answer<PartOfMethod[]>> {
    return this.lasting("/parts");
  }

  condition(text: string): Promise<Answer<ConditionAnswer>> {
    return this.ask("POST", this.of("/conditions"), { text });
  }

  /** What the same program always answers: without a connection, the browser's own copy of the last answer is as good. */
  private async lasting<T>(rest: string): Promise<Answer<T>> {
    const answer = await this.ask<T>("GET", this.of(rest));
    if (answer.kind !== "away") return answer;
    try {
      const kept = await fetch(this.of(rest), { cache: "force-cache" });
      return kept.ok ? { kind: "done", value: (await kept.json()) as T } : answer;
    } catch {
      return answer;
    }
  }

  private of(rest: string): string {
    return `/api/v1/definitions/${this.key}/drafts/${this.draft}${rest}`;
  }

  private async ask<T>(
    method: string, path: string, body?: object | string, read: (response: Response) => Promise<unknown> = (response) => response.json(), signal?: AbortSignal, isSecondTry = false,
  ): Promise<Answer<T>> {
    try {
      const response = await fetch(path, { method, signal, body: typeof body === "object" ? JSON.stringify(body) : body, headers: this.headers(method, body) });
      if (response.ok) return { kind: "done", value: (await read(response)) as T };
      if (response.status >= 500) return { kind: "away" };
      const problem = await problemIn(response);
      if (problem.code === "AntiForgery" && !isSecondTry && (await this.renewToken())) return this.ask(method, path, body, read, signal, true);
      return { kind: "refused", status: response.status, problem };
    } catch {
      return { kind: "away" };
    }
  }

  private headers(method: string, body: object | string | undefined): HeadersInit {
    const type: Record<string, string> = body === undefined ? {} : { "content-type": typeof body === "object" ? "application/json" : "application/xml" };
    return method === "GET" ? type : { ...type, RequestVerificationToken: this.token };
  }

  /** The page's token is worth nothing after the server has begun anew, or when the person has signed in again. The page as it is now has one that is. */
  private async renewToken(): Promise<boolean> {
    const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
    const token = page.getElementById("designer")?.dataset.token;
    if (!token || token === this.token) return false;
    this.token = token;
    return true;
  }
}

function revisionIn(answer: Answer<unknown>): Answer<SavedRevision> {
  if (answer.kind !== "done") return answer;
  const { facts } = answer.value as { facts: { number?: number; draft?: number; revision: number }[] };
  return { kind: "done", value: { draft: facts[0].draft ?? facts[0].number ?? 0, revision: facts[0].revision } };
}

async function problemIn(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return { code: `Http${response.status}`, reasons: [] };
  }
}

function inBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(""));
}
