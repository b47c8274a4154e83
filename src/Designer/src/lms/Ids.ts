import type { BusinessObject, ElementRegistry } from "../modeler/types";

type Known = { assigned(id: string): BusinessObject | false };

/** Ids people can read: the word itself where nothing has it, else with a number. */
export class Ids {
  static $inject = ["moddle", "elementRegistry"];

  private readonly known: Known;

  constructor(moddle: { ids: Known }, private readonly registry: ElementRegistry) {
    this.known = moddle.ids;
  }

  /** @param taken by what is made together with it, and not in the drawing yet */
  free(id: string, taken = new Set<string>()): string {
    const isFree = (candidate: string): boolean => !this.isInTheDrawing(candidate) && !taken.has(candidate);
    let free = id;
    for (let number = 2; !isFree(free); number++) free = `${id}_${number}`;
    taken.add(free);
    return free;
  }

  /** What was picked up and let go again has an id, but no place. */
  private isInTheDrawing(id: string): boolean {
    const known = this.known.assigned(id);
    return !!this.registry.get(id) || (!!known && !!known.$parent);
  }
}
