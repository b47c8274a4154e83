import { morph } from "./morph.js";

// A form with data-preview shows what the server computes from the draft as it stands. The figures come from the same rules as
// when the draft is saved; without script the form has a button that does the same.
export function startPreviews() {
  for (const form of document.querySelectorAll("form[data-preview]")) {
    let waiting;
    let latest = 0;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => show(form, ++latest, () => latest), 350);
    });
  }
}

async function show(form, mine, newest) {
  const typed = new FormData(form);
  typed.set("gjor", "regn-ut");
  const answer = await fetch(form.dataset.preview, { method: "POST", body: typed, headers: { "x-live": "1" }, credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok || mine !== newest()) return;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(form.dataset.previewTarget);
  const current = document.getElementById(form.dataset.previewTarget);
  if (next && current) morph(current, next);
}
