// Half-typed text is kept in this tab until it has been accepted. Nothing leaves the machine. Signing out empties it, and so does
// another person signing in; only who was signed out in the middle of a form finds the text again.
const prefix = "draft:";
const pendingKey = "draft-sent";
const ownerKey = "draft-owner";

export function keepDrafts() {
  clearUnlessSamePerson();
  forgetAccepted();
  for (const form of document.querySelectorAll("form[data-draft]")) keep(form);
}

function clearUnlessSamePerson() {
  const { signedOut, person } = document.body.dataset;
  if (signedOut !== undefined) {
    if (!document.querySelector("[data-interrupted]")) sessionStorage.clear();
    return;
  }
  const owner = sessionStorage.getItem(ownerKey);
  if (owner !== null && owner !== (person ?? "")) sessionStorage.clear();
}

function forgetAccepted() {
  const sent = sessionStorage.getItem(pendingKey);
  if (!sent) return;
  sessionStorage.removeItem(pendingKey);
  if (document.querySelector("[data-status=accepted]")) sessionStorage.removeItem(sent);
  if (!Object.keys(sessionStorage).some((key) => key.startsWith(prefix))) sessionStorage.removeItem(ownerKey);
}

function keep(form) {
  const name = `${prefix}${location.pathname}#${form.dataset.draft}`;
  const stored = sessionStorage.getItem(name);
  // after a refusal the server has sent back all that was typed
  if (stored && form.dataset.typed === undefined && restore(form, JSON.parse(stored))) tell(form, name);
  let waiting;
  form.addEventListener("input", () => {
    form.dataset.touched = "";
    clearTimeout(waiting);
    waiting = setTimeout(() => store(form, name), 200);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    store(form, name);
    sessionStorage.setItem(pendingKey, name);
  });
}

function store(form, name) {
  sessionStorage.setItem(ownerKey, document.body.dataset.person ?? "");
  sessionStorage.setItem(name, JSON.stringify(collect(form)));
}

function fields(form) {
  return [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type) && field.type !== "fieldset");
}

function collect(form) {
  return fields(form).map((field) => [field.name, field.value, field.checked ?? null]);
}

function restore(form, stored) {
  const now = fields(form);
  if (now.length !== stored.length || now.some((field, i) => field.name !== stored[i][0])) return false;
  let differs = false;
  now.forEach((field, i) => {
    const [, value, checked] = stored[i];
    if (field.type === "checkbox" || field.type === "radio") {
      if (field.checked !== checked) differs = true;
      field.checked = checked;
    } else {
      if (field.value !== value) differs = true;
      field.value = value;
    }
  });
  if (differs) form.dataset.touched = "";
  return differs;
}

function tell(form, name) {
  const note = form.querySelector("[data-draft-note]");
  if (!note) return;
  note.hidden = false;
  note.querySelector("button")?.addEventListener("click", () => {
    sessionStorage.removeItem(name);
    form.reset();
    delete form.dataset.touched;
    note.hidden = true;
  });
}
