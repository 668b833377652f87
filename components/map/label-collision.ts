import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import type { MarkerLayout } from "./marker-layout";

const ROOM = "marker-room";
const SIZE = 24;

/**
 * Adds an invisible symbol for every marker to a style, above all labels, so that the names of towns
 * avoid the markers. `keepLabelsClear` moves the symbols.
 */
export function withLabelRoom(style: StyleSpecification): StyleSpecification {
  return {
    ...style,
    sources: {
      ...style.sources,
      [ROOM]: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
    },
    layers: [
      ...style.layers,
      {
        id: ROOM,
        type: "symbol",
        source: ROOM,
        layout: {
          "icon-image": ROOM,
          "icon-allow-overlap": true,
          "icon-padding": 0,
          "icon-size": ["/", ["get", "width"], SIZE],
        },
      },
    ],
  };
}

/** Gives the map the transparent image of those symbols when it needs it. */
export function provideLabelRoom(map: MapLibreMap): void {
  map.setMissingStyleImageResolver((id) => {
    if (id === ROOM && !map.hasImage(ROOM)) {
      map.addImage(ROOM, { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 4) });
    }
  });
}

/** Moves the symbols to the current places of the markers and their numbers. */
export function keepLabelsClear(map: MapLibreMap, { places, clusters }: MarkerLayout): void {
  const source = map.getSource<GeoJSONSource>(ROOM);
  const drawn = [...places, ...clusters.map(({ x, y, half }) => ({ x, y, size: 2 * half.width }))];
  source?.setData({
    type: "FeatureCollection",
    features: drawn.map(({ x, y, size }) => {
      const { lng, lat } = map.unproject([x, y]);
      return {
        type: "Feature",
        properties: { width: size + 2 },
        geometry: { type: "Point", coordinates: [lng, lat] },
      };
    }),
  });
}
