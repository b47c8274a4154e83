import { HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import { morph } from "./morph.js";

// The hub says only "this topic changed". The page fetches its own address again, so what is shown is what the reader may see,
// and patches the regions marked data-live. Forms lie outside those regions and are never touched.
export async function startLive() {
  if (!document.querySelector("[data-live]")) return;
  const connection = new HubConnectionBuilder()
    .withUrl("/live")
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (retry) => Math.min(30_000, 500 * 2 ** retry.previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();
  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 60 + Math.random() * 90); // many readers must not ask in the same instant
  };
  connection.on("changed", soon);
  connection.onreconnecting(() => state("lost"));
  connection.onreconnected(() => watch(connection).then(soon));
  await connect(connection);
}

async function connect(connection) {
  for (let wait = 1_000; ; wait = Math.min(30_000, wait * 2)) {
    try {
      await connection.start();
      return await watch(connection);
    } catch {
      state("lost");
      await new Promise((again) => setTimeout(again, wait));
    }
  }
}

// each topic with the version on screen, so that a lost connection catches up at once
async function watch(connection) {
  const seen = (region) => region.dataset.live + (region.dataset.version ? `@${region.dataset.version}` : "");
  const topics = [...new Set([...document.querySelectorAll("[data-live]")].map(seen))];
  await connection.invoke("Watch", topics);
  state("on");
}

function state(value) {
  document.documentElement.dataset.liveState = value;
}

export async function refresh() {
  // x-live: this is the page looking again, not a person reading
  const answer = await fetch(location.href, { headers: { accept: "text/html", "x-live": "1" }, credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  let changed = false;
  for (const region of next.querySelectorAll("[data-live][id]")) {
    const current = document.getElementById(region.id);
    if (!current || current.outerHTML === region.outerHTML) continue;
    changed ||= current.innerHTML !== region.innerHTML;
    morph(current, region);
  }
  moveVersion(next);
  tellOfNewText(next);
  if (changed) announce();
}

// The frozen text on screen is the one that was opened. A newer one is announced, never slipped in under the reader.
function tellOfNewText(next) {
  const shown = document.querySelector("[data-package-shown]")?.dataset.packageShown;
  const now = next.querySelector("[data-package-shown]")?.dataset.packageShown;
  if (shown !== now) for (const note of document.querySelectorAll("[data-package-note]")) note.hidden = false;
}

// The case's version says what the person had seen. Display has moved on, but a form with half-typed text keeps its own:
// sending it then shows what changed before anything is overwritten.
function moveVersion(next) {
  const version = next.querySelector("input[name=versjon]")?.value;
  if (!version) return;
  for (const form of document.querySelectorAll("form[data-follow-version]")) {
    const field = form.elements.namedItem("versjon");
    if (field && !form.hasAttribute("data-touched")) field.value = version;
  }
}

export function announce() {
  const line = document.getElementById("live-status");
  if (!line) return;
  line.textContent = "";
  requestAnimationFrame(() => (line.textContent = line.dataset.message));
}
