"use client";

import type { Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { useLocale } from "next-intl";
import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
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
import { showZones, withZones, type ZoneData, type ZoneLook } from "./zone-source";

/** The colours of the tint in the theme in force: neutral for counts, the ramp for readiness. */
function readTints(): LoadedStyles["tints"] {
  const neutral = cssColour("ink-4");
  return { none: neutral, count: neutral, median: cssColour("ramp-2") };
}

/** The colours of zones and their names in the theme in force. */
function readLook(theme: ZoneLook["theme"]): ZoneLook {
  return {
    theme,
    ink: cssColour("ink"),
    name: cssColour("ink-2"),
    running: cssColour("ramp-4"),
    halo: cssColour("land"),
    accent: cssColour("accent"),
  };
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
  /** What is drawn over the ground; absent: nothing. Its parts are the same objects while they do not change. */
  zones?: ZoneData;
  /** Called once with the map, before it draws. */
  onMade?: (map: MapLibreMap) => void;
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
  readonly look: ZoneLook;
}

/** Makes the map in a container and updates its theme, tint and view without making a new one. */
export function useMap(container: RefObject<HTMLElement | null>, request: MapRequest): MapState {
  const { theme, layers, shading, view, home, zones } = request;
  const { styleUrl, pmtiles, imagery } = request.settings;
  const locale = useLocale();
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
      loadLabelFaces(locale),
    ]).then(
      ([own, other, streets]) => {
        if (abort.signal.aborted) return;
        setLoaded({ own, other, streets, tints: readTints(), look: readLook(theme) });
      },
      () => abort.signal.aborted || setHasNoStyle(true),
    );
    return () => abort.abort();
  }, [theme, styleUrl, pmtiles, locale]);

  // By its members: each address gives a new list.
  const shownKey = layers.join(",");
  const style = useMemo(() => {
    if (loaded === null) return null;
    const { tints, look, ...styles } = loaded;
    const shown = MAP_LAYERS.filter((layer) => shownKey.split(",").includes(layer));
    const colour = tints[shading.mode];
    return { look, ground: composeStyle({ ...styles, imagery, shown, shading, colour, locale }) };
  }, [loaded, imagery, shownKey, shading, locale]);

  // The style of the map: setting it again while it loads would start over.
  const drawn = useRef<typeof style>(null);
  /** The style with the zones of now. */
  const takeStyle = useEffectEvent((): StyleSpecification | null => {
    drawn.current = style;
    if (style === null || zones === undefined) return style?.ground ?? null;
    return withZones(style.ground, zones, style.look);
  });
  const firstMap = useEffectEvent((element: HTMLElement) => {
    const first = takeStyle();
    return first === null ? null : createMap(element, first, view, home, request.title);
  });
  const prepare = useEffectEvent((one: MapLibreMap) => request.onMade?.(one));
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
    prepare(one);
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
      const next = takeStyle();
      if (next !== null) map.setStyle(next, { diff: true });
    }
  }, [map, style]);

  const { zones: all, picked } = zones ?? {};
  useEffect(() => {
    if (map !== null && all) showZones(map, "zones", all);
  }, [map, all]);
  useEffect(() => {
    if (map !== null && picked) showZones(map, "picked", picked);
  }, [map, picked]);

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

  const attributions = useMemo(
    () => (style === null ? [] : listAttributions(style.ground)),
    [style],
  );
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
