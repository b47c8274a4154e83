/** A drawing kept in this browser until the server has it. */
export type Kept = { xml: string; basedOn: number; at: number };

/**
 * One place in the browser's own store for each person, draft and tab. It is written at once, so that neither a lost connection nor a browser that dies takes anything with it.
 * A drawing holds no personal data; another person at the same machine is still never shown it.
 */
export class LocalCopy {
  private readonly prefix: string;
  private readonly name: string;
  private readonly asideName: string;

  constructor(person: string, key: string, draft: number) {
    this.prefix = `designer:${person}:${key}:${draft}:`;
    this.name = this.prefix + tab();
    this.asideName = `designer-aside:${person}:${key}:${draft}`;
  }

  /** False when the browser would not keep it. */
  put(kept: Kept): boolean {
    return write(this.name, kept);
  }

  forget(): void {
    localStorage.removeItem(this.name);
  }

  /** What this tab, or one that is gone, did not get saved: the newest of it. */
  unsaved(): Kept | undefined {
    const all = Object.keys(localStorage).filter((name) => name.startsWith(this.prefix)).map((name) => ({ name, kept: read(name) }));
    const newest = all.filter((one) => one.kept).sort((a, b) => b.kept!.at - a.kept!.at)[0];
    if (!newest) return undefined;
    if (newest.name !== this.name) {
      localStorage.removeItem(newest.name);
      this.put(newest.kept!);
    }
    return newest.kept;
  }

  /** Another's drawing was taken instead; this one is kept beside it. */
  putAside(kept: Kept): boolean {
    return write(this.asideName, kept);
  }

  aside(): Kept | undefined {
    return read(this.asideName);
  }

  forgetAside(): void {
    localStorage.removeItem(this.asideName);
  }
}

function tab(): string {
  const name = "designer-tab";
  const known = sessionStorage.getItem(name) ?? crypto.randomUUID?.() ?? `${Date.now()}${Math.random()}`;
  sessionStorage.setItem(name, known);
  return known;
}

function write(name: string, kept: Kept): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function read(name: string): Kept | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(name) ?? "null") as Kept | null;
    return found && typeof found.xml === "string" ? found : undefined;
  } catch {
    return undefined;
  }
}
