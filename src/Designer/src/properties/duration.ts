import { say } from "../words/say";
import type { Choice } from "./fields";

export type Span = { value: string; unit: string };

/** The units a person thinks in. Working days are ours (`lms:dueWorkingDays`, `lms:workingDays`); the rest are ISO 8601. */
export const units = (): Choice[] => [
  { value: "D", label: say("dager", "dagar") },
  { value: "V", label: say("virkedager", "verkedagar") },
  { value: "W", label: say("uker", "veker") },
  { value: "M", label: say("måneder", "månader") },
  { value: "H", label: say("timer", "timar") },
];

/** Nothing for what is more than one number and its unit. */
export function spanOf(duration: string | undefined, workingDays: string | undefined): Span | undefined {
  if (workingDays) return { value: workingDays, unit: "V" };
  if (!duration) return { value: "", unit: "D" };
  const days = /^P(\d+)([DWM])$/.exec(duration.trim());
  if (days) return { value: days[1], unit: days[2] };
  const hours = /^PT(\d+)H$/.exec(duration.trim());
  return hours ? { value: hours[1], unit: "H" } : undefined;
}

export const durationOf = ({ value, unit }: Span): string => (unit === "H" ? `PT${value}H` : `P${value}${unit}`);
