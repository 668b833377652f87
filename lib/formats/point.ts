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
