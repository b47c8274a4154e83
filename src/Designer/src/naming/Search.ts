import BpmnSearchProvider from "bpmn-js/lib/features/search/BpmnSearchProvider";
import { getLabel } from "bpmn-js/lib/util/LabelUtil";
import type { Element } from "../modeler/types";
import { say } from "../words/say";

type Token = { match?: string; value?: string };
type Found = { element: Element; primaryTokens: Token[]; secondaryTokens: Token[] };

/** What has a name, each with the phase it is in: the same step may be drawn at several gates. */
export class Search extends (BpmnSearchProvider as any) {
  static $inject = (BpmnSearchProvider as unknown as { $inject: string[] }).$inject;

  find(pattern: string): Found[] {
    return (super.find(pattern) as Found[]).filter(({ element }) => getLabel(element as never)).map((found) => ({ ...found, secondaryTokens: [{ value: placeOf(found.element) }] }));
  }
}

function placeOf(element: Element): string {
  for (let at = element.parent; at; at = at.parent) if (at.businessObject?.get?.("lms:phase")) return say(`i ${at.businessObject.name}`, `i ${at.businessObject.get("lms:nameNn") ?? at.businessObject.name}`);
  return "";
}
