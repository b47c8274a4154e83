import { announce } from "./live.js";
import { morph } from "./morph.js";

const most = 5_000;

// A file or a check is being made. The part that says so is fetched again until it is done; without script the link beside it does the same.
export function followWork(wait = 700) {
  if (document.querySelector("[data-working][id]")) setTimeout(() => look(wait), wait);
}

async function look(wait) {
  const answer = await fetch(location.href, { headers: { accept: "text/html", "x-live": "1" }, credentials: "same-origin" }).catch(() => null);
  if (answer?.ok && !answer.redirected) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  followWork(Math.min(most, wait * 1.3));
}

function show(next) {
  for (const current of document.querySelectorAll("[data-working][id]")) {
    const region = next.getElementById(current.id);
    if (!region) continue;
    morph(current, region);
    if (!region.hasAttribute("data-working")) announce();
  }
}
