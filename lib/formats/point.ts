import type { RankedRow } from "../query/select";

/** A place in degrees, WGS 84. */
export interface Position {
  readonly lon: number;
  readonly lat: number;
}

const BYTES = 21;
const POINT = 1;

/** A point as well-known binary: byte order (little-endian), type, longitude, latitude. */
export function pointWkb({ lon, lat }: Position): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(BYTES));
  view.setUint8(0, 1);
  view.setUint32(1, POINT, true);
  view.setFloat64(5, lon, true);
  view.setFloat64(13, lat, true);
  return new Uint8Array(view.buffer);
}

/** West, south, east and north of all places; null where no place is known. */
export function getBoundingBox(rows: readonly Pick<RankedRow, "values">[]) {
  const places = rows.flatMap(({ values }) => values.location ?? []);
  const [first] = places;
  if (!first) return null;
  return places.reduce(
    ([west, south, east, north], { lon, lat }) =>
      [
        Math.min(west, lon),
        Math.min(south, lat),
        Math.max(east, lon),
        Math.max(north, lat),
      ] as const,
    [first.lon, first.lat, first.lon, first.lat] as const,
  );
}
