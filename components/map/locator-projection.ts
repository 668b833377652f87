import paths from "./locator-paths.json";

const [WEST = 0, , EAST = 0, NORTH = 0] = paths.box;

/** The place of a location in the drawing of the locator map (Mercator), in its units. */
export function projectToLocator(lon: number, lat: number): { x: number; y: number } {
  const unit = paths.width / radians(EAST - WEST);
  return { x: radians(lon - WEST) * unit, y: (mercator(NORTH) - mercator(lat)) * unit };
}

function mercator(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
