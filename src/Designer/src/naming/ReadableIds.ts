import BpmnFactory from "bpmn-js/lib/features/modeling/BpmnFactory";
import { is, type BusinessObject } from "../modeler/types";

type Known = { assigned(id: string): unknown; claim(id: string, element: unknown): void };

/** The first that fits. */
const called: [string, string][] = [
  ["bpmn:SubProcess", "del"], ["bpmn:Activity", "oppgave"], ["bpmn:StartEvent", "start"], ["bpmn:EndEvent", "slutt"], ["bpmn:Event", "hendelse"], ["bpmn:ParallelGateway", "samtidig"],
  ["bpmn:Gateway", "valg"], ["bpmn:SequenceFlow", "flyt"], ["bpmn:MessageFlow", "melding"], ["bpmn:TextAnnotation", "merknad"], ["bpmn:Lane", "bane"], ["bpmn:Participant", "deltaker"],
];

/** What is drawn or pasted gets an id people can read in a list of changes: `oppgave_2`, not `Activity_05kuqnb`. */
export class ReadableIds extends (BpmnFactory as any) {
  static $inject = (BpmnFactory as unknown as { $inject: string[] }).$inject;

  _ensureId(element: BusinessObject): void {
    const word = element.id ? undefined : called.find(([type]) => is(element, type))?.[1];
    if (!word) return super._ensureId(element);
    const ids = (this as any)._model.ids as Known;
    let id = word;
    for (let number = 2; ids.assigned(id); number++) id = `${word}_${number}`;
    element.id = id;
    ids.claim(id, element);
  }
}
