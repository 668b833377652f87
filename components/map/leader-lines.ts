import type { MarkerLayout } from "./marker-layout";

/** A ring around an imprecise place, CSS pixels. */
interface PrecisionRing {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A shape of the drawing. */
interface Shape {
  readonly name: "circle" | "line" | "rect" | "text";
  readonly classes: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

const SVG = "http://www.w3.org/2000/svg";
/** Shorter lines would be under their marker. */
const SHORTEST = 9;

/**
 * Draws into an SVG: a line from each marker that was moved aside to a dot at its place, the number of markers where many
 * are at one place, and the ring around an imprecise place. While the map moves it only moves the shapes of the last frame.
 */
export function paintLeaderLines(
  svg: SVGElement,
  layout: MarkerLayout,
  ring: PrecisionRing | null,
): void {
  const shapes = listShapes(layout, ring);
  for (const [i, shape] of shapes.entries()) {
    const there = svg.children[i];
    const isSame = there?.localName === shape.name;
    const element = isSame ? there : document.createElementNS(SVG, shape.name);
    update(element, shape);
    if (!there) svg.append(element);
    else if (!isSame) there.replaceWith(element);
  }
  while (svg.children.length > shapes.length) svg.lastElementChild?.remove();
}

function listShapes({ places, clusters }: MarkerLayout, ring: PrecisionRing | null): Shape[] {
  const shapes: Shape[] = [];
  if (ring !== null) {
    shapes.push({
      name: "circle",
      classes: "fill-accent/10 stroke-accent",
      attributes: {
        ...{ cx: ring.x, cy: ring.y, r: ring.radius },
        ...{ "stroke-width": 1, "stroke-dasharray": "3 3" },
      },
    });
  }
  for (const { x, y, anchorX, anchorY } of places) {
    if (Math.hypot(x - anchorX, y - anchorY) < SHORTEST) continue;
    shapes.push(
      {
        name: "line",
        classes: "stroke-ink-4",
        attributes: { x1: anchorX, y1: anchorY, x2: x, y2: y, "stroke-width": 1 },
      },
      { name: "circle", classes: "fill-ink-3", attributes: { cx: anchorX, cy: anchorY, r: 1.75 } },
    );
  }
  for (const { x, y, half, count } of clusters) {
    const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
    shapes.push(
      {
        name: "rect",
        classes: "fill-paper stroke-line-2",
        attributes: {
          ...{ transform, x: -half.width, y: -half.height, rx: half.height },
          ...{ width: 2 * half.width, height: 2 * half.height, "stroke-width": 1 },
        },
      },
      {
        name: "text",
        classes: "tabular fill-ink font-medium text-12",
        attributes: { transform, y: 4, "text-anchor": "middle", direction: "ltr" },
        text: `×${count}`,
      },
    );
  }
  return shapes;
}

/** What each element was drawn as. */
const drawn = new WeakMap<Element, Shape>();

/** Writes only what changed, because writing costs more than comparing. */
function update(element: Element, shape: Shape): void {
  const before = drawn.get(element);
  if (before?.classes !== shape.classes) element.setAttribute("class", shape.classes);
  for (const [key, value] of Object.entries(shape.attributes)) {
    if (before?.attributes[key] === value) continue;
    element.setAttribute(key, typeof value === "number" ? value.toFixed(1) : value);
  }
  for (const key of Object.keys(before?.attributes ?? {})) {
    if (!(key in shape.attributes)) element.removeAttribute(key);
  }
  if (before?.text !== shape.text) element.textContent = shape.text ?? "";
  drawn.set(element, shape);
}
