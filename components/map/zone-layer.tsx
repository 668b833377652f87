"use client";

import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { StandingMark } from "@/components/evidence/standing-mark";
import { STANDINGS } from "@/lib/readiness/standing";
import { usePlainText } from "@/lib/text/use-plain-text";
import { type MapPoint, SHADE_STEPS } from "./map-point";
import { ShadeMark } from "./shade-mark";
import { getZoneSource, ZONE_LAYERS } from "./zone-source";

/** Of more zones than this, the list of the map has the first; the table has all. */
const MOST = 300;
/** CSS pixels around a pointer in which a zone is meant; more for a finger. */
const REACH = { mouse: 5, touch: 14 } as const;
const TIP_GAP = 16;
/** A press on a ring goes at least so much nearer. */
const ZOOM_STEP = 1.5;

/** The zones of a ring. */
interface Cluster {
  readonly lon: number;
  readonly lat: number;
  readonly points: readonly MapPoint[];
  /** Pressed: its zones can be pressed too. */
  readonly isOpen: boolean;
}

interface ZoneLayerProps {
  map: MapLibreMap;
  points: readonly MapPoint[];
  highlighted: string | null;
  onHighlight: (slug: string | null) => void;
  onSelect: (slug: string) => void;
  /** The tooltip of the highlighted zone; screen readers have its name. */
  renderTip?: ((slug: string) => ReactNode) | undefined;
}

/** What the map says about its zones: the tip of the one pointed at, the zones of a ring, and a list for keyboards. */
export function ZoneLayer({
  map,
  points,
  highlighted,
  onHighlight,
  onSelect,
  renderTip,
}: ZoneLayerProps) {
  const [cluster, setCluster] = useState<Cluster | null>(null);
  const bySlug = useMemo(() => new Map(points.map((point) => [point.slug, point])), [points]);

  async function showCluster({ cluster: id = 0, lon, lat }: Hit, isOpen: boolean) {
    const leaves = (await getZoneSource(map)?.getClusterLeaves(id, MOST, 0)) ?? [];
    const members = leaves.flatMap(({ properties }) => bySlug.get(properties?.slug) ?? []);
    setCluster({ lon, lat, points: members, isOpen });
  }
  const pointAt = useEffectEvent((hit: Hit | null) => {
    map.getCanvas().style.cursor = hit === null ? "" : "pointer";
    onHighlight(hit?.slug ?? null);
    if (cluster?.isOpen) return;
    if (hit?.cluster === undefined) setCluster(null);
    else void showCluster(hit, false);
  });
  const press = useEffectEvent(async (hit: Hit | null) => {
    setCluster(null);
    if (hit?.slug !== undefined) return onSelect(hit.slug);
    if (hit?.cluster === undefined) return;
    const zoom = await getZoneSource(map)?.getClusterExpansionZoom(hit.cluster);
    if (zoom === undefined || zoom > map.getMaxZoom()) return await showCluster(hit, true);
    const nearer = Math.max(zoom, map.getZoom() + ZOOM_STEP);
    map.easeTo({ center: [hit.lon, hit.lat], zoom: nearer });
    // The zones of the ring may have been read for the pointer meanwhile.
    setCluster(null);
  });

  useEffect(() => {
    let last: string | number | undefined;
    const onMove = (event: MapMouseEvent) => {
      const hit = findZone(map, event);
      const now = hit?.slug ?? hit?.cluster;
      if (now !== last) pointAt(hit);
      last = now;
    };
    const onLeave = () => {
      if (last !== undefined) pointAt(null);
      last = undefined;
    };
    const onClick = (event: MapMouseEvent) => void press(findZone(map, event));
    map.on("mousemove", onMove);
    map.on("mouseout", onLeave);
    map.on("click", onClick);
    return () => {
      map.off("mousemove", onMove);
      map.off("mouseout", onLeave);
      map.off("click", onClick);
    };
  }, [map]);

  const active = highlighted === null ? undefined : bySlug.get(highlighted);
  const tip = active && renderTip?.(active.slug);
  return (
    <div className="pointer-events-none absolute inset-0 overflow-hidden print:hidden">
      <ZoneList map={map} points={points} onHighlight={onHighlight} onSelect={onSelect} />
      {active && tip ? (
        <MapTip map={map} at={active}>
          {tip}
        </MapTip>
      ) : cluster === null ? null : (
        <MapTip map={map} at={cluster}>
          <ClusterTip {...cluster} onSelect={onSelect} />
        </MapTip>
      )}
    </div>
  );
}

