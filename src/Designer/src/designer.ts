import "./styles/designer.css";
import { contextPadModule } from "./contextpad";
import { h } from "./dom/h";
import { DraftKeeper } from "./keeping/DraftKeeper";
import { KeepingBar } from "./keeping/KeepingBar";
import { LocalCopy } from "./keeping/LocalCopy";
import type { Fragments } from "./lms/Fragments";
import type { Method } from "./lms/Method";
import { mendCommand, mendingModule } from "./mending";
import { Drawing } from "./modeler/Drawing";
import { namingModule } from "./naming";
import { paletteModule } from "./palette";
import { LiveProof } from "./proof/LiveProof";
import { ProofPanel } from "./proof/ProofPanel";
import { Publishing } from "./proof/Publishing";
import { propertiesModule } from "./properties";
import { PropertiesPanel } from "./properties/PropertiesPanel";
import { roomModule } from "./room";
import type { Problem } from "./server/answers";
import { Server, type Source } from "./server/Server";
import { Toolbar } from "./toolbar/Toolbar";
import { say } from "./words/say";

const place = document.getElementById("designer");
if (place && !matchMedia("(max-width: 43.99rem)").matches) void begin(place);

async function begin(place: HTMLElement): Promise<void> {
  const { key = "", name = "", draft = "", person = "", token = "", open } = place.dataset;
  const server = new Server(key, Number(draft), token);
  const local = new LocalCopy(person, key, Number(draft));
  const stage = h("div", { class: "designer-stage", tabindex: "-1" });
  place.append(h("p", { class: "designer-wait", role: "status" }, say("Henter tegningen …", "Hentar teikninga …")));
  const [found, vocabulary] = await Promise.all([server.source(), server.vocabulary()]);
  if (found.kind !== "done") return fail(place, whyOf(found));
  if (vocabulary.kind !== "done") return fail(place, whyOf(vocabulary));

  const process = `/prosesser/${key}`;
  const file = `${key}-utkast-${draft}.bpmn`;
  const drawing = new Drawing(stage, [namingModule, roomModule, paletteModule, contextPadModule, mendingModule, propertiesModule]);
  drawing.get<Method>("lmsMethod").learn(vocabulary.value);
  const keeper = new DraftKeeper(server, local, found.value.xml, found.value.revision, open === "true");
  const proof = new LiveProof(server);
  const use = async (xml: string): Promise<void> => {
    await drawing.open(xml);
    void proof.ask(xml);
  };
  const bar = new KeepingBar(keeper, file, use, `${process}/utkast`);
  const panel = new ProofPanel(drawing, (mend) => drawing.commands.execute(mendCommand, { mend }));
  const publishing = new Publishing(`${process}/utkast/${draft}`, open === "true");
  const properties = new PropertiesPanel(drawing, vocabulary.value, server, open === "true");
  const tools = new Toolbar(drawing, name, file, (sentence) => bar.tell(sentence));

  place.replaceChildren(
    h("div", { class: "designer-bar" }, tools.element, bar.line, publishing.element),
    bar.notice,
    h("div", { class: "designer-body" }, drawing.palette, stage, h("div", { class: "designer-side" }, panel.element, properties.element)),
  );
  drawing.on("lms.awaited", ({ sentence }: { sentence: string }) => bar.await(sentence));
  drawing.on("lms.told", ({ sentence }: { sentence: string }) => bar.tell(sentence));
  drawing.changed((xml) => {
    keeper.changed(xml);
    void proof.ask(xml);
  });
  keeper.onChange((state) => publishing.kept(state));
  proof.onJudged((judgement) => {
    panel.show(judgement);
    publishing.judge(judgement);
  });
  await restore(found.value);
  drawing.get<Fragments>("lmsFragments").offer(async () => {
    const parts = await server.parts();
    return parts.kind === "done" ? parts.value : undefined;
  });

  /** What was drawn and not saved the last time comes first: it goes on where it stopped, unless others have saved since. */
  async function restore({ xml: saved, isPlacedByUs }: Source): Promise<void> {
    const unsaved = local.unsaved();
    const aside = local.aside();
    try {
      await use(unsaved?.xml ?? saved);
    } catch {
      if (!unsaved) return fail(place, say("Tegneverktøyet kan ikke vise denne filen. Endre den i disposisjonen, der alt i den står som tekst.", "Teikneverktøyet kan ikkje vise denne fila. Endre henne i disposisjonen, der alt i henne står som tekst."));
      await use(saved);
      return;
    }
    if (unsaved && unsaved.xml !== saved) {
      keeper.revision = unsaved.basedOn;
      keeper.changed(unsaved.xml);
      bar.tell(say("Det du ikke rakk å lagre sist, er hentet fram igjen.", "Det du ikkje rakk å lagre sist, er henta fram att."));
    } else local.forget();
    if (isPlacedByUs && !unsaved) bar.tell(say("Filen sier ikke hvor stegene står, så de er satt på plass for deg. Plassene lagres når du endrer noe.", "Fila seier ikkje kvar stega står, så dei er sette på plass for deg. Plassane blir lagra når du endrar noko."));
    if (aside) bar.offerBack(aside.xml, say("En tegning du la til side, er fortsatt her.", "Ei teikning du la til side, er her framleis."), () => local.forgetAside());
  }
}

function whyOf(answer: { kind: "refused"; problem: Problem } | { kind: "away" }): string {
  return answer.kind === "refused" ? say(answer.problem.reasons[0]?.nb ?? "", answer.problem.reasons[0]?.nn ?? "") : "";
}

function fail(place: HTMLElement, why: string): void {
  place.replaceChildren(h("div", { class: "message message--stop", role: "alert" },
    h("h2", {}, say("Tegningen kunne ikke åpnes", "Teikninga kunne ikkje opnast")),
    h("p", {}, why || say("Prøv å laste siden på nytt.", "Prøv å laste sida på nytt.")),
    h("p", {}, h("a", { href: location.pathname.replace(/tegning$/, "disposisjon") }, say("Åpne disposisjonen", "Opne disposisjonen")))));
}
