"use client";

import type { Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { provideLabelRoom, withLabelRoom } from "./label-collision";
import {
  createMap,
  cssColour,
  currentView,
  hasPainted,
  loadLabelFaces,
  showView,
} from "./map-engine";
import { MAP_LAYERS, type MapLayer, type MapSettings } from "./map-layers";
import type { MapBounds, MapShading, MapView } from "./map-point";
import {
  basemapStyle,
  composeStyle,
  listAttributions,
  loadStyle,
  type StyleParts,
} from "./map-style";
import { withDeadline } from "./with-deadline";

/** The colours of the tint in the theme in force: neutral for counts, the ramp for readiness. */
function readTints(): LoadedStyles["tints"] {
  const neutral = cssColour("ink-4");
  return { none: neutral, count: neutral, median: cssColour("ramp-2") };
}

interface MapRequest {
  theme: "light" | "dark";
  settings: MapSettings;
  /** The layers that are switched on. */
  layers: readonly MapLayer[];
  shading: MapShading;
  /** null: `home`. */
  view: MapView | null;
  /** What the map shows without a view. */
  home: MapBounds;
  onViewChange: (view: MapView | null) => void;
  /** Accessible name of the canvas. */
  title: string;
}

/** The map; null until it is made. `painted`: something is drawn. `failure`: why there is no map. */
interface MapState {
  map: MapLibreMap | null;
  /** Whose data it shows. */
  attributions: readonly string[];
  painted: boolean;
  failure: "no-webgl" | "no-style" | null;
}

/** What a map style is made of, whatever is switched on. */
interface LoadedStyles extends Pick<StyleParts, "own" | "other" | "streets"> {
  readonly tints: Readonly<Record<MapShading["mode"], string>>;
}

/** Makes the map in a container and updates its theme, tint and view without making a new one. */
export function useMap(container: RefObject<HTMLElement | null>, request: MapRequest): MapState {
  const { theme, layers, shading, view, home } = request;
  const { styleUrl, pmtiles, imagery } = request.settings;
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const [painted, setPainted] = useState(false);
  const [hasNoWebgl, setHasNoWebgl] = useState(false);
  const [hasNoStyle, setHasNoStyle] = useState(false);
  const [loaded, setLoaded] = useState<LoadedStyles | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    Promise.all([
      loadStyle(basemapStyle(theme), abort.signal),
      styleUrl === null ? null : loadStyle(styleUrl, abort.signal),
      pmtiles === null ? null : withDeadline(loadStreets(pmtiles, theme)),
      loadLabelFaces(),
    ]).then(
      ([own, other, streets]) => {
        if (!abort.signal.aborted) setLoaded({ own, other, streets, tints: readTints() });
      },
      () => abort.signal.aborted || setHasNoStyle(true),
    );
    return () => abort.abort();
  }, [theme, styleUrl, pmtiles]);

  // By its members: each address gives a new list.
  const shownKey = layers.join(",");
  const style = useMemo(() => {
    if (loaded === null) return null;
    const { tints, ...styles } = loaded;
    const shown = MAP_LAYERS.filter((layer) => shownKey.split(",").includes(layer));
    const colour = tints[shading.mode];
    return withLabelRoom(composeStyle({ ...styles, imagery, shown, shading, colour }));
  }, [loaded, imagery, shownKey, shading]);

  // The style of the map: setting it again while it loads would start over.
  const drawn = useRef<StyleSpecification | null>(null);
  const firstMap = useEffectEvent((element: HTMLElement) => {
    drawn.current = style;
    return style === null ? null : createMap(element, style, view, home, request.title);
  });
  const viewMoved = useEffectEvent((moved: MapView) => {
    if (view === null || !sameView(moved, view)) {
      request.onViewChange(moved);
    }
  });
  const showAgain = useEffectEvent((one: MapLibreMap) => {
    if (view === null) {
      showView(one, null, home);
    }
  });

  const hasStyle = style !== null;
  useEffect(() => {
    const element = container.current;
    if (!hasStyle || element === null) {
      return;
    }
    let made: MapLibreMap | null = null;
    try {
      made = firstMap(element);
    } catch {
      setHasNoWebgl(true);
    }
    if (made === null) {
      return;
    }
    const one = made;
    provideLabelRoom(one);
    onceIdle(one, () => setPainted(true));
    // The library reports its own moves too, such as after a change of size.
    let last = currentView(one);
    one.on("moveend", (event) => {
      const now = currentView(one);
      if (!("own" in event) && !sameView(now, last)) {
        viewMoved(now);
      }
      last = now;
    });
    one.on("resize", () => showAgain(one));
    showAgain(one);
    setMap(one);
    return () => {
      one.remove();
      setMap(null);
      setPainted(false);
    };
  }, [container, hasStyle]);

  useEffect(() => {
    if (map !== null && style !== null && style !== drawn.current) {
      drawn.current = style;
      map.setStyle(style, { diff: true });
    }
  }, [map, style]);

  // By its parts: a view with the same numbers is the same view.
  const { lon, lat, zoom } = view ?? {};
  const [[west, south], [east, north]] = home;
  useEffect(() => {
    if (map !== null) {
      const target = lon === undefined || lat === undefined ? null : { lon, lat, zoom: zoom ?? 5 };
      if (target === null || !sameView(currentView(map), target)) {
        const around: MapBounds = [
          [west, south],
          [east, north],
        ];
        showView(map, target, around);
      }
    }
  }, [map, lon, lat, zoom, west, south, east, north]);

  const attributions = useMemo(() => (style === null ? [] : listAttributions(style)), [style]);
  return { map, painted, failure: nameFailure(hasNoWebgl, hasNoStyle && !hasStyle), attributions };
}

function nameFailure(hasNoWebgl: boolean, hasNoStyle: boolean): MapState["failure"] {
  if (hasNoWebgl) return "no-webgl";
  return hasNoStyle ? "no-style" : null;
}

/** The streets of an archive; null where it cannot be read: the map is useful without them. */
async function loadStreets(url: string, theme: "light" | "dark") {
  try {
    const streets = await import("./map-streets");
    return await streets.loadStreets(url, theme);
  } catch {
    return null;
  }
}

/** Calls back once the map is idle and something is drawn. */
function onceIdle(map: MapLibreMap, onPainted: () => void): void {
  map.once("idle", () => {
    map.once("render", () => {
      if (hasPainted(map)) {
        onPainted();
      } else {
        onceIdle(map, onPainted);
      }
    });
    map.triggerRepaint();
  });
}

function sameView(a: MapView, b: MapView): boolean {
  return a.lon === b.lon && a.lat === b.lat && a.zoom === b.zoom;
}
