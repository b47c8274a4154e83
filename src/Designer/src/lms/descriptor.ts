/** Our own attributes, so that they are copied, changed and written as the drawing's own. The engine's reader says which belong where. */
const attribute = (name: string) => ({ name, isAttr: true, type: "String" });

export const lmsDescriptor = {
  name: "LmsWorkflow",
  uri: "urn:lmsworkflow:bpmn:1",
  prefix: "lms",
  xml: { tagAlias: "lowerCase" },
  associations: [],
  types: [
    { name: "Named", extends: ["bpmn:BaseElement"], properties: [attribute("nameNn")] },
    { name: "Process", extends: ["bpmn:Process"], properties: [attribute("version"), attribute("flow")] },
    { name: "Laned", extends: ["bpmn:Lane"], properties: [attribute("role")] },
    {
      name: "Work",
      extends: ["bpmn:UserTask"],
      properties: ["kind", "documents", "role", "due", "dueWorkingDays", "gate", "sides", "done"].map(attribute),
    },
    { name: "Act", extends: ["bpmn:ServiceTask"], properties: [attribute("action"), attribute("gate")] },
    { name: "Phased", extends: ["bpmn:SubProcess"], properties: [attribute("phase")] },
    { name: "Called", extends: ["bpmn:CallActivity"], properties: [attribute("phase"), attribute("binding")] },
    { name: "Waiting", extends: ["bpmn:CatchEvent"], properties: [attribute("workingDays")] },
  ],
};
