import { STANDINGS, type Standing } from "@/lib/readiness/standing";
import { GROUND, projectToGround } from "./ground-frame";
import { spreadMarkers } from "./spread-markers";

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

/** A city or an area that helps to find one's way. */
export interface DrawnPlace {
  readonly name: string;
  /** Degrees. Of an area: the middle of its name. */
  readonly location: { readonly lon: number; readonly lat: number };
  /** A city has a dot, and its name beside it. */
  readonly isCity: boolean;
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

/** CSS pixels from the upper left corner. */
export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box, CSS pixels. */
interface Box extends DrawnPoint, Size {}

/** The box of a name, which is a little wider than the name, and where in it the name begins or ends. */
interface NamePlace extends Box {
  readonly anchor: "start" | "middle" | "end";
  /** The end of the line that joins a name to its marker, which is not beside it; absent: there is no line. */
  readonly lineEnd?: DrawnPoint | undefined;
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
  /** The places whose names have room, each with the dot of a city or, of an area, with null. */
  readonly places: readonly {
    readonly place: DrawnPlace;
    readonly dot: DrawnPoint | null;
    readonly label: NamePlace;
  }[];
}

/** More markers stay at their places: to spread them would take too long. */
const MOST_SPREAD = 200;
/** Width of a letter as a share of the size of the font, more than the average of Inter, and of a Chinese character. */
const [LETTER, CHARACTER] = [0.62, 1.05];
/** Height of a name as a share of the size of the font, in which letters of Urdu have room, and where in it the line is. */
const [HEIGHT, LINE] = [1.25, 0.79];
const GAP = 3;
/** Names of zones with these standings may be away from their markers, at the end of a line. */
const WITH_LINE: ReadonlySet<Standing> = new Set(["running", "reported-running"]);
/** Lengths of such lines in widths of a marker, and their directions in degrees, the best first. */
const LINE_LENGTHS = [1, 1.6, 2.3, 3.2, 4.2, 5.5, 7];
/** How far names of cities may be from their dots, which need no line, in widths of a marker. */
const CITY_LENGTHS = [0.6, 1, 1.4];
const LINE_DIRECTIONS = [
  0, 180, 30, 150, 330, 210, 55, 125, 305, 235, 70, 110, 290, 250, 80, 100, 280, 260,
];
/** Pixels between the points of a line at which names must not be. */
const LINE_STEP = 3;
/** Width of the dot of a city. */
const DOT_SIZE = 4;

/**
 * Places zones on a drawn map of a width. Markers that overlap are spread; each is inside the map. A name stands where it
 * covers no marker and no other name, else it is left out. Areas are named first, then zones where firms run or ran, cities, and the other zones.
 * @param places cities and areas to name; with them, names of running zones that have no room beside their marker stand
 * away from it, at the end of a line
 */
export function layoutDrawnMap(
  zones: readonly DrawnZone[],
  width: number,
  markerSize: number,
  fontSize: number,
  places: readonly DrawnPlace[] = [],
): DrawnLayout {
  const scale = width / GROUND.width;
  const height = Math.round(GROUND.height * scale);
  const half = markerSize / 2;
  const toPoint = (location: DrawnZone["location"]): DrawnPoint => {
    const { x, y } = projectToGround(location);
    return { x: x * scale, y: y * scale };
  };
  const anchors = zones.map(({ slug, location }) => {
    return { id: slug, ...toPoint(location), radius: half + 1 };
  });
  const offsets = zones.length > MOST_SPREAD ? new Map() : spreadMarkers(anchors);
  const spots = anchors.map(({ id, x, y }) => {
    const { dx, dy } = offsets.get(id) ?? { dx: 0, dy: 0 };
    return { x: within(x + dx, half, width - half), y: within(y + dy, half, height - half) };
  });
  const frame = { x: 0, y: 0, width, height };
  const taken = spots.map(({ x, y }): Box => around(x, y, markerSize, markerSize));
  const isFree = (box: Box) => isWithin(box, frame) && !taken.some((other) => overlaps(box, other));
  const sizeOf = (name: string): Size => ({
    width:
      [...name].reduce((sum, one) => sum + (one > "\u2e7f" ? CHARACTER : LETTER), 0) * fontSize,
    height: fontSize * HEIGHT,
  });
  const take = (label: NamePlace | undefined, line: readonly Box[] = []) => {
    if (label) taken.push(label, ...line);
    return label ?? null;
  };
  const nameAway = (from: DrawnPoint, size: Size, half: number): NamePlace | null => {
    for (const away of listPlacesAway(from, markerSize, size)) {
      const line = listLineBoxes(from, away.lineEnd, half);
      if (isFree(away) && line.every(isFree)) return take(away, line);
    }
    return null;
  };
  const nameZone = ({ name, standing }: DrawnZone, spot: DrawnPoint): NamePlace | null => {
    const size = sizeOf(name);
    const near = take(listPlaces(spot, half + GAP, size).find(isFree));
    if (near || places.length === 0 || !WITH_LINE.has(standing)) return near;
    return nameAway(spot, size, half);
  };
  const namePlace = (place: DrawnPlace): DrawnLayout["places"] => {
    const spot = toPoint(place.location);
    const size = sizeOf(place.name);
    if (!place.isCity) {
      const middle = {
        ...around(spot.x, spot.y, size.width, size.height),
        anchor: "middle" as const,
      };
      const label = isFree(middle) ? take(middle) : null;
      return label === null ? [] : [{ place, dot: null, label }];
    }
    const near = listPlaces(spot, DOT_SIZE / 2 + GAP, size);
    const away = listPlacesAway(spot, markerSize, size, CITY_LENGTHS);
    const label = take(
      [...near, ...away.map((one) => ({ ...one, lineEnd: undefined }))].find(isFree),
    );
    return label === null ? [] : [{ place, dot: spot, label }];
  };
  const labels = new Map<string, NamePlace | null>();
  const nameZones = (standing: Standing) => {
    for (const [i, zone] of zones.entries()) {
      const spot = spots[i];
      if (spot && zone.standing === standing) labels.set(zone.slug, nameZone(zone, spot));
    }
  };
  const named = places.filter(({ isCity }) => !isCity).flatMap(namePlace);
  STANDINGS.filter((standing) => WITH_LINE.has(standing)).forEach(nameZones);
  named.push(...places.filter(({ isCity }) => isCity).flatMap(namePlace));
  STANDINGS.filter((standing) => !WITH_LINE.has(standing)).forEach(nameZones);
  const markers = zones.map((zone, i): DrawnMarker => {
    const { x = 0, y = 0 } = spots[i] ?? {};
    return { zone, x, y, label: labels.get(zone.slug) ?? null };
  });
  return { width, height, scale, markerSize, fontSize, markers, places: named };
}

/** The places of a name: after the marker, before it, above and below it. */
function listPlaces({ x, y }: DrawnPoint, away: number, { width, height }: Size): NamePlace[] {
  const side = away + width / 2;
  const up = away + height / 2;
  return [
    { ...around(x + side, y, width, height), anchor: "start" },
    { ...around(x - side, y, width, height), anchor: "end" },
    { ...around(x, y - up, width, height), anchor: "middle" },
    { ...around(x, y + up, width, height), anchor: "middle" },
  ];
}

/** The places of a name at the end of a line from the marker, shorter lines first. */
function listPlacesAway(
  { x, y }: DrawnPoint,
  markerSize: number,
  { width, height }: Size,
  lengths: readonly number[] = LINE_LENGTHS,
): (NamePlace & { lineEnd: DrawnPoint })[] {
  return lengths.flatMap((length) =>
    LINE_DIRECTIONS.map((degrees) => {
      const turn = (degrees * Math.PI) / 180;
      const lineEnd = {
        x: x + Math.cos(turn) * length * markerSize,
        y: y + Math.sin(turn) * length * markerSize,
      };
      const isAfter = Math.cos(turn) > 0;
      const middle = lineEnd.x + (isAfter ? 1 : -1) * (GAP + width / 2);
      const anchor = isAfter ? ("start" as const) : ("end" as const);
      return { ...around(middle, lineEnd.y, width, height), anchor, lineEnd };
    }),
  );
}

/** Points of a line from the edge of a marker, as boxes of a pixel. */
function listLineBoxes(from: DrawnPoint, to: DrawnPoint, half: number): Box[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const boxes: Box[] = [];
  for (let far = half * 1.5 + 1; far < length; far += LINE_STEP) {
    const share = far / length;
    boxes.push(around(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share, 1, 1));
  }
  return boxes;
}

/** Where in its box a name begins, stands or ends. */
export function getTextPoint({ x, y, width, height, anchor }: NamePlace): DrawnPoint {
  return { x: x + { start: 0, middle: width / 2, end: width }[anchor], y: y + height * LINE };
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
