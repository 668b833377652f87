/** The styles that are copied into the shapes. */
const PAINT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "opacity",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
  "font-family",
  "font-size",
  "font-weight",
  "overflow",
] as const;

/**
 * A copy of a drawing that looks the same without the page's styles, at its place in a picture.
 * @param origin upper left corner of the picture in the window, CSS pixels
 */
export function copyDrawing(drawing: SVGElement, origin: { x: number; y: number }): Element {
  const copy = drawing.cloneNode(true) as Element;
  const originals = drawing.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, index) => {
    const original = originals[index];
    if (original !== undefined) {
      const look = getComputedStyle(original);
      const paint = PAINT.map((name) => `${name}:${look.getPropertyValue(name)}`);
      element.setAttribute("style", paint.join(";"));
    }
  });
  copy.removeAttribute("class");
  const box = drawing.getBoundingClientRect();
  copy.setAttribute("x", String(box.left - origin.x));
  copy.setAttribute("y", String(box.top - origin.y));
  copy.setAttribute("width", String(box.width));
  copy.setAttribute("height", String(box.height));
  return copy;
}

/** An SVG document as an image that a canvas can draw. */
export async function decodeSvg(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/** What a canvas shows as a PNG. @throws Error where the browser makes none */
export async function canvasPng(canvas: HTMLCanvasElement): Promise<Blob> {
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (png === null) throw new Error("canvas.toBlob gave null");
  return png;
}
