import LabelEditingProvider from "bpmn-js/lib/features/label-editing/LabelEditingProvider";
import { getLabel } from "bpmn-js/lib/util/LabelUtil";
import type { Element } from "../modeler/types";

/** A name that was opened for writing and left as it was is no change: there is nothing to save, and nothing to undo. */
export class Naming extends (LabelEditingProvider as any) {
  static $inject = (LabelEditingProvider as unknown as { $inject: string[] }).$inject;

  update(element: Element, name: string, shown: string, bounds: object): void {
    if (name !== (getLabel(element as never) ?? "")) super.update(element, name, shown, bounds);
  }
}
