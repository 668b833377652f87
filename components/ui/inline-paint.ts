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
] as const;

/** A copy of a drawing that looks the same without the page's styles. */
export function inlinePaint(drawing: SVGElement): Element {
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
  return copy;
}
