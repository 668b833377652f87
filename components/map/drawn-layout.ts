import type { Standing } from "@/lib/readiness/standing";
import { GROUND, projectToGround } from "./ground-frame";
import { spreadMarkers } from "./marker-layout";

/** A zone as a drawn map shows it. */
export interface DrawnZone {
  readonly slug: string;
  /** Short name. */
  readonly name: string;
  /** Degrees. */
  readonly location: { readonly lon: number; readonly lat: number };
  readonly standing: Standing;
  /** Approval not confirmed. */
  readonly candidate: boolean;
}

/** A marker and its name, CSS pixels from the upper left corner. */
export interface DrawnMarker {
  readonly zone: DrawnZone;
  /** The middle of the marker. */
  readonly x: number;
  readonly y: number;
  /** The place of the name; null: it has no room. */
  readonly label: NamePlace | null;
}

/** A box, CSS pixels. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box of a name, which is a little wider than the name, and where in it the name begins or ends. */
interface NamePlace extends Box {
  readonly anchor: "start" | "middle" | "end";
}

/** A drawn map of a width. All CSS pixels. */
export interface DrawnLayout {
  readonly width: number;
  readonly height: number;
  /** Pixels for each unit of the ground. */
  readonly scale: number;
  readonly markerSize: number;
  readonly fontSize: number;
  readonly markers: readonly DrawnMarker[];
}

/** More markers stay at their places: to spread them would take too long. */
const MOST_SPREAD = 200;
/** Width of a letter as a share of the size of the font: more than the average of Inter, so that no name is longer. */
const LETTER = 0.6;
const GAP = 3;

/**
 * Places zones on a drawn map of a width. Markers that overlap are spread; each is inside the map. A name stands where it
 * covers no marker, no city and no other name, else it is left out.
 */
export function layoutDrawnMap(
  zones: readonly DrawnZone[],
  width: number,
  markerSize: number,
  fontSize: number,
  cities: readonly { readonly name: string; readonly location: DrawnZone["location"] }[] = [],
): DrawnLayout {
  const scale = width / GROUND.width;
  const height = Math.round(GROUND.height * scale);
  const half = markerSize / 2;
  const anchors = zones.map(({ slug, location }) => {
    const { x, y } = projectToGround(location);
    return { id: slug, x: x * scale, y: y * scale, radius: half + 1 };
  });
  const offsets = zones.length > MOST_SPREAD ? new Map() : spreadMarkers(anchors);
  const spots = anchors.map(({ id, x, y }) => {
    const { dx, dy } = offsets.get(id) ?? { dx: 0, dy: 0 };
    return { x: within(x + dx, half, width - half), y: within(y + dy, half, height - half) };
  });
  const taken = [
    ...spots.map(({ x, y }): Box => around(x, y, markerSize, markerSize)),
    ...cities.map(({ name, location }): Box => {
      const { x, y } = projectToGround(location);
      const size = fontSize - 1;
      return around(x * scale, y * scale - size / 3, name.length * size * LETTER, size * 1.2);
    }),
  ];
  const frame = { x: 0, y: 0, width, height };
  const markers = zones.map((zone, i): DrawnMarker => {
    const { x = 0, y = 0 } = spots[i] ?? {};
    const size = { width: zone.name.length * fontSize * LETTER, height: fontSize * 1.2 };
    const label =
      listPlaces(x, y, half + GAP, size).find(
        (box) => isWithin(box, frame) && !taken.some((other) => overlaps(box, other)),
      ) ?? null;
    if (label) taken.push(label);
    return { zone, x, y, label };
  });
  return { width, height, scale, markerSize, fontSize, markers };
}

/** The places of a name: after the marker, before it, above and below it. */
function listPlaces(
  x: number,
  y: number,
  away: number,
  { width, height }: { width: number; height: number },
): NamePlace[] {
  const side = away + width / 2;
  const up = away + height / 2;
  return [
    { ...around(x + side, y, width, height), anchor: "start" },
    { ...around(x - side, y, width, height), anchor: "end" },
    { ...around(x, y - up, width, height), anchor: "middle" },
    { ...around(x, y + up, width, height), anchor: "middle" },
  ];
}

/** Where in its box a name begins, stands or ends, from the left. */
export function getAnchorX({ x, width, anchor }: NamePlace): number {
  return x + { start: 0, middle: width / 2, end: width }[anchor];
}

function around(x: number, y: number, width: number, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function isWithin(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
