import { h } from "../dom/h";

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

/** The drawing alone on a sheet of paper. */
export async function print(svg: string, alt: string): Promise<void> {
  const sheet = h("div", { class: "designer-sheet" });
  const image = await loaded(svg);
  image.alt = alt;
  sheet.append(image);
  document.body.append(sheet);
  document.documentElement.dataset.printing = "drawing";
  window.print();
  delete document.documentElement.dataset.printing;
  sheet.remove();
}

async function loaded(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}
