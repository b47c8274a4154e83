/** Offers a drawing as PNG, made here from its SVG: the server needs nothing that draws. Without script there is the SVG. */
const largest = 30_000_000;

export function offerPng() {
  for (const place of document.querySelectorAll("[data-png]")) {
    place.hidden = false;
    place.querySelector("a").addEventListener("click", async (event) => {
      event.preventDefault();
      await download(place.dataset.png, place.dataset.name);
    });
  }
}

async function download(address, name) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(2, Math.sqrt(largest / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }, "image/png");
}
