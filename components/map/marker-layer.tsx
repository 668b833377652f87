"use client";

import type { Map as MapLibreMap } from "maplibre-gl";
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { usePlainText } from "@/lib/text/use-plain-text";
import { keepLabelsClear } from "./label-collision";
import { paintLeaderLines } from "./leader-lines";
import { metresPerPixel } from "./map-engine";
import { type MapPoint, markerSize } from "./map-point";
import { Marker } from "./marker";
import { markerInDirection } from "./marker-direction";
import { type MarkerLayout, markerLayouter } from "./marker-layout";
import { thinPoints } from "./thin-points";

/** More markers than this take long to draw, and cannot be told apart. */
const MOST = 300;

const NONE: ShownPoints = { points: [], counts: new Map() };

interface MarkerLayerProps {
  map: MapLibreMap;
  points: readonly MapPoint[];
  highlighted: string | null;
  onHighlight: (slug: string | null) => void;
  onSelect: (slug: string) => void;
  sizeByArea: boolean;
  /** The tooltip of the highlighted marker; screen readers have its name. */
  renderTip?: (slug: string) => ReactNode;
}

/** Radius in km of the ring around a place of this precision, so that no marker looks surveyed. */
const PRECISION_KM = { site: 0, town: 5, district: 25 } as const;
const TIP_GAP = 16;
const ZOOM_STEP = 2;
/** Smaller rings would hide under the marker. */
const LEAST_RING = 14;
/** CSS pixels at the edge of the map in which a marker counts as out of view. */
const EDGE = 24;

/**
 * The zones as buttons over the map. The tab key stops at one of them, arrow keys go to the nearest in
 * their direction, Enter selects. Positions are written to the elements in the frame in which the map
 * moves, without React.
 */
export function MarkerLayer(props: MarkerLayerProps) {
  const { map, highlighted, onHighlight, onSelect, sizeByArea, renderTip } = props;
  const { points, counts } = useThinnedPoints(map, props.points);
  const { t } = usePlainText();
  const layer = useRef<HTMLDivElement>(null);
  const lines = useRef<SVGSVGElement>(null);
  const layout = useRef<MarkerLayout>({ places: [], clusters: [] });
  /** The buttons by slug, found again when other points are drawn: the map moves in every frame. */
  const buttons = useRef<{ of: readonly MapPoint[]; bySlug: ReadonlyMap<string, HTMLElement> }>({
    of: [],
    bySlug: new Map(),
  });
  const [visited, setVisited] = useState<string | null>(null);
  const lay = useMemo(
    () => markerLayouter(points, sizeByArea, counts),
    [points, sizeByArea, counts],
  );

  const place = useEffectEvent(() => {
    const root = layer.current;
    if (root === null) {
      return;
    }
    layout.current = lay(map);
    if (buttons.current.of !== points) {
      buttons.current = { of: points, bySlug: findButtons(root) };
    }
    for (const { point, x, y } of layout.current.places) {
      const button = buttons.current.bySlug.get(point.slug);
      if (button !== undefined) {
        button.style.transform = `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)`;
        button.style.visibility = "visible";
      }
    }
    if (lines.current !== null) paintLeaderLines(lines.current, layout.current, precisionRing());
    placeTip(root);
  });

  function precisionRing() {
    const shown = layout.current.places.find(({ point }) => point.slug === highlighted);
    if (shown === undefined || shown.point.precision === null) {
      return null;
    }
    const metres = PRECISION_KM[shown.point.precision] * 1000;
    const radius = metres / metresPerPixel(shown.point.lat, map.getZoom());
    return radius < LEAST_RING ? null : { x: shown.anchorX, y: shown.anchorY, radius };
  }

  /** On the side of the marker where there is more room. */
  function placeTip(root: HTMLElement) {
    const tip = root.querySelector<HTMLElement>("[data-tip]");
    const shown = layout.current.places.find(({ point }) => point.slug === highlighted);
    if (tip === null || shown === undefined) {
      return;
    }
    const { offsetWidth: width, offsetHeight: height } = tip;
    const left = shown.x > root.clientWidth / 2 ? shown.x - TIP_GAP - width : shown.x + TIP_GAP;
    const top = Math.min(Math.max(shown.y - height / 2, 8), root.clientHeight - height - 8);
    const inside = Math.min(Math.max(left, 8), root.clientWidth - width - 8);
    tip.style.transform = `translate(${Math.round(inside)}px,${Math.round(top)}px)`;
  }

  useLayoutEffect(() => {
    const onMove = () => place();
    const onRest = () => keepLabelsClear(map, layout.current);
    map.on("move", onMove);
    map.on("resize", onMove);
    map.on("moveend", onRest);
    // A new style has no room for the markers yet.
    map.on("styledata", onRest);
    return () => {
      map.off("move", onMove);
      map.off("resize", onMove);
      map.off("moveend", onRest);
      map.off("styledata", onRest);
    };
  }, [map]);

  // The wheel over a marker zooms the map.
  useEffect(() => {
    const root = layer.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      map.getCanvasContainer().dispatchEvent(new WheelEvent(event.type, event));
    };
    root?.addEventListener("wheel", onWheel, { passive: false });
    return () => root?.removeEventListener("wheel", onWheel);
  }, [map]);

  // Other markers or sizes need other room between the names of towns.
  useLayoutEffect(() => keepLabelsClear(map, lay(map)), [map, lay]);

  // After every render: the markers, their sizes or the highlighted one may have changed.
  useLayoutEffect(() => place());

  function onKeyDown(event: KeyboardEvent<HTMLFieldSetElement>) {
    const from = event.target instanceof HTMLElement ? event.target.dataset.slug : undefined;
    if (from === undefined) {
      return;
    }
    const placed = layout.current.places.map(({ point, x, y }) => ({ id: point.slug, x, y }));
    const to = markerInDirection(placed, from, event.key);
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
    }
    const target = placed.find((marker) => marker.id === to);
    if (to === null || target === undefined) {
      return;
    }
    setVisited(to);
    layer.current
      ?.querySelector<HTMLElement>(`[data-slug="${CSS.escape(to)}"]`)
      ?.focus({ preventScroll: true });
    bringIntoView(map, target);
  }

  /** Closer, so that the zones for which a marker stands get markers of their own. */
  const zoomTo = useCallback(
    (slug: string) => {
      const point = points.find((one) => one.slug === slug);
      if (point) map.easeTo({ center: [point.lon, point.lat], zoom: map.getZoom() + ZOOM_STEP });
    },
    [map, points],
  );
  const stop = points.some((point) => point.slug === visited) ? visited : points[0]?.slug;
  const tip = highlighted === null ? null : renderTip?.(highlighted);
  return (
    <div
      ref={layer}
      data-markers=""
      className="pointer-events-none absolute inset-0 overflow-hidden print:hidden"
    >
      <svg ref={lines} aria-hidden="true" className="absolute inset-0 size-full max-w-none" />
      <fieldset onKeyDown={onKeyDown}>
        <legend className="sr-only">{t("map.keys")}</legend>
        {points.map((point) => (
          <Marker
            key={point.slug}
            point={point}
            size={markerSize(point.areaAcres, sizeByArea)}
            highlighted={point.slug === highlighted}
            tabStop={point.slug === stop}
            count={counts.get(point.slug) ?? 1}
            onHighlight={onHighlight}
            onSelect={counts.has(point.slug) ? zoomTo : onSelect}
          />
        ))}
      </fieldset>
      {tip ? (
        <div
          data-tip=""
          aria-hidden="true"
          className="absolute top-0 left-0 z-3 w-max max-w-64 rounded-pop bg-pop px-2.5 py-2 shadow-pop [--band-ground:var(--color-pop)]"
        >
          {tip}
        </div>
      ) : null}
    </div>
  );
}

