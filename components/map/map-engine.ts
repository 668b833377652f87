import { Map as MapLibreMap, type StyleSpecification, setWorkerUrl } from "maplibre-gl";
import { afterPaint } from "@/lib/client/after-paint";
import { HOME_ZOOM, type MapBounds, type MapView } from "./map-point";
import { withDeadline } from "./with-deadline";

// The bundler leaves the library's worker out, and without it the map stays blank without an error.
setWorkerUrl(new URL("maplibre-gl/dist/maplibre-gl-worker.mjs", import.meta.url).href);

/** Faces in which the basemap's labels are drawn. */
const LABEL_FACES = [
  '400 12px "Inter Variable"',
  'italic 400 12px "Inter Variable"',
  '600 12px "Inter Variable"',
];
const URDU_FACES = [
  '400 12px "Noto Naskh Arabic Variable"',
  '600 12px "Noto Naskh Arabic Variable"',
];
/** CSS pixels at the top for the legend and the choices of the map, and at the foot for the notes. */
const CONTROLS = 36;
const NOTES = 40;

/** Marks the events of moves that the product made itself. */
const OWN_MOVE = { own: true } as const;

/**
 * Waits until the faces of the labels are loaded: the library draws each letter once and keeps it. After a while, labels in
 * a fallback face are better than no map.
 */
export async function loadLabelFaces(locale: string): Promise<void> {
  const loading = [
    ...LABEL_FACES.map((face) => document.fonts.load(face, "Aa")),
    ...(locale === "ur" ? URDU_FACES.map((face) => document.fonts.load(face, "ا")) : []),
  ];
  await withDeadline(Promise.allSettled(loading));
}

/**
 * Makes the map in `container`, flat and north up.
 * @param home what it shows without a view
 * @param title its accessible name
 * @throws Error where the browser has no WebGL 2
 */
export function createMap(
  container: HTMLElement,
  style: StyleSpecification,
  view: MapView | null,
  home: MapBounds,
  title: string,
): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style,
    ...(view === null
      ? {
          bounds: toLibraryBounds(home),
          fitBoundsOptions: { padding: homePadding(container), maxZoom: HOME_ZOOM },
        }
      : { center: [view.lon, view.lat], zoom: view.zoom }),
    maxBounds: MAX_BOUNDS,
    maxZoom: 16,
    trackResize: false,
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: 0,
    locale: { "Map.Title": title },
  });
  // Browser tests read what is drawn.
  Object.assign(container, { map });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  followSize(map, container);
  return map;
}

/**
 * Redraws the map in its new size after the next paint. The library does it before that paint, which then waits some 30 ms
 * where a filter makes the head of the page higher.
 */
function followSize(map: MapLibreMap, container: HTMLElement): void {
  let cancel: (() => void) | null = null;
  let isFirst = true;
  const observer = new ResizeObserver(() => {
    cancel?.();
    // The size in which the map was made is reported, too.
    if (!isFirst) cancel = afterPaint(() => map.resize().redraw());
    isFirst = false;
  });
  observer.observe(container);
  map.once("remove", () => {
    cancel?.();
    observer.disconnect();
  });
}

/** Shows a view; null is `home`. */
export function showView(map: MapLibreMap, view: MapView | null, home: MapBounds): void {
  if (view !== null) {
    map.jumpTo({ center: [view.lon, view.lat], zoom: view.zoom }, OWN_MOVE);
    return;
  }
  const around = homePadding(map.getContainer());
  const padding = {
    top: around + CONTROLS,
    left: around,
    right: around,
    bottom: around + NOTES,
  };
  map.fitBounds(toLibraryBounds(home), { padding, animate: false, maxZoom: HOME_ZOOM }, OWN_MOVE);
}

/** Shows an area. @returns its view as it is in addresses */
export function showArea(map: MapLibreMap, area: MapBounds): MapView {
  showView(map, null, area);
  return currentView(map);
}

const toLibraryBounds = ([[west, south], [east, north]]: MapBounds): [
  [number, number],
  [number, number],
] => [
  [west, south],
  [east, north],
];

/** The view as it is in addresses: to a thousandth of a degree and a hundredth of a zoom step. */
export function currentView(map: MapLibreMap): MapView {
  const { lng, lat } = map.getCenter();
  return { lon: round(lng, 3), lat: round(lat, 3), zoom: round(map.getZoom(), 2) };
}

/** Metres on the ground under one px at the given latitude. */
export function metresPerPixel(latitude: number, zoom: number): number {
  const equator = 40_075_016.686;
  return (equator * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
}

/**
 * Whether something is drawn: looks for a pixel that is not transparent in the middle row. One colour is
 * enough, because a near view may show only land or only sea. Call it while the library renders, when
 * the picture still exists.
 */
export function hasPainted(map: MapLibreMap): boolean {
  const { width, height } = map.getCanvas();
  const context = map.getCanvas().getContext("webgl2");
  if (context === null || width === 0) {
    return false;
  }
  const bytes = new Uint8Array(width * 4);
  const middle = Math.floor(height / 2);
  context.readPixels(0, middle, width, 1, context.RGBA, context.UNSIGNED_BYTE, bytes);
  return bytes.some((part, at) => at % 4 === 3 && part > 0);
}

function homePadding(container: HTMLElement): number {
  return Math.min(48, Math.round(Math.min(container.clientWidth, container.clientHeight) * 0.05));
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** A colour token as the browser paints it now ("rgb(…)"), for what CSS cannot reach. Browser only. */
export function cssColour(token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(--color-${token})`;
  // Colours that the reader forces are for text; a map of one colour says nothing.
  probe.style.forcedColorAdjust = "none";
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** West and south, east and north of the layers. Outside there is only the colour of the sea. */
const MAX_BOUNDS: [[number, number], [number, number]] = [
  [44, 12],
  [94, 46],
];
