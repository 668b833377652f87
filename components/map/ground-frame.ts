import frame from "./locator-frame.json";

/** Units of the drawing of the country. */
export const GROUND = { width: frame.width, height: frame.height } as const;

const [WEST = 0, SOUTH = 0, EAST = 0, NORTH = 0] = frame.box;

/** What the drawing of the country covers, degrees. */
export const GROUND_BOX = { west: WEST, south: SOUTH, east: EAST, north: NORTH } as const;

/** Width of the whole world in units of the drawing. */
export const WORLD_WIDTH = (frame.width * 360) / (EAST - WEST);

/** The place of a location in the drawing (Mercator), in its units, to thousandths: engines compute the last digits differently. */
export function projectToGround({ lon, lat }: { lon: number; lat: number }): {
  x: number;
  y: number;
} {
  const unit = WORLD_WIDTH / (2 * Math.PI);
  return {
    x: thousandths(radians(lon - WEST) * unit),
    y: thousandths((mercator(NORTH) - mercator(lat)) * unit),
  };
}

function thousandths(length: number): number {
  return Math.round(length * 1000) / 1000;
}

function mercator(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
