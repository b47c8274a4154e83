// How long the page with the drawing tool works on one act in a large drawing: standard metode twice after itself. Needs a host in Development and the browser tests built:
//   dotnet build tests/Browser.Tests && tests/Browser.Tests/bin/Debug/net10.0/.playwright/node/linux-x64/node bench/drawing.mjs http://127.0.0.1:5080 [--profile ACT]
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

const [address = "http://127.0.0.1:5080", , profiled] = process.argv.slice(2);
const root = new URL("..", import.meta.url).pathname;
const { chromium } = createRequire(import.meta.url)(`${root}tests/Browser.Tests/bin/Debug/net10.0/.playwright/package`);
const rounds = 7;
const key = `maling_${Date.now().toString(36)}`;

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await (await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" })).newPage();
await page.goto("/logg-inn");
await page.locator("button[name=person]", { hasText: "Administrator" }).first().click();
await makeDraft(twice(await readFile(`${root}workflows-definitions/standard-metode.bpmn`, "utf8")));
page.setDefaultTimeout(20_000);
const session = await page.context().newCDPSession(page);
await session.send("Performance.enable");
await session.send("Profiler.enable");

await page.goto(`/prosesser/${key}/utkast/1/tegning`);
await judged();
await lookAt("g1_svar");
const shapes = await page.locator(".djs-container > svg:not(.djs-minimap svg) .djs-shape:not([data-element-id$=_label])").count();
console.log(`${shapes} shapes; medians of ${rounds} in ms`);

const onTheFlow = await halfWay("g1_svar", "g1_passer");
await measured("drop", async () => {
  await page.locator(".designer-entry").getByText("Oppgave", { exact: true }).click();
  await page.mouse.move(onTheFlow.x - 12, onTheFlow.y - 12);
  await page.mouse.move(onTheFlow.x, onTheFlow.y, { steps: 3 });
  await quiet();
}, () => page.mouse.click(onTheFlow.x, onTheFlow.y));

let turn = 0;
await page.locator(".djs-element[data-element-id=g1_godkjenn]").click({ force: true });
await measured("rename", () => page.getByLabel("Navn", { exact: true }).fill(`Begge godkjenner ${++turn}`), () => page.keyboard.press("Tab"));
await browser.close();

async function measured(act, prepare, press) {
  const all = [];
  for (let round = 0; round < rounds + 2; round++) {
    await prepare();
    await quiet();
    if (profiled === act) await session.send("Profiler.start");
    const before = await spent();
    await press();
    await judged();
    const after = await spent();
    if (profiled === act) await writeFile(`/tmp/${act}-${round}.cpuprofile`, JSON.stringify((await session.send("Profiler.stop")).profile));
    const undo = page.getByRole("button", { name: "Angre", exact: true });
    await undo.click();
    await judged();
    if (round > 1) all.push(Object.fromEntries(Object.keys(after).map((part) => [part, (after[part] - before[part]) * 1000])));
  }
  const median = (part) => Math.round(all.map((one) => one[part]).sort((a, b) => a - b)[Math.floor(rounds / 2)]);
  console.log(`${act.padEnd(8)} script ${median("ScriptDuration")}, style ${median("RecalcStyleDuration")}, layout ${median("LayoutDuration")}, all ${median("TaskDuration")}`);
}

/** Until nothing is asked of the server, and nothing is waited for. */
async function judged() {
  await page.waitForTimeout(400);
  await page.locator(".designer-proof[aria-busy=false]").waitFor();
  await quiet();
}

async function quiet() {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));
}

async function spent() {
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.filter(({ name }) => /^(Script|RecalcStyle|Layout|Task)Duration$/.test(name)).map(({ name, value }) => [name, value]));
}

async function lookAt(id) {
  await page.getByRole("button", { name: "Vis alt" }).click();
  const { x, y } = await centre(id);
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  for (let at = 0; at < 9; at++) await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
}

async function centre(id) {
  const { x, y, width, height } = await page.locator(`.djs-element[data-element-id='${id}'] > .djs-visual`).first().boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

async function halfWay(before, after) {
  const [from, to] = [await centre(before), await centre(after)];
  return { x: (from.x + to.x) / 2, y: from.y };
}

async function makeDraft(drawing) {
  await page.goto("/prosesser");
  const status = await page.evaluate(async ([key, source]) => {
    const token = document.querySelector("input[name=__RequestVerificationToken]").value;
    const answer = await fetch(`/api/v1/definitions/${key}/drafts`, { method: "POST", body: JSON.stringify({ source }), headers: { "content-type": "application/json", RequestVerificationToken: token } });
    return answer.status;
  }, [key, Buffer.from(drawing).toString("base64")]);
  if (status !== 201) throw new Error(`the draft was not made: ${status}`);
}

/** The whole case once more, below itself, between the case and the end. */
function twice(xml) {
  const from = xml.indexOf('<bpmn:subProcess id="saken"');
  const to = xml.lastIndexOf("</bpmn:subProcess>") + "</bpmn:subProcess>".length;
  const whole = xml.slice(from, to);
  const ids = new Set([...whole.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const again = (text) => text.replace(/([" >])([A-Za-z0-9_]+)(?=["<])/g, (all, before, id) => (ids.has(id) ? `${before}${id}_b` : all));
  const places = [...xml.matchAll(/<bpmndi:BPMN(Shape|Edge)\b[\s\S]*?<\/bpmndi:BPMN\1>/g)].map(([place]) => place).filter((place) => ids.has(place.match(/bpmnElement="([^"]+)"/)[1]));
  const lower = (place) => again(place).replace(/ id="([^"]+)"/g, (all, id) => ` id="${id.replace(/_b$/, "")}_b"`).replace(/ y="([\d.]+)"/g, (_, y) => ` y="${Number(y) + 6_000}"`);
  const second = again(whole)
    .replace("<bpmn:incoming>behov_meldt_til_saken<", "<bpmn:incoming>saken_til_saken_b<")
    .replace("<bpmn:outgoing>saken_til_ferdig<", "<bpmn:outgoing>saken_b_til_ferdig<");
  const first = whole.replace("<bpmn:outgoing>saken_til_ferdig<", "<bpmn:outgoing>saken_til_saken_b<");
  const between = '<bpmn:sequenceFlow id="saken_til_saken_b" sourceRef="saken" targetRef="saken_b" />';
  const line = '<bpmndi:BPMNEdge id="saken_til_saken_b_di" bpmnElement="saken_til_saken_b"><di:waypoint x="1335" y="4040" /><di:waypoint x="1335" y="6060" /></bpmndi:BPMNEdge>';
  return xml
    .replace(whole, `${first}\n${second}`)
    .replace(/<bpmn:incoming>saken_til_ferdig</, "<bpmn:incoming>saken_b_til_ferdig<")
    .replace('<bpmn:sequenceFlow id="saken_til_ferdig" sourceRef="saken"', `${between}\n<bpmn:sequenceFlow id="saken_b_til_ferdig" sourceRef="saken_b"`)
    .replace('bpmnElement="saken_til_ferdig"', 'bpmnElement="saken_b_til_ferdig"')
    .replace("</bpmndi:BPMNPlane>", `${line}\n${places.map(lower).join("\n")}\n</bpmndi:BPMNPlane>`);
}
