import { MAP_LAYERS, type MapLayer } from "@/components/map/map-layers";
import type { MapShading, MapView } from "@/components/map/map-point";
import {
  invalid,
  notAllowed,
  type ParamIssue,
  REPEATED,
  type ValueIssue,
} from "@/lib/query/param-issues";
import { readZones } from "@/lib/query/param-readers";
import { COLUMN_KEYS, type ColumnKey, DEFAULT_COLUMNS, isColumnKey } from "./columns";

/** How the explorer shows what a query finds. */
export interface ExplorerView {
  /** Columns after the zone's name, in their order. */
  readonly columns: readonly ColumnKey[];
  readonly density: Density;
  /** Centre and zoom of the map; null: the zones found, and without conditions the whole country. */
  readonly map: MapView | null;
  /** Layers of the map that are on. */
  readonly layers: readonly MapLayer[];
  /** What the markers show beside the standing, or in its place. */
  readonly markers: Markers;
  /** What provinces are shaded by. */
  readonly shading: MapShading["mode"];
  /** Slugs of the zones selected in the table or on the map. */
  readonly selected: readonly string[];
}

/** Height of the table's rows: with the date under each value, or one line without it. */
const DENSITIES = ["dated", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

/** What may colour the markers in place of the standing. */
export const SHADES = ["firms", "supply", "support"] as const;
export type Shade = (typeof SHADES)[number];

/**
 * What markers show beside the standing: nothing more, the area by their size, or the gap of a utility as a bar. In its place:
 * a colour by firms producing, by the share of power delivered, or by the support of what is known.
 */
const MARKERS = ["standing", "area", "power", "gas", ...SHADES] as const;
export type Markers = (typeof MARKERS)[number];

const SHADINGS = ["none", "count", "median"] as const satisfies readonly MapShading["mode"][];

/** The view before the reader changes it. */
export const DEFAULT_VIEW: ExplorerView = {
  columns: DEFAULT_COLUMNS,
  density: "dated",
  layers: ["routes", "ports"],
  map: null,
  markers: "standing",
  shading: "none",
  selected: [],
};

type Pairs = Iterable<readonly [string, string]>;
type ReadParam = Partial<ExplorerView> | { readonly issue: ValueIssue };

const MAP_EXAMPLE = "30.5,69.3,4.5";

/**
 * Reads a view from the parameters of an address and ignores others. Never throws: a value that cannot
 * be read is reported and stays at its default.
 * @param zoneSlugs see `AddressContext`; null: slugs are checked for their form alone, and one that no zone has selects nothing
 */
export function readView(
  pairs: Pairs,
  zoneSlugs: readonly string[] | null,
): { view: ExplorerView; problems: ParamIssue[] } {
  let view = DEFAULT_VIEW;
  const problems: ParamIssue[] = [];
  const seen = new Set<string>();
  for (const [param, got] of pairs) {
    const name = VIEW_PARAMS.find((known) => known === param);
    if (name === undefined) continue;
    const read = seen.has(name) ? { issue: REPEATED } : PARAMS[name].read(got, zoneSlugs);
    seen.add(name);
    if ("issue" in read) problems.push({ param, got, ...read.issue });
    else view = { ...view, ...read };
  }
  return { view, problems };
}

/** A parameter of the address that holds a part of the view. */
interface ViewParam {
  /** @param zoneSlugs as `readView` has them */
  readonly read: (got: string, zoneSlugs: readonly string[] | null) => ReadParam;
  readonly write: (view: ExplorerView) => string;
}

const PARAMS = {
  columns: { read: readColumns, write: ({ columns }) => columns.join(",") || "none" },
  density: {
    read: (got) => oneOf(DENSITIES, got, (density) => ({ density })),
    write: ({ density }) => density,
  },
  layers: { read: readLayers, write: ({ layers }) => layers.join(",") || "none" },
  map: { read: readMap, write: ({ map }) => (map === null ? "" : writeMap(map)) },
  markers: {
    read: (got) => oneOf(MARKERS, got, (markers) => ({ markers })),
    write: ({ markers }) => markers,
  },
  provinces: {
    read: (got) => oneOf(SHADINGS, got, (shading) => ({ shading })),
    write: ({ shading }) => shading,
  },
  selected: { read: readSelected, write: ({ selected }) => selected.join(",") },
} satisfies Record<string, ViewParam>;

/** Parameters of the address that hold a view. */
export const VIEW_PARAMS = Object.keys(PARAMS) as readonly (keyof typeof PARAMS)[];

/** The parameters of a view, without defaults. `readView(writeView(view))` gives the view back. */
export function writeView(view: ExplorerView): [string, string][] {
  return VIEW_PARAMS.map((name): [string, string] => [name, PARAMS[name].write(view)]).filter(
    ([, written], at) => written !== DEFAULTS[at],
  );
}

const DEFAULTS = VIEW_PARAMS.map((name) => PARAMS[name].write(DEFAULT_VIEW));

function readColumns(got: string): ReadParam {
  if (got === "none") return { columns: [] };
  const columns: ColumnKey[] = [];
  for (const word of got.split(",")) {
    if (!isColumnKey(word)) return notAllowed(word, COLUMN_KEYS);
    if (!columns.includes(word)) columns.push(word);
  }
  return { columns };
}

/** In the order of the list, so that one choice has one address. */
function readLayers(got: string): ReadParam {
  if (got === "none") return { layers: [] };
  const words = got.split(",");
  const wrong = words.find((word) => !MAP_LAYERS.some((layer) => layer === word));
  return wrong === undefined
    ? { layers: MAP_LAYERS.filter((layer) => words.includes(layer)) }
    : notAllowed(wrong, MAP_LAYERS);
}

function readSelected(got: string, zoneSlugs: readonly string[] | null): ReadParam {
  if (zoneSlugs === null) {
    const read = readZones(got);
    return "issue" in read ? read : { selected: read.value };
  }
  const selected = [...new Set(got.split(","))];
  const wrong = selected.find((slug) => !zoneSlugs.includes(slug));
  return wrong === undefined ? { selected } : notAllowed(wrong, zoneSlugs);
}

/** Latitude, longitude, zoom: the order in which people write places. */
function readMap(got: string): ReadParam {
  const parts = got.split(",");
  const numbers = parts.map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [lat = Number.NaN, lon = Number.NaN, zoom = Number.NaN] = numbers;
  const fits =
    parts.length === 3 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && zoom >= 0 && zoom <= 22;
  return fits
    ? { map: { lat, lon, zoom } }
    : invalid({ code: "map-format", example: MAP_EXAMPLE }, [MAP_EXAMPLE]);
}

function writeMap({ lat, lon, zoom }: MapView): string {
  const rounded = (value: number, decimals: number) => String(Number(value.toFixed(decimals)));
  return [rounded(lat, 3), rounded(lon, 3), rounded(zoom, 2)].join(",");
}

function oneOf<T extends string>(
  allowed: readonly T[],
  got: string,
  use: (value: T) => Partial<ExplorerView>,
): ReadParam {
  const value = allowed.find((word) => word === got);
  return value === undefined ? notAllowed(got, allowed) : use(value);
}