/** What is under a pointer: a zone, or a ring of zones. */
interface Hit {
  readonly slug?: string;
  readonly cluster?: number;
  readonly lon: number;
  readonly lat: number;
}

/** The nearest zone or ring around a pointer; null: none. */
function findZone(map: MapLibreMap, { point, originalEvent }: MapMouseEvent): Hit | null {
  const isTouch = "pointerType" in originalEvent && originalEvent.pointerType === "touch";
  const reach = isTouch ? REACH.touch : REACH.mouse;
  const layers = Object.values(ZONE_LAYERS).filter((id) => map.getLayer(id));
  if (layers.length === 0) return null;
  const around: [[number, number], [number, number]] = [
    [point.x - reach, point.y - reach],
    [point.x + reach, point.y + reach],
  ];
  let nearest: { hit: Hit; away: number } | null = null;
  for (const { geometry, properties } of map.queryRenderedFeatures(around, { layers })) {
    if (geometry.type !== "Point") continue;
    const [lon = 0, lat = 0] = geometry.coordinates;
    const spot = map.project([lon, lat]);
    const away = Math.hypot(spot.x - point.x, spot.y - point.y);
    if (nearest !== null && away >= nearest.away) continue;
    const { slug, cluster_id: cluster } = properties;
    nearest = { hit: { ...(slug ? { slug } : { cluster }), lon, lat }, away };
  }
  return nearest?.hit ?? null;
}

/** A panel beside a place, on the side where there is more room. The list, while it is seen, says as much. */
function MapTip({
  map,
  at,
  children,
}: {
  map: MapLibreMap;
  at: { readonly lon: number; readonly lat: number };
  children: ReactNode;
}) {
  const tip = useRef<HTMLDivElement>(null);
  const place = useEffectEvent(() => {
    const { current: element } = tip;
    if (element === null) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const { clientWidth, clientHeight } = map.getContainer();
    const { x, y } = map.project([at.lon, at.lat]);
    const left = x > clientWidth / 2 ? x - TIP_GAP - width : x + TIP_GAP;
    const top = Math.min(Math.max(y - height / 2, 8), clientHeight - height - 8);
    const inside = Math.min(Math.max(left, 8), clientWidth - width - 8);
    element.style.transform = `translate(${Math.round(inside)}px,${Math.round(top)}px)`;
  });
  useLayoutEffect(() => {
    const onMove = () => place();
    map.on("move", onMove);
    map.on("resize", onMove);
    return () => {
      map.off("move", onMove);
      map.off("resize", onMove);
    };
  }, [map]);
  // After every render: the place or the words may have changed.
  useLayoutEffect(() => place());
  return (
    <div
      ref={tip}
      data-tip=""
      className="absolute top-0 left-0 z-3 max-h-[calc(100%-16px)] w-max max-w-64 overflow-y-auto rounded-pop bg-pop px-2.5 py-2 shadow-pop [--band-ground:var(--color-pop)] peer-focus-within:hidden"
    >
      {children}
    </div>
  );
}

/** Names in the tip of a ring that was not pressed. */
const NAMED = 8;

