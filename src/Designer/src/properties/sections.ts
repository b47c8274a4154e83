import { h } from "../dom/h";
import { is, type BusinessObject, type Connection, type Element, type Shape } from "../modeler/types";
import { nameOf } from "../proof/PathPlayer";
import type { Vocabulary } from "../server/answers";
import type { Server } from "../server/Server";
import { say, told } from "../words/say";
import { ConditionField } from "./ConditionField";
import { durationOf, spanOf, units } from "./duration";
import type { Editing } from "./Editing";
import { amount, area, check, field, select, several, text, type Choice } from "./fields";
import { flows, kinds, messages } from "./work";

export type Context = { editing: Editing; vocabulary: Vocabulary; server: Server };

const words = (value: unknown): string[] => String(value ?? "").split(/[\s,]+/).filter(Boolean);
const get = (element: Element, name: string): string => String(element.businessObject.get(name) ?? "");
const noGate = (): Choice => ({ value: "", label: say("Ingen", "Ingen") });

/** What can be said of an element, in plain words: only what its kind can have. */
export function sectionsOf(element: Element, context: Context): HTMLElement[] {
  const all = [...named(element, context)];
  if (is(element, "bpmn:Process")) all.push(...process(element, context));
  if (is(element, "bpmn:UserTask")) all.push(...userTask(element, context));
  if (is(element, "bpmn:ServiceTask")) all.push(...serviceTask(element, context));
  if (is(element, "bpmn:SubProcess", "bpmn:CallActivity") && !element.businessObject.triggeredByEvent) all.push(phase(element, context));
  if (is(element, "bpmn:CallActivity")) all.push(...call(element, context));
  if (is(element, "bpmn:Event")) all.push(...event(element, context));
  if (is(element, "bpmn:SequenceFlow")) all.push(...flow(element as Connection, context));
  if (is(element, "bpmn:ExclusiveGateway", "bpmn:InclusiveGateway")) all.push(...ways(element as Shape, context));
  if (is(element, "bpmn:Lane")) all.push(roles(element, context));
  return [...all, ...technical(element, context)];
}

function named(element: Element, { editing }: Context): HTMLElement[] {
  if (is(element, "bpmn:TextAnnotation")) return [field(say("Merknad", "Merknad"), area(get(element, "text"), (value) => editing.name(element, value)))];
  return [
    field(say("Navn", "Namn"), text(get(element, "name"), (value) => (is(element, "bpmn:Process") ? editing.set(element, { name: value }) : editing.name(element, value)), { maxlength: 200 })),
    field(say("Navn på nynorsk", "Namn på nynorsk"), text(get(element, "lms:nameNn"), (value) => editing.set(element, { "lms:nameNn": value }), { maxlength: 200 }), say("Tomt når det er likt på begge målformer.", "Tomt når det er likt på begge målformer.")),
  ];
}

function process(element: Element, { editing }: Context): HTMLElement[] {
  return [field(say("Hva den driver", "Kva han driv"), select(get(element, "lms:flow"), flows(), (value) => editing.set(element, { "lms:flow": value })), say("Avgjør hvilken fase en sak begynner i.", "Avgjer kva fase ei sak byrjar i."))];
}

function userTask(element: Element, context: Context): HTMLElement[] {
  const { editing, vocabulary } = context;
  const kind = get(element, "lms:kind");
  const signs = kind === "signOff";
  return [
    roles(element, context),
    field(say("Hva slags arbeid", "Kva slags arbeid"), select(kind, kinds(), (value) => editing.set(element, { "lms:kind": value })), say("Avgjør hvilken side oppgaven fører til.", "Avgjer kva side oppgåva fører til.")),
    documents(element, context),
    gate(element, context, say("Port den hører til", "Port ho høyrer til")),
    ...(signs ? [several(say("Sider som må godkjenne", "Sider som må godkjenne"), words(get(element, "lms:sides")), sides(), (chosen) => editing.set(element, { "lms:sides": chosen.join(" ") }))] : []),
    due(element, context),
    new ConditionField(`${element.id}:done`, say("Ferdig når", "Ferdig når"), get(element, "lms:done"), say("Noen sier selv at den er ferdig.", "Nokon seier sjølv at ho er ferdig."), vocabulary, context.server, (value) => editing.set(element, { "lms:done": value })).element,
  ];
}

function roles(element: Element, { editing, vocabulary }: Context): HTMLElement {
  const choices = vocabulary.roles.map(({ name, title }) => ({ value: name, label: told(title) }));
  return several(say("Hvem kan gjøre den", "Kven kan gjere ho"), words(get(element, "lms:role")), choices, (chosen) => editing.set(element, { "lms:role": chosen.join(" ") }));
}