function findButtons(root: HTMLElement): ReadonlyMap<string, HTMLElement> {
  const found = root.querySelectorAll<HTMLElement>("button[data-slug]");
  return new Map(Array.from(found, (button) => [button.dataset.slug ?? "", button]));
}

/** Moves the map where a marker reached by the keyboard is out of view. */
function bringIntoView(map: MapLibreMap, { x, y }: { x: number; y: number }) {
  const { clientWidth, clientHeight } = map.getContainer();
  if (x < EDGE || y < EDGE || x > clientWidth - EDGE || y > clientHeight - EDGE) {
    map.easeTo({ center: map.unproject([x, y]) });
  }
}

/** The points to draw. */
interface ShownPoints {
  readonly points: readonly MapPoint[];
  /** Zones for which a point stands, by its slug, where there are more than one. Empty where every point is drawn. */
  readonly counts: ReadonlyMap<string, number>;
}

/** All points; of very many only those in the picture, near ones as one. They are chosen again when the map rests. */
function useThinnedPoints(map: MapLibreMap, points: readonly MapPoint[]): ShownPoints {
  const isThinned = points.length > MOST;
  const [thinned, setThinned] = useState<ShownPoints>(NONE);
  useLayoutEffect(() => {
    if (!isThinned) return;
    const thin = () => setThinned(thinOnMap(map, points));
    thin();
    map.on("moveend", thin);
    map.on("resize", thin);
    return () => {
      map.off("moveend", thin);
      map.off("resize", thin);
    };
  }, [map, points, isThinned]);
  const all = useMemo(() => ({ points, counts: NONE.counts }), [points]);
  return isThinned ? thinned : all;
}

function thinOnMap(map: MapLibreMap, points: readonly MapPoint[]): ShownPoints {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const project = ({ lon, lat }: MapPoint) => map.project([lon, lat]);
  const thinned = thinPoints(points, project, { width, height }, MOST);
  return {
    points: thinned.map(({ point }) => point),
    counts: new Map(
      thinned
        .filter(({ count }) => count > 1)
        .map(({ point, count }): [string, number] => [point.slug, count]),
    ),
  };
}
