import { button, h, unique } from "../dom/h";
import { say } from "../words/say";

const keys = (): [string, string][] => [
  ["Ctrl + Z", say("Angre", "Angre")],
  ["Ctrl + Y", say("Gjør om igjen", "Gjer om att")],
  ["Ctrl + C / Ctrl + V", say("Kopier og lim inn", "Kopier og lim inn")],
  ["Ctrl + X", say("Klipp ut", "Klipp ut")],
  ["Ctrl + A", say("Merk alt", "Merk alt")],
  ["Ctrl + F", say("Søk etter et steg", "Søk etter eit steg")],
  ["Delete", say("Slett det som er merket", "Slett det som er merkt")],
  [say("Piltaster", "Piltastar"), say("Flytt det som er merket", "Flytt det som er merkt")],
  [say("Ctrl + piltaster", "Ctrl + piltastar"), say("Flytt utsnittet", "Flytt utsnittet")],
  ["Ctrl + + / Ctrl + −", say("Zoom inn og ut", "Zoom inn og ut")],
  ["Ctrl + 0", say("Full størrelse", "Full storleik")],
  ["E", say("Skriv navnet", "Skriv namnet")],
  ["C", say("Tegn en flyt", "Teikn ein flyt")],
  ["L", say("Merk flere", "Merk fleire")],
  ["S", say("Lag eller ta bort plass", "Lag eller ta bort plass")],
  ["H", say("Flytt utsnittet med musen", "Flytt utsnittet med musa")],
  ["R", say("Bytt type", "Byt type")],
  ["Esc", say("Avbryt", "Avbryt")],
];

/** What the keyboard does in the drawing. */
export function keyHelp(): HTMLDialogElement {
  const heading = unique("designer-keys");
  const dialog: HTMLDialogElement = h("dialog", { class: "designer-dialog", "aria-labelledby": heading },
    h("h2", { id: heading }, say("Hurtigtaster", "Snøggtastar")),
    h("p", {}, say("Virker når tegneflaten er valgt. Alt som betyr noe, kan også gjøres med tastatur og skjermleser i disposisjonen.", "Verkar når teikneflata er vald. Alt som tyder noko, kan òg gjerast med tastatur og skjermlesar i disposisjonen.")),
    h("dl", { class: "designer-keys" }, ...keys().flatMap(([key, does]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, does)])),
    h("div", { class: "row" }, button(say("Lukk", "Lukk"), () => dialog.close(), { variant: "primary" })));
  return dialog;
}
