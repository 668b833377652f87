/** Layers that readers switch on and off: schematic routes; ports, airports and crossings; power plants; satellite images. */
export const MAP_LAYERS = ["routes", "ports", "power", "imagery"] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** What the operator's settings add to the map or put in its place. */
export interface MapSettings {
  /** Address of a style that replaces the product's own; null: its own. */
  readonly styleUrl: string | null;
  /** Address of an archive of street tiles under our own lines; null: none. */
  readonly pmtiles: string | null;
  /** Tiles of satellite images, and whose they are; null: none. */
  readonly imagery: { readonly url: string; readonly attribution: string } | null;
}
