import type { Problem } from "../server/answers";
import type { Server } from "../server/Server";
import type { LocalCopy } from "./LocalCopy";

export type Keeping =
  | { kind: "saved"; revision: number; at?: Date }
  | { kind: "changed" | "saving" }
  | { kind: "away"; keptHere: boolean }
  | { kind: "conflict"; revision: number; changes: Problem["changes"] }
  | { kind: "signedOut" }
  | { kind: "refused"; problem: Problem };

/**
 * Sees to it that the server gets each change, and that nothing is lost until it has. Every change is first kept in this browser, then saved after a moment's quiet. What
 * cannot be saved now is tried again; whoever saved in between is never written over unasked.
 */
export class DraftKeeper {
  private static readonly Quiet = 1_500;
  private static readonly Longest = 10_000;
  private static readonly FirstRetry = 2_000;
  private static readonly SlowestRetry = 30_000;

  private readonly listeners: ((state: Keeping) => void)[] = [];
  private saving = false;
  private timer?: number;
  private unsavedSince?: number;
  private retry = DraftKeeper.FirstRetry;

  /** The drawing as it is now, and as the server has it. */
  private now: string;

  state: Keeping;

  constructor(private readonly server: Server, private readonly local: LocalCopy, private saved: string, public revision: number, private readonly isOpen: boolean) {
    this.now = saved;
    this.state = { kind: "saved", revision };
    addEventListener("online", () => this.again());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.again());
  }

  onChange(listener: (state: Keeping) => void): void {
    this.listeners.push(listener);
    listener(this.state);
  }

  get drawing(): string {
    return this.now;
  }

  changed(xml: string): void {
    if (!this.isOpen || xml === this.now) return;
    this.now = xml;
    if (xml === this.saved && this.state.kind !== "conflict") return this.isSaved();
    const keptHere = this.local.put({ xml, basedOn: this.revision, at: Date.now() });
    if (this.state.kind === "conflict" || this.state.kind === "signedOut") return;
    this.unsavedSince ??= Date.now();
    this.tell(this.state.kind === "away" ? { kind: "away", keptHere } : { kind: "changed" });
    const longestLeft = Math.max(0, this.unsavedSince + DraftKeeper.Longest - Date.now());
    this.schedule(this.state.kind === "away" ? this.retry : Math.min(DraftKeeper.Quiet, longestLeft));
  }

  /** Tries to save now, whatever it waited for. */
  again(): void {
    if (this.now !== this.saved && this.state.kind !== "conflict" && this.isOpen) void this.save();
  }

  /** What is here becomes the next revision, on top of what somebody else saved. */
  async saveOver(): Promise<void> {
    if (this.state.kind !== "conflict") return;
    this.revision = this.state.revision;
    await this.save(true);
  }

  async saveAside(): Promise<number | undefined> {
    const answer = await this.server.saveAside(this.now);
    if (answer.kind !== "done") return this.failed(answer, this.now);
    this.local.forget();
    return answer.value.draft;
  }

  /** What somebody else saved is used instead; what was here is kept beside it. */
  async takeTheirs(): Promise<string | undefined> {
    const answer = await this.server.source();
    if (answer.kind !== "done") return void this.failed(answer, this.now);
    this.local.putAside({ xml: this.now, basedOn: this.revision, at: Date.now() });
    this.local.forget();
    this.saved = this.now = answer.value.xml;
    this.revision = answer.value.revision;
    this.isSaved();
    return answer.value.xml;
  }

  private schedule(after: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), after);
  }

  private async save(over = false): Promise<void> {
    if (this.saving || (this.state.kind === "conflict" && !over)) return;
    clearTimeout(this.timer);
    this.saving = true;
    const sent = this.now;
    if (this.state.kind !== "away") this.tell({ kind: "saving" });
    const answer = await this.server.save(sent, this.revision);
    this.saving = false;
    if (answer.kind === "done") return this.accepted(sent, answer.value.revision);
    await this.failed(answer, sent);
  }

  private accepted(sent: string, revision: number): void {
    this.saved = sent;
    this.revision = revision;
    this.retry = DraftKeeper.FirstRetry;
    this.unsavedSince = undefined;
    if (this.now === sent) return this.isSaved(new Date());
    this.local.put({ xml: this.now, basedOn: revision, at: Date.now() });
    this.tell({ kind: "changed" });
    this.schedule(DraftKeeper.Quiet);
  }

  private async failed(answer: Exclude<Awaited<ReturnType<Server["save"]>>, { kind: "done" }>, sent: string): Promise<undefined> {
    if (answer.kind === "away") {
      this.tell({ kind: "away", keptHere: this.local.put({ xml: this.now, basedOn: this.revision, at: Date.now() }) });
      this.schedule(this.retry);
      this.retry = Math.min(this.retry * 2, DraftKeeper.SlowestRetry);
    } else if (answer.problem.code === "DefinitionDraftIsStale") await this.overtaken(answer.problem, sent);
    else if (answer.status === 401) this.tell({ kind: "signedOut" });
    else this.tell({ kind: "refused", problem: answer.problem });
    return undefined;
  }

  /** Somebody saved in between. When it is the very same drawing, it was us: the answer was lost on its way. */
  private async overtaken(problem: Problem, sent: string): Promise<void> {
    const theirs = await this.server.source();
    if (theirs.kind === "done" && theirs.value.xml === sent) return this.accepted(sent, theirs.value.revision);
    this.tell({ kind: "conflict", revision: theirs.kind === "done" ? theirs.value.revision : (problem.version ?? this.revision), changes: problem.changes });
  }

  private isSaved(at?: Date): void {
    clearTimeout(this.timer);
    this.unsavedSince = undefined;
    this.local.forget();
    this.tell({ kind: "saved", revision: this.revision, at });
  }

  private tell(state: Keeping): void {
    this.state = state;
    for (const listener of this.listeners) listener(state);
  }
}