const sides = (): Choice[] => [{ value: "fag", label: say("Fagsiden", "Fagsida") }, { value: "bruker", label: say("Brukersiden", "Brukarsida") }];

function documents(element: Element, { editing, vocabulary }: Context): HTMLElement {
  const chosen = words(get(element, "lms:documents"));
  const choices = vocabulary.documents.map(({ name, title }) => ({ value: name, label: `${name} ${told(title)}` }));
  const list = several(say("Dokumenter", "Dokument"), chosen, choices, (all) => editing.set(element, { "lms:documents": all.join(" ") }));
  const summary = chosen.length === 0 ? say("Dokumenter: ingen", "Dokument: ingen") : say(`Dokumenter: ${chosen.join(", ")}`, `Dokument: ${chosen.join(", ")}`);
  return h("details", { class: "more", "data-keep": "documents" }, h("summary", {}, summary), list);
}

function gate(element: Element, { editing, vocabulary }: Context, label: string): HTMLElement {
  const choices = [noGate(), ...vocabulary.gates.map(({ name, title }) => ({ value: name, label: `${name} – ${told(title)}` }))];
  return field(label, select(get(element, "lms:gate"), choices, (value) => editing.set(element, { "lms:gate": value })));
}

function due(element: Element, { editing }: Context): HTMLElement {
  const span = spanOf(get(element, "lms:due"), get(element, "lms:dueWorkingDays"));
  if (!span) return field(say("Frist", "Frist"), text(get(element, "lms:due"), (value) => editing.set(element, { "lms:due": value })), say("Skrevet som ISO 8601-varighet.", "Skriven som ISO 8601-lengd."));
  return amount(say("Frist", "Frist"), span.value, span.unit, units(), (value, unit) => editing.set(element, {
    "lms:due": value && unit !== "V" ? durationOf({ value, unit }) : undefined, "lms:dueWorkingDays": value && unit === "V" ? value : undefined,
  }), say("Regnet fra oppgaven begynner. Tomt: ingen frist.", "Rekna frå oppgåva byrjar. Tomt: ingen frist."));
}

function serviceTask(element: Element, context: Context): HTMLElement[] {
  const { editing, vocabulary } = context;
  const action = vocabulary.actions.find((one) => one.name === get(element, "lms:action"));
  const choices = vocabulary.actions.map(({ name, title }) => ({ value: name, label: told(title) }));
  return [
    field(say("Hva systemet gjør", "Kva systemet gjer"), select(get(element, "lms:action"), choices, (value) => editing.set(element, { "lms:action": value }))),
    ...(action?.needsGate || get(element, "lms:gate") ? [gate(element, context, say("Port", "Port"))] : []),
  ];
}

function phase(element: Element, { editing, vocabulary }: Context): HTMLElement {
  const choices = [noGate(), ...vocabulary.phases.map(({ name, title }) => ({ value: name, label: told(title) }))];
  return field(say("Fase den står for", "Fase han står for"), select(get(element, "lms:phase"), choices, (value) => editing.set(element, { "lms:phase": value })));
}

function call(element: Element, { editing }: Context): HTMLElement[] {
  return [
    field(say("Prosess den bruker", "Prosess han brukar"), text(get(element, "calledElement"), (value) => editing.set(element, { calledElement: value })), say("Nøkkelen til en prosess som er publisert.", "Nøkkelen til ein prosess som er publisert.")),
    field(say("Utgave", "Utgåve"), text(get(element, "lms:binding"), (value) => editing.set(element, { "lms:binding": value })), say("latest: den nyeste når saken kommer dit. deployment: den nyeste når saken begynner. Eller et nummer.", "latest: den nyaste når saka kjem dit. deployment: den nyaste når saka byrjar. Eller eit nummer.")),
  ];
}

function event(element: Element, context: Context): HTMLElement[] {
  const definition = (element.businessObject.get("eventDefinitions") as BusinessObject[] | undefined)?.[0];
  const interrupts = is(element, "bpmn:BoundaryEvent")
    ? [check(say("Avbryter det den sitter på", "Avbryt det han sit på"), element.businessObject.cancelActivity !== false, (on) => context.editing.set(element, { cancelActivity: on }))]
    : [];
  if (!definition) return interrupts;
  if (is(definition, "bpmn:TimerEventDefinition")) return [timer(element, definition, context), ...interrupts];
  if (is(definition, "bpmn:MessageEventDefinition")) return [message(element, definition, context), ...interrupts];
  if (is(definition, "bpmn:ConditionalEventDefinition")) return [waits(element, definition, context), ...interrupts];
  return interrupts;
}