function ClusterTip({ points, isOpen, onSelect }: Cluster & Pick<ZoneLayerProps, "onSelect">) {
  const { t } = usePlainText();
  const named = isOpen ? points : points.slice(0, NAMED);
  return (
    <ul className="grid gap-0.5 text-12">
      {named.map((point) => {
        const words = (
          <>
            <PointMark point={point} />
            {point.name}
          </>
        );
        return (
          <li key={point.slug}>
            {isOpen ? (
              <button
                type="button"
                onClick={() => onSelect(point.slug)}
                className="pointer-events-auto flex min-h-6 w-full items-center gap-1.5 text-start hover:text-accent hover:underline pointer-coarse:min-h-11"
              >
                {words}
              </button>
            ) : (
              <span className="flex items-center gap-1.5">{words}</span>
            )}
          </li>
        );
      })}
      {points.length > named.length ? (
        <li className="text-ink-3">{t("map.more", { count: points.length - named.length })}</li>
      ) : null}
    </ul>
  );
}

function PointMark({ point: { shade, standing, candidate } }: { point: MapPoint }) {
  return shade === null ? (
    <StandingMark standing={standing} candidate={candidate} />
  ) : (
    <ShadeMark step={shade.step} />
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * The zones as a list of buttons, seen while the keyboard is in it. The tab key stops at one of them, arrow keys go to the
 * next, Enter selects.
 */
const ZoneList = memo(function ZoneList({
  map,
  points,
  onHighlight,
  onSelect,
}: Pick<ZoneLayerProps, "map" | "points" | "onHighlight" | "onSelect">) {
  const { t } = usePlainText();
  const [visited, setVisited] = useState<string | null>(null);
  const listed = points.slice(0, MOST);
  const stop = listed.find(({ slug }) => slug === visited) ?? listed[0];

  function onKeyDown(event: KeyboardEvent<HTMLFieldSetElement>) {
    const step = STEPS[event.key];
    const { target } = event;
    if (step === undefined || !(target instanceof HTMLElement)) return;
    event.preventDefault();
    const next = step > 0 ? target.nextElementSibling : target.previousElementSibling;
    if (next instanceof HTMLButtonElement) next.focus();
  }
  function visit(point: MapPoint) {
    setVisited(point.slug);
    onHighlight(point.slug);
    const at: [number, number] = [point.lon, point.lat];
    if (!map.getBounds().contains(at)) map.easeTo({ center: at });
  }
  return (
    <fieldset
      onKeyDown={onKeyDown}
      className="peer pointer-events-auto z-2 overflow-y-auto overscroll-contain not-focus-within:sr-only focus-within:absolute focus-within:start-3 focus-within:top-14 focus-within:max-h-[calc(100%-7rem)] focus-within:w-56 focus-within:rounded-pop focus-within:bg-pop focus-within:p-1 focus-within:shadow-pop"
    >
      <legend className="sr-only">{t("map.keys")}</legend>
      {listed.map((point) => (
        <button
          key={point.slug}
          type="button"
          data-slug={point.slug}
          tabIndex={point === stop ? 0 : -1}
          aria-pressed={point.selected}
          aria-label={t("map.marker", { name: point.name, description: point.description })}
          onFocus={() => visit(point)}
          onBlur={() => onHighlight(null)}
          onClick={() => onSelect(point.slug)}
          className="flex min-h-6 w-full items-center gap-1.5 rounded-2 px-1.5 text-start text-12 aria-pressed:text-accent"
        >
          <PointMark point={point} />
          {point.name}
        </button>
      ))}
    </fieldset>
  );
});

/** Every mark once, out of sight, from which the pictures of the map are copied. */
export const MarkSamples = memo(function MarkSamples() {
  return (
    <div hidden>
      {STANDINGS.map((standing) =>
        (["plain", "candidate"] as const).map((look) => (
          <span key={look} data-mark={`${standing}/${look}`}>
            <StandingMark standing={standing} candidate={look === "candidate"} />
          </span>
        )),
      )}
      {[...SHADE_STEPS, null].map((step) => (
        <span key={step} data-mark={`shade-${step}/plain`}>
          <ShadeMark step={step} />
        </span>
      ))}
    </div>
  );
});
