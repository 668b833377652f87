import type { Map as MapLibreMap } from "maplibre-gl";
import { copyDrawing, decodeSvg } from "@/components/ui/picture";
import { cssColour } from "./map-engine";
import { MARK_KINDS, type MarkKind } from "./zone-source";

/** Pixels of a picture for each CSS pixel, sharp on any screen. */
const DENSITY = 2;
/** CSS pixels: the longest bar, the shortest visible one, the height. */
const BAR = { longest: 64, least: 6, height: 6 } as const;
/** CSS pixels: the outer radius of a ring by the digits of its number, and how thick it is. */
const RING = { radius: [12, 12, 14, 17], width: 4 } as const;

/** Colour tokens of the parts of a ring; null: unknown, hollow. */
const COLOURS: Readonly<Record<MarkKind, string | null>> = {
  running: "ramp-4",
  "reported-running": "ramp-3",
  "being-built": "ramp-2",
  stopped: "amber",
  "not-started": "ramp-0",
  unknown: null,
  "shade-0": "ramp-0",
  "shade-1": "ramp-1",
  "shade-2": "ramp-3",
  "shade-3": "ramp-4",
  "shade-null": null,
};

/**
 * Draws the pictures of the layers of zones when the map needs them, in the colours of the page. Their names begin with the
 * theme: `light/mark/running/plain/15`, `light/gap/0.5/null`, `light/cluster/2/0/…`.
 * @param samples the page's own drawings of marks, by `data-mark`
 */
export function provideZoneImages(map: MapLibreMap, samples: () => Element | null): void {
  map.setMissingStyleImageResolver(async (id) => {
    const [, kind, ...parts] = id.split("/");
    const canvas =
      kind === "mark"
        ? await drawMark(samples(), parts)
        : kind === "gap"
          ? drawGap(parts.map(toNumber))
          : kind === "cluster"
            ? drawRing(parts.map(Number))
            : null;
    const { width = 0, height = 0 } = canvas?.canvas ?? {};
    // Two tiles may ask for it.
    if (canvas === null || map.hasImage(id)) return;
    map.addImage(id, canvas.getImageData(0, 0, width, height), { pixelRatio: DENSITY });
  });
}

const toNumber = (part: string) => (part === "null" ? null : Number(part));

/** A canvas of a size in CSS pixels. @throws Error where the browser gives none */
function makeCanvas(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * DENSITY);
  canvas.height = Math.ceil(height * DENSITY);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("The browser gives no canvas to draw on");
  context.scale(DENSITY, DENSITY);
  return context;
}

async function drawMark(
  samples: Element | null,
  [kind, look, size]: readonly string[],
): Promise<CanvasRenderingContext2D | null> {
  const sample = samples?.querySelector<SVGElement>(`[data-mark="${kind}/${look}"] > svg`);
  if (!sample) return null;
  const side = Number(size);
  const copy = copyDrawing(sample, { x: 0, y: 0 });
  for (const name of ["width", "height"]) copy.setAttribute(name, String(side * DENSITY));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("fill", "none");
  const image = await decodeSvg(new XMLSerializer().serializeToString(copy));
  const context = makeCanvas(side, side);
  context.drawImage(image, 0, 0, side, side);
  return context;
}

/** What is needed as an outline, and what is delivered solid inside it; the outline is pale where that is unknown. */
function drawGap([needed = null, delivered = null]: readonly (number | null)[]) {
  const most = Math.max(needed ?? 0, delivered ?? 0);
  const width = Math.max(BAR.least, Math.round(most * BAR.longest));
  const px = (part: number) => (most === 0 ? 0 : (part / most) * width);
  const context = makeCanvas(width, BAR.height);
  if (needed !== null) {
    context.fillStyle = cssColour("paper");
    context.strokeStyle = cssColour(delivered === null ? "unknown" : "mark-line");
    context.beginPath();
    context.rect(0.5, 0.5, Math.max(0, px(needed) - 1), BAR.height - 1);
    context.fill();
    context.stroke();
  }
  if (delivered !== null && delivered > 0) {
    context.fillStyle = cssColour("ramp-3");
    context.fillRect(0, 0, Math.max(1, px(delivered)), BAR.height);
  }
  return context;
}

/** A ring of the zones that are near each other, in parts by their marks, with room for their number. */
function drawRing(counts: readonly number[]): CanvasRenderingContext2D {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const radius = RING.radius[String(total).length] ?? 17;
  const side = 2 * radius + 2;
  const context = makeCanvas(side, side);
  context.translate(side / 2, side / 2);
  context.fillStyle = cssColour("paper");
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fill();
  let from = -Math.PI / 2;
  for (const [i, count] of counts.entries()) {
    const kind = MARK_KINDS[i];
    if (kind === undefined || count === 0) continue;
    const to = from + (count / total) * 2 * Math.PI;
    const colour = COLOURS[kind];
    if (colour !== null) {
      context.strokeStyle = cssColour(colour);
      context.lineWidth = RING.width;
      context.beginPath();
      context.arc(0, 0, radius - RING.width / 2, from, to);
      context.stroke();
    }
    // Where one part ends, also for eyes that see no colours.
    context.strokeStyle = cssColour("mark-line");
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(Math.cos(to) * (radius - RING.width), Math.sin(to) * (radius - RING.width));
    context.lineTo(Math.cos(to) * radius, Math.sin(to) * radius);
    if (count < total) context.stroke();
    from = to;
  }
  context.strokeStyle = cssColour("mark-line");
  context.lineWidth = 1;
  for (const edge of [radius, radius - RING.width]) {
    context.beginPath();
    context.arc(0, 0, edge, 0, 2 * Math.PI);
    context.stroke();
  }
  return context;
}