function timer(element: Element, definition: BusinessObject, { editing }: Context): HTMLElement {
  const [cycle, date] = [definition.timeCycle?.body as string | undefined, definition.timeDate?.body as string | undefined];
  const span = cycle || date ? undefined : spanOf(definition.timeDuration?.body, get(element, "lms:workingDays"));
  const clear = { timeDuration: undefined, timeCycle: undefined, timeDate: undefined };
  if (!span) {
    const name = cycle ? "timeCycle" : date ? "timeDate" : "timeDuration";
    return field(say("Tid", "Tid"), text(definition[name]?.body ?? "", (value) => editing.inDefinition(element, definition, { ...clear, [name]: value ? editing.expression(value, definition) : undefined })),
      say("Varighet (P3D), gjentakelse (R3/P7D) eller dato (2026-03-01T09:00).", "Lengd (P3D), gjentaking (R3/P7D) eller dato (2026-03-01T09:00)."));
  }

  return amount(say("Etter", "Etter"), span.value, span.unit, units(), (value, unit) => {
    if (unit === "V") {
      editing.inDefinition(element, definition, clear);
      editing.set(element, { "lms:workingDays": value });
    } else {
      if (get(element, "lms:workingDays")) editing.set(element, { "lms:workingDays": undefined });
      editing.inDefinition(element, definition, { ...clear, timeDuration: value ? editing.expression(durationOf({ value, unit }), definition) : undefined });
    }
  });
}

function message(element: Element, definition: BusinessObject, { editing, vocabulary }: Context): HTMLElement {
  const choices = messages(vocabulary.gates.map((one) => one.name));
  return field(say("Når", "Når"), select(definition.messageRef?.name ?? "", choices, (value) => editing.message(element, definition, value)));
}

function waits(element: Element, definition: BusinessObject, { editing, vocabulary, server }: Context): HTMLElement {
  return new ConditionField(`${element.id}:waits`, say("Venter til", "Ventar til"), definition.condition?.body ?? "", say("Ingenting er valgt.", "Ingenting er valt."), vocabulary, server,
    (value) => editing.inDefinition(element, definition, { condition: value ? editing.expression(value, definition) : undefined })).element;
}

function flow(element: Connection, { editing, vocabulary, server }: Context): HTMLElement[] {
  const from = element.source;
  if (!is(from, "bpmn:ExclusiveGateway", "bpmn:InclusiveGateway", "bpmn:Activity")) return [];
  const isDefault = from.businessObject.default === element.businessObject;
  const otherwise = check(say("Brukes når ingen av vilkårene på de andre veiene gjelder", "Blir brukt når ingen av vilkåra på dei andre vegane gjeld"), isDefault, (on) => {
    if (on && element.businessObject.conditionExpression) editing.condition(element, "");
    editing.set(from, { default: on ? element.businessObject : undefined });
  });
  const condition = new ConditionField(`${element.id}:flow`, say("Går denne veien når", "Går denne vegen når"), element.businessObject.conditionExpression?.body ?? "", say("Alltid.", "Alltid."), vocabulary, server, (value) => editing.condition(element, value));
  return isDefault ? [otherwise] : [condition.element, otherwise];
}

/** The ways out of a choice, with what leads to each. */
function ways(element: Shape, { vocabulary }: Context): HTMLElement[] {
  const out = element.outgoing.filter((way) => is(way, "bpmn:SequenceFlow"));
  if (out.length < 2) return [];
  const gates = vocabulary.gates;
  return [h("div", { class: "stack stack--tight" }, h("h3", {}, say("Veier ut", "Vegar ut")), h("ul", {}, ...out.map((way) => h("li", {},
    `${get(way, "name") || say("Uten navn", "Utan namn")} → ${nameOf(way.target)}: `,
    way.businessObject === element.businessObject.default ? say("når ingen andre gjelder", "når ingen andre gjeld") : h("code", {}, way.businessObject.conditionExpression?.body ?? say("vilkår mangler", "vilkår manglar"))))),
    gates.length > 0 && h("p", { class: "hint" }, say("Velg en vei i tegningen for å endre vilkåret.", "Vel ein veg i teikninga for å endre vilkåret.")))];
}

function technical(element: Element, { editing }: Context): HTMLElement[] {
  if (is(element, "bpmn:TextAnnotation")) return [];
  const said = (element.businessObject.get("documentation") as BusinessObject[] | undefined)?.[0]?.text ?? "";
  return [h("details", { class: "more", "data-keep": "technical" }, h("summary", {}, say("Forklaring og id", "Forklaring og id")),
    h("div", { class: "stack" },
      field(say("Forklaring", "Forklaring"), area(said, (value) => editing.explanation(element, value)), say("For den som leser tegningen. Vises ikke i saker.", "For den som les teikninga. Blir ikkje vist i saker.")),
      h("p", { class: "hint" }, `Id: ${element.businessObject.id}`)))];
}
