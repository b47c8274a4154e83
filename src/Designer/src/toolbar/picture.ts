import { h } from "../dom/h";

const margin = 10;

/** The drawing as PNG, twice as large as on the screen at 100 %, on white. */
export async function inPixels(svg: string): Promise<Blob> {
  const image = await loaded(svg);
  const scale = Math.min(2, 16_000 / Math.max(image.width, image.height));
  const canvas = h("canvas", { width: Math.ceil(image.width * scale), height: Math.ceil(image.height * scale) });
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
}

/** A part of a drawing, to be read on a sheet of its own. */
export type Cut = { name: string; x: number; y: number; width: number; height: number };

/** The drawing alone on paper: first the whole, then each of the parts it can be read in. */
export async function print(svg: string, name: string, parts: Cut[]): Promise<void> {
  const images = await Promise.all([loaded(svg), ...parts.map((part) => loaded(cut(svg, part)))]);
  const sheet = h("div", { class: "designer-sheet" }, ...images.map((image, at) => {
    image.alt = parts[at - 1]?.name ?? name;
    return h("figure", {}, image, h("figcaption", {}, at === 0 ? name : `${name}: ${image.alt}`));
  }));
  document.body.append(sheet);
  document.documentElement.dataset.printing = "drawing";
  window.print();
  delete document.documentElement.dataset.printing;
  sheet.remove();
}

/** Said in the text: parsed in the page, the styles of the picture would be the page's, which allows none. */
function cut(svg: string, { x, y, width, height }: Cut): string {
  const [wide, high] = [width + 2 * margin, height + 2 * margin];
  return svg.replace(/<svg [^>]*>/, (tag) => tag.replace(/ (width|height|viewBox)="[^"]*"/g, "").replace(/>$/, ` width="${wide}" height="${high}" viewBox="${x - margin} ${y - margin} ${wide} ${high}">`));
}

async function loaded(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}
