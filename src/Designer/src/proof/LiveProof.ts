import type { Verification } from "../server/answers";
import type { Server } from "../server/Server";

export type Judgement = { kind: "asking" } | { kind: "away" } | { kind: "told"; xml: string; verification: Verification };

/** Asks about the drawing as it is now. One question at a time; what has been drawn over meanwhile is not waited for. */
export class LiveProof {
  private readonly listeners: ((judgement: Judgement) => void)[] = [];
  private asked?: AbortController;
  private retry?: number;

  constructor(private readonly server: Server) {}

  onJudged(listener: (judgement: Judgement) => void): void {
    this.listeners.push(listener);
  }

  async ask(xml: string): Promise<void> {
    this.asked?.abort();
    clearTimeout(this.retry);
    const asked = (this.asked = new AbortController());
    this.tell({ kind: "asking" });
    const answer = await this.server.verify(xml, asked.signal);
    if (asked.signal.aborted) return;
    if (answer.kind === "done") return this.tell({ kind: "told", xml, verification: answer.value });
    this.tell({ kind: "away" });
    this.retry = window.setTimeout(() => void this.ask(xml), 5_000);
  }

  private tell(judgement: Judgement): void {
    for (const listener of this.listeners) listener(judgement);
  }
}
