import type { MarkerLayout } from "./marker-layout";

/** A ring around an imprecise place, CSS pixels. */
export interface PrecisionRing {
  x: number;
  y: number;
  radius: number;
}

const SVG = "http://www.w3.org/2000/svg";
/** Shorter lines would be under their marker. */
const SHORTEST = 9;

/**
 * Draws into the layer's SVG: a line from each marker that was moved aside to a dot at its place, the
 * number of markers where many are at one place, and the ring around an imprecise place.
 */
export function paintTethers(root: HTMLElement, layout: MarkerLayout, ring: PrecisionRing | null) {
  const svg = root.querySelector("[data-tethers]");
  if (svg === null) {
    return;
  }
  const shapes: SVGElement[] = [];
  if (ring !== null) {
    shapes.push(
      shape("circle", "fill-accent/10 stroke-accent", {
        cx: ring.x,
        cy: ring.y,
        r: ring.radius,
        "stroke-width": 1,
        "stroke-dasharray": "3 3",
      }),
    );
  }
  for (const { x, y, anchorX, anchorY } of layout.places) {
    if (Math.hypot(x - anchorX, y - anchorY) >= SHORTEST) {
      const line = { x1: anchorX, y1: anchorY, x2: x, y2: y, "stroke-width": 1 };
      shapes.push(shape("line", "stroke-ink-4", line));
      shapes.push(shape("circle", "fill-ink-3", { cx: anchorX, cy: anchorY, r: 1.75 }));
    }
  }
  for (const { x, y, half, count } of layout.crowds) {
    const box = {
      x: x - half.width,
      y: y - half.height,
      width: 2 * half.width,
      height: 2 * half.height,
      rx: half.height,
      "stroke-width": 1,
    };
    const text = shape("text", "tabular fill-ink font-medium text-11", {
      x,
      y: y + 4,
      "text-anchor": "middle",
    });
    text.textContent = `×${count}`;
    shapes.push(shape("rect", "fill-paper stroke-line-2", box), text);
  }
  svg.replaceChildren(...shapes);
}

function shape(name: string, classes: string, attributes: Record<string, string | number>) {
  const element = document.createElementNS(SVG, name);
  element.setAttribute("class", classes);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, typeof value === "number" ? value.toFixed(1) : value);
  }
  return element;
}
